"""The incidents that a reading tells of, as MUC-4 counts them: which events make one, and which make none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bench.muc4_fillers import WORDS, Cast, head, squeezed
from reportedly.model import Event, Reading, Role

TYPES = {
    "attack": "ATTACK", "killing": "ATTACK", "wounding": "ATTACK", "assassination": "ATTACK", "gun-attack": "ATTACK",
    "execution": "ATTACK", "mob-violence": "ATTACK", "other-violence": "ATTACK", "grenade-attack": "ATTACK",
    "bombing": "BOMBING", "suicide-bombing": "BOMBING", "bomb-defused": "BOMBING", "shelling": "ATTACK",
    "abduction": "KIDNAPPING", "looting": "ROBBERY", "property-destroyed": "ATTACK", "materiel-destroyed": "ATTACK",
    "torture": "ATTACK",
}  # fmt: skip
"""The incident's type for each type of event; a fire or explosives at work change it (``type_of``)."""
_FIRE = re.compile(r"\b(?:burn\w*|torch\w*|arson|ablaze|set fire|fire to)\b", re.I)
_BLAST = re.compile(r"\b(?:bomb\w*|dynamit\w*|explo\w*|blow up|blew up|blown up|car-?bomb\w*|land-?mine\w*)\b", re.I)
AGENTS = ("agent",)
TARGETS = ("target",)
_CLOSE = 350  # characters between the triggers of a deed and of what came of it: about two sentences
_OLD = 75  # days before publication: older happenings are told as background
_COMBAT = frozenset({"clash", "offensive"})
"""Fights between armed sides: where a text tells of several, only what hits others than them is an incident."""
_BLOCKED = frozenset({"hypothetical", "counterfactual"})
_BY_ANY = frozenset({"attack", "property-destroyed", "materiel-destroyed", "other-violence"})


@dataclass
class Incident:
    """The events of one incident, in text order."""

    events: list[Event] = field(default_factory=list)


def incidents(reading: Reading, cast: Cast) -> list[Incident]:
    """The incidents of one text, in the order in which they are first told."""
    found: list[Incident] = []
    for event in reading.events:
        if event.type in TYPES and _told(event, reading, cast):
            for incident in reversed(found):
                alike = all(_same(event, other, reading, cast) for other in incident.events)
                if alike and _may_join(event, incident, reading):
                    incident.events.append(event)
                    break
            else:
                found.append(Incident([event]))
    text = reading.document.text
    combats = [sentence_span(event, text) for event in reading.events if event.type in _COMBAT]
    found = [x for x in found if not all(sentence_span(event, text) in combats for event in x.events)]
    if len(combats) > 1:
        found = [x for x in found if any(_strikes_others(event, cast) for event in x.events)]
    return found


def _told(event: Event, reading: Reading, cast: Cast) -> bool:
    """Whether ``event`` can be an incident: told of as a fact of late, and not of soldiers against rebels."""
    if event.modality in _BLOCKED or event.polarity == "negative" or event.modality in ("planned", "possible"):
        return False
    day = day_of(event)
    published = published_on(reading)
    if day is not None and published is not None and (published - day).days > _OLD:
        return False
    targets = [r for r in event.roles if r.role in TARGETS]
    if event.type == "abduction" and any(_officers(r, cast) for r in event.roles if r.role in AGENTS):
        return False
    return not targets or _strikes_others(event, cast)


def _strikes_others(event: Event, cast: Cast) -> bool:
    """Whether somebody or something else than the sides of the war is hit; soldiers can be abducted."""
    targets = [role for role in event.roles if role.role in TARGETS and not _irregular(role, cast)]
    return any(event.type == "abduction" or not _soldiers(role) for role in targets)


def _officers(role: Role, cast: Cast) -> bool:
    actor = cast.ontology.actors.get(role.actor or "")
    return (actor is not None and actor.type in ("state", "forces")) or head(squeezed(role.name)) in WORDS["officers"]


def _irregular(role: Role, cast: Cast) -> bool:
    actor = cast.ontology.actors.get(role.actor or "")
    return (actor is not None and actor.type == "armed-group") or head(squeezed(role.name)) in WORDS["irregulars"]


def _soldiers(role: Role) -> bool:
    return head(squeezed(role.name)) in WORDS["soldiers"]


def _may_join(event: Event, incident: Incident, reading: Reading) -> bool:
    """Whether ``event`` is of the incident's type, or told close by: a blast and its dead, no murder told elsewhere."""
    if type_of([event], reading) == type_of(incident.events, reading):
        return True
    return min(abs(event.trigger.start - other.trigger.start) for other in incident.events) <= _CLOSE


def _same(event: Event, other: Event, reading: Reading, cast: Cast) -> bool:
    """Whether two events are of one incident: nothing told of them differs."""
    kinds = {type_of([event], reading), type_of([other], reading)}
    if len(kinds) == 2 and "ATTACK" not in kinds:
        return False
    days = {day_of(event), day_of(other)} - {None}
    if len(days) == 2:
        return False
    towns = [{p.geonameid for p in e.places if p.precision in ("town", "point")} for e in (event, other)]
    if towns[0] and towns[1] and not towns[0] & towns[1]:
        return False
    persons = [{name for r in e.roles if r.role in TARGETS and (name := cast.person(r))} for e in (event, other)]
    return not (persons[0] and persons[1] and not persons[0] & persons[1])


def published_on(reading: Reading) -> date | None:
    """The day of publication, if known."""
    stamp = reading.document.published
    return date.fromisoformat(stamp.value[:10]) if stamp is not None and len(stamp.value) >= 10 else None


def day_of(event: Event) -> date | None:
    """The day of ``event``, if the text tells it to the day."""
    if event.time is None or event.time.value is None:
        return None
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", event.time.value)
    return date(int(match[1]), int(match[2]), int(match[3])) if match else None


def sentence(event: Event, text: str) -> str:
    """The sentence of the event's trigger."""
    start, end = sentence_span(event, text)
    return text[start:end]


def sentence_span(event: Event, text: str) -> tuple[int, int]:
    """Where the sentence of the event's trigger begins and ends; two spaces end a sentence in these texts."""
    start = max(text.rfind(".  ", 0, event.trigger.start), text.rfind("\n\n", 0, event.trigger.start), 0)
    ends = [text.find(mark, event.trigger.end) for mark in (".  ", "\n\n")]
    return start, min([end for end in ends if end >= 0], default=len(text))


def type_of(events: Sequence[Event], reading: Reading) -> str:
    """MUC-4's type of the incident that ``events`` make."""
    kinds = [TYPES[event.type] for event in events]
    text = reading.document.text
    for kind in ("KIDNAPPING", "BOMBING"):
        if kind in kinds:
            return kind
    for event in events:
        words = " ".join(
            [text[event.trigger.start : event.trigger.end], *(r.name for r in event.roles if r.role == "instrument")]
        )
        if _BLAST.search(words):
            return "BOMBING"
        if _FIRE.search(words):
            return "ARSON"
    if any(_BLAST.search(sentence(event, text)) for event in events if event.type in _BY_ANY):
        return "BOMBING"
    return kinds[0]
