"""People's decisions: appended, never overwritten, undone by a further entry."""

from collections.abc import Iterable
from typing import Literal

from reportedly.model._record import Record, Span

JudgementKind = Literal["same", "different", "accept", "reject", "reliability", "undo"]


class Anchor(Record, frozen=True):
    """Words in a document that a judgement is about.

    Identifiers of events change when a newer version reads them otherwise; the words stay. ``words`` are those of
    ``span`` when the judgement was made.
    """

    document: str
    span: Span
    words: str


class Judgement(Record, frozen=True):
    """A person's decision. ``at`` is UTC, ISO 8601.

    ``same``: all that is told at ``subject`` and ``other`` is one happening; ``different``: nothing told at ``subject``
    is the happening told at ``other``. ``accept``, ``reject``: of the incident told at ``subject``. ``reliability``:
    ``value`` (A to F) of the source named ``name``. ``undo``: takes back the judgement whose identifier is ``value``.
    ``note`` is the author's reason, in free words.
    """

    id: str
    kind: JudgementKind
    author: str
    at: str
    subject: tuple[Anchor, ...] = ()
    other: tuple[Anchor, ...] = ()
    name: str | None = None
    value: str | None = None
    note: str | None = None


def undone(judgements: Iterable[Judgement]) -> frozenset[str]:
    """The identifiers of what has been taken back; an ``undo`` may itself be undone."""
    found: set[str] = set()
    for entry in reversed(list(judgements)):
        if entry.kind == "undo" and entry.id not in found and entry.value is not None:
            found.add(entry.value)
    return frozenset(found)


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that have not been undone, in their order, without the entries that undo."""
    entries = list(judgements)
    gone = undone(entries)
    return tuple(entry for entry in entries if entry.kind != "undo" and entry.id not in gone)
