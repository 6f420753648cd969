"""Copies among documents, found by their fingerprints."""

from array import array
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from reportedly.link.copies.comparison import compared
from reportedly.link.copies.fingerprints import KEPT
from reportedly.link.copies.portion import Portion, Prints, portions
from reportedly.link.copies.postings import Postings
from reportedly.link.copies.side import Side
from reportedly.link.copies.words import Numbers
from reportedly.model import Copy, Document

_FEWEST = 2
_PART = 0.08
"""Share of the fingerprints of the document with fewer, at least two, that makes two documents worth comparing.

Versions of a text have that many, set phrases seldom. One is enough where only one document quotes its words, and one
of a passage.
"""

_FEWEST_OF_ALL = 3
_PART_OF_ALL = 0.1
"""The same between two documents of which all shingles are kept: a set phrase of seven words has two of those."""

_RECENT = 1_500_000
"""Words of the documents compared last that are kept, some 60 MB: what is copied once is mostly copied again soon."""

_PAIRS = 16
"""Pairs that are compared at once: with more, more memory is taken and no time gained."""

_EARLIER = 0xFFFFFFFF
"""The part of a pair that is the earlier document's number."""


class CopyIndex:
    """The documents so far, found by fingerprints of their words.

    Whether two documents are copies depends on these two alone, so the copies of a set are the same whatever the order
    in which it is added, one by one or many at once. A shared stretch of 24 words is always found, and of 15 where one
    of the two quotes it; a shorter one, or one with edited words, as a rule. Besides the documents, which it refers to,
    the index takes about 8 bytes a fingerprint: 1.4 KB for 470 words.
    """

    def __init__(self) -> None:
        self._documents: list[Document] = []
        self._prints = array("i")
        self._short = array("b")
        self._known: set[str] = set()
        self._words = Postings()
        self._passages = Postings()
        self._recent: dict[int, Side] = {}
        self._recent_words = 0

    def __len__(self) -> int:
        return len(self._documents)

    def add(self, *documents: Document) -> list[Copy]:
        """Enter ``documents``; the copies they make with each other and with those already in, in order of the two.

        A document whose identifier is already in is not entered again and makes no copies. Many at once are found
        faster than one by one.
        """
        found: list[Copy] = []
        for some in portions(self._new(documents)):
            prints = self._taken_up(some)
            pairs = self._candidates(prints)
            self._enter(prints)
            for begin in range(0, len(pairs), _PAIRS):
                numbers = pairs[begin : begin + _PAIRS].tolist()
                found.extend(compared([(self._side(pair >> 32), self._side(pair & _EARLIER)) for pair in numbers]))
        return sorted(found, key=lambda copy: (copy.first, copy.second))

    def enter(self, *documents: Document) -> None:
        """Enter ``documents`` without looking for their copies: those among what is in are known already."""
        for some in portions(self._new(documents)):
            self._enter(self._taken_up(some))

    def _new(self, documents: Iterable[Document]) -> Iterator[Document]:
        for document in documents:
            if document.id not in self._known:
                self._known.add(document.id)
                yield document

    def _taken_up(self, documents: Sequence[Document]) -> Prints:
        """The fingerprints of ``documents``, which have their numbers now."""
        first = len(self._documents)
        portion = Portion(documents)
        self._documents.extend(documents)
        for number, side in enumerate(portion.sides(), first):
            self._keep(number, side)
        prints = portion.prints(first)
        self._prints.extend(prints.counts)
        self._short.extend(prints.short)
        return prints

    def _enter(self, prints: Prints) -> None:
        self._words.add(prints.words)
        self._passages.add(prints.passages)

    def _candidates(self, prints: Prints) -> Numbers:
        """The pairs worth comparing of which the later document has ``prints``: its number above the other's."""
        near = self._words.shared(prints.words)
        counts, short = np.frombuffer(self._prints, dtype=np.int32), np.frombuffer(self._short, dtype=np.bool_)
        later, earlier = near.pairs >> 32, near.pairs & _EARLIER
        sampled = np.where(short, np.ceil(KEPT * counts), counts)  # as many as a sample would be
        fewer, all_fewer = (np.minimum(of[later], of[earlier]) for of in (sampled, counts))
        few = np.maximum(np.minimum(_FEWEST, fewer), _PART * fewer)
        few_of_all = np.maximum(np.minimum(_FEWEST_OF_ALL, all_fewer), _PART_OF_ALL * all_fewer)
        enough = near.crossed | (near.counts >= np.where(short[later] & short[earlier], few_of_all, few))
        return np.union1d(near.pairs[enough], self._passages.shared(prints.passages).pairs)

    def _side(self, number: int) -> Side:
        side = self._recent.pop(number, None)
        if side is None:
            (side,) = Portion([self._documents[number]]).sides()
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
    return CopyIndex().add(*documents)
