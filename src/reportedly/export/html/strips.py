"""The text in strips: each block with the cards of what is said in it beside it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.export.html import collect, wording
from reportedly.export.html.cards import Card, Link
from reportedly.export.html.marks import Segment, segments
from reportedly.export.html.names import Names
from reportedly.model import Block, Claim, Document, Reading, Span

_LONG = 1400
"""Code points above which a block is shown in several strips: its cards would drift away from their words."""

_STEP = 700
"""Code points after which the next end of a sentence ends a strip of such a block."""

_SENTENCE = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Strip:
    """A block of the text, its words cut into segments, and what is told there.

    ``before`` and ``after`` are the white space between this strip and its neighbours: on the page, not seen.
    ``again`` is true where the block above is of the same kind, so that the margin need not repeat it;
    ``continued`` where it is the same block, shown in portions.
    """

    kind: str
    rule: str
    bytes: str
    post: str
    again: bool
    continued: bool
    before: tuple[Segment, ...]
    words: tuple[Segment, ...]
    after: tuple[Segment, ...]
    cards: tuple[Card, ...]
    own: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block, a portion of one, or words in none, with the white space from ``first`` and up to ``last``."""

    block: Block | None
    first: int
    start: int
    end: int
    last: int


def strips(reading: Reading, names: Names, made: dict[str, Card]) -> tuple[Strip, ...]:
    """The whole text of ``reading``, in order. ``made`` holds the cards by the labels of their statements."""
    document, text = reading.document, reading.document.text
    pieces = _pieces(document)
    cut = segments(
        text,
        collect.marks(reading, names),
        anchors=list(collect.anchors(names)),
        cuts=[edge for piece in pieces for edge in (piece.start, piece.end, piece.last)],
    )
    starts = [one.start for one in cut]

    def part(start: int, end: int) -> tuple[Segment, ...]:
        return tuple(cut[bisect_left(starts, start) : bisect_left(starts, end)])

    told, own = _told(pieces, names, made), _own(pieces, names, reading.claims)
    found: list[Strip] = []
    for i, piece in enumerate(pieces):
        block = piece.block
        kind = block.kind if block else "unassigned"
        continued = i > 0 and block is not None and block is pieces[i - 1].block
        # An anchor behind the last character is a segment of its own that starts where the text ends.
        tail = part(len(text), len(text) + 1) if i == len(pieces) - 1 else ()
        found.append(
            Strip(
                kind=kind,
                rule=block.rule if block else "",
                bytes="" if continued else _bytes(block, document),
                post="" if continued else _post(block),
                again=bool(found) and found[-1].kind == kind and not continued,
                continued=continued,
                before=part(piece.first, piece.start),
                words=part(piece.start, piece.end),
                after=part(piece.end, piece.last) + tail,
                cards=tuple(told.get(i, ())),
                own=tuple(own.get(i, ())),
            )
        )
    return tuple(found)


def _pieces(document: Document) -> list[_Piece]:
    """The whole text as pieces; an empty or blank text is one piece."""
    found: list[_Piece] = []
    first = 0
    for block, span in _covered(document):
        if block is None and not span.of(document.text).strip():
            if found:
                found[-1] = _Piece(found[-1].block, found[-1].first, found[-1].start, found[-1].end, span.end)
            continue
        if found:
            first = span.start
        found.append(_Piece(block, first, span.start, span.end, span.end))
    size = len(document.text)
    return found or [_Piece(None, 0, 0, size, size)]


def _covered(document: Document) -> Iterator[tuple[Block | None, Span]]:
    """The blocks, and what no block covers, in order. Of overlapping blocks the first keeps the words."""
    position, size = 0, len(document.text)
    for block in sorted(document.blocks, key=lambda block: (block.start, block.end)):
        start, end = max(block.start, position), min(block.end, size)
        if start < end:
            if position < start:
                yield None, Span(position, start)
            for part in _portions(document.text, start, end):
                yield block, part
            position = end
    if position < size:
        yield None, Span(position, size)


def _portions(text: str, start: int, end: int) -> Iterator[Span]:
    """``[start, end)`` whole, or cut behind ends of sentences where it is long."""
    while end - start > _LONG:
        stop = _SENTENCE.search(text, start + _STEP, end)
        if stop is None:
            break
        yield Span(start, stop.end())
        start = stop.end()
    yield Span(start, end)


def _index(pieces: list[_Piece], position: int) -> int:
    return max(bisect_right(pieces, position, key=lambda piece: piece.first) - 1, 0)


def _told(pieces: list[_Piece], names: Names, made: dict[str, Card]) -> dict[int, list[Card]]:
    """The cards beside each piece. A tree of statements stands together, where its outermost one stands."""
    told: dict[int, list[Card]] = {}
    current: int | None = None
    for placed in names.statements:
        if placed.depth == 0:
            current = None if placed.at is None else _index(pieces, placed.at.start)
        if current is not None:
            told.setdefault(current, []).append(made[placed.label])
    return told


def _own(pieces: list[_Piece], names: Names, claims: Sequence[Claim]) -> dict[int, list[Link]]:
    """The events beside each piece that the document tells in its own voice."""
    own: dict[int, list[Link]] = {}
    voiced = {claim.event: claim.trigger for claim in claims if not claim.chain}
    for label, event in names.events:
        trigger = voiced.get(event.id, event.trigger if event.statement is None else None)
        if trigger is not None:
            link = Link(label, names.key(label), wording.spaced(event.type))
            own.setdefault(_index(pieces, trigger.start), []).append(link)
    return own


def _bytes(block: Block | None, document: Document) -> str:
    if block is None or document.capture is None:
        return ""
    return f"bytes {block.source.start:,}–{block.source.end:,}" if block.source else "not aligned"


def _post(block: Block | None) -> str:
    if block is None or block.post is None:
        return ""
    post = block.post
    date = f"{post.published.value} ({post.published.precision})" if post.published else ""
    handle = f"@{post.handle}" if post.handle else ""
    return " · ".join(part for part in (post.author or "", handle, date, post.url or "") if part)
