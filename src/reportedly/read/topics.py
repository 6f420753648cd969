"""What a statement is about, where it tells nothing of its own: the words that take up what others told."""

from collections.abc import Callable
from typing import NamedTuple

from reportedly.language import Parse, Token
from reportedly.model import Statement
from reportedly.read.attribution.forms import CONFIRMING
from reportedly.read.parts import only_a_part

REFERRING = frozenset({"it", "this", "that", "which", "so"})
"""Pronouns that may stand for all that was told."""

_REPORTS = CONFIRMING | {"they", "them", "these", "those", "neither", "none", "both"}
_NOMINAL = ("NOUN", "PRON", "DET")
_HAPPENING = frozenset({"happen", "occur", "exist", "take"})
_LACKING = frozenset({
    "information", "knowledge", "evidence", "confirmation", "indication", "detail", "proof", "record", "report",
    "comment", "response", "reaction", "answer", "statement",
})  # fmt: skip
"""What those have none of who cannot say, or will not."""


class Topic(NamedTuple):
    """The word that takes up what others told. ``denied``: the statement says that nothing of it happened, whatever
    its cue ("said no such attack had taken place"). ``part``: only that the speaker did it. ``whole``: the word is the
    answer itself ("Not true")."""

    word: Token
    denied: bool = False
    part: bool = False
    whole: bool = False


def topic(statement: Statement, parse: Parse, takes_up: Callable[[Token], bool]) -> Topic | None:
    """The noun or pronoun that the content is ("denied the claim"), or that its predicate is about ("said the claim was
    false", "had no information about the attack"); ``None`` where the content is any other clause.

    ``takes_up`` tells whether a noun may take up what was told.
    """
    part = only_a_part(statement, parse)
    if part is not None:
        return Topic(part, part=True)
    head = top(statement, parse)
    if head is None:
        return None
    if statement.stance == "denies" and head.pos == "ADJ" and head.child("nsubj") is None:
        return Topic(head, whole=True)
    subject, what = head.child("nsubj", "nsubj:pass"), head.child("obj")
    if _nothing_such(head, subject):
        return Topic(subject or head, denied=True)
    nominal = head.pos in _NOMINAL or head.lower in REFERRING
    if nominal and subject is None and head.child("cop", "conj") is None:
        return Topic(head)
    if what is None:
        return Topic(subject) if subject is not None and _may(subject, takes_up) else None
    if what.lemma in _LACKING:
        what = next((child for child in what.children if _about(child)), what)
    return Topic(what) if _may(what, takes_up) else None


def top(statement: Statement, parse: Parse) -> Token | None:
    """The one word of the content that all others hang on; what it is called ("a lie", "as propaganda") left aside."""
    tokens = [token for span in statement.content for token in parse.tokens_in(span) if token.pos != "PUNCT"]
    inside = {token.i for token in tokens}
    found = [token for token in tokens if (token.head is token or token.head.i not in inside) and not called(token)]
    if statement.rule == "object-and-predicate":
        found = found[:1]
    return found[0] if len(found) == 1 else None


def called(noun: Token) -> bool:
    """True for "as propaganda" beside a report that is dismissed as such."""
    return noun.relation in ("nmod", "obl", "advcl") and _marked(noun, "as")


def taken(noun: Token) -> bool:
    """True for words that stand for reports: "could not confirm them", "neither could be verified", "there was no
    confirmation"."""
    return noun.lower in _REPORTS


def _may(noun: Token, takes_up: Callable[[Token], bool]) -> bool:
    return noun.lower in REFERRING or taken(noun) or takes_up(noun)


def _nothing_such(head: Token, subject: Token | None) -> bool:
    """ "No such attack took place", "there was no such attack", "nothing of the kind happened"."""
    if subject is not None and head.lemma in _HAPPENING and subject.lower == "nothing":
        return subject.child("nmod") is not None
    noun = subject if subject is not None and head.lemma in _HAPPENING else head
    if noun is head and head.child("expl") is None and head.lower != "none":
        return False
    return any(child.lower == "no" for child in noun.children) and any(child.lower == "such" for child in noun.children)


def _about(noun: Token) -> bool:
    return noun.relation in ("nmod", "obl") and _marked(noun, "of", "about", "on", "regarding", "concerning")


def _marked(noun: Token, *prepositions: str) -> bool:
    return any(child.relation in ("case", "mark") and child.lower in prepositions for child in noun.children)
