"""The course of control over a place: periods from one told change to the next."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from reportedly.model import Change, Grade, Incident, Party, Period, Testimony
from reportedly.weigh.control.changes import changes_at
from reportedly.weigh.control.places import At
from reportedly.weigh.tellings import key, keys


def control(
    at: At, incidents: Iterable[Incident], testimonies: Iterable[Testimony], grades: Mapping[str, Grade]
) -> list[Period]:
    """Who is said to have held the place ``at``, in order of days.

    A side holds the place from the day on which it is told to gain it up to a day on which it is told to lose it, or
    somebody to take it from that side. A further gain by another without a told loss leaves the time between
    ``unknown``. What is disputed, told by contested incidents, or gained by different sides on days whose
    order cannot be told, is ``contested``. Changes without a day follow as ``undated``; those of discounted and
    unrated incidents are left out. Independent of the order of what is given.
    """
    changes = changes_at(at, incidents, testimonies, grades)
    periods: list[Period] = []
    for change in changes:
        if change.days:
            _take(periods, change, change.days)
    undated = (
        Period(state="undated", holders=change.gains, first=None, last=None, began=change)
        for change in changes
        if not change.days
    )
    return [*periods, *undated]


def _take(periods: list[Period], change: Change, days: tuple[str, str]) -> None:
    """Carry the course on by one dated change."""
    now = periods[-1] if periods else None
    if change.kind == "besieged":
        now = now or Period(state="unknown", holders=(), first=None, last=None)
        periods[-1:] = [_with(now, change)]
    elif now and _same(now, change, days):
        periods[-1] = _with(now, change)
    elif now and _unordered(now, change, days):
        periods[-1] = replace(_with(now, change), state="contested", holders=_both(now, change))
    else:
        _end(periods, change, days)
        _begin(periods, change, days)


def _with(period: Period, change: Change) -> Period:
    return replace(period, during=(*period.during, change))


def _same(now: Period, change: Change, days: tuple[str, str]) -> bool:
    """True if the change leaves the holder: a gain told again, or the other side's loss on the days of the gain."""
    if now.state not in ("held", "contested") or keys(now.holders) & keys(change.loses):
        return False
    if change.kind == "gained":
        return now.state == "held" and change.grade != "Contested" and keys(change.gains) == keys(now.holders)
    return change.kind == "lost" and bool(change.loses) and _overlaps(now.began, days)


def _unordered(now: Period, change: Change, days: tuple[str, str]) -> bool:
    """True if another side, or the one that is told to lose it, gains it on days that may be the same."""
    if change.kind != "gained" or now.began is None or not _overlaps(now.began, days):
        return False
    if now.state == "unknown":
        return bool(keys(change.gains) & keys(now.began.loses))
    return not keys(now.holders) & keys(change.loses) and keys(now.holders) != keys(change.gains)


def _overlaps(change: Change | None, days: tuple[str, str]) -> bool:
    return change is not None and change.days is not None and change.days[0] <= days[1] and days[0] <= change.days[1]


def _both(now: Period, change: Change) -> tuple[Party, ...]:
    found = {key(party): party for party in (*change.gains, *now.holders)}
    return tuple(found[name] for name in sorted(found))


def _end(periods: list[Period], change: Change, days: tuple[str, str]) -> None:
    """Close what went before as far as the change tells, and leave unknown what it does not."""
    now = periods[-1] if periods else None
    if now is not None and _told_end(now, change):
        periods[-1] = replace(now, last=days[1], ended=change)
        return
    if now is not None and now.state == "unknown":
        if change.gains and _overlaps(now.began, days) and not now.during:
            periods.pop()
            return
        periods[-1] = replace(now, last=None if change.loses else days[1], ended=change)
    elif now is not None:
        after = now.began.days[1] if now.began and now.began.days else None
        unknown = Period(state="unknown", holders=(), first=after, last=None if change.loses else days[1], ended=change)
        periods.append(unknown)
    if change.loses:
        periods.append(Period(state="held", holders=change.loses, first=None, last=days[1], ended=change))


def _told_end(now: Period, change: Change) -> bool:
    if now.state == "unknown":
        return False
    if change.kind == "contested":
        return not change.gains or bool(keys(now.holders) & keys(change.gains))
    if now.state == "contested" and keys(now.holders) & keys(change.gains):
        return True  # one of those who contest it gains it
    return bool(keys(now.holders) & keys(change.loses)) or not (change.loses or change.gains)


def _begin(periods: list[Period], change: Change, days: tuple[str, str]) -> None:
    if change.kind == "contested" or (change.gains and change.grade == "Contested"):
        periods.append(Period(state="contested", holders=change.gains, first=days[0], last=None, began=change))
    elif change.gains:
        periods.append(Period(state="held", holders=change.gains, first=days[0], last=None, began=change))
    else:
        periods.append(Period(state="unknown", holders=(), first=days[0], last=None, began=change))
