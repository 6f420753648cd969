"""The decoder gives a tree with one root, and no tree under that root scores higher."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from reportedly.language.encoder.trees import best_tree


def is_tree(heads: tuple[int, ...], root: int) -> bool:
    for word in range(len(heads)):
        seen = set()
        while word != root:
            if word in seen or heads[word] == word:
                return False
            seen.add(word)
            word = heads[word]
    return heads[root] == root


def score(scores: np.ndarray, heads: tuple[int, ...], root: int) -> float:
    return float(sum(scores[i, h + 1] for i, h in enumerate(heads) if i != root))


@st.composite
def matrices(draw: st.DrawFn) -> np.ndarray:
    size = draw(st.integers(1, 5))
    numbers = st.integers(-40, 40).map(lambda n: n / 4)
    return draw(arrays(np.float32, (size, size + 1), elements=numbers))


@given(matrices())
def test_the_best_tree_under_its_root(scores: np.ndarray) -> None:
    heads = tuple(int(head) for head in best_tree(scores))
    (root,) = [i for i, head in enumerate(heads) if head == i]
    assert is_tree(heads, root)
    others = [t for t in product(range(len(heads)), repeat=len(heads)) if is_tree(t, root)]
    assert score(scores, heads, root) == max(score(scores, t, root) for t in others)


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    # the two last words hold each other; "0" is the root, and word 1 loses less by hanging on it
    scores = np.array([[9, 0, 0, 0], [0, 5, 0, 8], [0, 1, 9, 0]], dtype=np.float32)
    assert best_tree(scores).tolist() == [0, 0, 1]
