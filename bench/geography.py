"""Scores of geoparsing: recognition, and toponyms put within 161 km of where they lie.

The measure is that of Gritta, Pilehvar and Collier 2020 with one-to-one lenient spans: exact spans first, then any
overlap from left to right. 161 km are a hundred miles, the field's usual tolerance. A toponym without coordinates in
the gold counts for recognition alone; a place with the gold's own GeoNames id has distance 0, whatever its point.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from reportedly.model.geo import kilometres

TOLERANCE_KM = 161.0
IGNORED = frozenset({"Literal_Expression", "Non_Lit_Expression"})
NO_TOPONYMS = frozenset({"Non_Toponym"})

Toponym = Mapping[str, Any]


class Score(NamedTuple):
    """Counts and what follows from them."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Score") -> "Score":  # type: ignore[override]
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The part of what was given that is right."""
        given = self.right + self.wrong
        return self.right / given if given else 0.0

    @property
    def recall(self) -> float:
        """The part of the gold that was found."""
        gold = self.right + self.missed
        return self.right / gold if gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class Scores(NamedTuple):
    """Of one corpus: spans; spans with points within 161 km; the found toponyms that are right, and how many of them
    were given a point."""

    recognition: Score
    end_to_end: Score
    placed_right: int
    placed: int


def scores(gold: Iterable[Sequence[Toponym]], given: Iterable[Sequence[Toponym]]) -> Scores:
    """The scores of ``given`` against ``gold``: for each document its toponyms."""
    recognition, end_to_end, right, placed = Score(), Score(), 0, 0
    for wanted, found in zip(gold, given, strict=True):
        ignored = [one for one in wanted if one.get("type") in IGNORED]
        wanted, found = _distinct(wanted), _distinct(found)
        pairs = _aligned(wanted, found)
        partners = set(pairs.values())
        spurious = [
            one
            for i, one in enumerate(found)
            if i not in partners and not any(_overlap(one, other) for other in ignored)
        ]
        recognition += Score(len(pairs), len(spurious), len(wanted) - len(pairs))
        end_to_end += Score(0, sum(one["lat"] is not None for one in spurious), 0)
        for i, one in enumerate(wanted):
            if one["lat"] is None:
                continue
            answer = found[pairs[i]] if i in pairs else None
            if answer is None or answer["lat"] is None:
                end_to_end += Score(0, 0, 1)
                continue
            hit = _distance(one, answer) <= TOLERANCE_KM
            placed += 1
            right += hit
            end_to_end += Score(1, 0, 0) if hit else Score(0, 1, 1)
    return Scores(recognition, end_to_end, right, placed)


def _distinct(toponyms: Sequence[Toponym]) -> list[Toponym]:
    """One toponym a span, the first that has coordinates, in text order."""
    kept: dict[tuple[int, int], Toponym] = {}
    for one in toponyms:
        if one.get("type") in IGNORED | NO_TOPONYMS:
            continue
        span = one["start"], one["end"]
        if span not in kept or (kept[span]["lat"] is None and one["lat"] is not None):
            kept[span] = one
    return [kept[span] for span in sorted(kept)]


def _aligned(wanted: Sequence[Toponym], found: Sequence[Toponym]) -> dict[int, int]:
    """Index of a gold toponym → index of the one given for it."""
    spans = {(one["start"], one["end"]): i for i, one in enumerate(found)}
    pairs = {i: spans[one["start"], one["end"]] for i, one in enumerate(wanted) if (one["start"], one["end"]) in spans}
    used = set(pairs.values())
    for i, one in enumerate(wanted):
        if i in pairs:
            continue
        partner = next((j for j, other in enumerate(found) if j not in used and _overlap(one, other)), None)
        if partner is not None:
            pairs[i] = partner
            used.add(partner)
    return pairs


def _overlap(one: Toponym, other: Toponym) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def _distance(one: Toponym, other: Toponym) -> float:
    if one.get("geonameid") and str(one["geonameid"]) == str(other.get("geonameid")):
        return 0.0
    return kilometres(one["lat"], one["lon"], other["lat"], other["lon"])
