"""Blocks of a plain text, by what its lines are. Nothing is left out: what is no report is marked as
boilerplate.
"""

import re

from reportedly.clean.headline import Mark, headline, is_prose
from reportedly.clean.rules import ENDS, byline, count_words, credit_at_end, furniture, is_menu_entry
from reportedly.clean.signature import signature
from reportedly.clean.stamps import dateline, is_stamp
from reportedly.clean.units import Unit, units
from reportedly.model import Block, BlockKind

_BULLET = re.compile(r"(?:[-–—•*·‣▪◦►»]|\(?\d{1,2}[.)])\s+(?=\S)")
_PICTURED = re.compile(
    r"(?:^(?:photo |picture |image |figure )?caption\s?:|"
    r"\((?:file|handout|pictured|left|right|above|below)\b[^)]{0,60}\)|"
    r"\bfile (?:photo|picture|image)\b|"
    r"\bhandout\b|\b(?:in|from) (?:this|an?) (?:[\w-]+ ){0,4}(?:photo|picture|image|video grab|screengrab|"
    r"frame grab|still)\b|[(\[](?:AP|AFP|Reuters|EPA|Getty|Anadolu)\b[^)\]]{0,60}[)\]]\s*$)",
    re.IGNORECASE,
)
_HEADING_WORDS = 12
_PARAGRAPH_WORDS = 14
_CAPTION_WORDS = 45
_CREDITED_WORDS = 40
_TAIL_WORDS = 16
_LEAD_WORDS = 70
_POST_SIZE = 300  # characters; a post of 280 and the line ends


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of ``text``, in order; every character but white space is in one of them."""
    marks = [_mark(unit) for unit in units(text)]
    _posts(marks)
    _menus(marks)
    first = headline(marks)
    _rest(marks, first)
    _tail(marks)
    out: list[Block] = []
    for mark in marks:
        if mark.kind == "post" and mark.rule == "before-signature":
            continue
        out.extend(_cut(mark))
    return tuple(out)


def paragraph(text: str, start: int, kind: BlockKind, rule: str) -> list[Block]:
    """A paragraph's blocks: its dateline, where it opens with one, and the rest."""
    found = dateline(text)
    if not found or found == len(text):
        return [Block(kind=kind, start=start, end=start + len(text), rule=rule)]
    rest = found + len(text[found:]) - len(text[found:].lstrip())
    return [
        Block(kind="dateline", start=start, end=start + len(text[:found].rstrip()), rule="place-agency-dash"),
        Block(kind=kind, start=start + rest, end=start + len(text), rule=rule),
    ]


def caption(text: str, start: int, rule: str) -> list[Block]:
    """A caption's blocks: the credit at its end, where it has one, stands apart."""
    at = credit_at_end(text)
    if not at:
        return [Block(kind="caption", start=start, end=start + len(text), rule=rule)]
    words = text[:at].rstrip(" ([|–—-")
    return [
        Block(kind="caption", start=start, end=start + len(words), rule=rule),
        Block(kind="credit", start=start + at, end=start + len(text), rule="credit-of-caption"),
    ]


def _cut(mark: Mark) -> list[Block]:
    unit = mark.unit
    kind = mark.kind or "paragraph"
    rule = mark.rule or "prose"
    if kind in ("paragraph", "lead"):
        return paragraph(unit.text, unit.start, kind, rule)
    if kind == "caption":
        return caption(unit.text, unit.start, mark.rule)
    return [Block(kind=kind, start=mark.start, end=unit.end, rule=mark.rule, post=mark.post)]


def _mark(unit: Unit) -> Mark:
    """What the line is, judged by itself; ``kind`` is ``None`` where it may be part of the report."""
    mark = Mark(unit, None, "", unit.start)
    if found := furniture(unit.text):
        mark.kind, mark.rule = found
    elif byline(unit.text):
        mark.kind, mark.rule = "byline", "by-name"
    elif is_stamp(unit.text):
        mark.kind, mark.rule = "dateline", "publication-line"
    elif _BULLET.match(unit.text) and not signature(unit.text, 0):
        mark.kind, mark.rule = "list", "bullet"
    return mark


def _posts(marks: list[Mark]) -> None:
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


def _post_start(marks: list[Mark], signed: int) -> int:
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


def _may_post(mark: Mark) -> bool:
    return mark.kind is None or mark.kind == "list"


def _menus(marks: list[Mark]) -> None:
    """A column of short lines with menu words among them is a menu."""
    run: list[Mark] = []
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


def _may_be_entry(mark: Mark) -> bool:
    short = count_words(mark.unit.text, 5) <= 4 and not ENDS.search(mark.unit.text)
    return short and (mark.kind in (None, "list") or (mark.kind == "boilerplate" and mark.rule != "no-words"))


def _rest(marks: list[Mark], first: int) -> None:
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
        if number <= _CAPTION_WORDS and (rule := _caption_rule(text, number, credited and not ended)):
            mark.kind, mark.rule = "caption", rule
        elif not ended and number <= _HEADING_WORDS and number >= 1 and following and not text.endswith((":", ",")):
            mark.kind, mark.rule = "heading", "short-line-no-stop"
        elif telling and not ended and _HEADING_WORDS < number <= _CAPTION_WORDS and not text.endswith((":", ",", ";")):
            if expects_lead and not (following and following.kind is None and is_prose(following.unit.text)):
                mark.kind, mark.rule = "lead", "after-headline"
            else:
                mark.kind, mark.rule = "caption", "no-stop-among-paragraphs"
            expects_lead = False
        else:
            is_lead = expects_lead and number <= _LEAD_WORDS and bool(long) and not dateline(text)
            mark.kind, mark.rule = ("lead", "after-headline") if is_lead else ("paragraph", "prose")
            expects_lead = False


def _caption_rule(text: str, number: int, credited: bool) -> str:
    """The rule by which a line is a caption, or nothing."""
    if _PICTURED.search(text):
        return "picture-words"
    if credit_at_end(text):
        return "credit-at-end"
    return "before-credit" if credited and number <= _CREDITED_WORDS else ""


def _tail(marks: list[Mark]) -> None:
    """Short lines without a stop after the last prose are furniture where a page's furniture is among them.

    So are the entries right below "Related" and its like, up to the next prose.
    """
    last = max((i for i, mark in enumerate(marks) if _is_report(mark)), default=-1)
    tail = marks[last + 1 :]
    if last >= 0 and any(mark.kind == "boilerplate" for mark in tail):
        for mark in tail:
            short = count_words(mark.unit.text, _TAIL_WORDS + 1) <= _TAIL_WORDS
            if short and mark.kind in ("heading", "list", "paragraph", "caption"):
                mark.kind, mark.rule = "boilerplate", "after-the-report"
    below = False
    for i, mark in enumerate(marks[:last]):
        if mark.kind == "boilerplate":
            below = mark.rule == "related"
        elif below and mark.kind in ("heading", "list") and not _is_report(marks[i + 1]):
            mark.kind, mark.rule = "boilerplate", "below-related"
        else:
            below = False


def _is_report(mark: Mark) -> bool:
    if mark.kind in ("post", "headline", "lead"):
        return True
    return mark.kind in ("paragraph", "list", "caption") and bool(ENDS.search(mark.unit.text))
