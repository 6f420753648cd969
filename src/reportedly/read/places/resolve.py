"""Which place of the gazetteer a toponym is.

Evidence, in the order of its weight: the words beside it (a level, "X, Illinois"), the countries that the
text names, the places around it that leave no doubt, likeness of the name, population. Where the evidence
is poor or two places are about as good, the toponym stays unplaced and the rule says why.
"""

import math
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from reportedly.gazetteer import Gazetteer, Toponym, demonyms, exact_key, sound_key
from reportedly.read.places.candidates import Candidate
from reportedly.read.places.lexicon import Level

CLEAR = 0.12  # lead over the second best that makes a choice clear
NEAR_KM = 60.0
LARGE = 50_000  # inhabitants; a larger town is meant wherever the text plays


class Choice(NamedTuple):
    """The place chosen for a toponym and why; ``place`` is ``None`` where none is."""

    place: Toponym | None
    rule: str
    level: Level = ""


class Setting(NamedTuple):
    """What the text as a whole says about where it plays."""

    countries: Counter[str]
    regions: set[tuple[str, str]]
    anchors: list[tuple[float, float]]


@lru_cache(maxsize=20_000)
def likeness(surface: str, place: Toponym) -> float:
    """How alike the surface and the nearest of the place's names are, 0 to 1, on their folded forms."""
    key = exact_key(surface)
    return max((fuzz.ratio(key, exact_key(name)) for name in (place.name, *place.names)), default=0.0) / 100


def setting_of(candidates: list[Candidate], words: list[str], gazetteer: Gazetteer) -> Setting:
    """Countries from their names and demonyms, divisions from theirs, points from places that leave no
    doubt."""
    countries: Counter[str] = Counter()
    regions: set[tuple[str, str]] = set()
    anchors: list[tuple[float, float]] = []
    table = demonyms()
    for word in words:
        if iso := table.get(word) or table.get(word.removesuffix("s")):
            countries[iso] += 1
    for candidate in candidates:
        places = [place for place in gazetteer.lookup(candidate.name) if place.match == "exact"]
        if not places:
            continue
        first = places[0]
        if first.code == "PCLI" and any(place.code == "ADM1" for place in places):
            continue  # Georgia
        if first.code == "PCLI":
            countries[first.country] += 2
        elif first.code == "ADM1" and first.country:
            regions.add((first.country, first.admin1))
            countries[first.country] += 1
        elif _beyond_doubt(places) and first.lat is not None and first.lon is not None:
            anchors.append((first.lat, first.lon))
            countries[first.country] += 1
    return Setting(countries, regions, anchors)


def _beyond_doubt(places: list[Toponym]) -> bool:
    towns = [place for place in places if place.feature == "P"]
    if not towns:
        return len(places) == 1 and places[0].feature in ("A", "L", "T", "H")
    return len(towns) == 1


def choose(candidate: Candidate, container: Toponym | None, setting: Setting, gazetteer: Gazetteer) -> Choice:
    """The place that ``candidate`` is; ``container`` is the division or country named right after it, if
    any."""
    level, surface = candidate.level, candidate.name
    if candidate.whole not in ("", surface) and level != "province":
        # "Kansas City" and "Rhode Island" are names as they stand.
        own = [place for place in gazetteer.lookup(candidate.whole) if place.match == "exact"]
        if own:
            return _best(candidate.whole, own, container, setting, level)
    places = gazetteer.lookup(surface)
    if level == "province":
        return _province(candidate, places, setting, gazetteer)
    if level in ("feature", "facility"):
        for name in (candidate.whole, surface):
            whole = [place for place in gazetteer.lookup(name) if place.feature in ("T", "H", "L", "S")]
            if whole:
                return _best(name, whole, container, setting, level)
        if level == "feature" and not places:
            return Choice(None, "place-unknown", level)
    if level == "town":
        places = [place for place in places if place.feature == "P"] or places
    elif level == "district":
        divisions = [place for place in places if place.code in ("ADM2", "ADM3", "ADM4")]
        if not divisions:
            # Districts are often called after a town in them, counties seldom: only one nearby will do.
            choice = _best(surface, places, container, setting, level) if places else Choice(None, "place-unknown")
            near = choice.rule.endswith("-near") or container is not None
            return Choice(choice.place if near else None, choice.rule if near else "place-unknown", level)
        places = divisions
    if not places:
        return Choice(None, "place-unknown", level)
    if container is None:
        places = _nearby(surface, places, setting, gazetteer) or places
    return _best(surface, places, container, setting, level)


def _nearby(surface: str, exact: list[Toponym], setting: Setting, gazetteer: Gazetteer) -> list[Toponym]:
    """Villages among the other places of the text whose names sound the same, where those of exactly this spelling
    are small towns in countries that the text speaks of less: a spelling is no evidence against a neighbourhood."""
    if any(
        place.match != "exact" or place.feature != "P" or place.population >= LARGE or _is_near(place, setting, 100.0)
        for place in exact
    ):
        return []
    most = max(setting.countries[place.country] for place in exact)
    return [
        place
        for place in gazetteer.find(surface, "sound")
        if place.feature == "P" and setting.countries[place.country] > most and _is_near(place, setting, NEAR_KM)
    ]


def _is_near(place: Toponym, setting: Setting, kilometres: float) -> bool:
    """True if another place of the text that leaves no doubt lies within ``kilometres``."""
    if place.lat is None or place.lon is None:
        return False
    return any(0.01 < place.km_to(lat, lon) <= kilometres for lat, lon in setting.anchors)


def _province(candidate: Candidate, places: list[Toponym], setting: Setting, gazetteer: Gazetteer) -> Choice:
    divisions = [place for place in places if place.code in ("ADM1", "RGN", "PCLI")]
    divisions = [place for place in divisions if place.code != "PCLI"] or divisions
    if not divisions:
        for whole in (candidate.whole, f"{candidate.name} province", f"{candidate.name} region"):
            named = [place for place in gazetteer.find(whole, "exact") if place.code == "ADM1"]
            divisions.extend(place for place in named if place not in divisions)
    if divisions:
        return _best(candidate.name, divisions, None, setting, "province")
    seat = _best(candidate.name, places, None, setting, "") if places else Choice(None, "place-unknown")
    # Most provinces of the countries in question are called after their seat: the point is the seat's, the
    # radius a province's.
    return Choice(seat.place, "province-by-seat" if seat.place else seat.rule, "province")


def _score(surface: str, place: Toponym, container: Toponym | None, setting: Setting) -> float:
    score = 2.0 * (likeness(surface, place) if place.match != "exact" else 1.0)
    size = math.log10(place.population + 1) / 7
    if place.population >= 1_000_000 and place.feature == "P":
        size += 0.3  # the world's cities are meant more often than their namesakes nearby
    # Regions without a count of people are listed because reports name them.
    score += size if place.population or place.feature == "P" else 1.4 if place.radius_km >= 20 else 0.5
    score += {"PCLI": 2.0, "CONT": 1.5, "PPLC": 0.6, "ADM1": 0.5, "RGN": 0.2}.get(place.code, 0.0)
    if place.code in ("ADM2", "ADM3"):
        score -= 0.3
    total = sum(setting.countries.values())
    if total:
        score += 1.2 * setting.countries[place.country] / total + (0.3 if setting.countries[place.country] else 0.0)
    if (place.country, place.admin1) in setting.regions:
        score += 0.5
    if container is not None:
        inside = (place.country == container.country and container.code in ("PCLI",)) or (
            place.country,
            place.admin1,
        ) == (container.country, container.admin1)
        score += 2.0 if inside else -0.5
    if place.lat is not None and place.lon is not None and setting.anchors:
        nearest = min(place.km_to(lat, lon) for lat, lon in setting.anchors)
        score += 0.9 * math.exp(-nearest / NEAR_KM) + 0.3 * math.exp(-nearest / 400)
    return score


def _best(surface: str, places: list[Toponym], container: Toponym | None, setting: Setting, level: Level) -> Choice:
    scored = sorted(
        ((_score(surface, place, container, setting), place) for place in places),
        key=lambda pair: (-pair[0], pair[1].geonameid),
    )
    top, best = scored[0]
    known = setting.countries[best.country] > 0
    near = _is_near(best, setting, 100.0)
    if best.lat is None:
        return Choice(None, "place-without-point", level)
    if best.match == "skeleton":
        alike = likeness(surface, best)
        heard = fuzz.ratio(sound_key(surface), sound_key(best.name)) / 100
        if heard >= 0.8 and _is_near(best, setting, NEAR_KM):
            alike = max(alike, heard)
        if not ((alike >= 0.7 and (near or (known and best.feature != "P"))) or (alike >= 0.85 and known)):
            return Choice(None, "place-too-unlike", level)
    elif best.match == "sound":
        alike = likeness(surface, best)
        if not (near or (known and alike >= 0.6) or (alike >= 0.85 and best.population >= 50_000)):
            return Choice(None, "place-too-unlike", level)
    rival = next((score for score, place in scored[1:] if _elsewhere(best, place)), None)
    if rival is not None and top - rival < CLEAR and not (near or container):
        return Choice(None, "place-ambiguous", level)
    if not (known or near or container) and best.feature == "P" and best.population < 15_000 and len(scored) > 1:
        return Choice(None, "place-ambiguous", level)
    return Choice(best, f"place-{best.match}" + ("-near" if near else "-in-country" if known else ""), level)


def _elsewhere(one: Toponym, other: Toponym) -> bool:
    """True where the choice between the two matters: a town and its own district do not lie elsewhere."""
    if one.lat is None or one.lon is None:
        return True
    return other.km_to(one.lat, one.lon) > max(50.0, one.radius_km, other.radius_km)
