"""Which documents have which fingerprints, in eight bytes each.

Sorted arrays, each at least sixteen times as long as the next, merged as they fill up (the logarithmic method: Bentley
and Saxe 1980, "Decomposable searching problems I", J. Algorithms 1): adding and looking up cost the logarithm of how
many documents are in.
"""

from typing import NamedTuple

import numpy as np

from reportedly.link.copies.fingerprints import HALF, ONE
from reportedly.link.copies.words import Marks, Numbers, Words64

_TIMES = 16
_WHOSE = np.uint64(0xFFFFFFFF)


class Found(NamedTuple):
    """Pairs of documents with fingerprints in common: their numbers, the later one's and the earlier one's, how many,
    and whether only one of the two marks any. In order."""

    later: Numbers
    earlier: Numbers
    counts: Numbers
    crossed: Marks


class Postings:
    """Fingerprints by what they are of."""

    def __init__(self) -> None:
        self._sorted: list[Words64] = []

    def add(self, prints: Words64) -> None:
        """Enter ``prints``, which are sorted."""
        if not len(prints):
            return
        while self._sorted and len(self._sorted[-1]) < _TIMES * len(prints):
            prints = np.concatenate([self._sorted.pop(), prints])
            prints.sort(kind="stable")
        self._sorted.append(prints)

    def shared(self, prints: Words64) -> Found:
        """The documents that have any of ``prints``, in order."""
        again = prints[1:] >> HALF == prints[:-1] >> HALF
        among = prints[np.append(again, False)[: len(prints)] | np.append(False, again)[: len(prints)]]
        entries = np.concatenate([_pairs(among, among), *(_pairs(run, prints) for run in self._sorted)])
        entries.sort()
        pairs = entries >> ONE
        begins = np.flatnonzero(np.append(True, pairs[1:] != pairs[:-1])[: len(pairs)])
        if not len(begins):
            return Found(*np.zeros((3, 0), dtype=np.int64), np.zeros(0, dtype=bool))
        crossed = np.logical_or.reduceat(entries & ONE, begins)
        pairs = pairs[begins].astype(np.int64)
        return Found(pairs >> 32, pairs & 0x7FFFFFFF, np.append(begins[1:], len(entries)) - begins, crossed)


def _pairs(run: Words64, prints: Words64) -> Words64:
    """Who of ``prints`` shares one with an earlier document in ``run``: the later document's number, 31 bits, then the
    earlier one's, and whether the marks differ, as the lowest bit. Once for each fingerprint."""
    of = prints >> HALF << HALF
    starts = run.searchsorted(of)
    if not len(run):
        return run
    hits = np.flatnonzero((run.take(starts, mode="clip") ^ of) <= _WHOSE)
    starts, ends = starts[hits], run.searchsorted(of[hits] | _WHOSE, side="right")
    lengths = ends - starts
    within = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    theirs = run[np.repeat(starts, lengths) + within] & _WHOSE
    mine = np.repeat(prints[hits] & _WHOSE, lengths)
    earlier = theirs >> ONE < mine >> ONE
    theirs, mine = theirs[earlier], mine[earlier]
    return mine >> ONE << HALF + ONE | theirs ^ mine & ONE
