"""Statements as cards, events as table rows, sources and places as lists: plain values for the template."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.export import phrases
from reportedly.export.html import wording
from reportedly.export.html.names import Names, Placed
from reportedly.model import Claim, Event, Place, Reading, Source


@dataclass(frozen=True, slots=True)
class Link:
    """A label that leads to ``#key``; ``note`` is said beside it."""

    label: str
    key: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One statement.

    ``left_out`` counts the words of the content that the excerpt leaves out; ``same``
    is the statement around this one where both have the same content. ``facts`` are pairs: the class
    that draws it, and what is told of the statement.
    """

    key: str
    label: str
    depth: int
    who: str
    unnamed: bool
    stance: str
    cue: str
    content: str
    left_out: int
    same: str
    facts: tuple[tuple[str, str], ...]
    anchored: bool
    events: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One event. Entries of ``roles``, ``places`` and ``numbers`` are pairs: a value and a note on it."""

    key: str
    label: str
    type: str
    family: str
    negative: bool
    modality: str
    trigger: str
    rule: str
    mentions: int
    roles: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, str], ...]
    time: tuple[str, str] | None
    numbers: tuple[tuple[str, str], ...]
    chains: tuple[tuple[Link, ...], ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """One source, with the statements it makes."""

    label: str
    key: str
    name: str
    kind: str
    unnamed: bool
    unresolved: bool
    about: str
    mentions: int
    statements: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """One place as the gazetteer has it, with the names the text gives it."""

    names: str
    matched: str
    region: str
    point: str
    precision: str
    geonameid: str
    mentions: int


def card(placed: Placed, reading: Reading, names: Names) -> Card:
    """The card of one statement."""
    one, text = placed.statement, reading.document.text
    source = names.sources.get(one.source or "")
    above = _above(placed, names)
    content, left_out = wording.excerpt(text, one.content)
    same = above.label if above and one.content and one.content == above.statement.content else ""
    if same:
        content, left_out = "", 0
    elif one.mode == "direct" and content:
        content = f"“{content.strip('“”').rstrip()}{'”' if not left_out else ''}"
    return Card(
        key=names.key(placed.label),
        label=placed.label,
        depth=min(placed.depth, 5),
        who=wording.speaker(source),
        unnamed=bool(source and source.anonymous),
        stance=one.stance,
        cue=phrases.joined(one.cue, text),
        content=content,
        left_out=left_out,
        same=same,
        facts=tuple(_facts(placed, reading, names)),
        anchored=placed.at is not None,
        events=tuple(
            Link(label, names.key(label), wording.spaced(event.type))
            for label, event in names.events
            if event.statement == one.id
        ),
    )


def _above(placed: Placed, names: Names) -> Placed | None:
    """The statement that carries this one, where the tree could keep it there."""
    if not placed.depth:
        return None
    return next(one for one in names.statements if one.statement.id == placed.statement.within)


def _facts(placed: Placed, reading: Reading, names: Names) -> Iterator[tuple[str, str]]:
    one, text = placed.statement, reading.document.text
    source = names.sources.get(one.source or "")
    above = _above(placed, names)
    if above:
        yield "inside", f"within {above.label}"
    if source and source.anonymous:
        yield "flag", "unnamed"
    about = _about(source)
    if about:
        yield "", about
    worded = phrases.joined(one.source_spans, text)
    if source and worded and worded.casefold() not in _given(source):
        yield "", f"here “{worded}”"
    if not one.content:
        yield "", "no content of its own"
    if not one.cue:
        yield "", "no cue"
    yield "", one.mode
    if one.said:
        yield "", f"said {phrases.when(one.said, text)} ({one.said.precision})"
    if one.channel:
        yield "", f"via {one.channel}"
    if one.rule:
        yield "rule", one.rule


def _given(source: Source) -> set[str]:
    """The forms of a source's name that say nothing new beside it, case-folded."""
    named = {source.name.casefold(), (source.description or "").casefold()}
    return named | {f"the {one}" for one in named}


def rows(reading: Reading, names: Names) -> tuple[Row, ...]:
    """The events in the order of their triggers."""
    claims: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        claims.setdefault(claim.event, []).append(claim)
    return tuple(_row(label, event, claims.get(event.id, []), reading, names) for label, event in names.events)


def speakers(reading: Reading, names: Names) -> tuple[Speaker, ...]:
    """The sources in the reading's order."""
    made: dict[str, list[Link]] = {}
    for placed in names.statements:
        link = Link(placed.label, names.key(placed.label), placed.statement.stance)
        made.setdefault(placed.statement.source or "", []).append(link)
    return tuple(
        Speaker(
            label=names.source_labels[source.id],
            key=names.key(names.source_labels[source.id]),
            name=source.name,
            kind=source.kind,
            unnamed=source.anonymous,
            unresolved=not source.resolved,
            about=_about(source, kind=False),
            mentions=len(source.mentions),
            statements=tuple(made.get(source.id, ())),
        )
        for source in reading.sources
    )


def sites(reading: Reading) -> tuple[Site, ...]:
    """The places in the order of first mention; mentions of one gazetteer row or unplaced name are joined."""
    groups: dict[object, list[Place]] = {}
    for place in (*reading.mentions.places, *(place for event in reading.events for place in event.places)):
        key = place.name if place.geonameid is None else place.geonameid
        groups.setdefault((key, place.lat, place.lon, place.precision), []).append(place)
    return tuple(
        Site(
            names=", ".join(dict.fromkeys(place.name for place in group)),
            matched=group[0].matched or "",
            region=wording.region(group[0]),
            point=wording.spot(group[0]),
            precision=group[0].precision,
            geonameid="" if group[0].geonameid is None else str(group[0].geonameid),
            mentions=len({place.span for place in group}),
        )
        for group in sorted(groups.values(), key=lambda group: min(place.span for place in group))
    )


def _row(label: str, event: Event, claims: list[Claim], reading: Reading, names: Names) -> Row:
    text = reading.document.text
    told: list[Claim | None] = [*claims] or [None]
    return Row(
        key=names.key(label),
        label=label,
        type=wording.spaced(event.type),
        family="" if event.family == event.type else wording.spaced(event.family),
        negative=event.polarity == "negative",
        modality=event.modality,
        trigger=phrases.joined((event.trigger,), text),
        rule=event.rule,
        mentions=len({event.trigger, *event.mentions}),
        roles=tuple((wording.spaced(role.role), role.name) for role in event.roles),
        places=tuple((place.name, f"{place.precision} · {_spot(place)}") for place in event.places),
        time=(
            phrases.when(event.time, text),
            f"{event.time.precision} · {wording.words(text, event.time.span)}",
        )
        if event.time
        else None,
        numbers=(
            *((phrases.casualty(one), wording.words(text, one.span)) for one in event.casualties),
            *((phrases.quantity(one), wording.words(text, one.span)) for one in phrases.amounts(event)),
        ),
        chains=tuple(dict.fromkeys(_chain(event, claim, names) for claim in told)),
    )


def _chain(event: Event, claim: Claim | None, names: Names) -> tuple[Link, ...]:
    """The statements that carry the event, innermost first; those the reading does not hold are left out."""
    by_id = {placed.statement.id: placed for placed in names.statements}
    ids = list(claim.chain) if claim else []
    step = None if claim else event.statement
    while step in by_id and step not in ids:
        ids.append(str(step))
        step = by_id[str(step)].statement.within
    links = []
    for placed in (by_id[one] for one in ids if one in by_id):
        who = wording.speaker(names.sources.get(placed.statement.source or ""))
        links.append(Link(placed.label, names.key(placed.label), f"{who} ({placed.statement.stance})"))
    return tuple(links)


def _spot(place: Place) -> str:
    return ", ".join(part for part in (place.admin1 or place.country or "", wording.spot(place)) if part)


def _about(source: Source | None, *, kind: bool = True) -> str:
    if source is None:
        return ""
    parts = [source.kind if kind and source.kind != "unnamed" else "", source.affiliation or ""]
    if source.description and source.description != source.name:
        parts.append(f"“{source.description}”")
    if source.actor:
        parts.append(source.actor)
    if kind and not source.resolved:
        parts.append("not led back to anyone")
    return " · ".join(part for part in parts if part)
