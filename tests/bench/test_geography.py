"""The geoparsing measure, and that it is the one of the shared script."""

import importlib.util
import random
from pathlib import Path
from typing import Any

import pytest
from bench.geography import scores

SCRIPT = Path(__file__).parents[3] / "shared" / "bench" / "geoparsing" / "geo_bench.py"


def top(start: int, end: int, lat: float | None = None, lon: float | None = None, **more: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "name": "x", "lat": lat, "lon": lon, "geonameid": None, **more}


def test_gold_scores_one() -> None:
    gold = [[top(0, 4, 1, 1), top(9, 12)]]
    found = scores(gold, gold)
    assert (found.recognition.f1, found.end_to_end.f1) == (1, 1)
    assert (found.placed_right, found.placed) == (1, 1)


def test_a_span_may_overlap_but_the_point_must_be_near() -> None:
    found = scores([[top(0, 4, 10, 10), top(9, 12, 10, 10)]], [[top(0, 9, 10.5, 10.5), top(10, 12, 20, 20)]])
    assert found.recognition.f1 == 1
    assert found.end_to_end == (1, 1, 1)


def test_no_point_is_missed_and_not_wrong() -> None:
    found = scores([[top(0, 4, 10, 10)]], [[top(0, 4), top(6, 9), top(20, 25, 1, 1)]])
    assert found.end_to_end == (0, 1, 1)
    assert found.recognition == (1, 2, 0)


def test_the_same_entry_needs_no_point_nearby() -> None:
    found = scores([[top(0, 4, 10, 10, geonameid="7")]], [[top(0, 4, 50, 50, geonameid=7)]])
    assert found.end_to_end == (1, 0, 0)


@pytest.mark.skipif(not SCRIPT.exists(), reason="the shared scripts are not beside this checkout (../shared/bench)")
def test_the_shared_script_says_the_same() -> None:
    spec = importlib.util.spec_from_file_location("geo_bench", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    shared = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(shared)
    chance = random.Random(7)

    def some(kinds: list[str]) -> list[dict[str, Any]]:
        out = []
        for _ in range(chance.randrange(12)):
            start = chance.randrange(60)
            point = (None, None) if chance.random() < 0.3 else (chance.randrange(3), chance.randrange(3))
            identifier = chance.choice([None, "1", "2"])
            out.append(
                top(start, start + 1 + chance.randrange(6), *point, geonameid=identifier, type=chance.choice(kinds))
            )
        return out

    kinds = ["toponym", "Non_Toponym", "Literal_Expression", "Demonym"]
    gold = {str(i): {"toponyms": some(kinds)} for i in range(200)}
    given = {key: {"toponyms": some(["toponym"])} for key in gold}
    theirs = shared.score(gold, given, lenient=True)
    ours = scores([row["toponyms"] for row in gold.values()], [row["toponyms"] for row in given.values()])
    for name, mine in (("recognition", ours.recognition), ("end_to_end161", ours.end_to_end)):
        assert (theirs[name]["tp"], theirs[name]["fp"], theirs[name]["fn"]) == (mine.right, mine.wrong, mine.missed)
    assert theirs["resolution"]["n_resolved"] == ours.placed
