"""Which words of a document are somebody else's, by the look of them: in quotation marks, in an embedded post.

Two outlets that quote one speaker share the speaker's words and have not copied each other for it.
"""

import re

import numpy as np
import numpy.typing as npt

from reportedly.link.copies.words import Words
from reportedly.model import READABLE, Document, Span

Marks = npt.NDArray[np.bool_]

_QUOTATION = re.compile(
    # A quotation that runs over paragraphs opens each of them and closes only the last. An apostrophe looks like a
    # closing mark, so a single one closes only where no letter follows; a straight mark may be an inch, so it needs
    # its fellow. Every way begins with its mark, so that the search can leap to the next one.
    r"[“„«][^”»]*(?:[”»]|$)|\"[^\"]*\"|``(?:(?!'').)*(?:''|$)|‘(?<!\w‘)[^‘]*?’(?!\w)",
    re.DOTALL,
)


def quotations(document: Document) -> tuple[Span, ...]:
    """The stretches of the readable blocks that quote, in order; a document that is a post quotes nobody by it."""
    readable = [block for block in document.blocks if block.kind in READABLE]
    own = any(block.kind not in ("post", "quote") for block in readable)
    spans: list[Span] = []
    for block in readable:
        if own and block.kind in ("post", "quote"):
            spans.append(block.span)
            continue
        words = block.span.of(document.text)
        spans.extend(Span(block.start + m.start(), block.start + m.end()) for m in _QUOTATION.finditer(words))
    return tuple(spans)


def quoted(document: Document, words: Words) -> Marks:
    """For each of ``words`` whether it is quoted."""
    marks = np.zeros(len(words.starts), dtype=bool)
    for span in quotations(document):
        marks[words.starts.searchsorted(span.start) : words.starts.searchsorted(span.end)] = True
    return marks
