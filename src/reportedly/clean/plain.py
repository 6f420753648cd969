"""Blocks of a plain text, by what its lines are. Nothing is left out: what is no report is marked as
boilerplate.
"""

import re
from collections import Counter
from dataclasses import dataclass

from reportedly.clean.rules import ENDS, byline, count_words, furniture, is_menu_entry
from reportedly.clean.signature import signature
from reportedly.clean.stamps import dateline, is_stamp
from reportedly.clean.units import Unit, units
from reportedly.model import Block, BlockKind, Post

_BULLET = re.compile(r"(?:[-–—•*·‣▪◦►»]|\(?\d{1,2}[.)])\s+(?=\S)")
_PICTURED = re.compile(
    r"(?:\((?:file|handout|pictured|left|right|above|below)\b[^)]{0,60}\)|\bfile (?:photo|picture|image)\b|"
    r"\bhandout\b|\b(?:in|from) (?:this|an?) (?:[\w-]+ ){0,4}(?:photo|picture|image|video grab|screengrab|"
    r"frame grab|still)\b|[(\[](?:AP|AFP|Reuters|EPA|Getty|Anadolu)\b[^)\]]{0,60}[)\]]\s*$)",
    re.IGNORECASE,
)
_HEADING_WORDS = 12
_HEADLINE_WORDS = 30
_PARAGRAPH_WORDS = 14
_CAPTION_WORDS = 70
_LEAD_WORDS = 70
_POST_SIZE = 300  # characters; a post of 280 and the line ends


@dataclass(slots=True)
class _Mark:
    unit: Unit
    kind: BlockKind | None
    rule: str
    start: int
    post: Post | None = None


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of ``text``, in order; every character but white space is in one of them."""
    marks = [_mark(unit) for unit in units(text)]
    _posts(marks)
    _menus(marks)
    first = _headline(marks)
    _rest(marks, first)
    out: list[Block] = []
    for mark in marks:
        if mark.kind == "post" and mark.rule == "before-signature":
            continue
        out.extend(_cut(mark))
    return tuple(out)


def paragraph(text: str, start: int, kind: BlockKind, rule: str) -> list[Block]:
    """A paragraph's blocks: its dateline, where it opens with one, and the rest."""
    found = dateline(text)
    if not found:
        return [Block(kind=kind, start=start, end=start + len(text), rule=rule)]
    rest = found + len(text[found:]) - len(text[found:].lstrip())
    return [
        Block(kind="dateline", start=start, end=start + len(text[:found].rstrip()), rule="place-agency-dash"),
        Block(kind=kind, start=start + rest, end=start + len(text), rule=rule),
    ]


def _cut(mark: _Mark) -> list[Block]:
    unit = mark.unit
    kind = mark.kind or "paragraph"
    if kind in ("paragraph", "lead"):
        return paragraph(unit.text, unit.start, kind, mark.rule)
    return [Block(kind=kind, start=mark.start, end=unit.end, rule=mark.rule, post=mark.post)]


def _mark(unit: Unit) -> _Mark:
    """What the line is, judged by itself; ``kind`` is ``None`` where it may be part of the report."""
    mark = _Mark(unit, None, "", unit.start)
    if found := furniture(unit.text):
        mark.kind, mark.rule = found
    elif byline(unit.text):
        mark.kind, mark.rule = "byline", "by-name"
    elif is_stamp(unit.text):
        mark.kind, mark.rule = "dateline", "publication-line"
    elif _BULLET.match(unit.text) and not signature(unit.text, 0):
        mark.kind, mark.rule = "list", "bullet"
    return mark


def _posts(marks: list[_Mark]) -> None:
    """Join each signature line with the lines of the post before it."""
    for i, mark in enumerate(marks):
        if mark.kind is not None or not (found := signature(mark.unit.text, mark.unit.start)):
            continue
        at, post = found
        first = i
        if not mark.unit.text[:at].strip():
            # The post's words are the stretch before the signature; a blank line may stand between them.
            first = _post_start(marks, i)
        for before in marks[first:i]:
            before.kind, before.rule = "post", "before-signature"
        mark.kind, mark.rule, mark.post = "post", "signature-line", post
        mark.start = marks[first].unit.start


def _post_start(marks: list[_Mark], signed: int) -> int:
    """The first line of the post that the line ``signed`` signs: the stretch between blank lines before
    it, or the line before it where the stretch is longer than a post can be.
    """
    if not signed or not _may_post(marks[signed - 1]):
        return signed
    first = signed - 1
    group = marks[first].unit.group
    while first and _may_post(marks[first - 1]) and marks[first - 1].unit.group == group:
        first -= 1
        if marks[signed].unit.start - marks[first].unit.start > _POST_SIZE:
            return signed - 1
    return first


def _may_post(mark: _Mark) -> bool:
    return mark.kind is None or mark.kind == "list"


def _menus(marks: list[_Mark]) -> None:
    """A column of short lines with menu words among them is a menu."""
    run: list[_Mark] = []
    for mark in [*marks, None]:
        if mark and _may_be_entry(mark):
            run.append(mark)
            continue
        known = sum(1 for entry in run if entry.kind == "boilerplate" or is_menu_entry(entry.unit.text))
        if len(run) >= 3 and known * 2 >= len(run):
            for entry in run:
                if entry.kind in (None, "list"):
                    entry.kind, entry.rule = "boilerplate", "menu-column"
        run = []


def _may_be_entry(mark: _Mark) -> bool:
    short = count_words(mark.unit.text, 5) <= 4 and not ENDS.search(mark.unit.text)
    return short and (mark.kind in (None, "list") or (mark.kind == "boilerplate" and mark.rule != "no-words"))


def _key(text: str) -> str:
    return " ".join(text.lower().split()).strip(" .|-–—\"'“”‘’")


def _headline(marks: list[_Mark]) -> int:
    """Mark the headline and its repeats; return the index after it, or 0 where the text has none."""
    open_marks = [i for i, mark in enumerate(marks) if mark.kind is None]
    top = open_marks[:8]
    counts = Counter(_key(marks[i].unit.text) for i in top)
    for i in top:
        key = _key(marks[i].unit.text)
        if counts[key] > 1 and 3 <= count_words(key) <= _HEADLINE_WORDS:
            marks[i].kind, marks[i].rule = "headline", "doubled-headline"
            last = i
            for j in open_marks:
                if j > i and _key(marks[j].unit.text) == key:
                    marks[j].kind, marks[j].rule = "boilerplate", "doubled-headline"
                    last = j if j in top else last
            return last + 1
    return _single_headline(marks, top)


def _single_headline(marks: list[_Mark], top: list[int]) -> int:
    for position, i in enumerate(top[:4]):
        text = marks[i].unit.text
        number = count_words(text, _HEADLINE_WORDS + 1)
        if number > _HEADLINE_WORDS or (number > _PARAGRAPH_WORDS and ENDS.search(text)) or dateline(text):
            return 0
        later = [marks[j].unit.text for j in top[position + 1 :]]
        if number < 3 or (ENDS.search(text) and not text.endswith(("?", "!", "”", "’", '"', "'"))):
            continue
        if not any(_is_prose(words) for words in later):
            return 0
        marks[i].kind, marks[i].rule = "headline", "first-line-no-stop"
        _page_titles(marks, i)
        return i + 1
    return 0


def _page_titles(marks: list[_Mark], headline: int) -> None:
    """A title with the site's name on it ("… | The Example") gives way to the same headline without it."""
    key = _key(marks[headline].unit.text)
    for mark in marks[headline + 1 : headline + 8]:
        other = _key(mark.unit.text)
        if mark.kind is None and count_words(other) >= 4 and key.startswith(other) and re.match(
            r"\s*[|–—:-]", key[len(other) :]
        ):  # fmt: skip
            mark.kind, mark.rule = "headline", "headline-under-title"
            marks[headline].kind, marks[headline].rule = "boilerplate", "page-title"
            return


def _is_prose(text: str) -> bool:
    return count_words(text, _PARAGRAPH_WORDS + 1) > _PARAGRAPH_WORDS and bool(ENDS.search(text))


def _rest(marks: list[_Mark], first: int) -> None:
    """Mark lead, captions and headings among what is left."""
    left = [mark for mark in marks[first:] if mark.kind is None]
    long = [mark for mark in left if count_words(mark.unit.text, 16) > _PARAGRAPH_WORDS]
    stopped = sum(1 for mark in long if ENDS.search(mark.unit.text))
    # Only where paragraphs do end with a stop does a missing one tell anything.
    telling = len(long) >= 2 and stopped * 3 >= len(long) * 2
    expects_lead = first > 0
    for i, mark in enumerate(marks[first:], start=first):
        if mark.kind is not None:
            continue
        text = mark.unit.text
        number = count_words(text, 200)
        following = marks[i + 1] if i + 1 < len(marks) else None
        credited = following is not None and following.kind == "credit"
        ended = bool(ENDS.search(text))
        if number <= _CAPTION_WORDS and (_PICTURED.search(text) or (credited and number <= 40 and not ended)):
            mark.kind, mark.rule = "caption", "picture-words" if _PICTURED.search(text) else "before-credit"
        elif (
            not ended
            and number <= _HEADING_WORDS
            and number >= 1
            and following
            and not text.endswith((":", ","))
        ):
            mark.kind, mark.rule = "heading", "short-line-no-stop"
        elif (
            telling
            and not ended
            and _HEADING_WORDS < number <= _CAPTION_WORDS
            and not text.endswith((":", ",", ";"))
        ):
            if expects_lead and not (following and following.kind is None and _is_prose(following.unit.text)):
                mark.kind, mark.rule = "lead", "after-headline"
            else:
                mark.kind, mark.rule = "caption", "no-stop-among-paragraphs"
            expects_lead = False
        else:
            is_lead = expects_lead and number <= _LEAD_WORDS and bool(long) and not dateline(text)
            mark.kind, mark.rule = ("lead", "after-headline") if is_lead else ("paragraph", "prose")
            expects_lead = False
