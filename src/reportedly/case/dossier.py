"""All that a case knows of one incident, and of one source."""

from reportedly.model import Copy, Finding, Grade, Incident, Judgement, Link, Record, Testimony, Weighing


class Figure(Record, frozen=True):
    """A number as an origin told it. ``value`` are its bounds in words: ``40``, ``40–50``, ``40 or more``."""

    value: str
    origin: str
    claim: str


class Figures(Record, frozen=True):
    """What origins say of one number, in order of publication, where not all of it can be true.

    ``of`` is what is counted. ``finding`` is truth discovery's word: it takes each origin by the last number that it
    told, is estimated from this incident alone, and stands beside the list, never instead of it.
    """

    of: str
    told: tuple[Figure, ...]
    finding: Finding


class Dossier(Record, frozen=True):
    """An incident with what it rests on as of a time.

    ``testimonies`` are in order of publication, ``links`` the strongest that hold their events together,
    ``copies`` those among their documents. ``figures`` are the numbers
    that differ. ``history`` are the grades it has had; ``judgements`` people's that stand and are
    about it or one of its origins.
    """

    incident: Incident
    as_of: str | None
    weighing: Weighing
    testimonies: tuple[Testimony, ...]
    links: tuple[Link, ...]
    copies: tuple[Copy, ...]
    figures: tuple[Figures, ...]
    history: tuple[Grade, ...]
    judgements: tuple[Judgement, ...]


class SourceEntry(Record, frozen=True):
    """A source over all documents: what it says, and how that holds up.

    ``statements`` counts by stance. ``incidents`` are those of which it is an independent origin; in how many of them
    another origin says the same (``corroborated``) or something that cannot also be true (``contradicted``), and in how
    many it corrected itself (``superseded``). ``reliability`` is a person's judgement, ``F`` where there is none;
    ``judged_by`` its author.
    """

    name: str
    kind: str
    anonymous: bool
    reliability: str
    judged_by: str | None
    documents: int
    statements: dict[str, int]
    incidents: int
    corroborated: int
    contradicted: int
    superseded: int
