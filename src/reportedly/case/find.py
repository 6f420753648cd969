"""One thing by the beginning of its identifier."""

import sqlite3
from pathlib import Path
from typing import Any, Literal

import msgspec

from reportedly.case.errors import AmbiguousIdError, UnknownIdError
from reportedly.model import Record

Kind = Literal["document", "source", "statement", "event", "claim"]

_TABLES: dict[str, Kind] = {
    "sources": "source",
    "statements": "statement",
    "events": "event",
    "claims": "claim",
}
_SHOWN = 8
_LAST = "\U0010ffff"


class Found(Record, frozen=True):
    """What an identifier stands for: its kind, full identifier, document, and record as plain JSON.

    ``data`` is what was written, with fields and values of newer versions that ``Case.reading`` would not
    know.
    """

    kind: Kind
    id: str
    document: str
    data: dict[str, Any]


def find(connection: sqlite3.Connection, path: Path, wanted: str) -> Found:
    """The one thing whose identifier begins with ``wanted`` (or ``document/wanted``), an exact one first.

    Raises:
        UnknownIdError: if there is none.
        AmbiguousIdError: if there are several.
    """
    document, _, prefix = wanted.strip().lower().rpartition("/")
    rows = _matches(connection, prefix, document)
    exact = [row for row in rows if row[1] == prefix]
    rows = exact or rows
    if not rows:
        raise UnknownIdError(f"{path} has nothing whose identifier begins with “{wanted}”")
    if len(rows) > 1:
        shown = tuple((kind, one, of) for kind, one, of, _ in rows[:_SHOWN])
        raise AmbiguousIdError(wanted, shown, len(rows))
    kind, one, of, number = rows[0]
    return Found(kind=kind, id=one, document=of, data=_data(connection, kind, number))


def _matches(connection: sqlite3.Connection, prefix: str, document: str) -> list[tuple[Kind, str, str, int]]:
    if not prefix:
        return []
    found: list[tuple[Kind, str, str, int]] = [
        ("document", one, one, number)
        for one, number in connection.execute(
            "SELECT id, number FROM documents WHERE id >= ? AND id < ? ORDER BY id", (prefix, prefix + _LAST)
        )
        if one.startswith(document)
    ]
    for table, kind in _TABLES.items():
        found.extend(
            (kind, one, of, number)
            for one, of, number in connection.execute(
                f"SELECT t.id, d.id, t.number FROM {table} t JOIN documents d ON d.number = t.document"
                " WHERE t.id >= ? AND t.id < ? ORDER BY t.id, d.id",
                (prefix, prefix + _LAST),
            )
            if of.startswith(document)
        )
    return found


def _data(connection: sqlite3.Connection, kind: Kind, number: int) -> dict[str, Any]:
    table = "documents" if kind == "document" else f"{kind}s"
    (record,) = connection.execute(f"SELECT record FROM {table} WHERE number = ?", (number,)).fetchone()
    data: dict[str, Any] = msgspec.json.decode(record)
    if kind == "document":
        (data["text"],) = connection.execute("SELECT text FROM documents WHERE number = ?", (number,)).fetchone()
    return data
