"""Words in their context on the terminal, told apart by colour and, without colour, by brackets."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.export import phrases
from reportedly.model import Document, Span

if TYPE_CHECKING:
    from rich.text import Text

_AROUND = 400
"""Characters of a long block that are shown on each side of the words."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A kind of words: what the legend calls it, its colour, the brackets that stand for it, the words."""

    name: str
    style: str
    brackets: tuple[str, str]
    spans: tuple[Span, ...]


def source_mark(spans: tuple[Span, ...]) -> Mark:
    """The words that name a source."""
    return Mark("source", "bold cyan", ("{", "}"), spans)


def cue_mark(spans: tuple[Span, ...]) -> Mark:
    """The words that say that something is said."""
    return Mark("cue", "bold magenta", ("<", ">"), spans)


def content_mark(spans: tuple[Span, ...]) -> Mark:
    """What is said."""
    return Mark("content", "underline", ("⟦", "⟧"), spans)


def trigger_mark(spans: tuple[Span, ...]) -> Mark:
    """The words that name an event."""
    return Mark("trigger", "bold red", ("*", "*"), spans)


def detail_mark(spans: tuple[Span, ...]) -> Mark:
    """Who, where, when and how many of an event."""
    return Mark("who, where, when, how many", "yellow", ("‹", "›"), spans)


def windows(document: Document, spans: tuple[Span, ...]) -> list[Span]:
    """The stretches of text that show ``spans``: their blocks, long ones cut around the words.

    Words outside all blocks are shown by themselves.
    """
    found: list[Span] = []
    for span in sorted(spans):
        homes = [block.span for block in document.blocks if block.span.overlaps(span)] or [span]
        for home in homes:
            start, end = home.start, home.end
            if len(home) > 2 * _AROUND:
                start = _word_edge(document.text, max(start, span.start - _AROUND), home)
                end = _word_edge(document.text, min(end, span.end + _AROUND), home)
            if found and start <= found[-1].end:
                found[-1] = Span(found[-1].start, max(found[-1].end, end))
            else:
                found.append(Span(start, end))
    return found


def _word_edge(text: str, position: int, home: Span) -> int:
    """The nearest position at or behind ``position`` that does not cut a word; within 40 characters."""
    for edge in range(position, min(position + 40, home.end)):
        if edge == home.start or text[edge - 1].isspace() or text[edge].isspace():
            return edge
    return position


def highlighted(text: str, window: Span, marks: list[Mark], *, brackets: bool) -> "Text":
    """The words of ``window`` with ``marks`` in their styles, and between their brackets where asked for.

    Brackets of overlapping words are nested as far as they can be: what begins first ends last.
    """
    from rich.text import Text

    shown = Text("… " if window.start > 0 and text[window.start - 1] != "\n" else "")
    inside = [
        (Span(max(span.start, window.start), min(span.end, window.end)), mark)
        for mark in marks
        for span in mark.spans
        if len(span) and span.overlaps(window)
    ]
    edges = {edge for span, _ in inside for edge in (span.start, span.end)}
    cuts = sorted({window.start, window.end} | edges)
    for start, end in zip(cuts, [*cuts[1:], window.end], strict=True):
        if brackets:
            closing = sorted((one for one in inside if one[0].end == start), key=lambda one: -one[0].start)
            opening = sorted((one for one in inside if one[0].start == start), key=lambda one: -one[0].end)
            shown.append("".join(mark.brackets[1] for _, mark in closing))
            shown.append("".join(mark.brackets[0] for _, mark in opening))
        if start == end:
            continue
        styles = [mark.style for span, mark in inside if span.start <= start and end <= span.end]
        shown.append(phrases.plain(text[start:end]), style=" ".join(styles) or None)
    if window.end < len(text) and text[window.end] != "\n":
        shown.append(" …")
    return shown


def legend(marks: list[Mark], *, brackets: bool) -> "Text":
    """Which style, or which brackets, stand for what."""
    from rich.text import Text

    shown = Text()
    for mark in marks:
        if mark.spans:
            opened, closed = mark.brackets if brackets else ("", "")
            shown.append("   " if shown.plain else "").append(f"{opened}{mark.name}{closed}", style=mark.style)
    return shown
