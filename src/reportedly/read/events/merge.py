"""One happening told several times in a document is one event: which tellings belong together.

Conservative: tellings are joined only if nothing they say conflicts and something specific agrees. Leaving
two tellings of one happening apart costs a line in the ledger; joining two happenings makes a false one.
"""

from collections.abc import Callable, Sequence

from reportedly.ontology import Materiel
from reportedly.read.events.draft import Filled, Telling
from reportedly.read.events.slots import surface_subject

_TOLD = frozenset({"actual", "hedged"})
_DIRECTED = ("agent", "target", "recipient", "item", "origin", "destination", "partner", "instrument")
_VAGUE = frozenset(
    {"people", "group", "force", "forces", "side", "area", "it", "they", "them", "he", "she", "this", "that"}
)


def absorb_casualties(tellings: list[Telling]) -> list[Telling]:
    """Take "killing twelve" or "left twelve dead" into the attack that did it, where one sentence tells
    both."""
    kept: list[Telling] = []
    by_sentence: dict[int, list[Telling]] = {}
    for telling in tellings:
        by_sentence.setdefault(telling.token.sent, []).append(telling)
    for group in by_sentence.values():
        attacks = [telling for telling in group if telling.type.violent and not telling.casualty]
        for telling in group:
            attack = None
            if telling.casualty:
                named = (item for item in attacks if any(filled.head is item.token for filled in telling.roles))
                attack = next(named, None) or next((item for item in attacks if _caused(telling, item)), None)
            if attack is None:
                kept.append(telling)
                continue
            attack.casualties = (*attack.casualties, *telling.casualties)
            attack.quantities = tuple({item.span: item for item in (*attack.quantities, *telling.quantities)}.values())
            attack.places = attack.places or telling.places
            attack.time = attack.time or telling.time
            attack.absorbed.append(telling.trigger)
            if not attack.of("target"):
                attack.roles.extend(item for item in telling.of("target") if item.head.pos != "NUM")
    kept.sort(key=lambda telling: telling.trigger)
    return kept


def _caused(casualty: Telling, attack: Telling) -> bool:
    """True if syntax ties the casualties to the attack: a participle of it, or the attack is their subject or
    occasion."""
    if (casualty.polarity, casualty.modality) != (
        attack.polarity,
        attack.modality,
    ) and attack.modality != "hedged":
        return False
    verb, cause = casualty.token, attack.token
    if any(filled.head is cause for filled in casualty.roles if filled.role != "target"):
        return True
    if verb.dep in ("advcl", "acl", "acl:relcl") and verb.head is cause:
        return True
    subjects = surface_subject(verb)
    if any(subject is cause for subject in subjects):
        return True
    if cause.dep in ("nsubj", "nsubj:pass", "obl") and cause.head is verb:
        return True
    return verb.dep == "advcl" and verb.tag == "VBG" and cause.head is verb.head and cause.relation in ("nsubj", "obj")


def group(tellings: Sequence[Telling], materiel: Materiel) -> list[list[Telling]]:
    """The tellings of each happening, in text order. A telling joins the group whose every member it agrees
    with."""
    groups: list[list[Telling]] = []
    for telling in tellings:
        for members in groups:
            if all(compatible(telling, other, materiel) for other in members) and any(
                alike(telling, other, materiel) for other in members
            ):
                members.append(telling)
                break
        else:
            groups.append([telling])
    return groups


def compatible(one: Telling, other: Telling, materiel: Materiel) -> bool:
    """True if nothing that the two tellings say conflicts."""
    if one.type.id != other.type.id and not (one.type.family == other.type.family and _coarse(one, other)):
        return False
    if one.polarity != other.polarity:
        return False
    if one.modality != other.modality and not {one.modality, other.modality} <= _TOLD:
        return False
    if one.places and other.places and not _share_place(one, other):
        return False
    if one.time and other.time and not _share_time(one, other):
        return False
    same: Callable[[Filled, Filled], bool] = lambda a, b: may_be_same(a, b, materiel)  # noqa: E731
    for role in _DIRECTED:
        left, right = one.of(role), other.of(role)
        if left and right and not any(same(a, b) for a in left for b in right):
            return False
    return not _counts_conflict(one, other)


def alike(one: Telling, other: Telling, materiel: Materiel) -> bool:
    """True if something specific agrees: a known actor and a target, a place and an agent, or the same
    goods."""
    shared = 0
    for role in _DIRECTED:
        left, right = one.of(role), other.of(role)
        if any(is_same(a, b, materiel) for a in left for b in right):
            shared += 1
    places = bool(one.places and other.places and _share_place(one, other))
    times = bool(one.time and other.time and one.time.value is not None and _share_time(one, other))
    return shared + places + times >= 2 or (shared + places >= 1 and (one.definite or other.definite or one.headline))


def _coarse(one: Telling, other: Telling) -> bool:
    return one.type.id == one.type.family or other.type.id == other.type.family


def _share_place(one: Telling, other: Telling) -> bool:
    left = {place.geonameid or place.name.casefold() for place in one.places}
    right = {place.geonameid or place.name.casefold() for place in other.places}
    if left & right:
        return True
    wider = {"province", "country", "region", "district"}
    return any(place.precision in wider for place in (*one.places, *other.places)) and not (
        all(place.precision in wider for place in one.places)
        and all(place.precision in wider for place in other.places)
    )


def _share_time(one: Telling, other: Telling) -> bool:
    if one.time is None or other.time is None:
        return True
    left, right = one.time.value, other.time.value
    if left is None or right is None or "REF" in left or "REF" in right:
        return True
    return left.startswith(right) or right.startswith(left)


def may_be_same(one: Filled, other: Filled, materiel: Materiel) -> bool:
    """True unless the two phrases plainly name different things."""
    if one.actor is not None and other.actor is not None:
        return one.actor == other.actor
    if one.category is not None and other.category is not None:
        return materiel.compatible(one.category, other.category)
    if "pronoun" in one.kinds or "pronoun" in other.kinds:
        return True
    if one.lemma == other.lemma:
        return True
    if one.head.name and other.head.name:
        return bool(_words(one) & _words(other))
    if "place" in one.kinds and "place" in other.kinds:
        return True  # the places themselves are compared
    broad = {"force", "person", "people", "place", "materiel", "state"}
    return not (one.kinds & broad) or not (other.kinds & broad) or bool(one.kinds & other.kinds & broad)


def is_same(one: Filled, other: Filled, materiel: Materiel) -> bool:
    """True if the two phrases name the same thing by actor, by kind of goods or by their words."""
    if one.actor is not None and other.actor is not None:
        return one.actor == other.actor
    if one.category is not None and other.category is not None:
        return materiel.compatible(one.category, other.category)
    return one.lemma == other.lemma and one.lemma not in _VAGUE


def _words(filled: Filled) -> set[str]:
    return {word for word in filled.name.casefold().split() if len(word) > 3}


def _counts_conflict(one: Telling, other: Telling) -> bool:
    """True if both count the same thing and the numbers can't both hold."""
    for left in one.quantities:
        for right in other.quantities:
            if (
                left.category is not None
                and left.category == right.category
                and _apart(left.low, left.high, right.low, right.high)
            ):
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
