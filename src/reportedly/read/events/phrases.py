"""Noun phrases: their extent around a head, and their words."""

from collections.abc import Collection

from reportedly.language import Parse, Token
from reportedly.model import Span

_LEFT_OUT = frozenset(
    {
        "conj",
        "cc",
        "punct",
        "case",
        "mark",
        "parataxis",
        "appos",
        "advcl",
        "cop",
        "nsubj",
        "list",
        "dep",
        "discourse",
        "aux",
    }
)
_PUNCTUATION = ",;:.\"“”'‘’()[]–—- "
_TEMPORAL = frozenset(
    {"after", "before", "during", "amid", "amidst", "since", "until", "despite", "following"}
)  # they belong to the clause, wherever a parser hangs them
_COUNTING = frozenset({"at", "up", "upwards", "over", "under", "about", "around", "between", "more", "less", "as"})
_PARTICIPIAL = ("ed", "en", "hurt", "torn", "slain", "shot")
TIMES = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "morning",
        "afternoon",
        "evening",
        "night",
        "weekend",
    ]
)
_LONGEST = 24  # tokens; a longer phrase is a broken parse and is cut to its head's neighbourhood


def phrase_tokens(head: Token, without: Collection[Token] = ()) -> list[Token]:
    """The tokens of the noun phrase of ``head``: no relative clause, no conjunct, no preposition or article
    before it.

    ``without`` are tokens that must not be part of it (the trigger, a filler of its own), with all below
    them.
    """
    inside = [head]
    for token in inside:
        for child in token.children:
            if child in without or child.relation == "acl" or child.dep == "acl:relcl":
                continue
            if child.relation == "nmod" and any(
                part.lower in _TEMPORAL for part in child.children if part.dep == "case"
            ):
                continue
            if token is head and child.dep in _LEFT_OUT and not (child.dep == "cc" and child.i < head.i):
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
    while len(kept) > 1 and kept[0] is not head:
        first_token = kept[0]
        opening = first_token.dep in ("det", "cc", "punct", "cc:preconj") or first_token.text in _PUNCTUATION
        # "On Monday morning [Iraqi] jets bombed": a time that the parser took into the subject
        opening = opening or first_token.lower == "them"  # "weapons, among them [missiles]"
        opening = opening or (first_token.relation == "compound" and first_token.lower in TIMES)
        counting = first_token.lower in _COUNTING and (first_token.lower != "between" or kept[1].pos == "NUM")
        if not opening and not (first_token.dep == "case" and not counting):
            break
        kept.pop(0)
    while len(kept) > 1 and kept[-1] is not head and (kept[-1].text in _PUNCTUATION or kept[-1].dep in ("cc", "case")):
        kept.pop()
    return kept


def phrase_span(head: Token, without: Collection[Token] = ()) -> Span:
    """The range of the noun phrase of ``head`` in the document's text."""
    tokens = phrase_tokens(head, without)
    return Span(tokens[0].start, tokens[-1].end)


def phrase_text(parse: Parse, head: Token, without: Collection[Token] = ()) -> str:
    """The words of the noun phrase of ``head``."""
    return phrase_span(head, without).of(parse.text)


def is_state(token: Token) -> bool:
    """True for a participle that was tagged as an adjective: "was disabled in the incident", "were wounded"."""
    if token.tag != "JJ" or not token.lower.endswith(_PARTICIPIAL):
        return False
    return any(child.dep in ("cop", "aux:pass") and child.tag in ("VBD", "VBN") for child in token.children)
