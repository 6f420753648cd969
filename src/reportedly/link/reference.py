"""What a later sentence goes on to tell of: "the massacre", "thirteen died", "the town was still held".

Such an event tells neither its day nor its place, because the report has told both before. It is the happening that was
told last, of a kind that it may belong to.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Protocol

from reportedly.model import Event, Reading, Span
from reportedly.ontology import Ontology

_BACK = 3  # sentences that what is taken up may lie behind
_NEXT = 1  # sentences within which the dead are those of what was just told
_VERBAL = r"(?:was|were|is|are|has|have|had|be|been|being|will|would|did|not|who|that|which)\b"
_DEFINITE = re.compile(rf"\b(?:the|this|that|these|those)\s+(?:(?!{_VERBAL})[\w-]+\s+){{0,2}}$", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:another|others?|second|third|separate(?:ly)?|elsewhere|further|earlier|previous(?:ly)?|meanwhile|since"
    r"|similar|same (?:day|week|night)|last (?:week|month|year)|also)\b",
    re.IGNORECASE,
)
_EFFECTS = frozenset({"killing", "wounding"})
_STATES = frozenset({"territory-held"})  # also where they tell a day: it is one on which they last


class Told(Protocol):
    """What of a signature is looked at."""

    @property
    def event(self) -> str: ...
    @property
    def span(self) -> Span: ...
    @property
    def dated(self) -> bool: ...
    @property
    def happened(self) -> bool: ...


def taken_up(told: Sequence[Told], reading: Reading, ontology: Ontology) -> Mapping[str, str]:
    """For each event that goes on to tell of an earlier one of the same document, that one."""
    events = {event.id: event for event in reading.events}
    starts = [sentence.start for sentence in reading.sentences]
    before: list[tuple[int, Event]] = []
    found: dict[str, str] = {}
    for one in sorted(told, key=lambda item: (item.span, item.event)):
        event = events[one.event]
        number = bisect_right(starts, event.trigger.start)
        reach = _reach(event, one.dated, reading)
        here = [item for item in before if item[0] == number]
        # In one sentence the dead are those of what it tells first, not of what is named beside it.
        for sentence, earlier in [*here, *reversed(before[: len(before) - len(here)])]:
            if number - sentence > reach or event.modality != earlier.modality:
                break
            if _may_be(event, earlier, ontology, presupposed=reach == _BACK):
                found[event.id] = earlier.id
                break
        before.append((number, event))
    return found


def _reach(event: Event, dated: bool, reading: Reading) -> int:
    """How many sentences back the event may take one up; below zero for one that stands on its own."""
    if any(not place.metonym for place in event.places):
        return -1
    if event.family in _STATES:
        return _BACK
    sentence = reading.sentence(event.trigger)
    if dated or _ANOTHER.search(sentence.of(reading.document.text)):
        return -1
    before = reading.document.text[sentence.start : event.trigger.start]
    if _DEFINITE.search(before) or event.polarity == "negative":
        return _BACK  # what is denied was told
    return _NEXT if event.type in _EFFECTS and event.casualties else -1


def _may_be(event: Event, earlier: Event, ontology: Ontology, *, presupposed: bool) -> bool:
    if set(ontology.kin.of(event.family)).isdisjoint(ontology.kin.of(earlier.family)):
        return False
    if event.polarity != earlier.polarity and not presupposed:
        return False
    counts = {one.kind: (one.low, one.high) for one in earlier.casualties if not one.low is one.high is None}
    return all(counts.get(one.kind, (one.low, one.high)) == (one.low, one.high) for one in event.casualties)
