"""Copies among documents, one document at a time or all at once."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from reportedly.link.copies.comparison import compared
from reportedly.link.copies.postings import Postings
from reportedly.link.copies.side import Side
from reportedly.link.copies.words import Words64
from reportedly.model import Copy, Document

Prints = npt.NDArray[np.uint32]

_SHARED_PRINTS = 2
"""Fingerprints in common that make two documents worth comparing; one is mostly a set phrase.

One is enough where one document quotes the words and the other does not.
"""

_RECENT = 1_500_000
"""Words of the documents compared last that are kept, some 60 MB: what is copied once is mostly copied again soon."""


class CopyIndex:
    """The documents so far, found by fingerprints of their words.

    Whether two documents are copies depends on these two alone, so the copies of a set are the same whatever the order
    in which it is added. A shared stretch of 25 words is always found, and of 15 where one of the two quotes it; a
    shorter one, or one with edited words, as a rule. Besides the documents, which it refers to, the index takes about
    8 bytes a fingerprint: 0.7 KB for 470 words.
    """

    def __init__(self) -> None:
        self._documents: list[Document] = []
        self._prints: list[int] = []
        self._known: set[str] = set()
        self._postings = Postings()
        self._recent: dict[int, Side] = {}
        self._recent_words = 0

    def __len__(self) -> int:
        return len(self._documents)

    def add(self, document: Document) -> list[Copy]:
        """Enter ``document``; the copies it makes with those already in, sorted by their documents.

        A document whose identifier is already in is not entered again and makes no copies.
        """
        if document.id in self._known:
            return []
        mine = Side(document)
        prints = mine.prints
        found = []
        for number in self._candidates(prints):
            copy = compared(mine, self._side(number))
            if copy is not None:
                found.append(copy)
        self._enter(mine, prints)
        return sorted(found, key=_by_documents)

    def enter(self, document: Document) -> None:
        """Enter ``document`` without looking for its copies: those among what is in are known already."""
        if document.id not in self._known:
            side = Side(document)
            self._enter(side, side.prints)

    def _candidates(self, prints: Words64) -> list[int]:
        near = self._postings.shared(prints)
        return [
            number
            for number, count, crossed in zip(*(part.tolist() for part in near), strict=True)
            if crossed or count >= min(_SHARED_PRINTS, len(prints), self._prints[number])
        ]

    def _enter(self, side: Side, prints: Words64) -> None:
        number = len(self._documents)
        self._postings.add(prints, number)
        self._documents.append(side.document)
        self._prints.append(len(prints))
        self._known.add(side.document.id)
        self._keep(number, side)

    def _side(self, number: int) -> Side:
        side = self._recent.pop(number, None)
        if side is None:
            side = Side(self._documents[number])
        else:
            self._recent_words -= len(side)
        self._keep(number, side)
        return side

    def _keep(self, number: int, side: Side) -> None:
        self._recent[number] = side
        self._recent_words += len(side)
        while self._recent_words > _RECENT:
            self._recent_words -= len(self._recent.pop(next(iter(self._recent))))


def copies(documents: Iterable[Document]) -> list[Copy]:
    """All copies among ``documents``, sorted by the identifiers of the two."""
    index = CopyIndex()
    return sorted((copy for document in documents for copy in index.add(document)), key=_by_documents)


def _by_documents(copy: Copy) -> tuple[str, str]:
    return copy.first, copy.second
