"""Whether two documents are copies: by the words that they share and that neither has from a third."""

import re
from datetime import datetime
from typing import NamedTuple

import numpy as np

from reportedly.link.copies.alignment import Runs, runs
from reportedly.link.copies.fingerprints import WINDOW
from reportedly.link.copies.side import Side
from reportedly.link.copies.words import PASSAGE, SHINGLE, Marks, Numbers, Words
from reportedly.model import Copy, CopyKind, Published, Span
from reportedly.model.days import days

PART = 0.3
"""Share of the shorter document's words from which on the two are versions of one text, however scattered they are.

What both quote is left aside on both sides of the share, as far as the text is not mostly quotation.
"""

FEWEST = 10
"""Words that a text must at least share to be a version of another: fewer are a phrase."""

QUOTATION = SHINGLE + WINDOW - 1
"""Words in a row that one document quotes and the other has as its own from which on the one quotes the other.

Somebody's words in quotation marks are given as they were found, so fewer tell than of a passage; it is the least
number of words in a row that are always found.
"""

_GAP = 8
"""Words of difference, on either side, over which a passage goes on."""

_MOST = 0.5
_DUPLICATE = 0.8
_OTHERWISE = 0.2


class _Shared(NamedTuple):
    """Runs, and all their words one after another: where each is in either document, and where each run begins."""

    runs: Runs
    at_first: Numbers
    at_second: Numbers
    begins: Numbers


def compared(a: Side, b: Side) -> Copy | None:
    """The copy that two documents make, ``None`` where they are not copies."""
    first, second, directed = _ordered(a, b)
    found = runs(first.words.numbers, second.words.numbers, first.seeds, second.seeds)
    count = int(found.length.sum())
    if count < min(QUOTATION, _version(first, second, count)):
        return None
    shared = _shared(found, count)
    of_first, of_second = count / len(first), count / len(second)
    kind = _kind(min(of_first, of_second))
    own = _own(shared, first, second)
    if own.sum() < _version(first, second, int(count - own.sum())):
        if not _excerpted(own, shared, first, second):
            return None
        kind = "excerpt"
    return Copy(
        first=first.document.id,
        second=second.document.id,
        directed=directed,
        kind=kind,
        shared=_spans(shared, first.words, second.words),
        of_first=of_first,
        of_second=of_second,
    )


def _shared(found: Runs, count: int) -> _Shared:
    begins = np.cumsum(found.length) - found.length
    steps = np.arange(count)
    at_first = np.repeat(found.first - begins, found.length) + steps
    return _Shared(found, at_first, np.repeat(found.second - begins, found.length) + steps, begins)


def _version(first: Side, second: Side, aside: int) -> float:
    """Own words that make two documents versions of one text, of which ``aside`` words are quoted in both."""
    fewer = min(len(first), len(second))
    return max(FEWEST, PART * max(fewer - aside, fewer / 2))


def _own(shared: _Shared, first: Side, second: Side) -> Marks:
    """Which words are not quoted in both; those in one only may be the other's: outlets quote outlets."""
    return ~(first.quoted[shared.at_first] & second.quoted[shared.at_second])


def _excerpted(own: Marks, shared: _Shared, first: Side, second: Side) -> bool:
    """Whether a passage of one stands in the other, or is quoted there. Notes of the house are no passages."""
    own = own & ~(first.notes[shared.at_first] | second.notes[shared.at_second])
    if first.document.publisher is not None and first.document.publisher == second.document.publisher:
        own &= ~(_repeated(first.words, shared.at_first) & _repeated(second.words, shared.at_second))
    if _longest_passage(shared.runs, np.add.reduceat(own, shared.begins, dtype=np.int64)) >= PASSAGE:
        return True
    in_one = first.quoted[shared.at_first] ^ second.quoted[shared.at_second]
    return _longest_stretch(own & in_one, shared.begins) >= QUOTATION


def _repeated(words: Words, at: Numbers) -> Marks:
    """For each shared word whether most of its block is shared: a note that one outlet prints in many articles."""
    blocks = words.blocks[at]
    sizes = np.bincount(words.blocks)
    return (np.bincount(blocks, minlength=len(sizes)) >= _MOST * sizes)[blocks]


def _longest_passage(found: Runs, own: Numbers) -> int:
    """The most own words in runs that follow each other in both documents; ``own`` are those of each run."""
    apart_first = found.first[1:] - found.first[:-1] - found.length[:-1]
    apart_second = found.second[1:] - found.second[:-1] - found.length[:-1]
    breaks = (apart_first > _GAP) | (apart_second < 0) | (apart_second > _GAP)
    return int(np.add.reduceat(own, np.append(0, np.flatnonzero(breaks) + 1)).max())


def _longest_stretch(marks: Marks, begins: Numbers) -> int:
    """The most words in a row of one run that are marked."""
    begin = np.zeros(len(marks), dtype=bool)
    begin[begins] = True
    return int(np.bincount(np.cumsum(begin | ~marks), weights=marks).max())


def _spans(shared: _Shared, first: Words, second: Words) -> tuple[tuple[Span, Span], ...]:
    """The runs in code points, cut where the two differ in what stands between words and where a block ends.

    So the two spans of a pair are always equally long, and lie in one block each.
    """
    one, other = shared.at_first, shared.at_second
    starts, others = first.starts[one], second.starts[other]
    blocks, other_blocks = first.blocks[one], second.blocks[other]
    apart = others - starts
    cuts = (apart[1:] != apart[:-1]) | (blocks[1:] != blocks[:-1]) | (other_blocks[1:] != other_blocks[:-1])
    cuts[shared.begins[1:] - 1] = True
    begins = np.append(0, np.flatnonzero(cuts) + 1)
    ends = np.append(begins[1:], len(one)) - 1
    sides = (starts[begins], first.ends[one[ends]], others[begins], second.ends[other[ends]])
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
