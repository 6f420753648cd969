"""The measures of PolNeAR's attributions: detection, and how far source, cue and content agree.

An attribution is ``{"source": [[s, e], …], "cue": …, "content": …}`` in code points. The unit is the token (a run of
word characters, or one other character that is no white space), so white space never counts. Predictions and gold are
matched one to one within an article, best first by the sum of the Jaccard overlaps of cue and content; a pair counts
where the sum is above 0. Newell et al. 2018, "An Attribution Relations Corpus for Political News", LREC.

``detect``: matched over predicted and over gold. ``soft/ROLE``: share of the predicted tokens of the role that are
right, and of the gold tokens that are found, summed over matched pairs. ``exact/ROLE``: pairs with the same tokens.
``triple``: all three roles; soft is the mean of the three.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

Spans = Sequence[Sequence[int]]
Attribution = Mapping[str, Spans]
ROLES = ("source", "cue", "content")
_TOKEN = re.compile(r"\w+|[^\w\s]")


class Score(NamedTuple):
    """Precision, recall and F1 of one measure."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where both are 0."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class _Sides(NamedTuple):
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def scores(
    gold: Mapping[str, tuple[str, Sequence[Attribution]]], predicted: Mapping[str, Sequence[Attribution]]
) -> dict[str, Score]:
    """Micro-averaged scores by measure.

    Args:
        gold: text and annotated attributions by article.
        predicted: predicted attributions by article; a missing article counts as empty.
    """
    found: defaultdict[str, float] = defaultdict(float)
    for article, (text, annotated) in gold.items():
        owner = {i: n for n, match in enumerate(_TOKEN.finditer(text)) for i in range(*match.span())}
        wanted = [sides for one in annotated if any(sides := _sides(one, owner))]
        given = [sides for one in predicted.get(article, ()) if any(sides := _sides(one, owner))]
        pairs = _matched(given, wanted)
        found["given"] += len(given)
        found["wanted"] += len(wanted)
        found["pairs"] += len(pairs)
        for role, name in enumerate(ROLES):
            found[f"given/{name}"] += sum(bool(sides[role]) for sides in given)
            found[f"wanted/{name}"] += sum(bool(sides[role]) for sides in wanted)
            both = [(one[role], other[role]) for one, other in pairs if one[role] and other[role]]
            found[f"right/{name}"] += sum(len(one & other) / len(one) for one, other in both)
            found[f"found/{name}"] += sum(len(one & other) / len(other) for one, other in both)
            found[f"same/{name}"] += sum(one == other for one, other in both)
        found["same"] += sum(one == other for one, other in pairs)
        found["right"] += sum(_part(one[r], other[r]) for one, other in pairs for r in range(3)) / 3
        found["found"] += sum(_part(other[r], one[r]) for one, other in pairs for r in range(3)) / 3
    result = {
        "detect": _score(found["pairs"], found["given"], found["pairs"], found["wanted"]),
        "soft/triple": _score(found["right"], found["given"], found["found"], found["wanted"]),
        "exact/triple": _score(found["same"], found["given"], found["same"], found["wanted"]),
    }
    for name in ROLES:
        of, among = found[f"given/{name}"], found[f"wanted/{name}"]
        result[f"soft/{name}"] = _score(found[f"right/{name}"], of, found[f"found/{name}"], among)
        result[f"exact/{name}"] = _score(found[f"same/{name}"], of, found[f"same/{name}"], among)
    return result


def _score(right: float, given: float, found: float, wanted: float) -> Score:
    return Score(right / given if given else 0.0, found / wanted if wanted else 0.0)


def _sides(attribution: Attribution, owner: Mapping[int, int]) -> _Sides:
    return _Sides(
        *(
            frozenset(owner[i] for start, end in attribution.get(role) or () for i in range(start, end) if i in owner)
            for role in ROLES
        )
    )


def _part(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one) if one else float(not other)


def _jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one & other else 0.0


def _matched(given: Sequence[_Sides], wanted: Sequence[_Sides]) -> list[tuple[_Sides, _Sides]]:
    ranked = sorted(
        (-(_jaccard(one.cue, other.cue) + _jaccard(one.content, other.content)), i, j)
        for i, one in enumerate(given)
        for j, other in enumerate(wanted)
    )
    used_given: set[int] = set()
    used_wanted: set[int] = set()
    pairs: list[tuple[_Sides, _Sides]] = []
    for overlap, i, j in ranked:
        if overlap < 0 and i not in used_given and j not in used_wanted:
            used_given.add(i)
            used_wanted.add(j)
            pairs.append((given[i], wanted[j]))
    return pairs
