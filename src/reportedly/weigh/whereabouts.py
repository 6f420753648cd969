"""Where a testimony says that it happened, and whether two places can be one."""

import re
from collections.abc import Iterable, Mapping

from reportedly.model import Place, Testimony
from reportedly.model.geo import kilometres
from reportedly.weigh.data import words
from reportedly.weigh.origins.names import tokens, within

_PRECISE = frozenset({"point", "town", "district"})
_MARGIN_KM = 5.0  # towns reach beyond their points, and "near" is not said of every place that is near
_NEAR_KM = 15.0  # how far beside a town "near" it may be
_BEFORE = re.compile(r"(?:\b(not)\s+)?\b([a-z]+)\s+(?:(?:the\s+)?(?:[a-z]+\s+){0,2}of\s+)?$")
_WORD = re.compile(r"\s+([a-z]+)")
_SPOKEN = re.compile(r"\b(?:said|told|(?:news|press) conference|reporters|briefing|interview|speaking)\b[^,.;:]*$")


class Spot:
    """A place as a testimony tells it. ``how`` is the class of the word that ties the happening to it: inside, near.

    ``beside`` are the names of the places that are told together with it, by whomever: what is told with a place is
    next to it, or a part of it.
    """

    __slots__ = ("beside", "how", "place")

    def __init__(self, place: Place, how: str, beside: frozenset[str] = frozenset()) -> None:
        self.place = place
        self.how = how
        self.beside = beside

    def meets(self, other: "Spot") -> bool | None:
        """Whether one happening may lie in both; ``None`` where nothing tells.

        Places that the gazetteer does not hold are two where both are told alike, "in" the one and "in" the other, or
        "near" them: a village and the town next to it are told unlike. What is part of a place ("Market Street")
        is never set against another.
        """
        a, b = self.place, other.place
        if a.geonameid is not None and a.geonameid == b.geonameid:
            return True
        one, two = tokens(a.name), tokens(b.name)
        if within(one, two) or within(two, one):
            return True  # "Barangay Ganta" and "Ganta"
        if b.name in self.beside or a.name in other.beside or "part" in (self.how, other.how):
            return None
        if a.lat is not None and a.lon is not None and b.lat is not None and b.lon is not None:
            reach = (a.radius_km or 0) + (b.radius_km or 0) + _MARGIN_KM
            reach += _NEAR_KM if "near" in (self.how, other.how) else 0
            return kilometres(a.lat, a.lon, b.lat, b.lon) <= reach
        unplaced = sum(place.precision == "unplaced" for place in (a, b))
        if not self.how or self.how != other.how or _is_part(a) or _is_part(b):
            return None
        if unplaced == 2 or (self.how == "near" and {a.precision, b.precision} <= {"town", "unplaced"}):
            return False
        return None


def neighbours(testimonies: Iterable[Testimony]) -> Mapping[str, frozenset[str]]:
    """For each place, by its name, the names of those that one event has beside it."""
    found: dict[str, set[str]] = {}
    for testimony in testimonies:
        names = {place.name for place in testimony.event.places if _how(testimony, place) is not None}
        for name in names:
            found.setdefault(name, set()).update(names - {name})
    return {name: frozenset(others) for name, others in found.items()}


def spots(testimony: Testimony, beside: Mapping[str, frozenset[str]]) -> tuple[Spot, ...]:
    """The places of the happening that are precise enough to be told apart; "not near X" is none.

    ``beside`` are the ``neighbours`` of each place in the incident.
    """
    found = []
    for place in testimony.event.places:
        if place.metonym or place.precision not in _PRECISE | {"unplaced"}:
            continue
        how = _how(testimony, place)
        if how is not None:
            found.append(Spot(place, how, beside.get(place.name, frozenset())))
    return tuple(found)


def _how(testimony: Testimony, place: Place) -> str | None:
    """The class of the preposition before the name; empty where there is none, ``None`` where the place is denied, is
    where somebody comes from, or where it was told."""
    start, end = (at - testimony.evidence.span.start for at in (place.span.start, place.span.end))
    following = _WORD.match(testimony.quote, max(end, 0))
    inside = testimony.quote[start:end].split()[-1:] if 0 <= start < end else []
    if (following and following[1] in words("parts")) or (inside and inside[0] in words("parts")):
        return "part"  # "the Karari quarter"
    text = testimony.quote[:start] if 0 <= start <= len(testimony.quote) else ""
    before = _BEFORE.search(text)
    if before is None:
        return ""
    if before[1] or before[2] == "from" or _SPOKEN.search(text):
        return None
    return next((how for how in ("inside", "near") if before[2] in words(how)), "")


def _is_part(place: Place) -> bool:
    """True for what lies in a town, or is wider than one, by its own name."""
    return any(word in words("parts") for word in tokens(place.name))
