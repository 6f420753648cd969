"""The measure of re3d's entities: spans with a type, exact or overlapping.

An entity is ``{"start", "end", "type"}`` in code points, end-exclusive; the same span and type counts once. Each
gold entity takes the first prediction of its type in text order that overlaps it and that no other has taken.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

Entity = Mapping[str, Any]


class Tally(NamedTuple):
    """Counts of one type. ``exact`` and ``overlap`` are the gold entities found."""

    gold: int = 0
    predicted: int = 0
    exact: int = 0
    overlap: int = 0

    def f1(self, found: int) -> float:
        """The F1 where ``found`` of the gold entities are found."""
        return 2 * found / (self.gold + self.predicted) if self.gold + self.predicted else 0.0

    def __add__(self, other: object) -> "Tally":
        if not isinstance(other, Tally):
            return NotImplemented
        return Tally(*(one + two for one, two in zip(self, other, strict=True)))


def tallies(
    gold: Mapping[str, Sequence[Entity]], predicted: Mapping[str, Sequence[Entity]], types: Iterable[str]
) -> dict[str, Tally]:
    """The counts by type over all documents; a missing document counts as empty."""
    return {
        name: sum((_tally(_spans(gold[key], name), _spans(predicted.get(key, ()), name)) for key in gold), Tally())
        for name in types
    }


def _spans(entities: Sequence[Entity], name: str) -> list[tuple[int, int]]:
    return sorted({(one["start"], one["end"]) for one in entities if one["type"] == name})


def _tally(wanted: list[tuple[int, int]], given: list[tuple[int, int]]) -> Tally:
    used: set[int] = set()
    for start, end in wanted:
        for place, other in enumerate(given):
            if place not in used and other[0] < end and start < other[1]:
                used.add(place)
                break
    return Tally(len(wanted), len(given), len(set(wanted) & set(given)), len(used))
