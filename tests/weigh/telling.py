"""Testimonies written by hand, a line each."""

from reportedly.model import (
    Bearing,
    Casualty,
    Claim,
    Copy,
    Event,
    Evidence,
    Incident,
    Modality,
    Place,
    Polarity,
    Published,
    Role,
    Source,
    SourceKind,
    Span,
    Stance,
    Statement,
    Testimony,
    Time,
    Voice,
    content_id,
)

INCIDENT = Incident(id="i-1", type="shelling", family="shelling", events=())
SIDES = {"state-karra": "KA", "=karran": "KA", "=karra": "KA", "=tarsa": "KA"}
"""A state, Karra, and its capital."""

BY_BEARING: dict[Bearing, tuple[Stance, Polarity]] = {
    "affirms": ("affirms", "positive"), "denies": ("denies", "negative"), "doubts": ("doubts", "positive"),
    "cannot-verify": ("cannot-verify", "positive"), "declines": ("declines", "positive"),
}  # fmt: skip


def who(
    name: str,
    kind: SourceKind = "organisation",
    *,
    anonymous: bool = False,
    body: str | None = None,
    actor: str | None = None,
    resolved: bool = True,
    description: str | None = None,
) -> Source:
    """A source."""
    return Source(
        id=content_id("o", name), name=name, kind=kind, anonymous=anonymous, affiliation=body, actor=actor,
        resolved=resolved, description=description,
    )  # fmt: skip


def unnamed(name: str) -> Source:
    """A source that the text does not name."""
    return who(name, "unnamed", anonymous=True)


def killed(low: float, high: float | None = None, whom: str = "people") -> Casualty:
    """A number of dead; exact where no upper bound is given."""
    return Casualty(kind="killed", low=low, high=low if high is None else high, who=whom, span=Span(20, 25))


def day(value: str) -> Time:
    """A day."""
    return Time(value=value, precision="day", span=Span(30, 36))


def spot(name: str, lat: float, lon: float, radius: float = 2.0) -> Place:
    """A town."""
    return Place(name=name, span=Span(40, 45), lat=lat, lon=lon, radius_km=radius, precision="town")


def agent(name: str, actor: str | None = None) -> Role:
    """Who did it."""
    return Role(role="agent", name=name, actor=actor, span=Span(0, 5))


def tell(
    document: str,
    *chain: Source | None,
    published: str | None = "2031-05-06",
    stance: Stance | None = None,
    bearing: Bearing = "affirms",
    polarity: Polarity | None = None,
    modality: Modality = "actual",
    publisher: str | None = None,
    at: int = 10,
    kind: str = "shelling",
    casualties: tuple[Casualty, ...] = (),
    time: Time | None = None,
    places: tuple[Place, ...] = (),
    roles: tuple[Role, ...] = (),
    beside: tuple[Source, ...] = (),
    part: bool = False,
    host: str | None = None,
    named: bool = True,
) -> Testimony:
    """A testimony in ``document``, told by ``chain``, the innermost first, or by the document itself.

    Its sentence covers 50 characters, its trigger begins at ``at``. Its publisher is named after it, or not ``named``.
    """
    stands, sign = BY_BEARING[bearing]
    trigger = Span(at, at + 5)
    event = Event(
        id=content_id("e", document, at), type=kind, family=kind, trigger=trigger, mentions=(trigger,), statement=None,
        polarity=polarity or sign, modality=modality, casualties=casualties, time=time, places=places, roles=roles,
    )  # fmt: skip
    claim = Claim(
        id=content_id("c", event.id, [source and source.id for source in chain]), event=event.id, chain=(),
        stance=stance or stands, polarity=polarity or sign, modality=modality, trigger=trigger,
        part=part,
    )  # fmt: skip
    sentence = Span(at - at % 50, at - at % 50 + 50)
    return Testimony(
        claim=claim, event=event, document=document, publisher=publisher or (f"The {document} Post" if named else None),
        published=Published(value=published, precision="day", how="given") if published else None,
        chain=tuple(_voice(source, claim.stance, at) for source in chain),
        evidence=Evidence(document=document, span=sentence), quote="", sides=SIDES, host=host,
        beside=tuple(_voice(source, "affirms", 90) for source in beside),
    )  # fmt: skip


def copied(first: str, second: str) -> Copy:
    """The first 50 characters of ``first`` stand in ``second``."""
    shared = ((Span(0, 50), Span(0, 50)),)
    return Copy(first=first, second=second, directed=True, kind="duplicate", shared=shared, of_first=1.0, of_second=1.0)


def _voice(source: Source | None, stance: Stance, at: int) -> Voice:
    statement = Statement(
        id="s-1", source=source.id if source else None, within=None, source_spans=(Span(at, at + 5),), cue=(),
        content=(), mode="indirect", stance=stance, said=None, channel=None, rule="test",
    )  # fmt: skip
    return Voice(statement=statement, source=source)
