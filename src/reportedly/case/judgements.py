"""People's judgements in a case: appended, never changed."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import msgspec

from reportedly.case.connection import writing
from reportedly.case.errors import CaseError, UnknownIdError, explained
from reportedly.model import Anchor, Judgement, JudgementKind, content_id, standing, undone

_DECODER = msgspec.json.Decoder(Judgement)


class Judgements:
    """The log of judgements of one case, in the order of their making."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    def all(self) -> tuple[Judgement, ...]:
        """Every entry, undone ones and the undoing ones too."""
        with explained(self._path):
            rows = self._connection.execute("SELECT record FROM judgements ORDER BY number").fetchall()
        return tuple(_DECODER.decode(record) for (record,) in rows)

    def standing(self) -> tuple[Judgement, ...]:
        """Those that have not been undone."""
        return standing(self.all())

    def add(
        self,
        kind: JudgementKind,
        *,
        author: str,
        at: str,
        subject: Sequence[Anchor] = (),
        other: Sequence[Anchor] = (),
        name: str | None = None,
        value: str | None = None,
        note: str | None = None,
    ) -> Judgement:
        """Appends a judgement and gives it back. ``at`` is UTC, ISO 8601.

        Raises:
            UnknownIdError: for an ``undo`` of what is not there.
            CaseError: for an ``undo`` of what is undone already, or a judgement without author.
        """
        if not author.strip():
            raise CaseError("a judgement needs an author")
        with explained(self._path), writing(self._connection):
            known = self.all()
            if kind == "undo":
                self._check_undo(value, known)
            # The number of the entry is part of the name: the same decision may be taken, undone and taken again.
            identifier = content_id("j", len(known), kind, author, at, subject, other, name, value, note)
            judgement = Judgement(
                id=identifier, kind=kind, author=author, at=at, subject=tuple(subject), other=tuple(other),
                name=name, value=value, note=note,
            )  # fmt: skip
            self._connection.execute(
                "INSERT INTO judgements (id, kind, author, at, record) VALUES (?,?,?,?,?)",
                (judgement.id, kind, author, at, msgspec.json.encode(judgement).decode()),
            )
        return judgement

    def find(self, prefix: str) -> Judgement:
        """The one judgement whose identifier begins with ``prefix``.

        Raises:
            UnknownIdError: if there is none, or more than one.
        """
        found = [one for one in self.all() if one.id.startswith(prefix.strip().lower())]
        if len(found) != 1:
            count = f"{len(found)} judgements begin" if found else "no judgement begins"
            raise UnknownIdError(f"{self._path}: {count} with “{prefix}”; `reportedly judge CASE list` shows them")
        return found[0]

    def _check_undo(self, value: str | None, known: Sequence[Judgement]) -> None:
        if value not in {one.id for one in known}:
            raise UnknownIdError(f"{self._path} has no judgement {value}")
        if value in undone(known):
            raise CaseError(f"judgement {value} is undone already")
