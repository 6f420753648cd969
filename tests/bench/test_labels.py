"""Scores of labels: by hand on a small example, and against the published script where it lies beside the checkout."""

import importlib.util
import random
from pathlib import Path

import pytest
from bench.labels import labels_of, score_labels

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "bench" / "eventtype" / "label_bench.py"


def test_gold_read_as_a_prediction_is_perfect() -> None:
    gold = {"1": ["A"], "2": ["A", "B"], "3": []}
    scores = score_labels(gold, gold)
    assert (scores.accuracy, scores.micro_f1, scores.macro_f1, scores.weighted_f1) == (1.0, 1.0, 1.0, 1.0)


def test_each_label_is_counted_apart_and_weighed_by_the_gold() -> None:
    scores = score_labels({"1": ["A"], "2": ["A"], "3": ["B"]}, {"1": ["A"], "2": ["B"], "3": ["B"]})
    assert scores.labels["A"].f1 == pytest.approx(2 / 3)
    assert scores.labels["B"].precision == pytest.approx(1 / 2)
    assert scores.weighted_f1 == pytest.approx(2 / 3)
    assert scores.accuracy == pytest.approx(2 / 3)


def test_a_text_left_out_has_no_label() -> None:
    assert score_labels({"1": ["A"], "2": []}, {}).accuracy == pytest.approx(1 / 2)


@pytest.mark.skipif(not SCORER.exists(), reason="the published scorer is not beside this checkout (../shared/bench)")
def test_it_agrees_with_the_published_scorer() -> None:
    spec = importlib.util.spec_from_file_location("label_bench", SCORER)
    assert spec is not None
    assert spec.loader is not None
    published = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(published)
    chance = random.Random(7)
    names = ["A", "B", "C", "D"]
    gold = [{"id": str(i), "labels": chance.sample(names[:3], chance.randint(0, 2))} for i in range(200)]
    predicted = [{"id": str(i), "labels": chance.sample(names, chance.randint(0, 3))} for i in range(0, 200, 2)]
    theirs = published.score(gold, predicted)
    ours = score_labels(labels_of(gold), labels_of(predicted))
    for measure in ("accuracy", "micro_f1", "macro_f1", "weighted_f1"):
        assert getattr(ours, measure) == pytest.approx(theirs[measure], abs=1e-4), measure
    for label, score in ours.labels.items():
        found = [score.f1, score.precision, score.recall, score.number]
        assert found == pytest.approx([theirs["labels"][label][key] for key in ("f1", "p", "r", "n")], abs=1e-4)
