"""Distances on the globe."""

import math

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance of two points in degrees, in kilometres (haversine, mean Earth radius)."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
