"""Dates that name a year, a decade or a century."""

import re

from reportedly.read.quantities.numerals import number
from reportedly.read.times.grammar import MOD, ORDINAL, ORDINAL_DAYS, SPELLED_YEAR, YEAR, Context, Value, rule
from reportedly.read.times.triggers import CENTURY, DIGIT, SPELLED


@rule("year-range", rf"(?P<from>{YEAR}) ?[-–—] ?(?P<to>{YEAR}|\d\d)(?![-–/]\d)", DIGIT)
def year_range(match: re.Match[str], context: Context) -> Value | None:
    """2011-2014, 2011–14."""
    start, end = int(match["from"]), match["to"]
    last = int(end) if len(end) == 4 else start // 100 * 100 + int(end)
    return Value(f"{start}/{last}", "interval") if last > start else None


_COUNTED = re.compile(
    r" ?%| percent| per cent|,\d|\.\d|[-/]\d| (?:people|men|women|children|troops|soldiers"
    r"|fighters|civilians|miles|km|kilomet|met[re]|tons|tonnes|pounds|dollars|euros|times"
    r"|hours|GMT|points|shares|feet|other|more(?! than\b))\b"
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


_CLOCK = re.compile(r"\s?[\[(]\d{4} GMT|\s(?:GMT|UTC|hours|HOURS)\b")
_CLOSED = re.compile(
    r"\s*(?:$|[.,;:)\"'”’]|(?:and|or|to|as|in|on|that|which|when|were|was|is|has|have|had|by|but|for|with|after|before)\b)"
)
"""What follows the year of "the uprising of 1936"; a noun follows the number of "a force of 1936 men"."""


@rule(
    "year",
    rf"(?:(?:{MOD}|the year|fiscal(?: year)?|FY|early|late|year-end) )?(?:mid-)?(?P<year>{YEAR})",
    DIGIT,
)
def bare_year(match: re.Match[str], context: Context) -> Value | None:
    """2011, early 1998, the end of 2014. Not a number of things."""
    text, year = match.string, match["year"]
    if _COUNTED.match(text, match.end()) or _CLOCK.match(text, match.end()):
        return None
    if match.group() == year:
        before = text[max(0, match.start() - 16) : match.start()]
        shown = _YEAR_OF.search(before) or (before.endswith("of ") and _CLOSED.match(text, match.end()))
        if _MEASURED.search(before) and not shown:
            return None
        if not shown and not 1800 <= int(year) <= 2050:
            return None
        if int(year) < 1500 or (int(year) < 1900 and not shown):
            return None
    return Value(year, "year", "date", year)


@rule("year-in-words", rf"(?:the year )?(?P<year>{SPELLED_YEAR})", SPELLED)
def spelled_year(match: re.Match[str], context: Context) -> Value | None:
    """Nineteen ninety-six; "two thousand" only with "the year"."""
    words = match["year"]
    if words.startswith("two thousand") and not match.group().startswith("the year"):
        return None
    if words.endswith("hundred"):
        return None
    year = int(number(words) or 0)
    return Value(f"{year}", "year", "date", f"{year}") if 1000 <= year <= 2100 else None


@rule("decade", r"(?:the )?(?:(?:early|late|mid)[- ]?)?(?P<decade>(?:1[89]|20)\d)0['’]?s", DIGIT)
def decade(match: re.Match[str], context: Context) -> Value | None:
    """The 1980s."""
    return Value(match["decade"], "decade")


@rule(
    "decade-in-words",
    r"the (?:(?:early|late|mid)[- ]?)?(?:'?(?P<short>[2-9]0)s|(?P<words>twenties|thirties"
    r"|forties|fifties|sixties|seventies|eighties|nineties))",
    DIGIT,
    SPELLED,
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
    rf"|{ORDINAL})[- ]century(?: (?P<era>BC|B\.C\.))?",
    CENTURY,
)
def century(match: re.Match[str], context: Context) -> Value | None:
    """The 19th century."""
    nth = ORDINAL_DAYS.get(match["nth"]) or int(re.sub(r"\D", "", match["nth"]))
    return Value(f"BC{nth - 1:02}" if match["era"] else f"{nth - 1:02}", "century")
