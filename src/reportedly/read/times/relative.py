"""Dates that count from the day of publication or from the date told last."""

import re
from datetime import date

from reportedly.model import Precision
from reportedly.read.quantities.numerals import number
from reportedly.read.times.calendar import (
    PARTS,
    WEEKDAYS,
    days_from,
    month,
    months_from,
    moved,
    quarter,
    week,
    weekday_after,
    weekday_before,
)
from reportedly.read.times.grammar import COUNT, MOD, PART, UNIT, WEEKDAY, Context, Value, rule

DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1}
_SOME = re.compile(r"several|few|many|some|dozens|hundreds|thousands")


def weekday_number(name: str) -> int:
    """1 Monday to 7 Sunday, of a name whole or abbreviated."""
    return WEEKDAYS[name.lower().rstrip(".")]


def day_named(name: str, context: Context, which: str | None = None) -> date | None:
    """The date of a weekday: in a past tense the latest on or before publication, in the future the first
    from it on.

    "last Friday" and "next Friday" never mean the day of publication itself.
    """
    today = context.today
    if today is None:
        return None
    wanted = weekday_number(name)
    if which in ("last", "this past", "past", "previous"):
        return weekday_before(today, wanted, strictly=True)
    if which in ("next", "this coming", "coming"):
        return weekday_after(today, wanted, strictly=True)
    if which == "this":
        return days_from(today, wanted - today.isoweekday())
    if which in ("the following", "following"):
        start = day_of_value(context.narrative) or today
        return weekday_after(start, wanted, strictly=True)
    return weekday_after(today, wanted) if context.tense == "future" else weekday_before(today, wanted)


def day_of_value(value: str | None) -> date | None:
    if value and re.match(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(value[:10])
    return None


def _at(day: date | None, part: str | None) -> Value:
    if day is None:
        return Value(None, "part-of-day" if part else "day", "time" if part else "date")
    if part:
        return Value(f"{day.isoformat()}T{PARTS[part.lower()]}", "part-of-day", "time", day.isoformat())
    return Value(day.isoformat(), "day", "date", day.isoformat())


@rule(
    "weekday",
    rf"(?:{MOD} )?(?:(?:the )?(?P<which>last|next|this past|this coming|this|past|coming"
    rf"|previous|following) )?"
    rf"(?:(?P<before>overnight|{PART}|noon|midday|midnight)(?: (?:of|on|into|to))? )?(?:early "
    rf"|late )?(?P<day>{WEEKDAY})(?:'s|’s)?(?: (?P<part>{PART}))?(?: (?P<w2>last|this) week)?",
)
def weekday(match: re.Match[str], context: Context) -> Value | None:
    """Sunday, late Sunday, last Friday, Friday morning, overnight on Saturday."""
    if match["day"] in ("Sun", "Sat", "Mon", "Wed") and match.group() == match["day"] and context.today is None:
        return None
    day = day_named(match["day"], context, match["which"])
    if match["w2"] and context.today:
        monday = days_from(context.today, 1 - context.today.isoweekday() - (7 if match["w2"] == "last" else 0))
        day = days_from(monday, weekday_number(match["day"]) - 1)
    before = match["before"]
    if day is None:
        part = match["part"] or (before if before in PARTS else None)
        suffix = f"T{PARTS[part]}" if part else ""
        value = f"XXXX-WXX-{weekday_number(match['day'])}{suffix}"
        return Value(value, "part-of-day" if part else "day", "time" if part else "date")
    if before in ("noon", "midday", "midnight"):
        clock = "24:00" if before == "midnight" else "12:00"
        return Value(f"{day.isoformat()}T{clock}", "hour", "time", day.isoformat())
    return _at(day, match["part"] or before)


@rule(
    "weekday-set",
    rf"(?:(?:each|every|most|alternate) (?P<one>{WEEKDAY})|(?:on )?(?P<many>{WEEKDAY})s)(?:"
    rf" (?P<part>{PART}))?",
)
def weekday_set(match: re.Match[str], context: Context) -> Value | None:
    """Every Friday, Sundays."""
    part = f"T{PARTS[match['part']]}" if match["part"] else ""
    return Value(f"XXXX-WXX-{weekday_number(match['one'] or match['many'])}{part}", "set", "set")


@rule(
    "deictic-day",
    rf"(?:{MOD} )?(?:(?P<before>{PART}|noon|midday|midnight) )?(?:the day (?P<far>before"
    rf" yesterday|after tomorrow)|(?P<day>today|yesterday|tomorrow))(?: (?P<part>{PART}))?",
    case=False,
)
def deictic_day(match: re.Match[str], context: Context) -> Value | None:
    """Today, yesterday morning, the day before yesterday."""
    if context.today is None:
        return Value("PRESENT_REF", "vague") if (match["day"] or "").lower() == "today" else Value(None, "day")
    if match["far"]:
        return _at(days_from(context.today, -2 if match["far"].startswith("before") else 2), match["part"])
    before = match["before"]
    day = days_from(context.today, DEICTIC[match["day"].lower()])
    if before and before.lower() in ("noon", "midday", "midnight"):
        return Value(
            f"{day.isoformat()}T{'24:00' if before.lower() == 'midnight' else '12:00'}",
            "hour",
            "time",
            day.isoformat(),
        )
    return _at(day, match["part"] or before)


@rule(
    "deictic-night",
    rf"(?:{MOD} )?(?:(?P<tonight>tonight)|this (?P<this>{PART})|last (?P<last>night|evening)"
    rf"|(?P<over>overnight))",
    case=False,
)
def deictic_night(match: re.Match[str], context: Context) -> Value | None:
    """Tonight, this morning, last night, overnight (the night before publication)."""
    part = "night" if match["tonight"] or match["over"] else (match["this"] or match["last"]).lower()
    if context.today is None:
        return Value(None, "part-of-day", "time")
    day = days_from(context.today, -1) if match["last"] or match["over"] else context.today
    return _at(day, part)


@rule(
    "weekend",
    rf"(?:{MOD} )?(?:the )?(?:(?P<which>last|next|this past|past|previous|this coming|coming"
    rf"|this|that|same|every|each) )?(?:same )?weekend",
)
def weekend(match: re.Match[str], context: Context) -> Value | None:
    """The weekend, last weekend: as week and ``-WE``. Said on a Saturday or Sunday, the weekend is that
    one."""
    which = match["which"]
    if which in ("every", "each"):
        return Value("XXXX-WXX-WE", "set", "set")
    if context.today is None:
        return Value("XXXX-WXX-WE", "weekend")
    today = context.today
    within = today.isoweekday() >= 6
    if which in ("that", "same"):
        told = day_of_value(context.narrative)
        base = told or today
    elif which in ("next", "this coming", "coming"):
        base = days_from(today, 7 if within or (which == "next" and today.isoweekday() > 4) else 0)
    elif (
        context.tense == "future"
        or (which == "this" and today.isoweekday() > 2)
        or (within and which not in ("last", "past", "previous", "this past"))
    ):
        base = today
    else:
        base = days_from(today, -7)
    value = f"{week(base)}-WE"
    return Value(value, "weekend", "date", value)


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
    rf"(?:{MOD} )?(?:(?:the )?(?P<which>last|next|this past|this coming|this|coming|current"
    rf"|latest|past|previous|preceding|following|same)|(?P<that>that)(?: same| very)?)"
    rf" (?P<unit>day|week|month|quarter|year|decade|century)(?!s|-old| old)(?:'s|’s)?(?: end)?",
    case=False,
)
def relative_unit(match: re.Match[str], context: Context) -> Value | None:
    """Last month, this week, that same year, the following day."""
    which, unit = (match["which"] or "that").lower(), match["unit"].lower()
    if which in ("that", "same", "following", "previous", "preceding"):
        step = {"following": 1, "previous": -1, "preceding": -1}.get(which, 0)
        base = context.narrative or (context.today.isoformat() if context.today else None)
        value = _within(base, unit, step)
        if value is None:
            return Value("PAST_REF", "vague") if which != "following" else None
        return Value(value, _grain(value, unit), "date", value)
    if which in ("past", "this past") and unit == "decade":
        return Value("P10Y", "duration", "duration")
    if which == "latest" and unit not in ("quarter", "week", "month"):
        return None
    step = {"last": -1, "past": -1, "this past": -1, "next": 1, "this coming": 1, "coming": 1}.get(which, 0)
    if unit == "day" and which in ("last", "latest", "current"):
        return None
    if unit == "day" and which == "this":
        return calendar_value("day", context, 0)
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


def _grain(value: str, unit: str) -> Precision:
    """The precision that the form of a value shows; that of the unit where it shows none."""
    if value.endswith("-WE"):
        return "weekend"
    for form, precision in _FORMS:
        if form.fullmatch(value):
            return precision
    return _PRECISION[unit]


def _within(value: str | None, unit: str, step: int) -> str | None:
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


@rule(
    "ago",
    rf"(?:(?:about|around|nearly|almost|some|over|just|more than|less than|roughly|only|at"
    rf" least|exactly) )?(?:(?P<count>{COUNT}|an?) )?(?P<unit>{UNIT}s?)(?: or (?:so|more|two))?"
    rf" (?P<side>ago|earlier|later|before|after|afterwards|afterward|hence|prior|previously"
    rf"|from now)\b(?! than)",
    case=False,
)
def ago(match: re.Match[str], context: Context) -> Value | None:
    """Two weeks ago (from publication), a day earlier (from the date told last, at its grain)."""
    unit, side = _unit(match["unit"].lower()), match["side"].lower()
    count_words = (match["count"] or "").lower()
    if side in ("before", "after", "previously", "prior", "earlier", "later") and not match["count"]:
        if side in ("earlier", "later") and match["unit"].lower().endswith("s"):
            return Value("PAST_REF", "vague")
        return None
    if not match["count"] or _SOME.search(count_words):
        past = side in ("ago", "earlier", "before", "prior", "previously")
        return Value("PAST_REF" if past or context.tense == "past" else "FUTURE_REF", "vague")
    count = 2.0 if "couple" in count_words else 0.5 if "half" in count_words else number(count_words)
    if count is None:
        return None
    if side in ("before", "after") and re.match(
        r" (?:the|a|an|his|her|their|its|that|he|she|they|it|being|[A-Z])",
        match.string[match.end() : match.end() + 8],
    ):
        return (
            None
            if side == "after" or count != 1 or unit not in ("day", "week", "month", "year")
            else _anchored(unit, -1, context)
        )
    beside = re.match(rf",? (?:on )?(?P<day>{WEEKDAY})(?!\w)", match.string[match.end() : match.end() + 16])
    if beside and unit in ("day", "night", "week") and side in ("earlier", "later", "before", "after"):
        return _at(day_named(beside["day"], context), None)
    if side == "ago" or side in ("hence", "from now"):
        return _from_publication(unit, -count if side == "ago" else count, context)
    return _anchored(unit, round(count) * (-1 if side in ("earlier", "before", "prior", "previously") else 1), context)


def _anchored(unit: str, step: int, context: Context) -> Value | None:
    if unit in ("second", "minute", "hour"):
        return Value("PAST_REF" if step < 0 else "FUTURE_REF" if context.tense == "future" else "PAST_REF", "vague")
    base = context.narrative or (context.today.isoformat() if context.today else None)
    if base is None:
        return Value(None, "day" if unit == "day" else "year")
    size, count = {"fortnight": ("week", 2), "decade": ("year", 10), "weekend": ("week", 1)}.get(unit, (unit, 1))
    value = moved(base, size, step * count)
    if value is None and context.told_day:
        value = moved(context.told_day, size, step * count)
    if value is None:
        if context.narrative and context.today:
            return _from_publication(unit, step, context)
        return None
    return Value(value, _grain(value, size), "date", value)


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
