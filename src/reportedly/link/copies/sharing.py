"""The words that the two documents of each pair share, worked out for many pairs at once."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from reportedly.link.copies.alignment import Runs, runs
from reportedly.link.copies.side import Side
from reportedly.link.copies.words import Marks, Numbers, Places, running
from reportedly.model import Span


class Shared(NamedTuple):
    """Runs, and all their words one after another: where each is in either text, and where each run begins."""

    runs: Runs
    at_first: Numbers
    at_second: Numbers
    begins: Numbers


class Sharing:
    """What the two documents of each of ``pairs`` share.

    The first documents of all are laid end to end, and the second ones; only what is asked of one pair is cut out.
    ``counts`` are the shared words of each pair, ``quoted`` those of them that both quote, ``crossed`` those that one
    quotes and the other does not.
    """

    def __init__(self, pairs: Sequence[tuple[Side, Side]]) -> None:
        found = runs([(first.seeds, second.seeds) for first, second in pairs])
        self._first, self._second = _row([first for first, _ in pairs]), _row([second for _, second in pairs])
        self._all = shared = _shared(found)
        self._runs = found.first.searchsorted(self._first.begins).tolist()
        self._words = np.append(shared.begins, len(shared.at_first))[self._runs].tolist()
        quoted, also = self._first.quoted[shared.at_first], self._second.quoted[shared.at_second]
        self.counts = np.diff(self._words).tolist()
        self.quoted = np.diff(running(quoted & also)[self._words]).tolist()
        self.crossed = np.diff(running(quoted ^ also)[self._words]).tolist()
        begins, self._spans = _spans(shared, self._first, self._second)
        self._cuts = begins.searchsorted(self._words).tolist()

    def of(self, pair: int) -> Shared:
        """What one pair shares."""
        begin, end = self._runs[pair : pair + 2]
        first, second, length = (part[begin:end] for part in self._all.runs)
        return _shared(Runs(first - self._first.begins[pair], second - self._second.begins[pair], length))

    def spans(self, pair: int) -> tuple[tuple[Span, Span], ...]:
        """The runs of one pair in code points, cut where the two texts differ between words and where a block ends.

        So two spans are always equally long, and lie in one block each.
        """
        begin, end = self._cuts[pair : pair + 2]
        return tuple(
            (Span(a, b), Span(c, d)) for a, b, c, d in zip(*(side[begin:end] for side in self._spans), strict=True)
        )


class _Row(NamedTuple):
    """Documents one after another: where each begins, the last one ends, and what is told of each of their words."""

    begins: Numbers
    starts: Places
    ends: Places
    blocks: Places
    quoted: Marks


def _row(sides: list[Side]) -> _Row:
    columns = zip(*((*side.words[1:], side.quoted) for side in sides), strict=True)
    return _Row(np.cumsum([0, *map(len, sides)]), *map(np.concatenate, columns))


def _shared(found: Runs) -> Shared:
    begins = np.cumsum(found.length) - found.length
    steps = np.arange(int(found.length.sum()))
    at_first = np.repeat(found.first - begins, found.length) + steps
    return Shared(found, at_first, np.repeat(found.second - begins, found.length) + steps, begins)


def _spans(shared: Shared, first: _Row, second: _Row) -> tuple[Numbers, list[list[int]]]:
    """With which shared words spans begin; for each where it starts and ends in the first and in the second text."""
    one, other = shared.at_first, shared.at_second
    starts, others = first.starts[one], second.starts[other]
    blocks, other_blocks = first.blocks[one], second.blocks[other]
    apart = others - starts
    cuts = np.ones(len(one) + 1, dtype=bool)
    cuts[1:-1] = (apart[1:] != apart[:-1]) | (blocks[1:] != blocks[:-1]) | (other_blocks[1:] != other_blocks[:-1])
    cuts[shared.begins] = True
    begins = np.flatnonzero(cuts)
    begins, last = begins[:-1], begins[1:] - 1
    sides = (starts[begins], first.ends[one[last]], others[begins], second.ends[other[last]])
    return begins, [side.tolist() for side in sides]
