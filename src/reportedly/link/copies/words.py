"""Words as numbers: what is compared, and where each stands.

A word is a run of letters and digits, told apart neither by case nor by accents: punctuation, kinds of quotation marks
and white space, which sites change freely, never part two copies. Only readable blocks have words. Numbers follow from
the words alone (no seed of the process), so the same documents always give the same copies.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Words64 = npt.NDArray[np.uint64]
Points = npt.NDArray[np.uint32]
Places = npt.NDArray[np.int32]
Marks = npt.NDArray[np.bool_]

SHINGLE = 6
"""Words in a row that make a shingle, the smallest stretch that counts as shared."""

PASSAGE = 24
"""Words in a row that are no set phrase, which two documents may both use: those have 8 to 20."""

_BEYOND = 0xFFFF
"""Stands for all characters beyond the Basic Multilingual Plane: symbols and scripts that English does not use."""


class Blocks(NamedTuple):
    """Readable blocks in order: where each starts and ends in code points, of which kind and in which document."""

    starts: Places
    ends: Places
    kinds: Sequence[str]
    documents: Sequence[int]


class Words(NamedTuple):
    """Words in order: their numbers, where each starts and ends in code points, which readable block it is in."""

    numbers: Words64
    starts: Places
    ends: Places
    blocks: Places


def code_points(text: str) -> Points:
    """The code points of ``text``."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def words(points: Points, blocks: Blocks) -> Words:
    """The words of the ``blocks`` of a text. A blank stands at either end of the text."""
    letters = _letters().take(points, mode="clip")
    read = 0
    for start, end in zip(blocks.starts.tolist(), blocks.ends.tolist(), strict=True):
        letters[read:start] = 0
        read = max(read, end)
    letters[read:] = 0
    inside = letters != 0
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    powers, inverses = _powers(len(letters))
    letters *= powers
    sums = letters.cumsum(out=letters)[edges]
    # Mixed, or what two letters add to a word and take from the next would leave the sum of a shingle as it was.
    numbers = _mixed((sums[1::2] - sums[::2]) * inverses[edges[::2]])
    starts, ends = (edges + 1).astype(np.int32).reshape(-1, 2).T
    firsts = np.concatenate([[0], starts.searchsorted(blocks.starts), [len(starts)]])
    return Words(numbers, starts, ends, np.repeat(np.arange(len(firsts) - 1, dtype=np.int32), np.diff(firsts)))


def shingles(numbers: Words64, length: int = SHINGLE) -> Words64:
    """The number of each run of ``length`` words, by its first word; none in a text of fewer words."""
    count = max(len(numbers) - length + 1, 0)
    powers, inverses = _powers(len(numbers))
    sums = np.zeros(len(numbers) + 1, dtype=np.uint64)
    np.cumsum(numbers * powers, out=sums[1:])
    return _mixed((sums[length : length + count] - sums[:count]) * inverses[:count])


_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(int(_FACTOR), -1, 1 << 64))


def _mixed(values: Words64) -> Words64:
    """SplitMix64's finalizer (Steele, Lea and Flood 2014): every bit of the value moves every bit of the number."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


@cache
def _letters() -> Words64:
    """For each code point the number of its letter or digit, without case and accents; 0 for what is in no word."""
    table = np.zeros(_BEYOND + 1, dtype=np.uint64)
    for point in range(_BEYOND):
        if (char := chr(point)).isalnum():
            table[point] = ord(normalize("NFD", char)[0].lower()[0])
    return np.where(table > 0, _mixed(table), np.uint64(0))


def _powers(count: int) -> tuple[Words64, Words64]:
    """The first ``count`` powers of an odd factor, and of its inverse modulo 2 ** 64.

    With these a word's polynomial hash is a difference of two running sums, whatever stands before it.
    """
    powers, inverses = _powers_up_to(1 << max(count.bit_length(), 17))
    return powers[:count], inverses[:count]


@cache
def _powers_up_to(count: int) -> tuple[Words64, Words64]:
    factor, inverse = (np.full(count, value, dtype=np.uint64) for value in (_FACTOR, _INVERSE))
    factor[0] = inverse[0] = 1
    return np.multiply.accumulate(factor), np.multiply.accumulate(inverse)


def marked(bounds: Sequence[tuple[int, int]], words: Words) -> Marks:
    """For each of ``words`` whether it starts in one of ``bounds``, in code points."""
    marks = np.zeros(len(words.starts), dtype=bool)
    if bounds:
        for start, end in words.starts.searchsorted(np.array(bounds, dtype=np.int32)).tolist():
            marks[start:end] = True
    return marks


def changed(values: npt.NDArray[np.generic]) -> Marks:
    """Which of ``values`` are not the same as the one before."""
    marks = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=marks[1:])
    return marks


def running(marks: Marks) -> Numbers:
    """How many are marked before each of ``marks``, and in all."""
    sums = np.zeros(len(marks) + 1, dtype=np.int64)
    np.cumsum(marks, out=sums[1:])
    return sums
