"""Claims with what weighing needs of their documents."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from reportedly.model import Claim, Event, Evidence, Reading, Span, Statement, Testimony, Voice
from reportedly.weigh.origins.names import runs

_ASIDE = ("object", "gerund", "infinitive", "prepositional", "noun-", "light-verb", "relative-object", "adjective")
"""Rules of attribution by which somebody calls, wants or judges something rather than tells of it."""

_NO_SIDES: Mapping[str, str] = MappingProxyType({})


def testimonies(reading: Reading, sides: Mapping[str, str] = _NO_SIDES) -> tuple[Testimony, ...]:  # noqa: PT028  no test
    """One testimony for each claim of ``reading``, in the order of its claims.

    ``sides`` gives the country that an actor of the ontology acts for (states, their forces and their offices), and
    that a word in a name stands for, written ``=word``: a state, its capital, its adjective.
    """
    ledger = _Ledger(reading, sides)
    return tuple(ledger.testimony(claim) for claim in reading.claims)


class _Ledger:
    """What the testimonies of one reading share."""

    def __init__(self, reading: Reading, sides: Mapping[str, str]) -> None:
        self._reading = reading
        self._sides = sides
        self._events = {event.id: event for event in reading.events}
        self._statements = {statement.id: statement for statement in reading.statements}
        self._sources = {source.id: source for source in reading.sources}
        telling = {name for claim in reading.claims for name in claim.chain}
        voices = [self._voice(one) for one in reading.statements if one.source is not None]
        self._beside = tuple(voice for voice in voices if voice.statement.id not in telling and _tells(voice.statement))
        self._others = tuple(voice for voice in voices if voice not in self._beside)
        self._host = urlsplit(reading.document.url or "").hostname

    def testimony(self, claim: Claim) -> Testimony:
        document, event = self._reading.document, self._events[claim.event]
        chain = tuple(self._voice(self._statements[name]) for name in claim.chain)
        span = _evidence(self._reading, claim, chain)
        return Testimony(
            claim=claim, event=event, document=document.id, publisher=document.publisher,
            published=document.published, chain=chain, evidence=Evidence(document=document.id, span=span),
            quote=span.of(document.text), beside=self._beside, others=self._others,
            sides=self._sided(event, (*chain, *self._beside, *self._others)), host=self._host,
        )  # fmt: skip

    def _voice(self, statement: Statement) -> Voice:
        return Voice(statement=statement, source=self._sources.get(statement.source or ""))

    def _sided(self, event: Event, voices: Iterable[Voice]) -> dict[str, str]:
        """Those of the sides that the event's actors, the speakers and the publisher are of."""
        speakers = [voice.source for voice in voices if voice.source is not None]
        actors = [*(role.actor for role in event.roles), *(source.actor for source in speakers)]
        names = [self._reading.document.publisher, *(role.name for role in event.roles)]
        names += [name for source in speakers for name in (source.name, source.affiliation)]
        keys = [*actors, *(f"={word}" for name in names if name for word in runs(name))]
        return {key: self._sides[key] for key in keys if key is not None and key in self._sides}


def _tells(statement: Statement) -> bool:
    """True for what somebody tells, rather than calls, wants or judges."""
    return statement.within is None and statement.stance == "affirms" and not statement.rule.startswith(_ASIDE)


def _evidence(reading: Reading, claim: Claim, chain: tuple[Voice, ...]) -> Span:
    """The sentence of the trigger; the statement's words where the trigger lies outside of all sentences."""
    sentence = reading.sentence(claim.trigger)
    if sentence == claim.trigger and chain:
        for span in chain[0].statement.content:
            if claim.trigger in span:
                return span
    return sentence
