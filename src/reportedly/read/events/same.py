"""Whether two phrases, places, times or counts may be of one thing."""

from collections.abc import Sequence
from datetime import date

from reportedly.model import Place, Time
from reportedly.ontology import Materiel
from reportedly.read.events.draft import Filled, Telling

_WIDER = frozenset({"province", "country", "region", "district"})
_BROAD = frozenset({"force", "person", "people", "place", "materiel", "state"})
_VAGUE = frozenset(
    {"people", "person", "group", "force", "forces", "side", "area", "it", "they", "them", "he", "she", "this", "that"}
)


def share_place(one: Sequence[Place], other: Sequence[Place]) -> bool:
    """True if a place stands on both sides, or one side only names what the other lies in."""
    left = {place.geonameid or place.name.casefold() for place in one}
    if left & {place.geonameid or place.name.casefold() for place in other}:
        return True
    return any(_holds(a, b) or _holds(b, a) for a in one for b in other)


def _holds(wide: Place, narrow: Place) -> bool:
    """True if ``narrow`` may lie in ``wide``."""
    if wide.precision not in _WIDER or narrow.precision == wide.precision:
        return False
    if wide.country is None or narrow.country is None:
        return True
    if wide.country != narrow.country:
        return False
    return wide.precision == "country" or None in (wide.admin1, narrow.admin1) or wide.admin1 == narrow.admin1


def share_time(one: Time, other: Time) -> bool:
    """True if the two times may be one, as far as their values tell."""
    left, right = one.value, other.value
    if left is None or right is None or "REF" in left or "REF" in right or "X" in left or "X" in right:
        return True
    return left.startswith(right) or right.startswith(left) or _in_week(left, right) or _in_week(right, left)


def _in_week(week: str, day: str) -> bool:
    """True if a value such as 2016-W18 or 2016-W18-WE holds the day."""
    if "-W" not in week or "-W" in day or "/" in day or len(day) < 10:
        return False
    try:
        year, number, weekday = date.fromisoformat(day[:10]).isocalendar()
    except ValueError:
        return True  # a day that no calendar has dates nothing
    return week.startswith(f"{year}-W{number:02}") and (not week.endswith("-WE") or weekday >= 6)


def may_be_same(one: Filled, other: Filled, materiel: Materiel) -> bool:
    """True unless the two phrases plainly name different things."""
    if one.actor is not None and other.actor is not None:
        return one.actor == other.actor
    if (
        one.category is not None
        and other.category is not None
        and not materiel.compatible(one.category, other.category)
    ):
        return False
    if "pronoun" in one.kinds or "pronoun" in other.kinds:
        return True
    if one.owners and other.owners and not one.owners & other.owners:
        return False
    if one.side and other.side and one.side != other.side:
        return False
    if one.lemma == other.lemma:
        return True
    if one.head.name and other.head.name:
        return bool(_words(one) & _words(other))
    if "place" in one.kinds and "place" in other.kinds:
        return True  # the places themselves are compared
    return not (one.kinds & _BROAD) or not (other.kinds & _BROAD) or bool(one.kinds & other.kinds & _BROAD)


def is_same(one: Filled, other: Filled, materiel: Materiel) -> bool:
    """True if the two phrases name the same thing by actor, by kind of goods or by their words."""
    if one.actor is not None and other.actor is not None:
        return one.actor == other.actor
    if one.category is not None and other.category is not None:
        return materiel.compatible(one.category, other.category)
    if one.owners and other.owners and not one.owners & other.owners:
        return False
    return one.lemma == other.lemma and one.lemma not in _VAGUE


def _words(filled: Filled) -> set[str]:
    return {word for word in filled.name.casefold().split() if len(word) > 3}


def counts_conflict(one: Telling, other: Telling) -> bool:
    """True if both count the same thing and the numbers can't both hold."""
    for left in one.quantities:
        for right in other.quantities:
            alike = left.category is not None and left.category == right.category
            alike = alike or (left.category is right.category is None and left.item == right.item != "")
            if alike and _apart(left.low, left.high, right.low, right.high):
                return True
    for killed in one.casualties:
        for dead in other.casualties:
            if killed.kind == dead.kind and _apart(killed.low, killed.high, dead.low, dead.high):
                return True
    return False


def _apart(low: float | None, high: float | None, other_low: float | None, other_high: float | None) -> bool:
    below = high is not None and other_low is not None and high < other_low
    above = low is not None and other_high is not None and low > other_high
    return below or above
