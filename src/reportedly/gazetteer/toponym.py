"""One row of a gazetteer, and how far it reaches."""

import math
from typing import Literal, NamedTuple

from reportedly.model.geo import kilometres

Match = Literal["exact", "sound", "skeleton"]

_CODED_RADIUS = {
    "ADM1": 75.0,
    "ADM2": 25.0,
    "ADM3": 12.0,
    "ADM4": 8.0,
    "PCLI": 300.0,
    "CONT": 3000.0,
    "RGN": 150.0,
}


class Toponym(NamedTuple):
    """A place of the gazetteer.

    ``geonameid`` is negative where the row has none of GeoNames' own. ``lat``/``lon`` are degrees (WGS 84)
    or ``None`` where the row has no point. ``feature`` is GeoNames' feature class (P town, A area, S spot,
    T mountain, H water, L region) and ``code`` its feature code. ``country`` is ISO 3166 alpha-2;
    ``admin1`` the code or name of the first-level division, as the row has it. ``names`` are the other
    names in Latin or Cyrillic script. ``radius_km`` bounds the place around its point. ``match`` says which
    key found it.
    """

    geonameid: int
    name: str
    lat: float | None
    lon: float | None
    feature: str
    code: str
    country: str
    admin1: str
    admin2: str
    population: int
    radius_km: float
    names: tuple[str, ...] = ()
    layer: str = ""
    match: Match = "exact"

    def km_to(self, lat: float, lon: float) -> float:
        """Great-circle distance of this place's point from another, in kilometres; infinite where it has no
        point."""
        if self.lat is None or self.lon is None:
            return math.inf
        return kilometres(self.lat, self.lon, lat, lon)


def radius_of(feature: str, code: str, population: int, area_km2: float = 0.0) -> float:
    """How far a place reaches around its point, in kilometres.

    Areas: the radius of a circle of the area where it is known, else a usual one for the level. Towns: a
    built-up density of about 4,000 people per square kilometre, at least 1 km.
    """
    if area_km2:
        return round(math.sqrt(area_km2 / math.pi), 1)
    if code in _CODED_RADIUS:
        return _CODED_RADIUS[code]
    if feature == "P":
        return round(max(1.0, math.sqrt(population / 4000 / math.pi)), 1)
    return {"A": 15.0, "L": 50.0, "H": 30.0, "T": 10.0}.get(feature, 1.0)
