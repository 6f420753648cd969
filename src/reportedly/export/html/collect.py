"""From a reading to the marks on its text: what is drawn, where it leads, what its tooltip says."""

from collections.abc import Iterator

from reportedly.export import phrases
from reportedly.export.html import wording
from reportedly.export.html.marks import Mark
from reportedly.export.html.names import Names, Placed
from reportedly.model import Casualty, Event, MaterielMention, Place, Quantity, Reading, Time


def marks(reading: Reading, names: Names) -> list[Mark]:
    """All marks of ``reading``, in a fixed order."""
    found: list[Mark] = []
    for placed in names.statements:
        found.extend(_of_statement(placed, names))
    for label, event in names.events:
        found.extend(_of_event(label, event, names))
    found.extend(_place(place) for place in reading.mentions.places)
    found.extend(_time(time) for time in reading.mentions.times)
    found.extend(_materiel(one) for one in reading.mentions.materiel)
    found.extend(_quantity(quantity) for quantity in reading.mentions.quantities)
    return found


def anchors(names: Names) -> Iterator[tuple[int, str]]:
    """Where the words of each statement and event start, with the identifier that cards lead to."""
    for placed in names.statements:
        if placed.at is not None:
            yield placed.at.start, f"{names.key(placed.label)}w"
    for label, event in names.events:
        yield event.trigger.start, f"{names.key(label)}w"


def _of_statement(placed: Placed, names: Names) -> Iterator[Mark]:
    one, label = placed.statement, placed.label
    key = names.key(label)
    who = wording.speaker(names.sources.get(one.source or ""))
    for span in one.content:
        yield Mark(span, "content", key, f"{label} content: {who}")
    for span in one.source_spans:
        yield Mark(span, "source", key, f"{label} source: {who}")
    for i, span in enumerate(one.cue):
        title = f"{label} cue: {who} · {one.stance} · {one.rule}"
        yield Mark(span, "cue", key, title, href=f"#{key}", number=label if i == 0 else "")
    for span in one.stance_spans:
        if span not in one.cue:
            yield Mark(span, "stance", key, f"{label} stance: {one.stance}")
    if one.said:
        yield Mark(
            one.said.span,
            "time",
            key,
            f"{label} said: {one.said.value or 'not resolved'} ({one.said.precision})",
        )


def _of_event(label: str, event: Event, names: Names) -> Iterator[Mark]:
    key = names.key(label)
    told = f"{label} {wording.spaced(event.type)} · {event.modality}"
    told += " · said not to have happened" if event.polarity == "negative" else ""
    for span in dict.fromkeys((event.trigger, *event.mentions)):
        first = span == event.trigger
        yield Mark(span, "trigger", key, told, href=f"#{key}", number=label if first else "")
    for role in event.roles:
        yield Mark(role.span, "", key, f"{label} {role.role}: {role.name}")
    for span in event.modality_spans:
        yield Mark(span, "stance", key, f"{label}: {event.modality}, {event.polarity}")
    for place in event.places:
        yield _place(place, key)
    if event.time:
        yield _time(event.time, key)
    for quantity in event.quantities:
        yield _quantity(quantity, key)
    for casualty in event.casualties:
        yield _casualty(casualty, key)


def _place(place: Place, key: str = "") -> Mark:
    known = f"{wording.spot(place)} · {place.precision}"
    matched = f" = {place.matched}" if place.matched else ""
    return Mark(place.span, "place", key, f"place: {place.name}{matched} · {known}")


def _time(time: Time, key: str = "") -> Mark:
    return Mark(time.span, "time", key, f"time: {time.value or 'not resolved'} ({time.precision})")


def _materiel(one: MaterielMention) -> Mark:
    return Mark(one.span, "materiel", "", f"materiel: {wording.spaced(one.category)}")


def _quantity(quantity: Quantity, key: str = "") -> Mark:
    return Mark(quantity.span, "quantity", key, f"quantity: {phrases.quantity(quantity)}")


def _casualty(casualty: Casualty, key: str) -> Mark:
    return Mark(casualty.span, "quantity", key, f"casualties: {phrases.casualty(casualty)}")
