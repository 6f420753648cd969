"""Event coreference measured: the scores by hand, and against the shared scorer where that lies beside the checkout."""

import importlib.util
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from bench.cdec import within
from bench.cdec_score import best_alignment, scores
from hypothesis import given
from hypothesis import strategies as st

SCORER = Path(__file__).parents[3] / "shared" / "bench" / "cdec" / "cdec_bench.py"
MENTIONS = st.dictionaries(
    st.integers(0, 15).map(str), st.tuples(st.sampled_from("abcde"), st.sampled_from("vwxyz")), min_size=1
)
TEXTS = {
    "1_a": "Rockets hit the Karada bridge in Velmora and killed four soldiers of the 14th Brigade .",
    "1_b": "Four soldiers of the 14th Brigade were killed at the Karada bridge in Velmora .",
    "2_a": "An avalanche killed two hikers below the Norrtind glacier .",
}


def rows() -> list[dict[str, Any]]:
    return [
        {
            "id": f"{doc}-0",
            "doc": doc,
            "topic": doc[0],
            "subtopic": doc[0],
            "sent": 0,
            "tokens": [text.split().index("killed")],
            "text": "killed",
            "lemma": "kill",
            "context": text.split(),
        }
        for doc, text in TEXTS.items()
    ]


@given(MENTIONS)
def test_gold_read_as_a_prediction_is_perfect(mentions: dict[str, tuple[str, str]]) -> None:
    gold = {name: one for name, (one, _) in mentions.items()}
    found = scores(gold, gold)
    assert (found.b3, found.ceafe, found.lea) == pytest.approx((1.0, 1.0, 1.0))
    assert found.muc in (0.0, 1.0)


def test_one_cluster_for_two_by_hand() -> None:
    found = scores({"a": "x", "b": "x", "c": "y"}, dict.fromkeys("abc", "z"))
    assert found.muc == pytest.approx(2 / 3)
    assert found.b3 == pytest.approx(2 * (5 / 9) / (5 / 9 + 1))
    assert found.ceafe == pytest.approx(2 * 0.8 / 3)


@given(st.lists(st.lists(st.integers(1, 9), min_size=3, max_size=3), min_size=3, max_size=3))
def test_the_alignment_is_the_best_of_all(table: list[list[int]]) -> None:
    values = {
        str(row): {str(column): float(value) for column, value in enumerate(line)} for row, line in enumerate(table)
    }
    best = max(sum(table[row][column] for row, column in enumerate(order)) for order in permutations(range(3)))
    assert best_alignment(values) == pytest.approx(best)


@pytest.mark.skipif(not SCORER.exists(), reason="the shared scorer is not beside the checkout")
@given(MENTIONS)
def test_the_shared_scorer_says_the_same(mentions: dict[str, tuple[str, str]]) -> None:
    spec = importlib.util.spec_from_file_location("cdec_bench", SCORER)
    assert spec is not None
    assert spec.loader is not None
    shared = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(shared)
    gold = {name: one for name, (one, _) in mentions.items()}
    given_ = {name: other for name, (_, other) in mentions.items()}
    theirs = shared.score(*([{"id": k, "cluster": v} for k, v in side.items()] for side in (gold, given_)))
    ours = scores(gold, given_)
    assert [theirs["CoNLL"], theirs["LEA"][2]] == pytest.approx([100 * ours.conll, 100 * ours.lea], abs=0.01)


def test_mentions_are_grouped_without_gold_keys_and_in_any_order() -> None:
    found = within(rows(), "corpus")
    assert found["1_a-0"] == found["1_b-0"] != found["2_a-0"]
    assert within(rows()[::-1], "corpus") == found
    assert len(set(within(rows(), "topic").values())) == 2
