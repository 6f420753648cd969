"""Finding numbers in text: their bounds, hedges and units. What is counted is left to ``item``.

Conventions, the same for every round number that is not told: "dozens", "hundreds", "tens of thousands" lie
between one and ten of their scale ("dozens": 12 to 120; after Almasian et al. 2023, NewsQuant), "several
hundred" between two and ten. "At least", "more than", "80+" leave the high bound open, "up to", "fewer
than" the low one. "About", "nearly", "some" keep the number and mark it approximate.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from reportedly.read.quantities.numerals import FIGURES, LETTERS, SCALES, WORDS, number
from reportedly.read.quantities.units import CURRENCIES, PATTERN, unit_of

Hedge = Literal["=", "~", ">", "<"]


class Amount(NamedTuple):
    """A number in a text. ``[start, end)`` covers hedge, number and unit; ``after`` is where the counted
    thing begins.

    ``digits`` is where the number itself begins. ``glued`` is true where digits run into the next word
    ("10Tanks").
    """

    start: int
    end: int
    digits: int
    after: int
    low: float | None
    high: float | None
    hedge: Hedge
    unit: str | None
    rule: str
    words: str
    glued: bool = False


_MORE = (
    r"at least|no (?:fewer|less) than|not less than|more than|greater than|higher than"
    r"|upwards? of|in excess of|over than|over|above|a minimum of|exceeding|beyond|north of"
    r"|starting (?:at|from)"
)
_LESS = (
    r"at most|no more than|not more than|up to|as many as|as much as|as (?:few|little) as|less"
    r" than|fewer than|lower than|smaller than|under|below|a maximum of|within(?= \d)|maximum"
    r" of"
)
_ABOUT = (
    r"about|around|approximately|approx\.?|roughly|nearly|almost|close to|some|an estimated"
    r"|estimated|an average of|average of|averag(?:ed|es|ing)|circa|ca\.|just (?:over|under)"
    r"|virtually|near|~|more or less|in the region of|an? (?:reported|whopping|total of)(?="
    r" \d)"
)
_HEDGE = (
    rf"(?P<more>\b(?i:{_MORE})|>|≥)|(?P<less>\b(?i:{_LESS})|(?:\bsub-)|<|≤)"
    rf"|(?P<about>(?:\b(?i:{_ABOUT}))|~|≈)"
)
_SCALE_WORD = (
    rf"(?:[ -](?:{'|'.join(SCALES)})|(?:k|K|mn|mln|M|bn|B|tn)(?![A-Za-z])|[ ]?m(?![A-Za-z.])|"
    rf" (?:bn|mn|mln|B)(?![A-Za-z]))"
)
_NUMBER = rf"(?:(?:{FIGURES})|(?i:{WORDS}))"
_NEXT = r"[-–—]|[-–—]?to[- ]|(?: -| –)?\s?to\s|\sor\s|\s[-–]\s"
_CURRENCY = r"(?:US|A|C|HK|NZ)?\s?[$]|[€£¥₽₴]"

_AMOUNT = re.compile(
    rf"(?:(?:{_HEDGE})\s*(?:a total of |an estimated )?)?(?P<between>\b(?i:between|from|ranging"
    rf" from)\s+(?:(?:about|around|some)\s+)?)?"
    rf"(?P<currency>{_CURRENCY})?(?P<minus>(?<![\w)])(?:-|−|minus[- ])(?=\d))?"
    rf"(?<![\w@#.,/+:])(?P<low>{_NUMBER})(?P<lscale>{_SCALE_WORD})?(?P<lunit>\s?(?:%|percent|per cent))?"
    rf"(?:(?P<to>{_NEXT}|(?<=\d)\s?-\s?to-?\s?| and (?={_CURRENCY}|\d"
    rf"|{WORDS}))(?:{_CURRENCY})?(?P<high>{_NUMBER})(?P<hscale>{_SCALE_WORD})?)?"
    rf"(?P<plus>\+| or more\b| or so\b|[- ]odd\b)?"
    rf"(?P<unit>[ -]?(?:{PATTERN})(?![\w/]))?",
)
_VAGUE = re.compile(
    rf"(?:(?P<more>{_MORE})\s+)?(?:(?P<several>several|a few|many|some)\s+(?P<scale>dozen"
    rf"|hundred|thousand|million|billion)|(?P<first>tens|dozens|scores|hundreds|thousands"
    rf"|millions|billions)(?:\s+of\s+(?P<second>thousands|millions"
    rf"|billions))?)\b(?:\s+(?:of\s+)?(?P<unit>{PATTERN})(?!\w))?",
    re.I,
)
_DOZEN = re.compile(
    rf"(?:(?:{_HEDGE})\s*)?(?<!\w)(?:(?P<half>half a|a half) dozen|(?P<count>an?"
    rf"|{_NUMBER})\s+(?P<what>dozen|score)(?! of the)|a (?P<pair>couple|pair) of)\b",
    re.I,
)
_FRACTION = re.compile(
    rf"(?:(?:{_HEDGE})\s*)?(?<![\w-])(?:(?P<top>an?|one|two|three|four|five"
    rf"|\d)[- ](?P<part>half|third|quarter|fifth|sixth|tenth|hundredth)s?"
    rf"|(?P<half>half))(?=\s+(?:of|the|an?|its|his|her|their|all|that)\b)(?:\s+of)?",
    re.I,
)
_BARE = {
    "tens": 10.0,
    "dozens": 12.0,
    "scores": 20.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "dozen": 12.0,
} | SCALES
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10, "hundredth": 100}
_QUICK = re.compile(
    rf"\d|\b(?:{WORDS}|tens|dozens?|scores?|hundreds?|thousands?|millions?|billions?|half"
    rf"|thirds?|quarters?|couple|pair)\b",
    re.I,
)


def scan(text: str, left: int = 0, right: int | None = None) -> list[Amount]:
    """All amounts in ``text[left:right]`` in order, without overlaps. Dates and labels are among them."""
    right = len(text) if right is None else right
    if not _QUICK.search(text, left, right):
        return []
    found = [
        *_vague(text, left, right),
        *_dozens(text, left, right),
        *_fractions(text, left, right),
        *_amounts(text, left, right),
    ]
    found.sort(key=lambda amount: (amount.start, -amount.end))
    out: list[Amount] = []
    for amount in found:
        if not out or amount.digits >= out[-1].end:
            out.append(amount)
        elif amount.start < out[-1].start and amount.digits < out[-1].digits:
            out[-1] = amount
    return out


def _hedge_of(match: re.Match[str]) -> Hedge:
    if match["about"]:
        return "~"
    return ">" if match["more"] else "<" if match["less"] else "="


def _bounds(low: float, hedge: Hedge) -> tuple[float | None, float | None]:
    return (low, None) if hedge == ">" else (None, low) if hedge == "<" else (low, low)


def _scaled(words: str, scale: str | None) -> float | None:
    value = number(words)
    if value is None or not scale:
        return value
    scale = scale.strip(" -").lower()
    return value * (SCALES.get(scale) or LETTERS.get(scale) or 1)


def _amounts(text: str, left: int, right: int) -> Iterator[Amount]:
    for match in _AMOUNT.finditer(text, left, right):
        low_words, start = match["low"], match.start("low")
        end = (
            match.end("plus")
            if match["plus"]
            else match.end("hscale")
            if match["hscale"]
            else match.end("high")
            if match["high"]
            else match.end("lunit")
            if match["lunit"]
            else match.end("lscale")
            if match["lscale"]
            else match.end("low")
        )
        glued = end < len(text) and text[end].isalpha() and text[end - 1].isdigit()
        if glued and not (text[end].isupper() and text[end : end + 2].isalpha()) and not match["unit"]:
            continue
        if (
            not match["low"][0].isdigit()
            and end < len(text)
            and (text[end].isalpha() or (text[end] in "’'" and text[end + 1 : end + 2] == "s"))
        ):
            continue
        metres = match["lscale"] and match["lscale"].strip() == "m" and not match["currency"]
        low = _scaled(low_words, None if metres else match["lscale"])
        if low is None:
            continue
        hedge = _hedge_of(match)
        unit = (
            CURRENCIES.get((match["currency"] or "")[-1:])
            or (unit_of(match["unit"]) if match["unit"] else None)
            or ("percent" if match["lunit"] else None)
        )
        if metres:
            unit = unit or "metre"
        rule, high_bound = "number", None
        if match["high"] and not _apart(text, match):
            high_bound = _scaled(match["high"], match["hscale"])
            if high_bound is not None and match["hscale"] and not match["lscale"] and low < 1000:
                low = _scaled(low_words, match["hscale"]) or low
            joined = match["to"].strip().strip("-–—")
            if high_bound is None or high_bound <= low or (joined == "and" and not match["between"]):
                # "9-2" is a score, "5 and 10" are two numbers: not one range.
                if joined in ("", "or") and high_bound is not None and high_bound <= low:
                    continue
                high_bound = None
                end = (
                    match.end("lunit")
                    if match["lunit"]
                    else match.end("lscale")
                    if match["lscale"]
                    else match.end("low")
                )
        if match["minus"]:
            low = -low
        stop = end
        if match["unit"] and (high_bound is not None or not match["high"]):
            stop = match.end("unit")
        elif match["high"] and high_bound is None:
            end = stop = (
                match.end("lunit")
                if match["lunit"]
                else match.end("lscale")
                if match["lscale"]
                else match.end("low")
            )
            unit = CURRENCIES.get((match["currency"] or "")[-1:]) or ("percent" if match["lunit"] else None)
        begin = start
        for group in ("currency", "minus", "between", "more", "less", "about"):
            if match[group] and (group != "between" or high_bound is not None):
                begin = min(begin, match.start(group))
        if high_bound is not None:
            rule = "range"
            yield Amount(
                begin,
                stop,
                start,
                stop,
                low,
                high_bound,
                hedge if hedge == "~" else "=",
                unit,
                rule,
                text[start:end],
            )
            continue
        if match["plus"]:
            hedge = "~" if match["plus"].strip(" -") in ("or so", "odd") else ">"
            rule = "number-plus"
        if hedge != "=":
            rule = "number-hedged"
        bounds = _bounds(low, hedge)
        yield Amount(
            begin, stop, start, stop, *bounds, hedge, unit, rule, text[start:end], glued and not match["unit"]
        )


_CHANGE = re.compile(
    r"\b(?:by|up|down|rose|fell|gained|lost|jumped|dropped|climbed|slid|added|increased"
    r"|decreased|grew|surged|plunged|of) $"
)


def _apart(text: str, match: re.Match[str]) -> bool:
    """True for "up 4 per cent to $13": a change and where it led, not a range."""
    if match["between"] or match["to"].strip() not in ("to", "or"):
        return False
    second = text[match.end("to") : match.start("high")].strip()
    if match["lunit"] or bool(second) != bool(match["currency"]):
        return not (
            match["lunit"]
            and re.match(r"\s?(?:%|per ?cent)", text[match.end("high") : match.end("high") + 9])
        )
    return match["to"].strip() == "to" and bool(
        _CHANGE.search(text[max(0, match.start() - 12) : match.start()])
    )


def _vague(text: str, left: int, right: int) -> Iterator[Amount]:
    for match in _VAGUE.finditer(text, left, right):
        if match["several"]:
            scale = _BARE[match["scale"].lower()]
            low, high = 2 * scale, 10 * scale
        else:
            if (match["first"].lower() == "tens" and not match["second"]) or (
                match["first"].lower() == "scores" and not text.startswith(" of", match.end("first"))
            ):
                continue
            scale = _BARE[match["first"].lower()] * (_BARE[match["second"].lower()] if match["second"] else 1)
            low, high = scale, 10 * scale
        unit = unit_of(match["unit"]) if match["unit"] else None
        yield Amount(
            match.start(),
            match.end(),
            match.end("more") + 1 if match["more"] else match.start(),
            match.end(),
            low,
            None if match["more"] else high,
            "=",
            unit,
            "round-number",
            match.group(),
        )


def _dozens(text: str, left: int, right: int) -> Iterator[Amount]:
    for match in _DOZEN.finditer(text, left, right):
        hedge = _hedge_of(match)
        if match["half"]:
            value = 6.0
        elif match["pair"]:
            value, hedge = 2.0, "~" if match["pair"].lower() == "couple" else hedge
        else:
            value = (number(match["count"]) or 1) * (12 if match["what"].lower() == "dozen" else 20)
            if match["what"].lower() == "score" and match["count"].lower() in ("a", "an"):
                continue
        digits = min(match.start(group) for group in ("half", "count", "pair") if match[group])
        yield Amount(
            match.start(),
            match.end(),
            digits,
            match.end(),
            *_bounds(value, hedge),
            hedge,
            None,
            "dozen",
            match.group(),
        )


def _fractions(text: str, left: int, right: int) -> Iterator[Amount]:
    for match in _FRACTION.finditer(text, left, right):
        top = 1.0 if match["half"] else number(match["top"]) or 1.0
        value = top / (2 if match["half"] else _PARTS[match["part"].lower()])
        hedge = _hedge_of(match)
        digits = match.start("half") if match["half"] else match.start("top")
        yield Amount(
            match.start(),
            match.end(),
            digits,
            match.end(),
            *_bounds(value, hedge),
            hedge,
            "fraction",
            "fraction",
            match.group(),
        )
