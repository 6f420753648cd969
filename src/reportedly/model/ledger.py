"""What stands above single documents: copies, incidents, origins, contradictions, grades."""

from typing import Literal

import msgspec

from reportedly.model._record import Record, Span
from reportedly.model.event import Claim, Event
from reportedly.model.source import Source
from reportedly.model.statement import Statement
from reportedly.model.time import Published

Bearing = Literal["affirms", "denies", "doubts", "cannot-verify", "declines"]
"""How an origin stands to an incident."""

CopyKind = Literal["duplicate", "rewrite", "excerpt"]
ContradictionKind = Literal["number", "place", "day", "control", "denial", "perpetrator"]
IncidentGrade = Literal["Confirmed", "Fair", "Weak", "Contested", "Discounted", "Unrated"]
"""After Airwars' published practice; ``Unrated``: nobody says that it has happened. The machine never says
``Confirmed``: only a person's judgement does."""

Credibility = Literal["1", "2", "3", "4", "5", "6"]
"""Credibility of information of the Admiralty system (NATO AJP-2.1): confirmed, probably true, possibly true, doubtful,
improbable, cannot be judged. The machine never says ``1``."""

Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""Reliability of a source of the Admiralty system, a person's judgement; ``F`` (cannot be judged) if none is given."""


class Evidence(Record, frozen=True):
    """Words in a document that a finding rests on."""

    document: str
    span: Span


class Voice(Record, frozen=True):
    """One link of a claim's chain: the statement and who makes it (``None`` where the text leaves the speaker out)."""

    statement: Statement
    source: Source | None


class Testimony(Record, frozen=True):
    """A claim with what weighing needs of its document: its event, its chain of voices, who published it and when.

    ``chain`` is that of the claim, the innermost voice first; empty where the document tells it in its own voice.
    ``evidence`` is the stretch of text that tells it: a sentence, or the statement's words. ``quote`` are its words.
    ``beside`` are those whom the report quotes with words that tell no happening of their own ("the killers were from
    Irabanda, the chief said"), ``others`` all the rest whom it quotes beside the chain. ``sides`` gives the country
    that a known actor of the event or the chain acts for (a state, its forces, its offices), and that a word in the
    name of the publisher or a speaker stands for, written ``=word`` (a state, its capital, its adjective). ``host`` is
    the site that the report was obtained from.
    """

    claim: Claim
    event: Event
    document: str
    publisher: str | None
    published: Published | None
    chain: tuple[Voice, ...]
    evidence: Evidence
    quote: str
    beside: tuple[Voice, ...] = ()
    others: tuple[Voice, ...] = ()
    sides: dict[str, str] = msgspec.field(default_factory=dict)
    host: str | None = None


class Copy(Record, frozen=True):
    """Words that two documents share.

    ``directed``: times tell that ``first`` was published before ``second``; otherwise the two are in order of their
    identifiers and nothing is said of who copied. ``shared`` are pairs of spans with the same words, in the text of the
    first and of the second. ``of_first`` and ``of_second`` are the shares of each one's words that are shared (0 to 1).
    ``excerpt``: a stretch of one stands in the other, which is otherwise another text.
    """

    first: str
    second: str
    directed: bool
    kind: CopyKind
    shared: tuple[tuple[Span, Span], ...]
    of_first: float
    of_second: float


class Reason(Record, frozen=True):
    """One ground for or against: its kind (``place``, ``time``, ``actors`` …), its weight, and what was compared."""

    kind: str
    weight: float
    detail: str


class Link(Record, frozen=True):
    """Two events compared. ``score`` is the sum of the reasons' weights: log-odds of being one happening."""

    a: str
    b: str
    score: float
    reasons: tuple[Reason, ...]


class Incident(Record, frozen=True):
    """Events of one or more documents judged to be one happening.

    ``events`` are identifiers, sorted; ``type`` is the most particular type that most of them share. ``id`` follows
    from the event that was told first, so a later report does not change it.
    """

    id: str
    type: str
    family: str
    events: tuple[str, ...]


class Origin(Record, frozen=True):
    """The independent root that claims of an incident go back to.

    ``bearing`` is how it stands to the incident by its latest claim that stands; ``claims`` are those that rest on it,
    ``evidence`` their words. ``rule`` names how the root was found (named source, wire copied, unnamed merged …).
    ``hedged``: it affirms, but never says plainly that it was so ("may have").
    """

    id: str
    name: str
    kind: str
    anonymous: bool
    bearing: Bearing
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    rule: str
    hedged: bool = False

    @property
    def voice(self) -> str:
        """The name as a sentence gives it."""
        return f"{self.name} (unnamed)" if self.anonymous else self.name


class Contradiction(Record, frozen=True):
    """Two claims that cannot both hold, each with its words.

    ``voices`` are the names of who stands behind the two; who only tells who holds a place is no origin of the
    incident.
    ``superseded``: the same origin later corrected the first by the second; the first no longer counts.
    """

    id: str
    kind: ContradictionKind
    claims: tuple[str, str]
    evidence: tuple[Evidence, Evidence]
    detail: str
    superseded: bool = False
    voices: tuple[str, str] = ("", "")


class Grade(Record, frozen=True):
    """How well a claim or incident holds up as of a time: the grade, the rule that fired, its grounds in words.

    ``subject`` is an identifier of a claim or incident; ``value`` an ``IncidentGrade`` or ``Credibility``. ``as_of`` is
    ISO 8601, ``None`` for everything that is in the case; only what had been published by then counts. ``by`` is the
    author where a person decided, ``None`` where the machine proposes. ``would_change`` says what would change it.
    """

    subject: str
    value: str
    rule: str
    as_of: str | None
    grounds: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    by: str | None = None
    would_change: tuple[str, ...] = ()


class Weighing(Record, frozen=True):
    """An incident weighed as of a time: its origins, contradictions and grade, and each claim's credibility."""

    incident: str
    as_of: str | None
    origins: tuple[Origin, ...]
    contradictions: tuple[Contradiction, ...]
    grade: Grade
    credibility: dict[str, Grade] = msgspec.field(default_factory=dict)

    def count(self, bearing: Bearing) -> int:
        """How many independent origins stand so to the incident."""
        return sum(origin.bearing == bearing for origin in self.origins)
