"""The tables of a case file.

Columns hold what is asked for; ``record`` holds the whole record as JSON, so that nothing is lost to the
columns. People's judgements are appended, never changed; they refer to words in documents, never to rows or events,
because the rows of a document are replaced when it is read anew.
"""

APPLICATION_ID = 0x52505444  # "RPTD", the mark by which a case file is told from any other SQLite database

_FIRST = """
CREATE TABLE captures (
    sha256     TEXT PRIMARY KEY,
    size       INTEGER NOT NULL,          -- bytes, before compression
    codec      TEXT NOT NULL,             -- "zlib" or "raw"
    content    BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE custody (
    number     INTEGER PRIMARY KEY,
    sha256     TEXT NOT NULL REFERENCES captures (sha256),
    origin     TEXT NOT NULL,
    method     TEXT NOT NULL,
    media_type TEXT NOT NULL,
    url        TEXT,
    fetched    TEXT,
    obtained   TEXT NOT NULL,             -- UTC, ISO 8601
    fields     TEXT NOT NULL,             -- JSON object
    UNIQUE (sha256, origin)
);

CREATE TABLE runs (
    number     INTEGER PRIMARY KEY,
    version    TEXT NOT NULL,
    model      TEXT NOT NULL,
    ontology   TEXT NOT NULL,
    gazetteer  TEXT NOT NULL,
    rules      TEXT NOT NULL,
    UNIQUE (version, model, ontology, gazetteer, rules)
);

CREATE TABLE documents (
    number     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    sha256     TEXT NOT NULL REFERENCES captures (sha256),
    run        INTEGER NOT NULL REFERENCES runs (number),
    digest     TEXT NOT NULL,             -- SHA-256 of the reading without the origin of its capture
    url        TEXT,
    publisher  TEXT,
    title      TEXT,
    authors    TEXT NOT NULL,             -- JSON array
    published  TEXT,                      -- ISO 8601, as fine as precision says
    precision  TEXT,
    how        TEXT,
    language   TEXT NOT NULL,
    text       TEXT NOT NULL,
    record     TEXT NOT NULL,             -- JSON of the document, its text left empty
    mentions   TEXT NOT NULL
);
CREATE INDEX documents_sha256 ON documents (sha256);
CREATE INDEX documents_published ON documents (published);
CREATE INDEX documents_run ON documents (run);

CREATE TABLE sources (
    number     INTEGER PRIMARY KEY,
    document   INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    id         TEXT NOT NULL,
    name       TEXT NOT NULL,
    kind       TEXT NOT NULL,
    anonymous  INTEGER NOT NULL,
    actor      TEXT,
    record     TEXT NOT NULL,
    UNIQUE (document, position)
);
CREATE INDEX sources_id ON sources (id);
CREATE INDEX sources_name ON sources (name);

CREATE TABLE statements (
    number     INTEGER PRIMARY KEY,
    document   INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    id         TEXT NOT NULL,
    source     TEXT,
    name       TEXT,                      -- of the source
    within     TEXT,
    stance     TEXT NOT NULL,
    mode       TEXT NOT NULL,
    said       TEXT,
    cue        TEXT NOT NULL,             -- its words; pieces are joined by " … "
    content    TEXT NOT NULL,
    record     TEXT NOT NULL,
    UNIQUE (document, position)
);
CREATE INDEX statements_id ON statements (id);
CREATE INDEX statements_stance ON statements (stance);

CREATE TABLE events (
    number     INTEGER PRIMARY KEY,
    document   INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    id         TEXT NOT NULL,
    type       TEXT NOT NULL,
    family     TEXT NOT NULL,
    polarity   TEXT NOT NULL,
    modality   TEXT NOT NULL,
    statement  TEXT,
    time       TEXT,                      -- TIMEX3, as the reading has it
    first_day  TEXT,                      -- the days that the time covers, where it covers days
    last_day   TEXT,
    record     TEXT NOT NULL,
    UNIQUE (document, position)
);
CREATE INDEX events_id ON events (id);
CREATE INDEX events_type ON events (type);
CREATE INDEX events_days ON events (first_day, last_day);

CREATE TABLE claims (
    number     INTEGER PRIMARY KEY,
    document   INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    id         TEXT NOT NULL,
    event      TEXT NOT NULL,
    stance     TEXT NOT NULL,
    record     TEXT NOT NULL,
    UNIQUE (document, position)
);
CREATE INDEX claims_id ON claims (id);
CREATE INDEX claims_event ON claims (event);

CREATE TABLE skipped (
    number     INTEGER PRIMARY KEY,
    item       TEXT NOT NULL,
    stage      TEXT NOT NULL,
    reason     TEXT NOT NULL,
    detail     TEXT NOT NULL,
    sha256     TEXT,
    UNIQUE (item, stage, reason, detail)
);

CREATE VIRTUAL TABLE documents_words USING fts5 (
    title, text, content = 'documents', content_rowid = 'number',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE statements_words USING fts5 (
    name, content, content = 'statements', content_rowid = 'number',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN
    INSERT INTO documents_words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN
    INSERT INTO documents_words (documents_words, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text);
END;
CREATE TRIGGER statements_added AFTER INSERT ON statements BEGIN
    INSERT INTO statements_words (rowid, name, content) VALUES (new.number, new.name, new.content);
END;
CREATE TRIGGER statements_removed AFTER DELETE ON statements BEGIN
    INSERT INTO statements_words (statements_words, rowid, name, content)
    VALUES ('delete', old.number, old.name, old.content);
END;
"""

_SECOND = """
ALTER TABLE documents ADD COLUMN sentences TEXT NOT NULL DEFAULT '[]';   -- JSON array of spans

CREATE TABLE judgements (
    number     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    kind       TEXT NOT NULL,
    author     TEXT NOT NULL,
    at         TEXT NOT NULL,             -- UTC, ISO 8601
    record     TEXT NOT NULL
);
CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements BEGIN
    SELECT raise(ABORT, 'judgements are only appended');
END;
CREATE TRIGGER judgements_remain BEFORE DELETE ON judgements BEGIN
    SELECT raise(ABORT, 'judgements are only appended');
END;

-- What follows is made from the readings and the judgements, and can be made again.
CREATE TABLE linked (                     -- which readings are in it
    document   TEXT PRIMARY KEY,
    digest     TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE signatures (
    event      TEXT PRIMARY KEY,
    document   TEXT NOT NULL,
    incident   TEXT NOT NULL,             -- the name of the incident that this event is, or was, the first telling of
    record     TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX signatures_incident ON signatures (incident);
CREATE INDEX signatures_document ON signatures (document);

CREATE TABLE links (                      -- pairs of events, a < b
    a          TEXT NOT NULL,
    b          TEXT NOT NULL,
    positive   INTEGER NOT NULL,          -- their grounds speak for one happening
    copied     INTEGER NOT NULL,          -- their words are copied
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX links_b ON links (b);

CREATE TABLE copies (
    first      TEXT NOT NULL,
    second     TEXT NOT NULL,
    record     TEXT NOT NULL,
    PRIMARY KEY (first, second)
) WITHOUT ROWID;
CREATE INDEX copies_second ON copies (second);

CREATE TABLE incidents (
    id         TEXT PRIMARY KEY,
    type       TEXT NOT NULL,
    family     TEXT NOT NULL,
    grade      TEXT NOT NULL,
    first_day  TEXT,
    last_day   TEXT,
    record     TEXT NOT NULL,
    weighing   TEXT NOT NULL,
    entry      TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX incidents_grade ON incidents (grade);

CREATE TABLE incident_events (
    event      TEXT PRIMARY KEY,
    incident   TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX incident_events_incident ON incident_events (incident);

CREATE TABLE linking (                    -- what it was made with, one row
    made_with  TEXT NOT NULL,
    judgements INTEGER NOT NULL           -- how many entries of the log it has taken up
);
"""

_THIRD = """
CREATE INDEX events_family ON events (family);
"""

MIGRATIONS: tuple[str, ...] = (_FIRST, _SECOND, _THIRD)
"""Scripts that lead an older case forward, one per version: the first makes version 1 of nothing."""

SCHEMA_VERSION = len(MIGRATIONS)
