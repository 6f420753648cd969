"""The weights of the evidence of triggers: logistic regressions over the training part of ECB+, and a crossing.

python -m bench.cdec_weights ECB_TRAIN.jsonl

Prints the CoNLL F1 within gold topics where each fifth of the topics is grouped by weights that the others gave, and
then the weights of all. Nothing else of ECB+ is read.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click
import numpy as np
from numpy.typing import NDArray

from bench.cdec import Row, telling
from bench.cdec_score import scores
from bench.rows import read_rows
from reportedly.link.cluster import clusters
from reportedly.link.likeness import UNLIKE, grounds, kinship, stories

FOLDS = 5
RIDGE = 1.0
SHIFTS = (0.0, 0.2, 0.4, 0.6)
"""Log-odds that are added to all evidence but that of strangers: the pairs of large events outnumber the others."""

CAP = 3.0
GROUNDS = 7

Floats = NDArray[np.float64]


class Story(NamedTuple):
    """Mentions of one story of a gold topic; its pairs of kin triggers, their grounds, whether they are one event."""

    topic: str
    names: list[str]
    pairs: list[tuple[str, str]]
    same: NDArray[np.bool_]
    values: Floats
    gold: NDArray[np.bool_]


def topic_stories(rows: Sequence[Row]) -> Iterator[Story]:
    """The stories that ``rows`` fall into."""
    for topic in sorted({row["topic"] for row in rows}, key=int):
        gold = {row["id"]: row["cluster"] for row in rows if row["topic"] == topic}
        tellings = {row["id"]: telling(row) for row in rows if row["topic"] == topic}
        documents = {one.document: one.whole for one in tellings.values()}
        for story in stories(documents):
            names = sorted(name for name, one in tellings.items() if one.document in story)
            found: list[tuple[str, str]] = []
            values: list[tuple[float, ...]] = []
            for place, a in enumerate(names):
                for b in names[place + 1 :]:
                    kin = kinship(tellings[a].lemma, tellings[b].lemma)
                    if kin:
                        found.append((a, b))
                        values.append(grounds(tellings[a], tellings[b], kin))
            one_event = np.array([gold[a] == gold[b] for a, b in found], dtype=bool)
            one_lemma = np.array([tellings[a].lemma == tellings[b].lemma for a, b in found], dtype=bool)
            yield Story(topic, names, found, one_lemma, np.array(values).reshape(len(found), GROUNDS), one_event)


def fit(values: Floats, gold: NDArray[np.bool_]) -> Floats:
    """Logistic regression by Newton's method; all weights but the first, the constant, are held near 0."""
    weights = np.zeros(values.shape[1])
    ridge = np.diag([1e-6, *[RIDGE] * (values.shape[1] - 1)])
    for _ in range(30):
        odds = 1.0 / (1.0 + np.exp(-values @ weights))
        slope = values.T @ (gold - odds) - ridge @ weights
        curve = (values * (odds * (1 - odds))[:, None]).T @ values + ridge
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def fits(found: Sequence[Story]) -> tuple[Floats, Floats]:
    """The weights for triggers of one lemma, and for kin."""
    values, gold = np.concatenate([one.values for one in found]), np.concatenate([one.gold for one in found])
    same = np.concatenate([one.same for one in found])
    return fit(values[same], gold[same]), fit(values[~same], gold[~same])


def grouped(story: Story, weights: tuple[Floats, Floats], shift: float) -> dict[str, str]:
    """The cluster of each mention of ``story``."""
    raw = np.where(story.same, story.values @ weights[0], story.values @ weights[1]) + shift
    evidence = dict(zip(story.pairs, np.clip(raw, -CAP, CAP).tolist(), strict=True))
    near = [pair for pair, weight in evidence.items() if weight > 0]
    found = clusters(story.names, near, lambda a, b: evidence.get((a, b), UNLIKE))
    return {name: cluster[0] for cluster in found for name in cluster}


def crossed(found: Sequence[Story], shift: float) -> dict[str, str]:
    """The clusters of all, each fifth of the topics by the weights of the others."""
    topics = sorted({one.topic for one in found}, key=int)
    answer: dict[str, str] = {}
    for fold in range(FOLDS):
        held = set(topics[fold::FOLDS])
        weights = fits([one for one in found if one.topic not in held])
        for one in found:
            if one.topic in held:
                answer.update(grouped(one, weights, shift))
    return answer


@click.command()
@click.argument("path", type=click.Path(path_type=Path, exists=True))
def main(path: Path) -> None:
    """Fit the weights to the mentions of PATH."""
    rows: list[dict[str, Any]] = read_rows(path)
    gold = {row["id"]: row["cluster"] for row in rows}
    found = list(topic_stories(rows))
    for shift in SHIFTS:
        click.echo(f"shift {shift:.1f}: {100 * scores(gold, crossed(found, shift)).conll:.2f}")
    for name, weights in zip(("one lemma", "kin"), fits(found), strict=True):
        click.echo(f"{name}: " + " ".join(f"{weight:.2f}" for weight in weights))


if __name__ == "__main__":
    main()
