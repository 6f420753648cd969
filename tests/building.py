"""Builds readings by quoting their words: finds the spans, the bytes and the identifiers."""

import msgspec

from reportedly.model import (
    Block,
    BlockKind,
    Capture,
    Casualty,
    Claim,
    Document,
    Event,
    Modality,
    Mode,
    Place,
    Polarity,
    Published,
    Quantity,
    Reading,
    Role,
    Run,
    Said,
    Source,
    SourceKind,
    Span,
    Stance,
    Statement,
    Time,
    content_id,
)

OBTAINED = "2019-03-05T08:00:00Z"
"""When the captures of the built readings were taken in."""


class Words:
    """Finds words in a text and gives their spans, so that no test counts characters by hand."""

    def __init__(self, text: str) -> None:
        self.text = text

    def at(self, words: str, after: str = "") -> Span:
        """The first occurrence of ``words`` behind the first occurrence of ``after``."""
        start = self.text.index(words, self.text.index(after) if after else 0)
        return Span(start, start + len(words))

    def all(self, words: str) -> tuple[Span, ...]:
        """Every occurrence of ``words``."""
        found = []
        start = self.text.find(words)
        while start >= 0:
            found.append(Span(start, start + len(words)))
            start = self.text.find(words, start + 1)
        return tuple(found)


def align(text: str) -> tuple[Run, ...]:
    """The map from ``text`` to its UTF-8 bytes: stretches of ASCII one to one, every other character
    a unit."""
    runs: list[Run] = []
    byte = 0
    for index, char in enumerate(text):
        size = len(char.encode())
        last = runs[-1] if runs else None
        if size == 1 and last and last.end - last.start == last.last - last.first:
            runs[-1] = Run(last.start, index + 1, last.first, byte + 1)
        else:
            runs.append(Run(index, index + 1, byte, byte + size))
        byte += size
    return tuple(runs)


def blocks(parts: tuple[tuple[BlockKind, str], ...]) -> tuple[str, tuple[Block, ...]]:
    """The text of ``parts`` with blank lines between them, and its blocks with their byte ranges."""
    text, made = "", []
    for kind, words in parts:
        text += "\n\n" if text else ""
        first = len(text.encode())
        start = len(text)
        text += words
        made.append(
            Block(
                kind=kind,
                start=start,
                end=len(text),
                rule=f"test-{kind}",
                source=Span(first, len(text.encode())),
            )
        )
    return text, tuple(made)


def capture(reading: Reading, origin: str | None = None, obtained: str = OBTAINED) -> Capture:
    """The capture that ``reading`` was made from (its text in UTF-8), taken in at ``obtained``."""
    provenance = reading.document.capture
    assert provenance is not None
    if origin is not None:
        provenance = msgspec.structs.replace(provenance, origin=origin)
    return Capture(
        provenance=provenance,
        obtained=obtained,
        content=reading.document.text.encode(),
        fields={"content-language": "en"},
    )


def document(
    parts: tuple[tuple[BlockKind, str], ...],
    *,
    url: str,
    publisher: str,
    title: str,
    published: str,
    origin: str,
    how: str = "metadata",
    authors: tuple[str, ...] = (),
) -> Document:
    """A document of ``parts``, as if it had been read from a plain text file at ``origin``."""
    text, made = blocks(parts)
    taken = Capture.of(text.encode(), origin=origin, method="file", media_type="text/plain", obtained=OBTAINED, url=url)
    return Document(
        id=Document.identify(taken.provenance.sha256, url),
        text=text,
        blocks=made,
        url=url,
        publisher=publisher,
        title=title,
        authors=authors,
        published=Published(value=published, precision="day", how=how),
        capture=taken.provenance,
        alignment=align(text),
    )


def source(
    doc: Document,
    name: str,
    kind: SourceKind,
    mentions: tuple[Span, ...],
    *,
    anonymous: bool = False,
    description: str | None = None,
    affiliation: str | None = None,
    actor: str | None = None,
) -> Source:
    """A source of ``doc``."""
    return Source(
        id=content_id("o", doc.id, name),
        name=name,
        kind=kind,
        anonymous=anonymous,
        mentions=mentions,
        description=description,
        affiliation=affiliation,
        actor=actor,
    )


def statement(
    doc: Document,
    who: Source | None,
    cue: tuple[Span, ...],
    content: tuple[Span, ...],
    stance: Stance,
    rule: str,
    *,
    spans: tuple[Span, ...] = (),
    mode: Mode = "indirect",
    within: Statement | None = None,
    said: Said | None = None,
    channel: str | None = None,
    stance_spans: tuple[Span, ...] = (),
) -> Statement:
    """A statement in ``doc`` with a content-derived identifier."""
    return Statement(
        id=content_id("s", doc.id, cue, content, spans),
        source=who.id if who else None,
        within=within.id if within else None,
        source_spans=spans,
        cue=cue,
        content=content,
        mode=mode,
        stance=stance,
        said=said,
        channel=channel,
        rule=rule,
        stance_spans=stance_spans,
    )


def event(
    doc: Document,
    kind: str,
    trigger: Span,
    by: Statement | None,
    rule: str,
    *,
    family: str | None = None,
    mentions: tuple[Span, ...] = (),
    polarity: Polarity = "positive",
    modality: Modality = "actual",
    roles: tuple[Role, ...] = (),
    places: tuple[Place, ...] = (),
    time: Time | None = None,
    quantities: tuple[Quantity, ...] = (),
    casualties: tuple[Casualty, ...] = (),
    modality_spans: tuple[Span, ...] = (),
) -> Event:
    """An event in ``doc`` with a content-derived identifier."""
    return Event(
        id=content_id("e", doc.id, kind, trigger),
        type=kind,
        family=family or kind,
        trigger=trigger,
        mentions=(trigger, *mentions),
        statement=by.id if by else None,
        polarity=polarity,
        modality=modality,
        roles=roles,
        places=places,
        time=time,
        quantities=quantities,
        casualties=casualties,
        modality_spans=modality_spans,
        rule=rule,
    )


def claims(events: tuple[Event, ...], statements: tuple[Statement, ...]) -> tuple[Claim, ...]:
    """One claim per event: the chain from its statement up to the outermost carrier."""
    by_id = {one.id: one for one in statements}
    made = []
    for one in events:
        chain: list[Statement] = []
        step = one.statement
        while step is not None:
            chain.append(by_id[step])
            step = by_id[step].within
        ids = tuple(link.id for link in chain)
        made.append(
            Claim(
                id=content_id("c", one.id, ids),
                event=one.id,
                chain=ids,
                trigger=one.trigger,
                stance=chain[0].stance if chain else "affirms",
                polarity=one.polarity,
                modality=one.modality,
            )
        )
    return tuple(made)
