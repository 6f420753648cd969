"""From readings to incidents, origins, contradictions and grades, all in memory; a case does the same by portions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

from reportedly.flow.voices import among, sides_of
from reportedly.link.cluster import Pair
from reportedly.link.copies import copies, covers
from reportedly.link.incidents import Linker
from reportedly.link.signature import Signature, signatures
from reportedly.model import Anchor, Copy, Incident, Judgement, Reading, Span, Testimony, Weighing, standing
from reportedly.ontology import Ontology, load
from reportedly.weigh import testimonies, weigh


class Weighed(NamedTuple):
    """What links and weighs a set of readings: incidents by identifier, the weighing of each, all copies."""

    incidents: tuple[Incident, ...]
    weighings: dict[str, Weighing]
    copies: tuple[Copy, ...]


class Constraints(NamedTuple):
    """Pairs of events that people judged to be of one happening, and of two."""

    together: set[Pair]
    apart: set[Pair]


def weigh_readings(
    readings: Iterable[Reading],
    judgements: Sequence[Judgement] = (),
    as_of: str | None = None,
    ontology: Ontology | None = None,
) -> Weighed:
    """Link and weigh ``readings``; the result does not depend on their order.

    Args:
        judgements: people's, in the order of their making; undone ones count for nothing.
        as_of: ISO 8601; only what had been published by then is weighed. Incidents are those known now.
        ontology: which types of event are kin; the package's own where not given.
    """
    ontology = ontology or load()
    known = {reading.document.id: reading for reading in readings}
    linker = Linker(ontology.kin.rank)
    found = copies(reading.document for reading in known.values())
    by_document = {document: signatures(reading, ontology) for document, reading in known.items()}
    for events in by_document.values():
        linker.add(events)
    linker.copied(pair for copy in found for pair in copied_events(copy, by_document))
    valid = standing(judgements)
    linker.decide(*constraints(valid, by_document))
    incidents = linker.incidents()
    told: dict[str, list[Testimony]] = defaultdict(list)
    sides = sides_of(ontology)
    for reading in known.values():
        for one in testimonies(reading, sides):
            told[one.event.id].append(one)
    weighings = {}
    for incident in incidents:
        voices = [one for event in incident.events for one in told[event]]
        weighings[incident.id] = weigh(incident, voices, among(found, voices), valid, as_of)
    return Weighed(incidents, weighings, tuple(found))


def copied_events(copy: Copy, by_document: Mapping[str, Sequence[Signature]]) -> Iterator[Pair]:
    """Pairs of kin events whose triggers are the same words, copied."""
    for one in by_document.get(copy.second, ()):
        where = covers(copy, one.span)
        if where is None:
            continue
        for other in by_document.get(copy.first, ()):
            if other.span.overlaps(where) and not set(one.kin).isdisjoint(other.kin):
                yield other.event, one.event


def constraints(judgements: Iterable[Judgement], by_document: Mapping[str, Sequence[Signature]]) -> Constraints:
    """The pairs of events that ``judgements`` are about; words that no event is read from any more bind nothing."""
    together: set[Pair] = set()
    apart: set[Pair] = set()
    for judgement in judgements:
        subject = told_at(judgement.subject, by_document)
        other = told_at(judgement.other, by_document)
        if judgement.kind == "same":
            together.update(combinations(sorted({*subject, *other}), 2))
        elif judgement.kind == "different":
            apart.update((a, b) for a, b in product(subject, other) if a != b)
    return Constraints(together, apart)


def told_at(anchors: Iterable[Anchor], by_document: Mapping[str, Sequence[Signature]]) -> list[str]:
    """The events told at ``anchors``: those whose trigger is there."""
    return [
        signature.event
        for anchor in anchors
        for signature in by_document.get(anchor.document, ())
        if touches(anchor.span, signature.span)
    ]


def touches(anchor: Span, trigger: Span) -> bool:
    """Whether a judgement about ``anchor`` is about the event of ``trigger``."""
    return anchor.overlaps(trigger)
