"""Noun phrases: their extent around a head, and their words."""

from reportedly.language import Parse, Token
from reportedly.model import Span

_LEFT_OUT = frozenset({"conj", "cc", "punct", "case", "mark", "parataxis", "appos", "advcl", "cop", "nsubj", "list", "dep", "discourse", "aux"})  # fmt: skip
_PUNCTUATION = ",;:.\"“”'‘’()[]–—- "
_LONGEST = 24  # tokens; a longer phrase is a broken parse and is cut to its head's neighbourhood


def phrase_tokens(head: Token, without: Token | None = None) -> list[Token]:
    """The tokens of the noun phrase of ``head``: no relative clause, no conjunct, no preposition or article before it.

    ``without`` is a token that must not be part of it (the trigger, when it stands inside).
    """
    inside = [head]
    for token in inside:
        for child in token.children:
            if child is without or child.relation == "acl" or child.dep == "acl:relcl":
                continue
            if token is head and child.dep in _LEFT_OUT:
                continue
            if child.dep in ("punct", "advcl", "parataxis") and child.lower not in ("-", "/"):
                continue
            inside.append(child)
    inside.sort(key=lambda token: token.i)
    position = inside.index(head)
    first, last = position, position
    while first > 0 and inside[first - 1].i == inside[first].i - 1 and position - first < _LONGEST:
        first -= 1
    while last + 1 < len(inside) and inside[last + 1].i == inside[last].i + 1 and last - position < _LONGEST:
        last += 1
    kept = inside[first : last + 1]
    while len(kept) > 1 and (kept[0].dep in ("det", "cc", "case", "punct", "cc:preconj") or kept[0].text in _PUNCTUATION):
        if kept[0] is head:
            break
        kept.pop(0)
    while len(kept) > 1 and kept[-1] is not head and (kept[-1].text in _PUNCTUATION or kept[-1].dep in ("cc", "case")):
        kept.pop()
    return kept


def phrase_span(head: Token, without: Token | None = None) -> Span:
    """The range of the noun phrase of ``head`` in the document's text."""
    tokens = phrase_tokens(head, without)
    return Span(tokens[0].start, tokens[-1].end)


def phrase_text(parse: Parse, head: Token, without: Token | None = None) -> str:
    """The words of the noun phrase of ``head``."""
    return phrase_span(head, without).of(parse.text)
