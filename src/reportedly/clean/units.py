"""The logical lines of a plain text: one paragraph, heading or debris line each, wrapped lines joined."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_WRAP_LOW, _WRAP_HIGH = 50, 100  # characters; agencies wrap at 64 to 72, mail and WET at up to 80
_WRAPPED_SHARE = 0.6
_INDENT = re.compile(r"(?: {2,}|\t|\u3000)")


@dataclass(slots=True, frozen=True)
class Unit:
    """``text[start:end]`` of the document, white space trimmed. ``group`` counts stretches between blank
    lines.
    """

    start: int
    end: int
    group: int
    text: str


@dataclass(slots=True, frozen=True)
class _Line:
    start: int
    end: int
    group: int
    indented: bool

    @property
    def size(self) -> int:
        return self.end - self.start


def units(text: str) -> list[Unit]:
    """The logical lines of ``text`` in order; white space at their ends left out."""
    lines = list(_lines(text))
    wrapped = _is_wrapped(lines)
    out: list[Unit] = []
    start = 0
    for i, line in enumerate(lines):
        following = lines[i + 1] if i + 1 < len(lines) else None
        if wrapped and following and _continues(text, line, following):
            continue
        first = lines[start]
        out.append(Unit(first.start, line.end, first.group, text[first.start : line.end]))
        start = i + 1
    return out


def longest_line(content: bytes) -> int:
    """The length in bytes of the longest line of ``content``."""
    longest, at = 0, 0
    while True:
        end = content.find(b"\n", at)
        if end < 0:
            return max(longest, len(content) - at)
        longest = max(longest, end - at)
        at = end + 1


def _lines(text: str) -> Iterator[_Line]:
    group, blank, at = 0, False, 0
    for end, after in [
        *((match.start(), match.end()) for match in _LINE_END.finditer(text)),
        (len(text), len(text)),
    ]:
        raw = text[at:end]
        body = raw.strip(" \t\xa0\u200b\ufeff\u3000")
        if body.strip():
            group += blank
            blank = False
            start = at + raw.index(body)
            yield _Line(start, start + len(body), group, bool(_INDENT.match(raw)))
        else:
            blank = True
        at = after


def _is_wrapped(lines: list[_Line]) -> bool:
    """True where the lines that others follow without a blank line are nearly all as long as a wrapped
    line is.
    """
    inner = [a.size for a, b in pairwise(lines) if a.group == b.group and not b.indented]
    if len(inner) < 3 or len(inner) * 3 < len(lines):
        return False
    ordered = sorted(line.size for line in lines)
    if ordered[int(len(ordered) * 0.97)] > _WRAP_HIGH:
        return False
    return sum(1 for size in inner if _WRAP_LOW <= size <= _WRAP_HIGH) >= _WRAPPED_SHARE * len(inner)


def _continues(text: str, line: _Line, following: _Line) -> bool:
    if line.group != following.group or (following.indented and not line.indented):
        return False
    if line.size >= _WRAP_LOW:
        return True
    # A short line runs on only in the middle of a sentence.
    return text[following.start].islower() or text[line.end - 1] in ",;"
