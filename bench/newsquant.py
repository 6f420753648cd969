"""The measures of NewsQuant for quantities with their hedges (Almasian et al. 2023, EMNLP, "CQE").

A quantity is ``{"value": [low, high], "change": one of = ~ < > up down, "unit"}``. Within a sentence each gold quantity
takes the first prediction with the same bounds (relative tolerance 1e-5) that no other has taken; a range equals only
the same range. ``value``: the bounds; ``hedge``: and the change; ``unit``: the bounds and the unit.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from bench.polnear import Score

Amount = Mapping[str, Any]
MEASURES = ("value", "hedge", "unit")


def scores(gold: Mapping[str, Sequence[Amount]], predicted: Mapping[str, Sequence[Amount]]) -> dict[str, Score]:
    """Micro-averaged scores by measure; a missing sentence counts as empty."""
    right = dict.fromkeys(MEASURES, 0)
    for sentence, wanted in gold.items():
        for measure in MEASURES:
            right[measure] += _matched(wanted, predicted.get(sentence, ()), measure)
    given = sum(len(predicted.get(sentence, ())) for sentence in gold)
    of = sum(map(len, gold.values()))
    return {name: Score(right[name] / given if given else 0.0, right[name] / of if of else 0.0) for name in MEASURES}


def _matched(wanted: Sequence[Amount], given: Sequence[Amount], measure: str) -> int:
    used: set[int] = set()
    for one in wanted:
        for place, other in enumerate(given):
            if place not in used and _same(one["value"], other["value"]) and _agrees(one, other, measure):
                used.add(place)
                break
    return len(used)


def _same(one: Sequence[float], other: Sequence[float]) -> bool:
    return all(abs(x - y) <= 1e-8 + 1e-5 * abs(y) for x, y in zip(one, other, strict=True))


def _agrees(one: Amount, other: Amount, measure: str) -> bool:
    if measure == "hedge":
        return bool(one["change"] == other["change"])
    return measure == "value" or (one["unit"] or "").lower() == (other["unit"] or "").lower()
