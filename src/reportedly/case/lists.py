"""The lists of a case: documents, statements, events, skipped items, the custody log."""

import sqlite3
from collections.abc import Iterator

import msgspec

from reportedly.case.entries import (
    Acquisition,
    DocumentEntry,
    EventEntry,
    RoleEntry,
    SkippedEntry,
    StatementEntry,
)
from reportedly.model import Provenance, Skipped

_ORDER = "ORDER BY d.published IS NULL, d.published, d.id"
"""Independent of the order in which documents were added."""


class _Named(msgspec.Struct):
    name: str


class _EventParts(msgspec.Struct):
    """What the list shows of an event's record; anything else in it, of a newer version too, is passed
    over.
    """

    roles: tuple[RoleEntry, ...] = ()
    places: tuple[_Named, ...] = ()


_parts = msgspec.json.Decoder(_EventParts)


def documents(connection: sqlite3.Connection, limit: int | None) -> Iterator[DocumentEntry]:
    """The documents, dated ones first, with how much was read from each."""
    counts = ", ".join(
        f"(SELECT count(*) FROM {table} t WHERE t.document = d.number)" for table in ("sources", "statements", "events")
    )
    rows = connection.execute(
        "SELECT d.id, d.published, d.precision, d.how, d.publisher, d.title, substr(d.text, 1, 160), d.url, d.sha256, "
        f"{counts} FROM documents d {_ORDER} LIMIT ?",
        (_limit(limit),),
    )
    for row in rows:
        yield DocumentEntry(**dict(zip(DocumentEntry.__struct_fields__, row, strict=True)))


def statements(
    connection: sqlite3.Connection,
    document: str | None,
    stance: str | None,
    name: str | None,
    limit: int | None,
) -> Iterator[StatementEntry]:
    """The statements that fit all that is given."""
    where, values = _where({"d.id": document, "s.stance": stance, "s.name": name})
    rows = connection.execute(
        "SELECT s.id, d.id, d.published, s.name, o.anonymous, s.within, s.stance, s.mode, s.said, s.cue,"
        " s.content FROM statements s JOIN documents d ON d.number = s.document"
        " LEFT JOIN sources o ON o.document = s.document AND o.id = s.source"
        f" {where} {_ORDER}, s.position LIMIT ?",
        (*values, _limit(limit)),
    )
    for row in rows:
        values_of = dict(zip(StatementEntry.__struct_fields__, row, strict=True))
        if values_of["anonymous"] is not None:
            values_of["anonymous"] = bool(values_of["anonymous"])  # SQLite has no truth values
        yield StatementEntry(**values_of)


def events(
    connection: sqlite3.Connection, document: str | None, kind: str | None, limit: int | None
) -> Iterator[EventEntry]:
    """The events that fit all that is given; ``kind`` is a type or a family."""
    where, values = _where({"d.id": document, "? IN (e.type, e.family)": kind})
    rows = connection.execute(
        "SELECT e.id, d.id, d.published, e.type, e.family, e.polarity, e.modality, e.time, e.first_day,"
        " e.last_day, e.statement, s.name, s.stance, e.record FROM events e"
        " JOIN documents d ON d.number = e.document"
        " LEFT JOIN statements s ON s.document = e.document AND s.id = e.statement"
        f" {where} {_ORDER}, e.position LIMIT ?",
        (*values, _limit(limit)),
    )
    for row in rows:
        parts = _parts.decode(row[13])
        yield EventEntry(
            id=row[0],
            document=row[1],
            published=row[2],
            type=row[3],
            family=row[4],
            polarity=row[5],
            modality=row[6],
            roles=parts.roles,
            places=tuple(place.name for place in parts.places),
            time=row[7],
            first_day=row[8],
            last_day=row[9],
            statement=row[10],
            name=row[11],
            stance=row[12],
        )


def skipped(connection: sqlite3.Connection) -> Iterator[SkippedEntry]:
    """The skipped items, with whether an item of the same name was also read."""
    rows = connection.execute(
        "SELECT item, stage, reason, detail, sha256, EXISTS (SELECT 1 FROM custody c WHERE c.origin = k.item)"
        " FROM skipped k ORDER BY item, stage, reason, detail"
    )
    for item, stage, reason, detail, sha256, read in rows:
        one = Skipped(item=item, stage=stage, reason=reason, detail=detail, sha256=sha256)
        yield SkippedEntry(skipped=one, read=bool(read))


def custody(connection: sqlite3.Connection, sha256: str) -> list[Acquisition]:
    """Every acquisition of these bytes, the first one first."""
    rows = connection.execute(
        "SELECT c.size, l.origin, l.method, l.media_type, l.url, l.fetched, l.obtained, l.fields"
        " FROM custody l JOIN captures c USING (sha256) WHERE l.sha256 = ? ORDER BY l.number",
        (sha256,),
    )
    return [
        Acquisition(
            provenance=Provenance(
                sha256=sha256,
                size=size,
                origin=origin,
                method=method,
                media_type=media_type,
                url=url,
                fetched=fetched,
            ),
            obtained=obtained,
            fields=msgspec.json.decode(fields, type=dict[str, str]),
        )
        for size, origin, method, media_type, url, fetched, obtained, fields in rows
    ]


def _where(wanted: dict[str, str | None]) -> tuple[str, list[str]]:
    given = {column: value for column, value in wanted.items() if value is not None}
    tests = [column if "?" in column else f"{column} = ?" for column in given]
    return (f"WHERE {' AND '.join(tests)}" if tests else ""), list(given.values())


def _limit(limit: int | None) -> int:
    return -1 if limit is None else limit  # SQLite's word for all
