"""Which words of a document are somebody else's, by the look of them: in quotation marks, in an embedded post.

Two outlets that quote one speaker share the speaker's words and have not copied each other for it.
"""

import re
from functools import cache

import numpy as np

from reportedly.link.copies.words import Blocks, Marks, Points, Words, marked

_CITED = ("post", "quote")

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


def quoted(text: str, points: Points, blocks: Blocks, words: Words) -> Marks:
    """For each of ``words`` whether it is quoted. A document that is a post from end to end quotes nobody by it."""
    kinds = list(zip(blocks.kinds, blocks.documents, strict=True))
    own = {document for kind, document in kinds if kind not in _CITED}
    cited = [kind in _CITED and document in own for kind, document in kinds]
    bounds = [*zip(blocks.starts[cited].tolist(), blocks.ends[cited].tolist(), strict=True)]
    places = np.flatnonzero(_openings().take(points, mode="clip"))
    ends = np.append(0, blocks.ends)[blocks.starts.searchsorted(places, side="right")]
    read = 0
    for place, end in zip(places.tolist(), ends.tolist(), strict=True):
        if read <= place < end and (quotation := _ANY.match(text, place, end)):
            read = quotation.end()
            bounds.append((place, read))
    return marked(bounds, words)
