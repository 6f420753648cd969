"""Which events are compared at all: blocking keys, so that the cost grows with the events, not with their pairs.

Two events are candidates where one asks for a key that the other is stored under. All keys hold a group of kin types
and, where the event is dated to within weeks, a week; then a cell of the globe, a party, a telling number or one of the
rarest words of the sentence. An event whose place is unknown or wide is compared with all of its family in its weeks.
An event whose date is unknown or wide is stored and asked for by place and party alone.
"""

from collections.abc import Iterator
from typing import NamedTuple

from reportedly.link.likeness import rarity
from reportedly.link.signature import COARSE_KM, Signature, Spot

Key = tuple[str | int | float | None, ...]

_WIDE_DAYS = 42
"""Days above which an event counts as undated here: its weeks would put it beside everything."""

_CELL = 0.5
"""Degrees. Neighbouring cells are asked too, so places up to 55 km apart (north to south) always meet."""

_WEEKLY = frozenset({"number", "word"})
"""Features that bring together only what is near in time."""

_RAREST = 5
"""Words of a sentence by which it is found."""

_TELLING = 3
"""Numbers from three: one and two killed are told of too many attacks to bring reports together."""


class Keys(NamedTuple):
    """``stored``: the keys an event is found under; ``asked``: those under which it looks for others."""

    stored: tuple[Key, ...]
    asked: tuple[Key, ...]


def keys(signature: Signature) -> Keys:
    """The blocking keys of an event. Being candidates is symmetric: it does not matter who looks for whom."""
    weeks = _weeks(signature)
    homes = list(dict.fromkeys(_homes(signature)))
    around = list(dict.fromkeys(_around(signature)))
    stored: list[Key] = []
    asked: list[Key] = []
    vague = not any(_home(spot)[0] == "cell" and spot.own for spot in signature.spots)
    for week in weeks:
        stored += [(signature.family, week, "all"), *([(signature.family, week, "vague")] if vague else [])]
        asked += [(signature.family, week, "all" if vague else "vague")]
    for kin in signature.kin:
        for week in weeks:
            stored += [(kin, week, *home) for home in homes]
            asked += [(kin, week, *place) for place in around]
        when, others = ("dated", ("undated",)) if weeks else ("undated", ("dated", "undated"))
        stored += [(kin, when, *home) for home in homes if home[0] not in _WEEKLY]
        asked += [(kin, other, *place) for other in others for place in around if place[0] not in _WEEKLY]
    return Keys(tuple(stored), tuple(asked))


def _weeks(signature: Signature) -> tuple[int, ...]:
    """The weeks of an event and of the days beside it: reports err by a day, and dates by a time zone."""
    if signature.first is None or signature.last is None or signature.last - signature.first > _WIDE_DAYS:
        return ()
    return tuple(range((signature.first - 1) // 7, (signature.last + 1) // 7 + 1))


def _homes(signature: Signature) -> Iterator[Key]:
    for spot in signature.spots:
        yield _home(spot)
    yield from _features(signature)


def _around(signature: Signature) -> Iterator[Key]:
    for spot in signature.spots:
        home = _home(spot)
        if home[0] != "cell":
            yield home
            continue
        row, column = _cell(spot)
        yield from (("cell", row + up, column + right) for up in (-1, 0, 1) for right in (-1, 0, 1))
    yield from _features(signature)


def _home(spot: Spot) -> Key:
    if spot.lat is None or spot.lon is None:
        return ("name", spot.name)
    if spot.radius_km > COARSE_KM:
        return ("area", spot.country or spot.geonameid)
    return ("cell", *_cell(spot))


def _cell(spot: Spot) -> tuple[int, int]:
    return int((spot.lat or 0.0) // _CELL), int((spot.lon or 0.0) // _CELL)


def _features(signature: Signature) -> Iterator[Key]:
    for party in signature.parties:
        if party.actor is not None or party.proper:
            yield ("party", party.actor or " ".join(party.proper))
    for amount in signature.amounts:
        if amount.low is not None and amount.low >= _TELLING:
            yield ("number", amount.of, amount.low)
    for word in sorted(signature.words, key=lambda word: (-rarity(word), word))[:_RAREST]:
        yield ("word", word)
