"""The grounds for and against two events being one happening, each with its weight.

A weight is a log-odds (natural logarithm): how many times likelier the two values are found together where both
reports tell of one happening than where they tell of two that are near in type, place and time. They are added as if
independent (Fellegi and Sunter 1969). The values were set by reasoning and checked on the readable half of
``tests/gold/lineage``; ``docs/decisions/0011-linking.md`` says what was measured. What nothing is known of weighs
nothing: silence is no evidence.
"""

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportedly.link.likeness import Words, likeness, rarity
from reportedly.link.signature import COARSE_KM, NEWS_DAYS, STATES, Amount, Party, Signature, Spot
from reportedly.model import Reason
from reportedly.model.geo import kilometres

PRIOR = -1.15
"""Two events of kin types within days of each other in one country are more often two than one."""

_COMPARED = ("agent", "target", "recipient", "item", "origin")
_MARGIN_KM = 3.0
"""What two gazetteers' points for one town may lie apart."""

_DEGREE_KM = 111.2
_REFERENCE = 6.0
"""As for copied words: what takes up another event has no day, place or number of its own to compare."""

_COUNTRY_KM = 25.0
"""Radius above which what lies in a country and in no province of it is the country."""

_FAR_KM = 50.0
"""Kilometres beyond both radii from which on places speak against as much as they ever do."""

_MONTH = 30.0
"""Days within which two events would be compared: that two coincide says the more, the fewer days each may be on."""


_THING = 1.5
"""Weight of the likeness of what was befallen: a mosque in both, or a mosque in one and a bus in the other."""

_WORDS, _STORY, _BY_CHANCE = 2.5, 3.0, 0.2
"""Weights of the likeness of sentences and of stories, and the root of it that two unlike texts have."""

_MOST_OF_TEXTS = (_WORDS + _STORY) * (1.0 - _BY_CHANCE)


class Ground(NamedTuple):
    """One ground: its kind, its weight, and what was compared, to be put into words when somebody asks."""

    kind: str
    weight: float
    one: object
    other: object


class Prepared:
    """A signature made ready to be compared many times."""

    __slots__ = ("amounts", "kin", "parties", "signature", "spots", "story", "things", "vague", "words")

    def __init__(self, signature: Signature) -> None:
        self.signature = signature
        self.kin = frozenset(signature.kin)
        self.spots = signature.spots
        self.vague = not (signature.dated or signature.held) and not any(spot.own for spot in signature.spots)
        self.words = bag(signature.words)
        self.story = bag(signature.story)
        self.things = bag(signature.things)
        self.parties: dict[str, list[tuple[Party, frozenset[str]]]] = {}
        for party in signature.parties:
            if party.role in _COMPARED and (party.actor or party.proper):
                self.parties.setdefault(party.role, []).append((party, frozenset(party.proper)))
        self.amounts: dict[str, list[Amount]] = {}
        for amount in signature.amounts:
            self.amounts.setdefault(amount.of, []).append(amount)


def weight(a: Prepared, b: Prepared) -> float:
    """How much speaks for ``a`` and ``b`` being one happening, the prior included; symmetric."""
    return PRIOR + sum(ground.weight for ground in _facts(a, b)) + sum(ground.weight for ground in _texts(a, b))


def speaks_for(a: Prepared, b: Prepared, extra: float = 0.0) -> bool:
    """Whether ``weight`` and ``extra`` together are positive; most pairs are settled without a look at their words."""
    known = PRIOR + extra + sum(ground.weight for ground in _facts(a, b))
    return known + _MOST_OF_TEXTS > 0 and known + sum(ground.weight for ground in _texts(a, b)) > 0


def reasons(a: Prepared, b: Prepared) -> tuple[Reason, ...]:
    """Everything that speaks for or against ``a`` and ``b`` being one happening, in words."""
    return tuple(
        Reason(kind=ground.kind, weight=round(ground.weight, 2), detail=_detail(ground))
        for ground in (*_facts(a, b), *_texts(a, b))
    )


def _facts(a: Prepared, b: Prepared) -> Iterator[Ground]:
    one, other = a.signature, b.signature
    yield _type(a, b)
    place = _place(a.spots, b.spots)
    if place is not None:
        yield place
    if one.first is not None and other.first is not None:
        yield _time(one, other)
    for role, parties in a.parties.items():
        theirs = b.parties.get(role)
        if theirs is not None:
            yield _fillers(role, parties, theirs)
    if a.things.squares and b.things.squares:
        yield _likeness("thing", _THING, a.things, b.things)
    for kind, amounts in a.amounts.items():
        others = b.amounts.get(kind)
        if others is not None:
            yield max((_numbers(mine, their) for mine in amounts for their in others), key=_weight)
    if one.happened != other.happened:
        # What is announced and what is then done are two things to find out about.
        yield Ground("modality", -5.0, "planned or supposed", "told as having happened")
    if a.vague and b.vague and one.document != other.document:
        # What is told without day and place is mostly background, which every report has of its own.
        yield Ground("vague", -2.0, "neither day nor place is told", "")
    if one.document == other.document:
        if other.event == one.after or one.event == other.after:
            yield Ground("reference", _REFERENCE, "goes on to tell of it", "")
        elif one.negative != other.negative:
            yield Ground("denial", 1.5, "a denial beside what is denied", "")
        else:
            # A report mostly tells of one happening of a kind, in its headline, its lead and again below.
            yield Ground("document", 0.8 if one.family == other.family else 0.3, "told in one document", "")


def _texts(a: Prepared, b: Prepared) -> Iterator[Ground]:
    if a.signature.document != b.signature.document:
        yield _likeness("words", _WORDS, a.words, b.words)
        yield _likeness("story", _STORY, a.story, b.story)


def _weight(ground: Ground) -> float:
    return ground.weight


def bag(lemmas: Iterable[str]) -> Words:
    """Rare words weighted by their rarity."""
    squares = {lemma: rarity(lemma) ** 2 for lemma in lemmas}
    return Words(squares=squares, weight=math.fsum(squares.values()))


def _likeness(kind: str, most: float, one: Words, other: Words) -> Ground:
    """The root of the cosine, as it is that grows with the odds; two texts of which nothing is alike speak against."""
    if not one.squares or not other.squares:
        return Ground(kind, 0.0, "nothing to compare", "")
    like = likeness(one, other)
    return Ground(kind, most * (math.sqrt(like) - _BY_CHANCE), f"{like:.0%} alike in rare words", "")


def _type(a: Prepared, b: Prepared) -> Ground:
    one, other = a.signature, b.signature
    if one.type == other.type:
        return Ground("type", 0.8, one.type, other.type)
    if a.kin.isdisjoint(b.kin):
        return Ground("type", -5.0, one.type, other.type)
    return Ground("type", 0.5 if one.family == other.family else 0.0, one.type, other.type)


def _place(ours: tuple[Spot, ...], theirs: tuple[Spot, ...]) -> Ground | None:
    """The best of all pairs: an event may be placed at several places, of which another report names one."""
    best: Ground | None = None
    for one in ours:
        for other in theirs:
            found = _spots(one, other)
            if found is not None and (best is None or found.weight > best.weight):
                best = found
    return best


def _spots(one: Spot, other: Spot) -> Ground | None:
    own = one.own and other.own
    sure, against = (1.0, 1.0) if own else (0.5, 0.15)
    if one.geonameid is not None and one.geonameid == other.geonameid:
        return Ground("place", (0.4 if one.radius_km > COARSE_KM else 2.0) * sure, one, other)
    if one.name == other.name and one.name:
        # Also where one of the two was not placed, or placed elsewhere: one name in two reports is mostly one place.
        return Ground("place", 1.2 * sure, one, other)
    words, others = set(one.name.split()), set(other.name.split())
    if (one.geonameid is None or other.geonameid is None) and words and others and (words < others or others < words):
        return Ground("place", 0.8 * sure, one, other)  # "the market of Hombori"
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    if one.country and other.country and one.country != other.country:
        # A bare name may be that of a village that no gazetteer has.
        return Ground("place", (-1.5 if one.alone or other.alone else -6.0) * against, one, other)
    wide, narrow = (one, other) if one.radius_km > other.radius_km else (other, one)
    if one.country and wide.admin1 is None and narrow.admin1 is not None and wide.radius_km > _COUNTRY_KM:
        return Ground("place", 0.2 * sure, one, other)  # a country, however long it is, and a town in it
    large = max(one.radius_km, other.radius_km)
    both = one.radius_km + other.radius_km
    if abs(one.lat - other.lat) * _DEGREE_KM - both > _FAR_KM:
        return Ground("place", -6.0 * against, one, other)
    apart = kilometres(one.lat, one.lon, other.lat, other.lon)
    if large <= COARSE_KM and apart <= both - large + _MARGIN_KM:
        return Ground("place", 1.2 * sure, one, other)
    if apart <= both + _MARGIN_KM:
        return Ground("place", (0.2 if large > COARSE_KM else 0.5) * sure, one, other)
    return Ground("place", -min(6.0, 1.0 + 5.0 * (apart - both) / _FAR_KM) * against, one, other)


def _time(one: Signature, other: Signature) -> Ground:
    first, last = one.first or 0, one.last or 0
    dated = one.dated and other.dated
    gap = max(first, other.first or 0) - min(last, other.last or 0)
    if gap <= 0:
        width = max(last - first, (other.last or 0) - (other.first or 0)) + 1
        weight = max(0.1, 0.6 * math.log(_MONTH / width)) if width < _MONTH else 0.0
        return Ground("time", weight if dated else 0.5 * weight, gap, "")
    if gap <= NEWS_DAYS and STATES & {one.family, other.family}:
        return Ground("time", 0.0, gap, "")  # who took a place has it on the days after as well
    if not dated:
        # A report without a date may as well look back.
        return Ground("time", -min(3.0, 0.2 * (gap - 1)), gap, "")
    return Ground("time", -1.0 if gap == 1 else -1.5 - 0.7 * gap if gap < 7 else -6.0, gap, "")


def _fillers(role: str, ours: list[tuple[Party, frozenset[str]]], theirs: list[tuple[Party, frozenset[str]]]) -> Ground:
    like, one, other = -1.0, ours[0][0], theirs[0][0]
    for mine, words in ours:
        for their, others in theirs:
            found = _alike(mine, words, their, others)
            if found > like:
                like, one, other = found, mine, their
    if like >= 0.5:
        return Ground(role, 1.2 * like, one, other)
    return Ground(role, -0.8 if one.actor and other.actor else -0.3, one, other)


def _alike(one: Party, words: frozenset[str], other: Party, others: frozenset[str]) -> float:
    if one.actor is not None and other.actor is not None:
        return 1.0 if one.actor == other.actor else 0.0
    return len(words & others) / min(len(words), len(others)) if words and others else 0.0


def _numbers(one: Amount, other: Amount) -> Ground:
    if one.low == other.low and one.high == other.high:
        # The same large number is rarely met by chance; one or two killed are told of many attacks.
        return Ground("number", min(2.0, 0.5 * math.log1p(one.low or one.high or 0.0)), one, other)
    low = max(one.low or 0.0, other.low or 0.0)
    high = min(_top(one), _top(other))
    if low <= high:
        return Ground("number", 0.2, one, other)
    # Tolls rise from report to report: the farther apart, the likelier two happenings.
    return Ground("number", -min(2.0, 0.8 * math.log((low + 1.0) / (high + 1.0))), one, other)


def _top(amount: Amount) -> float:
    return amount.high if amount.high is not None else math.inf


def _detail(ground: Ground) -> str:
    if ground.kind == "time":
        gap = ground.one
        return "same days" if not isinstance(gap, int) or gap <= 0 else f"{gap} day{'' if gap == 1 else 's'} apart"
    return " / ".join(sorted({_written(ground.one), _written(ground.other)} - {""}))


def _written(value: object) -> str:
    if isinstance(value, Spot):
        return value.name
    if isinstance(value, Party):
        return value.label
    if isinstance(value, Amount):
        return f"{_bounds(value)} {value.of}"
    return str(value)


def _bounds(amount: Amount) -> str:
    """The amount as a person writes it: ``17``, ``40+``, ``up to 50``, ``12–120``."""
    if amount.low == amount.high:
        return f"{amount.low:g}"
    if amount.high is None:
        return f"{amount.low:g}+"
    if amount.low is None:
        return f"up to {amount.high:g}"
    return f"{amount.low:g}–{amount.high:g}"
