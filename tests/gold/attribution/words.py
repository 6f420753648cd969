"""Words quoted from a passage, and the spans they stand for."""

import re

from reportedly.errors import ReportedlyError
from reportedly.model import Span

QUOTES = "\"'“”‘’«»„"
_RANGE = " ... "


class GoldError(ReportedlyError):
    """A passage of the gold that cannot be compiled. The message names the passage and the words."""


def spans_of(quoted: str, text: str) -> tuple[Span, ...]:
    """The spans that ``quoted`` names in ``text``; several are kept apart by `` + ``, ``-`` is none.

    Raises:
        GoldError: where the words do not occur, or occur more than once and are not numbered.
    """
    if quoted == "-":
        return ()
    return tuple(sorted(_span(part.strip(), text) for part in quoted.split(" + ")))


def _span(quoted: str, text: str) -> Span:
    if _RANGE not in quoted:
        return _find(quoted, text, 0)
    first, last = quoted.split(_RANGE)
    start = _find(first, text, 0)
    words, number = _numbered(last)
    return Span(start.start, _find(f"{words}#{number or 1}", text, start.end).end)


def _find(quoted: str, text: str, after: int) -> Span:
    words, number = _numbered(quoted)
    # A word boundary on each side, so that "he" is not found in "the"; a quoted mark needs none.
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    behind = r"(?!\w)" if words[-1:].isalnum() else ""
    found = [match.start() for match in re.finditer(before + re.escape(words) + behind, text) if match.start() >= after]
    if not found:
        raise GoldError(f"“{words}” does not occur")
    if number is None and len(found) > 1:
        raise GoldError(f"“{words}” occurs {len(found)} times: number it, “{words}#1”")
    if (number or 1) > len(found):
        raise GoldError(f"“{words}” occurs {len(found)} times, not {number}")
    start = found[(number or 1) - 1]
    return Span(start, start + len(words))


def _numbered(quoted: str) -> tuple[str, int | None]:
    match = re.fullmatch(r"(.+)#(\d+)", quoted)
    return (match[1], int(match[2])) if match else (quoted, None)
