"""Event coreference measured: the scores by hand, and against the shared scorer where that lies beside the checkout."""

import importlib.util
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from bench.cdec import within
from bench.cdec_kin import ranked, synsets, table
from bench.cdec_score import best_alignment, scores
from bench.cdec_weights import crossed, fit, topic_stories
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


# An invented WordNet: "raid" and "foray" share a sense, "raider" derives "raid", a "ford" is nothing that happens.
NOUNS = """  1 licence
00000010 04 n 02 raid 0 foray 0 000 | a sudden attack
00000020 18 n 01 raider 0 001 + 00000030 v 0101 | who raids
00000040 17 n 02 ford 0 crossing 0 000 | a shallow place
"""
VERBS = """  1 licence
00000030 33 v 01 raid 0 001 + 00000020 n 0101 01 + 08 00 | attack suddenly
"""
INDEX_NOUNS = """  1 licence
crossing n 1 0 1 0 00000040
foray n 1 0 1 0 00000010
ford n 1 0 1 0 00000040
raid n 1 0 1 0 00000010
raider n 1 1 + 1 0 00000020
"""
INDEX_VERBS = """  1 licence
raid v 1 1 + 1 0 00000030
"""


def test_the_table_of_kin_holds_shared_and_derived_senses_of_what_happens(tmp_path: Path) -> None:
    files = {"data.noun": NOUNS, "data.verb": VERBS, "index.noun": INDEX_NOUNS, "index.verb": INDEX_VERBS}
    for name, text in {**files, "data.adj": "", "index.adj": ""}.items():
        (tmp_path / name).write_text(text, encoding="latin-1")
    assert list(table(ranked(tmp_path, synsets(tmp_path)))) == ["foray\t00", "raid\t00 01", "raider\t01"]


def test_the_regression_finds_the_odds_that_made_the_data() -> None:
    values = np.array([[1.0, 0.0]] * 400 + [[1.0, 1.0]] * 400)
    gold = np.array([True] * 100 + [False] * 300 + [True] * 300 + [False] * 100)
    assert fit(values, gold) == pytest.approx([-np.log(3), 2 * np.log(3)], abs=0.1)


def test_the_topics_that_give_the_weights_are_not_those_that_are_grouped() -> None:
    mentions = [{**row, "topic": str(fold), "cluster": row["id"][0]} for fold in range(3) for row in rows()]
    named = [{**row, "id": f"{row['topic']}:{row['id']}", "doc": f"{row['topic']}:{row['doc']}"} for row in mentions]
    found = crossed(list(topic_stories(named)), 0.0)
    assert set(found) == {row["id"] for row in named}
    assert all(found[name].startswith(name.partition(":")[0]) for name in found)
