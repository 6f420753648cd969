"""What a testimony says of its happening: on which days, where, by whom."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from reportedly.model import Place, Role, Testimony
from reportedly.model.days import days
from reportedly.model.geo import kilometres
from reportedly.weigh.data import content, words
from reportedly.weigh.origins.names import alike, proper, tokens, within

_FINE = frozenset({"second", "minute", "hour", "part-of-day", "day"})
_PRECISE = frozenset({"point", "town", "district"})
_MARGIN_KM = 5.0  # towns reach beyond their points, and "near" is not said of every place that is near
_NIGHT = re.compile(r"TNI$")


class Stretch(NamedTuple):
    """First and last day (ISO 8601)."""

    first: str
    last: str


def nights(testimony: Testimony) -> Stretch | None:
    """The days on which it is told to have happened; ``None`` where no day is told.

    A night runs into the next morning.
    """
    time = testimony.event.time
    found = days(time.value) if time and time.precision in _FINE else None
    if found is None or time is None:
        return None
    if _NIGHT.search(time.value or ""):
        return Stretch(found[0], (date.fromisoformat(found[1]) + timedelta(1)).isoformat())
    return Stretch(*found)


def placed(testimony: Testimony) -> tuple[Place, ...]:
    """Places precise enough to be told apart."""
    return tuple(place for place in testimony.event.places if place.precision in _PRECISE and not place.metonym)


def apart(a: Place, b: Place) -> bool:
    """True if nothing can lie in both."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None or alike(a.name.casefold(), b.name.casefold()):
        return False
    reach = (a.radius_km or 0) + (b.radius_km or 0) + _MARGIN_KM
    return kilometres(a.lat, a.lon, b.lat, b.lon) > reach


class Perpetrator(NamedTuple):
    """Who is said to have done it, and the country they act for, where they are a known state's."""

    role: Role
    side: str | None

    def differs(self, other: "Perpetrator") -> bool:
        """True if the two cannot be one actor under two names. A state and its army are one, and who does it for it."""
        if self.side and other.side:
            return self.side != other.side
        if self.role.actor and other.role.actor:
            return self.role.actor != other.role.actor
        one, two = _core(self.role), _core(other.role)
        return bool(one and two) and not within(one, two) and not within(two, one)


def perpetrators(testimony: Testimony) -> tuple[Perpetrator, ...]:
    """Those named as having done it; what only describes them ("gunmen", "warplanes", "our forces") names nobody.

    Who leaves a place or gives itself up does nothing to anybody.
    """
    if testimony.event.family in content("rules.yaml")["no perpetrator"]:
        return ()
    return tuple(acting(testimony, role) for role in testimony.event.roles if role.role == "agent" and named(role))


def acting(testimony: Testimony, role: Role) -> Perpetrator:
    """The filler of ``role`` with the country it acts for."""
    return Perpetrator(role, testimony.sides.get(role.actor or ""))


def named(role: Role) -> bool:
    """True if the role's words name somebody, and do not merely describe them or point at whoever writes."""
    if words("own").intersection(word.casefold() for word in role.name.split()):
        return False
    if any(word.casefold().endswith(ending) for word in role.name.split() for ending in words("sponsored")):
        return False
    return role.actor is not None or any(proper(word) for word in _telling(role))


def _core(role: Role) -> tuple[str, ...]:
    return tokens(" ".join(_telling(role)))


def _telling(role: Role) -> list[str]:
    """The words of a name that are neither generic nor vague, up to those that tell where ("in", "near")."""
    found: list[str] = []
    for word in role.name.split():
        plain = word.casefold().strip(".,'’")
        if plain in words("joints") - {"of"}:
            break
        if not any(plain in words(kind) for kind in ("generic", "vague", "empty")):
            found.append(word)
    return found
