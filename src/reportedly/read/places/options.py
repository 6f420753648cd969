"""Which places of the gazetteer a toponym can be, by its name and the words beside it."""

import re
from typing import NamedTuple

from reportedly.gazetteer import Gazetteer, Toponym, exact_key, sound_key
from reportedly.read.places.evidence import is_inside
from reportedly.read.places.lexicon import LEVELS
from reportedly.read.places.surface import Candidate

MOST = 60  # places looked at for a name, the most populous first
SEAT, SEAT_SHARE = 100_000, 0.15  # inhabitants of a town, and its part of its province's, that make it its seat
DISTRICTS = ("ADM2", "ADM3", "ADM4")
_NATURAL = ("T", "H", "L", "S")


class Options(NamedTuple):
    """The places that a toponym can be, the most populous first. ``how``: as its name says (``""``), "seat": the
    province is looked for by the town that it is called after, "town": a district, a feature or a facility by the town
    that it is called after."""

    places: tuple[Toponym, ...]
    how: str = ""


def options_of(candidate: Candidate, gazetteer: Gazetteer) -> Options:
    """What ``candidate`` can be. Exact names come before names that sound alike."""
    level, name, whole = candidate.level, candidate.name, candidate.whole
    if level == "province":
        return _provinces(candidate, gazetteer)
    if whole not in ("", name):
        # "Kansas City" and "Lucas County" are names as they stand.
        own = [place for place in gazetteer.lookup(whole) if place.match == "exact"]
        if own:
            return _most(own)
    places = gazetteer.lookup(name)
    if level in ("feature", "facility"):
        for called in dict.fromkeys((whole or name, name)):
            natural = [place for place in gazetteer.lookup(called) if place.feature in _NATURAL]
            if natural:
                return _most(natural)
        areas = [place for place in places if place.match == "exact"] if level == "facility" else []
        return Options(_most(_towns(places) or areas).places, "town")
    if level == "district":
        divisions = [place for place in places if place.code in DISTRICTS]
        provinces = [place for place in places if place.code == "ADM1" and place.match == "exact"]
        divisions = divisions or [place for place in provinces if not _has_its_seat(place, places)]
        return _most(divisions) if divisions else Options(_most(_towns(places)).places, "town")
    if level == "town" and not (places and places[0].code == "PCLI"):  # "U.S. city" tells whose city
        return _most(_towns(places) or places)
    places = [place for place in places if not (place.code == "ADM2" and _needs_its_kind(name, place))]
    return _most([place for place in places if not (place.code == "ADM1" and _has_its_seat(place, places))])


def _has_its_seat(province: Toponym, places: list[Toponym]) -> bool:
    """True where a town of the province's own name is large in it: "Homs" with no word beside it is the city."""
    return any(
        place.feature == "P"
        and place.country == province.country
        and place.population >= min(SEAT, province.population * SEAT_SHARE)
        and sound_key(place.name) in {sound_key(name) for name in (province.name, *province.names)}
        and is_inside(place, province)
        for place in places
    )


def _most(places: list[Toponym]) -> Options:
    return Options(tuple(places[:MOST]))


def _towns(places: list[Toponym]) -> list[Toponym]:
    return [place for place in places if place.feature == "P"]


def _needs_its_kind(name: str, place: Toponym) -> bool:
    """True for counties and districts that nobody calls by the bare name: "Lucas" is not Lucas County."""
    return exact_key(place.name) != exact_key(name) and any(
        word.lower() in LEVELS or word.lower() in ("raion", "rayon", "borough") for word in place.name.split()
    )


def _provinces(candidate: Candidate, gazetteer: Gazetteer) -> Options:
    places = gazetteer.lookup(candidate.name)
    divisions = [place for place in places if place.code in ("ADM1", "RGN")]
    for whole in (candidate.whole, f"{candidate.name} province", f"{candidate.name} region"):
        divisions += [
            place for place in gazetteer.find(whole, "exact") if place.code == "ADM1" and place not in divisions
        ]
    kind = re.search(r"\w+$", candidate.whole)
    if kind and not divisions and kind.group().lower() in ("region", "district", "area", "countryside"):
        around = [place for place in places if place.code in DISTRICTS or place.feature == "P"]
        if any(place.code in DISTRICTS for place in around):
            return Options(_most(around).places, "seat")
    if divisions:
        return _most(divisions)
    countries = [place for place in places if place.code == "PCLI"]
    # Most provinces of the countries in question are called after their seat: the point is the seat's, the radius a
    # province's.
    return _most(countries) if countries else Options(_most(_towns(places)).places, "seat")
