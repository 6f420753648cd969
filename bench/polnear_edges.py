"""Statements as PolNeAR draws them: where its annotators end a source, a cue and a content.

The project keeps punctuation out of its spans and lets the parts of a cue lie apart. PolNeAR's annotators did
otherwise, and steadily so (counts in its train part): a cue is one stretch of text, always; the colon behind a cue
belongs to it (222 of 240); so does the preposition that leads from cue to content ("of" 467 of 556, "about" 490 of
528); the comma that closes an apposition belongs to the source (926 of 1,032); quotation marks, and a comma or stop
before them, belong to the content. The sources of one cue are one.
"""

import re
from collections.abc import Iterator, Sequence

from reportedly.model import Reading, Span, Statement

_CLOSING, _OPENING = "”\"'’", "“\"'‘`"
_LEADING = re.compile(r"\s+(?:of|about|for|on|against|with|to)(?=\s)", re.IGNORECASE)
_ENDS_IN_QUOTATION = re.compile(r"[,.?!](?=[\"”]|'')")
_FILLED = 3  # words between two parts of a cue that are taken for part of it


def outermost(reading: Reading) -> Iterator[dict[str, list[list[int]]]]:
    """The statements within no other, each as the spans of its source, cue and content."""
    groups: dict[tuple[Span, ...], list[Statement]] = {}
    for statement in reading.statements:
        if statement.within is None and statement.cue:
            groups.setdefault((*statement.cue, *statement.content), []).append(statement)
    text = reading.document.text
    for statements in groups.values():
        first = statements[0]
        sources = sorted({span for statement in statements for span in statement.source_spans})
        cue, left = _one_stretch(text, first.cue, (*sources, *first.content))
        content = _rejoined(text, first.content, left)
        cue = _to_content(text, cue, content)
        yield {
            "source": [_with_comma(text, Span(sources[0].start, sources[-1].end))] if sources else [],
            "cue": [[cue.start, cue.end]],
            "content": [_with_marks(text, span) for span in content],
        }


def _one_stretch(text: str, cue: Sequence[Span], taken: Sequence[Span]) -> tuple[Span, list[Span]]:
    """The cue without gaps, and the parts of it that had to be left out."""
    parts = [cue[0]]
    for span in cue[1:]:
        between = Span(parts[-1].end, span.start)
        held = any(span.overlaps(between) for span in taken)
        if not held and len(between.of(text).split()) <= _FILLED:
            parts[-1] = Span(parts[-1].start, span.end)
        else:
            parts.append(span)
    # "Do you think": the auxiliary stands apart from the verb; "described him as": the preposition does
    chosen = 1 if len(parts) > 1 and len(parts[0].of(text).split()) == 1 and _auxiliary(parts[0].of(text)) else 0
    return parts[chosen], [span for at, span in enumerate(parts) if at != chosen]


def _auxiliary(word: str) -> bool:
    return word.lower() in {
        "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could",
        "should", "may", "might", "must", "why", "when",
    }  # fmt: skip


def _rejoined(text: str, content: Sequence[Span], left: Sequence[Span]) -> list[Span]:
    """The content, over the words of the cue that were left out between its parts ("him *as* a traitor")."""
    parts: list[Span] = []
    for span in content:
        if parts and any(Span(parts[-1].end, span.start).of(text).strip() == word.of(text) for word in left):
            parts[-1] = Span(parts[-1].start, span.end)
        else:
            parts.append(span)
    return parts


def _to_content(text: str, cue: Span, content: Sequence[Span]) -> Span:
    if text[cue.end : cue.end + 1] == ":" and text[cue.start : cue.end] != ":":
        return Span(cue.start, cue.end + 1)
    match = _LEADING.match(text, cue.end)
    if match and any(span.start in (match.end(), match.end() + 1) for span in content):
        return Span(cue.start, match.end())
    return cue


def _with_comma(text: str, span: Span) -> list[int]:
    words = span.of(text)
    apposition = text[span.end : span.end + 1] == "," and ", " in words
    return [span.start, span.end + apposition]


def _with_marks(text: str, span: Span) -> list[int]:
    start, end = span.start, span.end
    if _ENDS_IN_QUOTATION.match(text, end):
        end += 1
    while end < len(text) and text[end] in _CLOSING and not text[end + 1 : end + 2].isalnum():
        end += 1
    while start > 0 and text[start - 1] in _OPENING:
        start -= 1
    return [start, end]
