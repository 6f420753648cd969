"""Scores of labels on texts: the measure of ``eventtype/label_bench.py``."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple


class LabelScore(NamedTuple):
    """Precision, recall and F1 of one label, and how often the gold has it."""

    precision: float
    recall: float
    f1: float
    number: int


class LabelScores(NamedTuple):
    """All scores. ``accuracy``: texts whose labels are exactly the gold's; ``weighted_f1``: by the gold's counts."""

    texts: int
    accuracy: float
    micro_f1: float
    macro_f1: float
    weighted_f1: float
    labels: Mapping[str, LabelScore]


def score_labels(gold: Mapping[str, Collection[str]], predicted: Mapping[str, Collection[str]]) -> LabelScores:
    """The scores of ``predicted`` labels against ``gold`` ones, both by the text's id; a text left out has none.

    Labels that the gold never has count as wrong in ``micro_f1`` and ``accuracy`` alone.
    """
    right: Counter[str] = Counter()
    excess: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    exact = 0
    for key, labels in gold.items():
        wanted, found = set(labels), set(predicted.get(key, ()))
        exact += wanted == found
        right.update(wanted & found)
        excess.update(found - wanted)
        missed.update(wanted - found)
    of = {label: right[label] + missed[label] for label in sorted({*right, *missed}) if right[label] + missed[label]}
    scores = {label: _score(right[label], excess[label], missed[label]) for label in of}
    support = sum(of.values())
    return LabelScores(
        texts=len(gold),
        accuracy=exact / len(gold) if gold else 1.0,
        micro_f1=_score(right.total(), excess.total(), missed.total()).f1,
        macro_f1=sum(score.f1 for score in scores.values()) / len(scores) if scores else 1.0,
        weighted_f1=sum(scores[label].f1 * of[label] for label in of) / support if support else 1.0,
        labels=scores,
    )


def _score(right: int, excess: int, missed: int) -> LabelScore:
    return LabelScore(
        precision=right / (right + excess) if right else 0.0,
        recall=right / (right + missed) if right else 0.0,
        f1=2 * right / (2 * right + excess + missed) if right else 0.0,
        number=right + missed,
    )


def table(scores: LabelScores) -> Iterator[str]:
    """The scores as lines: one a label, the most frequent first."""
    for label, score in sorted(scores.labels.items(), key=lambda item: (-item[1].number, item[0])):
        yield f"  {label:30} {score.f1:.3f} ({score.precision:.3f}/{score.recall:.3f}; {score.number})"


def labels_of(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """The labels of each row, by its id."""
    return {str(row["id"]): row["labels"] for row in rows}
