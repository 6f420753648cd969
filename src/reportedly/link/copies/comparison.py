"""Whether two documents are copies: by the words that they share and that neither has from a third."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

import numpy as np

from reportedly.link.copies.alignment import Runs
from reportedly.link.copies.fingerprints import WINDOW
from reportedly.link.copies.sharing import Shared, Sharing
from reportedly.link.copies.side import Side
from reportedly.link.copies.words import PASSAGE, SHINGLE, Marks, Numbers, Words
from reportedly.model import Copy, CopyKind, Published
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


def compared(pairs: Sequence[tuple[Side, Side]]) -> Iterator[Copy]:
    """The copies that pairs of documents make."""
    ordered = [_ordered(a, b) for a, b in pairs]
    sharing = Sharing([(first, second) for first, second, _ in ordered])
    for pair, (first, second, directed) in enumerate(ordered):
        count, quoted = sharing.counts[pair], sharing.quoted[pair]
        of_first, of_second = count / len(first), count / len(second)
        kind = _kind(min(of_first, of_second))
        if count - quoted < _version(first, second, quoted):
            enough = count - quoted >= PASSAGE or sharing.crossed[pair] >= QUOTATION
            if not enough or not _excerpted(sharing.of(pair), first, second):
                continue
            kind = "excerpt"
        yield Copy(
            first=first.document.id,
            second=second.document.id,
            directed=directed,
            kind=kind,
            shared=sharing.spans(pair),
            of_first=of_first,
            of_second=of_second,
        )


def _version(first: Side, second: Side, aside: int) -> float:
    """Own words that make two documents versions of one text, of which ``aside`` words are quoted in both."""
    fewer = min(len(first), len(second))
    return max(FEWEST, PART * max(fewer - aside, fewer / 2))


def _excerpted(shared: Shared, first: Side, second: Side) -> bool:
    """Whether a passage of one stands in the other, or is quoted there. Notes of the house are no passages.

    Words that both quote are nobody's own; those that one quotes may be the other's: outlets quote outlets.
    """
    quoted, also = first.quoted[shared.at_first], second.quoted[shared.at_second]
    own = ~(quoted & also | first.notes[shared.at_first] | second.notes[shared.at_second])
    if first.document.publisher is not None and first.document.publisher == second.document.publisher:
        own &= ~(_repeated(first.words, shared.at_first) & _repeated(second.words, shared.at_second))
    if _longest_passage(shared.runs, np.add.reduceat(own, shared.begins, dtype=np.int64)) >= PASSAGE:
        return True
    return _longest_stretch(own & (quoted ^ also), shared.begins) >= QUOTATION


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
