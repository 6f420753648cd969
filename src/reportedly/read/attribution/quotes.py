"""Quotations: where they begin and end, over paragraphs too, and which are only scare quotes.

Marks are paired inside a block. A mark that opens a paragraph and is not closed in it carries the quotation on if the
next paragraph opens with a mark too (the convention of print); otherwise the quotation ends with its paragraph. An
unmatched mark never swallows more than its own paragraph.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.model import READABLE, Block, Span

_CURLY_OPEN, _CURLY_CLOSE = "“„«", "”»"
_DOUBLE = re.compile(r"''|``|[\"“”„«»]")
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)(?!\s*[\"“])[^\n]+)*")
_SENTENCE_END = re.compile(r"[.!?…]$")
_AFTER_SENTENCE = re.compile(r"[.!?…]\s+$")
_STOP = re.compile(r"[.!?…](?=\s)")
_SAID = re.compile(
    r",\s(?=(?:said|says|told|recalled|recalls|added|adds|wrote|writes|insisted|insists)\s[A-Z\w]"
    r"|(?:he|she|they)\s(?:said|says|added|told|recalled|wrote)\b)"
)
_LONGEST_OPEN = 1500  # code points: a longer paragraph is a text that lost its line breaks
_SPEECH_WORDS = 6  # a quotation this long is speech; a shorter one only if it ends like a sentence or clause


@dataclass(slots=True, frozen=True)
class Quote:
    """One quotation. ``parts`` are its stretches, one a paragraph, marks included; ``inner`` without the marks."""

    start: int
    end: int
    parts: tuple[Span, ...]
    inner: tuple[Span, ...]
    kind: Literal["speech", "words"]
    matched: bool = True

    @property
    def span(self) -> Span:
        """From the opening mark to the closing one."""
        return Span(self.start, self.end)


def find_quotes(text: str, blocks: Sequence[Block]) -> list[Quote]:
    """The quotations of a document in text order, none inside another.

    ``kind`` is ``speech`` for what can stand as somebody's utterance and ``words`` for a quoted word or phrase, which
    may be a scare quote, a title or a nickname: only a cue can tell.
    """
    paragraphs = _paragraphs(text, blocks)
    quotes: list[Quote] = []
    carried: list[Span] = []  # parts of a quotation that was not closed in the paragraphs before
    for number, (start, end) in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        pairs, left_open = _pair(text, start, end)
        if carried:
            if pairs and pairs[0][0] == _first_ink(text, start, end):
                opening, closing = pairs.pop(0)
                quotes.append(_quote(text, [*carried, Span(opening, closing)], True))
                carried = []
            elif left_open is not None and left_open == _first_ink(text, start, end):
                carried.append(Span(left_open, _last_ink(text, start, end)))
                left_open = None
                if not _opens_with_mark(text, following):
                    quotes.append(_quote(text, carried, False))
                    carried = []
            else:
                quotes.append(_quote(text, carried, False))
                carried = []
        quotes.extend(_quote(text, [Span(opening, closing)], True) for opening, closing in pairs)
        if left_open is not None:
            part = Span(left_open, _unclosed_end(text, left_open, _last_ink(text, start, end)))
            if _opens_with_mark(text, following):
                carried = [part]
            else:
                quotes.append(_quote(text, [part], False))
    if carried:
        quotes.append(_quote(text, carried, False))
    quotes.sort(key=lambda quote: quote.start)
    return quotes


def _paragraphs(text: str, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    return [
        match.span()
        for block in blocks
        if block.kind in READABLE
        for match in _PARAGRAPH.finditer(text, block.start, block.end)
        if match.group().strip()
    ]


def _first_ink(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _last_ink(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _unclosed_end(text: str, start: int, end: int) -> int:
    """Where a quotation that is never closed ends: before ", said X", else with its paragraph or (if long) sentence."""
    said = _SAID.search(text, start, end)
    if said is not None:
        return said.start() + 1
    if end - start <= _LONGEST_OPEN:
        return end
    stop = _STOP.search(text, start, end)
    return stop.end() if stop else end


def _opens_with_mark(text: str, paragraph: tuple[int, int] | None) -> bool:
    if paragraph is None:
        return False
    return text[_first_ink(text, *paragraph) : paragraph[1]].startswith(('"', "“", "``", "''", "„", "«"))


def _pair(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], int | None]:
    """Ranges of the quotations closed in the paragraph, and the position of an opening mark that stays open."""
    pairs: list[tuple[int, int]] = []
    opened: int | None = None
    depth = 0
    for match in _DOUBLE.finditer(text, start, end):
        mark, here, after = match.group(), match.start(), match.end()
        if mark in _CURLY_OPEN or mark == "``":
            opening = True
        elif mark in _CURLY_CLOSE:
            opening = False
        else:
            before = text[here - 1 : here] if here > start else " "
            behind = text[after : after + 1] if after < end else " "
            if before.isspace() or before in "([—–-" or here == start:
                opening = opened is None or not behind.isspace()
            else:
                opening = False
            if opened is not None and mark in ('"', "''") and (not opening or not before.isspace()):
                opening = False
            if opened is None and not opening and not before.isspace() and behind and not behind.isspace():
                opening = behind.isalnum()
        if opening:
            if opened is None:
                opened = here
            elif mark in _CURLY_OPEN or mark == "``":
                # behind a sentence it opens the next paragraph of one quotation, in a text that lost its line breaks
                depth += not _AFTER_SENTENCE.search(text, max(opened, here - 4), here)
            else:  # a second straight mark that looks like an opening one: the first was never closed
                pairs.append((opened, _last_ink(text, opened, here)))
                opened = here
        elif opened is not None:
            if depth:
                depth -= 1
            else:
                pairs.append((opened, after))
                opened = None
    if not pairs and opened is None:
        pairs = _single_pairs(text, start, end)
    return pairs, opened


def _single_pairs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Quotations in single marks, where the paragraph has no double ones (British usage; headlines)."""
    pairs: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _SINGLE.finditer(text, start, end):
        before = text[match.start() - 1 : match.start()] if match.start() > start else " "
        if opened is None and not (before.isalnum() or before in ".,!?…"):
            opened = match.start()
        elif opened is not None and (before.isalnum() or before in ".,!?…"):
            # "the rebels' camp": a plural possessive closes nothing if another mark that can close follows
            if before == "s" and _closes_later(text, match.end(), end):
                continue
            pairs.append((opened, match.end()))
            opened = None
    return pairs


def _closes_later(text: str, start: int, end: int) -> bool:
    for match in _SINGLE.finditer(text, start, end):
        before = text[match.start() - 1]
        return before.isalnum() or before in ".,!?…"
    return False


def _quote(text: str, parts: list[Span], matched: bool) -> Quote:
    inner = tuple(_inside(text, part) for part in parts)
    words = sum(len(part.of(text).split()) for part in inner)
    last = inner[-1].of(text).rstrip()
    clause = bool(_SENTENCE_END.search(last)) or (last.endswith(",") and words > 1)
    kind: Literal["speech", "words"] = "speech" if words >= _SPEECH_WORDS or (clause and words > 1) else "words"
    return Quote(parts[0].start, parts[-1].end, tuple(parts), inner, kind, matched)


def _inside(text: str, part: Span) -> Span:
    start, end = part.start, part.end
    for mark in ("``", "''"):
        if text.startswith(mark, start):
            start += 2
            break
    else:
        if text[start] in "\"“„«‘'":
            start += 1
    if text[max(end - 2, start) : end] == "''":
        end -= 2
    elif end > start and text[end - 1] in "\"”»’'":
        end -= 1
    return Span(min(start, end), max(start, end))
