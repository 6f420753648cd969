"""The two measures of MUC-4's templates: slot points in the MUC-4 manner, and role fillers after Du et al. 2021.

Slot points: templates are aligned one to one to maximise points, incident types agreeing (ATTACK against another
type counts half); correct 1, partial 0.5; a spurious template counts all its fills. Role fillers: an incident type
and five roles, a filler right when it equals one of the gold's mentions.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Template = Mapping[str, Any]
Templates = Mapping[str, Sequence[Template]]
TEXTS = ("weapon", "perp_ind", "perp_org", "target", "victim")
SLOTS = ("type", "stage", "date", "location", *TEXTS, "victim_num", "effect")
ROLES = {
    "PerpInd": "perp_ind", "PerpOrg": "perp_org", "Target": "target", "Victim": "victim_name", "Weapon": "weapon",
}  # fmt: skip
_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
_STOP = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "and",
        "or",
        "in",
        "on",
        "at",
        "to",
        "for",
        "by",
        "with",
        "from",
        "some",
        "several",
        "other",
        "his",
        "her",
        "their",
        "its",
        "unidentified",
        "members",
        "member",
    ]
)
_EVER = 10**7


@dataclass
class Score:
    """Points of what was predicted and of what is in the gold; the two differ only for role fillers."""

    right: float = 0.0
    predicted: int = 0
    gold: int = 0
    recalled: float | None = None

    @property
    def precision(self) -> float:
        """Points for each fill predicted; 0 where there is none."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Points for each fill of the gold; 0 where there is none."""
        points = self.right if self.recalled is None else self.recalled
        return points / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return (
            f"F1 {self.f1:.3f} ({self.precision:.3f}/{self.recall:.3f}; {self.predicted} predicted, {self.gold} gold)"
        )


def slot_scores(gold: Templates, predicted: Templates) -> dict[str, Score]:
    """The score of each slot, of the templates as such, and of all slots together (``ALL``)."""
    scores = {slot: Score() for slot in SLOTS}
    whole = Score()
    for name, wanted in gold.items():
        found = predicted.get(name, ())
        pairs = _aligned(wanted, found)
        left = [t for i, t in enumerate(wanted) if i not in {i for i, _ in pairs} and not t["optional"]]
        extra = [t for j, t in enumerate(found) if j not in {j for _, j in pairs}]
        whole.right += len(pairs)
        whole.gold += len(pairs) + len(left)
        whole.predicted += len(found)
        both: list[tuple[Template, Template]] = [(wanted[i], found[j]) for i, j in pairs]
        for g, p in [*both, *((t, {}) for t in left), *(({}, t) for t in extra)]:
            for slot, (points, possible, actual) in _points(g, p).items():
                scores[slot].right += points
                scores[slot].gold += possible
                scores[slot].predicted += actual
    every = Score(*(sum(getattr(s, part) for s in scores.values()) for part in ("right", "predicted", "gold")))
    return {**scores, "template": whole, "ALL": every}


def _aligned(wanted: Sequence[Template], found: Sequence[Template]) -> list[tuple[int, int]]:
    worth = [
        (sum(points for points, _, _ in _points(g, p).values()), i, j)
        for i, g in enumerate(wanted)
        for j, p in enumerate(found)
        if _type(g["type"], p["type"]) > 0
    ]
    return [(i, j) for _, i, j in _one_to_one(worth)]


def _one_to_one(worth: list[tuple[float, int, int]]) -> list[tuple[float, int, int]]:
    """The pairs with the most points first, each side once."""
    left: set[int] = set()
    right: set[int] = set()
    kept = []
    for points, i, j in sorted(worth, key=lambda item: -item[0]):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            kept.append((points, i, j))
    return kept


def _points(gold: Template, found: Template) -> dict[str, tuple[float, int, int]]:
    """``(points, possible, actual)`` of each slot; an empty mapping stands for no template."""
    points: dict[str, tuple[float, int, int]] = {}
    for slot, match in _SINGLE.items():
        g, p = gold.get(slot) or [], found.get(slot) or []
        points[slot] = (match(g, p) if g and p else 0.0, int(bool(g)), int(bool(p)))
    for slot in (*TEXTS, "victim_num", "effect"):
        text = slot in TEXTS
        wanted, given = gold.get(slot) or [], found.get(slot) or []
        worth = [
            (_text(g["alts"], p["alts"]) if text else _coded(g, p), i, j)
            for i, g in enumerate(wanted)
            for j, p in enumerate(given)
        ]
        kept = _one_to_one([item for item in worth if item[0] > 0])
        hit = {i for _, i, _ in kept}
        possible = sum(1 for i, g in enumerate(wanted) if i in hit or not (g["opt"] if text else g[2]))
        points[slot] = (sum(item[0] for item in kept), possible, len(given))
    return points


def _plain(text: str) -> str:
    return " ".join(w for w in re.sub(r"[^\w\s]", " ", text.lower()).split() if w not in ("a", "an", "the"))


def _text(gold: Sequence[str], found: Sequence[str]) -> float:
    wanted, given = [_plain(x) for x in gold], [_plain(x) for x in found]
    if set(wanted) & set(given):
        return 1.0
    words = [{word for x in side for word in x.split()} - _STOP for side in (wanted, given)]
    return 0.5 if words[0] & words[1] else 0.0


def _type(gold: Sequence[str], found: Sequence[str]) -> float:
    if set(gold) & set(found):
        return 1.0
    return 0.5 if ("ATTACK" in gold and found) or ("ATTACK" in found and gold) else 0.0


def _stage(gold: Sequence[str], found: Sequence[str]) -> float:
    return float(bool(set(gold) & set(found)))


def _date(gold: Sequence[str], found: Sequence[str]) -> float:
    pairs = [(a, b) for x in gold for y in found if (a := _interval(x)) and (b := _interval(y))]
    if any(a == b for a, b in pairs):
        return 1.0
    return 0.5 if any(a[0] <= b[1] and b[0] <= a[1] for a, b in pairs) else 0.0


def _interval(text: str) -> tuple[int, int] | None:
    """The first and the last day, as YYMMDD, of "12 JAN 90", "JAN 90", "90" or "12 JAN 90 - 14 JAN 90"."""
    text = text.strip("?() ").upper()
    match = re.match(r"(.*?)\s*-\s*(.*)$", text)
    if match is not None and (match[1] or match[2]):
        first, last = _days(match[1]), _days(match[2])
        if first or last:
            return (first[0] if first else 0, last[1] if last else _EVER)
    return _days(text)


def _days(text: str) -> tuple[int, int] | None:
    match = re.match(r"(?:(\d{1,2})\s+)?([A-Z]{3})[A-Z]*\.?\s+(?:19)?(\d{2})$", text.strip())
    if match is not None:
        month = _MONTHS.index(match[2]) + 1 if match[2] in _MONTHS else 0
        base = int(match[3]) * 10_000 + month * 100
        return (base + int(match[1] or 1), base + int(match[1] or 31)) if match[1] != "0" else (base + 1, base + 31)
    match = re.match(r"(?:19)?(\d{2})$", text.strip())
    return (int(match[1]) * 10_000 + 101, int(match[1]) * 10_000 + 1231) if match is not None else None


def _location(gold: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> float:
    pairs = [(a, b) for a in gold for b in found if a and b]
    if any(set(a) <= set(b) or a[-1] == b[-1] for a, b in pairs):
        return 1.0
    return 0.5 if any(set(a) & set(b) for a, b in pairs) else 0.0


def _coded(gold: Sequence[Any], found: Sequence[Any]) -> float:
    codes = [{re.sub(r"\W", "", code) for code in side[0]} for side in (gold, found)]
    same = bool(codes[0] & codes[1])
    if not gold[1] or not found[1]:
        return float(same)
    return _text(gold[1], found[1]) if same else 0.0


_SINGLE: dict[str, Callable[[Any, Any], float]] = {
    "type": _type,
    "stage": _stage,
    "date": _date,
    "location": _location,
}


@dataclass(frozen=True)
class _Filled:
    """An incident's type and, for each of ``ROLES``, its fillers: the mentions of each."""

    kind: str
    roles: tuple[tuple[tuple[str, ...], ...], ...]


def fillers_score(gold: Templates, predicted: Templates) -> dict[str, Score]:
    """The score of the incident's type, of each role, and of all together (``micro``). Equal gold templates count once;
    a predicted filler has one mention, its first alternative."""
    parts = ("type", *ROLES)
    scores = {part: Score(recalled=0.0) for part in parts}
    for name, templates in gold.items():
        wanted = list(dict.fromkeys(_filled(t, whole=True) for t in templates))
        found = [_filled(t, whole=False) for t in predicted.get(name, ())]
        for side, whole in ((wanted, True), (found, False)):
            for part, count in zip(parts, _sizes(side), strict=True):
                if whole:
                    scores[part].gold += count
                else:
                    scores[part].predicted += count
        for precise, recalled in _best(wanted, found):
            for part, x, y in zip(parts, precise, recalled, strict=True):
                scores[part].right += x
                scores[part].recalled = (scores[part].recalled or 0.0) + y
    every = list(scores.values())
    micro = Score(
        sum(s.right for s in every), sum(s.predicted for s in every), sum(s.gold for s in every),
        sum(s.recalled or 0.0 for s in every),
    )  # fmt: skip
    return {**scores, "micro": micro}


def _sizes(side: Sequence[_Filled]) -> list[int]:
    return [len(side), *(sum(len(t.roles[k]) for t in side) for k in range(len(ROLES)))]


def _filled(template: Template, *, whole: bool) -> _Filled:
    kinds = template["type"] or ["ATTACK"]
    roles = tuple(
        tuple(tuple(_bare(a) for a in (f["alts"] if whole else f["alts"][:1])) for f in template[slot])
        for slot in ROLES.values()
    )
    return _Filled((" / ".join(kinds) if whole else kinds[0]).lower(), roles)


def _bare(text: str) -> str:
    kept = re.sub(r"[!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~]", "", text.lower())
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", kept).split())


_Pair = tuple[tuple[int, ...], tuple[int, ...]]


def _pair(gold: _Filled, found: _Filled) -> _Pair | None:
    """How many predicted and how many gold fillers of each part are right; ``None`` where the types differ."""
    if found.kind not in gold.kind:
        return None
    precise, recalled = [1], [1]
    for wanted, given in zip(gold.roles, found.roles, strict=True):
        precise.append(sum(any(set(p) <= set(g) for g in wanted) for p in given))
        recalled.append(sum(any(set(p) <= set(g) for p in given) for g in wanted))
    return tuple(precise), tuple(recalled)


def _best(wanted: Sequence[_Filled], found: Sequence[_Filled]) -> list[_Pair]:
    """The one-to-one pairs with the most right: by full search for up to seven templates, by the best first beyond."""
    pairs = {(a, b): pair for a, g in enumerate(wanted) for b, p in enumerate(found) if (pair := _pair(g, p))}
    worth = {key: sum(precise) + sum(recalled) for key, (precise, recalled) in pairs.items()}
    if len(wanted) > 7 or len(found) > 7:
        return [pairs[a, b] for _, a, b in _one_to_one([(float(w), a, b) for (a, b), w in worth.items()])]

    def search(b: int, used: frozenset[int]) -> tuple[int, tuple[tuple[int, int], ...]]:
        if b == len(found):
            return 0, ()
        best = search(b + 1, used)
        for a in range(len(wanted)):
            if a not in used and (a, b) in worth:
                value, keys = search(b + 1, used | {a})
                if value + worth[a, b] > best[0]:
                    best = (value + worth[a, b], (*keys, (a, b)))
        return best

    return [pairs[key] for key in search(0, frozenset())[1]]
