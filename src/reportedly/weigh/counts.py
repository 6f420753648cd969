"""How many: casualties and materiel as told, and whether two numbers can both be true."""

import math
import re
from collections.abc import Iterable
from typing import NamedTuple

from reportedly.model import Casualty, Event, Span, Testimony
from reportedly.weigh.data import content, words
from reportedly.weigh.origins.names import alike, tokens

_APPROXIMATE = 0.15  # "about 40": 34 to 46
_PEOPLE = ("people", "civilians", "armed", "irregular", "young", "women", "men")
_ARMED = ("armed", "irregular")
_PARTS = ("young", "women", "men")
_MORE = frozenset({"more", "further", "another", "additional"})  # beyond those who are counted elsewhere
_FORMER = re.compile(r"\b(?:(?:earlier|previous|initial) (?:death )?(?:toll|count|figure|number) of|not|rather than) $")
_PART = re.compile(  # who reaches a hospital is not all who were hit
    r"\b(?:hospital|clinic|ward|morgue|mortuary|patients)\b.*\b(?:received|admitted|treated|brought|taken in)\b"
    r"|\bdead on arrival\b|\b(?:brought|taken|came) to (?:us|our|his|her)\b",
    re.IGNORECASE | re.DOTALL,
)
_SHARE = re.compile(
    r"\W+of (?:our|its|their|his|your)\b|\W*(?:\w+\W+){0,4}(?:from|on|for|by|to) (?:each|either|both) sides?\b"
    r"|\W*(?:\w+\W+){0,4}(?:apiece|per side)\b"
)
_WORD = re.compile(r"[^\W_]+")


class Number(NamedTuple):
    """How many of what: bounds as in ``Quantity``; ``of`` are the words for what is counted, its head the last.

    ``among``: those of whom they are some, where the words tell: ``people`` in general, ``civilians``, ``armed`` for a
    state, ``irregular``, or by sex and age; empty for words that tell only who was there ("traders", "crusaders").
    """

    kind: str
    of: tuple[str, ...]
    among: str
    low: float | None
    high: float | None
    span: Span

    @property
    def told(self) -> bool:
        """True if there is a bound at all: "soldiers were killed" agrees with every number and says none."""
        return self.low is not None or self.high is not None

    @property
    def honours(self) -> bool:
        """True for "martyrs": whoever died, in the words of their own side."""
        return bool(self.of) and any(alike(self.of[-1], word) for word in words("honoured"))

    def meets(self, other: "Number") -> bool | None:
        """True if both may be true; ``None`` where they count different things, of which one may be part of the other.

        The casualties of one kind in one incident are the same people under whatever noun ("crusaders", "police
        officers"), unless the nouns exclude each other (soldiers, civilians) or one is a part of the other (children,
        people). A part cannot be more than the whole: 12 soldiers and 7 people.
        """
        if self.kind != other.kind or not (self.told and other.told):
            return None
        parts = [one.part_of(two) for one, two in ((self, other), (other, self))]
        if any(parts):
            part, whole = (self, other) if parts[0] else (other, self)
            return False if (part.low or 0) > _top(whole) else None
        if self._excludes(other):
            return None
        return (self.low or 0) <= _top(other) and (other.low or 0) <= _top(self)

    def part_of(self, other: "Number") -> bool:
        """True if the words of this one pick out some of those whom the other's words name."""
        if self.among == other.among:
            return False
        if self.among in _PARTS:
            return other.among in ("people", "civilians", "")
        return self.among in _ARMED and other.among == "people"

    def _excludes(self, other: "Number") -> bool:
        if not self.kind.startswith("people") or self.among == other.among:
            return False
        armed, rest = (self, other) if self.among in _ARMED else (other, self)
        if armed.among in _ARMED:
            return _is_bystander(rest) if rest.among == "" else rest.among != "people"
        return self.among in _PARTS and other.among in _PARTS


def numbers(testimony: Testimony) -> tuple[Number, ...]:
    """Casualties by kind, materiel by category and people set free that ``testimony`` tells.

    A number of killed and wounded together ("dozens were hurt or killed") counts neither.
    """
    event = testimony.event
    kinds: dict[Span, set[str]] = {}
    for c in event.casualties:
        kinds.setdefault(c.span, set()).add(c.kind)
    found = [
        _people(f"people {c.kind}", c.who or _item(event, c), *_about(event, c), c.span)
        for c in event.casualties
        if not {"killed", "wounded"} <= kinds[c.span]
    ]
    rules = content("rules.yaml")
    counted, fate = rules["counted"].get(event.family), rules["fates"].get(event.family, "")
    doers = [role.span for role in event.roles if role.role == "agent"]
    partly = _PART.search(testimony.quote) is not None
    for q in event.quantities:
        low, high = _loose(q.low, q.high, approximate=q.approximate)
        if q.category and q.unit is None:
            found.append(Number(f"{q.category} {fate}".strip(), tokens(q.item), "", low, high, q.span))
        elif counted and q.unit is None and not any(q.span in doer for doer in doers):
            people = _people(f"people {counted}", q.item, low, high, q.span)
            if people.among or _is_bystander(people):
                found.append(people)
    kept = (one for one in found if not _former(testimony, one.span) and _MORE.isdisjoint(one.of[:1]))
    return tuple(
        one._replace(high=None)
        if one.kind.startswith("people") and (partly or _is_found(one) or _is_share(testimony, one))
        else one
        for one in kept
    )


def mixed(numbers: Iterable[Number]) -> bool:
    """True if people under arms and others are told apart: "people" may then be both."""
    among = {number.among for number in numbers}
    return not among.isdisjoint(_ARMED) and "civilians" in among


def _people(kind: str, who: str, low: float | None, high: float | None, span: Span) -> Number:
    of = _head(who)
    named = next((name for name in _PEOPLE if of and any(alike(of[-1], word) for word in words(name))), "")
    return Number(kind, of, named if of else "people", low, high, span)


def _is_found(number: Number) -> bool:
    """True for bodies: more of them may be found."""
    return bool(number.of) and any(alike(number.of[-1], word) for word in words("bodies"))


def _is_share(testimony: Testimony, number: Number) -> bool:
    """True for those of one side whom an exchange set free: "nineteen of our prisoners", "thirty from each side"."""
    if number.kind != "people released":
        return False
    end = number.span.end - testimony.evidence.span.start
    return _SHARE.match(testimony.quote, max(end, 0)) is not None


def _is_bystander(number: Number) -> bool:
    return bool(number.of) and any(alike(number.of[-1], word) for word in words("bystanders"))


def _former(testimony: Testimony, span: Span) -> bool:
    """True for a number that is told as no longer, or not, the right one: "an earlier toll of two", "not 43"."""
    before = testimony.quote[: max(0, span.start - testimony.evidence.span.start)]
    return _FORMER.search(before) is not None


def _loose(low: float | None, high: float | None, *, approximate: bool) -> tuple[float | None, float | None]:
    slack = _APPROXIMATE if approximate else 0.0
    return None if low is None else low * (1 - slack), None if high is None else high * (1 + slack)


def _about(event: Event, casualty: Casualty) -> tuple[float | None, float | None]:
    """The bounds of a casualty record, wider where its number is told as "about sixty"."""
    bounds = casualty.low, casualty.high
    same = (q for q in event.quantities if (q.low, q.high) == bounds and q.span.overlaps(casualty.span))
    return _loose(*bounds, approximate=any(q.approximate for q in same))


def _item(event: Event, casualty: Casualty) -> str:
    """What a bare number counts: the soldiers of "three of its soldiers"."""
    bounds = casualty.low, casualty.high
    return next((q.item for q in event.quantities if (q.low, q.high) == bounds and q.span.overlaps(casualty.span)), "")


def _head(who: str) -> tuple[str, ...]:
    """The words up to those that tell where, when or with what: "people with knives" are people."""
    found: list[str] = []
    for word in _WORD.findall(who.casefold()):
        if word in words("joints") and found:
            break
        found.append(word)
    return tokens(" ".join(found)) if found else ()


def _top(number: Number) -> float:
    return math.inf if number.high is None else number.high
