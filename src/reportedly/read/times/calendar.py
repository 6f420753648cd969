"""Dates, weeks, months, quarters and seasons as TIMEX3 values, and moving between them.

TIMEX3 (Pustejovsky et al. 2003; ISO-TimeML 24617-1): weeks and weekends are ISO weeks (Monday to Sunday),
decades three digits ("198"), centuries two ("19" is the twentieth).
"""

import re
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri",
            "saturday sat", "sunday sun",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
PARTS = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "afternoon": "AF", "evening": "EV",
    "dusk": "EV", "sunset": "EV", "nightfall": "EV", "night": "NI", "overnight": "NI",
}  # fmt: skip
LETTER = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "weekend": "W",
    "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C",
    "centurie": "C",
}  # fmt: skip


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or ``None`` where the calendar has none (31 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def week(day: date) -> str:
    """The ISO week: ``2014-W44``."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def month(day: date) -> str:
    """The month: ``2014-11``."""
    return f"{day.year:04}-{day.month:02}"


def quarter(day: date) -> str:
    """The quarter: ``2014-Q4``."""
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def months_from(day: date, count: int) -> date:
    """The first day of the month ``count`` months after that of ``day``; the first or last month there is,
    if beyond."""
    index = min(max(day.year * 12 + day.month - 1 + count, 12), 9999 * 12 + 11)
    return date(index // 12, index % 12 + 1, 1)


def days_from(day: date, count: int) -> date:
    """``day`` moved by ``count`` days, held at the ends of the calendar."""
    ordinal = min(max(day.toordinal() + count, 1), date.max.toordinal())
    return date.fromordinal(ordinal)


def weekday_before(day: date, weekday: int, *, strictly: bool = False) -> date:
    """The latest ``weekday`` (1 Monday to 7 Sunday) on or before ``day``; before it where ``strictly``."""
    back = (day.isoweekday() - weekday) % 7
    return days_from(day, -(back or (7 if strictly else 0)))


def weekday_after(day: date, weekday: int, *, strictly: bool = False) -> date:
    """The first ``weekday`` on or after ``day``; after it where ``strictly``."""
    ahead = (weekday - day.isoweekday()) % 7
    return days_from(day, ahead or (7 if strictly else 0))


def nth_weekday(year: int, month_number: int, weekday: int, nth: int) -> date:
    """The ``nth`` ``weekday`` (1 Monday to 7 Sunday) of a month: the fourth Thursday of November."""
    return days_from(weekday_after(date(year, month_number, 1), weekday), 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the Gregorian computus; Meeus 1991, "Astronomical Algorithms", 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    mon, day = divmod(h + j - 7 * m + 114, 31)
    return date(year, mon, day + 1)


def nearest_year(reference: date, month_number: int, day: int, *, future: bool | None) -> date | None:
    """The date of that month and day nearest to ``reference``; the next one where ``future``, the last
    where not.

    The last may lie up to a month ahead of the reference where nothing tells the tense (``None``): a report
    of May that names "June 2" means the one to come.
    """
    dates = [found for year in (-1, 0, 1) if (found := day_of(reference.year + year, month_number, day)) is not None]
    if not dates:
        leap = [found for year in range(-4, 5) if (found := day_of(reference.year + year, month_number, day))]
        dates = leap
    if not dates:
        return None
    if future:
        ahead = [found for found in dates if found >= reference]
        return min(ahead, default=max(dates))
    if future is False:
        behind = [found for found in dates if found <= reference + timedelta(days=1)]
        return max(behind, default=min(dates))
    return min(dates, key=lambda found: abs(found.toordinal() - reference.toordinal()))


def moved(value: str, unit: str, count: int) -> str | None:
    """The TIMEX3 ``value`` moved by ``count`` units, at its own grain: a year before ``1989-Q3`` is
    ``1988-Q3``.

    ``None`` where the value has no place in the calendar or is coarser than the unit.
    """
    found = re.fullmatch(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q(\d)|W(\d\d)(-WE)?|(SP|SU|FA|WI)))?(T.*)?", value)
    if not found:
        return None
    year, mon, day, qtr, wk, weekend, *_ = found.groups()
    if unit == "year":
        return re.sub(r"T.*", "", f"{int(year) + count:04}{value[4:]}")
    if qtr and unit == "quarter":
        return quarter(months_from(date(int(year), int(qtr) * 3, 1), 3 * count))
    if mon and unit in ("month", "quarter"):
        return month(months_from(date(int(year), int(mon), 1), count * (3 if unit == "quarter" else 1)))
    if wk and unit == "week":
        return week(days_from(date.fromisocalendar(int(year), int(wk), 1), 7 * count)) + (weekend or "")
    if day:
        start = date(int(year), int(mon), int(day))
        if unit == "week":
            return week(days_from(start, 7 * count))
        if unit in ("day", "night"):
            return days_from(start, count).isoformat()
    return None
