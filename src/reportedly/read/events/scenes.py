"""The clauses beside a trigger whose time and place hold for it as well."""

from collections.abc import Iterator, Sequence

from reportedly.language import Token
from reportedly.read.events.draft import Filled

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their"})
_FEW = 3


def governors(token: Token) -> Iterator[Token]:
    """The verbs whose time and place hold for ``token`` as well, nearest first: the first conjunct, what it is an
    infinitive or participle of, the verb around a noun ("recorded an air strike on Sunday")."""
    if token.pos in ("NOUN", "PROPN"):
        if token.relation == "obj" and token.head.pos == "VERB":
            yield token.head
        return
    for _ in range(_FEW):
        head = token.head
        if head is token or head.pos != "VERB" or token.pos != "VERB":
            return
        if token.child("nsubj", "nsubj:pass") is not None:
            return
        if token.dep not in ("conj", "xcomp") and not (token.dep == "advcl" and token.tag in ("VB", "VBG")):
            return
        yield head
        token = head


def scenes(roles: Sequence[Filled]) -> Iterator[Token]:
    """The past clauses that tell what those who acted did just then: "kidnapped by men who stopped a bus near X on
    Sunday". What is said of definite ones tells who they are: "the bandits who raided X in July"."""
    for filled in roles:
        if filled.role == "agent" and not any(child.lower in _DEFINITE for child in filled.head.children):
            for child in filled.head.children:
                if child.dep == "acl:relcl" and child.tag == "VBD" and child.pos == "VERB":
                    yield child


def joined_after(token: Token) -> list[Token]:
    """The verbs joined to ``token`` with its subject: a time at the end holds for all, "shelled X and stormed Y on
    Friday"."""
    if token.pos != "VERB":
        return []
    return [
        child
        for child in token.children
        if child.dep == "conj" and child.pos == "VERB" and child.child("nsubj", "nsubj:pass") is None
    ]


def whens(token: Token) -> list[Token]:
    """The clauses that date ``token``: "were seized when the base fell"."""
    return [
        child
        for child in token.children
        if child.dep == "advcl" and any(part.lower in ("when", "as", "while") for part in child.children)
    ]
