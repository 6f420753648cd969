"""Dates that name a month, a season, a quarter or a half of a year."""

import re
from datetime import date

from reportedly.read.times.calendar import SEASONS, month, months_from, quarter
from reportedly.read.times.days import RELATIVE_YEAR, month_number, year_named
from reportedly.read.times.grammar import MOD, MONTH, SPELLED_YEAR, YEAR, Context, Value, rule
from reportedly.read.times.triggers import DIGIT, MONTH_NAME, QUARTER, SEASON

_ALSO_WORDS = frozenset({"May", "March", "Mar", "Jun", "Jan", "MARCH"})
_DATING = re.compile(
    r"(?:\b(?:in|since|by|until|till|last|next|early|late|mid|this|from|of|to|and|or|during|through|for|each|every|on"
    r"|before|after|between|past)|mid-)\s*$",
    re.I,
)
_TO_COME = re.compile(r"\b(?:until|till|through|by|effective) (?:the end of )?$", re.I)
_OWN_YEAR = rf"(?P<year>{YEAR}|{SPELLED_YEAR})|(?:of )?{RELATIVE_YEAR}|['’](?P<short>\d\d)"


@rule("date-month-year", rf"(?:{MOD} )?(?:mid-)?(?P<month>{MONTH}),?(?: of)? (?:{_OWN_YEAR})", MONTH_NAME)
def month_year(match: re.Match[str], context: Context) -> Value | None:
    """November 2014, early June last year."""
    year, mon = year_named(match, context), month_number(match["month"])
    value = f"{year:04}-{mon:02}" if year else f"XXXX-{mon:02}"
    return Value(value, "month", "date", value if year else None)


@rule(
    "month",
    rf"(?:{MOD} )?(?:mid-)?(?:(?P<which>(?i:last|next|this|this past|this coming|(?P<set>each|every))) )?"
    rf"(?P<month>{MONTH})",
    MONTH_NAME,
)
def bare_month(match: re.Match[str], context: Context) -> Value | None:
    """November, last April, mid-June. "May" and "March" only where a preposition or the like shows that they are."""
    name, which = match["month"], (match["which"] or "").lower()
    before = match.string[max(0, match.start() - 12) : match.start()]
    if name in _ALSO_WORDS and match.group() == name:
        named = len(name) == 3 and name != "May" and re.match(r" [A-Z]", match.string[match.end() : match.end() + 2])
        if named or not _DATING.search(before):
            return None
    mon = month_number(name)
    if match["set"]:
        return Value(f"XXXX-{mon:02}", "set", "set")
    if context.month is None:
        return Value(f"XXXX-{mon:02}", "month")
    here = month(_month(context.month, mon, which, _TO_COME.search(before) is not None, context))
    return Value(here, "month", "date", here)


def _month(now: date, mon: int, which: str, to_come: bool, context: Context) -> date:
    here = months_from(now, mon - now.month)
    this = months_from(now, 0)
    if which == "last" or which == "this past":
        return here if here < this else months_from(here, -12)
    if which in ("next", "this coming"):
        return here if here > now else months_from(here, 12)
    if which == "this":
        return here
    if context.tense == "future" or (to_come and context.tense != "past"):
        return here if here >= this else months_from(here, 12)
    if context.tense == "present":
        return min((months_from(here, step) for step in (-12, 0, 12)), key=lambda one: abs((one - this).days))
    # "In November", told in late October, is the one that begins: that of last year would be "last November".
    return here if here <= months_from(this, 1) else months_from(here, -12)


@rule(
    "season",
    rf"(?:{MOD} )?(?:(?:(?P<when>(?i:last|this|next|this past|the|each|every|that)) )|(?P<mid>mid-|early |late |mid))?"
    rf"(?P<season>spring|summer|fall|autumn|winter)(?:(?: of|,)? (?:{_OWN_YEAR}))?",
    SEASON,
)
def season(match: re.Match[str], context: Context) -> Value | None:
    """Last summer, the spring of 2013. A bare "fall" or "spring" is a noun or verb of its own."""
    when, code = (match["when"] or "").lower(), SEASONS[match["season"]]
    if when in ("each", "every"):
        return Value(f"XXXX-{code}", "set", "set")
    year = year_named(match, context)
    if year is None:
        if match["season"] == "fall" and match.string.startswith(" of ", match.end()):
            return None  # that of a town
        if (not when and match["mid"] is None) or context.month is None:
            return None
        now, begins = context.month, {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
        begun = now.month >= begins
        year = now.year
        if when == "next":
            year += begun
        elif when != "this" and context.tense != "future":
            year -= not begun or (when == "last" and now.month < begins + 3)
    return Value(f"{year}-{code}", "season", "date", f"{year}-{code}")


_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4, "last": 4}
_LEAD = (
    rf"(?:the )?(?:(?:(?P<lead>{YEAR})|(?P<w>last|this|next) year|(?P<earlier>year[- ](?:earlier|ago)))(?:'s|’s)? )?"
)


@rule(
    "quarter",
    rf"{_LEAD}(?:fiscal )?(?P<nth>first|second|third|fourth|final|1st|2nd|3rd|4th)(?:[- ]fiscal)?[- ]quarter"
    rf"(?:,? (?:of |in )?(?P<year>{YEAR})| (?:of )?{RELATIVE_YEAR})?",
    QUARTER,
    case=False,
)
def quarter_of(match: re.Match[str], context: Context) -> Value | None:
    """The third quarter, the second quarter of 1988: the latest that has begun, unless the year is named."""
    nth = _NTH[match["nth"].lower()]
    named, which = match["year"] or match["lead"], (match["which"] or match["w"] or "").lower()
    if context.month is None and not named:
        return Value(f"XXXX-Q{nth}", "quarter")
    if named or context.month is None:
        year = int(named)
    elif which:
        year = context.month.year + {"last": -1, "this": 0, "next": 1}[which]
    else:
        this, now = context.month.year, quarter(context.month)
        # Results are to be reported of the quarter that has just ended.
        year = this - (f"{this}-Q{nth}" > now)
        if context.tense == "future":
            year += f"{year}-Q{nth}" < quarter(months_from(context.month, -3))
        year -= match["earlier"] is not None
    return Value(f"{year}-Q{nth}", "quarter", "date", f"{year}-Q{nth}")


@rule("quarter-of-year", rf"(?:the )?(?P<year>{YEAR}) (?:fiscal )?quarter", QUARTER)
def quarter_told(match: re.Match[str], context: Context) -> Value | None:
    """The 1988 quarter: the one of that year that answers to the quarter told last."""
    told = re.fullmatch(r"\d{4}(-Q\d)", context.narrative or "")
    value = match["year"] + (told[1] if told else "")
    return Value(value, "quarter" if told else "year", "date")


@rule("half-year", rf"the (?P<nth>first|second|last|latter) half of (?P<year>{YEAR})", DIGIT)
def half_year(match: re.Match[str], context: Context) -> Value | None:
    """The first half of 1989: ``1989-H1``."""
    value = f"{match['year']}-H{1 if match['nth'] == 'first' else 2}"
    return Value(value, "interval", "date", match["year"])
