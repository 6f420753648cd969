"""What a number counts, and whether it counts anything: labels, versions, scores, ages and years do not."""

import re

from reportedly.language import Parse, Token
from reportedly.model import Span
from reportedly.read.quantities.amount import Amount

_LABELS = {
    "no", "no.", "nos", "number", "page", "pages", "article", "section", "chapter", "resolution", "route",
    "highway", "flight", "room", "channel", "game", "part", "phase", "category", "level", "day", "week",
    "figure", "table", "group", "unit", "district", "zone", "act", "version", "line", "gate", "block",
    "camp", "station", "battalion", "brigade", "division", "sector", "item", "verse",
}  # fmt: skip
_AGE = re.compile(r"(?:,\s)?$")
_SKIPPED = {
    "of",
    "the",
    "more",
    "other",
    "additional",
    "extra",
    "further",
    "new",
    "such",
    "these",
    "those",
    "or",
    "so",
}
_DET = {
    "the",
    "these",
    "those",
    "his",
    "her",
    "its",
    "their",
    "our",
    "my",
    "your",
    "all",
    "other",
    "more",
    "additional",
}
_WITHIN = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "SYM", "X"})
_FARTHEST = 10


def item_span(parse: Parse, amount: Amount) -> Span | None:
    """The counted noun phrase after the number: its modifiers and head ("TOW anti-tank missiles"); ``None``
    if none."""
    if amount.glued:
        found = re.compile(r"[A-Za-z][\w'’/-]*").match(parse.text, amount.end)
        return Span(found.start(), found.end()) if found else None
    tokens = parse.tokens_in(Span(amount.end, min(amount.end + 120, len(parse.text))))
    tokens = [token for token in tokens if token.start >= amount.end]
    number = parse.token_at(amount.digits)
    if not tokens or number is None or tokens[0].sent != number.sent:
        return None
    tokens = [token for token in tokens if token.sent == number.sent][:_FARTHEST]
    while tokens and (tokens[0].lower in _SKIPPED or tokens[0].lower in _DET or tokens[0].text == "-"):
        tokens = tokens[1:]
    if not tokens or tokens[0].pos == "PUNCT":
        return None
    last, run = _head(number, tokens), _run(tokens)
    if last is None or (run is not None and run.i > last.i and last.tag != "NNS"):
        last = run or last
    return Span(tokens[0].start, last.end) if last is not None else None


def _head(number: Token, tokens: list[Token]) -> Token | None:
    """The noun that the parser hangs the number on, where it stands to the right with nothing but modifiers
    between."""
    head = number.head
    if number.relation != "nummod" or head not in tokens or head.pos not in ("NOUN", "PROPN"):
        return None
    between = tokens[: tokens.index(head)]
    if any(
        token.pos in ("VERB", "AUX", "PRON", "SCONJ", "ADP") and token.relation not in ("amod", "case", "compound")
        for token in between
    ):
        return None
    return head


def _run(tokens: list[Token]) -> Token | None:
    """The last noun of the run of modifiers and nouns that ``tokens`` begin with; ``None`` where they do
    not."""
    last: Token | None = None
    for place, token in enumerate(tokens):
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        hyphened = place > 0 and tokens[place - 1].text == "-" and tokens[place - 1].end == token.start
        if last is not None and last.tag == "NNS" and token.start > last.end and token.text[0].isupper():
            break
        if token.pos in ("NOUN", "PROPN"):
            last = token
        elif token.text in ("-", "/", "–") or (hyphened and following is not None):
            continue
        elif last is None:
            modifies = token.tag in ("VBN", "VBG") and following is not None and following.pos in _WITHIN
            if not (token.pos in _WITHIN or token.relation == "amod" or modifies):
                return None
        elif _aside(tokens, place):
            return _run(tokens[place + 4 :]) or last
        elif last.tag == "NNS" or token.pos != "ADJ" or following is None or following.pos not in _WITHIN:
            break
    return last


def _aside(tokens: list[Token], place: int) -> bool:
    """True at the first comma of "guided, or TOW, missiles"."""
    return (
        place + 4 < len(tokens)
        and tokens[place].text == tokens[place + 3].text == ","
        and tokens[place + 1].lower == "or"
    )


_JOINED = re.compile(r"(?<!\bsub)(?<!\bminus)(?<=[A-Za-z])[-–]$|[@#_/]$", re.IGNORECASE)
"""What a number is part of: "T-72", "#40"; "sub-500" and "minus-3" are numbers."""
_PARTITIVE = re.compile(r" of (?:the|its|his|her|their|our|my|your|these|those|[A-Z][\w-]+['’]s?)\b")


def is_count(parse: Parse, amount: Amount) -> bool:
    """False for numbers that count and measure nothing: "Boeing 737", "Resolution 2118", "the one", "SF90",
    "2-1"."""
    text, token = parse.text, parse.token_at(amount.digits)
    if _JOINED.search(text, max(0, amount.digits - 6), amount.digits):
        return False
    after = text[amount.end : amount.end + 3]
    if (
        re.match(r"(?:st|nd|rd|th)\b|'?s\b|[:/.]\d|-[a-z]{1,3}\b(?<!-to)|[A-Z]\b", after)
        and not amount.unit
        and not amount.glued
    ):
        return False
    if token is None:
        return True
    if amount.unit or amount.rule in ("round-number", "fraction", "range", "dozen"):
        return not (amount.rule == "range" and _label(token))
    if amount.words.lower() == "one":
        if _PARTITIVE.match(text, amount.end):
            return _partitive(parse, amount)
        return token.relation == "nummod" and token.head.i > token.i and token.head.pos in ("NOUN", "PROPN")
    if amount.hedge == "=" and _bare(amount) and _named(parse, amount, token):
        return False
    if amount.words[0].isalpha() and token.relation not in (
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
    if before.relation in ("obl", "nmod", "nmod:poss") and before.child("case") is not None:
        return False  # "in Homs 12 were killed"
    counted = token.head if token.relation == "nummod" and token.head.i > token.i else None
    return counted is None or not counted.text[0].islower()


def _bare(amount: Amount) -> bool:
    return amount.words[0].isdigit() or amount.words[0].isupper()


_DATED = frozenset({"in", "by", "since", "until", "till", "from", "before", "after"})


def _partitive(parse: Parse, amount: Amount) -> bool:
    """True for "one of the best armed groups", where a plural follows."""
    tokens = parse.tokens_in(Span(amount.end, min(amount.end + 80, len(parse.text))))[:_FARTHEST]
    for token in tokens:
        if token.tag in ("NNS", "NNPS"):
            return True
        if token.pos in ("VERB", "AUX") or (token.lower in ("of", "in", "to") and token.i > tokens[0].i + 1):
            break
    return False


_FOUR = re.compile(r"[12]\d{3}")


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
    if _FOUR.fullmatch(token.text) and token.relation in ("obl", "nmod"):
        return any(child.lower in _DATED for child in token.children)
    if head.i == token.i - 1 and token.relation in ("nummod", "flat", "compound", "nmod", "appos", "dep"):
        return head.lower in _LABELS or head.pos == "PROPN"
    return False


def age(parse: Parse, amount: Amount) -> bool:
    """True for "Ahmad, 34," and "aged 25"; "34-year-old" is told by its unit."""
    text = parse.text
    if re.match(r"[- ](?:year|month|week|day)s?[- ]old|[- ]years? of age", text[amount.end : amount.end + 14]):
        return True
    if re.search(r"\b(?:aged?|ages)(?: of)? (?:between )?$", text[max(0, amount.digits - 16) : amount.digits]):
        return True
    bare = re.match(r"\s?[,.;)]", text[amount.end : amount.end + 2])
    named = re.search(r"[A-Z][\w’'-]+, $|[A-Z][\w’'-]+ \($", text[max(0, amount.start - 24) : amount.start])
    return bool(
        bare and named and amount.low is not None and 1 <= amount.low <= 110 and amount.hedge == "=" and not amount.unit
    )
