"""Documents taken up together, laid end to end: what a step costs whatever it works on is paid once for all of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np

from reportedly.link.copies.fingerprints import WINDOW, documents_of, fingerprints
from reportedly.link.copies.notes import notes
from reportedly.link.copies.quotations import quoted
from reportedly.link.copies.side import Side
from reportedly.link.copies.words import PASSAGE, SHINGLE, Blocks, Words, Words64, code_points, shingles, words
from reportedly.model import READABLE, Document

_DOCUMENTS = 64
_LETTERS = 240_000
"""Documents, and code points, with which a portion is full: with more, more memory is taken and no time gained."""


SHORT = 200
"""Words below which all shingles of a document are kept: a sample of so few may miss what an edited version shares."""


class Prints(NamedTuple):
    """Fingerprints of shingles, those marked that are quoted from end to end, and of runs so long as a passage has.

    ``counts``: how many of ``words`` each document has; ``short``: whether those are all of its shingles.
    """

    words: Words64
    passages: Words64
    counts: list[int]
    short: list[bool]


class Portion:
    """The words of documents one after another, as if they were one."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        # Blanks stand between the texts and at both ends, so every word has two edges.
        text = f" {' '.join(document.text for document in documents)} "
        self._offsets = list(accumulate((len(document.text) + 1 for document in documents), initial=1))
        points, blocks = code_points(text), _blocks(documents, self._offsets)
        self._words = words(points, blocks)
        self._begins = self._words.starts.searchsorted(self._offsets)
        self._shingles = shingles(self._words.numbers)
        self._quoted = quoted(text, points, blocks, self._words)
        self._notes = notes(text, blocks, self._words, self._begins)

    def prints(self, first: int) -> Prints:
        """Their fingerprints, the documents numbered from ``first`` on.

        Notes of the house have none: they would bring together all that one outlet prints.
        """
        lengths, passage = np.diff(self._begins), PASSAGE - WINDOW + 1
        left = (np.repeat(self._begins[1:], lengths) - np.arange(lengths.sum())).astype(np.int32)
        whose = np.repeat(np.arange(first, first + len(lengths)), lengths)
        throughout = self._quoted.copy()
        throughout[: 1 - SHINGLE] &= self._quoted[SHINGLE - 1 :]
        runs, unmarked = shingles(self._words.numbers, passage), np.zeros_like(throughout)
        short = lengths < SHORT
        whole = np.repeat(short, lengths)
        of_words = fingerprints(self._shingles, SHINGLE, throughout, self._notes, left, whose, whole)
        of_passages = fingerprints(runs, passage, unmarked, self._notes, left, whose)
        counts = np.bincount(documents_of(of_words) - first, minlength=len(self._documents))
        return Prints(of_words, of_passages, counts.tolist(), short.tolist())

    def sides(self) -> Iterator[Side]:
        """Each document by itself."""
        numbers, starts, ends, blocks = self._words
        for document, offset, (begin, end) in zip(
            self._documents, self._offsets, pairwise(self._begins.tolist()), strict=False
        ):
            # Copied, for a part would keep all of the portion.
            yield Side(
                document,
                Words(
                    numbers[begin:end].copy(),
                    starts[begin:end] - np.int32(offset),
                    ends[begin:end] - np.int32(offset),
                    blocks[begin:end] - (blocks[begin] if begin < end else 0),
                ),
                self._shingles[begin : max(begin, end - SHINGLE + 1)].copy(),
                self._quoted[begin:end].copy(),
                self._notes[begin:end].copy(),
            )


def _blocks(documents: Sequence[Document], offsets: Sequence[int]) -> Blocks:
    found = sorted(
        (block.start + offset, block.end + offset, block.kind, number)
        for number, (document, offset) in enumerate(zip(documents, offsets, strict=False))
        for block in document.blocks
        if block.kind in READABLE
    )
    starts, ends, kinds, numbers = zip(*found, strict=True) if found else ((), (), (), ())
    return Blocks(np.array(starts, dtype=np.int32), np.array(ends, dtype=np.int32), kinds, numbers)


def portions(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """``documents`` in order, as many at a time as are well taken up together."""
    some: list[Document] = []
    length = 0
    for document in documents:
        some.append(document)
        length += len(document.text)
        if length > _LETTERS or len(some) == _DOCUMENTS:
            yield some
            some, length = [], 0
    if some:
        yield some
