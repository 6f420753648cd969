"""The patterns that find numbers with the units of an ontology."""

import re
from functools import lru_cache

from reportedly.ontology.units import Units
from reportedly.read.quantities.numerals import FIGURES, SCALES, TENS, UNITS, WORDS

_SHORT = 3
"""Forms of up to so many characters mean something else in other capitals ("MW", "mw")."""
_NUMBER = rf"(?:(?:{FIGURES})|(?i:{WORDS}))"
_SCALE = (
    rf"(?:[ -](?i:{'|'.join(SCALES)})|(?:k|K|mn|mln|M|bn|B|tn)(?![A-Za-z])|[ ]?m(?![A-Za-z²³]|\.[a-z])"
    r"| (?:bn|mn|mln|B)(?![A-Za-z]))"
)
_SMALL = [*UNITS, *TENS]
_START = re.compile(
    r"\d+|[Aa]n? (?=(?i:hundred|thousand|[mbtr]+illion|dozen))"
    + "".join(f"|[{word[0]}{word[0].upper()}]{word[1:]}|{word.upper()}" for word in _SMALL)
)
"""Where a number may begin. Ten times as fast as trying the whole pattern of numbers at every letter."""


class Grammar:
    """Patterns of numbers, their units and currencies. Made once per set of units by ``grammar_of``.

    ``first`` matches a number, ``second`` the rest of a range after it, ``money`` a currency that ends before a number,
    ``unit`` is the pattern of a unit after one.
    """

    start = _START

    def __init__(self, units: Units) -> None:
        self._written, self._before = dict(units.written), dict(units.before)
        self._lower = {form.lower(): unit for form, unit in units.written if len(form) > _SHORT}
        self.currencies = units.currencies
        long = _either([form for form in self._written if len(form) > _SHORT])
        short = _either([form for form in self._written if len(form) <= _SHORT])
        self.unit = rf"(?i:{long})|{short}"
        codes = sorted((form for form in self._before if form[-1].isalpha()), key=len, reverse=True)
        symbols = _either([form for form in self._before if not form[-1].isalpha()])
        money = rf"(?:{symbols}|\$US|\b(?:{'|'.join(map(re.escape, codes))}))"
        tail = (
            rf"(?P<scale>{_SCALE})?(?P<plus>\+| or (?:more|above|over)\b(?! than)| or so\b|[- ]odd\b)?"
            rf"(?P<unit>[\s-]?(?:{self.unit})(?![\w/]|\s(?:bombs?|soldiers?|patrols?)\b))?"
        )
        glued = r"|(?<=\$US)" + "".join(rf"|(?<=\b{re.escape(code)})" for code in codes)
        self.first = re.compile(rf"(?:(?<![\w@#.,/+:]){glued})(?P<number>{_NUMBER}){tail}")
        self.second = re.compile(
            rf"(?P<to>\s?[-–—]\s?(?:to[- ]?)?|\s(?i:to[- ]|or\s|and\s))(?P<money>{money}\s?)?"
            rf"(?P<number>{_NUMBER}){tail}"
        )
        self.money = re.compile(rf"{money}\s?$")
        self.vague = re.compile(
            r"\b(?:(?P<several>several|a few|many)\s+(?P<scale>dozen|hundred|thousand|million|billion)"
            r"|(?P<first>tens|dozens|scores|hundreds|thousands|millions|billions)"
            r"(?:\s+of\s+(?P<second>thousands|millions|billions))?)\b"
            rf"(?:\s+(?:of\s+)?(?P<unit>{self.unit})(?!\w))?",
            re.IGNORECASE,
        )

    def unit_of(self, written: str) -> str | None:
        """The name of a unit after a number, ``None`` for a word that is none."""
        form = re.sub(r"[-\s]+", " ", written.strip(" -\u00a0"))
        return self._written.get(form) or self._lower.get(form.lower())

    def currency_of(self, written: str) -> str:
        """The currency that stands before a number."""
        form = written.strip()
        return "dollar" if form == "$US" else self._before[form]


def _either(forms: list[str]) -> str:
    return "|".join(re.escape(form).replace(r"\ ", r"[\s-]") for form in sorted(forms, key=len, reverse=True))


@lru_cache(maxsize=4)
def grammar_of(units: Units) -> Grammar:
    """The patterns for ``units``; compiled once."""
    return Grammar(units)
