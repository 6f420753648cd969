"""Our scorer of quantities: by hand on small examples, and against the shared one where that is at hand."""

import importlib.util
import json
from pathlib import Path

import pytest
from bench.newsquant import scores
from bench.rows import read_rows

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "bench" / "quantity" / "quantity_bench.py"
DATA = SHARED / "data" / "quantity" / "newsquant_dev.jsonl"
GOLD = [{"value": [40.0, 40.0], "change": ">", "unit": "fighter"}, {"value": [20.0, 30.0], "change": "=", "unit": "km"}]


def test_gold_read_as_a_prediction_is_perfect() -> None:
    assert {score.f1 for score in scores({"a": GOLD}, {"a": GOLD}).values()} == {1.0}


def test_a_range_is_not_one_of_its_ends() -> None:
    assert scores({"a": GOLD}, {"a": [{**GOLD[1], "value": [20.0, 20.0]}]})["value"].f1 == 0.0


def test_the_hedge_counts_for_itself() -> None:
    found = scores({"a": GOLD}, {"a": [{**GOLD[0], "change": "~"}, GOLD[1]]})
    assert (found["value"].f1, found["hedge"].f1) == (1.0, 0.5)


@pytest.mark.skipif(not SCORER.exists(), reason="the shared scorer is not beside this checkout (../shared/bench)")
def test_it_agrees_with_the_shared_scorer() -> None:
    spec = importlib.util.spec_from_file_location("quantity_bench", SCORER)
    assert spec is not None
    assert spec.loader is not None
    shared = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(shared)
    rows = read_rows(DATA)
    given = json.loads(json.dumps(rows))
    for row in given:
        row["quantities"] = [one for place, one in enumerate(row["quantities"]) if (place + len(row["text"])) % 4]
        for place, one in enumerate(row["quantities"]):
            one["change"] = "=" if place % 2 else one["change"]
            one["value"][1] += len(row["text"]) % 9 == 0
    theirs = shared.score(rows, given)
    ours = scores({row["id"]: row["quantities"] for row in rows}, {row["id"]: row["quantities"] for row in given})
    for measure, name in (("value", "value"), ("hedge", "value_change"), ("unit", "value_unit")):
        score = ours[measure]
        assert {"p": score.precision, "r": score.recall, "f1": score.f1} == pytest.approx(theirs[name], abs=1e-4)
