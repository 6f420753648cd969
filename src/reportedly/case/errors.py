"""What can go wrong with a case file, each with a sentence that says what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportedly.errors import ReportedlyError


class CaseError(ReportedlyError):
    """A case file that cannot be opened, read or written."""


class UnknownIdError(CaseError):
    """Nothing in the case has an identifier that begins so."""


class AmbiguousIdError(CaseError):
    """More than one thing in the case has an identifier that begins so.

    ``candidates`` are ``(kind, id, document id)`` of the first few of them, ``total`` how many there are.
    """

    def __init__(self, prefix: str, candidates: tuple[tuple[str, str, str], ...], total: int) -> None:
        self.candidates = candidates
        self.total = total
        listed = ", ".join(f"{document}/{one} ({kind})" for kind, one, document in candidates)
        more = f" and {total - len(candidates)} more" if total > len(candidates) else ""
        super().__init__(f"“{prefix}” may be {listed}{more}: give more of the identifier")


_MEANINGS: dict[int, str] = {
    sqlite3.SQLITE_BUSY: "is locked by another program; try again when that one has finished",
    sqlite3.SQLITE_LOCKED: "is locked by another program; try again when that one has finished",
    sqlite3.SQLITE_READONLY: "cannot be written: the file or its folder is read-only",
    sqlite3.SQLITE_PERM: "cannot be opened: permission denied",
    sqlite3.SQLITE_NOTADB: "is not a case file (not an SQLite database)",
    sqlite3.SQLITE_CORRUPT: "is damaged (malformed SQLite database); restore it from a copy",
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: the folder is missing, read-only or not permitted",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns errors of SQLite into ``CaseError`` with the path and what to do."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the primary result code
        meaning = _MEANINGS.get(code, f"cannot be used: {error}")
        raise CaseError(f"{path} {meaning}") from error
