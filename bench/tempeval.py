"""The measures of TempEval-3 for time expressions (UzZaman et al. 2013, SemEval).

A time expression is ``{"start", "end", "type", "value"}`` in code points, end-exclusive. Predictions and gold are
matched one to one within a document, in text order, those of the same span first. ``strict``: the same span.
``relaxed``: overlapping spans. ``type`` and ``value``: matched, and the attribute is equal; the value's F1 is the
ranking of TempEval-3.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bench.polnear import Score

Timex = Mapping[str, Any]
MEASURES = ("value", "relaxed", "strict", "type")


def scores(gold: Mapping[str, Sequence[Timex]], predicted: Mapping[str, Sequence[Timex]]) -> dict[str, Score]:
    """Micro-averaged scores by measure; a missing document counts as empty."""
    right = dict.fromkeys(MEASURES, 0)
    for document, wanted in gold.items():
        for one, other in matched(wanted, predicted.get(document, ())):
            right["relaxed"] += 1
            right["strict"] += (one["start"], one["end"]) == (other["start"], other["end"])
            right["value"] += written(one["value"]) == written(other["value"])
            right["type"] += one["type"] == other["type"]
    given = sum(len(predicted.get(document, ())) for document in gold)
    of = sum(map(len, gold.values()))
    return {name: Score(right[name] / given if given else 0.0, right[name] / of if of else 0.0) for name in MEASURES}


def matched(wanted: Sequence[Timex], given: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Pairs of gold and prediction."""
    used: set[int] = set()
    pairs: dict[int, Timex] = {}
    for place, one in enumerate(wanted):
        if (found := _first(one, given, used, exact=True)) is not None:
            pairs[place] = given[found]
    for place, one in enumerate(wanted):
        if place not in pairs and (found := _first(one, given, used, exact=False)) is not None:
            pairs[place] = given[found]
    return [(wanted[place], other) for place, other in pairs.items()]


def _first(one: Timex, given: Sequence[Timex], used: set[int], *, exact: bool) -> int | None:
    for place, other in enumerate(given):
        same = (one["start"], one["end"]) == (other["start"], other["end"])
        overlaps = other["start"] < one["end"] and one["start"] < other["end"]
        if place not in used and (same if exact else overlaps):
            used.add(place)
            return place
    return None


def written(value: str | None) -> str:
    """A value as it is compared: midnight is the same at either end of a day's name."""
    return (value or "").strip().upper().removesuffix("T24:00") + ("T00:00" if (value or "").endswith("T24:00") else "")


def errors(gold: Iterable[Timex], given: Sequence[Timex]) -> dict[str, list[Any]]:
    """What one document's scores come from: gold that was missed, predictions without gold, pairs of other values."""
    wanted = list(gold)
    pairs = matched(wanted, given)
    hit, met = {id(one) for one, _ in pairs}, {id(other) for _, other in pairs}
    return {
        "missed": [one for one in wanted if id(one) not in hit],
        "spurious": [other for other in given if id(other) not in met],
        "other value": [pair for pair in pairs if written(pair[0]["value"]) != written(pair[1]["value"])],
    }
