"""Gazetteer rows from GeoNames' own text files (nineteen tab-separated columns)."""

import re
from collections.abc import Iterable, Iterator

from reportedly.gazetteer.toponym import Toponym, radius_of
from reportedly.model import Skipped

COLUMNS = 19
_ALPHABET = re.compile(r"[A-Za-zÀ-ɏḀ-ỿЀ-ӿ]")
_CODE = re.compile(r"[A-Z0-9]{1,4}")
_ROMANISED = re.compile(r"(?:[ae][a-z]{1,2}[- ]|[‘’'`ʿ])[A-Z‘’'`ʿ]|[A-ZÀ-ÞЀ-ЯҐḀ-ỾĀ-Ž]")


def usable_names(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """Those of ``others`` that an English text could hold: Latin or Cyrillic, no codes, no machine
    romanisations.

    GeoNames carries names like "sheng hu li ya" (all lower case, made from other scripts) and IATA or ISO
    codes; both find the wrong place more often than the right one.
    """
    kept = dict.fromkeys(
        other
        for other in map(str.strip, others)
        if len(other) > 2 and _ROMANISED.match(other) and not _CODE.fullmatch(other)
    )
    kept.pop(name, None)
    return tuple(kept)


def parse_row(line: str) -> Toponym:
    """The place of one line.

    Raises:
        ValueError: with what is wrong with the line.
    """
    cells = line.split("\t")
    if len(cells) != COLUMNS:
        raise ValueError(f"{len(cells)} columns where {COLUMNS} are needed")
    identifier, name, ascii_name, others = cells[0], cells[1].strip(), cells[2].strip(), cells[3]
    feature, code, country, admin1, admin2, people = (
        cells[6],
        cells[7],
        cells[8],
        cells[10],
        cells[11],
        cells[14],
    )
    if not name:
        raise ValueError("no name")
    try:
        geonameid = int(identifier)
    except ValueError:
        raise ValueError(f"id {identifier!r} is not a number") from None
    try:
        lat, lon = float(cells[4]), float(cells[5])
    except ValueError:
        raise ValueError(f"point {cells[4]!r}, {cells[5]!r} is not in degrees") from None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"point {lat}, {lon} is off the globe")
    population = int(people) if people.isdigit() else 0
    nowhere = lat == 0 and lon == 0
    return Toponym(
        geonameid=geonameid,
        name=name,
        lat=None if nowhere else lat,
        lon=None if nowhere else lon,
        feature=feature,
        code=code,
        country=country,
        admin1=admin1,
        admin2=admin2,
        population=population,
        radius_km=radius_of(feature, code, population),
        names=usable_names(name, [ascii_name, *others.split(",")]),
    )


def read_rows(lines: Iterable[str], file: str) -> Iterator[Toponym | Skipped]:
    """The places of a GeoNames file, in order; a line that is none as ``Skipped`` with its number and what
    is wrong."""
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\r\n")
        if not line or line.startswith("#"):
            continue
        try:
            yield parse_row(line)
        except ValueError as error:
            yield Skipped(item=f"{file}:{number}", stage="gazetteer", reason="malformed row", detail=str(error))
