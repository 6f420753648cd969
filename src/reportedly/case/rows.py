"""A reading as rows of the tables, and rows as a reading."""

import sqlite3
from typing import Any, TypeVar

import msgspec

from reportedly.model import (
    Claim,
    Document,
    Event,
    Mentions,
    Reading,
    Record,
    RunInfo,
    Source,
    Span,
    Statement,
)
from reportedly.model import sha256 as digest_of
from reportedly.model.days import days

JOIN = " … "
"""Stands between the pieces of words that are not continuous."""

_R = TypeVar("_R", bound=Record)

_json = msgspec.json.Encoder()


def as_json(value: object) -> str:
    """``value`` as JSON text."""
    return _json.encode(value).decode()


def words(spans: tuple[Span, ...], text: str) -> str:
    """The words of ``spans``, pieces joined by `` … ``."""
    return JOIN.join(span.of(text) for span in spans)


def digest(reading: Reading) -> str:
    """SHA-256 of ``reading``, the same wherever its bytes were obtained.

    The same bytes at the same address found in two files make one document; which file was read first is told
    by the custody log and makes no other reading.
    """
    capture = reading.document.capture
    if capture is not None:
        plain = msgspec.structs.replace(capture, origin="", method="", fetched=None)
        document = msgspec.structs.replace(reading.document, capture=plain)
        reading = msgspec.structs.replace(reading, document=document)
    return digest_of(reading.to_json())


def insert(connection: sqlite3.Connection, reading: Reading, sha256: str, fingerprint: str) -> None:
    """Writes ``reading`` into the tables; the caller has begun a transaction and removed an older reading."""
    document = reading.document
    published = document.published
    number = connection.execute(
        "INSERT INTO documents (id, sha256, run, digest, url, publisher, title, authors, published,"
        " precision, how, language, text, record, mentions, sentences) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            document.id,
            sha256,
            _run(connection, reading.run),
            fingerprint,
            document.url,
            document.publisher,
            document.title,
            as_json(document.authors),
            published.value if published else None,
            published.precision if published else None,
            published.how if published else None,
            document.language,
            document.text,
            as_json(msgspec.structs.replace(document, text="")),
            as_json(reading.mentions),
            as_json(reading.sentences),
        ),
    ).lastrowid
    assert number is not None
    connection.executemany(
        "INSERT INTO sources (document, position, id, name, kind, anonymous, actor, record) VALUES (?,?,?,?,?,?,?,?)",
        [
            (number, position, one.id, one.name, one.kind, one.anonymous, one.actor, as_json(one))
            for position, one in enumerate(reading.sources)
        ],
    )
    names = {source.id: source.name for source in reading.sources}
    connection.executemany(
        "INSERT INTO statements (document, position, id, source, name, within, stance, mode, said, cue,"
        " content, record) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        [
            (
                number,
                position,
                one.id,
                one.source,
                names.get(one.source or ""),
                one.within,
                one.stance,
                one.mode,
                one.said.value if one.said else None,
                words(one.cue, document.text),
                words(one.content, document.text),
                as_json(one),
            )
            for position, one in enumerate(reading.statements)
        ],
    )
    connection.executemany(
        "INSERT INTO events (document, position, id, type, family, polarity, modality, statement, time,"
        " first_day, last_day, record) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        [_event(number, position, one) for position, one in enumerate(reading.events)],
    )
    connection.executemany(
        "INSERT INTO claims (document, position, id, event, stance, record) VALUES (?,?,?,?,?,?)",
        [
            (number, position, one.id, one.event, one.stance, as_json(one))
            for position, one in enumerate(reading.claims)
        ],
    )


def _event(number: int, position: int, one: Event) -> tuple[Any, ...]:
    value = one.time.value if one.time else None
    first, last = days(value) or (None, None)
    return (
        number,
        position,
        one.id,
        one.type,
        one.family,
        one.polarity,
        one.modality,
        one.statement,
        value,
        first,
        last,
        as_json(one),
    )


def _run(connection: sqlite3.Connection, run: RunInfo) -> int:
    values = (run.version, run.model, run.ontology, run.gazetteer, run.rules)
    found = connection.execute(
        "SELECT number FROM runs WHERE (version, model, ontology, gazetteer, rules) = (?, ?, ?, ?, ?)",
        values,
    ).fetchone()
    if found:
        return int(found[0])
    number = connection.execute(
        "INSERT INTO runs (version, model, ontology, gazetteer, rules) VALUES (?,?,?,?,?)", values
    ).lastrowid
    assert number is not None
    return number


def assemble(connection: sqlite3.Connection, number: int) -> Reading:
    """The reading in row ``number`` of the documents.

    Raises:
        msgspec.ValidationError: if it holds a value that this version does not know.
    """
    record, text, mentions, sentences, *run = connection.execute(
        "SELECT d.record, d.text, d.mentions, d.sentences, r.version, r.model, r.ontology, r.gazetteer, r.rules"
        " FROM documents d JOIN runs r ON r.number = d.run WHERE d.number = ?",
        (number,),
    ).fetchone()
    version, model, ontology, gazetteer, rules = run
    return Reading(
        document=msgspec.structs.replace(msgspec.json.decode(record, type=Document), text=text),
        sources=_all(connection, "sources", number, Source),
        statements=_all(connection, "statements", number, Statement),
        events=_all(connection, "events", number, Event),
        claims=_all(connection, "claims", number, Claim),
        mentions=msgspec.json.decode(mentions, type=Mentions),
        run=RunInfo(version=version, model=model, ontology=ontology, gazetteer=gazetteer, rules=rules),
        sentences=msgspec.json.decode(sentences, type=tuple[Span, ...]),
    )


def _all(connection: sqlite3.Connection, table: str, number: int, kind: type[_R]) -> tuple[_R, ...]:
    rows = connection.execute(f"SELECT record FROM {table} WHERE document = ? ORDER BY position", (number,))
    decode = msgspec.json.Decoder(kind).decode
    return tuple(decode(record) for (record,) in rows)
