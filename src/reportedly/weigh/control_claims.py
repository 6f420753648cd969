"""Who is said to hold a place, as far as one incident's testimonies tell."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from reportedly.model import Place, Role
from reportedly.model.days import days
from reportedly.weigh import values
from reportedly.weigh.data import content, words
from reportedly.weigh.origins.roots import Told

_LASTS = 7  # days for which a capture is set against what is said to be held later: after that, it may be retaken

How = Literal["gained", "lost", "held"]


class Hold(NamedTuple):
    """A side that has a place, or has it no longer.

    ``first`` is the day from which on it has it ("captured on Monday") or one on which it had it ("still held it on
    Tuesday"): the day told, or else that of publication; ``dated`` says which. ``speaker``: whoever says so means
    their own side.
    """

    told: Told
    side: values.Perpetrator
    how: How
    places: tuple[Place, ...]
    first: str
    dated: bool
    speaker: bool

    def unlike(self, other: "Hold") -> bool:
        """True if the two sides cannot be one; two origins that speak of their own are two."""
        return (self.speaker and other.speaker) or self.side.differs(other.side)


def opposed(mine: Sequence[Told], theirs: Sequence[Told], everyone: Sequence[Told]) -> tuple[Told, Told, str] | None:
    """The first two tellings that give one place on one day to different sides; ``None`` where none do.

    ``everyone`` are all tellings of the incident: who is said to have taken the place back may well hold it.
    """
    places = frozenset(place.name for told in everyone for place in told.testimony.event.places if not place.metonym)
    others = list(_holds(theirs, places))
    every = list(_holds(everyone, places)) if others else []
    # One happening has one day: that of a telling that dates it holds for those that do not.
    since = min((one.first for one in every if one.how == "gained" and one.dated), default=None)
    others = [_dated(other, since) for other in others]
    for one in (_dated(one, since) for one in _holds(mine, places)) if others else ():
        for other in others:
            if _same_place(one, other) and _opposed(one, other, every):
                return one.told, other.told, f"held by {one.side.role.name} against {other.side.role.name}"
    return None


def _dated(hold: Hold, since: str | None) -> Hold:
    return hold._replace(first=since) if since and hold.how == "gained" and not hold.dated else hold


def _opposed(one: Hold, other: Hold, everyone: Sequence[Hold]) -> bool:
    match one.how, other.how:
        case ("gained", "gained"):
            return one.dated and other.dated and one.first == other.first and one.unlike(other)
        case ("held", "held"):
            return one.first == other.first and one.unlike(other)
        case ("gained", "held") | ("held", "gained"):
            gain, hold = (one, other) if one.how == "gained" else (other, one)
            return _covers(gain, hold) and gain.unlike(hold) and not _retaken(gain, hold, everyone)
        case ("lost", "lost"):
            return False
        case _:
            loss, has = (one, other) if one.how == "lost" else (other, one)
            same = _one_actor(loss.side.role, has.side.role)
            return same and (_covers(loss, has) if has.how == "held" else loss.dated and loss.first == has.first)


def _covers(change: Hold, hold: Hold) -> bool:
    """True if what changed had changed by the day on which it is held, and not long before."""
    return 0 <= (date.fromisoformat(hold.first) - date.fromisoformat(change.first)).days <= _LASTS


def _retaken(gain: Hold, hold: Hold, everyone: Iterable[Hold]) -> bool:
    return any(
        later.how == "gained" and later.dated and later.first > gain.first and not later.unlike(hold)
        for later in everyone
    )


def _holds(tellings: Iterable[Told], places: Collection[str]) -> Iterator[Hold]:
    tables: dict[How, dict[str, str]] = content("rules.yaml")["control"]
    for told in tellings:
        event = told.testimony.event
        for how, table in tables.items():
            if told.bearing != "affirms" or event.family not in table:
                continue
            first, dated = _day(told)
            if first is None:
                continue
            for role in event.roles:
                if role.role != table[event.family]:
                    continue
                # A place holds nothing: a pronoun was led back to it that stands for whoever speaks.
                speaker = values.own(role) or role.name.casefold() in words("pronouns") or role.name in places
                filler = Role(role.role, told.root.name, told.root.actor, role.span) if speaker else role
                side = values.acting(told.testimony, filler)
                if values.tells(side):
                    yield Hold(told, side, how, event.places, first, dated, speaker)


def _day(told: Told) -> tuple[str | None, bool]:
    stretch = values.nights(told.testimony)
    if stretch is not None:
        return stretch.day, True
    published = told.testimony.published
    found = days(published.value) if published else None
    return (found[0] if found else None), False


def _same_place(one: Hold, other: Hold) -> bool:
    """True if one place is in both; where one only says "the town", it is that of its incident."""
    if not one.places or not other.places:
        return True
    return any(
        a.name.casefold() == b.name.casefold() or (a.geonameid is not None and a.geonameid == b.geonameid)
        for a in one.places
        for b in other.places
    )


def _one_actor(a: Role, b: Role) -> bool:
    return (a.actor is not None and a.actor == b.actor) or a.name.casefold() == b.name.casefold()
