"""Which documents have which fingerprints, in eight bytes each.

Sorted arrays, each at least sixteen times as long as the next, merged as they fill up (the logarithmic method: Bentley
and Saxe 1980, "Decomposable searching problems I", J. Algorithms 1): adding and looking up cost the logarithm of how
many documents are in.
"""

from typing import NamedTuple

import numpy as np

from reportedly.link.copies.fingerprints import HALF, ONE, WHOSE
from reportedly.link.copies.words import Marks, Numbers, Words64

_TIMES = 16


class Found(NamedTuple):
    """Pairs of documents with fingerprints in common, in order: the later one's number above that of the earlier one
    (32 bits each), how many they have in common, and whether only one of the two marks any."""

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
        same = prints[1:] >> HALF == prints[:-1] >> HALF
        among = prints[np.append(same, False)[: len(prints)] | np.append(False, same)[: len(prints)]]
        entries = np.concatenate([_entries(run, prints) for run in self._sorted] + [_entries(among, among)])
        entries.sort()
        pairs = (entries >> ONE).astype(np.int64)
        begins = np.flatnonzero(np.append(True, pairs[1:] != pairs[:-1])[: len(pairs)])
        crossed = np.logical_or.reduceat(entries & ONE, begins) if len(begins) else np.zeros(0, dtype=bool)
        return Found(pairs[begins], np.diff(begins, append=len(pairs)), crossed)


def _entries(run: Words64, prints: Words64) -> Words64:
    """For each of ``prints`` and each earlier document that has it in ``run`` the pair, above the lowest bit, which is
    whether the marks differ."""
    if not len(run):
        return run
    of = prints >> HALF << HALF
    starts = run.searchsorted(of)
    hits = np.flatnonzero((run.take(starts, mode="clip") ^ of) <= WHOSE)
    starts, ends = starts[hits], run.searchsorted(of[hits] | WHOSE, side="right")
    lengths = ends - starts
    within = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    theirs = run[np.repeat(starts, lengths) + within] & WHOSE
    mine = np.repeat(prints[hits] & WHOSE, lengths)
    earlier = theirs >> ONE < mine >> ONE
    theirs, mine = theirs[earlier], mine[earlier]
    return mine >> ONE << HALF + ONE | theirs ^ mine & ONE
