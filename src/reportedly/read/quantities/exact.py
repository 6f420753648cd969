"""Numbers in figures or words, ranges of two, "80+"."""

import re
from collections.abc import Iterator

from reportedly.read.quantities.amount import Amount, Hedge, bounds, hedge_before
from reportedly.read.quantities.grammar import Grammar
from reportedly.read.quantities.numerals import LETTERS, SCALES, number

_MINUS = re.compile(r"(?:(?<![\w)])[-−]|\bminus[- ])$")
_BETWEEN = re.compile(r"\b(?:between|from|ranging from)\s+(?:about |around |some )?$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:by|up|down|rose|fell|gained|lost|jumped|dropped|climbed|slid|added|increased|decreased|grew|surged"
    r"|plunged) $"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_ORDINAL = re.compile(r"(?:ST|ND|RD|TH|D)\b")
_COMMA = re.compile(r",\d{1,2}(?![\d,])")
_CLOSE = 1.5
"""The most by which the number after "or" is larger where the two bound one: "40 or 50", not "25 or 40"."""


def amounts(text: str, left: int, right: int, grammar: Grammar) -> Iterator[Amount]:
    """Every number of ``text[left:right]`` in figures or words, in order."""
    position = left
    while start := grammar.start.search(text, position, right):
        match = grammar.first.match(text, start.start(), right)
        if match is None:
            position = start.end()
            continue
        first = _one(text, left, match, grammar)
        if first is None:
            position = match.end("number")
            continue
        position = max(match.end(), first.end)
        second = grammar.second.match(text, match.end(), right)
        whole = _range(text, left, match, second, first, grammar) if second else None
        if whole is not None:
            first, position = whole
        if first is not None:
            yield first


def _value(match: re.Match[str], *, money: bool) -> float | None:
    value = number(match["number"])
    scale = (match["scale"] or "").strip(" -").lower()
    if value is None or not scale or (scale == "m" and not money and match["scale"] != "M"):
        return value
    return value * (SCALES.get(scale) or LETTERS[scale])


def _one(text: str, left: int, match: re.Match[str], grammar: Grammar) -> Amount | None:
    """The amount of one number, or ``None`` where its letters or digits are part of something else."""
    start, end = match.start(), match.end()
    figures = match["number"][0].isdigit()
    if comma := _COMMA.match(text, match.end("number")):
        # "1,5 tonnes": a decimal comma or two numbers, nothing tells which
        return Amount(start, comma.end(), start, None, None, "=", None, "decimal-comma", match["number"])
    if end < len(text) and not match["unit"]:
        following = text[end : end + 2]
        if figures and _ORDINAL.match(text, end):
            return None
        if not figures and (following[0].isalpha() or following in ("'s", "’s")):
            return None
        if figures and following[0].isalpha() and not (following[0].isupper() and following.isalpha()):
            return None
    currency = grammar.money.search(text, max(left, start - 6), start)
    value = _value(match, money=currency is not None)
    if value is None:
        return None
    begin = currency.start() if currency else start
    if minus := _MINUS.search(text[max(left, begin - 6) : begin]):
        value, begin = -value, begin - len(minus.group())
    hedge, begin = hedge_before(text, left, begin)
    plus = (match["plus"] or "").strip(" -")
    if plus:
        hedge = "~" if plus in ("or so", "odd") else ">"
    unit = (
        grammar.currency_of(currency.group()) if currency else grammar.unit_of(match["unit"]) if match["unit"] else None
    )
    rule = "number-plus" if plus else "number-hedged" if hedge != "=" else "number"
    if (match["scale"] or "").strip() == "m" and unit is None:
        unit, rule = "metre", "number-m"
    glued = not match["unit"] and figures and end < len(text) and text[end].isalpha()
    return Amount(begin, end, start, *bounds(value, hedge), hedge, unit, rule, match["number"], glued)


def _range(
    text: str, left: int, one: re.Match[str], two: re.Match[str], first: Amount, grammar: Grammar
) -> tuple[Amount | None, int] | None:
    """The range that two numbers make and where it ends; ``None`` where they are two numbers of their own.

    "2-1" is a score: no amount at all.
    """
    joined = two["to"].strip(" -–—").lower()
    between = _BETWEEN.search(text, max(left, first.start - 24), first.start)
    high = _value(two, money=first.unit in grammar.currencies or two["money"] is not None)
    low = first.low if first.low is not None else first.high
    if high is None or low is None or one["plus"]:
        return None
    after = text[two.end() : two.end() + 1]
    if not two["unit"] and after.isalpha():
        return None
    if two["scale"] and not one["scale"] and abs(low) < 1000:
        scaled = low * high / (number(two["number"]) or 1)
        low = scaled if scaled <= high else low
    if joined == "and" and not between:
        return None
    if high <= low:
        return (None, two.end()) if not joined and not one["unit"] else None
    if _apart(text, left, one, two, first, low, high, between is not None, grammar):
        return None
    unit = (grammar.unit_of(two["unit"]) if two["unit"] else None) or first.unit
    if two["money"]:
        unit = grammar.currency_of(two["money"])
    begin = between.start() if between else first.start
    hedge: Hedge = "~" if first.hedge == "~" else "="
    found = Amount(begin, two.end(), one.start(), low, high, hedge, unit, "range", text[one.start() : two.end()])
    return found, two.end()


def _apart(
    text: str,
    left: int,
    one: re.Match[str],
    two: re.Match[str],
    first: Amount,
    low: float,
    high: float,
    between: bool,
    grammar: Grammar,
) -> bool:
    """True for "up 4 per cent to $13" and "by 3 to 8": a change and where it led."""
    joined = two["to"].strip(" -–—").lower()
    if between or joined not in ("to", "or"):
        return False
    if one["unit"] and (not two["unit"] or grammar.unit_of(one["unit"]) != grammar.unit_of(two["unit"])):
        return True
    if two["money"] is not None and first.unit not in grammar.currencies:
        return True
    if joined == "or":
        return high > _CLOSE * low and high - low > 1
    if _YEAR.fullmatch(one["number"]) and not one["scale"] and high > 2 * low:
        return True
    return bool(_CHANGE.search(text, max(left, first.start - 12), first.start))
