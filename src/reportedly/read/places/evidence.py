"""What a text as a whole says about where it plays: its countries, its provinces, the places that it names."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reportedly.gazetteer import Toponym, exact_key

KM_PER_DEGREE = 111.2
NEAR_KM = 50.0
SAME_AREA_KM = 200.0
ENOUGH = 4.0  # neighbours; more make no difference
FAR_KM = 1500.0  # what is farther away is no neighbour at all
SIBLINGS = 0.25  # two provinces of one country speak for each other


class Belief(NamedTuple):
    """A place that a name of the text may be, and how probable that is."""

    place: Toponym
    weight: float


class Setting(NamedTuple):
    """``countries``: how often each is told of, by its name, its demonym or a place that leaves no doubt; ``own``: what
    of that comes from each name, by its key. ``names``: what each name of the text may be, by its key."""

    countries: Counter[str]
    own: Mapping[str, Counter[str]]
    names: dict[str, Sequence[Belief]]

    def share(self, country: str, key: str = "") -> float:
        """The country's part in all that the text says of countries, 0 to 1; what the name ``key`` itself says is left
        out, for no name is evidence for itself."""
        own = self.own.get(key)
        total = self.countries.total() - (own.total() if own else 0)
        told = self.countries[country] - (own[country] if own else 0)
        return told / total if total else 0.0


def is_inside(place: Toponym, area: Toponym) -> bool:
    """True if ``place`` lies in the country or division ``area``, by their codes; a file that a user adds may have
    names where the base has codes."""
    if place.geonameid == area.geonameid or not area.country or place.country != area.country:
        return False
    if area.code == "PCLI":
        return True
    if area.code == "ADM1":
        if place.admin1 == area.admin1:
            return True
        key = exact_key(place.admin1)
        return len(place.admin1) > 3 and any(key == exact_key(name) for name in (area.name, *area.names))
    return area.code == "ADM2" and kilometres_between(place, area) <= area.radius_km + 15


def kilometres_between(one: Toponym, other: Toponym) -> float:
    """Distance of their points in kilometres, good to a few percent below 1,000; infinite where one has none."""
    if one.lat is None or other.lat is None or one.lon is None or other.lon is None:
        return math.inf
    east = abs(one.lon - other.lon)
    east = min(east, 360 - east) * math.cos(math.radians((one.lat + other.lat) / 2))
    return KM_PER_DEGREE * math.hypot(one.lat - other.lat, east)


def support(key: str, place: Toponym, setting: Setting) -> float:
    """How well the other names of the text speak for ``place``: for each of them, how near it is likely to be; 1 for
    a neighbour that leaves no doubt."""
    total = 0.0
    for other, beliefs in setting.names.items():
        if other == key:
            continue
        best = 0.0
        for belief in beliefs:
            if belief.weight > best:
                best = max(best, belief.weight * nearness(place, belief.place))
        total += best
        if total > ENOUGH:
            break
    return total


def nearness(place: Toponym, other: Toponym) -> float:
    """1 for the same spot or a place in its own division, falling to 0 with the distance; 0 for countries and
    regions."""
    if other.code in ("PCLI", "CONT", "RGN") or place.code in ("PCLI", "CONT"):
        return 0.0
    if other.code == "ADM1" and place.code == "ADM1":
        return SIBLINGS if other.country == place.country else 0.0
    if other.code == "ADM1" or place.code == "ADM1":
        return 0.9 if is_inside(place, other) or is_inside(other, place) else 0.0
    if place.lat is None or other.lat is None or abs(place.lat - other.lat) * KM_PER_DEGREE > FAR_KM:
        return 0.0
    distance = kilometres_between(place, other)
    if distance > FAR_KM:
        return 0.0
    return 0.7 * math.exp(-distance / NEAR_KM) + 0.3 * math.exp(-distance / SAME_AREA_KM)


def is_near(key: str, place: Toponym, setting: Setting, kilometres: float) -> bool:
    """True if another name of the text is more likely than not a place within ``kilometres``."""
    return any(
        belief.weight >= 0.5
        and belief.place.code not in ("PCLI", "CONT", "RGN", "ADM1")
        and kilometres_between(place, belief.place) <= kilometres
        for other, beliefs in setting.names.items()
        if other != key
        for belief in beliefs
    )


def country_of(options: Sequence[Toponym]) -> tuple[str, int]:
    """The country that a name speaks for and how strongly: one that can be but one place or country; else "" and 0."""
    first = options[0] if options else None
    if first is None or first.match != "exact" or not first.country:
        return "", 0  # what only sounds alike is no evidence
    if first.code == "PCLI":
        return ("", 0) if any(place.code == "ADM1" for place in options) else (first.country, 2)  # Georgia
    return (first.country, 1) if first.code == "ADM1" or _beyond_doubt(options) else ("", 0)


def _beyond_doubt(places: Sequence[Toponym]) -> bool:
    towns = [place for place in places if place.feature == "P"]
    return len(towns) == 1 if towns else len(places) == 1
