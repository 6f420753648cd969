"""Our scorer of attributions: by hand on small examples, and against the scorer that the published figures come from,
where that lies beside the checkout."""

import importlib.util
import json
from pathlib import Path

import pytest
from bench.polnear import Attribution, scores

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "bench" / "attribution" / "score_polnear.py"
DATA = SHARED / "data" / "attribution"
TEXT = "The mayor said the bridge fell."
GOLD: Attribution = {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 30]]}


def f1(predicted: list[Attribution], measure: str) -> float:
    return scores({"a": (TEXT, [GOLD])}, {"a": predicted})[measure].f1


def test_gold_read_as_a_prediction_is_perfect() -> None:
    assert {score.f1 for score in scores({"a": (TEXT, [GOLD])}, {"a": [GOLD]}).values()} == {1.0}


def test_half_a_source_is_half_right() -> None:
    half: Attribution = {**GOLD, "source": [[4, 9]]}
    assert f1([half], "detect") == 1.0
    assert f1([half], "exact/source") == 0.0
    assert f1([half], "soft/source") == pytest.approx(2 / 3)


def test_what_overlaps_in_nothing_is_not_detected() -> None:
    elsewhere: Attribution = {"source": [[0, 9]], "cue": [[0, 3]], "content": [[4, 9]]}
    assert f1([elsewhere], "detect") == 0.0


def test_a_missing_article_counts_as_empty() -> None:
    assert scores({"a": (TEXT, [GOLD])}, {})["detect"].recall == 0.0


@pytest.mark.skipif(not SCORER.exists(), reason="the published scorer is not beside this checkout (../shared/bench)")
@pytest.mark.parametrize("peer", ["citron", "ggt", "base"])
def test_it_agrees_with_the_published_scorer(peer: str) -> None:
    spec = importlib.util.spec_from_file_location("score_polnear", SCORER)
    assert spec is not None
    assert spec.loader is not None
    published = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(published)
    gold = published.load_gold(str(DATA / "polnear_dev.jsonl"), "-")
    predicted = {
        row["id"]: row["attributions"]
        for row in map(json.loads, (DATA / "peers" / f"{peer}_dev.jsonl").read_text(encoding="utf-8").splitlines())
    }
    theirs = published.score(gold, predicted)
    for measure, score in scores(gold, predicted).items():
        assert [round(value, 4) for value in (*score, score.f1)] == pytest.approx(theirs[measure], abs=1e-4), measure
