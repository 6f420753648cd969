"""The clean text of one capture, cut into blocks, every character of it traceable to the bytes."""

from typing import Literal

from reportedly.model._record import Record, Span
from reportedly.model.capture import Provenance
from reportedly.model.identity import content_id
from reportedly.model.run import Run, located
from reportedly.model.time import Published

BlockKind = Literal[
    "headline", "heading", "lead", "paragraph", "quote", "list", "caption", "credit", "byline", "dateline", "post",
    "boilerplate",
]  # fmt: skip

READABLE: frozenset[str] = frozenset({"headline", "heading", "lead", "paragraph", "quote", "list", "caption", "post"})
"""Kinds of block whose words are read for statements and events. The others are kept and shown, not read."""


class Post(Record, frozen=True):
    """Who posted an embedded post, and when: the display name, the handle without ``@``, the date, the address.

    ``span`` covers the signature line in the document's text.
    """

    author: str | None = None
    handle: str | None = None
    published: Published | None = None
    url: str | None = None
    span: Span | None = None


class Block(Record, frozen=True):
    """A stretch of the document's text of one kind.

    ``rule`` names the rule that told its kind. ``source`` is the byte range in the capture that the block was made
    from, or ``None`` where the block could not be aligned with the bytes.
    """

    kind: BlockKind
    start: int
    end: int
    rule: str = ""
    source: Span | None = None
    post: Post | None = None

    @property
    def span(self) -> Span:
        """The block's range in the document's text."""
        return Span(self.start, self.end)


class Document(Record, frozen=True):
    """The clean text of one capture.

    ``text`` is what all spans count in, in code points. ``alignment`` is sorted and free of overlaps; characters in
    no run (a line break between two HTML paragraphs) have no bytes of their own.
    """

    id: str
    text: str
    blocks: tuple[Block, ...] = ()
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: Published | None = None
    language: str = "en"
    capture: Provenance | None = None
    alignment: tuple[Run, ...] = ()

    @staticmethod
    def identify(sha256: str, url: str | None) -> str:
        """The identifier of the document made from bytes with this hash, obtained from ``url``."""
        return content_id("d", sha256, url)

    def source_of(self, span: Span) -> Span | None:
        """The bytes of the capture that the words of ``span`` were made from, ``None`` where they have none."""
        return located(self.alignment, span)
