"""The map from the characters of a text back to the bytes it was made from."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from reportedly.model._record import Span


class Run(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """``[start, end)`` in code points of the text was made from ``[first, last)`` in bytes of the capture.

    Where both are equally long the map is one to one; otherwise the run is one unit (a curly quote of three bytes,
    an HTML entity, a decoded JSON escape) and only its ends are exact.
    """

    start: int
    end: int
    first: int
    last: int


def overlapping(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    """Those of the sorted ``runs`` that share a position with ``[start, end)`` of the text, in order."""
    index = max(bisect_right(runs, start, key=lambda run: run.start) - 1, 0)
    while index < len(runs) and runs[index].start < end:
        if runs[index].end > start:
            yield runs[index]
        index += 1


def located(runs: Sequence[Run], span: Span) -> Span | None:
    """The bytes that the characters of ``span`` were made from; ``None`` where none of them has bytes of its own.

    Where a span ends inside a unit of several bytes (an entity, an escape) the whole unit is taken.
    """
    if len(span) == 0:
        return None
    first, last = -1, -1
    for run in overlapping(runs, span.start, span.end):
        exact = run.end - run.start == run.last - run.first
        low = run.first + max(span.start - run.start, 0) if exact else run.first
        high = run.last - max(run.end - span.end, 0) if exact else run.last
        first = low if first < 0 else min(first, low)
        last = max(last, high)
    return None if first < 0 else Span(first, last)
