"""Copies among documents, one document at a time or all at once."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from reportedly.link.copies.comparison import compared
from reportedly.link.copies.postings import Postings
from reportedly.link.copies.side import Side
from reportedly.link.copies.words import fingerprints
from reportedly.model import Copy, Document

Prints = npt.NDArray[np.uint32]

_SHARED_PRINTS = 2
"""Fingerprints in common that make two documents worth comparing; one is mostly a set phrase."""

_RECENT = 256
"""Documents compared last whose words are kept, about 30 KB each: what is copied once is mostly copied again soon."""


class CopyIndex:
    """The documents so far, found by fingerprints of their words.

    Whether two documents are copies depends on these two alone, so the copies of a set are the same whatever the order
    in which it is added. A shared stretch of 25 words is always found; a shorter one, or one with edited words, as a
    rule. Besides the documents, which it refers to, the index takes about 8 bytes a fingerprint: 0.7 KB for 470 words.
    """

    def __init__(self) -> None:
        self._documents: list[Document] = []
        self._prints: list[int] = []
        self._known: set[str] = set()
        self._postings = Postings()
        self._recent: dict[int, Side] = {}

    def __len__(self) -> int:
        return len(self._documents)

    def add(self, document: Document) -> list[Copy]:
        """Enter ``document``; the copies it makes with those already in, sorted by their documents.

        A document whose identifier is already in is not entered again and makes no copies.
        """
        if document.id in self._known:
            return []
        mine = Side(document)
        prints = fingerprints(mine.shingles)
        found = []
        for number, count in self._postings.shared(prints):
            enough = min(_SHARED_PRINTS, len(prints), self._prints[number])
            if count >= enough and (copy := compared(mine, self._side(number))):
                found.append(copy)
        self._enter(document, prints)
        return sorted(found, key=_by_documents)

    def enter(self, document: Document) -> None:
        """Enter ``document`` without comparing it: its copies with those already in are known."""
        if document.id not in self._known:
            self._enter(document, fingerprints(Side(document).shingles))

    def _enter(self, document: Document, prints: Prints) -> None:
        self._postings.add(prints, len(self._documents))
        self._documents.append(document)
        self._prints.append(len(prints))
        self._known.add(document.id)

    def _side(self, number: int) -> Side:
        side = self._recent.pop(number, None) or Side(self._documents[number])
        self._recent[number] = side
        if len(self._recent) > _RECENT:
            del self._recent[next(iter(self._recent))]
        return side


def copies(documents: Iterable[Document]) -> list[Copy]:
    """All copies among ``documents``, sorted by the identifiers of the two."""
    index = CopyIndex()
    return sorted((copy for document in documents for copy in index.add(document)), key=_by_documents)


def _by_documents(copy: Copy) -> tuple[str, str]:
    return copy.first, copy.second
