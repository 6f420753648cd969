"""An attribution on its way to a statement: tokens and spans before sources and nesting are settled."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.language import Token
from reportedly.model import Block, Mode, Span, Stance
from reportedly.ontology.cues import Cue


@dataclass(slots=True, eq=False)
class Candidate:
    """What one rule found around one cue.

    ``cue`` and ``source`` are tokens in order; ``speaker`` is the head of the source phrase. ``content`` are spans of
    the document's text, quotation marks left out. ``quoted`` are the ranges of quotations that belong to the content.
    ``post`` is the block of an embedded post, whose signature is the source; ``account`` the words that sign one.
    """

    rule: str
    cue: Sequence[Token]
    source: Sequence[Token]
    speaker: Token | None
    content: tuple[Span, ...]
    entry: Cue | None = None
    negation: Token | None = None
    stance: Stance = "affirms"
    stance_spans: tuple[Span, ...] = ()
    quoted: list[Span] = field(default_factory=list)
    mode: Mode = "indirect"
    carrier: "Candidate | None" = None
    post: Block | None = None
    account: Span | None = None  # the name and handle before a post that stands in running text
    shares: bool = False  # the content is the carrier's own ("X reported Y, citing Z")
    passed_on: bool = False  # the carrier told it in the same words ("X was quoted by Z as saying Y")

    @property
    def head(self) -> Token | None:
        """The first cue token, or ``None`` for a post."""
        return self.cue[0] if self.cue else None

    def covers(self, span: Span) -> bool:
        """True if ``span`` lies within one range of the content."""
        return any(span in own for own in self.content)

    @property
    def extent(self) -> int:
        """How many code points the content covers."""
        return sum(len(span) for span in self.content)
