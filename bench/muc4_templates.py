"""MUC-4's incident templates out of a reading: which events make one incident, and what fills its slots."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bench.muc4_fillers import WORDS, Cast, distinct, fills, head, squeezed
from bench.telling import lemma
from reportedly.gazetteer import Gazetteer
from reportedly.model import Event, Reading, Role
from reportedly.ontology import Ontology

TYPES = {
    "attack": "ATTACK", "killing": "ATTACK", "wounding": "ATTACK", "assassination": "ATTACK", "gun-attack": "ATTACK",
    "execution": "ATTACK", "mob-violence": "ATTACK", "other-violence": "ATTACK", "grenade-attack": "ATTACK",
    "bombing": "BOMBING", "suicide-bombing": "BOMBING", "bomb-defused": "BOMBING", "shelling": "ATTACK",
    "abduction": "KIDNAPPING", "looting": "ROBBERY", "property-destroyed": "ATTACK", "materiel-destroyed": "ATTACK",
    "torture": "ATTACK",
}  # fmt: skip
"""The incident's type for each type of event; a fire or explosives at work change it (``_type``)."""
_FIRE = re.compile(r"\b(?:burn\w*|torch\w*|arson|ablaze|set fire|fire to)\b", re.I)
_BLAST = re.compile(r"\b(?:bomb\w*|dynamit\w*|explo\w*|blow up|blew up|blown up|car-?bomb\w*|land-?mine\w*)\b", re.I)
_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
_AGENTS = ("agent",)
_TARGETS = ("target",)
_OLD = 75  # days before publication: older happenings are told as background
_COMBAT = frozenset({"clash", "offensive"})
"""A text that tells of several fights between armed sides is about the war, which the keys leave out."""
_BLOCKED = frozenset({"hypothetical", "counterfactual"})


@dataclass
class Incident:
    """The events of one incident, in text order."""

    events: list[Event] = field(default_factory=list)

    @property
    def first(self) -> int:
        """Where it is first told."""
        return self.events[0].trigger.start


def templates(reading: Reading, ontology: Ontology, gazetteer: Gazetteer, country: str | None) -> list[dict[str, Any]]:
    """The templates of one text, in the shape of the keys. ``country``: where it is reported from."""
    cast = Cast(reading, ontology)
    incidents: list[Incident] = []
    for event in reading.events:
        if event.type in TYPES and _told(event, reading, cast):
            for incident in reversed(incidents):
                if all(_same(event, other, reading, cast) for other in incident.events):
                    incident.events.append(event)
                    break
            else:
                incidents.append(Incident([event]))
    text = reading.document.text
    combats = [_sentence_span(event, text) for event in reading.events if event.type in _COMBAT]
    if len(combats) > 1:
        return []
    incidents = [x for x in incidents if not all(_sentence_span(event, text) in combats for event in x.events)]
    found = [_template(incident, reading, cast, gazetteer, country) for incident in incidents]
    return [template for template in found if template is not None]


def _anchored(event: Event, cast: Cast) -> bool:
    return (
        _day(event) is not None
        or any(p.precision not in ("country", "region") for p in event.places)
        or any(cast.person(r) for r in event.roles if r.role in _TARGETS)
    )


def _told(event: Event, reading: Reading, cast: Cast) -> bool:
    """Whether ``event`` can be an incident: told of as a fact of late, and not of soldiers against rebels."""
    if event.modality in _BLOCKED or event.polarity == "negative" or event.modality in ("planned", "possible"):
        return False
    day = _day(event)
    published = _published(reading)
    if day is not None and published is not None and (published - day).days > _OLD:
        return False
    targets = [r for r in event.roles if r.role in _TARGETS]
    against = [role for role in targets if not _irregular(role, cast)]
    return not (targets and all(_soldiers(role) for role in against) and event.type != "abduction")


def _irregular(role: Role, cast: Cast) -> bool:
    actor = cast.ontology.actors.get(role.actor or "")
    return (actor is not None and actor.type == "armed-group") or head(squeezed(role.name)) in WORDS["irregulars"]


def _soldiers(role: Role) -> bool:
    return head(squeezed(role.name)) in WORDS["soldiers"]


def _same(event: Event, other: Event, reading: Reading, cast: Cast) -> bool:
    """Whether two events are of one incident: nothing told of them differs."""
    kinds = {_type([event], reading), _type([other], reading)}
    if len(kinds) == 2 and "ATTACK" not in kinds:
        return False
    days = {_day(event), _day(other)} - {None}
    if len(days) == 2:
        return False
    towns = [{p.geonameid for p in e.places if p.precision in ("town", "point")} for e in (event, other)]
    if towns[0] and towns[1] and not towns[0] & towns[1]:
        return False
    persons = [{name for r in e.roles if r.role in _TARGETS and (name := cast.person(r))} for e in (event, other)]
    return not (persons[0] and persons[1] and not persons[0] & persons[1])


def _published(reading: Reading) -> date | None:
    stamp = reading.document.published
    return date.fromisoformat(stamp.value[:10]) if stamp is not None and len(stamp.value) >= 10 else None


def _day(event: Event) -> date | None:
    if event.time is None or event.time.value is None:
        return None
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", event.time.value)
    return date(int(match[1]), int(match[2]), int(match[3])) if match else None


def _sentence(event: Event, text: str) -> str:
    start, end = _sentence_span(event, text)
    return text[start:end]


def _sentence_span(event: Event, text: str) -> tuple[int, int]:
    start = max(text.rfind(".  ", 0, event.trigger.start), text.rfind("\n\n", 0, event.trigger.start), 0)
    ends = [text.find(mark, event.trigger.end) for mark in (".  ", "\n\n")]
    return start, min([end for end in ends if end >= 0], default=len(text))


def _type(events: Sequence[Event], reading: Reading) -> str:
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
    if any(_BLAST.search(_sentence(event, text)) for event in events if event.type in _BY_ANY):
        return "BOMBING"
    return kinds[0]


_AT = re.compile(
    r"(?:in|inside|at|near|outside|in front of|against|on|under|by|next to) "
    r"((?:(?!(?:in|at|on|that|which|who|where|and|of|by|was|were|is|has|had|causing|killing)\b)[\w.'-]+ ?){1,6})",
    re.I,
)
_EXPLOSIVE = re.compile(r"\b(?:car[- ]bombs?|bombs?|dynamite|explosives|explosive devices?|(?:land)?mines?)\b", re.I)
_UNKNOWN = re.compile(
    r"\b(?:unidentified|unknown|hooded|masked|heavily\s+armed|armed)\s+(?:\w+\s+)?(?:men|persons|individuals|people|gunmen"
    r"|assailants|attackers|youths|subjects)\b",
    re.I,
)
_BY_ANY = frozenset({"attack", "property-destroyed", "materiel-destroyed", "other-violence"})


def _template(
    incident: Incident, reading: Reading, cast: Cast, gazetteer: Gazetteer, country: str | None
) -> dict[str, Any] | None:
    events = incident.events
    roles = [role for event in events for role in event.roles]
    targets = [role for role in roles if role.role in _TARGETS]
    names: list[str] = []
    people: list[str] = []
    things: list[str] = []
    for role in targets:
        text = squeezed(role.name)
        person = cast.person(role)
        if person is not None:
            names.append(person)
        elif fills(text) and cast.is_people(text):
            people.append(text)
        elif fills(text) and cast.is_property(text):
            things.append(text)
    for casualty in (c for event in events for c in event.casualties if c.who):
        text = squeezed(casualty.who or "")
        if fills(text) and cast.is_people(text) and not any(set(text.split()) & set(n.split()) for n in names):
            people.append(text)
    if names:
        people = [text for text in people if text.lower() not in WORDS["again"]]
    names, people, things = distinct(names), distinct(people), distinct(things)
    if not (names or people or things or any(_anchored(event, cast) for event in events)):
        return None
    agents = [role for role in roles if role.role in _AGENTS]
    orgs = distinct(org for role in agents if (org := cast.armed_group(role)) is not None)
    doers: list[str] = []
    for role in agents:
        text = squeezed(role.name)
        person = cast.person(role)
        if person is not None:
            doers.append(person)
        elif fills(text) and cast.is_organisation(text):
            orgs = distinct([*orgs, text])
        elif fills(text) and cast.is_people(text):
            doers.append(text)
    if not doers:
        doers = _irregulars(events, reading)[:1]
    group = cast.group_blamed()
    if not orgs and group and (any(head(d) in WORDS["irregulars"] or head(d) in WORDS["bands"] for d in doers)):
        orgs = [group]
    weapons = distinct(
        text for r in roles if r.role == "instrument" and fills(text := squeezed(r.name)) and cast.is_weapon(text)
    )
    weapons = distinct([*weapons, *(arms for event in events if (arms := _arms_named(event, reading, cast)))])
    if not weapons and _type(events, reading) == "BOMBING":
        told = (_sentence(event, reading.document.text) for event in events)
        weapons = distinct(arms for sentence in told for arms in _EXPLOSIVE.findall(sentence))[:1]
    if not things:
        things = distinct(thing for event in events if (thing := _struck(event, reading, cast)))
    kind = _type(events, reading)
    victims = [*names, *people]
    return {
        "type": [kind],
        "optional": False,
        "stage": ["ATTEMPTED" if all(e.type == "bomb-defused" for e in events) else "ACCOMPLISHED"],
        "date": _dates(events, reading),
        "location": _location(events, reading, gazetteer, country),
        "weapon": _filled(weapons),
        "perp_ind": _filled(distinct(doers)),
        "perp_org": _filled(orgs),
        "target": _filled(things),
        "victim_name": _filled(names),
        "victim": _filled(victims),
        "victim_num": [[[_number(v, events, targets)], [v], False] for v in victims],
        "effect": [[[code], [v], False] for v in victims if (code := _effect(v, events, kind)) is not None],
    }


def _irregulars(events: Sequence[Event], reading: Reading) -> list[str]:
    """Phrases for irregulars, those of the incident's sentences first; failing that, for unknown persons."""
    spans = [_sentence_span(event, reading.document.text) for event in events]
    groups = [m for m in reading.mentions.actors if m.kind == "group" and head(squeezed(m.name)) in WORDS["irregulars"]]
    groups.sort(key=lambda m: (not any(start <= m.span.start < end for start, end in spans), m.span.start))
    unknown = _UNKNOWN.search(reading.document.text)
    return [*(squeezed(m.name) for m in groups), *([squeezed(unknown.group())] if unknown is not None else [])]


def _arms_named(event: Event, reading: Reading, cast: Cast) -> str | None:
    """The weapon in a compound that names the event: "a dynamite attack"."""
    text = reading.document.text
    before = text[max(0, event.trigger.start - 30) : event.trigger.start]
    words = f"{before}{text[event.trigger.start : event.trigger.end]}".split()[-2:]
    if len(words) < 2 or words[1].isdigit() or not cast.is_weapon(words[0]) or lemma(words[1]) not in WORDS["naming"]:
        return None
    return words[0].strip("\"'(")


def _struck(event: Event, reading: Reading, cast: Cast) -> str | None:
    """The property behind the event's trigger: "exploded inside a bus", "an attack against the office"."""
    match = _AT.match(" ".join(reading.document.text[event.trigger.end : event.trigger.end + 120].split()))
    text = squeezed(match[1]) if match is not None else ""
    return text if fills(text) and cast.is_property(text) else None


def _filled(texts: Sequence[str]) -> list[dict[str, Any]]:
    return [{"alts": [text.upper()], "opt": False} for text in texts]


def _dates(events: Sequence[Event], reading: Reading) -> list[str]:
    days = [day for event in events if (day := _day(event)) is not None]
    published = _published(reading)
    if days:
        return [_written(days[0])]
    return [f"- {_written(published)}"] if published is not None else []


def _written(day: date) -> str:
    return f"{day.day:02d} {_MONTHS[day.month - 1]} {day.year % 100:02d}"


def _location(events: Sequence[Event], reading: Reading, gazetteer: Gazetteer, country: str | None) -> list[list[str]]:
    places = [place for event in events for place in event.places if not place.metonym]
    if not any(p.precision not in ("country", "region") for p in places):
        text = reading.document.text
        for event in events:
            around = _sentence_span(event, text)
            near = [p for p in reading.mentions.places if around[0] <= p.span.start < around[1] and not p.metonym]
            near = [p for p in near if p.precision not in ("country", "region") and p.span.start > 40]
            if near:
                places += near
                break
    named = [place for place in places if place.precision not in ("country", "region")]
    iso = next((place.country for place in places if place.country), None)
    toponym = gazetteer.country(iso) if iso else None
    land = toponym.name.lower() if toponym is not None else country
    if land != country and country is not None and not _mentioned(land, reading):
        land = country
    parts = [land] if land else []
    parts += list(dict.fromkeys(re.sub(r"\s+", " ", place.name) for place in reversed(named)))
    return [[re.sub(r"[^\w\s]", " ", part.lower()).strip() for part in parts]] if parts else []


def _mentioned(country: str | None, reading: Reading) -> bool:
    return any(p.precision == "country" and (p.matched or "").lower() == country for p in reading.mentions.places)


def _number(victim: str, events: Sequence[Event], targets: Sequence[Role]) -> str:
    words = set(victim.lower().split())
    for casualty in (c for event in events for c in event.casualties):
        if casualty.who and words & set(casualty.who.lower().split()) and casualty.low is not None:
            return str(int(casualty.low)) if casualty.low == casualty.high else f"{int(casualty.low)} -"
    noun = victim.split()[-1].lower()
    return "PLURAL" if (noun.endswith("s") and head(victim) != noun) or noun in ("people", "men", "women") else "1"


def _effect(victim: str, events: Sequence[Event], kind: str) -> str | None:
    words = set(victim.lower().split())
    found: set[str] = set()
    for event in events:
        for casualty in event.casualties:
            if casualty.who and words & set(casualty.who.lower().split()):
                found.add(_EFFECTS.get(casualty.kind, ""))
        if any(words & set(r.name.lower().split()) for r in event.roles if r.role in _TARGETS):
            found.add(_EFFECTS.get(event.type, ""))
    return next((code for code in ("DEATH", "INJURY") if code in found), None)


_EFFECTS = {
    "killed": "DEATH", "wounded": "INJURY", "killing": "DEATH", "assassination": "DEATH", "execution": "DEATH",
    "wounding": "INJURY",
}  # fmt: skip
