"""Maps from the characters of a text back to the bytes it was made from.

A map is a list of ``Run``, sorted and free of overlaps on the text's side. Maps compose: text →
characters of the source → bytes.
"""

import codecs
import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from reportedly.model import Run, Span, located, overlapping

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_UTF16 = frozenset({"utf-16-le", "utf-16-be"})
_UTF32 = frozenset({"utf-32-le", "utf-32-be"})


def compose(outer: Sequence[Run], inner: Sequence[Run]) -> list[Run]:
    """The map text → bytes of the two maps text → characters (``outer``) and characters → bytes
    (``inner``).
    """
    out: list[Run] = []
    for run in outer:
        exact = run.end - run.start == run.last - run.first
        if not exact:
            ends = located(inner, Span(run.first, run.last))
            if ends is not None:
                out.append(Run(run.start, run.end, ends.start, ends.end))
            continue
        for part in overlapping(inner, run.first, run.last):
            low, high = max(part.start, run.first), min(part.end, run.last)
            start, end = run.start + low - run.first, run.start + high - run.first
            if part.end - part.start == part.last - part.first:
                out.append(Run(start, end, part.first + low - part.start, part.first + high - part.start))
            else:
                out.append(Run(start, end, part.first, part.last))
    return joined(out)


def joined(runs: Sequence[Run]) -> list[Run]:
    """``runs`` with one-to-one neighbours that follow each other on both sides made one."""
    out: list[Run] = []
    for run in runs:
        if out:
            last = out[-1]
            if (
                last.end == run.start
                and last.last == run.first
                and last.end - last.start == last.last - last.first
                and run.end - run.start == run.last - run.first
            ):
                out[-1] = Run(last.start, run.end, last.first, run.last)
                continue
        out.append(run)
    return out


def shifted(runs: Sequence[Run], by: int) -> list[Run]:
    """``runs`` with the text's side moved ``by`` characters."""
    return [Run(run.start + by, run.end + by, run.first, run.last) for run in runs]


def decoded_runs(content: bytes, encoding: str, offset: int = 0) -> list[Run]:
    """The map from ``content.decode(encoding, "replace")`` to its bytes, the first of which is number
    ``offset``.

    Exact for every encoding that Python knows: by the width of each character where that is fixed or
    computable, by feeding the decoder byte for byte elsewhere.
    """
    name = codecs.lookup(encoding).name
    text = content.decode(encoding, "replace")
    if len(text) == len(content):
        return [Run(0, len(text), offset, offset + len(content))] if text else []
    if name == "utf-8" and "�" not in text:
        return _by_width(text, offset, 1, _utf8_width)
    if name in _UTF16:
        runs = _by_width(text, offset, 2, lambda c: 4 if c > "\uffff" else 2)
        return runs if not runs or runs[-1].last == offset + len(content) else _by_byte(content, name, offset)
    if name in _UTF32:
        return [Run(i, i + 1, offset + 4 * i, offset + 4 * i + 4) for i in range(len(text))]
    return _by_byte(content, name, offset)


def _utf8_width(character: str) -> int:
    return 2 if character < "\u0800" else 3 if character < "\U00010000" else 4


def _by_width(text: str, offset: int, base: int, width: Callable[[str], int]) -> list[Run]:
    """Runs for an encoding where ASCII takes ``base`` bytes and any other character ``width``."""
    if base > 1:
        out = []
        for i, character in enumerate(text):
            size = width(character)
            out.append(Run(i, i + 1, offset, offset + size))
            offset += size
        return out
    out = []
    at = 0
    for match in _NOT_ASCII.finditer(text):
        i = match.start()
        if i > at:
            out.append(Run(at, i, offset, offset + i - at))
            offset += i - at
        size = width(match.group())
        out.append(Run(i, i + 1, offset, offset + size))
        offset += size
        at = i + 1
    if at < len(text):
        out.append(Run(at, len(text), offset, offset + len(text) - at))
    return out


def _by_byte(content: bytes, encoding: str, offset: int) -> list[Run]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    out: list[Run] = []
    made, pending = 0, 0
    for i in range(len(content) + 1):
        text = decoder.decode(content[i : i + 1], i == len(content))
        if text:
            last = min(i + 1, len(content))
            out.append(Run(made, made + len(text), offset + pending, offset + last))
            made += len(text)
            pending = last
    return joined(out)


def lines_normalised(text: str) -> tuple[str, list[Run]]:
    """``text`` with every line end as ``\\n``, and the map back into ``text``."""
    if "\r" not in text:
        return text, [Run(0, len(text), 0, len(text))] if text else []
    runs: list[Run] = []
    made = 0
    ends = [0, *(match.end() for match in re.finditer(r"\r\n?", text)), len(text)]
    for start, end in pairwise(ends):
        piece = text[start:end]
        body = piece.removesuffix("\r") if piece.endswith("\r") else piece.removesuffix("\r\n")
        if body:
            runs.append(Run(made, made + len(body), start, start + len(body)))
            made += len(body)
        if len(body) < len(piece):
            runs.append(Run(made, made + 1, start + len(body), end))
            made += 1
    return re.sub(r"\r\n?", "\n", text), joined(runs)
