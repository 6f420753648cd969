"""The decoder gives well-formed tags, and no well-formed sequence scores higher."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from reportedly.language.encoder.sequences import best_tags, spans, transitions

TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


def well_formed(numbers: tuple[int, ...], border: int) -> bool:
    for position, number in enumerate(numbers):
        tag = TAGS[number]
        before = TAGS[numbers[position - 1]] if position not in (0, border) else "O"
        if tag.startswith("I-") and before[2:] != tag[2:]:
            return False
    return True


@given(arrays(np.float32, (4, 5), elements=st.integers(-8, 8).map(float)), st.integers(1, 3))
def test_the_best_well_formed_sequence(scores: np.ndarray, border: int) -> None:
    found = tuple(best_tags(scores, [0, border, 4], transitions(TAGS), TAGS))
    assert well_formed(found, border)

    def total(numbers: tuple[int, ...]) -> float:
        return float(sum(scores[i, n] for i, n in enumerate(numbers)))

    assert total(found) == max(total(t) for t in product(range(5), repeat=4) if well_formed(t, border))


def test_spans_of_neighbours() -> None:
    numbers = [TAGS.index(tag) for tag in ("B-PER", "I-PER", "B-PER", "O", "B-LOC")]
    assert list(spans(numbers, TAGS)) == [("PER", 0, 2), ("PER", 2, 3), ("LOC", 4, 5)]
