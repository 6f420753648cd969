"""Windows of words as the arrays that the encoder reads."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.language.encoder.pieces import WordPieces
from reportedly.language.encoder.shapes import Case, Gap

Integers = npt.NDArray[np.int64]


@dataclass(slots=True, frozen=True)
class Word:
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
            numbers = [vocabulary.begin]
            case: list[int] = [Case.MARKER]
            gap: list[int] = [Gap.START]
            for i, word in enumerate(window):
                first[row, i] = len(numbers)
                numbers.extend(word.pieces)
                last[row, i] = len(numbers) - 1
                case.extend([word.case] * len(word.pieces))
                gap.append(word.gap)
                gap.extend([Gap.JOINED] * (len(word.pieces) - 1))
            numbers.append(vocabulary.end)
            pieces[row, : len(numbers)] = numbers
            cases[row, : len(case)] = case
            gaps[row, : len(gap)] = gap
            mask[row, : len(numbers)] = 1
        return cls(pieces, cases, gaps, mask, first, last)

    def inputs(self) -> dict[str, Integers]:
        """The arrays by the names of the network's inputs."""
        return {
            "pieces": self.pieces, "cases": self.cases, "gaps": self.gaps, "mask": self.mask,
            "first": self.first, "last": self.last,
        }  # fmt: skip
