"""People killed, wounded, captured or missing: how many, and who."""

from collections.abc import Sequence

from reportedly.language import Parse, Token
from reportedly.model import Casualty, Span
from reportedly.ontology import CasualtyKind
from reportedly.read.events.fillers import Fillers
from reportedly.read.events.phrases import phrase_tokens

_SINGULAR = frozenset({"a", "an", "another", "one", "the", "this", "that"})
_TAKEN_UP = frozenset({"them", "whom", "these", "those"})


def casualties_of(
    parse: Parse, kind: CasualtyKind, victims: list[tuple[Token, Span]], fillers: Fillers
) -> tuple[Casualty, ...]:
    """One casualty record for each of ``victims``, a head with the range of its phrase.

    Numbers that are not told stay open.
    """
    found: list[Casualty] = []
    for head, span in victims:
        kinds = fillers.kinds(head)
        if "materiel" in kinds or ("place" in kinds and not kinds & {"person", "people", "force", "number"}):
            continue
        if _is_part(parse, head):
            continue  # "four fighters, among them a commander": counted already
        tokens = phrase_tokens(head)
        # A range before its noun often hangs elsewhere: "between 12 and 20 people".
        tokens = [*tokens, *(token for token in parse.tokens_in(span) if token.i == tokens[0].i - 1)]
        low, high = _number(head, tokens, fillers)
        who = None if head.pos in ("NUM", "PRON", "DET") else _who(parse, tokens, span, fillers)
        found.append(Casualty(kind=kind, low=low, high=high, who=who, span=span))
    return tuple(found)


def _is_part(parse: Parse, head: Token) -> bool:
    """True for what is counted already: "among them a commander", "three of them", "30, five critically"."""
    if any(child.lower in _TAKEN_UP and child.relation == "nmod" for child in head.children):
        return True
    after = parse.tokens[head.i + 1 : head.i + 2]
    if head.pos == "NUM" and head.relation in ("conj", "appos") and after and after[0].tag == "RB":
        return parse.tokens[head.i - 1].text == ","
    first = phrase_tokens(head)[0]
    before = parse.tokens[max(first.i - 3, 0) : first.i + 1]
    return any(token.lower in ("among", "including") and token.sent == head.sent for token in before)


def _who(parse: Parse, tokens: Sequence[Token], span: Span, fillers: Fillers) -> str | None:
    """The phrase without the number that the record gives apart: "people" of "at least 11 people"."""
    for token in tokens:
        quantity = fillers.quantity_at(token)
        if quantity is not None and not quantity.unit and span in quantity.span:
            return None
        if quantity is not None and not quantity.unit and quantity.span.end < span.end:
            rest = Span(max(quantity.span.end, span.start), span.end).of(parse.text).strip()
            return " ".join(rest.split()) if rest[:1].isalpha() and not rest.startswith("and ") else None
    return span.of(parse.text)


def _number(head: Token, tokens: Sequence[Token], fillers: Fillers) -> tuple[float | None, float | None]:
    for token in tokens:
        quantity = fillers.quantity_at(token)
        if quantity is not None and not quantity.unit:
            return quantity.low, quantity.high
    if head.lower == "another":
        return 1.0, 1.0
    if head.tag in ("NN", "NNP") and head.pos in ("NOUN", "PROPN"):
        determined = any(child.lower in _SINGULAR for child in head.children if child.relation in ("det", "nummod"))
        determined = determined or head.child("nmod:poss") is not None
        mention = fillers.actor_at(head)
        named = mention is not None and mention.kind == "person"
        if named or (determined and "person" in fillers.kinds(head)):
            return 1.0, 1.0
    return None, None
