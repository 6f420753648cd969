"""Which documents have which fingerprints, in eight bytes each.

Sorted arrays of powers of ten in size, merged as they fill up (the logarithmic method: Bentley and Saxe 1980,
"Decomposable searching problems I", J. Algorithms 1): adding costs about the same however many documents are in.
"""

import numpy as np
import numpy.typing as npt

_MOST_NEW = 100_000
"""Fingerprints that are kept in a dictionary, which is quick to add to, before they go into a sorted array."""

_LOW = np.uint64(32)


class Postings:
    """Fingerprint to the numbers of the documents that have it."""

    def __init__(self) -> None:
        self._new: dict[int, int] = {}
        self._more: dict[int, list[int]] = {}
        self._sorted: list[npt.NDArray[np.uint64]] = []

    def add(self, prints: npt.NDArray[np.uint32], document: int) -> None:
        """Enter ``document`` under each of ``prints``."""
        entries = dict.fromkeys(prints.tolist(), document)
        for one in self._new.keys() & entries.keys():
            self._more.setdefault(one, []).append(self._new[one])
        self._new.update(entries)
        if len(self._new) >= _MOST_NEW:
            self._settle()

    def shared(self, prints: npt.NDArray[np.uint32]) -> list[tuple[int, int]]:
        """The documents that have any of ``prints``, in order, and how many of them."""
        found: list[int] = []
        for one in self._new.keys() & prints.tolist():
            found.append(self._new[one])
            found.extend(self._more.get(one, ()))
        parts = [np.array(found, dtype=np.uint64)]
        low = prints.astype(np.uint64) << _LOW
        high = low | np.uint64(0xFFFFFFFF)
        for run in self._sorted:
            starts, ends = run.searchsorted(low), run.searchsorted(high)
            hits = np.flatnonzero(ends > starts)
            parts.extend(run[starts[hit] : ends[hit]] & np.uint64(0xFFFFFFFF) for hit in hits)
        documents, counts = np.unique(np.concatenate(parts), return_counts=True)
        return list(zip(documents.tolist(), counts.tolist(), strict=True))

    def _settle(self) -> None:
        entries = [*self._new.items(), *((one, other) for one, others in self._more.items() for other in others)]
        pairs = np.array(entries, dtype=np.uint64)
        run = pairs[:, 0] << _LOW | pairs[:, 1]
        run.sort()
        while self._sorted and len(self._sorted[-1]) < 4 * len(run):
            run = np.concatenate([self._sorted.pop(), run])
            run.sort(kind="stable")
        self._sorted.append(run)
        self._new, self._more = {}, {}
