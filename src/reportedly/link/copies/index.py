"""Copies among documents, one document at a time or all at once."""

from collections.abc import Iterable

from reportedly.link.copies.comparison import compared
from reportedly.link.copies.postings import Postings
from reportedly.link.copies.side import Prints, Side
from reportedly.model import Copy, Document

_FEWEST = 2
_PART = 0.08
"""Share of the fingerprints of the document with fewer, at least two, that makes two documents worth comparing.

Versions of a text have that many, set phrases seldom. One is enough where only one document quotes its words, and one
of a passage.
"""

_RECENT = 1_500_000
"""Words of the documents compared last that are kept, some 60 MB: what is copied once is mostly copied again soon."""


class CopyIndex:
    """The documents so far, found by fingerprints of their words.

    Whether two documents are copies depends on these two alone, so the copies of a set are the same whatever the order
    in which it is added. A shared stretch of 24 words is always found, and of 15 where one of the two quotes it; a
    shorter one, or one with edited words, as a rule. Besides the documents, which it refers to, the index takes about
    8 bytes a fingerprint: 1.4 KB for 470 words.
    """

    def __init__(self) -> None:
        self._documents: list[Document] = []
        self._prints: list[int] = []
        self._known: set[str] = set()
        self._words = Postings()
        self._passages = Postings()
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

    def _candidates(self, prints: Prints) -> list[int]:
        near = self._words.shared(prints.words)
        found = set(self._passages.shared(prints.passages).documents.tolist())
        for number, count, crossed in zip(*(part.tolist() for part in near), strict=True):
            fewer = min(len(prints.words), self._prints[number])
            if crossed or count >= max(min(_FEWEST, fewer), _PART * fewer):
                found.add(number)
        return sorted(found)

    def _enter(self, side: Side, prints: Prints) -> None:
        number = len(self._documents)
        self._words.add(prints.words, number)
        self._passages.add(prints.passages, number)
        self._documents.append(side.document)
        self._prints.append(len(prints.words))
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
