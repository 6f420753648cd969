"""From scores of BIO tags to spans: the best sequence that is well formed (Viterbi 1967)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

FORBIDDEN = -1e4


def transitions(tags: Sequence[str]) -> npt.NDArray[np.float32]:
    """t × t: 0 where the column may follow the row, else ``FORBIDDEN``. "I-X" follows "B-X" and "I-X" only."""
    table = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for before, earlier in enumerate(tags):
        for after, later in enumerate(tags):
            if later.startswith("I-") and earlier not in ("B-" + later[2:], later):
                table[before, after] = FORBIDDEN
    return table


def best_tags(
    scores: npt.NDArray[np.float32], borders: Sequence[int], table: npt.NDArray[np.float32], tags: Sequence[str]
) -> list[int]:
    """The best well-formed sequence for ``n × t`` scores; no span crosses ``borders``: 0, where sentences begin, n.

    The best tag of each word by itself is nearly always well formed already; only sentences where it is not are
    worked out.
    """
    begins = np.array([tag.startswith("I-") for tag in tags])
    greedy = scores.argmax(axis=1)
    wrong = np.concatenate(([False], table[greedy[:-1], greedy[1:]] < 0))
    wrong[borders[:-1]] = begins[greedy[borders[:-1]]]
    best: list[int] = greedy.tolist()
    if wrong.any():
        for first, last in pairwise(borders):
            if wrong[first:last].any():
                best[first:last] = _viterbi(scores[first:last], table, np.where(begins, FORBIDDEN, 0.0))
    return best


def _viterbi(
    scores: npt.NDArray[np.float32], table: npt.NDArray[np.float32], start: npt.NDArray[np.float64]
) -> list[int]:
    score = scores[0] + start
    back = np.zeros(scores.shape, dtype=np.intp)
    columns = np.arange(scores.shape[1])
    for position in range(1, len(scores)):
        through = score[:, None] + table
        through.argmax(axis=0, out=back[position])
        score = through[back[position], columns] + scores[position]
    found = [int(score.argmax())]
    for position in range(len(scores) - 1, 0, -1):
        found.append(int(back[position, found[-1]]))
    return found[::-1]


def spans(numbers: Sequence[int], tags: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Label, first word and word after the last of each span in a well-formed sequence."""
    start = None
    outside = tags.index("O")
    for position, number in enumerate([*numbers, outside]):
        if start is None and number == outside:
            continue
        tag = tags[number]
        if start is not None and not tag.startswith("I-"):
            yield tags[numbers[start]][2:], start, position
            start = None
        if tag.startswith("B-"):
            start = position
