"""The grounds for and against two events being one happening, each with its weight.

A weight is a log-odds (natural logarithm): how many times likelier the two values are found together where both
reports tell of one happening than where they tell of two that are near in type, place and time. They are added as if
independent (Fellegi and Sunter 1969). The values were set by reasoning and checked on the readable half of
``tests/gold/lineage``; ``docs/decisions/0011-linking.md`` says what was measured. What nothing is known of weighs
nothing: silence is no evidence.
"""

import math
from collections.abc import Iterable

from reportedly.link.signature import Amount, Party, Signature, Spot
from reportedly.model import Reason
from reportedly.model.geo import kilometres

PRIOR = -2.0
"""Two events of kin types within days of each other in one country are more often two than one."""

_COMPARED = ("agent", "target", "recipient", "item", "origin")
_MARGIN_KM = 3.0
"""What two gazetteers' points for one town may lie apart."""

_COARSE_KM = 60.0
"""A radius above which an area (a province, a country) says little about which happening it is."""


def grounds(a: Signature, b: Signature) -> tuple[Reason, ...]:
    """Everything that speaks for or against ``a`` and ``b`` being one happening; symmetric."""
    found = [_type(a, b), _place(a, b), _time(a, b), *_parties(a, b), *_amounts(a, b), _words(a, b), *_telling(a, b)]
    return tuple(reason for reason in found if reason is not None)


def _reason(kind: str, weight: float, detail: str) -> Reason:
    return Reason(kind=kind, weight=round(weight, 2), detail=detail)


def _type(a: Signature, b: Signature) -> Reason:
    if a.type == b.type:
        return _reason("type", 0.8, a.type)
    detail = " / ".join(sorted((a.type, b.type)))
    if set(a.kin).isdisjoint(b.kin):
        return _reason("type", -5.0, detail)
    return _reason("type", 0.5 if a.family == b.family else -0.4, detail)


def _place(a: Signature, b: Signature) -> Reason | None:
    """The best of all pairs: an event may be placed at several places, of which another report names one."""
    found = [_spots(one, other) for one in a.spots for other in b.spots]
    known = [reason for reason in found if reason is not None]
    return max(known, key=lambda reason: (reason.weight, reason.detail), default=None)


def _spots(one: Spot, other: Spot) -> Reason | None:
    sure = 1.0 if one.own and other.own else 0.5
    detail = one.name if one.name == other.name else " / ".join(sorted((one.name, other.name)))
    if one.geonameid is not None and one.geonameid == other.geonameid:
        return _reason("place", (0.4 if one.radius_km > _COARSE_KM else 2.0) * sure, detail)
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        same = one.name == other.name and one.name != ""
        return _reason("place", 1.2 * sure, detail) if same else None
    if one.country and other.country and one.country != other.country:
        return _reason("place", -6.0 * sure, detail)
    apart = kilometres(one.lat, one.lon, other.lat, other.lon)
    small, large = sorted((one.radius_km, other.radius_km))
    if apart <= small + _MARGIN_KM and large <= _COARSE_KM:
        return _reason("place", 1.2 * sure, f"{detail} ({apart:.0f} km)")
    if apart <= small + large + _MARGIN_KM:
        return _reason("place", (0.2 if large > _COARSE_KM else 0.5) * sure, detail)
    beyond = apart - small - large
    return _reason("place", -min(6.0, 1.0 + beyond / 10.0) * sure, f"{detail} ({apart:.0f} km)")


def _time(a: Signature, b: Signature) -> Reason | None:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return None
    sure = 1.0 if a.dated and b.dated else 0.5
    gap = max(a.first, b.first) - min(a.last, b.last)
    if gap <= 0:
        # The narrower both are, the less likely they meet by chance within the month in which two would be compared.
        width = max(a.last - a.first, b.last - b.first) + 1
        return _reason("time", max(0.1, 0.6 * math.log(30.0 / width)) * sure if width < 30 else 0.0, "same days")
    days = f"{gap} day{'' if gap == 1 else 's'} apart"
    return _reason("time", (-1.0 if gap == 1 else -1.5 - 0.7 * gap if gap < 7 else -6.0) * sure, days)


def _parties(a: Signature, b: Signature) -> Iterable[Reason]:
    for role in _COMPARED:
        ours = [party for party in a.parties if party.role == role]
        theirs = [party for party in b.parties if party.role == role]
        reason = _fillers(role, ours, theirs)
        if reason is not None:
            yield reason


def _fillers(role: str, ours: list[Party], theirs: list[Party]) -> Reason | None:
    named = [party for party in ours if party.actor or party.proper]
    others = [party for party in theirs if party.actor or party.proper]
    if not named or not others:
        return None
    best = max(((_alike(one, other), one, other) for one in named for other in others), key=lambda item: item[0])
    like, one, other = best
    detail = " / ".join(sorted({one.label, other.label}))
    if like >= 0.5:
        return _reason(role, 1.2 * like, detail)
    return _reason(role, -0.8 if role != "target" else -0.5, detail)


def _alike(one: Party, other: Party) -> float:
    if one.actor is not None and other.actor is not None:
        return 1.0 if one.actor == other.actor else 0.0
    mine, theirs = set(one.proper), set(other.proper)
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0


def _amounts(a: Signature, b: Signature) -> Iterable[Reason]:
    for kind in sorted({amount.of for amount in a.amounts} & {amount.of for amount in b.amounts}):
        pairs = [(one, other) for one in a.amounts for other in b.amounts if one.of == other.of == kind]
        yield max((_numbers(one, other) for one, other in pairs), key=lambda reason: (reason.weight, reason.detail))


def _numbers(one: Amount, other: Amount) -> Reason:
    detail = " / ".join(sorted({f"{written(one)} {one.of}", f"{written(other)} {other.of}"}))
    if one.low == other.low and one.high == other.high:
        # The same large number is rarely met by chance; one or two killed are told of many attacks.
        return _reason("number", min(2.0, 0.5 * math.log1p(one.low or one.high or 0.0)), detail)
    low = max(one.low or 0.0, other.low or 0.0)
    high = min(_top(one), _top(other))
    if low <= high:
        return _reason("number", 0.2, detail)
    # Tolls rise from report to report: the farther apart, the likelier two happenings.
    return _reason("number", -min(2.0, 0.8 * math.log((low + 1.0) / (high + 1.0))), detail)


def _top(amount: Amount) -> float:
    return amount.high if amount.high is not None else math.inf


def written(amount: Amount) -> str:
    """The amount as a person writes it: ``17``, ``40+``, ``up to 50``, ``12–120``."""
    if amount.low == amount.high:
        return f"{amount.low:g}"
    if amount.high is None:
        return f"{amount.low:g}+"
    if amount.low is None:
        return f"up to {amount.high:g}"
    return f"{amount.low:g}–{amount.high:g}"


def _words(a: Signature, b: Signature) -> Reason | None:
    mine, theirs = set(a.words), set(b.words)
    if a.document == b.document or not mine or not theirs:
        return None
    like = len(mine & theirs) / min(len(mine), len(theirs))
    return _reason("words", 3.0 * (like - 0.25), f"{like:.0%} of the words")


def _telling(a: Signature, b: Signature) -> Iterable[Reason]:
    if a.happened != b.happened:
        yield _reason("modality", -0.5, "planned or supposed / told as having happened")
    if a.document != b.document:
        return
    if a.negative != b.negative:
        yield _reason("denial", 1.2, "a denial beside what is denied")
    else:
        # Reading has already joined what one document tells again; what it kept apart is more often two.
        yield _reason("document", -0.7, "told apart within one document")
