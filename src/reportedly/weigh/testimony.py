"""Claims with what weighing needs of their documents."""

from collections.abc import Mapping
from types import MappingProxyType

from reportedly.model import Claim, Event, Evidence, Reading, Source, Span, Statement, Testimony, Voice

_NO_SIDES: Mapping[str, str] = MappingProxyType({})


def testimonies(reading: Reading, sides: Mapping[str, str] = _NO_SIDES) -> tuple[Testimony, ...]:  # noqa: PT028  no test
    """One testimony for each claim of ``reading``, in the order of its claims.

    ``sides`` gives the country that an actor of the ontology acts for, for states, their forces and their offices.
    """
    events = {event.id: event for event in reading.events}
    statements = {statement.id: statement for statement in reading.statements}
    sources = {source.id: source for source in reading.sources}
    return tuple(
        _testimony(reading, claim, events[claim.event], statements, sources, sides) for claim in reading.claims
    )


def _testimony(
    reading: Reading,
    claim: Claim,
    event: Event,
    statements: dict[str, Statement],
    sources: dict[str, Source],
    sides: Mapping[str, str],
) -> Testimony:
    chain = tuple(
        Voice(statement=statements[name], source=sources.get(statements[name].source or "")) for name in claim.chain
    )
    document = reading.document
    span = _evidence(reading, claim, chain)
    return Testimony(
        claim=claim, event=event, document=document.id, publisher=document.publisher, published=document.published,
        chain=chain, evidence=Evidence(document=document.id, span=span), quote=span.of(document.text),
        sides={actor: sides[actor] for role in event.roles if (actor := role.actor) is not None and actor in sides},
    )  # fmt: skip


def _evidence(reading: Reading, claim: Claim, chain: tuple[Voice, ...]) -> Span:
    """The sentence of the trigger; the statement's words where the trigger lies outside of all sentences."""
    sentence = reading.sentence(claim.trigger)
    if sentence == claim.trigger and chain:
        for span in chain[0].statement.content:
            if claim.trigger in span:
                return span
    return sentence
