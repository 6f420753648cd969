"""Which documents have which fingerprints, in eight bytes each.

Sorted arrays of powers of ten in size, merged as they fill up (the logarithmic method: Bentley and Saxe 1980,
"Decomposable searching problems I", J. Algorithms 1): adding costs about the same however many documents are in.
"""

import numpy as np
import numpy.typing as npt

_MOST_NEW = 100_000
"""Postings that are kept in a dictionary, which is quick to add to, before they go into a sorted array."""

_LOW = np.uint64(32)


class Postings:
    """Fingerprint to the numbers of the documents that have it."""

    def __init__(self) -> None:
        self._new: dict[int, list[int]] = {}
        self._new_count = 0
        self._sorted: list[npt.NDArray[np.uint64]] = []

    def add(self, prints: npt.NDArray[np.uint32], document: int) -> None:
        """Enter ``document`` under each of ``prints``."""
        for one in prints.tolist():
            self._new.setdefault(one, []).append(document)
        self._new_count += len(prints)
        if self._new_count >= _MOST_NEW:
            self._settle()

    def shared(self, prints: npt.NDArray[np.uint32]) -> list[tuple[int, int]]:
        """The documents that have any of ``prints``, in order, and how many of them."""
        new = self._new
        found = [document for one in prints.tolist() if one in new for document in new[one]]
        parts = [np.array(found, dtype=np.uint64)]
        low = prints.astype(np.uint64) << _LOW
        high = low | np.uint64(0xFFFFFFFF)
        for run in self._sorted:
            starts, ends = run.searchsorted(low), run.searchsorted(high)
            hits = np.flatnonzero(ends > starts)
            parts.extend(run[starts[hit] : ends[hit]] & np.uint64(0xFFFFFFFF) for hit in hits)
        documents, counts = np.unique(np.concatenate(parts), return_counts=True)
        return list(zip(documents.tolist(), counts.tolist(), strict=True))

    def nbytes(self) -> int:
        """Bytes of the sorted arrays."""
        return sum(run.nbytes for run in self._sorted)

    def _settle(self) -> None:
        run = np.array(
            [one << 32 | document for one, documents in self._new.items() for document in documents], dtype=np.uint64
        )
        run.sort()
        while self._sorted and len(self._sorted[-1]) < 4 * len(run):
            run = np.concatenate([self._sorted.pop(), run])
            run.sort(kind="stable")
        self._sorted.append(run)
        self._new, self._new_count = {}, 0
