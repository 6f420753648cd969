"""People's judgements: named by identifiers, kept as words, checked against those that stand."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

import msgspec

from reportedly.case import Case
from reportedly.errors import ReportedlyError
from reportedly.flow.anchors import placed
from reportedly.flow.weighing import constraints, told_at
from reportedly.link.cluster import components
from reportedly.link.signature import Signature
from reportedly.model import Anchor, Judgement, Record, undone

Verdict = Literal["same", "different"]
_OPPOSITE: dict[str, str] = {"same": "different", "different": "same"}


class ConflictError(ReportedlyError):
    """A judgement that cannot hold beside those that stand, or says nothing."""


class Named(NamedTuple):
    """What an identifier stands for: an incident with all its events, or one event of it."""

    incident: str
    events: tuple[str, ...]


class JudgementEntry(Record, frozen=True):
    """A judgement in the list.

    ``state``: ``standing``; ``undone``; ``waiting`` where it stands, but nothing is read at its words any more.
    """

    judgement: Judgement
    state: str


def named(case: Case, prefix: str) -> Named:
    """The incident whose identifier begins with ``prefix``; of an event or claim, that one event.

    Raises:
        UnknownIdError: if there is none.
        AmbiguousIdError: if there are several.
    """
    incident = case.linking.incident(prefix).incident
    if not prefix.strip().lower().startswith(("e-", "c-")):
        return Named(incident.id, incident.events)
    found = case.find(prefix)
    return Named(incident.id, (found.id if found.kind == "event" else str(found.data["event"]),))


def anchors(case: Case, events: Iterable[str]) -> tuple[Anchor, ...]:
    """The words at which ``events`` are told, in the order of their documents."""
    wanted = set(events)
    found = [
        Anchor(document=one.document, span=one.span, words=one.span.of(case.text(one.document)))
        for one in _signatures(case)
        if one.event in wanted
    ]
    return tuple(sorted(found, key=lambda anchor: (anchor.document, anchor.span)))


def compared(case: Case, verdict: Verdict, one: str, other: str) -> tuple[tuple[Anchor, ...], tuple[Anchor, ...]]:
    """The words of ``one`` and of ``other``, which are to be judged the same happening or different ones.

    Where one is an event of the other, the other stands for the rest of its events.

    Raises:
        UnknownIdError, AmbiguousIdError: as ``named``.
        ConflictError: if the two are the same, or it would contradict what stands.
    """
    first, second = set(named(case, one).events), set(named(case, other).events)
    if first == second:
        raise ConflictError(f"{one} and {other} are the same; to part an incident, name an event of it")
    first, second = (first - second, second) if second < first else (first, second - first)
    subject, against = anchors(case, first), anchors(case, second)
    _check(case, Judgement(id="", kind=verdict, author="", at="", subject=subject, other=against))
    return subject, against


def check_undo(case: Case, judgement: Judgement) -> None:
    """Whether what stands holds together once ``judgement`` is undone: what was undone may come back by it.

    Raises:
        ConflictError: if it does not.
    """
    log = case.judgements.all()
    if judgement.kind == "undo":
        back = next((one for one in log if one.id == judgement.value), None)
        if back is not None and back.kind != "undo":
            _check(case, back)


def entries(case: Case) -> list[JudgementEntry]:
    """The log of judgements in the order of their making; what undoes is not itself a line, what is undone says so."""
    log = case.judgements.all()
    gone = undone(log)
    by_document = _by_document(case)
    there = {one.id: one for one in placed(log, case)}

    def state(one: Judgement) -> str:
        if one.id in gone:
            return "undone"
        sides = [anchors for anchors in (one.subject, one.other) if anchors]
        moved = there[one.id]
        found = [told_at(anchors, by_document) for anchors in (moved.subject, moved.other)]
        return "waiting" if sum(map(bool, found)) < len(sides) else "standing"

    return [JudgementEntry(judgement=one, state=state(one)) for one in log]


def _check(case: Case, judgement: Judgement) -> None:
    """Holds ``judgement`` against those that stand.

    Raises:
        ConflictError: naming those that it contradicts.
    """
    by_document = _by_document(case)
    known = placed(case.judgements.standing(), case)
    if not _conflict([*known, judgement], by_document):
        return
    opposed = [one for one in known if one.kind == _OPPOSITE[judgement.kind]]
    guilty = [
        one
        for one in opposed
        if not _conflict([*(other for other in known if other is not one), judgement], by_document)
    ]
    listed = ", ".join(f"{one.id} ({one.kind}, {one.author}, {one.at[:10]})" for one in guilty or opposed)
    raise ConflictError(f"this contradicts what has been judged: {listed}; take that back first: judge … undo ID")


def _conflict(judgements: Sequence[Judgement], by_document: dict[str, list[Signature]]) -> bool:
    """Whether two events must be of one happening and of two."""
    together, apart = constraints(judgements, by_document)
    items = {event for both in (*together, *apart) for event in both}
    home = {event: number for number, part in enumerate(components(items, together)) for event in part}
    return any(home[a] == home[b] for a, b in apart)


def _signatures(case: Case) -> list[Signature]:
    return [msgspec.json.decode(record, type=Signature) for record in case.linking.signatures()]


def _by_document(case: Case) -> dict[str, list[Signature]]:
    found: dict[str, list[Signature]] = {}
    for one in _signatures(case):
        found.setdefault(one.document, []).append(one)
    return found
