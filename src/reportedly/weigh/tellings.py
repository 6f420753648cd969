"""What custody and control share: the claims of an incident that tell of a thing, and what they tell of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from reportedly.model import Event, Grade, Incident, Party, Testimony
from reportedly.model.days import days

TELLING = frozenset({"affirms", "corroborates"})
HAPPENED = frozenset({"actual", "hedged"})
FALLEN = frozenset({"Discounted", "Unrated"})
"""Grades of incidents that nothing is built on; they are shown, and close no gap."""

_ARTICLES = ("the ", "a ", "an ")

Parties = tuple[Party, ...]
Sides = tuple[Parties, Parties]


class Account(NamedTuple):
    """An incident as the claims tell it that are asked for: those that affirm and those that deny."""

    incident: Incident
    grade: str
    affirm: tuple[Testimony, ...]
    deny: tuple[Testimony, ...]


def accounts(
    incidents: Iterable[Incident],
    testimonies: Iterable[Testimony],
    grades: Mapping[str, Grade],
    asked: Callable[[Event], bool],
) -> list[Account]:
    """The incidents with a claim that tells an event that is ``asked`` for, by identifier.

    Planned, possible and hypothetical happenings change nobody's hands: only claims that it happened affirm.
    An incident without a grade is ``Unrated``.
    """
    by_event: defaultdict[str, dict[str, Testimony]] = defaultdict(dict)
    for testimony in testimonies:
        by_event[testimony.event.id][testimony.claim.id] = testimony
    found = []
    for incident in sorted(incidents, key=lambda one: one.id):
        told = [testimony for event in incident.events for testimony in by_event[event].values()]
        told.sort(key=lambda one: one.claim.id)
        affirm = tuple(one for one in told if _affirms(one) and asked(one.event))
        if affirm:
            grade = grades[incident.id].value if incident.id in grades else "Unrated"
            found.append(Account(incident, grade, affirm, tuple(one for one in told if _denies(one))))
    return found


def _affirms(testimony: Testimony) -> bool:
    claim = testimony.claim
    return claim.stance in TELLING and claim.polarity == "positive" and claim.modality in HAPPENED


def _denies(testimony: Testimony) -> bool:
    claim = testimony.claim
    return (not claim.part and claim.stance == "denies") or (claim.stance in TELLING and claim.polarity == "negative")


def ids(testimonies: Iterable[Testimony]) -> tuple[str, ...]:
    """The claims' identifiers, sorted."""
    return tuple(sorted(one.claim.id for one in testimonies))


def parties(event: Event, *roles: str) -> Parties:
    """Those who fill one of ``roles``, each once, by name."""
    found: dict[str, Party] = {}
    for role in sorted(event.roles, key=lambda one: (one.name, one.span)):
        if role.role in roles:
            party = Party(name=role.name, actor=role.actor)
            found.setdefault(key(party), party)
    return tuple(found[name] for name in sorted(found))


def key(party: Party) -> str:
    """What two names of one side have in common: the ontology's actor, else the name without article and case."""
    if party.actor is not None:
        return party.actor
    name = " ".join(party.name.casefold().split())
    return next((name[len(article) :] for article in _ARTICLES if name.startswith(article)), name)


def keys(sides: Iterable[Party]) -> frozenset[str]:
    """The ``key`` of each."""
    return frozenset(key(party) for party in sides)


def by_sides(
    testimonies: Sequence[Testimony], sides: Callable[[Event], Sides]
) -> list[tuple[Sides, tuple[Testimony, ...]]]:
    """The claims of one incident by the two sides that they name.

    Where no two claims differ over a side, they tell of the same two, each with what it names. Where they differ,
    each pair stands on its own; a claim that leaves a side open counts with every pair that it agrees with.
    """
    groups: defaultdict[tuple[frozenset[str], frozenset[str]], list[Testimony]] = defaultdict(list)
    named: dict[frozenset[str], Parties] = {frozenset(): ()}
    for testimony in testimonies:
        one_side, other_side = sides(testimony.event)
        for side in (one_side, other_side):
            named[keys(side)] = min(named.get(keys(side), side), side, key=_spelling)
        groups[keys(one_side), keys(other_side)].append(testimony)
    first = {pair[0] for pair in groups if pair[0]}
    second = {pair[1] for pair in groups if pair[1]}
    if len(first) <= 1 and len(second) <= 1:
        both = (next(iter(first), frozenset()), next(iter(second), frozenset()))
        return [((named[both[0]], named[both[1]]), tuple(testimonies))]
    found = []
    for pair in sorted(groups, key=lambda one: (sorted(one[0]), sorted(one[1]))):
        if not any(_within(pair, other) for other in groups):
            told = [one for other in groups if other == pair or _within(other, pair) for one in groups[other]]
            told.sort(key=lambda one: one.claim.id)
            found.append(((named[pair[0]], named[pair[1]]), tuple(told)))
    return found


def _within(pair: tuple[frozenset[str], frozenset[str]], other: tuple[frozenset[str], frozenset[str]]) -> bool:
    return pair != other and all(not mine or mine == theirs for mine, theirs in zip(pair, other, strict=True))


def _spelling(sides: Parties) -> tuple[tuple[int, str], ...]:
    return tuple((-len(party.name), party.name) for party in sides)


def when(testimonies: Iterable[Testimony]) -> tuple[str, str] | None:
    """The days that all tell in common; where they have none in common, from the first to the last that any tells."""
    told = [span for one in testimonies if one.event.time and (span := days(one.event.time.value))]
    if not told:
        return None
    latest, earliest = max(first for first, _ in told), min(last for _, last in told)
    if latest <= earliest:
        return latest, earliest
    return min(first for first, _ in told), max(last for _, last in told)


def first_told(testimonies: Iterable[Testimony]) -> str | None:
    """The first publication of any."""
    return min((one.published.value for one in testimonies if one.published), default=None)


def where(testimonies: Iterable[Testimony]) -> tuple[str, ...]:
    """The names of the places that any tells, sorted; names of places that stand for their people are none."""
    return tuple(sorted({place.name for one in testimonies for place in one.event.places if not place.metonym}))
