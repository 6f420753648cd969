"""What a number counts."""

import re

from reportedly.language import Parse, Token
from reportedly.model import Span
from reportedly.read.quantities.amount import Amount

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


_STATES = frozenset({
    "dead", "killed", "wounded", "injured", "hurt", "missing", "displaced", "detained", "arrested", "captured",
    "abducted", "kidnapped", "others", "homeless", "martyred", "martyrs",
})  # fmt: skip
"""What becomes of people, said of nobody by name: "17 dead", "another 30 wounded"."""
_TALLIES = frozenset({"number", "toll", "count", "total", "figure", "tally", "strength", "population"})


def item_span(parse: Parse, amount: Amount) -> Span | None:
    """The counted noun phrase, ``None`` if there is none.

    It is what follows the number, modifiers and head ("TOW anti-tank missiles"); or what becomes of people ("17 dead");
    or what a tally is of ("the number of dead is 17").
    """
    return _after(parse, amount) or _state(parse, amount) or _tally(parse, amount)


def _state(parse: Parse, amount: Amount) -> Span | None:
    """The "dead" of "17 dead"; not that of "17 killed two men" or "17 were killed"."""
    number = parse.token_at(amount.digits)
    tokens = parse.tokens_in(Span(amount.end, min(amount.end + 30, len(parse.text))))
    tokens = [token for token in tokens if token.start >= amount.end and token.lower not in _SKIPPED]
    if not tokens or number is None or tokens[0].sent != number.sent or tokens[0].lower not in _STATES:
        return None
    token = tokens[0]
    if any(child.relation in ("obj", "ccomp", "aux") for child in token.children):
        return None
    return token.span


def _tally(parse: Parse, amount: Amount) -> Span | None:
    """The "dead" of "the number of dead is 17", the "death toll" of "the death toll rose to 43"."""
    number = parse.token_at(amount.digits)
    if number is None:
        return None
    clause = number if number.child("nsubj") is not None else number.head
    subject = clause.child("nsubj")
    if (
        subject is None
        or subject.lemma not in _TALLIES
        or number.relation not in ("root", "obl", "obj", "ccomp", "conj")
    ):
        return None
    counted = subject.child("nmod")
    if counted is not None and any(child.lower == "of" for child in counted.children):
        head = counted
    elif subject.lemma in ("number", "figure", "count", "total"):
        return None
    else:
        head = subject
    return Span(min(token.start for token in (*head.all("compound", "amod"), head) if token.i <= head.i), head.end)


def _after(parse: Parse, amount: Amount) -> Span | None:
    if amount.glued:
        found = re.compile(r"[A-Za-z][\w'’/-]*").match(parse.text, amount.end)
        return Span(found.start(), found.end()) if found else None
    if compound := _COMPOUND.match(parse.text, amount.end):
        return Span(*compound.span("noun")) if is_compound(parse, amount) else None
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


_COMPOUND = re.compile(r"-(?P<noun>[a-z]{3,})\b(?!-old)")
_NO_COMPOUND = frozenset({
    "way", "fold", "odd", "sided", "based", "year", "month", "week", "day", "hour", "minute", "time", "part", "fifths",
    "thirds",
})  # fmt: skip


def is_compound(parse: Parse, amount: Amount) -> bool:
    """True for "a 20-truck convoy", "a four-man team": the number counts the noun that it is joined to."""
    found = _COMPOUND.match(parse.text, amount.end)
    if found is None or found["noun"] in _NO_COMPOUND or amount.unit:
        return False
    token = parse.token_at(found.start("noun"))
    return token is not None and token.tag not in ("VBN", "VBD", "VBG", "JJ", "RB", "IN", "TO")


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
            modifies = (
                token.tag in ("VBN", "VBG")
                and token.relation != "root"
                and following is not None
                and following.pos in _WITHIN
            )
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
