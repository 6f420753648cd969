"""One document as the template shows it."""

from dataclasses import dataclass

from reportedly.export import phrases
from reportedly.export.html import cards, wording
from reportedly.export.html.cards import Card, Row, Site, Speaker
from reportedly.export.html.names import Names, name
from reportedly.export.html.strips import Strip, strips
from reportedly.model import READABLE, Document, Reading

_OPENING = 12  # words that stand for the title of a document that has none


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
        title=document.title or _opening(document),
        publisher=document.publisher or "",
        authors=", ".join(document.authors),
        published=phrases.published(document.published),
        url=document.url or "",
        href=wording.web_address(document.url),
        language=document.language,
        capture=_capture(document),
        run=(
            ("reportedly", run.version), ("language model", run.model), ("ontology", run.ontology),
            ("gazetteer", run.gazetteer), ("rules", run.rules),
        ),
        identifier=document.id,
        strips=strips(reading, names, made),
        rows=rows,
        speakers=cards.speakers(reading, names),
        sites=cards.sites(reading),
        keys=(*(one.key for one in made.values()), *(row.key for row in rows)),
        loose=_loose(names, made),
        stances=_tally(reading),
    )  # fmt: skip


def _opening(document: Document) -> str:
    """The first words that are no boilerplate, in quotation marks, for a document without a title."""
    starts = [block.start for block in document.blocks if block.kind in READABLE] or [0]
    words = document.text[min(starts) :].split(maxsplit=_OPENING)
    more = " …" if len(words) > _OPENING else ""
    return f"“{' '.join(words[:_OPENING])}{more}”" if words else "A document without words"


def _loose(names: Names, made: dict[str, Card]) -> tuple[Card, ...]:
    """The trees of statements whose outermost one has no words that they could stand beside."""
    found, loose = [], False
    for placed in names.statements:
        loose = placed.at is None if placed.depth == 0 else loose
        if loose:
            found.append(made[placed.label])
    return tuple(found)


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
