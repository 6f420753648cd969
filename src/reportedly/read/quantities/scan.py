"""Finding numbers in text: their bounds, hedges and units. What is counted is left to ``item``.

Conventions. "At least", "more than", "80+" leave the high bound open, "up to", "fewer than" the low one. "About",
"nearly", "some" keep the number and mark it approximate. A round number that is not told lies between what its words
must mean and what other words would have said: "dozens" are two dozen at least, for one would be "a dozen", and fewer
than a hundred, for more would be "hundreds": 24 to 99; so "scores" 40 to 199, "hundreds" 200 to 999, "tens of
thousands" 20,000 to 99,999. "A few hundred" are 200 to 999, "several hundred" 300 to 999. They are marked approximate.
"""

import re
from collections.abc import Iterator

from reportedly.read.quantities.amount import Amount, bounds, hedge_before
from reportedly.read.quantities.exact import amounts
from reportedly.read.quantities.grammar import Grammar
from reportedly.read.quantities.numerals import FIGURES, SCALES, WORDS, number

_DOZEN = re.compile(
    rf"(?<!\w)(?:(?P<half>half a|a half) dozen|(?P<count>an?|some|{FIGURES}|{WORDS})\s+(?P<what>dozen|score)(?! of the)"
    r"|a (?P<pair>couple|pair) of)\b",
    re.IGNORECASE,
)
_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "hundredth": 100,
}  # fmt: skip
_FRACTION = re.compile(
    rf"(?<![\w-])(?:(?P<top>an?|one|two|three|four|five|six|seven|\d)[- ](?P<part>{'|'.join(_PARTS)})s?|(?P<half>half))"
    r"(?=\s+(?:of|the|an?|its|his|her|their|all|that)\b)(?:\s+of)?",
    re.IGNORECASE,
)
_ROUND = {"ten": 10.0, "dozen": 12.0, "score": 20.0, **SCALES}
_NEXT = {"ten": 100.0, "dozen": 100.0, "score": 200.0}
_FOLD = re.compile(rf"(?<!\w)(?P<count>{FIGURES}|{WORDS})-?fold\b", re.IGNORECASE)
_SCALED = re.compile(r"dozen|score|hundred|thousand|[mb]illion|\btens |couple|pair", re.IGNORECASE)
_PARTED = re.compile("|".join(_PARTS), re.IGNORECASE)
_SAME = re.compile(r"\s?\($")


def scan(text: str, grammar: Grammar, left: int = 0, right: int | None = None) -> list[Amount]:
    """All amounts in ``text[left:right]`` in order, without overlaps. Dates and labels are among them."""
    right = len(text) if right is None else right
    found = list(amounts(text, left, right, grammar))
    if _SCALED.search(text, left, right):
        found.extend(_vague(text, left, right, grammar))
        found.extend(_dozens(text, left, right))
    if _PARTED.search(text, left, right):
        found.extend(_fractions(text, left, right))
    if text.find("fold", left, right) >= 0:
        found.extend(_folds(text, left, right))
    found.sort(key=lambda amount: (amount.digits, -amount.end))
    out: list[Amount] = []
    for amount in found:
        if out and _is_again(text, out[-1], amount, right):
            out[-1] = out[-1]._replace(end=amount.end + 1)
        elif not out or amount.digits >= out[-1].end:
            out.append(_as_told_before(text, out[-1], amount) if out else amount)
    return out


def _is_again(text: str, before: Amount, amount: Amount, right: int) -> bool:
    """True for the figures of "nine (9) students": the number once more, as the police and courts write it."""
    return (
        number(before.words) == number(amount.words)
        and before.unit is None
        and amount.unit is None
        and amount.words[0].isdigit()
        and _SAME.fullmatch(text, before.end, amount.start) is not None
        and text.startswith(")", amount.end, right)
    )


def _as_told_before(text: str, before: Amount, amount: Amount) -> Amount:
    """The second of "more than 100 km (60 miles)" has the hedge of the first: it is the same measure."""
    if before.hedge == "=" or amount.hedge != "=" or not (before.unit and amount.unit):
        return amount
    if not _SAME.fullmatch(text, before.end, amount.start) or amount.low is None or amount.rule != "number":
        return amount
    low, high = bounds(amount.low, before.hedge)
    return amount._replace(low=low, high=high, hedge=before.hedge, rule="number-hedged")


def _folds(text: str, left: int, right: int) -> Iterator[Amount]:
    for match in _FOLD.finditer(text, left, right):
        value = number(match["count"])
        if value is not None:
            hedge, begin = hedge_before(text, left, match.start())
            yield Amount(
                begin, match.end(), match.start(), *bounds(value, hedge), hedge, "times", "fold", match.group()
            )


def _vague(text: str, left: int, right: int, grammar: Grammar) -> Iterator[Amount]:
    for match in grammar.vague.finditer(text, left, right):
        high: float | None
        if match["several"]:
            word = match["scale"].lower()
            low = (3 if match["several"].lower() == "several" else 2) * _ROUND[word]
            high = _NEXT.get(word, 10 * _ROUND[word]) - 1
        else:
            first = match["first"].lower()
            # "Tens" and "scores" alone are marks and results as well.
            if first in ("tens", "scores") and not text.startswith(" of", match.end("first")):
                continue
            word = first.removesuffix("s")
            many = _ROUND[match["second"].lower().removesuffix("s")] if match["second"] else 1.0
            low, high = 2 * _ROUND[word] * many, _NEXT.get(word, 10 * _ROUND[word]) * many - 1
        hedge, begin = hedge_before(text, left, match.start())
        unit = grammar.unit_of(match["unit"]) if match["unit"] else None
        least, most = None if hedge == "<" else low, None if hedge == ">" else high
        yield Amount(begin, match.end(), match.start(), least, most, "=", unit, "round-number", match.group())


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
            if match["count"].lower() == "some":
                hedge = "~"
        low, high = bounds(value, hedge)
        yield Amount(begin, match.end(), match.start(), low, high, hedge, None, "dozen", match.group())


def _fractions(text: str, left: int, right: int) -> Iterator[Amount]:
    for match in _FRACTION.finditer(text, left, right):
        top = 1.0 if match["half"] else number(match["top"]) or 1.0
        value = top / (2 if match["half"] else _PARTS[match["part"].lower()])
        hedge, begin = hedge_before(text, left, match.start())
        low, high = bounds(value, hedge)
        yield Amount(begin, match.end(), match.start(), low, high, hedge, "fraction", "fraction", match.group())
