"""Full-text search over documents and statements, by FTS5 of SQLite."""

import re
import sqlite3

import msgspec

from reportedly.case.entries import Hit
from reportedly.case.rows import JOIN
from reportedly.model import Span

OPEN, CLOSE = "\ufdd0", "\ufdd1"  # noncharacters: Unicode keeps them for a program's own use
_PART = re.compile(r'"([^"]*)"|(\S+)')
_AROUND = 90  # characters of context on each side of the first word found

_DOCUMENTS = """
SELECT d.id, d.title, d.text, bm25(documents_words, 3.0, 1.0) AS rank, highlight(documents_words, 1, ?, ?)
FROM documents_words w JOIN documents d ON d.number = w.rowid
WHERE documents_words MATCH ? ORDER BY rank, d.id LIMIT ?
"""
_STATEMENTS = """
SELECT s.id, d.id, s.name, d.text, s.content, s.record, bm25(statements_words, 1.5, 1.0) AS rank,
       highlight(statements_words, 1, ?, ?)
FROM statements_words w JOIN statements s ON s.number = w.rowid JOIN documents d ON d.number = s.document
WHERE statements_words MATCH ? ORDER BY rank, d.id, s.position LIMIT ?
"""


class _Content(msgspec.Struct):
    content: tuple[Span, ...] = ()


def query(words: str) -> str:
    """``words`` of a user in the query language of FTS5, all quoted; empty where there is no word in them.

    All words must occur. A phrase in quotation marks stays one; ``begin*`` stands for any word that begins
    so.
    """
    parts = []
    for match in _PART.finditer(words.replace("“", '"').replace("”", '"').replace("\0", " ")):
        phrase = match[1] if match[1] is not None else match[2].replace('"', "")
        if any(char.isalnum() for char in phrase):
            star = "*" if match[2] and phrase.endswith("*") else ""
            parts.append(f'"{phrase}"{star}')
    return " ".join(parts)


def search(connection: sqlite3.Connection, words: str, limit: int) -> list[Hit]:
    """The best ``limit`` documents, then the best ``limit`` statements, that hold all of ``words``."""
    asked = query(words)
    if not asked:
        return []
    values = (OPEN, CLOSE, asked, limit)
    hits = []
    for one, title, text, rank, marked in connection.execute(_DOCUMENTS, values):
        spans = marks(marked or "", text)
        hits.append(_hit("document", one, one, title, -rank, spans, text, Span(0, len(text))))
    for one, document, name, text, content, record, rank, marked in connection.execute(_STATEMENTS, values):
        pieces = msgspec.json.decode(record, type=_Content).content
        spans = tuple(span for mark in marks(marked, content) for span in _placed(mark, pieces))
        within = Span(pieces[0].start, max(piece.end for piece in pieces)) if pieces else Span(0, 0)
        hits.append(_hit("statement", one, document, name, -rank, spans, text, within))
    return hits


def marks(marked: str, text: str) -> tuple[Span, ...]:
    """Where in ``text`` the marks stand that ``highlight`` put into ``marked``.

    Empty where the two do not otherwise agree: SQLite's functions end at a NUL, which some broken pages hold.
    """
    spans: list[Span] = []
    if marked.replace(OPEN, "").replace(CLOSE, "") != text:
        return ()
    position = 0
    for piece in marked.split(OPEN):
        word, closed, rest = piece.partition(CLOSE)
        if closed:
            spans.append(Span(position, position + len(word)))
        position += len(word) + len(rest)
    return tuple(spans)


def _placed(mark: Span, pieces: tuple[Span, ...]) -> list[Span]:
    """``mark``, which counts in the joined words of ``pieces``, in code points of the document's text."""
    found = []
    base = 0
    for piece in pieces:
        start, end = max(mark.start - base, 0), min(mark.end - base, len(piece))
        if start < end:
            found.append(Span(piece.start + start, piece.start + end))
        base += len(piece) + len(JOIN)
    return found


def _hit(
    kind: str,
    one: str,
    document: str,
    heading: str | None,
    score: float,
    spans: tuple[Span, ...],
    text: str,
    whole: Span,
) -> Hit:
    context = context_of(spans, text, whole)
    return Hit(
        kind=kind,
        id=one,
        document=document,
        heading=heading,
        score=score,
        spans=spans,
        context=context,
        snippet=context.of(text),
    )


def context_of(spans: tuple[Span, ...], text: str, whole: Span) -> Span:
    """The stretch of ``whole`` with the most of ``spans`` in it, the first such, cut at words."""
    inside = [span for span in spans if span in whole]
    if not inside:
        return Span(whole.start, _back(text, min(whole.end, whole.start + 2 * _AROUND), whole))
    best = max(inside, key=lambda span: (sum(0 <= one.start - span.start < _AROUND for one in inside), -span.start))
    start = max(whole.start, best.start - _AROUND // 2)
    while whole.start < start < best.start and not text[start - 1].isspace():
        start += 1
    while start < best.start and text[start].isspace():
        start += 1
    return Span(start, max(best.end, _back(text, min(whole.end, best.start + 3 * _AROUND // 2), whole)))


def _back(text: str, end: int, whole: Span) -> int:
    """The end of the last word that ends at or before ``end``."""
    cut = end
    while whole.start < cut < whole.end and not text[cut].isspace():
        cut -= 1
    return cut if cut > whole.start else end
