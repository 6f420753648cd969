"""Incidents by their words: the sentences that tell them, and their type, places and parties."""

import sqlite3
from bisect import bisect_right
from collections import defaultdict
from typing import NamedTuple

import msgspec

from reportedly.case.entries import Hit, IncidentEntry
from reportedly.case.rows import JOIN
from reportedly.case.search import CLOSE, OPEN, context_of, marks, query
from reportedly.model import Span

_SPANS = msgspec.json.Decoder(tuple[Span, ...]).decode


class _Piece(NamedTuple):
    """A sentence that tells an incident."""

    document: str
    span: Span
    text: str


def search(connection: sqlite3.Connection, words: str, limit: int) -> list[Hit]:
    """The best ``limit`` incidents that hold all of ``words``; a hit shows the first sentence that has some of them.

    The words are indexed when they are asked for, in memory: a sentence tells an incident only as long as the two
    are linked so.
    """
    asked = query(words)
    entries = {
        one.id: one
        for (record,) in connection.execute("SELECT entry FROM incidents ORDER BY id")
        if (one := msgspec.json.decode(record, type=IncidentEntry))
    }
    if not asked or not entries:
        return []
    pieces = _pieces(connection)
    index = sqlite3.connect(":memory:")
    try:
        index.execute(
            "CREATE VIRTUAL TABLE told USING fts5 (names, words, tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        order = [one for one in entries if one in pieces]  # what was read anew may be waiting to be linked
        index.executemany(
            "INSERT INTO told (rowid, names, words) VALUES (?,?,?)",
            ((number, _names(entries[one]), _joined(pieces[one])) for number, one in enumerate(order)),
        )
        rows = index.execute(
            "SELECT rowid, bm25(told, 3.0, 1.0) AS rank, highlight(told, 1, ?, ?) FROM told WHERE told MATCH ?"
            " ORDER BY rank, rowid LIMIT ?",
            (OPEN, CLOSE, asked, limit),
        )
        return [_hit(entries[order[number]], pieces[order[number]], -rank, marked) for number, rank, marked in rows]
    finally:
        index.close()


def _pieces(connection: sqlite3.Connection) -> dict[str, list[_Piece]]:
    """The sentences that tell each incident, by publication."""
    found: defaultdict[str, dict[tuple[str, Span], _Piece]] = defaultdict(dict)
    rows = connection.execute(
        "SELECT i.incident, d.id, d.text, d.sentences, json_extract(e.record, '$.mentions')"
        " FROM incident_events i JOIN events e ON e.id = i.event JOIN documents d ON d.number = e.document"
        " ORDER BY d.published IS NULL, d.published, d.id, e.position"
    )
    sentences: dict[str, tuple[Span, ...]] = {}
    for incident, document, text, given, triggers in rows:
        if document not in sentences:
            sentences = {document: _SPANS(given)}
        for trigger in _SPANS(triggers):
            span = _sentence(sentences[document], trigger)
            found[incident].setdefault((document, span), _Piece(document, span, text))
    return {incident: list(pieces.values()) for incident, pieces in found.items()}


def _sentence(sentences: tuple[Span, ...], trigger: Span) -> Span:
    place = bisect_right(sentences, trigger.start, key=lambda span: span.start) - 1
    return sentences[place] if place >= 0 and trigger in sentences[place] else trigger


def _names(one: IncidentEntry) -> str:
    return " ".join((one.type, one.family, *one.places, *one.actors))


def _joined(pieces: list[_Piece]) -> str:
    return JOIN.join(piece.span.of(piece.text) for piece in pieces)


def _hit(entry: IncidentEntry, pieces: list[_Piece], score: float, marked: str) -> Hit:
    found = marks(marked, _joined(pieces))
    base = 0
    shown, spans = pieces[0], tuple[Span, ...]()
    for piece in pieces:
        inside = Span(base, base + len(piece.span))
        spans = tuple(_moved(mark, inside, piece.span.start) for mark in found if mark.overlaps(inside))
        if spans:
            shown = piece
            break
        base += len(piece.span) + len(JOIN)
    context = context_of(spans, shown.text, shown.span)
    return Hit(
        kind="incident", id=entry.id, document=shown.document, heading=", ".join((entry.type, *entry.places[:1])),
        score=score, spans=spans, context=context, snippet=context.of(shown.text),
    )  # fmt: skip


def _moved(mark: Span, inside: Span, start: int) -> Span:
    """``mark``, which counts in the joined words, in the text of the piece that begins at ``start``."""
    first, last = max(mark.start, inside.start), min(mark.end, inside.end)
    return Span(start + first - inside.start, start + last - inside.start)
