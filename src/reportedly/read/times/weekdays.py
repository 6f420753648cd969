"""Days that count from the day of publication: weekdays, yesterday, last night, the weekend."""

import re
from datetime import date

from reportedly.read.times.calendar import PARTS, WEEKDAYS, days_from, week, weekday_after, weekday_before
from reportedly.read.times.days import day_of_value
from reportedly.read.times.grammar import MOD, PART, WEEKDAY, Context, Value, rule
from reportedly.read.times.triggers import DEICTIC, PART_NAME, WEEKDAY_NAME, WEEKEND

STEPS = {"today": 0, "yesterday": -1, "tomorrow": 1}


def weekday_number(name: str) -> int:
    """1 Monday to 7 Sunday, of a name whole or abbreviated."""
    return WEEKDAYS[name.lower().rstrip(".")]


def day_named(name: str, context: Context, which: str = "") -> date | None:
    """The date of a weekday: in a past tense the latest on or before publication, in the future the first
    from it on.

    "last Friday" and "next Friday" never mean the day of publication itself.
    """
    today = context.today
    if today is None:
        return None
    wanted = weekday_number(name)
    if which in ("last", "this past", "past"):
        return weekday_before(today, wanted, strictly=True)
    if which in ("next", "this coming", "coming"):
        return weekday_after(today, wanted, strictly=True)
    if which == "this":
        return days_from(today, wanted - today.isoweekday())
    if which == "previous":
        return weekday_before(day_of_value(context.narrative) or today, wanted, strictly=True)
    if which in ("the following", "following"):
        start = day_of_value(context.narrative) or today
        return weekday_after(start, wanted, strictly=True)
    return weekday_before(today, wanted) if context.tense == "past" else weekday_after(today, wanted)


def at_part(day: date | None, part: str | None) -> Value:
    """The value of a day, or of a part of it."""
    if day is None:
        return Value(None, "part-of-day" if part else "day", "time" if part else "date")
    if part:
        return Value(f"{day.isoformat()}T{PARTS[part.lower()]}", "part-of-day", "time", day.isoformat())
    return Value(day.isoformat(), "day", "date", day.isoformat())


@rule(
    "weekday",
    rf"(?:{MOD} )?(?:(?i:the )?(?P<which>(?i:last|next|this past|this coming|this|past|coming"
    rf"|previous|(?<=the )following(?! {WEEKDAY}['’]s))) )?"
    rf"(?:(?P<before>(?i:overnight|{PART}|noon|midday|midnight))(?: (?:of|on|into|to))? )?(?:early "
    rf"|late )?(?P<day>{WEEKDAY})(?:'s|’s)?(?: (?P<part>{PART})(?P<many>s)?)?(?: (?P<w2>last|this) week)?"
    rf"(?:,? (?P<weeks>a|one|two|three) weeks? (?:ago|before|earlier))?",
    WEEKDAY_NAME,
)
def weekday(match: re.Match[str], context: Context) -> Value | None:
    """Sunday, late Sunday, last Friday, Friday morning, overnight on Saturday."""
    if match["day"] in ("Sun", "Sat", "Mon", "Wed") and match.group() == match["day"] and context.today is None:
        return None
    if match["many"]:
        return Value(f"XXXX-WXX-{weekday_number(match['day'])}T{PARTS[match['part'].lower()]}", "set", "set")
    day = day_named(match["day"], context, (match["which"] or "").lower())
    if match["w2"] and context.today:
        monday = days_from(context.today, 1 - context.today.isoweekday() - (7 if match["w2"] == "last" else 0))
        day = days_from(monday, weekday_number(match["day"]) - 1)
    if match["weeks"] and context.today:  # "on Sunday a week ago"
        passed = {"a": 1, "one": 1, "two": 2, "three": 3}[match["weeks"]]
        day = weekday_before(days_from(context.today, -7 * passed), weekday_number(match["day"]))
    before = (match["before"] or "").lower() or None
    if day is None:
        part = (match["part"] or (before if before in PARTS else None) or "").lower()
        suffix = f"T{PARTS[part]}" if part else ""
        value = f"XXXX-WXX-{weekday_number(match['day'])}{suffix}"
        return Value(value, "part-of-day" if part else "day", "time" if part else "date")
    if before in ("noon", "midday", "midnight"):
        clock = "24:00" if before == "midnight" else "12:00"
        return Value(f"{day.isoformat()}T{clock}", "hour", "time", day.isoformat())
    return at_part(day, match["part"] or before)


@rule(
    "weekday-set",
    rf"(?:(?i:each|every|most|alternate) (?P<one>{WEEKDAY})|(?P<many>{WEEKDAY})s)(?:"
    rf" (?P<part>{PART}))?",
    WEEKDAY_NAME,
)
def weekday_set(match: re.Match[str], context: Context) -> Value | None:
    """Every Friday, Sundays."""
    part = f"T{PARTS[match['part'].lower()]}" if match["part"] else ""
    return Value(f"XXXX-WXX-{weekday_number(match['one'] or match['many'])}{part}", "set", "set")


@rule(
    "deictic-day",
    rf"(?:{MOD} )?(?:(?:mid-?)?(?P<before>{PART}|noon|midday|midnight) )?(?:the day (?P<far>before"
    rf" yesterday|after tomorrow)|(?P<day>today|yesterday|tomorrow))(?: (?P<part>{PART}))?",
    DEICTIC,
    case=False,
)
def deictic_day(match: re.Match[str], context: Context) -> Value | None:
    """Today, yesterday morning, the day before yesterday."""
    if context.today is None:
        return Value("PRESENT_REF", "vague") if (match["day"] or "").lower() == "today" else Value(None, "day")
    if match["far"]:
        return at_part(days_from(context.today, -2 if match["far"].startswith("before") else 2), match["part"])
    before = match["before"]
    day = days_from(context.today, STEPS[match["day"].lower()])
    if before and before.lower() in ("noon", "midday", "midnight"):
        return Value(
            f"{day.isoformat()}T{'24:00' if before.lower() == 'midnight' else '12:00'}",
            "hour",
            "time",
            day.isoformat(),
        )
    return at_part(day, match["part"] or before)


@rule(
    "deictic-night",
    rf"(?:{MOD} )?(?:(?P<tonight>tonight)|this (?P<this>{PART})|last (?P<last>night|evening)"
    rf"|(?P<over>overnight))",
    PART_NAME,
    case=False,
)
def deictic_night(match: re.Match[str], context: Context) -> Value | None:
    """Tonight, this morning, last night, overnight (the night before publication)."""
    part = "night" if match["tonight"] or match["over"] else (match["this"] or match["last"]).lower()
    if context.today is None:
        return Value(None, "part-of-day", "time")
    day = days_from(context.today, -1) if match["last"] or match["over"] else context.today
    return at_part(day, part)


@rule(
    "weekend",
    rf"(?:{MOD} )?(?:the )?(?:(?P<which>last|next|this past|past|previous|this coming|coming"
    rf"|this|that|same|every|each) )?(?:same )?weekend",
    WEEKEND,
    case=False,
)
def weekend(match: re.Match[str], context: Context) -> Value | None:
    """The weekend, last weekend: as week and ``-WE``. Said on a Saturday or Sunday, the weekend is that
    one."""
    which = (match["which"] or "").lower()
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
