"""One document as the template shows it: rows of text with the cards that belong beside them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.export.html import cards, collect, wording
from reportedly.export.html.cards import Card, Link, Row, Site, Speaker
from reportedly.export.html.marks import Segment, segments
from reportedly.export.html.names import Names, name
from reportedly.model import Block, Document, Reading, Span


@dataclass(frozen=True, slots=True)
class Strip:
    """A block of the text, its words cut into segments, and what is told there.

    ``gap`` is the white space behind it (before it too, where the text starts with some in ``before``).
    ``again`` is true where the block above is of the same kind, so that the margin need not repeat it.
    """

    kind: str
    rule: str
    bytes: str
    post: str
    again: bool
    before: str
    words: tuple[Segment, ...]
    gap: str
    cards: tuple[Card, ...]
    own: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One document with everything that was read from it."""

    key: str
    number: int
    title: str
    publisher: str
    authors: str
    published: str
    url: str
    href: str
    language: str
    capture: tuple[tuple[str, str], ...]
    run: tuple[tuple[str, str], ...]
    identifier: str
    strips: tuple[Strip, ...]
    rows: tuple[Row, ...]
    speakers: tuple[Speaker, ...]
    sites: tuple[Site, ...]
    keys: tuple[str, ...]
    loose: tuple[Card, ...]
    stances: tuple[tuple[str, int], ...]

    @property
    def statements(self) -> int:
        """How many statements were read."""
        return sum(count for _, count in self.stances)

    @property
    def unnamed(self) -> int:
        """How many sources the document does not name."""
        return sum(speaker.unnamed for speaker in self.speakers)


def page(reading: Reading, number: int) -> Page:
    """``reading`` as the ``number``-th document of the page, counted from 1."""
    names = name(reading, number)
    document = reading.document
    made = {placed.label: cards.card(placed, reading, names) for placed in names.statements}
    rows = cards.rows(reading, names)
    run = reading.run
    return Page(
        key=names.document,
        number=number,
        title=document.title or "Untitled document",
        publisher=document.publisher or "",
        authors=", ".join(document.authors),
        published=wording.published(document.published),
        url=document.url or "",
        href=wording.web_address(document.url),
        language=document.language,
        capture=_capture(document),
        run=(
            ("reportedly", run.version), ("language model", run.model), ("ontology", run.ontology),
            ("gazetteer", run.gazetteer), ("rules", run.rules),
        ),
        identifier=document.id,
        strips=tuple(_strips(reading, names, made)),
        rows=rows,
        speakers=cards.speakers(reading, names),
        sites=cards.sites(reading),
        keys=(*(one.key for one in made.values()), *(row.key for row in rows)),
        loose=tuple(made[one.label] for one in names.statements if one.at is None and not one.depth),
        stances=_tally(reading),
    )  # fmt: skip


def _tally(reading: Reading) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for one in reading.statements:
        counts[one.stance] = counts.get(one.stance, 0) + 1
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _capture(document: Document) -> tuple[tuple[str, str], ...]:
    capture = document.capture
    if capture is None:
        return ()
    fetched = (("archived", capture.fetched),) if capture.fetched else ()
    return (
        ("origin", f"{capture.origin} ({capture.method}, {capture.media_type}, {capture.size:,} bytes)"),
        ("sha-256", capture.sha256),
        *fetched,
    )


def _pieces(document: Document) -> Iterator[tuple[Block | None, Span]]:
    """The whole text, in order: every block, and what no block covers. Of overlapping blocks the earlier wins."""
    position, size = 0, len(document.text)
    for block in sorted(document.blocks, key=lambda block: (block.start, block.end)):
        start, end = max(block.start, position), min(block.end, size)
        if start < end:
            if position < start:
                yield None, Span(position, start)
            yield block, Span(start, end)
            position = end
    if position < size:
        yield None, Span(position, size)


def _strips(reading: Reading, names: Names, made: dict[str, Card]) -> Iterator[Strip]:
    document, text = reading.document, wording.shown(reading.document.text)
    pieces = list(_pieces(document))
    cut = segments(
        text,
        collect.marks(reading, names),
        anchors=list(collect.anchors(names)),
        cuts=[span.start for _, span in pieces],
    )
    starts = [one.start for one in cut]
    told = _told(pieces, names, made)
    own = _own(pieces, names)
    before, kind = "", ""
    for i, (block, span) in enumerate(pieces):
        if block is None and not span.of(text).strip() and i == 0 and len(pieces) > 1:
            before = span.of(text)
            continue
        if block is None and not span.of(text).strip() and i > 0:
            continue
        following = pieces[i + 1] if i + 1 < len(pieces) else None
        gap = ""
        if following and following[0] is None and not following[1].of(text).strip():
            gap = following[1].of(text)
        last = span.end == len(text)
        yield Strip(
            kind=block.kind if block else "unassigned",
            rule=block.rule if block else "",
            bytes=_bytes(block, document),
            post=_post(block),
            again=bool(block) and kind == (block.kind if block else ""),
            before=before,
            words=tuple(
                cut[bisect_left(starts, span.start) : None if last else bisect_left(starts, span.end)]
            ),
            gap=gap,
            cards=tuple(told.get(i, ())),
            own=tuple(own.get(i, ())),
        )
        before, kind = "", block.kind if block else ""


def _index(pieces: list[tuple[Block | None, Span]], position: int) -> int:
    """The piece with words that ``position`` lies in, or the nearest one before it (else after it)."""
    i = max(bisect_right(pieces, position, key=lambda piece: piece[1].start) - 1, 0)
    if pieces[i][0] is None and i > 0:
        i -= 1
    return i


def _told(
    pieces: list[tuple[Block | None, Span]], names: Names, made: dict[str, Card]
) -> dict[int, list[Card]]:
    """The cards beside each piece. A tree of statements stands together, where its outermost one stands."""
    told: dict[int, list[Card]] = {}
    current: int | None = None
    for placed in names.statements:
        if placed.depth == 0:
            current = None if placed.at is None else _index(pieces, placed.at.start)
        if current is not None:
            told.setdefault(current, []).append(made[placed.label])
    return told


def _own(pieces: list[tuple[Block | None, Span]], names: Names) -> dict[int, list[Link]]:
    """The events beside each piece that the document tells in its own voice."""
    own: dict[int, list[Link]] = {}
    for label, event in names.events:
        if event.statement is None:
            link = Link(label, names.key(label), wording.spaced(event.type))
            own.setdefault(_index(pieces, event.trigger.start), []).append(link)
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
