"""Dates that name a day, a month, a year, a season, a decade or a century."""

import re

from reportedly.read.quantities.numerals import number
from reportedly.read.times.calendar import (
    MONTHS,
    PARTS,
    SEASONS,
    day_of,
    month,
    months_from,
    nearest_year,
    quarter,
)
from reportedly.read.times.grammar import (
    DAY,
    MOD,
    MONTH,
    ORDINAL_DAYS,
    PART,
    SPELLED_YEAR,
    WEEKDAY,
    YEAR,
    Context,
    Value,
    rule,
)

_RELATIVE_YEAR = r"(?P<which>last|this|next) year"
_ORDINAL = "|".join(sorted(ORDINAL_DAYS, key=len, reverse=True))
_ALSO_WORDS = {"May", "March", "Mar", "Jun", "Jan", "MARCH"}
_DATING = re.compile(
    r"(?:\b(?:in|since|by|until|till|last|next|early|late|mid|this|from|of|to|and|or|during"
    r"|through|for|each|every|on|before|after|between|past)|mid-)\s*$",
    re.I,
)


def month_number(name: str) -> int:
    """The number of an English month name, whole or abbreviated."""
    return MONTHS[name.lower().rstrip(".")]


def _which_year(which: str, context: Context) -> int | None:
    if context.month is None:
        return None
    return context.month.year + {"last": -1, "this": 0, "next": 1}[which]


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
    r"\d{4}-(?:0\d|1[0-2])-[0-3]\d(?:[T ](?P<clock>[0-2]\d:[0-5]\d(?::[0-5]\d)?(?:Z"
    r"|[+-]\d\d:?\d\d)?))?",
)
def iso_date(match: re.Match[str], context: Context) -> Value | None:
    """2014-11-03, 2014-11-03T18:20."""
    year, mon, day = map(int, match.group()[:10].split("-"))
    value = _day(year, mon, day)
    if value.value and match["clock"]:
        return Value(f"{value.value}T{match['clock']}", "minute", "time", value.value)
    return value


@rule("date-numeric", r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)")
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
    rf"(?:{WEEKDAY},? (?:the )?)?(?:(?P<part>{PART}) of )?(?:(?:early|late) (?:on )?)?"
    rf"(?:(?P<month>{MONTH}) (?:the )?(?P<day>{DAY}|{_ORDINAL})(?![\d:,]*\d|\.\d)"
    rf"|(?P<day2>{DAY})(?: of)? (?P<month2>{MONTH}))"
    rf"(?:,? (?P<year>{YEAR}|{SPELLED_YEAR})|,? {_RELATIVE_YEAR}|,? '(?P<short>\d\d))?(?:"
    rf" (?P<part2>{PART}))?",
)
def month_day(match: re.Match[str], context: Context) -> Value | None:
    """Nov. 3; Sunday, 3 November 2014; the night of March eighth."""
    name, words = match["month"] or match["month2"], match["day"] or match["day2"]
    if name in ("Mar", "Jun", "Jul") and match["day2"]:
        return None
    day = ORDINAL_DAYS.get(words) or int(re.sub(r"\D", "", words))
    part = match["part"] or match["part2"]
    mon = month_number(name)
    year = int(number(match["year"]) or 0) if match["year"] else None
    if match["which"]:
        year = _which_year(match["which"], context)
    elif match["short"]:
        year = int(match["short"]) + (1900 if int(match["short"]) > 50 else 2000)
    if year:
        return _day(year, mon, day, part)
    if day_of(2000, mon, day) is None:
        return Value(None, "day")
    if context.month is None:
        return Value(f"XXXX-{mon:02}-{day:02}", "day")
    found = nearest_year(context.today or context.month, mon, day, future=_future(context))
    return _day(found.year, mon, day, part) if found else Value(None, "day")


def _future(context: Context) -> bool | None:
    return True if context.tense == "future" else None


@rule(
    "date-month-year",
    rf"(?:{MOD} )?(?:mid-)?(?P<month>{MONTH}),?(?: of)? (?:(?P<year>{YEAR}|{SPELLED_YEAR})"
    rf"|{_RELATIVE_YEAR}|'(?P<short>\d\d))",
)
def month_year(match: re.Match[str], context: Context) -> Value | None:
    """November 2014, early June last year."""
    year = int(number(match["year"]) or 0) if match["year"] else None
    if match["which"]:
        year = _which_year(match["which"], context)
    elif match["short"]:
        year = int(match["short"]) + (1900 if int(match["short"]) > 50 else 2000)
    mon = month_number(match["month"])
    value = f"{year:04}-{mon:02}" if year else f"XXXX-{mon:02}"
    return Value(value, "month", "date", value if year else None)


@rule(
    "month",
    rf"(?:{MOD} )?(?:mid-)?(?:(?P<which>last|next|this|this past|this coming|(?P<set>each"
    rf"|every)) )?(?P<month>{MONTH})",
)
def bare_month(match: re.Match[str], context: Context) -> Value | None:
    """November, last April, mid-June. "May" and "March" only where a preposition or the like shows that
    they are."""
    name, which = match["month"], match["which"]
    before = match.string[max(0, match.start() - 12) : match.start()]
    if name in _ALSO_WORDS and match.group() == name and not _DATING.search(before):
        return None
    mon = month_number(name)
    if match["set"]:
        return Value(f"XXXX-{mon:02}", "set", "set")
    if context.month is None:
        return Value(f"XXXX-{mon:02}", "month")
    now = context.month
    here = months_from(now, mon - now.month)
    if which == "last":
        here = here if here < months_from(now, 0) else months_from(here, -12)
    elif which in ("next", "this coming"):
        here = here if here > now else months_from(here, 12)
    elif which != "this":
        if context.tense == "future":
            here = here if here >= months_from(now, 0) else months_from(here, 12)
        elif here > months_from(now, 2):
            here = months_from(here, -12)
    return Value(month(here), "month", "date", month(here))


@rule("year-range", rf"(?P<from>{YEAR}) ?[-–—] ?(?P<to>{YEAR}|\d\d)(?![-–/]\d)")
def year_range(match: re.Match[str], context: Context) -> Value | None:
    """2011-2014, 2011–14."""
    start, end = int(match["from"]), match["to"]
    last = int(end) if len(end) == 4 else start // 100 * 100 + int(end)
    return Value(f"{start}/{last}", "interval") if last > start else None


_COUNTED = re.compile(
    r" ?%| percent| per cent|,\d|\.\d|[-/]\d| (?:people|men|women|children|troops|soldiers"
    r"|fighters|civilians|miles|km|kilomet|met[re]|tons|tonnes|pounds|dollars|euros|times"
    r"|hours|GMT|points|shares|feet|other|more)\b"
)
_MEASURED = re.compile(
    r"(?:[$£€#.\d/:-]|[A-Z]-|\b(?:US\$|No\.|flight|Flight|Resolution|resolution|Route|route"
    r"|about|around|nearly|than|least|over|some|almost|to|page|section|Section|of)) ?$"
)
_YEAR_OF = re.compile(
    r"(?:\b(?:in|since|by|until|from|early|late|mid|the|fiscal|during|through|before|after"
    r"|year|end of|of (?:last|the)|beginning of|part of|spring of|summer of|fall of|autumn of"
    r"|winter of|quarter of|rest of|half of|elections? of|war of|crisis of|events of|to|and"
    r"|for|between|circa|born|\() ?|[(,]\s?)$",
    re.I,
)


@rule(
    "year",
    rf"(?:(?:{MOD}|the year|fiscal(?: year)?|FY|early|late|year-end) )?(?:mid-)?(?P<year>{YEAR})",
)
def bare_year(match: re.Match[str], context: Context) -> Value | None:
    """2011, early 1998, the end of 2014. Not a number of things."""
    text, year = match.string, match["year"]
    if _COUNTED.match(text, match.end()):
        return None
    if match.group() == year:
        before = text[max(0, match.start() - 16) : match.start()]
        shown = _YEAR_OF.search(before)
        if _MEASURED.search(before) and not shown:
            return None
        if not shown and not 1800 <= int(year) <= 2050:
            return None
        if int(year) < 1500 or (int(year) < 1900 and not shown):
            return None
    return Value(year, "year", "date", year)


@rule("year-in-words", rf"(?:the year )?(?P<year>{SPELLED_YEAR})")
def spelled_year(match: re.Match[str], context: Context) -> Value | None:
    """Nineteen ninety-six; "two thousand" only with "the year"."""
    words = match["year"]
    if words.startswith("two thousand") and not match.group().startswith("the year"):
        return None
    if words.endswith("hundred"):
        return None
    year = int(number(words) or 0)
    return Value(f"{year}", "year", "date", f"{year}") if 1000 <= year <= 2100 else None


@rule("decade", r"(?:the )?(?:(?:early|late|mid)[- ]?)?(?P<decade>(?:1[89]|20)\d)0'?s")
def decade(match: re.Match[str], context: Context) -> Value | None:
    """The 1980s."""
    return Value(match["decade"], "decade")


@rule(
    "decade-in-words",
    r"the (?:(?:early|late|mid)[- ]?)?(?:'?(?P<short>[2-9]0)s|(?P<words>twenties|thirties"
    r"|forties|fifties|sixties|seventies|eighties|nineties))",
)
def spelled_decade(match: re.Match[str], context: Context) -> Value | None:
    """The nineties, the '80s: of the twentieth century."""
    if match["short"]:
        return Value("19" + match["short"][0], "decade")
    tens = ["twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"]
    return Value(f"19{tens.index(match['words'].removesuffix('ties')) + 2}", "decade")


@rule(
    "century",
    rf"(?:the )?(?:(?:early|late|mid)[- ])?(?P<nth>\d\d?(?:st|nd|rd|th)"
    rf"|{_ORDINAL})[- ]century(?: (?P<era>BC|B\.C\.))?",
)
def century(match: re.Match[str], context: Context) -> Value | None:
    """The 19th century."""
    nth = ORDINAL_DAYS.get(match["nth"]) or int(re.sub(r"\D", "", match["nth"]))
    return Value(f"BC{nth - 1:02}" if match["era"] else f"{nth - 1:02}", "century")


@rule(
    "season",
    rf"(?:{MOD} )?(?:(?:(?P<which>last|this|next|this past|the|each|every|that) )|(?P<mid>mid-"
    rf"|early |late |mid))?"
    rf"(?P<season>spring|summer|fall|autumn|winter)(?:(?: of|,)? (?P<year>{YEAR})|(?: of)?"
    rf" {_RELATIVE_YEAR.replace('which', 'other')})?",
)
def season(match: re.Match[str], context: Context) -> Value | None:
    """Last summer, the spring of 2013. A bare "fall" or "spring" is a noun or verb of its own."""
    which, code = match["which"], SEASONS[match["season"]]
    year = int(match["year"]) if match["year"] else _which_year(match["other"], context) if match["other"] else None
    if which in ("each", "every"):
        return Value(f"XXXX-{code}", "set", "set")
    if year is None:
        if (which is None and match["mid"] is None) or context.month is None:
            return None
        now, begins = context.month, {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
        year = now.year
        begun = now.month >= begins
        if which in ("last", "the", "this past", "that") or which is None:
            year -= not begun or (which == "last" and now.month < begins + 3)
        elif which == "next":
            year += begun
    return Value(f"{year}-{code}", "season", "date", f"{year}-{code}")


_QUARTERS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
}


@rule(
    "quarter",
    rf"(?:the |(?P<lead>{YEAR}|(?P<w>last|this|next) year)(?:'s|’s)? )?(?:fiscal"
    rf" )?(?P<nth>first|second|third|fourth|final|1st|2nd|3rd|4th)(?:[- ]fiscal)?[- ]quarter"
    rf"(?: (?:of |in )?(?P<year>{YEAR})| (?:of )?{_RELATIVE_YEAR})?",
    case=False,
)
def quarter_of(match: re.Match[str], context: Context) -> Value | None:
    """The third quarter, the second quarter of 1988: the latest that has begun, unless the year is named."""
    nth = _QUARTERS[match["nth"].lower()]
    named = match["year"] or (match["lead"] if match["lead"] and match["lead"][0].isdigit() else None)
    which = match["which"] or match["w"]
    year = int(named) if named else _which_year(which.lower(), context) if which else None
    if year is None:
        if context.month is None:
            return Value(f"XXXX-Q{nth}", "quarter")
        begun = quarter(context.month) >= f"{context.month.year}-Q{nth}"
        year = (
            context.month.year
            + (context.tense == "future" and not begun and 0)
            - (not begun and context.tense != "future")
        )
    return Value(f"{year}-Q{nth}", "quarter", "date", f"{year}-Q{nth}")


@rule(
    "holiday",
    rf"(?P<name>Christmas(?: Day| Eve)?|New Year['’]s(?: Day| Eve)|Boxing Day)(?:,?"
    rf" (?P<year>{YEAR}))?",
)
def holiday(match: re.Match[str], context: Context) -> Value | None:
    """Feast days of fixed date."""
    name = match["name"].replace("’", "'")
    mon, day = {
        "Christmas": (12, 25),
        "Christmas Day": (12, 25),
        "Christmas Eve": (12, 24),
        "Boxing Day": (12, 26),
        "New Year's Day": (1, 1),
        "New Year's Eve": (12, 31),
    }[name]
    if match["year"]:
        return _day(int(match["year"]), mon, day)
    if context.month is None:
        return Value(f"XXXX-{mon:02}-{day:02}", "day")
    found = nearest_year(context.today or context.month, mon, day, future=_future(context))
    return _day(found.year, mon, day) if found else None
