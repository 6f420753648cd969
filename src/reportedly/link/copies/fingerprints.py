"""The sampled shingles that documents are found by, in eight bytes each: 31 bits of the shingle, then whose it is."""

import numpy as np

from reportedly.link.copies.words import Marks, Numbers, Places, Words64, changed

WINDOW = 10
"""Shingles in a row of which one is kept as a fingerprint."""

KEPT = 2 / (WINDOW + 1)
"""The share of shingles that winnowing keeps, by expectation."""

HALF = np.uint64(32)
ONE = np.uint64(1)
WHOSE = np.uint64(0xFFFFFFFF)
"""The part of a fingerprint that tells whose it is: the document's number above the mark."""

_NOTHING = np.uint32(0xFFFFFFFE)


def fingerprints(
    of: Words64, length: int, marked: Marks, aside: Marks, left: Places, documents: Numbers, whole: Marks | None = None
) -> Words64:
    """The fingerprints of documents that stand one after another, sorted, each once for a document.

    ``of`` are the shingles of ``length`` words, by their first words. The other arrays have one entry for each word:
    whether the shingle that begins there is ``marked``, or put ``aside`` and has no fingerprint, how many words its
    document has ``left`` from there on, the document's number, and whether the ``whole`` of its document is kept. The
    highest 31 bits of a fingerprint are those of
    the shingle; the document's number stands above the lowest bit, which is the mark. A document of fewer than
    ``WINDOW`` words has no fingerprints.

    Winnowing (Schleimer, Wilkerson and Aiken 2003, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD):
    the least of every ``WINDOW`` in a row is kept. Which are kept depends on the words around them only, so two
    documents that share ``n`` whole windows share at least ``n`` windows' fingerprints, wherever the words stand.
    About ``KEPT`` of all are kept; what is kept of a whole document holds what would be kept of a part.
    """
    count = len(of)
    least = np.full(len(left) + WINDOW - 1, _NOTHING)
    least[:count] = of >> HALF + ONE
    least[:count] <<= 1
    least[:count] |= marked[:count]
    least[: len(left)][(left < length) | aside] = _NOTHING
    each = least[: len(left)]
    span = 1
    while span < WINDOW:
        step = min(span, WINDOW - span)
        least = np.minimum(least[:-step], least[step:])
        span += step
    # All windows lie within a document; one that is shorter than its first window has that one alone.
    needed = np.full(len(left), length + WINDOW - 1, dtype=np.int32)
    needed[:1] = needed[1:][left[:-1] == 1] = max(length, WINDOW)
    kept = (left >= needed) & (least < _NOTHING)
    kept[1:] &= (least[1:] != least[:-1]) | (left[:-1] == 1)
    if whole is not None:
        kept = np.where(whole, each < _NOTHING, kept)
        least = np.where(whole, each, least)
    of, whose = least[kept].astype(np.uint64), documents[kept].astype(np.uint64)
    prints: Words64 = of >> ONE << HALF | whose << ONE | of & ONE
    prints.sort()
    return prints[changed(prints >> ONE)]


def documents_of(prints: Words64) -> Numbers:
    """Whose each of ``prints`` is."""
    return ((prints & WHOSE) >> ONE).astype(np.int64)
