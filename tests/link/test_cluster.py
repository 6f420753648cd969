"""Grouping: constraints hold, order does not matter, chains do not run together."""

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.cluster import ConstraintError, Pair, clusters, components

ITEMS = "abcdefgh"
PAIRS = list(combinations(ITEMS, 2))
weights = st.fixed_dictionaries({pair: st.integers(-30, 30).map(lambda n: n / 10) for pair in PAIRS})


def grouped(found: dict[Pair, float], items: str = ITEMS, **constraints: list[Pair]) -> list[tuple[str, ...]]:
    def weight(a: str, b: str) -> float:
        return found.get((a, b) if a < b else (b, a), -5.0)

    return clusters(items, [pair for pair, value in found.items() if value > 0], weight, **constraints)


def test_a_chain_of_neighbours_is_not_one_group() -> None:
    chain = {("a", "b"): 2.0, ("b", "c"): 2.0, ("c", "d"): 2.0}
    assert grouped(chain, "abcd") == [("a", "b"), ("c", "d")]


def test_constraints_hold_against_all_evidence() -> None:
    assert grouped({("a", "b"): -9.0}, "ab", together=[("a", "b")]) == [("a", "b")]
    assert grouped({("a", "b"): 9.0}, "ab", apart=[("a", "b")]) == [("a",), ("b",)]
    both = dict.fromkeys(combinations("abc", 2), 9.0)
    assert grouped(both, "abc", together=[("a", "b")], apart=[("b", "c")]) == [("a", "b"), ("c",)]


def test_constraints_that_cannot_both_hold_are_an_error() -> None:
    with pytest.raises(ConstraintError, match="a and c"):
        grouped({}, "abc", together=[("a", "b"), ("b", "c")], apart=[("c", "a")])


def test_components() -> None:
    assert components("dcba", [("d", "b"), ("b", "c")]) == [("a",), ("b", "c", "d")]


@given(weights, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(found: dict[Pair, float], mixed: random.Random) -> None:
    shuffled = list(found.items())
    mixed.shuffle(shuffled)
    assert grouped(dict(shuffled), "".join(mixed.sample(ITEMS, len(ITEMS)))) == grouped(found)


@given(weights, st.sets(st.sampled_from(PAIRS), max_size=4))
def test_every_item_once_and_apart_stays_apart(found: dict[Pair, float], apart: set[Pair]) -> None:
    groups = grouped(found, apart=sorted(apart))
    assert sorted(item for group in groups for item in group) == list(ITEMS)
    assert not any(set(pair) <= set(group) for pair in apart for group in groups)


@given(weights, weights)
def test_one_part_does_not_depend_on_another(here: dict[Pair, float], there: dict[Pair, float]) -> None:
    elsewhere = {(a.upper(), b.upper()): value for (a, b), value in there.items()}
    assert set(grouped(here)) <= set(grouped({**here, **elsewhere}, ITEMS + ITEMS.upper()))
