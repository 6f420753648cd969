"""Statements of a document: candidates with stance, speaker, time and channel, as records."""

from collections.abc import Mapping, Sequence

from reportedly.language import Parse
from reportedly.model import ActorMention, Document, Source, Statement, Time, content_id
from reportedly.ontology.cues import Cues
from reportedly.ontology.speakers import Speakers
from reportedly.read.attribution import circumstance, stance
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.candidate import Candidate
from reportedly.read.attribution.coordination import parted
from reportedly.read.attribution.gather import gather
from reportedly.read.attribution.speakers import Registry


def find_statements(
    document: Document,
    parse: Parse,
    actors: Sequence[ActorMention],
    times: Sequence[Time],
    cues: Cues,
    words: Speakers,
    actor_types: Mapping[str, str],
) -> tuple[tuple[Source, ...], tuple[Statement, ...]]:
    """Who says what in ``document``.

    Args:
        parse: the parse of the document's readable blocks.
        actors: its mentions of actors, in text order; names of outlets and organisations are led to one source each.
        times: its resolved time expressions, for when something was said.
        cues: the cue lexicon; ``words`` the nouns of speakers and channels.
        actor_types: the ontology's type of each actor identifier ("outlet", "armed-group", "forces" …).

    Returns:
        The sources in the order of their first mention, and the statements in the order of their cues. A nested
        statement names its carrier in ``within``.
    """
    candidates, quotations = gather(parse, cues, words)
    candidates = [part for candidate in candidates for part in parted(candidate)]
    registry = Registry(document, parse, actors, actor_types, words, quotations)
    outlets = {actor for actor, kind in actor_types.items() if kind == "outlet"}
    registry.meet(candidates)
    for candidate in candidates:
        stance.settle(candidate, parse)
    order = _carriers_first(candidates)
    for candidate in order:
        registry.settle(candidate)
    identifiers: dict[int, str] = {}
    made: dict[int, Statement] = {}
    for candidate in order:
        speaker = registry.of_candidate[id(candidate)]
        source = registry.identifier(speaker) if speaker is not None else None
        within = identifiers.get(id(candidate.carrier)) if candidate.carrier is not None else None
        source_spans = registry.mention_spans(candidate)
        cue = grammar.spans(candidate.cue)
        identifier = content_id("s", document.id, source_spans, cue, candidate.content)
        identifiers[id(candidate)] = identifier
        inner = [other for other in candidates if other is not candidate and _same_sentence(other, candidate)]
        made[id(candidate)] = Statement(
            id=identifier, source=source, within=within, source_spans=source_spans, cue=cue, content=candidate.content,
            mode=candidate.mode, stance=candidate.stance, said=circumstance.said(candidate, parse, times, inner),
            channel=circumstance.channel(candidate, parse, words, actors, outlets), rule=candidate.rule,
            stance_spans=candidate.stance_spans,
        )  # fmt: skip
    unique = {made[id(candidate)].id: made[id(candidate)] for candidate in candidates}
    return registry.sources(), tuple(unique.values())


def _same_sentence(one: Candidate, other: Candidate) -> bool:
    return bool(one.cue and other.cue) and one.cue[-1].sent == other.cue[-1].sent


def _carriers_first(candidates: Sequence[Candidate]) -> list[Candidate]:
    def depth(candidate: Candidate) -> int:
        steps, current = 0, candidate.carrier
        while current is not None and steps < len(candidates):
            steps, current = steps + 1, current.carrier
        return steps

    return sorted(candidates, key=depth)
