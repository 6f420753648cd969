"""Builds incidents with one claim each, for what is told of hands and places."""

from collections.abc import Sequence
from typing import Literal

from reportedly.model import (
    Claim,
    Event,
    Evidence,
    Grade,
    Incident,
    Modality,
    Place,
    PlacePrecision,
    Published,
    Quantity,
    Role,
    Span,
    Testimony,
    Time,
)

Told = tuple[Incident, Testimony, Grade]
_FAMILIES = {
    "materiel-transferred": "materiel-supplied",
    "airdrop": "materiel-supplied",
    "shoot-down": "materiel-destroyed",
    "territory-transferred": "territory-lost",
}


def place(
    name: str, precision: PlacePrecision = "town", lat: float | None = None, lon: float | None = None, at: int = 0
) -> Place:
    return Place(
        name=name, span=Span(at, at + len(name)), geonameid=len(name), lat=lat, lon=lon, radius_km=2.0,
        precision=precision, matched=name,
    )  # fmt: skip


def told(
    name: str,
    kind: str,
    *,
    day: str | None = None,
    roles: Sequence[tuple[str, str]] = (),
    places: Sequence[Place] = (),
    items: Sequence[tuple[str, float | None, float | None]] = (),
    grade: str = "Weak",
    stance: Literal["affirms", "denies"] = "affirms",
    modality: Modality = "actual",
    published: str = "2031-06-30",
    incident: str | None = None,
) -> Told:
    """An incident with the event ``name`` told by one claim, ``c-name``; roles stand behind each other in the text."""
    parts = tuple(
        Role(role=role, name=filler, actor=None, span=Span(100 * n + 100, 100 * n + 100 + len(filler)))
        for n, (role, filler) in enumerate(roles)
    )
    event = Event(
        id=f"e-{name}", type=kind, family=_FAMILIES.get(kind, kind), trigger=Span(0, 1), mentions=(), statement=None,
        polarity="positive", modality=modality, roles=parts, places=tuple(places),
        time=Time(value=day, precision="day", span=Span(0, 1)) if day else None,
        quantities=tuple(
            Quantity(item=item, category=None, low=low, high=high, approximate=False, unit=None, span=Span(0, 1))
            for item, low, high in items
        ),
    )  # fmt: skip
    claim = Claim(
        id=f"c-{name}", event=event.id, chain=(), stance=stance, polarity="positive", modality=modality,
        trigger=Span(0, 1),
    )  # fmt: skip
    testimony = Testimony(
        claim=claim, event=event, document=f"d-{name}", publisher=None, chain=(), quote="",
        published=Published(value=published, precision="day", how="given"),
        evidence=Evidence(document=f"d-{name}", span=Span(0, 1)),
    )  # fmt: skip
    name = incident or f"i-{name}"
    return (
        Incident(id=name, type=kind, family=event.family, events=(event.id,)),
        testimony,
        Grade(subject=name, value=grade, rule="test", as_of=None),
    )


def joined(*parts: Told) -> tuple[list[Incident], list[Testimony], dict[str, Grade]]:
    """Incidents (those of one name joined), testimonies, and grades by incident."""
    incidents: dict[str, Incident] = {}
    for one, _, _ in parts:
        events = {*one.events, *(incidents[one.id].events if one.id in incidents else ())}
        incidents[one.id] = Incident(id=one.id, type=one.type, family=one.family, events=tuple(sorted(events)))
    return list(incidents.values()), [part[1] for part in parts], {part[2].subject: part[2] for part in parts}
