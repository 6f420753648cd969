"""Which documents have which fingerprints, in eight bytes each.

Sorted arrays, each at least sixteen times as long as the next, merged as they fill up (the logarithmic method: Bentley
and Saxe 1980, "Decomposable searching problems I", J. Algorithms 1): adding and looking up cost the logarithm of how
many documents are in.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reportedly.link.copies.words import Marks, Words64

_TIMES = 16
_LOW = np.uint64(32)
_ENTRY = np.uint64(0xFFFFFFFF)
_ONE = np.uint64(1)


class Found(NamedTuple):
    """Documents with fingerprints in common: their numbers, how many, and whether only one of the two marks any."""

    documents: npt.NDArray[np.int64]
    counts: npt.NDArray[np.int64]
    crossed: Marks


class Postings:
    """Fingerprint to the numbers of the documents that have it, each with the fingerprint's mark."""

    def __init__(self) -> None:
        self._sorted: list[Words64] = []

    def add(self, prints: Words64, document: int) -> None:
        """Enter ``document`` under each of ``prints``."""
        run = prints >> _ONE << _LOW | prints & _ONE | np.uint64(document << 1)
        if not len(run):
            return
        while self._sorted and len(self._sorted[-1]) < _TIMES * len(run):
            run = np.concatenate([self._sorted.pop(), run])
            run.sort(kind="stable")
        self._sorted.append(run)

    def shared(self, prints: Words64) -> Found:
        """The documents that have any of ``prints``, in order."""
        entries = np.concatenate([np.zeros(0, np.uint64), *(_among(run, prints) for run in self._sorted)])
        entries.sort()
        documents = (entries >> _ONE).astype(np.int64)
        begins = np.flatnonzero(np.concatenate([documents[:1] >= 0, documents[1:] != documents[:-1]]))
        if not len(begins):
            return Found(documents, documents, np.zeros(0, dtype=bool))
        crossed = np.logical_or.reduceat(entries & _ONE, begins)
        counts = np.append(begins[1:], len(documents)) - begins
        return Found(documents[begins], counts, crossed)


def _among(run: Words64, prints: Words64) -> Words64:
    """The entries of ``run`` under any of ``prints``, the lowest bit set where the marks differ."""
    low = prints >> _ONE << _LOW
    starts = run.searchsorted(low)
    hits = np.flatnonzero((run.take(starts, mode="clip") ^ low) <= _ENTRY)
    if not len(hits):
        return run[:0]
    starts, ends = starts[hits], run.searchsorted(low[hits] | _ENTRY, side="right")
    lengths = ends - starts
    within = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    entries: Words64 = run[np.repeat(starts, lengths) + within] & _ENTRY
    return entries ^ np.repeat(prints[hits] & _ONE, lengths)
