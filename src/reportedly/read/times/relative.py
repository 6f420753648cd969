"""Weeks, months, quarters and years that count from that of publication: last month, two weeks ago."""

import re
from datetime import date

from reportedly.model import Precision
from reportedly.read.quantities.numerals import number
from reportedly.read.times.calendar import days_from, month, months_from, moved, quarter, week
from reportedly.read.times.days import day_of_value
from reportedly.read.times.grammar import COUNT, MOD, UNIT, WEEKDAY, Context, Value, rule
from reportedly.read.times.triggers import UNIT_NAME
from reportedly.read.times.weekdays import at_part, day_named

_SOME = re.compile(r"several|few|many|some|dozens|hundreds|thousands")


def _unit(word: str) -> str:
    return {"centurie": "century"}.get(word.removesuffix("s"), word.removesuffix("s"))


def calendar_value(unit: str, context: Context, step: int) -> Value | None:
    """The day, week, month, quarter, year or decade ``step`` away from that of publication."""
    today, now = context.today, context.month
    if unit in ("day", "week", "night", "fortnight"):
        if today is None:
            return Value(None, "day" if unit in ("day", "night") else "week")
        if unit == "week":
            value = week(days_from(today, 7 * step))
            return Value(value, "week", "date", value)
        value = days_from(today, step * (14 if unit == "fortnight" else 1)).isoformat()
        return Value(value, "day", "date", value)
    if now is None:
        return Value(None, _PRECISION[unit])
    if unit == "month":
        value = month(months_from(now, step))
        return Value(value, "month", "date", value)
    if unit == "quarter":
        value = quarter(months_from(now, 3 * step))
        return Value(value, "quarter", "date", value)
    if unit == "year":
        value = f"{now.year + step:04}"
        return Value(value, "year", "date", value)
    if unit == "decade":
        return Value(f"{now.year // 10 + step:03}", "decade")
    return Value(f"{now.year // 100 + step:02}", "century")


@rule(
    "relative-unit",
    rf"(?:{MOD} )?(?:the )?(?P<which>last|next|this past|this coming|this|coming|current|latest|past)"
    rf"(?: (?P<kind>fiscal|calendar|full|financial|school))? (?P<unit>day|week|month|quarter|year|decade|century)"
    rf"(?!s|-old| old)(?:'s|’s)?(?: end)?(?: or so)?",
    UNIT_NAME,
    case=False,
)
def relative_unit(match: re.Match[str], context: Context) -> Value | None:
    """Last month, this week, the current fiscal year."""
    which, unit = match["which"].lower(), match["unit"].lower()
    if which in ("past", "this past", "last") and unit in ("decade", "century") and match["kind"] is None:
        return Value("P10Y" if unit == "decade" else "P100Y", "duration", "duration")
    if which == "latest" and unit not in ("quarter", "week", "month"):
        return None
    step = {"last": -1, "past": -1, "this past": -1, "next": 1, "this coming": 1, "coming": 1}.get(which, 0)
    if unit == "day" and (which in ("last", "latest", "current") or match.group().lower().startswith("the next")):
        return None  # "the next day" is that of the story
    if which == "latest" and unit == "quarter":
        step = -1
    return calendar_value(unit, context, step)


_FORMS: tuple[tuple[re.Pattern[str], Precision], ...] = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "day"),
    (re.compile(r"\d{4}-W\d\d"), "week"),
    (re.compile(r"\d{4}-\d\d"), "month"),
    (re.compile(r"\d{4}-Q\d"), "quarter"),
    (re.compile(r"\d{4}"), "year"),
)
_PRECISION: dict[str, Precision] = {
    "day": "day", "night": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year",
    "decade": "decade", "century": "century", "hour": "hour", "fortnight": "week",
}  # fmt: skip


def grain(value: str, unit: str) -> Precision:
    """The precision that the form of a value shows; that of the unit where it shows none."""
    if value.endswith("-WE"):
        return "weekend"
    for form, precision in _FORMS:
        if form.fullmatch(value):
            return precision
    return _PRECISION[unit]


def within(value: str | None, unit: str, step: int) -> str | None:
    """The ``unit`` that holds ``value``, moved by ``step``: the week of 2014-10-31 is 2014-W44."""
    if value is None:
        return None
    day = day_of_value(value)
    found = re.match(r"(\d{4})-(\d\d)", value)
    if unit == "year":
        return f"{int(value[:4]) + step:04}" if value[:4].isdigit() else None
    if unit == "quarter" and re.fullmatch(r"\d{4}-Q\d", value):
        return moved(value, "quarter", step)
    if unit == "month" and found:
        return month(months_from(date(int(found[1]), int(found[2]), 1), step))
    if unit == "week" and "-W" in value:
        return moved(value.removesuffix("-WE"), "week", step)
    if day is None:
        # A month or a year has no one week or day: its own value is the nearest that is known.
        return value if step == 0 else None
    if unit == "day":
        return days_from(day, step).isoformat()
    if unit == "week":
        return week(days_from(day, 7 * step))
    if unit == "quarter":
        return quarter(months_from(day, 3 * step))
    return None


_COMPARED = re.compile(r"\b(?:from|than|compared|against|versus|vs\.|or)\b[^;]{0,80}$")


@rule(
    "ago",
    rf"(?:(?:about|around|nearly|almost|some|over|just|more than|less than|roughly|only|at"
    rf" least|exactly|barely) )?(?:(?P<count>{COUNT}|an?)(?P<to> (?:to|or) {COUNT})?(?P<half> and a half)?"
    rf" (?:[a-z]+(?:ing|y|al|ful|ous|less|ng)(?= \w+s\b) )?)?(?P<unit>{UNIT}s?)(?: or (?:so|more|two))?"
    rf" (?P<side>ago|earlier|later|before|after|afterwards|afterward|hence|prior|previously"
    rf"|from now)\b(?! than)",
    UNIT_NAME,
    case=False,
)
def ago(match: re.Match[str], context: Context) -> Value | None:
    """Two weeks ago (from publication), a day earlier (from the date told last, at its grain)."""
    unit, side = _unit(match["unit"].lower()), match["side"].lower()
    words = (match["count"] or "").lower()
    past = side in ("ago", "earlier", "before", "prior", "previously")
    if not match["count"] and (side not in ("ago", "earlier", "later") or not match["unit"].lower().endswith("s")):
        return None
    if side in ("before", "after", "prior") and _EVENT.match(match.string, match.end()):
        return None  # "two days after the raid": from something that happened, no date that is told
    if not match["count"] or match["to"] or _SOME.search(words):
        return Value("PAST_REF" if past or context.tense == "past" else "FUTURE_REF", "vague")
    count = 2.0 if "couple" in words else 0.5 if "half" in words else number(words)
    if count is None:
        return None
    count += 0.5 * (match["half"] is not None)
    beside = re.compile(rf",? (?:on )?(?P<day>{WEEKDAY})(?!\w)").match(match.string, match.end())
    if beside and unit in ("day", "night", "week") and side in ("earlier", "later", "before", "after"):
        return at_part(day_named(beside["day"], context), None)
    if side in ("ago", "hence", "from now"):
        if unit == "year" and count == 1 and _COMPARED.search(match.string, max(0, match.start() - 120), match.start()):
            compared = re.fullmatch(r"(\d{4})(-Q\d|-\d\d)", context.narrative or "")
            # "up from 3 million a year ago" compares the same quarter, or month, that the report is of.
            if compared and context.month and abs(int(compared[1]) - context.month.year) <= 1:
                return Value(f"{context.month.year - 1}{compared[2]}", grain(context.narrative or "", unit))
        return _from_publication(unit, -count if side == "ago" else count, context)
    return anchored(unit, round(count) * (-1 if past else 1), context)


_EVENT = re.compile(r" [\w$‘“\"'(]")


def anchored(unit: str, step: int, context: Context) -> Value | None:
    """The date told last, moved by ``step`` units at its own grain."""
    if unit in ("second", "minute", "hour"):
        return Value("PAST_REF" if step < 0 else "FUTURE_REF" if context.tense == "future" else "PAST_REF", "vague")
    base = context.narrative or (context.today.isoformat() if context.today else None)
    if base is None:
        return Value(None, "day" if unit == "day" else "year")
    size, count = {"fortnight": ("week", 2), "decade": ("year", 10), "weekend": ("week", 1)}.get(unit, (unit, 1))
    value = moved(base, size, step * count)
    if value is None and "day" in context.told:
        value = moved(context.told["day"], size, step * count)
    if value is None:
        if context.narrative and context.today:
            return _from_publication(unit, step, context)
        return None
    # What lies before the story's time is told as a look back: the story goes on from where it was.
    return Value(value, grain(value, size), "date", value if step > 0 else None)


def _from_publication(unit: str, count: float, context: Context) -> Value | None:
    if unit in ("second", "minute", "hour"):
        if context.today is None:
            return Value(None, "hour", "time")
        if context.clock and unit == "hour":
            hour = int(context.clock[:2]) + round(count)
            value = f"{days_from(context.today, hour // 24).isoformat()}T{hour % 24:02}"
            return Value(value, "hour", "time", value[:10])
        return Value("PAST_REF" if count < 0 else "FUTURE_REF", "vague")
    if unit == "year" and count != round(count) and context.month:
        return calendar_value("month", context, round(12 * count))
    if unit == "fortnight":
        return calendar_value("week", context, 2 * round(count))
    if unit == "weekend":
        return None
    return calendar_value(unit, context, round(count))
