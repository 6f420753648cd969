"""Grouping by pairwise evidence: average-link agglomeration, with constraints that always hold.

Average linkage (Sokal and Michener 1958) joins two groups by the mean of all pairs between them, so that a chain of
neighbours does not run together: a pair that speaks against weighs as much as one that speaks for. Only groups that
some positive pair joins are ever compared, so the cost follows the number of positive pairs. Each connected part is
grouped by itself and its result depends on nothing outside it: adding items elsewhere changes nothing here.
"""

from collections.abc import Callable, Iterable, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations
from typing import NamedTuple

Pair = tuple[str, str]
_UNIT = 1000
"""Weights are summed as whole thousandths: sums of floats would depend on the order of summing."""


class ConstraintError(ValueError):
    """Two items that must be together must also be apart."""


def components(items: Iterable[str], pairs: Iterable[Pair]) -> list[tuple[str, ...]]:
    """The connected parts of the graph with these nodes and edges, each sorted, in order of their first items."""
    root = {item: item for item in items}

    def find(item: str) -> str:
        while root[item] != item:
            root[item] = item = root[root[item]]
        return item

    for a, b in pairs:
        a, b = find(a), find(b)
        if a != b:
            root[max(a, b)] = min(a, b)
    parts: dict[str, list[str]] = {}
    for item in sorted(root):
        parts.setdefault(find(item), []).append(item)
    return [tuple(part) for part in parts.values()]


def clusters(
    items: Iterable[str],
    positive: Iterable[Pair],
    weight: Callable[[str, str], float],
    *,
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
) -> list[tuple[str, ...]]:
    """Groups of ``items``, each sorted, in order of their first items.

    Args:
        positive: pairs that speak for being one; pairs of other items are never looked at before their groups
            are compared.
        weight: evidence for any two items, symmetric; log-odds, positive for being one.
        together, apart: pairs that must, or must not, end in one group, whatever the weights say.

    Raises:
        ConstraintError: if ``together`` joins what ``apart`` parts.
    """
    names = sorted(set(items))
    known = set(names)
    fixed = [pair for pair in together if pair[0] in known and pair[1] in known]
    edges = [pair for pair in positive if pair[0] in known and pair[1] in known and pair[0] != pair[1]]
    barred = {frozenset(pair) for pair in apart}
    parts = components(names, [*edges, *fixed])
    part_of = {item: number for number, part in enumerate(parts) for item in part}
    inside: list[_Part] = [_Part([], [], set()) for _ in parts]
    for pair in edges:
        inside[part_of[pair[0]]].edges.append(pair)
    for pair in fixed:
        inside[part_of[pair[0]]].fixed.append(pair)
    for both in barred:
        homes = {part_of.get(item) for item in both}
        if len(both) == 2 and len(homes) == 1 and (home := homes.pop()) is not None:
            inside[home].barred.add(both)
    found: list[tuple[str, ...]] = []
    for part, (own, own_fixed, own_barred) in zip(parts, inside, strict=True):
        if len(part) == 1:
            found.append(part)
        else:
            found.extend(_Agglomeration(components(part, own_fixed), own, weight, own_barred).run())
    return sorted(found)


class _Part(NamedTuple):
    """What concerns one connected part."""

    edges: list[Pair]
    fixed: list[Pair]
    barred: set[frozenset[str]]


class _Agglomeration:
    """One connected part: groups are numbered; a joined group gets a new number."""

    def __init__(
        self,
        groups: Sequence[tuple[str, ...]],
        edges: Sequence[Pair],
        weight: Callable[[str, str], float],
        barred: set[frozenset[str]],
    ) -> None:
        for group in groups:
            for a, b in combinations(group, 2) if barred else ():
                if frozenset((a, b)) in barred:
                    raise ConstraintError(f"{a} and {b} are said to be the same, and not to be")
        self._weight = weight
        self._known: dict[Pair, int] = {}
        self._groups = dict(enumerate(groups))
        self._next = len(groups)
        home = {item: number for number, group in self._groups.items() for item in group}
        self._near: dict[int, set[int]] = {number: set() for number in self._groups}
        for a, b in edges:
            if home[a] != home[b]:
                self._near[home[a]].add(home[b])
                self._near[home[b]].add(home[a])
        self._barred: dict[int, set[int]] = {number: set() for number in self._groups}
        for pair in barred:
            a, b = pair
            self._barred[home[a]].add(home[b])
            self._barred[home[b]].add(home[a])
        self._sums: dict[tuple[int, int], int] = {}

    def run(self) -> list[tuple[str, ...]]:
        heap = [self._entry(a, b) for a, near in self._near.items() for b in near if a < b]
        heapify(heap)
        while heap:
            negative, _, _, a, b = heappop(heap)
            if negative >= 0:
                break
            if a not in self._groups or b not in self._groups or b in self._barred[a]:
                continue
            joined = self._join(a, b)
            for other in self._near[joined]:
                heappush(heap, self._entry(other, joined))
        return [tuple(sorted(group)) for group in self._groups.values()]

    def _entry(self, a: int, b: int) -> tuple[float, str, str, int, int]:
        """Best mean first; then by first items, so that numbers, which depend on the order, never decide."""
        first, second = self._groups[a], self._groups[b]
        mean = self._sum(a, b) / (len(first) * len(second))
        low, high = sorted((min(first), min(second)))
        return (-mean, low, high, a, b)

    def _sum(self, a: int, b: int) -> int:
        key = (a, b) if a < b else (b, a)
        if key not in self._sums:
            self._sums[key] = sum(self._of(x, y) for x in self._groups[a] for y in self._groups[b])
        return self._sums[key]

    def _of(self, x: str, y: str) -> int:
        key = (x, y) if x < y else (y, x)
        if key not in self._known:
            self._known[key] = round(self._weight(*key) * _UNIT)
        return self._known[key]

    def _join(self, a: int, b: int) -> int:
        near = (self._near.pop(a) | self._near.pop(b)) - {a, b}
        barred = (self._barred.pop(a) | self._barred.pop(b)) - {a, b}
        joined = self._next
        self._next += 1
        for other in near:
            self._sums[other, joined] = self._sum(a, other) + self._sum(b, other)
            self._near[other] -= {a, b}
            self._near[other].add(joined)
        for other in barred:
            self._barred[other] -= {a, b}
            self._barred[other].add(joined)
        self._groups[joined] = (*self._groups.pop(a), *self._groups.pop(b))
        self._near[joined], self._barred[joined] = near, barred
        return joined
