"""Who stands how to which event: one claim for each chain of statements that tells it, or is about its telling."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from reportedly.language import Parse
from reportedly.model import Claim, Event, Modality, Statement, content_id
from reportedly.ontology import Ontology
from reportedly.read.about import About, Abouts
from reportedly.read.events.draft import Telling
from reportedly.read.events.merge import presupposed
from reportedly.read.parts import only_a_part

_DONE: frozenset[Modality] = frozenset({"actual", "hedged"})


def find_claims(
    parse: Parse,
    statements: Sequence[Statement],
    events: Sequence[Event],
    tellings: Mapping[str, Sequence[Telling]],
    ontology: Ontology,
) -> tuple[Claim, ...]:
    """The claims of a document, by event in the order of ``events``, then in text order.

    ``tellings`` are those of each event, by its identifier; each claim keeps the polarity and modality of its own
    telling. A statement that tells no event but is about what others tell ("could not verify the claim", "denied
    it", "declined to comment on the strike") makes a claim on the event meant, with its own stance, and with the
    polarity and modality of the claim that it answers.
    """
    by_id = {statement.id: statement for statement in statements}
    voices = _voices(statements)
    parts = {one.id for one in statements if only_a_part(one, parse) is not None}
    claims = [claim for event in events for claim in _told(event, tellings[event.id], by_id, voices, parts)]
    claims = [_believed(claim, by_id, parse, ontology) for claim in claims]
    abouts = Abouts(parse, statements, events, claims, ontology)
    claims = [abouts.restated(claim) for claim in claims]
    claims.extend(claim for about in abouts.found() for claim in _about(about, by_id))
    rank = {event.id: position for position, event in enumerate(events)}
    return tuple(sorted(claims, key=lambda claim: (rank[claim.event], claim.trigger)))


def _voices(statements: Sequence[Statement]) -> Mapping[str, tuple[Statement, ...]]:
    """Those who say the same in one breath, for each statement: "AFP and Reuters both said that …"."""
    together: defaultdict[object, list[Statement]] = defaultdict(list)
    for statement in statements:
        together[statement.cue, statement.content, statement.within, statement.stance].append(statement)
    return {one.id: tuple(found) for found in together.values() for one in found}


def _told(
    event: Event,
    tellings: Sequence[Telling],
    by_id: Mapping[str, Statement],
    voices: Mapping[str, tuple[Statement, ...]],
    parts: Collection[str],
) -> list[Claim]:
    found: dict[tuple[object, ...], Claim] = {}
    for telling, statement in (
        (item, statement)
        for member in tellings
        for item in (member, *member.absorbed)
        for statement in (voices[item.statement.id] if item.statement is not None else (None,))
    ):
        denier = telling.statement is not None and telling.statement.stance == "denies"
        # "denied that his men were in the attack" takes the attack for granted
        part = denier and telling.trigger != event.trigger and presupposed(telling)
        part = part or (telling.statement is not None and telling.statement.id in parts)
        chain = _chain(statement, by_id)
        key = (chain, telling.polarity, telling.modality, part)
        if key in found:
            continue
        found[key] = Claim(
            id=content_id("c", event.id, chain, telling.polarity, telling.modality, telling.trigger),
            event=event.id,
            chain=chain,
            stance="denies" if part else telling.statement.stance if telling.statement is not None else "affirms",
            polarity=telling.polarity,
            modality=telling.modality,
            trigger=telling.trigger,
            part=part,
        )
    return list(found.values())


def _believed(claim: Claim, by_id: Mapping[str, Statement], parse: Parse, ontology: Ontology) -> Claim:
    """``claim`` as something possible, where its innermost voice only believes it: "said he believed that rebels had
    attacked"."""
    if not claim.chain or claim.modality not in _DONE:
        return claim
    words = [token for span in by_id[claim.chain[0]].cue for token in parse.tokens_in(span)]
    hedge = next((one for word in words if (one := ontology.hedges.at("cue", word.lemma.lower())) is not None), None)
    if hedge is None or hedge.modality is None:
        return claim
    return Claim(
        id=claim.id, event=claim.event, chain=claim.chain, stance=claim.stance, polarity=claim.polarity,
        modality=hedge.modality, trigger=claim.trigger, part=claim.part,
    )  # fmt: skip


def _about(about: About, by_id: Mapping[str, Statement]) -> Iterator[Claim]:
    """One claim for each event that ``about`` is about, triggered by the words that take it up."""
    chain = _chain(about.statement, by_id)
    for answered in {claim.event: claim for claim in reversed(about.claims)}.values():
        yield Claim(
            id=content_id("c", answered.event, chain, about.denied, answered.polarity, answered.modality, about.words),
            event=answered.event,
            chain=chain,
            stance="denies" if about.part else about.statement.stance,
            part=about.part,
            polarity="negative" if about.denied else answered.polarity,
            modality=answered.modality,
            trigger=about.words,
        )


def _chain(statement: Statement | None, by_id: Mapping[str, Statement]) -> tuple[str, ...]:
    chain: list[str] = []
    while statement is not None and statement.id not in chain:
        chain.append(statement.id)
        statement = by_id.get(statement.within or "")
    return tuple(chain)
