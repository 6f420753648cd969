"""Measures of coreference: MUC, B3, CEAF-e, their mean (CoNLL F1), and LEA; singletons count.

MUC: Vilain et al. 1995. B3: Bagga and Baldwin 1998. CEAF-e: Luo 2005. CoNLL: Pradhan et al. 2012. LEA: Moosavi and
Strube 2016, with a singleton right where it is alone on the other side too.
"""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

Clusters = Mapping[str, frozenset[str]]


class Scores(NamedTuple):
    """F1 of each measure, from 0 to 1."""

    muc: float
    b3: float
    ceafe: float
    lea: float

    @property
    def conll(self) -> float:
        """The mean of the first three."""
        return (self.muc + self.b3 + self.ceafe) / 3


def scores(gold: Mapping[str, str], predicted: Mapping[str, str]) -> Scores:
    """The scores of the clusters that ``predicted`` names for the mentions of ``gold``.

    A mention without a prediction is a cluster of its own; predictions for other mentions are left out.
    """
    given = {name: predicted.get(name, f"alone:{name}") for name in gold}
    key, answer = _clusters(gold), _clusters(given)
    return Scores(
        muc=_f1(_muc(answer, gold), _muc(key, given)),
        b3=_f1(_b3(answer, gold), _b3(key, given)),
        ceafe=_ceafe(key, answer),
        lea=_f1(_lea(answer, gold), _lea(key, given)),
    )


def _clusters(of: Mapping[str, str]) -> Clusters:
    found: dict[str, set[str]] = {}
    for name, cluster in of.items():
        found.setdefault(cluster, set()).add(name)
    return {cluster: frozenset(members) for cluster, members in found.items()}


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _muc(clusters: Clusters, other: Mapping[str, str]) -> float:
    links = sum(len(members) - 1 for members in clusters.values())
    kept = sum(len(members) - len({other[name] for name in members}) for members in clusters.values())
    return kept / links if links else 0.0


def _b3(clusters: Clusters, other: Mapping[str, str]) -> float:
    shared = sum(sum(n * n for n in _parts(members, other)) / len(members) for members in clusters.values())
    return shared / sum(len(members) for members in clusters.values())


def _lea(clusters: Clusters, other: Mapping[str, str]) -> float:
    sizes = Counter(other.values())
    found = weight = 0.0
    for members in clusters.values():
        weight += len(members)
        if len(members) == 1:
            found += sizes[other[next(iter(members))]] == 1
        else:
            found += sum(n * (n - 1) for n in _parts(members, other)) / (len(members) - 1)
    return found / weight


def _parts(members: frozenset[str], other: Mapping[str, str]) -> list[int]:
    return list(Counter(other[name] for name in members).values())


def _ceafe(key: Clusters, answer: Clusters) -> float:
    """Twice the best one-to-one alignment's likeness, over the number of clusters on both sides."""
    home = {name: cluster for cluster, members in answer.items() for name in members}
    values: dict[str, dict[str, float]] = {}
    for cluster, members in key.items():
        for other in sorted({home[name] for name in members}):
            theirs = answer[other]
            values.setdefault(cluster, {})[other] = 2 * len(members & theirs) / (len(members) + len(theirs))
    return 2 * best_alignment(values) / (len(key) + len(answer))


def best_alignment(values: Mapping[str, Mapping[str, float]]) -> float:
    """The largest sum of ``values[row][column]`` with every row and column used at most once.

    Rows come in one by one along the best augmenting path (Bellman and Ford), so that sparse tables are cheap.
    """
    row_of: dict[str, str] = {}
    total = 0.0
    for start in values:
        gain, path = _augmenting(start, values, row_of)
        total += gain
        row_of.update(path)
    return total


def _augmenting(
    start: str, values: Mapping[str, Mapping[str, float]], row_of: Mapping[str, str]
) -> tuple[float, dict[str, str]]:
    """The most that bringing ``start`` in adds, and the columns' new rows. A row may also be left without one."""
    best = {start: 0.0}
    came: dict[str, tuple[str, str]] = {}
    waiting = [start]
    end, gain, last = start, 0.0, ""
    while waiting:
        row = waiting.pop(0)
        for column, value in values[row].items():
            reached = best[row] + value
            other = row_of.get(column)
            if other is None:
                if reached > gain + 1e-12:
                    end, gain, last = row, reached, column
            elif other != row and reached - values[other][column] > best.get(other, float("-inf")) + 1e-12:
                best[other] = reached - values[other][column]
                came[other] = (row, column)
                waiting.append(other)
    for row, reached in best.items():
        if reached > gain + 1e-12:
            end, gain, last = row, reached, ""
    path = {last: end} if last else {}
    row = end
    while row != start:
        row, column = came[row]
        path[column] = row
    return gain, path
