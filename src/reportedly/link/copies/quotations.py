"""Which words of a document are somebody else's, by the look of them: in quotation marks, in an embedded post.

Two outlets that quote one speaker share the speaker's words and have not copied each other for it.
"""

import re
from functools import cache

from reportedly.link.copies.words import Marks, Words, marked
from reportedly.model import READABLE, Document

# A quotation that runs over paragraphs opens each of them and closes only the last. An apostrophe looks like a closing
# mark, so a single one closes only where no letter follows; a straight mark may be an inch, so it needs its fellow.
_QUOTATIONS = {
    "“": r"“[^”»]*(?:[”»]|$)",
    "„": r"„[^”»]*(?:[”»]|$)",
    "«": r"«[^”»]*(?:[”»]|$)",
    '"': r'"[^"]*"',
    "``": r"``(?:(?!'').)*(?:''|$)",
    "‘": r"‘(?<!\w‘)[^‘]*?’(?!\w)",
}


@cache
def _quotations(openings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(_QUOTATIONS[opening] for opening in openings), re.DOTALL)


def quoted(document: Document, words: Words) -> Marks:
    """For each of ``words`` whether it is quoted. A document that is a post from end to end quotes nobody by it."""
    readable = [block for block in document.blocks if block.kind in READABLE]
    own = any(block.kind not in ("post", "quote") for block in readable)
    # With only those openings that there are the search leaps from one to the next.
    openings = tuple(opening for opening in _QUOTATIONS if opening in document.text)
    bounds: list[tuple[int, int]] = []
    for block in readable:
        if own and block.kind in ("post", "quote"):
            bounds.append((block.start, block.end))
        elif openings:
            found = _quotations(openings).finditer(document.text, block.start, block.end)
            bounds.extend(match.span() for match in found)
    return marked(bounds, words)
