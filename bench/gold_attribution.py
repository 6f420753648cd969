"""Scores of attribution against the project's own gold: statements, chains, stances, modes and sources.

The measures (``matched`` statements are those of ``bench.gold_matching.matched``):

statement precision, recall, F1
    matched statements over predicted ones, over annotated ones, and their harmonic mean.
chain parent accuracy
    of the matched statements, those whose predicted ``within`` was matched to the annotated ``within``; none on both
    sides is right. ``nested_parents`` counts only those that the gold has inside another.
stance accuracy, mode accuracy
    of the matched statements, those with the annotated stance or mode.
source identity accuracy
    of the matched statements, those whose source is right: none on both sides; or ``resolved`` false on both sides; or
    the same speaker, of the same kind, and anonymous on both sides or on neither. Within a passage each annotated
    speaker is linked with at most one predicted source and each predicted source with at most one speaker, most shared
    statements first, and only where their names share a word, so that "he" left standing for a named person is wrong.
    Kinds are the same where they are equal; of two anonymous sources person, group and unnamed are the same kind, since
    a text that withholds a name often withholds the difference. ``same_speakers`` counts the link alone.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from bench.gold_matching import Pair, matched
from bench.gold_records import GoldPassage, GoldSource
from reportedly.errors import ReportedlyError
from reportedly.model import Span

_SMALL = frozenset({"a", "an", "the", "of", "in", "at", "on", "by", "from", "to", "for", "and", "with", "s", "who"})
_NAMELESS = frozenset({"person", "group", "unnamed"})


class Tally(msgspec.Struct, frozen=True):
    """How many of how many were right."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """Right over all; 1 where there was nothing to get wrong."""
        return self.right / self.of if self.of else 1.0


class AttributionScore(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of one scoring. ``stance_confusions`` counts (annotated, predicted) among the wrong ones."""

    passages: int
    gold: int
    predicted: int
    matched: int
    parents: Tally
    nested_parents: Tally
    stances: Tally
    modes: Tally
    sources: Tally
    same_speakers: Tally
    found_sources: Tally
    unresolved: int
    stance_confusions: tuple[tuple[str, str, int], ...]

    @property
    def precision(self) -> float:
        """Matched over predicted statements."""
        return Tally(self.matched, self.predicted).share

    @property
    def recall(self) -> float:
        """Matched over annotated statements."""
        return Tally(self.matched, self.gold).share

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.gold + self.predicted
        return 2 * self.matched / total if total else 1.0


def score(gold: Sequence[GoldPassage], readings: Mapping[str, Mapping[str, Any]]) -> AttributionScore:
    """Score ``readings`` (by passage id, each in the shape of ``Reading.to_dict``) against ``gold``.

    Raises:
        ReportedlyError: where a passage has no reading, or one of another text.
    """
    if missing := [passage.id for passage in gold if passage.id not in readings]:
        raise ReportedlyError(f"no reading of {len(missing)} passages, the first of them {missing[0]}")
    pairs = [matched(passage, readings[passage.id]) for passage in gold]
    every = [pair for of_one in pairs for pair in of_one]
    parents = [parent_right(of_one) for of_one in pairs]
    nested = [
        right
        for of_one, verdicts in zip(pairs, parents, strict=True)
        for pair, right in zip(of_one, verdicts, strict=True)
        if pair.gold.within is not None
    ]
    speakers = [
        verdict
        for passage, of_one in zip(gold, pairs, strict=True)
        for verdict in source_right(of_one, readings[passage.id]["sources"])
    ]
    found = [alike for pair, (_, alike) in zip(every, speakers, strict=True) if source_found(pair)]
    confusions = Counter((pair.gold.stance, str(pair.predicted["stance"])) for pair in every)
    wrong = sorted(((*key, number) for key, number in confusions.items() if key[0] != key[1]), key=lambda row: -row[2])
    return AttributionScore(
        passages=len(gold),
        gold=sum(len(passage.statements) for passage in gold),
        predicted=sum(len(readings[passage.id]["statements"]) for passage in gold),
        matched=len(every),
        parents=Tally(sum(map(sum, parents)), len(every)),
        nested_parents=Tally(sum(nested), len(nested)),
        stances=Tally(sum(pair.gold.stance == pair.predicted["stance"] for pair in every), len(every)),
        modes=Tally(sum(pair.gold.mode == pair.predicted["mode"] for pair in every), len(every)),
        sources=Tally(sum(alike for _, alike in speakers), len(speakers)),
        same_speakers=Tally(sum(same for same, _ in speakers), len(speakers)),
        found_sources=Tally(sum(found), len(found)),
        unresolved=_left_open(gold, pairs, readings),
        stance_confusions=tuple(wrong),
    )


def score_by_phenomenon(
    gold: Sequence[GoldPassage], readings: Mapping[str, Mapping[str, Any]]
) -> dict[str, AttributionScore]:
    """``score`` of the passages that hold each phenomenon, the phenomena in alphabetical order; passages overlap.

    Raises:
        ReportedlyError: as ``score``.
    """
    every = sorted({phenomenon for passage in gold for phenomenon in passage.phenomena})
    return {
        phenomenon: score([passage for passage in gold if phenomenon in passage.phenomena], readings)
        for phenomenon in every
    }


def parent_right(pairs: Sequence[Pair]) -> list[bool]:
    """For each matched pair of one passage, whether the statement that carries it is the annotated one."""
    predicted_for = {pair.gold.id: pair.predicted["id"] for pair in pairs}
    rights = []
    for pair in pairs:
        within, predicted = pair.gold.within, pair.predicted["within"]
        rights.append(predicted is None if within is None else predicted_for.get(within, ...) == predicted)
    return rights


def source_right(pairs: Sequence[Pair], sources: Sequence[Mapping[str, Any]]) -> list[tuple[bool, bool]]:
    """For each matched pair of one passage: is it the same speaker, and is the speaker's description right as well."""
    by_id = {source["id"]: source for source in sources}
    links = _links(pairs, by_id)
    verdicts = []
    for pair in pairs:
        wanted, found = pair.gold.source, by_id.get(pair.predicted["source"])
        if wanted is None or found is None:
            same = alike = wanted is None and found is None
        elif not wanted.resolved:
            same = alike = not found.get("resolved", True)
        else:
            same = links.get(wanted.name) == found["id"]
            alike = same and _same_kind(wanted, found) and wanted.anonymous == found["anonymous"]
        verdicts.append((same, alike))
    return verdicts


def source_found(pair: Pair) -> bool:
    """True where annotated and predicted source words overlap, or both have none."""
    wanted = pair.gold.source_spans
    given = [Span(start, end) for start, end in pair.predicted["source_spans"]]
    return any(one.overlaps(other) for one in wanted for other in given) or not (wanted or given)


def _left_open(
    gold: Sequence[GoldPassage], pairs: Sequence[Sequence[Pair]], readings: Mapping[str, Mapping[str, Any]]
) -> int:
    count = 0
    for passage, of_one in zip(gold, pairs, strict=True):
        sources = readings[passage.id]["sources"]
        by_id = {source["id"]: source for source in sources}
        for pair, (_, alike) in zip(of_one, source_right(of_one, sources), strict=True):
            found = by_id.get(pair.predicted["source"])
            count += not alike and (found is None or not found.get("resolved", True))
    return count


def _links(pairs: Sequence[Pair], by_id: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    shared = Counter[tuple[str, str]]()
    for pair in pairs:
        wanted, found = pair.gold.source, by_id.get(pair.predicted["source"])
        if wanted and found and wanted.resolved and name_words(wanted.name) & name_words(found["name"]):
            shared[wanted.name, found["id"]] += 1
    links: dict[str, str] = {}
    # Counter keeps the order of first occurrence for equal counts: the earlier statement decides.
    for (name, source), _ in shared.most_common():
        if name not in links and source not in links.values():
            links[name] = source
    return links


def name_words(name: str) -> frozenset[str]:
    """The words of a name that tell it apart, in lower case; all of them where there are only small ones."""
    words = frozenset(re.findall(r"\w+", name.casefold()))
    return words - _SMALL or words


def _same_kind(wanted: GoldSource, found: Mapping[str, Any]) -> bool:
    if wanted.kind == found["kind"]:
        return True
    return wanted.anonymous and bool(found["anonymous"]) and {wanted.kind, str(found["kind"])} <= _NAMELESS
