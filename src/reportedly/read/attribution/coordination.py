"""Coordinated sources: "the centre and a relief committee said" is a statement of each; the ledger counts voices."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.language import Token
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.candidate import Candidate

_JOINING = {"both", "and", "or", "nor", "as", "well", "to", "by", "from", ",", "&"}
_NOMINAL = ("NOUN", "PROPN", "NUM")
_OWN = ("det", "nummod", "nmod:poss")


def parted(candidate: Candidate) -> list[Candidate]:
    """``candidate`` and one more for each further source; the first keeps its identity as a carrier of others.

    "The doctors and nurses" share their article and stay one; names, and nouns each with its own article, number or
    possessor (or none at all), are voices of their own.
    """
    head = candidate.speaker
    if head is None or head.pos not in _NOMINAL:
        return [candidate]
    own = {token.i for token in candidate.source}
    others = [token for token in _joined(head) if token.i in own and token.i > head.i and _apart(head, token)]
    if not others:
        return [candidate]
    parts = [_words(token, grammar.phrase(token, without=others), own) for token in (head, *others)]
    if not all(parts):
        return [candidate]
    further = [replace(candidate, speaker=token, source=part) for token, part in zip(others, parts[1:], strict=True)]
    candidate.source = parts[0]
    return [candidate, *further]


def _joined(head: Token) -> list[Token]:
    found: list[Token] = []
    for token in head.children:
        if token.relation == "conj" and token.pos in _NOMINAL:
            found += [token, *_joined(token)]
    return found


def _words(head: Token, phrase: Sequence[Token], own: set[int]) -> list[Token]:
    inside = [token for token in phrase if token.i in own]
    while inside and inside[0].lower in _JOINING and inside[0] is not head:
        inside.pop(0)
    while inside and inside[-1].lower in _JOINING and inside[-1] is not head:
        inside.pop()
    return grammar.trimmed(grammar.contiguous(head, inside, 1) if head in inside else inside)


def _apart(first: Token, second: Token) -> bool:
    if first.pos == "PROPN" and second.pos == "PROPN":
        return True
    alone = second.head is first and second.child("cc") is None and second.child("conj") is None
    if first.pos == "NOUN" and second.pos == "PROPN" and alone:
        return False  # "the priest, Father Taras": an apposition that was taken for a list
    if first.tag == "NNS" and any(c.i > second.i and c.relation in ("nmod", "acl") for c in first.children):
        return False  # "commanders, activists and analysts in Syria": one phrase for all of them
    if first.tag == "NN" and second.tag == "NNS":
        return True  # "a monitoring group and residents": the article of a singular is not the plural's as well
    one, other = (token.pos == "NUM" or any(token.child(dep) for dep in _OWN) for token in (first, second))
    return one == other or (other and not one) or second.pos == "PROPN"
