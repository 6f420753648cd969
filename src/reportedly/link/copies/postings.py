"""Which documents have which fingerprints, in eight bytes each.

Sorted arrays, each at least sixteen times as long as the next, merged as they fill up (the logarithmic method: Bentley
and Saxe 1980, "Decomposable searching problems I", J. Algorithms 1): adding and looking up cost the logarithm of how
many documents are in.
"""

from typing import NamedTuple

import numpy as np

from reportedly.link.copies.fingerprints import HALF, ONE, WHOSE
from reportedly.link.copies.words import Marks, Numbers, Words64, changed

_TIMES = 16


class Found(NamedTuple):
    """Pairs of documents with fingerprints in common: how many, and whether only one of the two marks any.

    A pair is the later document's number above that of the earlier one, 32 bits; they are in order.
    """

    pairs: Numbers
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
        """The pairs of the documents that have ``prints`` with each other and with those that are in."""
        again = ~changed(prints >> HALF)
        again[:-1] |= again[1:]
        among = prints[again]
        entries = np.concatenate([_entries(among, among), *(_entries(run, prints) for run in self._sorted)])
        entries.sort()
        pairs = (entries >> ONE).astype(np.int64)
        first = np.flatnonzero(changed(pairs))
        crossed = np.logical_or.reduceat(entries & ONE, first) if len(first) else np.zeros(0, dtype=bool)
        return Found(pairs[first], np.diff(first, append=len(pairs)), crossed)


def _entries(run: Words64, prints: Words64) -> Words64:
    """The pairs that any of ``prints`` makes with an earlier document in ``run``, as often as it does.

    Below a pair stands one bit: whether the marks differ.
    """
    of = prints >> HALF << HALF
    starts = run.searchsorted(of)
    hits = np.flatnonzero((run.take(starts, mode="clip") ^ of) <= WHOSE) if len(run) else starts
    if not len(hits):
        return run[:0]
    starts, ends = starts[hits], run.searchsorted(of[hits] | WHOSE, side="right")
    lengths = ends - starts
    within = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    theirs = run[np.repeat(starts, lengths) + within] & WHOSE
    mine = np.repeat(prints[hits] & WHOSE, lengths)
    earlier = theirs >> ONE < mine >> ONE
    theirs, mine = theirs[earlier], mine[earlier]
    entries: Words64 = mine >> ONE << HALF + ONE | theirs ^ mine & ONE
    return entries
