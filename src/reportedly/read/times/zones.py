"""Zones of the clock: how far the time that is told lies from UTC."""

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

ABBREVIATED = {
    "GMT": "Z", "UTC": "Z", "BST": "+01:00", "CEST": "+02:00", "CET": "+01:00", "EEST": "+03:00", "EET": "+02:00",
    "MSK": "+03:00", "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00",
    "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00",
}  # fmt: skip
"""Zones by the names that news give them, with their distance from UTC. "Local time" has none that is known."""
_CONTINENTS = frozenset({"Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"})


def offset_of_city(city: str, day: date, hour: int, minute: int) -> str:
    """The distance from UTC of "Damascus time" on that day, as ISO 8601 writes it ("+03:00", "Z").

    ``""`` where the IANA time zone database calls no zone, or two that differ then, after the city.
    """
    moment = datetime.combine(day, time(hour % 24, minute)) + timedelta(days=hour // 24)
    offsets = {moment.replace(tzinfo=zone).utcoffset() for zone in _zones_of(city)}
    offset = offsets.pop() if len(offsets) == 1 else None
    if offset is None:
        return ""
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return "Z"
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


@cache
def _zones_of(city: str) -> tuple[ZoneInfo, ...]:
    """The zones that the database calls after ``city``, whether on its continent or in a state of it."""
    wanted = city.replace(" ", "_")
    keys = (key for key in sorted(available_timezones()) if key.rpartition("/")[2] == wanted)
    try:
        return tuple(ZoneInfo(key) for key in keys if key.partition("/")[0] in _CONTINENTS)
    except ZoneInfoNotFoundError:
        return ()
