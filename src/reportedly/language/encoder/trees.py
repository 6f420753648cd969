"""From scores of heads to a tree: the best one, with one root."""

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Heads = npt.NDArray[np.int64]


def best_tree(scores: Scores) -> Heads:
    """The heads of the best tree over n words.

    ``scores`` is n × (n + 1): row the word, column 0 the root, column j + 1 word j as its head. Returns n heads,
    counted from 0; the root is its own head. The root is chosen first, as the word that loses least by it; the rest is
    greedy where that makes a tree, which is nearly always, else the algorithm of Chu and Liu (1965) and Edmonds (1967).
    """
    count = len(scores)
    if count == 1:
        return np.zeros(1, dtype=np.int64)
    above = scores[:, 1:].copy()
    np.fill_diagonal(above, -np.inf)
    root = int(np.argmax(scores[:, 0] - above.max(axis=1)))
    heads: Heads = np.argmax(above, axis=1)
    heads[root] = root
    if _cycle(heads, root) is not None:
        arcs = above
        arcs[root] = -np.inf
        heads = _edmonds(arcs.astype(np.float64), root)
    return heads


def _cycle(heads: Heads, root: int) -> list[int] | None:
    """The words of a cycle that does not hold the root, or ``None``."""
    above: list[int] = heads.tolist()
    state = [0] * len(above)
    state[root] = -1
    for start in range(len(above)):
        if state[start]:
            continue
        path: list[int] = []
        word = start
        while state[word] == 0:
            state[word] = start + 1
            path.append(word)
            word = above[word]
        if state[word] == start + 1:
            return path[path.index(word) :]
        for seen in path:
            state[seen] = -1
    return None


def _edmonds(arcs: npt.NDArray[np.float64], root: int) -> Heads:
    """Heads of the best arborescence; ``arcs[i, j]`` is the score of j as the head of i."""
    heads: Heads = np.argmax(arcs, axis=1)
    heads[root] = root
    cycle = _cycle(heads, root)
    if cycle is None:
        return heads
    inside = np.zeros(len(arcs), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    size = len(outside) + 1  # the cycle becomes one word, the last
    small = np.full((size, size), -np.inf)
    small[:-1, :-1] = arcs[np.ix_(outside, outside)]
    members = np.array(cycle)
    leaving = arcs[np.ix_(outside, members)]
    small[:-1, -1] = leaving.max(axis=1)
    leave_by = members[leaving.argmax(axis=1)]
    # To enter at a member costs that member's arc within the cycle.
    entering = arcs[np.ix_(members, outside)] - arcs[members, heads[members]][:, None]
    small[-1, :-1] = entering.max(axis=0)
    enter_at = members[entering.argmax(axis=0)]
    small_root = int(np.flatnonzero(outside == root)[0])
    found = _edmonds(small, small_root)
    result = heads.copy()
    for position, word in enumerate(outside):
        if word == root:
            continue
        head = int(found[position])
        result[word] = leave_by[position] if head == size - 1 else outside[head]
    entry = int(found[-1])
    result[enter_at[entry]] = outside[entry]
    return result
