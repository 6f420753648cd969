"""A parsed document: tokens, sentences and names, in Universal Dependencies whatever model made them.

Plain Python objects: the rules of ``reportedly.read`` ask for heads and children far more often than the parser is
called, and a slotted attribute costs a tenth of a view into the parser's own arrays.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from reportedly.model import Block, Span

NameLabel = Literal["PER", "ORG", "LOC", "NORP"]


class Token:
    """One token of a sentence.

    ``start``/``end`` count code points in the document's text. ``pos`` is the UPOS tag, ``tag`` the Penn tag, ``dep``
    the UD relation to ``head`` (a root is its own head), ``name`` the label of the name it belongs to or ``""``.
    """

    __slots__ = (
        "children",
        "dep",
        "end",
        "head",
        "i",
        "lemma",
        "lower",
        "name",
        "pos",
        "sent",
        "start",
        "tag",
        "text",
    )

    def __init__(self, i: int, start: int, text: str, lemma: str, pos: str, tag: str, sent: int) -> None:
        self.i = i
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.lower = text.lower()
        self.lemma = lemma
        self.pos = pos
        self.tag = tag
        self.sent = sent
        self.dep = "root"
        self.head: Token = self
        self.children: list[Token] = []
        self.name = ""

    def __repr__(self) -> str:
        return f"<{self.i} {self.text}/{self.pos} {self.dep}->{self.head.i}>"

    @property
    def span(self) -> Span:
        """The token's range in the document's text."""
        return Span(self.start, self.end)

    @property
    def relation(self) -> str:
        """The UD relation without its subtype: ``obl`` for ``obl:tmod``."""
        return self.dep.partition(":")[0]

    def child(self, *deps: str) -> "Token | None":
        """The first child whose relation, with or without its subtype, is one of ``deps``."""
        for token in self.children:
            if token.dep in deps or token.relation in deps:
                return token
        return None

    def all(self, *deps: str) -> "list[Token]":
        """All children whose relation, with or without its subtype, is one of ``deps``."""
        return [token for token in self.children if token.dep in deps or token.relation in deps]

    def subtree(self) -> "list[Token]":
        """The token and all below it, in text order."""
        found = [self]
        for token in found:
            found.extend(token.children)
        found.sort(key=lambda token: token.i)
        return found

    def ancestors(self) -> "Iterator[Token]":
        """The heads above this token, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token


@dataclass(slots=True, frozen=True)
class Sentence:
    """Tokens ``first`` up to, not including, ``last`` of the parse; ``block`` is the index of the document's block."""

    i: int
    first: int
    last: int
    start: int
    end: int
    block: int

    @property
    def span(self) -> Span:
        """The sentence's range in the document's text."""
        return Span(self.start, self.end)


@dataclass(slots=True, frozen=True)
class Phrase:
    """A noun phrase of conflict reports that the model recognised, named or not ("rebels", "12 armoured vehicles").

    ``label`` is a type of re3d (Organisation, Location, Person, Nationality, Temporal, Quantity, Weapon, Vehicle,
    MilitaryPlatform). ``first``/``last`` are token indices, half-open.
    """

    label: str
    first: int
    last: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The phrase's range in the document's text."""
        return Span(self.start, self.end)


@dataclass(slots=True, frozen=True)
class Name(Phrase):
    """A proper name that the model recognised."""

    label: NameLabel


@dataclass(slots=True, eq=False)
class Parse:
    """The readable blocks of one document, parsed. Blocks are parsed apart: no sentence crosses a block.

    ``phrases`` may overlap ``names``; a pipeline that knows none gives none.
    """

    text: str
    blocks: tuple[Block, ...]
    tokens: list[Token]
    sentences: list[Sentence]
    names: list[Name]
    phrases: list[Phrase] = field(default_factory=list)
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._starts = [token.start for token in self.tokens]

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence that ``token`` belongs to."""
        return self.sentences[token.sent]

    def tokens_of(self, sentence: Sentence) -> list[Token]:
        """The tokens of ``sentence``, in order."""
        return self.tokens[sentence.first : sentence.last]

    def token_at(self, position: int) -> Token | None:
        """The token that covers the code point ``position``, or ``None`` (white space, a block that is not read)."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and position < self.tokens[index].end:
            return self.tokens[index]
        return None

    def tokens_in(self, span: Span) -> list[Token]:
        """The tokens that overlap ``span``, in order."""
        index = max(bisect_right(self._starts, span.start) - 1, 0)
        if index < len(self.tokens) and self.tokens[index].end <= span.start:
            index += 1
        return self.tokens[index : bisect_left(self._starts, span.end)]
