"""Which words of two documents are the same: maximal runs, longest first, no word twice.

Greedy string tiling (Wise 1993, "String similarity via greedy string tiling and running Karp-Rabin matching"), over
shingles: a run is at least ``SHINGLE`` words long. It finds words that were moved as well as those that stayed.
"""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reportedly.link.copies.words import SHINGLE, Words64


class Run(NamedTuple):
    """``length`` words that are the same, from word ``first`` of the one and word ``second`` of the other on."""

    first: int
    second: int
    length: int


def runs(first: Words64, second: Words64, seeds_first: Words64, seeds_second: Words64) -> list[Run]:
    """The words that ``first`` and ``second`` share, in order of ``first``; the seeds are their ranked shingles."""
    longest = sorted({_maximal(run, first, second) for run in _seeds(seeds_first, seeds_second)}, key=_longest_first)
    if _disjoint(longest):
        return sorted(longest)
    free_first, free_second = np.ones(len(first), dtype=bool), np.ones(len(second), dtype=bool)
    found: list[Run] = []
    for run in longest:
        for part in _free(run, free_first, free_second):
            free_first[part.first : part.first + part.length] = False
            free_second[part.second : part.second + part.length] = False
            found.append(part)
    return sorted(found)


def _disjoint(found: list[Run]) -> bool:
    firsts = sorted((run.first, run.first + run.length) for run in found)
    seconds = sorted((run.second, run.second + run.length) for run in found)
    return all(one[1] <= other[0] for side in (firsts, seconds) for one, other in pairwise(side))


def _longest_first(run: Run) -> tuple[int, int, int]:
    return (-run.length, run.first, run.second)


def _seeds(first: Words64, second: Words64) -> list[Run]:
    """Runs of shared shingles. One that stands several times in a text pairs with its namesakes in order."""
    _, at_first, at_second = np.intersect1d(first, second, assume_unique=True, return_indices=True)
    order = np.lexsort((at_first, at_second - at_first))
    at_first, at_second = at_first[order], at_second[order]
    breaks = np.flatnonzero((np.diff(at_first) != 1) | (np.diff(at_second) != 1)) + 1
    bounds = [0, *breaks.tolist(), len(at_first)] if len(at_first) else []
    return [
        Run(int(at_first[start]), int(at_second[start]), end - start + SHINGLE - 1) for start, end in pairwise(bounds)
    ]


def ranked(numbers: Words64) -> Words64:
    """``numbers`` with how many of the same stand before each mixed in: all different."""
    order = numbers.argsort(kind="stable")
    ordered = numbers[order]
    steps = np.arange(len(numbers))
    steps[1:][ordered[1:] == ordered[:-1]] = 0
    ranked = np.empty_like(numbers)
    ranked[order] = ordered + (np.arange(len(numbers)) - np.maximum.accumulate(steps)).astype(np.uint64)
    return ranked


def _maximal(run: Run, first: Words64, second: Words64) -> Run:
    start, end = run.first, run.first + run.length
    apart = run.second - run.first
    while start > 0 and start + apart > 0 and first[start - 1] == second[start - 1 + apart]:
        start -= 1
    while end < len(first) and end + apart < len(second) and first[end] == second[end + apart]:
        end += 1
    return Run(start, start + apart, end - start)


def _free(run: Run, free_first: npt.NDArray[np.bool_], free_second: npt.NDArray[np.bool_]) -> list[Run]:
    """The parts of ``run`` that no longer run has taken, as far as they are long enough."""
    free = free_first[run.first : run.first + run.length] & free_second[run.second : run.second + run.length]
    if free.all():
        return [run]
    edges = np.flatnonzero(np.diff(free, prepend=False, append=False))
    return [
        Run(run.first + start, run.second + start, end - start)
        for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
        if end - start >= SHINGLE
    ]
