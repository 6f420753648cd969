"""Our scorer of time expressions: by hand on small examples, and against the shared one where that lies beside the
checkout."""

import importlib.util
import json
from pathlib import Path

import pytest
from bench.rows import read_rows
from bench.tempeval import scores

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "bench" / "timex" / "timex_bench.py"
GOLD = [
    {"start": 3, "end": 9, "type": "DATE", "value": "2014-11-02"},
    {"start": 20, "end": 30, "type": "DURATION", "value": "P3D"},
]


def test_gold_read_as_a_prediction_is_perfect() -> None:
    assert {score.f1 for score in scores({"a": GOLD}, {"a": GOLD}).values()} == {1.0}


def test_an_overlap_counts_for_the_value_but_is_not_strict() -> None:
    found = scores({"a": GOLD}, {"a": [{**GOLD[0], "start": 0}]})
    assert (found["strict"].f1, found["value"].precision, found["value"].recall) == (0.0, 1.0, 0.5)


def test_midnight_is_the_same_by_either_name() -> None:
    one = {**GOLD[0], "value": "2014-11-02T24:00"}
    assert scores({"a": [one]}, {"a": [{**one, "value": "2014-11-02T00:00"}]})["value"].f1 == 1.0


@pytest.mark.skipif(not SCORER.exists(), reason="the shared scorer is not beside this checkout (../shared/bench)")
@pytest.mark.parametrize("corpus", ["timebank", "aquaint"])
def test_it_agrees_with_the_shared_scorer(corpus: str) -> None:
    spec = importlib.util.spec_from_file_location("timex_bench", SCORER)
    assert spec is not None
    assert spec.loader is not None
    shared = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(shared)
    gold = {row["id"]: row for row in read_rows(SHARED / "data" / "timex" / f"{corpus}.jsonl")}
    # Something like a system's output: every third expression missed, every fifth moved, every seventh of no value.
    given = json.loads(json.dumps(gold))
    for row in given.values():
        row["timexes"] = [one for place, one in enumerate(row["timexes"]) if place % 3]
        for place, one in enumerate(row["timexes"]):
            one["start"] -= 2 * (place % 5 == 0)
            one["value"] = "PAST_REF" if place % 7 == 0 else one["value"]
    theirs = shared.score(gold, given)
    ours = scores(
        {key: row["timexes"] for key, row in gold.items()}, {key: row["timexes"] for key, row in given.items()}
    )
    for measure, score in ours.items():
        rounded = {"p": round(score.precision, 4), "r": round(score.recall, 4), "f1": round(score.f1, 4)}
        assert rounded == pytest.approx(theirs[measure], abs=1e-4), measure
