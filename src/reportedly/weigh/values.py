"""What a testimony says of its happening: on which days, and by whom."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from reportedly.model import Role, Testimony
from reportedly.model.days import days
from reportedly.weigh.data import content, words
from reportedly.weigh.origins.names import proper, tokens, within

_FINE = frozenset({"second", "minute", "hour", "part-of-day", "day"})
_NIGHT = re.compile(r"TNI$")


class Stretch(NamedTuple):
    """First and last hour (ISO 8601, no finer than the hour)."""

    first: str
    last: str

    @property
    def day(self) -> str:
        """The first day."""
        return self.first[:10]

    def meets(self, other: "Stretch") -> bool:
        """True if they have an hour in common."""
        return self.first <= other.last and other.first <= self.last


def nights(testimony: Testimony) -> Stretch | None:
    """The days on which it is told to have happened, from midnight to midnight; ``None`` where no day is told.

    A night runs from its evening into the next morning: it shares an hour with both days, and none with another night.
    """
    time = testimony.event.time
    found = days(time.value) if time and time.precision in _FINE else None
    if found is None or time is None:
        return None
    if _NIGHT.search(time.value or ""):
        return Stretch(f"{found[0]}T18", f"{date.fromisoformat(found[1]) + timedelta(1)}T08")
    return Stretch(f"{found[0]}T00", f"{found[1]}T23")


class Perpetrator(NamedTuple):
    """Who is said to have done it, and the country they act for, where they are a known state's.

    ``camp`` tells how they stand to a state, where the words or the ontology do: ``state`` for it ("the army",
    "government jets"), ``against`` it ("rebels", "separatist gunners"), ``other`` for a known body that is no state's.
    """

    role: Role
    side: str | None
    camp: str | None

    def differs(self, other: "Perpetrator") -> bool:
        """True if the two cannot be one actor under two names. A state and its army are one, and who does it for it."""
        if self.side and other.side:
            return self.side != other.side
        if _is_linked(self.role) or _is_linked(other.role):
            return False
        if self.role.actor and other.role.actor:
            return self.role.actor != other.role.actor
        if self.camp and other.camp and self.camp != other.camp and "state" in (self.camp, other.camp):
            return True
        one, two = (_core(who.role) if named(who.role) else () for who in (self, other))
        if self.camp == other.camp == "state" and not (one and two):
            return False  # "troops" may well be "Israeli troops"
        if "state" in (self.camp, other.camp) and bool(one) != bool(two):
            # "The army" and a body by name: two, unless the name is that of a unit.
            return words("units").isdisjoint(tokens((self if one else other).role.name))
        return bool(one and two) and not within(one, two) and not within(two, one)


def _is_linked(role: Role) -> bool:
    """True for "an Al-Qaeda linked group", "the Al-Qaeda affiliate": whose it is is told, and not which it is."""
    name = role.name.casefold().replace("-", " ").split()
    return "affiliate" in name or any(suffix.strip("-") in name for suffix in words("sponsored"))


def perpetrators(testimony: Testimony) -> tuple[Perpetrator, ...]:
    """Those named as having done it, or told as a state's or its enemies; what only describes them ("gunmen",
    "warplanes", "our forces") names nobody.

    Who leaves a place or gives itself up does nothing to anybody. Where nobody acts, a state's weapon does ("a Russian
    missile hit").
    """
    if testimony.event.family in content("rules.yaml")["no perpetrator"]:
        return ()
    roles = testimony.event.roles
    found = [acting(testimony, role) for role in roles if role.role == "agent"] or [
        acting(testimony, role) for role in roles if role.role == "instrument" and role.actor in testimony.sides
    ]
    return tuple(one for one in found if tells(one))


def tells(one: Perpetrator) -> bool:
    """True if its words say who it is, or on which side; whoever writes "our forces" is not named by them."""
    return one.camp is not None or named(one.role)


def acting(testimony: Testimony, role: Role) -> Perpetrator:
    """The filler of ``role`` with the country it acts for and the camp it belongs to."""
    side = testimony.sides.get(role.actor or "")
    return Perpetrator(role, side, "state" if side else "other" if role.actor else _camp(role))


def _camp(role: Role) -> str | None:
    """The camp that the words tell; ``None`` where they tell of both camps or of neither."""
    if _sponsored(role) or own(Role(role.role, role.name.split(" ")[0], None, role.span)):
        return None  # "our soldiers" are those of whoever speaks, "soldiers of our army" are the state's
    # "The Hill People's Army" is a name, "the rebels of the Hill People's Army" tells a camp as well.
    told = _until_where(role)
    plain = {word.casefold().strip(".,'’") for n, word in enumerate(told) if n == 0 or word[:1].islower()}
    if _cause(told):
        return None
    found = [camp for camp in ("state", "against") if plain & words(camp)]
    return found[0] if len(found) == 1 else None


def _cause(told: list[str]) -> bool:
    """True for soldiers of what has no soldiers of its own: "soldiers of the faith", "of God", "of the caliphate"."""
    low = [word.casefold() for word in told]
    return "of" in low and not words("causes").isdisjoint(low[low.index("of") + 1 :])


def named(role: Role) -> bool:
    """True if the role's words name somebody, and do not merely describe them or point at whoever writes."""
    if own(role) or _sponsored(role):
        return False
    return role.actor is not None or any(proper(word) for word in _telling(role))


def own(role: Role) -> bool:
    """True for "our forces": the side of whoever writes."""
    return not words("own").isdisjoint(word.casefold() for word in role.name.split())


def _sponsored(role: Role) -> bool:
    return any(word.casefold().endswith(ending) for word in role.name.split() for ending in words("sponsored"))


def _core(role: Role) -> tuple[str, ...]:
    """The words of the name; of "lions of the Brigade" those of the body that they are of."""
    told = _telling(role)
    name = role.name.split()
    if "of" in name and name[name.index("of") - 1].islower():
        body = [word for word in name[name.index("of") + 1 :] if word in told]
        told = body if any(proper(word) for word in body) else told
    return tokens(" ".join(told))


def _telling(role: Role) -> list[str]:
    """The words of a name that are neither generic nor vague, up to those that tell where ("in", "near")."""
    lists = ("generic", "vague", "empty", "pronouns", "own", "state", "against", "asking")
    said_of = frozenset().union(*(words(kind) for kind in lists))
    return [word for word in _uncounted(_until_where(role)) if word.casefold().strip(".,'’") not in said_of]


def _uncounted(told: list[str]) -> list[str]:
    """Without a number or a date in front: "Thirty boys", "12 February armed men"."""
    if told and (told[0].isdigit() or told[0].casefold() in words("numerals")):
        return told[2:] if told[1:] and told[1].casefold() in words("months") else told[1:]
    return told


def _until_where(role: Role) -> list[str]:
    found: list[str] = []
    for word in role.name.split():
        if word.casefold().strip(".,'’") in words("joints") - {"of"}:
            break
        found.append(word)
    return found
