"""An incident's line in the list."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from reportedly.case.entries import IncidentEntry
from reportedly.model import Incident, Role, Testimony, Weighing
from reportedly.model.days import days
from reportedly.weigh.bearing import bearing

_ARTICLES = frozenset({"the", "a", "an"})
_LEADING = ("agent", "target", "recipient")
_NAMES = 6
"""Names of places and parties that a line holds."""


def entry_of(incident: Incident, told: Sequence[Testimony], weighing: Weighing) -> IncidentEntry:
    """The line of ``incident``: names by how many reports have them, days as the most precise reports give them.

    Those who did it come before the others that take part. The words are the first that say that it happened.
    """
    ordered = sorted(
        told, key=lambda one: (one.published.value if one.published else "~", one.document, one.claim.trigger)
    )
    events = {one.event.id: one.event for one in ordered}.values()
    first, last = _days(event.time.value for event in events if event.time is not None)
    places = {place.name for event in events for place in event.places}
    parties = [
        role
        for event in events
        for role in event.roles
        if role.role in _LEADING and _named(role.name) and (role.actor is not None or role.name not in places)
    ]
    doers = [role for role in parties if role.role == "agent"]

    def _tells(one: Testimony) -> bool:
        return one.event.family == incident.family and bearing(one) == "affirms"

    return IncidentEntry(
        id=incident.id,
        type=incident.type,
        family=incident.family,
        grade=weighing.grade.value,
        by=weighing.grade.by,
        told=next((one.published.value for one in ordered if one.published is not None), None),
        first_day=first,
        last_day=last,
        places=_most(place.name for event in events for place in event.places if not place.metonym),
        actors=tuple(dict.fromkeys((*_leading(doers, parties), *_leading(parties, parties))))[:_NAMES],
        documents=len({one.document for one in told}),
        claims=len(told),
        affirming=weighing.count("affirms"),
        denying=weighing.count("denies"),
        others=len(weighing.origins) - weighing.count("affirms") - weighing.count("denies"),
        contradictions=sum(not one.superseded for one in weighing.contradictions),
        words=next((one.quote for one in (*filter(_tells, ordered), *ordered)), ""),
    )


def _leading(some: Iterable[Role], parties: Iterable[Role]) -> tuple[str, ...]:
    """Who takes part, each under the name that most reports have, in capitals only where none writes it otherwise."""
    spelt: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for role in parties:
        spelt[_key(role)][role.name] += 1
    name = {key: min(names, key=lambda one: (one.isupper(), -names[one], one)) for key, names in spelt.items()}
    return _most(name[_key(role)] for role in some)


def _key(role: Role) -> str:
    """What two spellings of one name have in common."""
    return role.actor or " ".join(word for word in role.name.casefold().split() if word not in _ARTICLES)


def _named(name: str) -> bool:
    return any(word[:1].isupper() for word in name.split())


def _most(names: Iterable[str]) -> tuple[str, ...]:
    counted = Counter(names)
    return tuple(sorted(counted, key=lambda name: (-counted[name], name))[:_NAMES])


def _days(values: Iterable[str | None]) -> tuple[str | None, str | None]:
    """The days that most of the most precise times give."""
    counted = Counter(found for value in values if (found := days(value)) is not None)
    if not counted:
        return None, None
    return min(counted, key=lambda found: (_width(found), -counted[found], found))


def _width(found: tuple[str, str]) -> int:
    from datetime import date

    return (date.fromisoformat(found[1]) - date.fromisoformat(found[0])).days
