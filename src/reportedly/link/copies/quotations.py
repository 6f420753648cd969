"""Which words of a document are somebody else's, by the look of them: in quotation marks, in an embedded post.

Two outlets that quote one speaker share the speaker's words and have not copied each other for it.
"""

import re

import numpy as np
import numpy.typing as npt

from reportedly.link.copies.words import Words
from reportedly.model import READABLE, Document

Marks = npt.NDArray[np.bool_]

_QUOTATION = re.compile(
    # A quotation that runs over paragraphs opens each of them and closes only the last. An apostrophe looks like a
    # closing mark, so a single one closes only where no letter follows; a straight mark may be an inch, so it needs
    # its fellow. Every way begins with its mark, so that the search can leap to the next one.
    r"[“„«][^”»]*(?:[”»]|$)|\"[^\"]*\"|``(?:(?!'').)*(?:''|$)|‘(?<!\w‘)[^‘]*?’(?!\w)",
    re.DOTALL,
)


def quoted(document: Document, words: Words) -> Marks:
    """For each of ``words`` whether it is quoted. A document that is a post from end to end quotes nobody by it."""
    readable = [block for block in document.blocks if block.kind in READABLE]
    own = any(block.kind not in ("post", "quote") for block in readable)
    bounds: list[tuple[int, int]] = []
    for block in readable:
        if own and block.kind in ("post", "quote"):
            bounds.append((block.start, block.end))
        else:
            bounds.extend(match.span() for match in _QUOTATION.finditer(document.text, block.start, block.end))
    marks = np.zeros(len(words.starts), dtype=bool)
    for start, end in words.starts.searchsorted(np.array(bounds, dtype=np.int64).reshape(-1, 2)).tolist():
        marks[start:end] = True
    return marks
