"""Which words of two documents are the same: maximal runs, longest first, no word twice.

Greedy string tiling (Wise 1993, "String similarity via greedy string tiling and running Karp-Rabin matching"), over
shingles: a run is at least ``SHINGLE`` words long. It finds words that were moved as well as those that stayed.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reportedly.link.copies.words import SHINGLE, Numbers, Words64


class Seeds(NamedTuple):
    """Shingles in order of their numbers, where each stands, and whether any comes again.

    How many of the same stand before a shingle is mixed into its number, so all are different.
    """

    numbers: Words64
    at: Numbers
    again: bool


class Runs(NamedTuple):
    """``length`` words that are the same, from word ``first`` of the one and word ``second`` of the other on.

    One entry a run, in order of ``first``.
    """

    first: Numbers
    second: Numbers
    length: Numbers


def seeds(numbers: Words64) -> Seeds:
    """Shingles made ready to be matched with another document's."""
    at = numbers.argsort(kind="stable")
    ordered = numbers[at]
    same = ordered[1:] == ordered[:-1]
    if not same.any():
        return Seeds(ordered, at, again=False)
    steps = np.arange(len(numbers))
    steps[1:][same] = 0
    return Seeds(ordered + (np.arange(len(numbers)) - np.maximum.accumulate(steps)).astype(np.uint64), at, again=True)


def runs(first: Words64, second: Words64, seeds_first: Seeds, seeds_second: Seeds) -> Runs:
    """The words that ``first`` and ``second`` share; the seeds are those of their shingles."""
    found = _seeded(seeds_first, seeds_second)
    if seeds_first.again or seeds_second.again:
        # Only a shingle that comes again can end a run before the words differ.
        found = _maximal(found, first, second)
    return _tiled(found, len(first), len(second))


def _seeded(first: Seeds, second: Seeds) -> Runs:
    """Runs of shared shingles. One that stands several times in a text pairs with its namesakes in order."""
    if len(first.numbers) > len(second.numbers):
        at_second, at_first = _matched(second, first)
    else:
        at_first, at_second = _matched(first, second)
    # One number for each pair of places, such that those of a run follow each other without a gap.
    apart = len(first.numbers)
    ways = (at_second - at_first + apart) << 32 | at_first
    ways.sort()
    begins = np.flatnonzero(np.concatenate([ways[:1] >= 0, ways[1:] - ways[:-1] != 1]))
    firsts = ways[begins] & 0xFFFFFFFF
    seconds = (ways[begins] >> 32) - apart + firsts
    lengths = np.append(begins[1:], len(ways)) - begins + (SHINGLE - 1)
    order = firsts.argsort(kind="stable")
    return Runs(firsts[order], seconds[order], lengths[order])


def _matched(fewer: Seeds, more: Seeds) -> tuple[Numbers, Numbers]:
    if not len(fewer.numbers):
        return fewer.at, fewer.at
    places = more.numbers.searchsorted(fewer.numbers)
    same = more.numbers.take(places, mode="clip") == fewer.numbers
    return fewer.at[same], more.at[places[same]]


def _maximal(found: Runs, first: Words64, second: Words64) -> Runs:
    before = (found.first > 0) & (found.second > 0) & (first[found.first - 1] == second[found.second - 1])
    ends, others = found.first + found.length, found.second + found.length
    after = (ends < len(first)) & (others < len(second))
    after &= first.take(ends, mode="clip") == second.take(others, mode="clip")
    if not (before | after).any():
        return found
    places = zip(found.first.tolist(), found.second.tolist(), found.length.tolist(), strict=True)
    return _of(sorted({_grown(start, other, length, first, second) for start, other, length in places}))


def _grown(start: int, other: int, length: int, first: Words64, second: Words64) -> tuple[int, int, int]:
    end, apart = start + length, other - start
    while start > 0 and start + apart > 0 and first[start - 1] == second[start - 1 + apart]:
        start -= 1
    while end < len(first) and end + apart < len(second) and first[end] == second[end + apart]:
        end += 1
    return start, start + apart, end - start


def _tiled(found: Runs, count_first: int, count_second: int) -> Runs:
    """``found``, in which runs that compete for words are served longest first; ties by place."""
    competing = _overlapping(found.first, found.length) | _overlapping(found.second, found.length)
    if not competing.any():
        return found
    free_first, free_second = np.ones(count_first, dtype=bool), np.ones(count_second, dtype=bool)
    first, second, length = (part[competing] for part in found)
    order = np.lexsort((second, first, -length))
    taken = [part[~competing] for part in found]
    parts: list[tuple[int, int, int]] = []
    for run in zip(first[order].tolist(), second[order].tolist(), length[order].tolist(), strict=True):
        for at_first, at_second, words in _free(*run, free_first, free_second):
            free_first[at_first : at_first + words] = False
            free_second[at_second : at_second + words] = False
            parts.append((at_first, at_second, words))
    columns = [np.concatenate(both) for both in zip(taken, _of(parts), strict=True)]
    order = columns[0].argsort()
    return Runs(*(column[order] for column in columns))


def _overlapping(starts: Numbers, lengths: Numbers) -> npt.NDArray[np.bool_]:
    """Which stretches of one text have a word in common with another."""
    order = starts.argsort()
    begins = starts[order]
    over = begins[1:] < np.maximum.accumulate(begins + lengths[order])[:-1]
    marks = np.zeros(len(starts), dtype=bool)
    marks[order[1:]] = over
    marks[order[:-1]] |= begins[1:] < (begins + lengths[order])[:-1]
    return marks


def _free(
    first: int, second: int, length: int, free_first: npt.NDArray[np.bool_], free_second: npt.NDArray[np.bool_]
) -> list[tuple[int, int, int]]:
    """The parts of a run that no longer run has taken, as far as they are long enough."""
    free = free_first[first : first + length] & free_second[second : second + length]
    if free.all():
        return [(first, second, length)]
    edges = np.flatnonzero(np.diff(free, prepend=False, append=False))
    return [
        (first + start, second + start, end - start)
        for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
        if end - start >= SHINGLE
    ]


def _of(found: list[tuple[int, int, int]]) -> Runs:
    columns = np.array(found, dtype=np.int64).reshape(-1, 3)
    return Runs(columns[:, 0], columns[:, 1], columns[:, 2])
