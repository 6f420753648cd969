"""Whether two documents are copies: by the words that they share and that neither has from a third."""

import re
from datetime import datetime
from itertools import pairwise

import numpy as np

from reportedly.link.copies.alignment import Run, runs
from reportedly.link.copies.quotations import Marks, quoted
from reportedly.link.copies.words import Words
from reportedly.model import Copy, CopyKind, Document, Published, Span
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


def compared(a: tuple[Document, Words], b: tuple[Document, Words]) -> Copy | None:
    """The copy that two documents make, ``None`` where they are not copies."""
    first, second, directed = _ordered(a, b)
    (one, words_one), (other, words_other) = first, second
    found = runs(words_one.numbers, words_other.numbers)
    if not found or not _copied(found, first, second):
        return None
    count = sum(run.length for run in found)
    of_first, of_second = count / len(words_one.numbers), count / len(words_other.numbers)
    return Copy(
        first=one.id,
        second=other.id,
        directed=directed,
        kind=_kind(min(of_first, of_second)),
        shared=tuple(pair for run in found for pair in _spans(run, words_one, words_other)),
        of_first=of_first,
        of_second=of_second,
    )


def _copied(found: list[Run], first: tuple[Document, Words], second: tuple[Document, Words]) -> bool:
    both = min(len(first[1].numbers), len(second[1].numbers))
    if sum(run.length for run in found) < min(PASSAGE, max(FEWEST, PART * both)):
        return False
    theirs = quoted(*first), quoted(*second)
    if sum(_own(run, *theirs) for run in found) >= max(FEWEST, PART * both):
        return True
    if first[0].publisher is not None and first[0].publisher == second[0].publisher:
        starts = [run.first for run in found], [run.second for run in found]
        lengths = [run.length for run in found]
        for marks, document, at in zip(theirs, (first, second), starts, strict=True):
            marks |= _repeated(document[1], at, lengths)
    return _longest_passage(found, [_own(run, *theirs) for run in found]) >= PASSAGE


def _repeated(words: Words, starts: list[int], lengths: list[int]) -> Marks:
    """For each word whether most of its block is shared: a note that one outlet prints in many articles, no excerpt."""
    shared = np.zeros(len(words.starts))
    for start, length in zip(starts, lengths, strict=True):
        shared[start : start + length] = 1
    return (np.bincount(words.blocks, shared) >= _MOST * np.bincount(words.blocks))[words.blocks]


def _own(run: Run, first: Marks, second: Marks) -> int:
    """The words of ``run`` that are not marked in both documents: one outlet may quote the other."""
    both = first[run.first : run.first + run.length] & second[run.second : run.second + run.length]
    return run.length - int(both.sum())


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


def _spans(run: Run, first: Words, second: Words) -> list[tuple[Span, Span]]:
    """The run in code points, cut where the two differ in what stands between words and where a block ends.

    So the two spans of a pair are always equally long, and lie in one block each.
    """
    at, to = slice(run.first, run.first + run.length), slice(run.second, run.second + run.length)
    apart = second.starts[to] - first.starts[at]
    breaks = np.diff(apart) | np.diff(first.blocks[at]) | np.diff(second.blocks[to])
    bounds = [0, *(np.flatnonzero(breaks) + 1).tolist(), run.length]
    return [
        (
            Span(int(first.starts[run.first + start]), int(first.ends[run.first + end - 1])),
            Span(int(second.starts[run.second + start]), int(second.ends[run.second + end - 1])),
        )
        for start, end in pairwise(bounds)
    ]


def _kind(least: float) -> CopyKind:
    return "duplicate" if least >= _DUPLICATE else "rewrite" if least >= _OTHERWISE else "excerpt"


def _ordered(
    a: tuple[Document, Words], b: tuple[Document, Words]
) -> tuple[tuple[Document, Words], tuple[Document, Words], bool]:
    if _before(a[0].published, b[0].published):
        return a, b, True
    if _before(b[0].published, a[0].published):
        return b, a, True
    return (a, b, False) if a[0].id < b[0].id else (b, a, False)


_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$")


def _before(one: Published | None, other: Published | None) -> bool:
    """Whether ``one`` is surely the earlier: by whole days, or by instants where both have a time with its zone."""
    if one is None or other is None:
        return False
    if _INSTANT.match(one.value) and _INSTANT.match(other.value):
        return datetime.fromisoformat(one.value) < datetime.fromisoformat(other.value)
    span_one, span_other = days(one.value), days(other.value)
    return span_one is not None and span_other is not None and span_one[1] < span_other[0]
