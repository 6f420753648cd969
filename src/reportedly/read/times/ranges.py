"""Ranges of days: "between Tuesday and Thursday", "from 3 to 6 March"."""

import re

from reportedly.read.times.calendar import weekday_before
from reportedly.read.times.days import day_of_value
from reportedly.read.times.grammar import MONTH, RULES, WEEKDAY, YEAR, Context, Value, rule
from reportedly.read.times.triggers import MONTH_NAME, WEEKDAY_NAME
from reportedly.read.times.weekdays import day_named, weekday_number

_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"


@rule("weekday-range", rf"(?:between|from) (?P<from>{WEEKDAY}) (?:and|to|until|till) (?P<to>{WEEKDAY})", WEEKDAY_NAME)
def weekday_range(match: re.Match[str], context: Context) -> Value | None:
    """Between Tuesday and Thursday: the later day is told as a single one is, the earlier comes before it."""
    last = day_named(match["to"], context)
    if last is None:
        return Value(None, "interval")
    first = weekday_before(last, weekday_number(match["from"]), strictly=True)
    return Value(f"{first.isoformat()}/{last.isoformat()}", "interval", "date", last.isoformat())


_JOIN = r"(?: (?:and|to|until|till) | ?[-–] ?)"


@rule(
    "day-range",
    rf"(?:(?:between|from) )?(?P<from>{_DAY}){_JOIN}(?P<to>{_DAY} (?:of )?{MONTH}(?:,? {YEAR})?)"
    rf"|(?:(?:between|from) )?(?P<month>{MONTH}) (?P<from2>{_DAY}){_JOIN}(?P<to2>{_DAY})(?:,? (?P<year>{YEAR}))?",
    MONTH_NAME,
)
def day_range(match: re.Match[str], context: Context) -> Value | None:
    """3-6 March 2018, between March 3 and 6: of the month and year that are told with the last day."""
    if " and " in match.group() and not match.group().startswith("between"):
        return None  # "March 3 and 6" are two days
    if match["month"]:
        year = f", {match['year']}" if match["year"] else ""
        first, words = match["from2"], f"{match['month']} {match['to2']}{year}"
    else:
        first, words = match["from"], match["to"]
    value = next(
        (
            found
            for one in RULES
            if one.id == "date-month-day" and (inner := one.pattern.fullmatch(words))
            if (found := one.resolve(inner, context)) is not None
        ),
        None,
    )
    last = day_of_value(value.value) if value else None
    number = int(re.sub(r"\D", "", first))
    if last is None or not 0 < number < last.day:
        return Value(None, "interval")
    return Value(f"{last.replace(day=number).isoformat()}/{last.isoformat()}", "interval", "date", last.isoformat())
