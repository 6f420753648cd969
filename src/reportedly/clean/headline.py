"""The headline of a plain text, its repeats, and what stands above it."""

import re
from collections import Counter
from dataclasses import dataclass

from reportedly.clean.rules import ENDS, count_words
from reportedly.clean.stamps import dateline
from reportedly.clean.units import Unit
from reportedly.model import BlockKind, Post

_HEADLINE_WORDS = 30
_PARAGRAPH_WORDS = 14
_FULL_WORDS = 5  # a headline has that many words; the names of sites and bulletins mostly fewer
_TOP = 8  # lines among which the headline is looked for
_LETTERS = re.compile(r"[^\W\d_]{2,}")


@dataclass(slots=True)
class Mark:
    """A logical line and what it was found to be; ``kind`` is ``None`` while it may be part of the report."""

    unit: Unit
    kind: BlockKind | None
    rule: str
    start: int
    post: Post | None = None


def headline(marks: list[Mark]) -> int:
    """Mark the headline, its repeats and what stands above it.

    Returns the index after the headline, or 0 where the text has none.
    """
    opened = [i for i, mark in enumerate(marks) if mark.kind is None]
    found = _doubled(marks, opened) or _single(marks, opened[:_TOP])
    for i in opened:
        mark = marks[i]
        if i < found and mark.kind is None and not ENDS.search(mark.unit.text):
            mark.kind, mark.rule = "boilerplate", "above-headline"
    return found


def is_prose(text: str) -> bool:
    """True of a paragraph: more than a line of words, closed by a stop."""
    return count_words(text, _PARAGRAPH_WORDS + 1) > _PARAGRAPH_WORDS and bool(ENDS.search(text))


def _key(text: str) -> str:
    plain = text.lower().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    return " ".join(plain.split()).strip(" .|-–—\"'")


def _doubled(marks: list[Mark], opened: list[int]) -> int:
    """A line near the top that stands there twice is the headline: pages repeat it in title and body."""
    top = opened[: _TOP * 2]
    counts = Counter(_key(marks[i].unit.text) for i in top)
    for i in top:
        if is_prose(marks[i].unit.text):
            break
        key = _key(marks[i].unit.text)
        if counts[key] < 2 or not 3 <= count_words(key, _HEADLINE_WORDS + 1) <= _HEADLINE_WORDS:
            continue
        marks[i].kind, marks[i].rule = "headline", "doubled-headline"
        last = i
        for j in opened:
            if j > i and _key(marks[j].unit.text) == key:
                marks[j].kind, marks[j].rule = "boilerplate", "doubled-headline"
                last = j if j in top else last
        return last + 1
    return 0


def _single(marks: list[Mark], top: list[int]) -> int:
    """The first full line without a stop above the first paragraph; of short ones alone the longest."""
    candidates: list[int] = []
    for i in top:
        text = marks[i].unit.text
        number = count_words(text, _HEADLINE_WORDS + 1)
        if number > _HEADLINE_WORDS or (number > _PARAGRAPH_WORDS and ENDS.search(text)) or dateline(text):
            break
        if number >= 3 and (not ENDS.search(text) or text.endswith(("?", "!", "”", "’", '"', "'"))):
            candidates.append(i)
    if not candidates or not any(is_prose(marks[i].unit.text) for i in top if i > candidates[0]):
        return 0
    full = (i for i in candidates if len(_LETTERS.findall(marks[i].unit.text)) >= _FULL_WORDS)
    found = next(full, None)
    if found is None:
        found = max(candidates, key=lambda i: (count_words(marks[i].unit.text), -i))
    marks[found].kind, marks[found].rule = "headline", "first-line-no-stop"
    return _under_title(marks, found) + 1


def _under_title(marks: list[Mark], found: int) -> int:
    """A title with the site's name on it ("… | The Example") gives way to the same headline without it."""
    key = _key(marks[found].unit.text)
    for i, mark in enumerate(marks[found + 1 : found + _TOP], start=found + 1):
        other = _key(mark.unit.text)
        if mark.kind is not None or count_words(other) < 4 or not key.startswith(other):
            continue
        if re.match(r"\s*[|–—:-]", key[len(other) :]):
            mark.kind, mark.rule = "headline", "headline-under-title"
            marks[found].kind, marks[found].rule = "boilerplate", "page-title"
            return i
    return found
