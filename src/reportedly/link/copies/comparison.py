"""Whether two documents are copies: by the words that they share and that neither has from a third."""

import re
from datetime import datetime
from typing import NamedTuple

import numpy as np

from reportedly.link.copies.alignment import Run, runs
from reportedly.link.copies.quotations import Marks
from reportedly.link.copies.side import Side
from reportedly.link.copies.words import Places, Words
from reportedly.model import Copy, CopyKind, Published, Span
from reportedly.model.days import days

PASSAGE = 24
"""Own words in one passage from which on it is copied, not a set phrase that both use."""

PART = 0.3
"""Share of the shorter document's words from which on the two are versions of one text, however scattered they are."""

FEWEST = 10
"""Words that a text must at least share to be a version of another: fewer are a phrase."""

_GAP = 8
"""Words of difference, on either side, over which a passage goes on."""

_MOST = 0.5
_DUPLICATE = 0.8
_OTHERWISE = 0.2


class _Shared(NamedTuple):
    """Runs, and all their words one after another: where each is in either document, and where each run begins."""

    runs: list[Run]
    at_first: Places
    at_second: Places
    begins: Places


def compared(a: Side, b: Side) -> Copy | None:
    """The copy that two documents make, ``None`` where they are not copies."""
    first, second, directed = _ordered(a, b)
    shared = _shared(runs(first.words.numbers, second.words.numbers, first.seeds, second.seeds))
    count = len(shared.at_first)
    if not count or count < min(PASSAGE, _version(first, second)) or not _copied(shared, first, second):
        return None
    of_first, of_second = count / len(first), count / len(second)
    return Copy(
        first=first.document.id,
        second=second.document.id,
        directed=directed,
        kind=_kind(min(of_first, of_second)),
        shared=_spans(shared, first.words, second.words),
        of_first=of_first,
        of_second=of_second,
    )


def _shared(found: list[Run]) -> _Shared:
    lengths = np.array([run.length for run in found], dtype=np.int64)
    begins = np.cumsum(lengths) - lengths
    steps = np.arange(int(lengths.sum())) - np.repeat(begins, lengths)
    firsts = np.array([run.first for run in found], dtype=np.int64)
    seconds = np.array([run.second for run in found], dtype=np.int64)
    return _Shared(found, np.repeat(firsts, lengths) + steps, np.repeat(seconds, lengths) + steps, begins)


def _version(first: Side, second: Side) -> float:
    """Own words that make two documents versions of one text."""
    return max(FEWEST, PART * min(len(first), len(second)))


def _copied(shared: _Shared, first: Side, second: Side) -> bool:
    """Words that are quoted in both count for nothing; in one only they may be the other's: outlets quote outlets."""
    own = ~(first.quoted[shared.at_first] & second.quoted[shared.at_second])
    if own.sum() >= _version(first, second):
        return True
    if first.document.publisher is not None and first.document.publisher == second.document.publisher:
        own &= ~(_repeated(first.words, shared.at_first) & _repeated(second.words, shared.at_second))
    return _longest_passage(shared.runs, np.add.reduceat(own, shared.begins, dtype=np.int64).tolist()) >= PASSAGE


def _repeated(words: Words, at: Places) -> Marks:
    """For each shared word whether most of its block is shared: a note that one outlet prints in many articles."""
    blocks = words.blocks[at]
    sizes = np.bincount(words.blocks)
    return (np.bincount(blocks, minlength=len(sizes)) >= _MOST * sizes)[blocks]


def _longest_passage(found: list[Run], own: list[int]) -> int:
    """The most own words in runs that follow each other in both documents."""
    best = passage = 0
    before: Run | None = None
    for run, words in zip(found, own, strict=True):
        goes_on = before is not None and (
            run.first - before.first - before.length <= _GAP and 0 <= run.second - before.second - before.length <= _GAP
        )
        passage = passage + words if goes_on else words
        best, before = max(best, passage), run
    return best


def _spans(shared: _Shared, first: Words, second: Words) -> tuple[tuple[Span, Span], ...]:
    """The runs in code points, cut where the two differ in what stands between words and where a block ends.

    So the two spans of a pair are always equally long, and lie in one block each.
    """
    one, other = shared.at_first, shared.at_second
    changes = (
        np.diff(second.starts[other] - first.starts[one]) | np.diff(first.blocks[one]) | np.diff(second.blocks[other])
    )
    begins = np.union1d(np.flatnonzero(changes) + 1, shared.begins)
    ends = np.append(begins[1:], len(one)) - 1
    sides = (first.starts[one[begins]], first.ends[one[ends]], second.starts[other[begins]], second.ends[other[ends]])
    return tuple((Span(a, b), Span(c, d)) for a, b, c, d in zip(*(side.tolist() for side in sides), strict=True))


def _kind(least: float) -> CopyKind:
    return "duplicate" if least >= _DUPLICATE else "rewrite" if least >= _OTHERWISE else "excerpt"


def _ordered(a: Side, b: Side) -> tuple[Side, Side, bool]:
    one, other = a.document, b.document
    if _before(one.published, other.published):
        return a, b, True
    if _before(other.published, one.published):
        return b, a, True
    return (a, b, False) if one.id < other.id else (b, a, False)


_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$")


def _before(one: Published | None, other: Published | None) -> bool:
    """Whether ``one`` is surely the earlier: by whole days, or by instants where both have a time with its zone."""
    if one is None or other is None:
        return False
    if _INSTANT.match(one.value) and _INSTANT.match(other.value):
        return datetime.fromisoformat(one.value) < datetime.fromisoformat(other.value)
    span_one, span_other = days(one.value), days(other.value)
    return span_one is not None and span_other is not None and span_one[1] < span_other[0]
