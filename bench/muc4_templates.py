"""MUC-4's templates out of a reading: what fills the slots of its incidents."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from bench.muc4_fillers import WORDS, Cast, distinct, fills, head, squeezed
from bench.muc4_incidents import (
    AGENTS,
    TARGETS,
    Incident,
    day_of,
    incidents,
    published_on,
    sentence,
    sentence_span,
    type_of,
)
from bench.telling import lemma
from reportedly.gazetteer import Gazetteer
from reportedly.model import Event, Reading, Role
from reportedly.ontology import Ontology

_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
_NEAR = 200  # characters behind a trigger in which what was struck is looked for
_AT = re.compile(
    r"\b(?:in|inside|at|near|outside|in front of|in the vicinity of|opposite|against|on|under|by|beside|next to) "
    r"((?:(?!(?:in|at|on|that|which|who|where|and|of|by|was|were|is|has|had|causing|killing)\b)[\w.'-]+ ?){1,6})",
    re.I,
)
_EXPLOSIVE = re.compile(r"\b(?:car[- ]bombs?|bombs?|dynamite|explosives|explosive devices?|(?:land)?mines?)\b", re.I)
_UNKNOWN = re.compile(
    r"\b(?:unidentified|unknown|hooded|masked|heavily\s+armed|armed)\s+(?:\w+\s+)?(?:men|persons|individuals|people|gunmen"
    r"|assailants|attackers|youths|subjects)\b",
    re.I,
)


def templates(reading: Reading, ontology: Ontology, gazetteer: Gazetteer, country: str | None) -> list[dict[str, Any]]:
    """The templates of one text, in the shape of the keys. ``country``: where it is reported from."""
    cast = Cast(reading, ontology)
    found = (_template(incident, reading, cast, gazetteer, country) for incident in incidents(reading, cast))
    return [template for template in found if template is not None]


def _anchored(event: Event, cast: Cast) -> bool:
    return (
        day_of(event) is not None
        or any(p.precision not in ("country", "region") for p in event.places)
        or any(cast.person(r) for r in event.roles if r.role in TARGETS)
    )


def _template(
    incident: Incident, reading: Reading, cast: Cast, gazetteer: Gazetteer, country: str | None
) -> dict[str, Any] | None:
    events = incident.events
    roles = [role for event in events for role in event.roles]
    targets = [role for role in roles if role.role in TARGETS]
    names: list[str] = []
    people: list[str] = []
    things: list[str] = []
    for role in targets:
        text = squeezed(role.name)
        persons = cast.people(role)
        if persons:
            names.extend(persons)
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
    struck = any(r.role == "instrument" for r in roles) and type_of(events, reading) == "BOMBING"
    if not (names or people or things or struck or any(_anchored(event, cast) for event in events)):
        return None
    agents = [role for role in roles if role.role in AGENTS]
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
    if not orgs:
        orgs = _behind(doers, reading, cast)
    weapons = distinct(
        text for r in roles if r.role == "instrument" and fills(text := squeezed(r.name)) and cast.is_weapon(text)
    )
    weapons = distinct([*weapons, *(arms for event in events if (arms := _arms_named(event, reading, cast)))])
    if not weapons and type_of(events, reading) == "BOMBING":
        told = (sentence(event, reading.document.text) for event in events)
        weapons = distinct(arms for sentence in told for arms in _EXPLOSIVE.findall(sentence))[:1]
    if not things:
        things = distinct(thing for event in events if (thing := _struck(event, reading, cast)))
    kind = type_of(events, reading)
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


def _behind(doers: Sequence[str], reading: Reading, cast: Cast) -> list[str]:
    """The organisation whose deed it may be where the incident names none: for soldiers the forces that the document
    names most often, for others its armed group, if it tells of irregulars."""
    heads = {head(doer) for doer in doers}
    if heads & WORDS["soldiers"]:
        body = cast.most_named("forces")
        return [body] if body is not None else []
    told = (m for m in reading.mentions.actors if m.kind == "group")
    irregular = WORDS["irregulars"] | WORDS["bands"]
    group = cast.most_named("armed-group")
    if group is None or not (heads & irregular or any(head(squeezed(m.name)) in irregular for m in told)):
        return []
    return [group]


def _irregulars(events: Sequence[Event], reading: Reading) -> list[str]:
    """Phrases for irregulars in the incident's sentences; failing that, for unknown persons."""
    spans = [sentence_span(event, reading.document.text) for event in events]
    groups = [m for m in reading.mentions.actors if m.kind == "group" and head(squeezed(m.name)) in WORDS["irregulars"]]
    groups = [m for m in groups if any(start <= m.span.start < end for start, end in spans)]
    unknown = next((u for start, end in spans if (u := _UNKNOWN.search(reading.document.text, start, end))), None)
    return [*(squeezed(m.name) for m in groups), *([squeezed(unknown.group())] if unknown is not None else [])]


def _arms_named(event: Event, reading: Reading, cast: Cast) -> str | None:
    """The weapon in a compound that names the event: "a dynamite attack"."""
    text = reading.document.text
    before = text[max(0, event.trigger.start - 30) : event.trigger.start]
    words = f"{before}{text[event.trigger.start : event.trigger.end]}".split()[-2:]
    if (
        len(words) < 2
        or words[0].lower().endswith("armed")
        or words[1].isdigit()
        or not cast.is_weapon(words[0])
        or lemma(words[1]) not in WORDS["naming"]
    ):
        return None
    return words[0].strip("\"'(")


def _struck(event: Event, reading: Reading, cast: Cast) -> str | None:
    """The property behind the event's trigger: "exploded inside a bus", "an attack against the office"."""
    text = reading.document.text
    end = min(sentence_span(event, text)[1], event.trigger.end + _NEAR)
    for match in _AT.finditer(" ".join(text[event.trigger.end : end].split())):
        thing = squeezed(match[1])
        if fills(thing) and cast.is_property(thing):
            return thing
    return None


def _filled(texts: Sequence[str]) -> list[dict[str, Any]]:
    return [{"alts": [text.upper()], "opt": False} for text in texts]


def _dates(events: Sequence[Event], reading: Reading) -> list[str]:
    days = [day for event in events if (day := day_of(event)) is not None]
    published = published_on(reading)
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
            around = sentence_span(event, text)
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
        if any(words & set(r.name.lower().split()) for r in event.roles if r.role in TARGETS):
            found.add(_EFFECTS.get(event.type, ""))
    return next((code for code in ("DEATH", "INJURY") if code in found), None)


_EFFECTS = {
    "killed": "DEATH", "wounded": "INJURY", "killing": "DEATH", "assassination": "DEATH", "execution": "DEATH",
    "wounding": "INJURY",
}  # fmt: skip
