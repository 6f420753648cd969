"""The changes of control over a place that claims tell."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from reportedly.model import Change, ChangeKind, Event, Grade, Incident, Place, Testimony, content_id
from reportedly.weigh.control.places import At
from reportedly.weigh.tellings import (
    FALLEN,
    Account,
    Parties,
    Sides,
    accounts,
    by_sides,
    first_told,
    ids,
    keys,
    parties,
    when,
    where,
)

_KINDS: Mapping[str, ChangeKind] = {
    "territory-captured": "gained",
    "territory-lost": "lost",
    "withdrawal": "lost",
    "territory-contested": "contested",
    "siege": "besieged",
}
CONTROL_FAMILIES = frozenset(_KINDS)
"""Families of events that tell who holds a place."""

_SIZES = {size: rank for rank, size in enumerate(("point", "town", "district", "province", "country", "region"))}


def changes_at(
    at: At, incidents: Iterable[Incident], testimonies: Iterable[Testimony], grades: Mapping[str, Grade]
) -> list[Change]:
    """The changes that stand, by day (undated ones by publication); losses before gains of the same days."""
    found = accounts(
        incidents, testimonies, grades, lambda event: event.family in CONTROL_FAMILIES and _here(event, at)
    )
    changes = [change for account in found if account.grade not in FALLEN for change in _changes(account)]
    return sorted(changes, key=_order)


def _order(change: Change) -> tuple[str, str, bool, str, str]:
    first, last = change.days or (change.told or "9999", change.told or "9999")
    return first, last, change.kind != "lost", change.incident, change.id


def _here(event: Event, at: At) -> bool:
    """True if the place that changes hands is the one asked for.

    That is the one among the words that name what is taken or left; if none is there, the narrowest told ("a
    village in the province" changes nothing of the province).
    """
    part = "origin" if event.family == "withdrawal" else "target"
    named = [role.span for role in event.roles if role.role == part]
    places = [place for place in event.places if not place.metonym]
    among = [place for place in places if any(span.overlaps(place.span) for span in named)]
    if event.family == "withdrawal":
        elsewhere = [role.span for role in event.roles if role.role == "destination"]
        places = [place for place in places if not any(span.overlaps(place.span) for span in elsewhere)]
    chosen = among or places
    if not chosen:
        return False
    narrowest = min(_size(place) for place in chosen)
    return any(at(place) for place in chosen if _size(place) == narrowest)


def _size(place: Place) -> int:
    return _SIZES.get(place.precision, 0)  # an unplaced name is most often a village's


def _sides(event: Event) -> Sides:
    """Who gains and who loses it."""
    if event.family == "withdrawal":
        return (), parties(event, "agent")
    if event.family == "territory-captured":
        return parties(event, "agent"), _people(event, "origin", "holder")
    if event.family == "territory-lost":
        return parties(event, "recipient"), parties(event, "holder")
    return parties(event, "agent", "partner"), ()


def _people(event: Event, *roles: str) -> Parties:
    """As ``parties``; whoever is named by a place ("from the north") is none."""
    spans = [place.span for place in event.places if not place.metonym]
    kept = tuple(role for role in event.roles if role.actor is not None or not any(role.span == span for span in spans))
    return parties(msgspec.structs.replace(event, roles=kept), *roles)


def _changes(account: Account) -> Iterable[Change]:
    by_kind: defaultdict[ChangeKind, list[Testimony]] = defaultdict(list)
    for testimony in account.affirm:
        if kind := _KINDS.get(testimony.event.family):
            by_kind["gained" if kind == "lost" else kind].append(testimony)  # one change, told from either side
    for kind, told in sorted(by_kind.items()):
        for (gains, loses), claims in by_sides(told, _sides):
            yield Change(
                id=content_id("k", account.incident.id, kind, sorted(keys(gains)), sorted(keys(loses))),
                kind="lost" if kind == "gained" and not gains else kind,
                gains=gains,
                loses=loses,
                incident=account.incident.id,
                claims=ids(claims),
                denied=ids(account.deny),
                grade=account.grade,
                days=when(claims),
                told=first_told(claims),
                places=where(claims),
            )
