"""Which words of a document are somebody else's, by the look of them: in quotation marks, in an embedded post.

Two outlets that quote one speaker share the speaker's words and have not copied each other for it.
"""

import re
from collections.abc import Sequence
from functools import cache

import numpy as np

from reportedly.link.copies.words import Marks, Points, Readable, Words, marked

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


_ANY = re.compile("|".join(_QUOTATIONS.values()), re.DOTALL)


@cache
def _openings() -> Marks:
    """For each code point of the Basic Multilingual Plane whether a quotation may open with it."""
    marks = np.zeros(0x10000, dtype=bool)
    marks[[ord(opening[0]) for opening in _QUOTATIONS]] = True
    return marks


def quoted(text: str, points: Points, documents: Sequence[Sequence[Readable]], words: Words) -> Marks:
    """For each of ``words`` whether it is quoted. A document that is a post from end to end quotes nobody by it."""
    bounds: list[tuple[int, int]] = []
    for blocks in documents:
        if any(kind not in _QUOTING for _, _, kind in blocks):
            bounds.extend((start, end) for start, end, kind in blocks if kind in _QUOTING)
    readable = np.array([(start, end) for blocks in documents for start, end, _ in blocks], dtype=np.int64)
    places = np.flatnonzero(_openings().take(points, mode="clip"))
    ends = readable[:, 1][readable[:, 0].searchsorted(places, side="right") - 1]
    read = 0
    for place, end in zip(places.tolist(), ends.tolist(), strict=True):
        if read <= place < end and (match := _ANY.match(text, place, end)):
            read = match.end()
            bounds.append((place, read))
    return marked(bounds, words)
