"""The events of a document, each with its tellings."""

from collections.abc import Mapping, Sequence

from reportedly.language import Parse
from reportedly.model import Casualty, Document, Event, Mentions, Place, Quantity, Role, Statement, content_id
from reportedly.ontology import Ontology
from reportedly.read.events.absorb import absorb_casualties
from reportedly.read.events.draft import CULPRIT, Filled, Telling
from reportedly.read.events.merge import group, refers
from reportedly.read.events.tell import Teller


def find_events(
    document: Document, parse: Parse, mentions: Mentions, statements: Sequence[Statement], ontology: Ontology
) -> tuple[tuple[Event, ...], Mapping[str, Sequence[Telling]]]:
    """The events that ``document`` tells, in text order, and the tellings of each by its identifier.

    An event belongs to the innermost statement whose content holds its trigger. Where several tellings make
    one event, the first that a statement tells gives its identifier, statement, polarity and modality.
    """
    found = absorb_casualties(Teller(document, parse, mentions, statements, ontology).tellings(), parse)
    events: list[Event] = []
    tellings: dict[str, Sequence[Telling]] = {}
    for members in group(found, ontology.materiel):
        if all(telling.empty and not telling.absorbed and not refers(telling) for telling in members):
            continue  # "the talks" that nothing is told of
        if all(telling.rule == CULPRIT for telling in members):
            continue  # who is blamed for what nobody has told
        event = _event(document, members)
        events.append(event)
        tellings[event.id] = members
    events.sort(key=lambda event: (event.mentions[0], event.type))
    return tuple(events), tellings


def _event(document: Document, members: list[Telling]) -> Event:
    own = [telling for telling in members if not telling.again] or members
    first = next((telling for telling in own if telling.statement is not None and not telling.headline), own[0])
    ordered = [first, *(telling for telling in members if telling is not first)]
    finest = min(ordered, key=_generality)
    spans = {item.trigger for one in members if one.rule != CULPRIT for item in (one, *one.absorbed)}
    return Event(
        id=content_id("e", document.id, finest.type.id, first.trigger),
        type=finest.type.id,
        family=finest.type.family,
        trigger=first.trigger,
        mentions=tuple(sorted(spans)),
        statement=first.statement.id if first.statement is not None else None,
        polarity=first.polarity,
        modality=first.modality,
        roles=_roles(ordered),
        places=_places(ordered),
        time=next((telling.time for telling in ordered if telling.time is not None), None),
        quantities=_quantities(ordered),
        casualties=_casualties(ordered),
        modality_spans=tuple(sorted({span for telling in members for span in telling.modality_spans})),
        rule=first.rule,
    )


def _generality(telling: Telling) -> int:
    """How little the type of a telling says: a noun that only names it again least, then a bare attack, then the coarse
    types."""
    if telling.empty or telling.again or telling.rule == CULPRIT:
        return 3 + (telling.rule == CULPRIT)
    if telling.type.family == "other-violence":
        return 2
    return int(telling.type.id == telling.type.family)


def _places(ordered: list[Telling]) -> tuple[Place, ...]:
    """Every place once, in the order of the tellings."""
    found: dict[object, Place] = {}
    for telling in ordered:
        for place in telling.places:
            found.setdefault(place.geonameid or place.name.casefold(), place)
    return tuple(found.values())


def _quantities(ordered: list[Telling]) -> tuple[Quantity, ...]:
    """Every quantity once: the same number of the same thing told again is not a second one."""
    found: dict[object, Quantity] = {}
    for telling in ordered:
        for item in telling.quantities:
            found.setdefault((item.category or item.item.casefold(), item.low, item.high, item.unit), item)
    return tuple(found.values())


def _casualties(ordered: list[Telling]) -> tuple[Casualty, ...]:
    """Every casualty record once; one with no number only where no other is of its kind."""
    found = {(item.kind, item.span): item for telling in ordered for item in telling.casualties}
    counted = {item.kind for item in found.values() if item.low is not None or item.high is not None}
    kept: dict[object, Casualty] = {}
    for item in found.values():
        if item.low is None and item.high is None and item.kind in counted:
            continue
        kept.setdefault((item.kind, item.low, item.high, (item.who or "").casefold()), item)
    return tuple(kept.values())


def _roles(ordered: list[Telling]) -> tuple[Role, ...]:
    """The roles of all tellings; a pronoun gives way to a name, and the same filler stands once."""
    found: list[Role] = []
    if not any(filled.role == "target" for telling in ordered for filled in telling.roles):
        victims = {item.span: item for telling in ordered for item in telling.victims}
        found.extend(Role(role="target", name=item.name, actor=item.actor, span=item.span) for item in victims.values())
    for name in dict.fromkeys(filled.role for telling in ordered for filled in telling.roles):
        fillers = [filled for telling in ordered for filled in telling.roles if filled.role == name]
        # "the fall of the capital", said again of what was called by its name
        fillers = [
            filled
            for telling in ordered
            for filled in telling.roles
            if filled.role == name and (name == "agent" or not telling.definite)
        ] or fillers
        named = [filled for filled in fillers if "pronoun" not in filled.kinds] or fillers
        kept: dict[str, Filled] = {}
        for filled in named:
            known = kept.setdefault(filled.actor or filled.lemma, filled)
            apart = known.head.sent == filled.head.sent and known.span != filled.span
            if apart and known.actor is None:
                kept.setdefault(filled.name, filled)
        found.extend(Role(role=name, name=item.name, actor=item.actor, span=item.span) for item in kept.values())
    return tuple(found)
