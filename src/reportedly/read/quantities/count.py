"""Whether a number counts or measures anything: labels, versions, scores, ages, years and coordinates do not."""

import re

from reportedly.language import Parse, Token
from reportedly.model import Span
from reportedly.read.quantities.amount import Amount
from reportedly.read.quantities.item import is_compound

_LABELS = {
    "no", "no.", "nos", "number", "page", "pages", "article", "section", "chapter", "resolution", "route",
    "highway", "flight", "room", "channel", "game", "part", "phase", "category", "level", "day", "week",
    "figure", "table", "group", "unit", "district", "zone", "act", "version", "line", "gate", "block",
    "camp", "station", "battalion", "brigade", "division", "sector", "item", "verse",
}  # fmt: skip

_JOINED = re.compile(r"(?<!\bsub)(?<!\bminus)(?<=[A-Za-z])[-–]$|[@#_/]$|\d{3}-\d{3,4}[- ]$", re.IGNORECASE)
"""What a number is part of: "T-72", "#40"; "sub-500" and "minus-3" are numbers."""
_PARTITIVE = re.compile(r" of (?:the|its|his|her|their|our|my|your|these|those|[A-Z][\w-]+['’]s?)\b")


_DEGREES = re.compile(r"\s?[°º′″]\s?(?:\d|[NSEW]\b)|['’\"”]\s?[NSEW]\b|[′″]")
_PAIR = re.compile(r"[;,] ?-?\d{1,3}\.\d{3,}\b")
_NUMBERED = re.compile(r"(?:\n|^)\s*\(?$")
_POINTED = re.compile(r"[.)]\s")
_POINT = re.compile(r"\d{1,3}\.\d{3,}")


def _referred(text: str, amount: Amount) -> bool:
    """True for the 3 of a footnote "[3]" or of the third point of a list, and for the parts of coordinates: "33°47′N",
    "33.783; 44.500"."""
    before, end = text[max(0, amount.digits - 14) : amount.digits], amount.digits + len(amount.words)
    if before.endswith("[") and text.startswith("]", end):
        return True
    if _NUMBERED.search(before) and _POINTED.match(text, end):
        return True
    if _DEGREES.match(text, end) or before[-1:] in ("°", "′"):
        return True
    return bool(_POINT.fullmatch(amount.words)) and bool(
        _PAIR.match(text, end) or re.search(r"\d{1,3}\.\d{3,}[;,] ?-?$", before)
    )


_BEFORE_ONE = re.compile(r"\b(?:not|no) (?:a |even )?$", re.IGNORECASE)


def is_count(parse: Parse, amount: Amount) -> bool:
    """False for numbers that count and measure nothing: "Boeing 737", "Resolution 2118", "the one", "SF90",
    "2-1"."""
    text, token = parse.text, parse.token_at(amount.digits)
    if _JOINED.search(text, max(0, amount.digits - 9), amount.digits) or _referred(text, amount):
        return False
    if is_compound(parse, amount):
        return True
    after = text[amount.end : amount.end + 3]
    if (
        re.match(r"(?:st|nd|rd|th)\b|'?s\b|[:/.]\d|-[a-z]{1,3}\b(?<!-to)|[A-Z]\b", after)
        and not amount.unit
        and not amount.glued
    ):
        return False
    if token is None or amount.glued:
        return True
    if amount.unit or amount.rule in ("round-number", "fraction", "range", "dozen"):
        return not (amount.rule == "range" and _label(token))
    if amount.words.lower() == "one":
        if _BEFORE_ONE.search(text, max(0, amount.start - 12), amount.start):
            return False  # "not one soldier": none
        if token.i and parse.tokens[token.i - 1].lower == "number":
            return False
        if _PARTITIVE.match(text, amount.end):
            return _partitive(parse, amount)
        return token.relation == "nummod" and token.head.i > token.i and token.head.pos in ("NOUN", "PROPN")
    if (
        token.i
        and parse.tokens[token.i - 1].lower in _LABELS
        and not (token.relation == "nummod" and token.head.i > token.i)
    ):
        return False
    if _LISTED.search(text, max(0, amount.digits - 40), amount.digits):
        return False
    if amount.hedge == "=" and _bare(amount) and _named(parse, amount, token):
        return False
    if (
        amount.words[0].isalpha()
        and token.child("cop") is None
        and token.relation
        not in (
            "nummod",
            "nsubj",
            "obj",
            "compound",
            "obl",
            "conj",
            "root",
            "nmod",
            "advmod",
            "amod",
            "appos",
        )
    ):
        return amount.hedge != "="
    return not _label(token)


def _named(parse: Parse, amount: Amount, token: Token) -> bool:
    """True for "Brigade 46", "Note 20 Ultra", "Big 12": a bare number after a name, with nothing counted after it."""
    if token.i == 0 or amount.glued:
        return False
    before = parse.tokens[token.i - 1]
    if before.sent != token.sent or before.end + 1 != token.start or before.text.islower() or before.tag == "NNPS":
        return False
    if token.relation == "flat":
        return True
    opens = before.i == parse.sentence_of(before).first
    if before.pos not in ("PROPN", "NOUN", "ADJ") or (opens and before.pos != "PROPN") or before.text == "%":
        return False
    if token.head is before:
        return True
    if before.relation in ("obl", "nmod", "nmod:poss") and before.child("case") is not None:
        return False  # "in Homs 12 were killed"
    counted = token.head if token.relation == "nummod" and token.head.i > token.i else None
    return counted is None or not counted.text[0].islower()


def _bare(amount: Amount) -> bool:
    return amount.words[0].isdigit() or amount.words[0].isupper()


_DATED = frozenset({"in", "by", "since", "until", "till", "from", "before", "after"})


def _partitive(parse: Parse, amount: Amount) -> bool:
    """True for "one of the best armed groups", where a plural follows."""
    tokens = parse.tokens_in(Span(amount.end, min(amount.end + 80, len(parse.text))))[:10]
    for token in tokens:
        if token.tag in ("NNS", "NNPS"):
            return True
        if token.pos in ("VERB", "AUX") or (token.lower in ("of", "in", "to") and token.i > tokens[0].i + 1):
            break
    return False


_FOUR = re.compile(r"[12]\d{3}")


_LISTED = re.compile(rf"\b(?:{'|'.join(sorted(_LABELS))})s? \d+(?:, \d+)*,? (?:and|or) $", re.IGNORECASE)


def _label(token: Token) -> bool:
    head = token.head
    before = head if head.i == token.i - 1 else next((one for one in head.children if one.i == token.i - 1), None)
    if before is not None and before.pos == "PROPN" and before is not head and before.head is head:
        # "Brigade 46 fighters", "S&P 500 funds": the name before and the number belong to the same noun.
        return before.relation in ("compound", "flat", "nmod", "amod", "nsubj") and head.i > token.i
    if (
        token.text.isdigit()
        and len(token.text) == 4
        and "1800" <= token.text <= "2100"
        and not (token.relation == "nummod" and head.i > token.i and head.tag == "NNS")
    ):
        return True
    if token.relation == "conj" and head.pos == "NUM" and head.i < token.i:
        return _label(head)
    if _FOUR.fullmatch(token.text) and token.relation in ("obl", "nmod"):
        return any(child.lower in _DATED for child in token.children)
    if head.i == token.i - 1 and token.relation in ("nummod", "flat", "compound", "nmod", "appos", "dep"):
        return head.lower in _LABELS or head.pos == "PROPN"
    return False


def age(parse: Parse, amount: Amount) -> bool:
    """True for "Ahmad, 34," and "aged 25"; "34-year-old" is told by its unit."""
    text = parse.text
    if re.match(
        r"[- ](?:year|month|week|day)s?[- ]old|[- ]years? of age", text[amount.end : amount.end + 14], re.IGNORECASE
    ):
        return True
    if re.search(r"\b(?:aged?|ages)(?: of)? (?:between )?$", text[max(0, amount.digits - 16) : amount.digits]):
        return True
    bare = re.match(r"\s?[,.;)]", text[amount.end : amount.end + 2])
    named = re.search(r"[A-Z][\w’'-]+, $|[A-Z][\w’'-]+ \($", text[max(0, amount.start - 24) : amount.start])
    return bool(
        bare and named and amount.low is not None and 1 <= amount.low <= 110 and amount.hedge == "=" and not amount.unit
    )
