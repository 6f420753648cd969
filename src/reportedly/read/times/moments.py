"""Times of the clock, and words for now, then and soon."""

import re
from datetime import date
from typing import TYPE_CHECKING

from reportedly.read.quantities.numerals import number
from reportedly.read.times.calendar import days_from
from reportedly.read.times.days import day_of_value, month_day
from reportedly.read.times.grammar import MONTH, RULES, WEEKDAY, YEAR, Context, Value, rule
from reportedly.read.times.triggers import CLOCK, DIGIT, FUTURE, NOW, PAST
from reportedly.read.times.weekdays import STEPS, day_named
from reportedly.read.times.zones import ABBREVIATED, offset_of_city

if TYPE_CHECKING:
    from reportedly.model import Precision

_CLOCK = r"(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?"


@rule(
    "clock",
    rf"(?:(?:about|around|shortly (?:before|after)|just (?:before|after)) )?(?:{_CLOCK}"
    rf" ?(?P<half>[ap]\.?m\b\.?|[AP]\.?M\b\.?|o'clock|o’clock|hours(?= (?:GMT|local))|(?=(?:GMT"
    rf"|UTC|local time)\b))|(?P<h24>[01]\d|2[0-3])(?::|(?=\d\d (?:GMT|UTC|hours|hrs|local)\b))"
    rf"(?P<m24>[0-5]\d)(?!:?\d)|(?P<word>noon"
    rf"|midnight|midday)|(?P<spelled>one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    rf"|twelve) (?P<half2>[ap]\.?m\b\.?|o'clock|o’clock)"
    rf"|(?P<hour3>1[0-2]|[1-9]) in the (?P<part>morning|afternoon|evening))"
    rf"(?: (?P<zone>{'|'.join(ABBREVIATED)}|hours|hrs|local time|local)"
    rf"| (?P<city>[A-Z][a-z]+(?: [A-Z][a-z]+)?) time)?(?:,? (?:on )?(?:(?:early |late"
    rf" )?(?P<day>{WEEKDAY}|today|yesterday|tomorrow)|(?P<date>{MONTH} [0-3]?\d(?:,? {YEAR})?"
    rf"|[0-3]?\d {MONTH}(?:,? {YEAR})?)))?",
    CLOCK,
    DIGIT,
)
def clock(match: re.Match[str], context: Context) -> Value | None:
    """At 6 p.m., 18:30 GMT, noon Thursday; the day is that of the words beside, else the one told last.

    Where no day has been told there is none: a report of Wednesday may mean Tuesday's raid.
    """
    if match["word"]:
        if (
            match["word"] != "noon"
            and match["day"] is None
            and not match.string[: match.start()].endswith(("at ", "by ", "until ", "before ", "after ", "since "))
        ):
            return None
        hour, minute = (24, 0) if match["word"] == "midnight" else (12, 0)
        if hour == 24 and match.string[: match.start("word")].endswith("after "):
            hour = 0  # "shortly after midnight on Wednesday" is in the small hours of that day
    else:
        words = match["hour"] or match["h24"] or match["hour3"] or match["spelled"]
        hour = int(number(words) or 0)
        minute = int(match["minute"] or match["m24"] or 0)
        half = (
            match["half"] or match["half2"] or {"morning": "a"}.get(match["part"] or "", match["part"] and "p") or ""
        ).lower()
        if half.startswith(("a", "p")) and hour > 12:
            return None
        if half.startswith("p") and hour < 12:
            hour += 12
        elif half.startswith("a") and hour == 12:
            hour = 0
    day = _clock_day(match, context)
    zone = ABBREVIATED.get(match["zone"] or "", "")
    if match["city"] and day is not None:
        zone = offset_of_city(match["city"], day, hour, minute)
    time = f"T{hour:02}:{minute:02}{zone}"
    precision: Precision = "minute" if match["minute"] or match["m24"] else "hour"
    if day is None:
        return Value(time, precision, "time")
    return Value(f"{day.isoformat()}{time}", precision, "time", day.isoformat())


def _clock_day(match: re.Match[str], context: Context) -> date | None:
    if match["date"]:
        pattern = next(found.pattern for found in RULES if found.id == "date-month-day")
        inner = pattern.search(match.string, match.start("date"), match.end())
        value = month_day(inner, context) if inner else None
        return day_of_value(value.value) if value else None
    name = match["day"]
    if name is None:
        return day_of_value(context.narrative)
    if name in STEPS:
        return days_from(context.today, STEPS[name]) if context.today else None
    return day_named(name, context)


@rule(
    "clock-digits",
    r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?=\s?[\[(]\d{4} GMT)|(?i:(?<=at )|(?<=by )|(?<=before )|(?<=after )"
    r"|(?<=around )|(?<=about )|(?<=until ))0(?P<hour0>\d)(?P<minute0>[0-5]\d)(?! ?[A-Za-z%])",
    DIGIT,
)
def clock_digits(match: re.Match[str], context: Context) -> Value | None:
    """The 0630 of "at 0630 (1230 GMT)": four digits without a colon, shown to be a time by a zero or by GMT beside."""
    time = f"T{match['hour'] or '0' + match['hour0']}:{match['minute'] or match['minute0']}"
    day = day_of_value(context.narrative)
    if day is None:
        return Value(time, "minute", "time")
    return Value(f"{day.isoformat()}{time}", "minute", "time", day.isoformat())


@rule(
    "now",
    r"(?:right )?now(?! that\b)|currently|nowadays|these days|at present|at the moment|at this"
    r" (?:point|time|moment|stage)|presently|current(?=\b(?! (?:affairs|fiscal|year|quarter|month|week)\b))",
    NOW,
    case=False,
)
def now(match: re.Match[str], context: Context) -> Value | None:
    """Now, currently."""
    return Value("PRESENT_REF", "vague")


@rule(
    "past-vague",
    r"(?:more |most )?recently|recent(?: (?:days|weeks|months|quarters|years|decades|hours|times))?"
    r"|lately|in the past(?= ?[,.;])|(?<=in )the (?:recent )?past(?!"
    r" (?:\w+ )?(?:day|week|month|year|decade|hour|few|several|couple)s?)",
    PAST,
    case=False,
)
def past_vague(match: re.Match[str], context: Context) -> Value | None:
    """Recently, in recent weeks."""
    return Value("PAST_REF", "vague")


@rule(
    "future-vague",
    r"soon(?! (?:after|as))|shortly(?! (?:after|before))|(?<=in )(?:the )?(?:near |foreseeable |not-too-distant )?"
    r"future(?! [a-z]{4})|the (?:near|foreseeable|not-too-distant|immediate) future|the future(?! (?:of|[a-z]{5,})\b)"
    r"|(?:the )?(?:coming|future) (?:days|weeks|months|quarters|years)|the near term",
    FUTURE,
    case=False,
)
def future_vague(match: re.Match[str], context: Context) -> Value | None:
    """Soon, in the future, in the coming weeks. "Future talks" and "the future of Aleppo" are no times."""
    if match.group().lower().startswith("soon") and context.tense == "past":
        return None
    return Value("FUTURE_REF", "vague")
