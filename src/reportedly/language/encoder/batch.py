"""Windows of words as the arrays that the encoder reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reportedly.language.encoder.pieces import WordPieces
from reportedly.language.encoder.shapes import Case, Gap

Integers = npt.NDArray[np.int64]


class Word(NamedTuple):
    """What the encoder sees of a word."""

    pieces: tuple[int, ...]
    case: Case
    gap: Gap


@dataclass(slots=True, frozen=True)
class Batch:
    """``b`` windows of at most ``n`` pieces and ``w`` words, filled up to equal length.

    ``pieces``, ``cases``, ``gaps``, ``mask``: b × n; the mask is 1 where there is a piece. ``first``, ``last``: b × w,
    the place of each word's first and last piece, 0 where there is no word.
    """

    pieces: Integers
    cases: Integers
    gaps: Integers
    mask: Integers
    first: Integers
    last: Integers

    @classmethod
    def of(cls, windows: Sequence[Sequence[Word]], vocabulary: WordPieces) -> "Batch":
        """The batch of ``windows``, none of them empty."""
        width = 2 + max(sum(len(word.pieces) for word in window) for window in windows)
        words = max(map(len, windows))
        pieces = np.full((len(windows), width), vocabulary.padding, dtype=np.int64)
        cases = np.full((len(windows), width), Case.MARKER, dtype=np.int64)
        gaps = np.full((len(windows), width), Gap.START, dtype=np.int64)
        mask = np.zeros((len(windows), width), dtype=np.int64)
        first = np.zeros((len(windows), words), dtype=np.int64)
        last = np.zeros((len(windows), words), dtype=np.int64)
        for row, window in enumerate(windows):
            lengths = np.array([len(word.pieces) for word in window], dtype=np.int64)
            ends = np.cumsum(lengths)
            count = int(ends[-1])
            first[row, : len(window)] = ends - lengths + 1
            last[row, : len(window)] = ends
            pieces[row, 0] = vocabulary.begin
            pieces[row, 1 : count + 1] = list(chain.from_iterable([word.pieces for word in window]))
            pieces[row, count + 1] = vocabulary.end
            cases[row, 1 : count + 1] = np.repeat(np.array([word.case for word in window]), lengths)
            gaps[row, 1 : count + 1] = Gap.JOINED
            gaps[row, first[row, : len(window)]] = [word.gap for word in window]
            mask[row, : count + 2] = 1
        return cls(pieces, cases, gaps, mask, first, last)

    def inputs(self) -> dict[str, Integers]:
        """The arrays by the names of the network's inputs."""
        return {
            "pieces": self.pieces, "cases": self.cases, "gaps": self.gaps, "mask": self.mask,
            "first": self.first, "last": self.last,
        }  # fmt: skip
