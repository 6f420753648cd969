"""Our scorer of entity spans: by hand on small examples, and against the shared one where that lies beside the
checkout."""

import importlib.util
import json
from pathlib import Path

import pytest
from bench.re3d import tallies
from bench.rows import read_rows

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "bench" / "entities" / "re3d_bench.py"
GOLD = [{"start": 3, "end": 9, "type": "Temporal"}, {"start": 20, "end": 22, "type": "Quantity"}]


def test_gold_read_as_a_prediction_is_perfect() -> None:
    found = tallies({"a": GOLD}, {"a": GOLD}, ("Temporal", "Quantity"))
    assert {(one.f1(one.exact), one.f1(one.overlap)) for one in found.values()} == {(1.0, 1.0)}


def test_an_overlap_of_another_type_does_not_count() -> None:
    found = tallies(
        {"a": GOLD}, {"a": [{**GOLD[0], "end": 5}, {**GOLD[1], "type": "Temporal"}]}, ("Temporal", "Quantity")
    )
    assert found["Temporal"] == (1, 2, 0, 1)
    assert found["Quantity"] == (1, 0, 0, 0)


@pytest.mark.skipif(not SCORER.exists(), reason="the shared scorer is not beside this checkout (../shared/bench)")
def test_it_agrees_with_the_shared_scorer() -> None:
    spec = importlib.util.spec_from_file_location("re3d_bench", SCORER)
    assert spec is not None
    assert spec.loader is not None
    shared = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(shared)
    rows = read_rows(SHARED / "data" / "entities" / "re3d_dev.jsonl")
    given = json.loads(json.dumps(rows))
    for row in given:
        row["entities"] = [one for place, one in enumerate(row["entities"]) if place % 3]
        for place, one in enumerate(row["entities"]):
            one["end"] += place % 5 == 0
            one["type"] = "Weapon" if place % 7 == 0 else one["type"]
    types = ("Temporal", "Quantity", "Weapon")
    theirs = shared.score(rows, given, set(types))
    ours = tallies({row["id"]: row["entities"] for row in rows}, {row["id"]: row["entities"] for row in given}, types)
    for name in types:
        assert round(ours[name].f1(ours[name].overlap), 4) == theirs[name]["overlap_f1"]
        assert round(ours[name].f1(ours[name].exact), 4) == theirs[name]["exact_f1"]
