"""Which days a time value covers."""

import re
from calendar import monthrange
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|[1-7]))?$")


def days(value: str | None) -> tuple[str, str] | None:
    """The first and last day (ISO 8601) that a TIMEX3 or ISO 8601 ``value`` covers.

    ``None`` where it covers no days that could be named: durations, sets, ``PAST_REF``, impossible dates.
    """
    if not value:
        return None
    if "/" in value:
        ends = [days(part) for part in value.split("/", 1)]
        return (ends[0][0], ends[1][1]) if ends[0] and ends[1] else None
    try:
        found = _week(value) or _day(value)
    except ValueError:
        return None
    return (found[0].isoformat(), found[1].isoformat()) if found else None


def _week(value: str) -> tuple[date, date] | None:
    match = _WEEK.match(value)
    if not match:
        return None
    year, week, part = int(match[1]), int(match[2]), match[3]
    monday = date.fromisocalendar(year, week, 1)
    if part == "WE":
        return monday + timedelta(5), monday + timedelta(6)
    if part:
        day = monday + timedelta(int(part) - 1)
        return day, day
    return monday, monday + timedelta(6)


def _day(value: str) -> tuple[date, date] | None:
    match = _DAY.match(value)
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if day:
        return date(year, month, day), date(year, month, day)
    if match[2]:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)
