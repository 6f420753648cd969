"""Which words of a document are somebody else's, by the look of them: in quotation marks, in an embedded post.

Two outlets that quote one speaker share the speaker's words and have not copied each other for it.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from reportedly.link.copies.words import Marks, Readable, Words, marked

_QUOTING = ("post", "quote")

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
    return re.compile("|".join(_QUOTATIONS[opening] for opening in openings) or r"(?!)", re.DOTALL)


def quoted(text: str, documents: Iterable[Sequence[Readable]], words: Words) -> Marks:
    """For each of ``words`` whether it is quoted. A document that is a post from end to end quotes nobody by it."""
    # With only those openings that there are the search leaps from one to the next.
    find = _quotations(tuple(opening for opening in _QUOTATIONS if opening in text)).finditer
    bounds: list[tuple[int, int]] = []
    for blocks in documents:
        own = any(kind not in _QUOTING for _, _, kind in blocks)
        for start, end, kind in blocks:
            if own and kind in _QUOTING:
                bounds.append((start, end))
            else:
                bounds.extend([match.span() for match in find(text, start, end)])
    return marked(bounds, words)
