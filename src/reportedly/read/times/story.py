"""Times that count from the date that the story told last: that week, the next morning, the end of the month."""

import re

from reportedly.read.times.calendar import PARTS, days_from
from reportedly.read.times.days import day_of_value, month_number
from reportedly.read.times.grammar import MOD, MONTH, PART, WEEKDAY, Context, Value, rule
from reportedly.read.times.relative import anchored, calendar_value, grain, within
from reportedly.read.times.triggers import PART_NAME, UNIT_NAME

_UNITS = r"day|week|month|quarter|year|decade|century"


@rule(
    "story-unit",
    rf"(?:{MOD} )?(?:(?:the |that )?(?P<which>previous|preceding|following|same|very same|next)"
    rf"|(?P<that>that)(?: same| very)?)"
    rf" (?P<unit>{_UNITS})(?!s|-old| old)(?:'s|’s)?",
    UNIT_NAME,
    case=False,
)
def story_unit(match: re.Match[str], context: Context) -> Value | None:
    """That same year, the following day, the next day."""
    which, unit = (match["which"] or "that").lower(), match["unit"].lower()
    if which == "next" and (unit != "day" or not match.group().lower().startswith("the ")):
        return None
    step = {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(which, 0)
    value = within(_base(context), unit, step)
    if value is None:
        return Value("PAST_REF", "vague") if step <= 0 else Value(None, grain("", unit))
    return Value(value, grain(value, unit), "date", value)


_GOES_ON = re.compile(r" (?!and\b|but\b|when\b|while\b|in\b|at\b|near\b|outside\b)[\w$‘“\"'(]")


@rule(
    "story-neighbour",
    r"the (?P<unit>day|night|week|month|year) (?P<side>before|after)\b",
    UNIT_NAME,
    case=False,
)
def story_neighbour(match: re.Match[str], context: Context) -> Value | None:
    """The day before, the night after: of the date told last. With what it was before, it is that one's: none."""
    if _GOES_ON.match(match.string, match.end()):
        return None
    unit, step = match["unit"].lower(), -1 if match["side"].lower() == "before" else 1
    value = within(_base(context), "day" if unit == "night" else unit, step)
    if value is None:
        return None
    part = f"{value}T{PARTS['night']}" if unit == "night" else value
    return Value(part, "part-of-day", "time") if unit == "night" else Value(value, grain(value, unit), "date")


def _base(context: Context) -> str | None:
    return context.narrative or (context.today.isoformat() if context.today else None)


@rule(
    "story-part",
    rf"(?P<which>that|the (?:next|following|same|previous)|the) (?P<part>{PART})(?! (?:before|of)\b)"
    rf"|(?P<at>at (?:dawn|dusk|daybreak|sunrise|sunset|nightfall))(?! (?:on|of) (?:{WEEKDAY}|{MONTH}|\d))",
    PART_NAME,
    case=False,
)
def story_part(match: re.Match[str], context: Context) -> Value | None:
    """That night, the next morning, at dawn: of the day told last. What no day is told for has none."""
    which = (match["which"] or "the").lower().removeprefix("the").strip()
    part = (match["part"] or match["at"].split()[1]).lower()
    code = PARTS[part]
    if which == "" and match["at"] is None and not _IN.search(match.string, max(0, match.start() - 8), match.start()):
        return None
    day = day_of_value(context.narrative if which else context.told.get("day"))
    if day is None:
        return Value(f"XXXX-XX-XXT{code}", "part-of-day", "time")
    step = {"next": 1, "following": 1, "previous": -1}.get(which, 0)
    value = days_from(day, step).isoformat()
    return Value(f"{value}T{code}", "part-of-day", "time", value if step else None)


_IN = re.compile(r"\b(?:in|during|by|until|through) $", re.I)


@rule(
    "story-end",
    r"(?:(?:by|at|around|before|until|since|toward) )?(?:the (?:end|close|start|beginning|middle|rest|remainder) of the"
    r"|(?:early|earlier|later|late) (?:in|on in) the) (?P<unit>day|week|month|quarter|year|decade|century)"
    r"|(?P<end>(?:the )?year(?:['’]s|[- ])[ -]?end)",
    UNIT_NAME,
    case=False,
)
def story_end(match: re.Match[str], context: Context) -> Value | None:
    """The end of the month, later in the day, year-end."""
    unit = "year" if match["end"] else match["unit"].lower()
    if context.near and context.tense == "past" and context.narrative and not match["end"]:
        value = within(context.narrative, unit, 0)
        if value is not None:
            return Value(value, grain(value, unit))
    found = calendar_value(unit, context, 0)
    return found._replace(anchor=None) if found else None


@rule(
    "story-period",
    r"the (?P<kind>fiscal |full |calendar |latest )?(?P<unit>quarter|year|month|week|period)(?P<s>'s|’s)?"
    r"(?! (?:of|that|when|before|after|to|ahead|later|earlier|ago"
    r"|following|since|old|long|he|she|they|it|we|(?-i:[A-Z]\w*))\b|-)",
    UNIT_NAME,
    case=False,
)
def story_period(match: re.Match[str], context: Context) -> Value | None:
    """The quarter, the week, the latest period: that of the story. "The year ended 31 March" is a duration."""
    unit = match["unit"].lower()
    if unit == "period":
        if (match["kind"] or "").lower() != "latest ":
            return None
        unit = "quarter"
    if bound := _ENDED.match(match.string, match.end()):
        if unit == "quarter" and month_number(bound["month"]) % 3 == 0 and context.month:
            return Value(f"{context.month.year}-Q{month_number(bound['month']) // 3}", "quarter")
        return Value({"quarter": "P1Q", "year": "P1Y", "month": "P1M", "week": "P1W"}[unit], "duration", "duration")
    if unit == "quarter" and "quarter" in context.told:
        return Value(context.told["quarter"], "quarter")
    found = calendar_value(unit, context, 0)
    return found._replace(anchor=None) if found else None


@rule(
    "story-ago",
    r"(?:the |comparable )*(?P<unit>year|month|week|day)[- ](?:earlier|ago)(?: (?P<period>quarter|period|month|week"
    r"|third|second|first|fourth))?(?! (?:of|when|he|she|they|it)\b)",
    UNIT_NAME,
    case=False,
)
def story_ago(match: re.Match[str], context: Context) -> Value | None:
    """The year-earlier quarter, the year-ago period: the one told last, a year before."""
    if not re.search(r"(?:year|month|week|day)-", match.group(), re.I) and match["period"] is None:
        return None
    if match["period"] and "quarter" in context.told:
        context = context._replace(narrative=context.told["quarter"])
    return anchored(match["unit"].lower(), -1, context)


_ENDED = re.compile(rf" end(?:ed|ing) (?P<month>{MONTH})")
