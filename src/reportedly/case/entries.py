"""What a case answers with: short lines of its lists, hits of a search, and the summary."""

import msgspec

from reportedly.model import Provenance, Record, RunInfo, Skipped, Span


class DocumentEntry(Record, frozen=True):
    """A document in the list: its heading, the first words of its text, and how much was read from it."""

    id: str
    published: str | None
    precision: str | None
    how: str | None
    publisher: str | None
    title: str | None
    opening: str
    url: str | None
    sha256: str
    sources: int
    statements: int
    events: int


class StatementEntry(Record, frozen=True):
    """A statement in the list. ``cue`` and ``content`` are words, their pieces joined by `` … ``."""

    id: str
    document: str
    published: str | None
    name: str | None
    anonymous: bool | None
    within: str | None
    stance: str
    mode: str
    said: str | None
    cue: str
    content: str


class RoleEntry(Record, frozen=True):
    """A filler of a role, as the text names it."""

    role: str
    name: str


class EventEntry(Record, frozen=True):
    """An event in the list. ``name`` and ``stance`` are those of the innermost statement that tells it."""

    id: str
    document: str
    published: str | None
    type: str
    family: str
    polarity: str
    modality: str
    roles: tuple[RoleEntry, ...]
    places: tuple[str, ...]
    time: str | None
    first_day: str | None
    last_day: str | None
    statement: str | None
    name: str | None
    stance: str | None


class Acquisition(Record, frozen=True):
    """One line of the custody log: bytes, where they came from, and when (UTC) they were taken in."""

    provenance: Provenance
    obtained: str
    fields: dict[str, str]


class Hit(Record, frozen=True):
    """A document, statement or incident with the words that were searched for.

    ``score`` is that of BM25, higher is better. ``spans`` are the words found, ``context`` the stretch that
    ``snippet`` is; both count in the document's text. ``spans`` are empty where only the title, the name
    of the source, or the type, places and parties of the incident hold the words. Of an incident it is the first
    sentence that tells it with any of the words.
    """

    kind: str
    id: str
    document: str
    heading: str | None
    score: float
    spans: tuple[Span, ...]
    context: Span
    snippet: str


class SourceTally(Record, frozen=True):
    """Sources of one name and kind over all documents, with how many statements of each stance."""

    name: str
    kind: str
    anonymous: bool
    documents: int
    statements: int
    stances: dict[str, int]


class PublisherTally(Record, frozen=True):
    """A publisher and how many documents the case has of it; ``None`` where it is not known."""

    name: str | None
    documents: int


class EventTally(Record, frozen=True):
    """Events of one type: how many, and how many of these are told as not having happened, and not as
    fact.
    """

    type: str
    family: str
    events: int
    negative: int
    unsure: int


class RunTally(Record, frozen=True):
    """Versions that read documents, and how many of the documents in the case they read."""

    run: RunInfo
    documents: int


class IncidentEntry(Record, frozen=True):
    """An incident in the list: what, where, when, who, and how it stands.

    ``affirming``, ``denying`` and ``others`` count independent origins; ``others`` doubt, could not verify or
    decline. ``by`` is the person who decided the grade, ``None`` where the machine proposes it. ``told`` is the first
    publication, ``words`` are those of the earliest report.
    """

    id: str
    type: str
    family: str
    grade: str
    by: str | None
    told: str | None
    first_day: str | None
    last_day: str | None
    places: tuple[str, ...]
    actors: tuple[str, ...]
    documents: int
    claims: int
    affirming: int
    denying: int
    others: int
    contradictions: int
    words: str


class SkippedEntry(Record, frozen=True):
    """An item that was skipped; ``read`` is true where an item of this name is also in the case."""

    skipped: Skipped
    read: bool


class Summary(Record, frozen=True):
    """What is in a case, in numbers. Spans of time are first and last day, ISO 8601."""

    captures: int
    size: int
    stored: int
    documents: int
    sources: int
    statements: int
    events: int
    claims: int
    skipped: int
    published: tuple[str, str] | None
    undated: int
    happened: tuple[str, str] | None
    stances: dict[str, int]
    modes: dict[str, int]
    publishers: tuple[PublisherTally, ...]
    speakers: tuple[SourceTally, ...]
    types: tuple[EventTally, ...]
    reasons: tuple[SkippedEntry, ...]
    runs: tuple[RunTally, ...]

    def to_json(self) -> bytes:
        """The summary as JSON (UTF-8)."""
        return msgspec.json.encode(self)
