"""A document's words as numbers: what is compared, and where each stands.

A word is a run of letters and digits, told apart neither by case nor by accents: punctuation, kinds of quotation marks
and white space, which sites change freely, never part two copies. Only readable blocks have words. Numbers follow from
the words alone (no seed of the process), so the same documents always give the same copies.
"""

from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize

import numpy as np
import numpy.typing as npt

from reportedly.model import READABLE, Document

Words64 = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int32]
Marks = npt.NDArray[np.bool_]

SHINGLE = 6
"""Words in a row that make a shingle, the smallest stretch that counts as shared."""

PASSAGE = 24
"""Words in a row that are no set phrase, which two documents may both use: those have 8 to 20."""

NOTHING = np.uint64(0xFFFFFFFFFFFFFFFF)
"""Stands for a shingle that leaves no fingerprint."""

WINDOW = 10
"""Shingles in a row of which one is kept as a fingerprint."""

_BEYOND = 0xFFFF
"""Stands for all characters beyond the Basic Multilingual Plane: symbols and scripts that English does not use."""


class Words(NamedTuple):
    """The words of a document in order: their numbers, where each starts and ends, which readable block it is in."""

    numbers: Words64
    starts: Places
    ends: Places
    blocks: Places


def words(document: Document) -> Words:
    """The words of the readable blocks of ``document``; starts and ends are code points of its text."""
    letters = _letters().take(_code_points(document.text), mode="clip")
    readable = sorted((block.start, block.end) for block in document.blocks if block.kind in READABLE)
    read = 0
    for start, end in readable:
        letters[read : start + 1] = 0
        read = max(read, end + 1)
    letters[read:] = 0
    inside = letters != 0
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2], edges[1::2]
    powers, inverses = _powers(1 << len(letters).bit_length())
    sums = np.cumsum(letters * powers[: len(letters)], dtype=np.uint64)
    blocks = np.array([start for start, _ in readable], dtype=np.int64).searchsorted(starts, side="right")
    numbers = (sums[ends] - sums[starts]) * inverses[starts]
    return Words(numbers, starts.astype(np.int32), ends.astype(np.int32), blocks.astype(np.int32))


def shingles(numbers: Words64, length: int = SHINGLE) -> Words64:
    """The number of each run of ``length`` words, by its first word; none in a text of fewer words."""
    count = max(len(numbers) - length + 1, 0)
    powers, inverses = _powers(1 << len(numbers).bit_length())
    sums = np.zeros(len(numbers) + 1, dtype=np.uint64)
    np.cumsum(numbers * powers[: len(numbers)], out=sums[1:])
    return _mixed((sums[length : length + count] - sums[:count]) * inverses[:count])


def fingerprints(of: Words64, marked: Marks | None = None) -> Words64:
    """The sampled shingles that a document is found by, each once: the least of every ``WINDOW`` in a row.

    Each is 32 bits of the shingle and, as the lowest bit, whether it is marked. Winnowing (Schleimer, Wilkerson and
    Aiken 2003, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD): which are kept depends on the words
    around them only, so two documents that share ``n`` whole windows share at least ``n`` windows' fingerprints,
    wherever the words stand. About ``2 / (WINDOW + 1)`` of all are kept.
    """
    least = of >> np.uint64(32) << np.uint64(1)
    if marked is not None:
        least |= marked
    span = 1
    while span < min(WINDOW, len(of)):
        step = min(span, WINDOW - span, len(of) - span)
        least = np.minimum(least[:-step], least[step:])
        span += step
    least = np.concatenate([least[:1], least[1:][least[1:] != least[:-1]]])
    least = least[least < NOTHING >> np.uint64(32) << np.uint64(1)]
    least.sort()
    known = least >> np.uint64(1)
    return np.concatenate([least[:1], least[1:][known[1:] != known[:-1]]])


_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(int(_FACTOR), -1, 1 << 64))


def _mixed(values: Words64) -> Words64:
    """SplitMix64's finalizer (Steele, Lea and Flood 2014): every bit of the value moves every bit of the number."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _code_points(text: str) -> npt.NDArray[np.uint32]:
    """The code points of ``text`` between two spaces, so that every word has two edges."""
    return np.frombuffer(f" {text} ".encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


@cache
def _letters() -> Words64:
    """For each code point the number of its letter or digit, without case and accents; 0 for what is in no word."""
    table = np.zeros(_BEYOND + 1, dtype=np.uint64)
    for point in range(_BEYOND):
        if (char := chr(point)).isalnum():
            table[point] = ord(normalize("NFD", char)[0].lower()[0])
    return np.where(table > 0, _mixed(table), np.uint64(0))


@lru_cache(maxsize=4)
def _powers(count: int) -> tuple[Words64, Words64]:
    """The first ``count`` powers of an odd factor, and of its inverse modulo 2 ** 64.

    With these a word's polynomial hash is a difference of two running sums, whatever stands before it.
    """
    factor, inverse = (np.full(count, value, dtype=np.uint64) for value in (_FACTOR, _INVERSE))
    factor[0] = inverse[0] = 1
    return np.multiply.accumulate(factor), np.multiply.accumulate(inverse)


def marked(bounds: list[tuple[int, int]], words: Words) -> Marks:
    """For each of ``words`` whether it starts in one of ``bounds``, in code points."""
    marks = np.zeros(len(words.starts), dtype=bool)
    if bounds:
        for start, end in words.starts.searchsorted(np.array(bounds, dtype=np.int32)).tolist():
            marks[start:end] = True
    return marks
