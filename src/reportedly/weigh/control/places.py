"""Asking for a place: by name, by its GeoNames identifier, or by a circle that holds it."""

import math
from collections.abc import Callable

from reportedly.model import Place

At = Callable[[Place], bool]
"""Is this place what was asked for?"""

_EARTH_KM = 6371.0088  # mean radius (IUGG)


def called(name: str) -> At:
    """The places with that name in the text or in the gazetteer, whatever their case."""
    folded = name.casefold()
    return lambda place: folded in (place.name.casefold(), (place.matched or "").casefold())


def numbered(geonameid: int) -> At:
    """The place with that GeoNames identifier."""
    return lambda place: place.geonameid == geonameid


def within(lat: float, lon: float, radius_km: float) -> At:
    """The places that lie, with all of the radius in which they may be, inside a circle (degrees, kilometres)."""

    def contains(place: Place) -> bool:
        if place.lat is None or place.lon is None:
            return False
        return _distance(lat, lon, place.lat, place.lon) + (place.radius_km or 0.0) <= radius_km

    return contains


def _distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    phi, other = math.radians(lat), math.radians(other_lat)
    a = math.sin((other - phi) / 2) ** 2
    a += math.cos(phi) * math.cos(other) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(a)))
