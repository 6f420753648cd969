"""Which words of two documents are the same: maximal runs, longest first, no word twice; for many pairs at once.

Greedy string tiling (Wise 1993, "String similarity via greedy string tiling and running Karp-Rabin matching"), over
shingles: a run is at least ``SHINGLE`` words long. It finds words that were moved as well as those that stayed.
"""

from collections.abc import Iterator, Sequence
from operator import or_
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reportedly.link.copies.words import SHINGLE, Numbers, Words64, changed


class Seeds(NamedTuple):
    """A text's words, and its shingles in order of their numbers, where each stands, and whether any comes again.

    How many of the same stand before a shingle is mixed into its number, so all are different.
    """

    words: Words64
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


def seeds(words: Words64, shingles: Words64) -> Seeds:
    """Words and their shingles made ready to be matched with another text's."""
    at = shingles.argsort(kind="stable")
    ordered = shingles[at]
    same = ordered[1:] == ordered[:-1]
    if not same.any():
        return Seeds(words, ordered, at, again=False)
    steps = np.arange(len(ordered))
    earlier = steps.copy()
    earlier[1:][same] = 0
    return Seeds(words, ordered + (steps - np.maximum.accumulate(earlier)).astype(np.uint64), at, again=True)


def runs(pairs: Sequence[tuple[Seeds, Seeds]]) -> Runs:
    """The words that the texts of each pair share: all first texts count as one, and all second texts."""
    # A number that no word has ends each text, another one in the first and in the second: no run goes on past it.
    first, begins_first = _laid([one.words for one, _ in pairs], 0)
    second, begins_second = _laid([other.words for _, other in pairs], 1)
    found = _seeded(pairs, begins_first, begins_second)
    if any(one.again or other.again for one, other in pairs):
        # Only a shingle that comes again can end a run before the words differ.
        found = _maximal(found, first, second)
    found = _tiled(found, len(first), len(second))
    ended = begins_first.searchsorted(found.first, side="right") - 1
    return Runs(found.first - ended, found.second - ended, found.length)


def _laid(texts: list[Words64], end: int) -> tuple[Words64, Numbers]:
    """``texts`` one after another, each followed by ``end``, and where each begins."""
    stop = np.array([end], dtype=np.uint64)
    lengths = np.array([len(text) + 1 for text in texts])
    return np.concatenate([part for text in texts for part in (text, stop)]), np.cumsum(lengths) - lengths


def _seeded(pairs: Sequence[tuple[Seeds, Seeds]], begins_first: Numbers, begins_second: Numbers) -> Runs:
    """Runs of shared shingles. One that stands several times in a text pairs with its namesakes in order."""
    matched = [_matched(one, other) for one, other in pairs]
    counts = [len(at) for at, _ in matched]
    at_first = np.concatenate([at for at, _ in matched]) + np.repeat(begins_first, counts)
    at_second = np.concatenate([at for _, at in matched]) + np.repeat(begins_second, counts)
    # A shingle has one fellow at most, so going through the first texts meets each run whole.
    fellows = np.full(int(begins_first[-1]) + len(pairs[-1][0].words), -1)
    fellows[at_first] = at_second
    places = np.flatnonzero(fellows >= 0)
    others = fellows[places]
    steps = np.arange(len(places))
    first = np.flatnonzero(changed(places - steps) | changed(others - steps))
    return Runs(places[first], others[first], np.diff(first, append=len(places)) + (SHINGLE - 1))


def _matched(one: Seeds, other: Seeds) -> tuple[Numbers, Numbers]:
    """Where in either text the shingles stand that both have."""
    if len(one.numbers) > len(other.numbers):
        at_other, at_one = _matched(other, one)
        return at_one, at_other
    if not len(one.numbers):
        return one.at, one.at
    places = other.numbers.searchsorted(one.numbers)
    same = other.numbers.take(places, mode="clip") == one.numbers
    return one.at[same], other.at[places[same]]


def _maximal(found: Runs, first: Words64, second: Words64) -> Runs:
    before = (found.first > 0) & (found.second > 0) & (first[found.first - 1] == second[found.second - 1])
    after = first[found.first + found.length] == second[found.second + found.length]
    grows = before | after
    if not grows.any():
        return found
    places = zip(*(part[grows].tolist() for part in found), strict=True)
    grown = _of(sorted({_grown(start, other, length, first, second) for start, other, length in places}))
    columns = [np.concatenate(both) for both in zip((part[~grows] for part in found), grown, strict=True)]
    order = np.lexsort(columns[1::-1])
    return Runs(*(column[order] for column in columns))


def _grown(start: int, other: int, length: int, first: Words64, second: Words64) -> tuple[int, int, int]:
    end, apart = start + length, other - start
    while start > 0 and start + apart > 0 and first[start - 1] == second[start - 1 + apart]:
        start -= 1
    while first[end] == second[end + apart]:
        end += 1
    return start, start + apart, end - start


def _tiled(found: Runs, count_first: int, count_second: int) -> Runs:
    """``found``, in which runs that compete for words are served longest first; ties by place."""
    competing = _overlapping(found.first, found.length) | _overlapping(found.second, found.length)
    if not competing.any():
        return found
    first, second, length = (part[competing] for part in found)
    order = np.lexsort((second, first, -length))
    taken_first, taken_second = bytearray(count_first), bytearray(count_second)
    parts: list[tuple[int, int, int]] = []
    for start, other, words in zip(first[order].tolist(), second[order].tolist(), length[order].tolist(), strict=True):
        taken = map(or_, taken_first[start : start + words], taken_second[other : other + words])
        for at, free in _free(bytes(taken)):
            taken_first[start + at : start + at + free] = taken_second[other + at : other + at + free] = b"\1" * free
            parts.append((start + at, other + at, free))
    alone = (part[~competing] for part in found)
    columns = [np.concatenate(both) for both in zip(alone, _of(parts), strict=True)]
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


def _free(taken: bytes) -> Iterator[tuple[int, int]]:
    """Where in a run the words are, and how many in a row, that no longer run has taken, as far as they are enough."""
    at = 0
    for free in taken.split(b"\1"):
        if len(free) >= SHINGLE:
            yield at, len(free)
        at += len(free) + 1


def _of(found: list[tuple[int, int, int]]) -> Runs:
    columns = np.array(found, dtype=np.int64).reshape(-1, 3)
    return Runs(columns[:, 0], columns[:, 1], columns[:, 2])
