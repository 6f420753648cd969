"""Dates that name a day of the calendar."""

import re
from datetime import date

from reportedly.read.quantities.numerals import number
from reportedly.read.times.calendar import (
    MONTHS,
    PARTS,
    day_of,
    days_from,
    easter,
    nearest_year,
    nth_weekday,
    week,
)
from reportedly.read.times.grammar import (
    DAY,
    MONTH,
    ORDINAL,
    ORDINAL_DAYS,
    PART,
    SPELLED_YEAR,
    WEEKDAY,
    YEAR,
    Context,
    Value,
    rule,
)
from reportedly.read.times.triggers import DIGIT, HOLIDAY, MONTH_NAME

RELATIVE_YEAR = r"(?P<which>last|this|next) year"
_NEXT_YEAR = 270  # days ahead from which on a day without a year is that of next year only if the year is named
_AHEAD = 62
"""Days. A date that a past tense tells is not so far ahead: it is that of the year before."""


def month_number(name: str) -> int:
    """The number of an English month name, whole or abbreviated."""
    return MONTHS[name.lower().rstrip(".")]


def year_named(match: re.Match[str], context: Context) -> int | None:
    """The year of the groups ``year`` ("1998", "nineteen ninety-eight"), ``which`` ("last") or ``short`` ("'98")."""
    if match["year"]:
        return int(number(match["year"]) or 0)
    if match["which"] and context.month is not None:
        return context.month.year + {"last": -1, "this": 0, "next": 1}[match["which"]]
    if match["short"]:
        return int(match["short"]) + (1900 if int(match["short"]) > 50 else 2000)
    return None


def _day(year: int, mon: int, day: int, part: str | None = None) -> Value:
    found = day_of(year, mon, day)
    if found is None:
        return Value(None, "day")
    value = found.isoformat()
    if part:
        return Value(f"{value}T{PARTS[part.lower()]}", "part-of-day", "time", value)
    return Value(value, "day", "date", value)


@rule(
    "date-iso",
    r"\d{4}(?P<sep>[-/])(?:0\d|1[0-2])(?P=sep)[0-3]\d(?:[T ](?P<clock>[0-2]\d:[0-5]\d(?::[0-5]\d)?(?:Z"
    r"|[+-]\d\d:?\d\d)?))?",
    DIGIT,
)
def iso_date(match: re.Match[str], context: Context) -> Value | None:
    """2014-11-03, 2014-11-03T18:20."""
    year, mon, day = map(int, match.group()[:10].split(match["sep"]))
    value = _day(year, mon, day)
    if value.value and match["clock"]:
        return Value(f"{value.value}T{match['clock']}", "minute", "time", value.value)
    return value


@rule("date-numeric", r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)", DIGIT)
def numeric_date(match: re.Match[str], context: Context) -> Value | None:
    """13/11/2014, 11.13.14. Day and month of 03/11/2014 cannot be told apart: the year alone is kept."""
    first, second = int(match["a"]), int(match["b"])
    year = int(match["y"])
    if len(match["y"]) == 2:
        if match["sep"] == ".":
            return None
        year += 1900 if year > 50 else 2000
    if first <= 12 and second <= 12 and first != second:
        return Value(f"{year}", "year", "date")
    if first > 12 and second > 12:
        return Value(None, "day")
    day, mon = (first, second) if second <= 12 else (second, first)
    return _day(year, mon, day)


@rule(
    "date-month-day",
    rf"(?:(?P<week>(?i:the week of ))|(?:(?P<part>{PART}) (?i:of|on) )?(?:{WEEKDAY},? (?:the )?)?"
    rf"(?:(?P<part3>{PART}) (?i:of) )?"
    rf"(?:(?i:early|late) (?:on )?)?)(?:(?P<side>(?i:last|this past|next)) )?"
    rf"(?:(?P<month>{MONTH}) (?:the )?(?P<day>{DAY}|{ORDINAL})(?![\d:,]*\d|\.\d)"
    rf"|(?P<day2>{DAY}|(?:the )?{ORDINAL}(?= of))(?: of)? (?P<month2>{MONTH}))"
    rf"(?:,? (?P<year>{YEAR}|{SPELLED_YEAR})|,? (?:of )?{RELATIVE_YEAR}|,? ['’](?P<short>\d\d))?(?:"
    rf" (?P<part2>{PART}))?",
    MONTH_NAME,
)
def month_day(match: re.Match[str], context: Context) -> Value | None:
    """Nov. 3; Sunday, 3 November 2014; the night of March eighth; the week of May 5."""
    name, words = match["month"] or match["month2"], (match["day"] or match["day2"]).removeprefix("the ")
    if name in ("Mar", "Jun", "Jul") and match["day2"]:
        return None
    day = ORDINAL_DAYS.get(words) or int(re.sub(r"\D", "", words))
    part = match["part"] or match["part2"] or match["part3"]
    found = _dated(match, context, month_number(name), day, part)
    told = day_of_value(found.value)
    if match["week"] and told is not None:
        return Value(week(told), "week", "date", week(told))
    if _BOUND.search(match.string, max(0, match.start() - 10), match.start()):
        # The day that bounds a period ("the year ended March 31") is not the one that the story goes on from.
        return found._replace(anchor=None)
    return found


@rule(
    "date-wire",
    r"(?P<day>[0-3]?\d) (?P<month>JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)(?:\.(?= \d))?"
    r"(?: (?P<year>(?:19|20)?\d\d)(?![\d,:.]*\d))?",
    MONTH_NAME,
)
def wire_date(match: re.Match[str], context: Context) -> Value | None:
    """3 JAN 90, 30 MAY: as wires in capitals write dates."""
    mon, day = month_number(match["month"]), int(match["day"])
    if match["year"]:
        year = int(match["year"])
        return _day(year if year > 100 else year + (1900 if year > 50 else 2000), mon, day)
    if day_of(2000, mon, day) is None:
        return Value(None, "day")
    if context.month is None:
        return Value(f"XXXX-{mon:02}-{day:02}", "day")
    found = _nearest(context, mon, day)
    return _day(found.year, mon, day) if found else Value(None, "day")


_BOUND = re.compile(r"\b(?:ended|ending|ends) (?:on )?$")


def day_of_value(value: str | None) -> date | None:
    """The day that a TIMEX3 value begins with; ``None`` for one of another grain."""
    if value and re.match(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(value[:10])
    return None


def _dated(match: re.Match[str], context: Context, mon: int, day: int, part: str | None) -> Value:
    year = year_named(match, context)
    if year:
        return _day(year, mon, day, part)
    if day_of(2000, mon, day) is None:
        return Value(None, "day")
    if context.month is None:
        return Value(f"XXXX-{mon:02}-{day:02}", "day")
    reference = context.today or context.month
    if match["side"]:
        found = nearest_year(reference, mon, day, future=match["side"].lower() == "next")
    else:
        found = _nearest(context, mon, day)
    return _day(found.year, mon, day, part) if found else Value(None, "day")


def _nearest(context: Context, mon: int, day: int) -> date | None:
    reference = context.today or context.month
    if reference is None:
        return None
    found = nearest_year(reference, mon, day, future=True if context.tense == "future" else None)
    if found is not None and (found - reference).days > _NEXT_YEAR:
        return nearest_year(reference, mon, day, future=None)  # "wishes to report on the bombing of 15 April"
    if found is not None and context.tense == "past" and (found - reference).days > _AHEAD:
        return nearest_year(reference, mon, day, future=False)
    return found


_LISTED = re.compile(rf"{MONTH} {DAY}(?:,? {DAY})*,? (?:and|or|to|through) $")


@rule("day-listed", rf"(?P<after>{DAY})(?![\d:,.%]*\d|%| [a-z])|(?P<day>{DAY})(?= (?:and|or) {DAY} {MONTH})", DIGIT)
def listed_day(match: re.Match[str], context: Context) -> Value | None:
    """The 25 of "April 24 and 25", the 24 of "24 and 25 April"."""
    if match["after"]:
        told = day_of_value(context.narrative)
        before = match.string[max(0, match.start() - 30) : match.start()]
        if told is None or not _LISTED.search(before):
            return None
        return _day(told.year, told.month, int(re.sub(r"\D", "", match["after"])))
    following = re.compile(rf" (?:and|or) {DAY} (?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?").match(
        match.string, match.end()
    )
    if following is None:
        return None
    mon, day = month_number(following["month"]), int(re.sub(r"\D", "", match["day"]))
    if following["year"]:
        return _day(int(following["year"]), mon, day)
    if day_of(2000, mon, day) is None or context.month is None:
        return Value(None, "day")
    found = _nearest(context, mon, day)
    return _day(found.year, mon, day) if found else Value(None, "day")


_FIXED = {
    "Christmas": (12, 25), "Christmas Day": (12, 25), "Christmas Eve": (12, 24), "Boxing Day": (12, 26),
    "New Year's Day": (1, 1), "New Year's Eve": (12, 31), "May Day": (5, 1), "Valentine's Day": (2, 14),
    "Independence Day": (7, 4), "Halloween": (10, 31),
}  # fmt: skip
_MOVING = {
    "Easter": lambda year: easter(year), "Easter Sunday": lambda year: easter(year),
    "Good Friday": lambda year: days_from(easter(year), -2), "Easter Monday": lambda year: days_from(easter(year), 1),
    "Thanksgiving": lambda year: nth_weekday(year, 11, 4, 4),
    "Thanksgiving Day": lambda year: nth_weekday(year, 11, 4, 4),
    "Labor Day": lambda year: nth_weekday(year, 9, 1, 1),
    "Election Day": lambda year: days_from(nth_weekday(year, 11, 1, 1), 1),
}  # fmt: skip


@rule(
    "moon-feast",
    r"(?:the (?:first|last|second|third) day of )?(?:(?:the )?(?:holy )?month of )?"
    r"(?:Ramadan|Muharram|Eid(?: |-)[Aa]l(?: |-)?(?:Fitr|Adha)|Ashura|Arbaeen|Nowruz)",
    HOLIDAY,
)
def moon_feast(match: re.Match[str], context: Context) -> Value | None:
    """Feasts and months that a moon sighting or another calendar sets: kept as words, no date is made up."""
    return Value(None, "month" if match.group().endswith(("Ramadan", "Muharram")) else "day")


@rule(
    "holiday",
    rf"(?:(?P<which>(?i:last|this|next)) )?(?P<name>Christmas(?: Day| Eve)?|New Year['’]s(?: Day| Eve)"
    r"|Boxing Day|May Day|Valentine['’]s Day|Halloween|Easter(?: Sunday| Monday)?|Good Friday|Thanksgiving(?: Day)?"
    r"|Labor Day|Election Day)"
    rf"(?:,? (?P<year>{YEAR}))?(?! [Ii]slands?| [Cc]ake)",
    HOLIDAY,
)
def holiday(match: re.Match[str], context: Context) -> Value | None:
    """Feast days of a fixed date, or of a rule of the Gregorian calendar."""
    name = match["name"].replace("’", "'")
    if match["year"]:
        return _feast(name, int(match["year"]))
    if context.month is None:
        month_day = _FIXED.get(name)
        return Value(f"XXXX-{month_day[0]:02}-{month_day[1]:02}" if month_day else None, "day")
    reference, which = context.today or context.month, (match["which"] or "").lower()
    dates = [found for step in (-1, 0, 1) if (found := day_of_value(_feast(name, reference.year + step).value))]
    near = min(dates, key=lambda one: abs((one - reference).days))
    if which == "last" or (not which and context.tense == "past" and (near - reference).days > 7):
        near = max(one for one in dates if one <= reference)
    elif which == "next" or (not which and context.tense == "future"):
        near = min(one for one in dates if one >= reference)
    return Value(near.isoformat(), "day", "date", near.isoformat())


def _feast(name: str, year: int) -> Value:
    if name in _FIXED:
        return _day(year, *_FIXED[name])
    found = _MOVING[name](year)
    return _day(year, found.month, found.day)
