"""Finding numbers in text: their bounds, hedges and units. What is counted is left to ``item``.

Conventions, the same for every round number that is not told: "dozens", "hundreds", "tens of thousands" lie
between one and ten of their scale ("dozens": 12 to 120; after Almasian et al. 2023, NewsQuant), "several hundred"
between two and ten. "At least", "more than", "80+" leave the high bound open, "up to", "fewer than" the low one.
"About", "nearly", "some" keep the number and mark it approximate.
"""

import re
from collections.abc import Iterator

from reportedly.read.quantities.amount import Amount, bounds, hedge_before
from reportedly.read.quantities.exact import amounts
from reportedly.read.quantities.numerals import FIGURES, SCALES, WORDS, number
from reportedly.read.quantities.units import PATTERN, unit_of

_VAGUE = re.compile(
    r"\b(?:(?P<several>several|a few|many|some)\s+(?P<scale>dozen|hundred|thousand|million|billion)"
    r"|(?P<first>tens|dozens|scores|hundreds|thousands|millions|billions)"
    r"(?:\s+of\s+(?P<second>thousands|millions|billions))?)\b"
    rf"(?:\s+(?:of\s+)?(?P<unit>{PATTERN})(?!\w))?",
    re.IGNORECASE,
)
_DOZEN = re.compile(
    rf"(?<!\w)(?:(?P<half>half a|a half) dozen|(?P<count>an?|{FIGURES}|{WORDS})\s+(?P<what>dozen|score)(?! of the)"
    r"|a (?P<pair>couple|pair) of)\b",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"(?<![\w-])(?:(?P<top>an?|one|two|three|four|five|\d)[- ]"
    r"(?P<part>half|third|quarter|fifth|sixth|tenth|hundredth)s?|(?P<half>half))"
    r"(?=\s+(?:of|the|an?|its|his|her|their|all|that)\b)(?:\s+of)?",
    re.IGNORECASE,
)
_ROUND = {
    "tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6,
    "billions": 1e9, "dozen": 12.0, **SCALES,
}  # fmt: skip
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10, "hundredth": 100}
_SCALED = re.compile(r"dozen|score|hundred|thousand|[mb]illion|\btens |couple|pair", re.IGNORECASE)
_PARTED = re.compile(r"half|third|quarter|fifth|sixth|tenth|hundredth", re.IGNORECASE)


def scan(text: str, left: int = 0, right: int | None = None) -> list[Amount]:
    """All amounts in ``text[left:right]`` in order, without overlaps. Dates and labels are among them."""
    right = len(text) if right is None else right
    found = list(amounts(text, left, right))
    if _SCALED.search(text, left, right):
        found.extend(_vague(text, left, right))
        found.extend(_dozens(text, left, right))
    if _PARTED.search(text, left, right):
        found.extend(_fractions(text, left, right))
    found.sort(key=lambda amount: (amount.digits, -amount.end))
    out: list[Amount] = []
    for amount in found:
        if not out or amount.digits >= out[-1].end:
            out.append(amount)
    return out


def _vague(text: str, left: int, right: int) -> Iterator[Amount]:
    for match in _VAGUE.finditer(text, left, right):
        high: float | None
        if match["several"]:
            scale = _ROUND[match["scale"].lower()]
            low, high = 2 * scale, 10 * scale
        else:
            first = match["first"].lower()
            # "Tens" and "scores" alone are marks and results as well.
            if (first == "tens" and not match["second"]) or (
                first == "scores" and not text.startswith(" of", match.end("first"))
            ):
                continue
            low = _ROUND[first] * (_ROUND[match["second"].lower()] if match["second"] else 1)
            high = 10 * low
        hedge, begin = hedge_before(text, left, match.start())
        unit = unit_of(match["unit"]) if match["unit"] else None
        top = None if hedge == ">" else high
        yield Amount(begin, match.end(), match.start(), low, top, "=", unit, "round-number", match.group())


def _dozens(text: str, left: int, right: int) -> Iterator[Amount]:
    for match in _DOZEN.finditer(text, left, right):
        hedge, begin = hedge_before(text, left, match.start())
        if match["half"]:
            value = 6.0
        elif match["pair"]:
            value, hedge = 2.0, "~" if match["pair"].lower() == "couple" else hedge
        elif match["what"].lower() == "score" and match["count"].lower() in ("a", "an"):
            continue
        else:
            value = (number(match["count"]) or 1) * (12 if match["what"].lower() == "dozen" else 20)
        low, high = bounds(value, hedge)
        yield Amount(begin, match.end(), match.start(), low, high, hedge, None, "dozen", match.group())


def _fractions(text: str, left: int, right: int) -> Iterator[Amount]:
    for match in _FRACTION.finditer(text, left, right):
        top = 1.0 if match["half"] else number(match["top"]) or 1.0
        value = top / (2 if match["half"] else _PARTS[match["part"].lower()])
        hedge, begin = hedge_before(text, left, match.start())
        low, high = bounds(value, hedge)
        yield Amount(begin, match.end(), match.start(), low, high, hedge, "fraction", "fraction", match.group())
