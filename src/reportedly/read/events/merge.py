"""One happening told several times in a document is one event: which tellings belong together.

Conservative: tellings are joined only if nothing they say conflicts and something specific agrees. Leaving
two tellings of one happening apart costs a line in the ledger; joining two happenings makes a false one.
"""

from collections.abc import Sequence

from reportedly.ontology import VIOLENT, Materiel
from reportedly.read.events.draft import CULPRIT, Telling
from reportedly.read.events.same import counts_conflict, is_same, may_be_same, share_place, share_time

_TOLD = frozenset({"actual", "hedged"})
_DIRECTED = ("agent", "target", "recipient", "item", "origin", "destination", "partner", "instrument", "holder")
_ANY_ATTACK = frozenset({"attack", "other-violence"})
_NAMED_AGAIN = {
    "gun-attack": frozenset({"killing", "assassination", "clash", "execution"}),
    "bombing": frozenset({"shelling", "air-strike", "drone-strike"}),
    "shelling": frozenset({"air-strike", "drone-strike"}),
    "offensive": frozenset({"attack", "gun-attack", "territory-captured"}),
    "clash": frozenset({"offensive", "attack", "gun-attack"}),
    "air-strike": frozenset({"shelling"}),
}
"""What else a definite noun of a type may name again, if it tells nothing more: "the shooting" somebody gunned down,
"the blast" a shell that hit."""
_ONGOING = frozenset(
    {"battle", "fighting", "campaign", "offensive", "violence", "torture", "gunfire", "aggression", "bloodshed"}
)
_ONCE = frozenset({"ceasefire", "abduction", "release"})
"""Families that are not violent, of which a definite noun names one happening all the same: "the truce held"."""
_STEM = 5  # letters that a verb and its noun share: "ambush", "assault", "explode" and "explosion" do not matter
_BACK = 3  # sentences that "the attack" may lie behind the one it takes up
_FAR = 5  # sentences that "the incident" may, which names nothing else


def group(tellings: Sequence[Telling], materiel: Materiel) -> list[list[Telling]]:
    """The tellings of each happening, in text order. A telling joins the group whose every member it agrees
    with."""
    groups: list[list[Telling]] = []
    ahead: list[Telling] = []
    for telling in tellings:
        members = next(
            (
                members
                for members in groups
                if all(compatible(telling, other, materiel) for other in members)
                and any(alike(telling, other, materiel) for other in members)
            ),
            None,
        )
        members = members or _taken_up(telling, groups, materiel)
        if telling.again:
            if presupposed(telling):
                telling.polarity, telling.modality = "positive", "actual"
            (ahead if members is None else members).append(telling)
        elif members is None:
            if presupposed(telling):
                telling.polarity, telling.modality = "positive", "actual"
            groups.append([telling])
        else:
            members.append(telling)
    for telling in ahead:
        members = next((members for members in groups if _announces(telling, members[0], materiel)), None)
        if members is not None:
            members.insert(0, telling)
    return groups


def _announces(noun: Telling, told: Telling, materiel: Materiel) -> bool:
    """True for "the record straight on the incident", told right after."""
    near = 0 <= told.token.sent - noun.token.sent <= 1 and noun.token.i < told.token.i
    return near and compatible(noun, told, materiel)


def _taken_up(telling: Telling, groups: list[list[Telling]], materiel: Materiel) -> list[Telling] | None:
    """The happening that "the raid" or "its fall" takes up: the last one of its type, told shortly before."""
    if not telling.definite:
        return None
    back = _FAR if telling.again else _BACK
    near = [members for members in reversed(groups) if telling.token.sent - members[-1].token.sent <= back]
    near = [members for members in near if _one_type(telling, members[-1])]
    named = [members for members in near if any(_named_alike(telling, member) for member in members)]
    for members in (named or near)[:1]:
        last = members[-1]
        if presupposed(telling):
            telling.polarity, telling.modality = last.polarity, last.modality
        if all(compatible(telling, other, materiel) for other in members):
            return members
        if telling.empty or not (telling.places or telling.time):
            # "the army carried out the massacre": the same one, of which something else is told
            telling.places, telling.time = telling.places or last.places, telling.time or last.time
    return None


def _named_alike(one: Telling, other: Telling) -> bool:
    """True if one word tells both: "ambushed" and "the ambush"; "the raid" takes up a raid before anything else."""
    return one.token.lemma[:_STEM] == other.token.lemma[:_STEM]


def refers(telling: Telling) -> bool:
    """True for "the assault", "that explosion": one violent happening that the reader is expected to know of, even
    where nothing else is told of it. What goes on ("the fighting") or is many ("the killings") may be a state of
    things."""
    singular = telling.token.tag == "NN" and telling.token.lemma not in _ONGOING
    return telling.definite and singular and (telling.type.violent or telling.type.family in _ONCE)


def presupposed(telling: Telling) -> bool:
    """True for a definite noun behind a preposition of which nothing is told: "nobody was behind the shooting" denies
    no shooting (Strawson 1950), as "the shooting did not happen" does."""
    return telling.empty and telling.token.child("case") is not None


def compatible(one: Telling, other: Telling, materiel: Materiel) -> bool:
    """True if nothing that the two tellings say conflicts."""
    if not _one_type(one, other) or one.polarity != other.polarity:
        return False
    if one.modality != other.modality and not {one.modality, other.modality} <= _TOLD:
        return False
    if max(one, other, key=lambda item: item.token.i).another:
        return False
    if one.places and other.places and not share_place(one.places, other.places):
        return False
    if one.time is not None and other.time is not None and not share_time(one.time, other.time):
        return False
    for role in _DIRECTED:
        if role == "agent" and CULPRIT in (one.rule, other.rule):
            continue  # "gunmen shot eight people": to say who they were is no other deed
        left, right = one.of(role), other.of(role)
        if left and right and not any(may_be_same(a, b, materiel) for a in left for b in right):
            return False
    return not counts_conflict(one, other)


def alike(one: Telling, other: Telling, materiel: Materiel) -> bool:
    """True if something specific agrees: a known actor and a target, a place and an agent, or the same
    goods."""
    shared = 0
    for role in _DIRECTED:
        left, right = one.of(role), other.of(role)
        if any(is_same(a, b, materiel) for a in left for b in right):
            shared += 1
    places = bool(one.places and other.places and share_place(one.places, other.places))
    times = (
        one.time is not None and other.time is not None and bool(one.time.value) and share_time(one.time, other.time)
    )
    return shared + places + times >= 2 or (shared + places >= 1 and (one.definite or other.definite or one.headline))


def _one_type(one: Telling, other: Telling) -> bool:
    for noun, named in ((one, other), (other, one)):
        if noun.again:
            violent = named.type.violent and VIOLENT in noun.again
            return violent or bool(named.again or {named.type.id, named.type.family} & noun.again)
    if one.type.id == other.type.id:
        return True
    if one.type.family == other.type.family and (one.type.id == one.type.family or other.type.id == other.type.family):
        return True
    later, earlier = (one, other) if one.token.i > other.token.i else (other, one)
    if not later.definite:
        return False
    if later.type.id in _ANY_ATTACK:  # "the attack" names any attack again
        return earlier.type.violent
    if later.type.id == "killing" and any(item.kind == "killed" for item in earlier.casualties):
        return True
    told = later.places or later.time or any("pronoun" not in item.kinds for item in later.roles)
    return not told and earlier.type.id in _NAMED_AGAIN.get(later.type.id, ())
