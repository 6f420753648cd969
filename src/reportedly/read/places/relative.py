"""Places told by another place: "10 km north of X", "near X", "on the road between X and Y".

The words stand for a spot that no gazetteer has: its point is reckoned from the named place, its radius says how
little the words tell. A direction in eighths of the compass leaves 22.5 degrees to either side, 0.41 of the distance.
"""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import structs

from reportedly.model import Place, PlacePrecision, Span
from reportedly.model.geo import kilometres
from reportedly.read.places.evidence import KM_PER_DEGREE

NEAR_KM = 15.0  # "near X", "outside X": how far that may be, added to the town's own radius
DIRECTION_KM = 25.0  # "north of X" with no distance
BEARING_LEEWAY = 0.41
FARTHEST_APART_KM = 400.0  # of X and Y in "the road between X and Y"

_UNITS = {"k": 1.0, "mi": 1.609344, "m": 0.001}
_NUMBERS = {
    "a": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0,
    "nine": 9.0, "ten": 10.0, "twelve": 12.0, "fifteen": 15.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0,
    "fifty": 50.0, "a few": 3.0, "several": 5.0, "a dozen": 12.0,
}  # fmt: skip
_BEARINGS = {"north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270,
             "northwest": 315}  # fmt: skip
_COMPASS = r"(?:north|south)[- ]?(?:east|west)|north|south|east|west"
_KIND = r"(?: the)?(?: (?:town|city|village|capital|border|settlement|suburb|district)(?: of)?)?"
_OFFSET = re.compile(
    r"\b(?P<number>\d[\d,]*(?:\.\d+)?|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")[ -]"
    r"?(?P<unit>k(?:ilomet(?:er|re)|m)s?|mi(?:les?)?|met(?:er|re)s?|m)(?: \([^()\n]{1,20}\))?,?"
    rf"(?: (?:to the |due )?(?P<compass>{_COMPASS})(?:ern)?)?(?: away)? (?:of|from|outside){_KIND} $",
    re.I,
)
_TOWARDS = re.compile(rf"\b(?:just )?(?P<compass>{_COMPASS}) of{_KIND} $", re.I)
_NEAR = re.compile(
    r"\b(?:near(?:by)?|close to|outside|around|not far from|next to|(?:on|in|at|to|from) the (?:(?:northern|southern"
    rf"|eastern|western) )?(?:outskirts|edge|vicinity|surroundings|approaches) (?:of|to)){_KIND} $",
    re.I,
)
_STRETCH = re.compile(
    r"\b(?:road|highway|route|motorway|street|railway|line|stretch|corridor|area|strip|crossing|pass|bridge|checkpoint"
    r"|villages?|halfway|midway|somewhere|located|lies|situated|border)(?: \w+){0,2} (?P<joint>between|from|linking"
    rf"|connecting){_KIND} $",
    re.I,
)
_AND = re.compile(rf" (?:and|to|with){_KIND} ", re.I)
_BEFORE = 90  # code points looked at before a name


def relative_places(text: str, places: Sequence[Place]) -> Iterator[Place]:
    """``places`` in order, those that other words put somewhere else replaced by where the words put them."""
    skip: Place | None = None
    for place, following in pairwise([*places, None]):
        if place is None or place is skip:
            continue
        if following is not None and (between := _between(text, place, following)):
            skip = following
            yield between
        else:
            yield _placed(text, place)


def _placed(text: str, place: Place) -> Place:
    if place.lat is None or place.lon is None or place.radius_km is None or place.precision not in ("town", "point"):
        return place
    before = text[max(0, place.span.start - _BEFORE) : place.span.start]
    if found := _OFFSET.search(before):
        distance = _number(found["number"]) * _unit(found["unit"])
        start = place.span.start - len(before) + found.start()
        if found["compass"]:
            lat, lon = moved(place.lat, place.lon, _bearing(found["compass"]), distance)
            return _elsewhere(text, place, start, lat, lon, BEARING_LEEWAY * distance + place.radius_km, "offset")
        return _elsewhere(text, place, start, place.lat, place.lon, distance + place.radius_km, "distance")
    if found := _TOWARDS.search(before):
        start = place.span.start - len(before) + found.start()
        return _elsewhere(text, place, start, place.lat, place.lon, DIRECTION_KM + place.radius_km, "direction")
    if _NEAR.search(before):
        return structs.replace(place, radius_km=round(place.radius_km + NEAR_KM, 1), rule=f"{place.rule}/near")
    return place


def _elsewhere(text: str, place: Place, start: int, lat: float, lon: float, radius: float, rule: str) -> Place:
    span = Span(start, place.span.end)
    return Place(
        name=" ".join(span.of(text).split()),
        span=span,
        geonameid=None,
        lat=round(lat, 4),
        lon=round(lon, 4),
        radius_km=round(radius, 1),
        country=place.country,
        admin1=place.admin1,
        precision=_precision(radius),
        matched=place.matched,
        rule=f"{place.rule}/{rule}",
    )


def _between(text: str, one: Place, other: Place) -> Place | None:
    """The stretch between two towns, where a road or the like is said to lie between them."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    if not {one.precision, other.precision} <= {"town", "point", "district"}:
        return None
    before = text[max(0, one.span.start - _BEFORE) : one.span.start]
    found = _STRETCH.search(before)
    if found is None or not _AND.fullmatch(text, one.span.end, other.span.start):
        return None
    distance = kilometres(one.lat, one.lon, other.lat, other.lon)
    if distance > FARTHEST_APART_KM:
        return None
    start = one.span.start - len(before) + found.start("joint")
    radius = distance / 2 + max(one.radius_km or 0.0, other.radius_km or 0.0)
    span = Span(start, other.span.end)
    return Place(
        name=" ".join(span.of(text).split()),
        span=span,
        lat=round((one.lat + other.lat) / 2, 4),
        lon=round((one.lon + other.lon) / 2, 4),
        radius_km=round(radius, 1),
        country=one.country if one.country == other.country else None,
        admin1=one.admin1 if (one.country, one.admin1) == (other.country, other.admin1) else None,
        precision=_precision(radius),
        matched=f"{one.matched} – {other.matched}",
        rule=f"{one.rule}/between",
    )


def moved(lat: float, lon: float, bearing: float, distance: float) -> tuple[float, float]:
    """The point ``distance`` kilometres away at ``bearing`` degrees from north, clockwise; on a plane, which is good
    to a percent for the distances of news."""
    north = distance * math.cos(math.radians(bearing)) / KM_PER_DEGREE
    east = distance * math.sin(math.radians(bearing)) / (KM_PER_DEGREE * max(math.cos(math.radians(lat)), 0.01))
    return max(-90.0, min(90.0, lat + north)), (lon + east + 180) % 360 - 180


def _number(words: str) -> float:
    words = words.lower()
    return _NUMBERS[words] if words in _NUMBERS else float(words.replace(",", ""))


def _unit(word: str) -> float:
    word = word.lower()
    return _UNITS["k" if word.startswith("k") else "mi" if word.startswith("mi") else "m"]


def _bearing(words: str) -> float:
    return _BEARINGS[re.sub(r"[- ]", "", words.lower())]


def _precision(radius: float) -> PlacePrecision:
    return "town" if radius <= 10 else "district" if radius <= 60 else "province"
