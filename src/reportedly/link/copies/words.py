"""A document's words as numbers: what is compared, and where each stands.

A word is a run of letters and digits, told apart neither by case nor by accents: punctuation, kinds of quotation marks
and white space, which sites change freely, never part two copies. Only readable blocks have words. Numbers follow from
the words alone (no seed of the process), so the same documents always give the same copies.
"""

from functools import cache
from typing import NamedTuple
from unicodedata import normalize

import numpy as np
import numpy.typing as npt

from reportedly.model import READABLE, Document

Words64 = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]

SHINGLE = 6
"""Words in a row that make a shingle, the smallest stretch that counts as shared."""

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
    readable = sorted((block.start, block.end, n) for n, block in enumerate(document.blocks) if block.kind in READABLE)
    covered = np.zeros(len(letters), dtype=bool)
    for start, end, _ in readable:
        covered[start + 1 : end + 1] = True
    inside = (letters != 0) & covered
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2], edges[1::2]
    if not len(starts):
        return Words(np.zeros(0, np.uint64), starts, ends, starts)
    lengths = ends - starts
    firsts = np.cumsum(lengths) - lengths
    within = np.arange(int(lengths.sum())) - np.repeat(firsts, lengths)
    numbers = np.add.reduceat(letters[inside] * _steps().take(within, mode="wrap"), firsts)
    blocks = np.array([start for start, _, _ in readable]).searchsorted(starts, side="right")
    return Words(numbers, starts, ends, blocks)


def shingles(numbers: Words64) -> Words64:
    """The number of each run of ``SHINGLE`` words, by its first word; none in a text of fewer words."""
    count = max(len(numbers) - SHINGLE + 1, 0)
    found = np.zeros(count, dtype=np.uint64)
    for step in range(SHINGLE if count else 0):
        found = found * _FACTOR + numbers[step : step + count]
    return _mixed(found)


def fingerprints(of: Words64) -> npt.NDArray[np.uint32]:
    """The sampled shingles that a document is found by, each once: the least of every ``WINDOW`` in a row.

    Winnowing (Schleimer, Wilkerson and Aiken 2003, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD):
    which are kept depends on the words around them only, so two documents that share ``n`` whole windows share at
    least ``n`` windows' fingerprints, wherever the words stand. About ``2 / (WINDOW + 1)`` of all are kept.
    """
    least, span = of, 1
    while span < min(WINDOW, len(of)):
        step = min(span, WINDOW - span, len(of) - span)
        least = np.minimum(least[:-step], least[step:])
        span += step
    return np.unique((least >> np.uint64(32)).astype(np.uint32))


_FACTOR = np.uint64(0x9E3779B97F4A7C15)


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


@cache
def _steps() -> Words64:
    """A factor for each place in a word: with these the sum over its letters is a multilinear hash of the word."""
    return _mixed(np.arange(_BEYOND, _BEYOND + 256, dtype=np.uint64)) | np.uint64(1)
