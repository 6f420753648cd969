"""Testimonies brought together by their roots: how each origin stands by its latest word."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportedly.model import Bearing, Evidence, Origin, content_id
from reportedly.weigh.data import content
from reportedly.weigh.origins.parties import Parties
from reportedly.weigh.origins.party import Party
from reportedly.weigh.origins.roots import Told

_PLAIN: tuple[Bearing, ...] = ("affirms", "denies")


class Stand(NamedTuple):
    """An origin with everything it told. ``back``: tellings that its later word took back."""

    origin: Origin
    told: tuple[Told, ...]
    back: tuple[Told, ...]

    @property
    def taken_back(self) -> bool:
        """True if it affirmed and has since denied."""
        return any(told.bearing == "affirms" for told in self.back)


def stands(told: Iterable[Told], parties: Parties) -> tuple[Stand, ...]:
    """The origins of an incident, those who spoke first before others.

    What says nothing of whether it happened (planned, asked, an outcome denied by who tells the deed) makes no origin.
    """
    groups: dict[Party, list[Told]] = defaultdict(list)
    known = [one for one in told if one.bearing is not None]
    for one in known:
        if not _outcome_denied(one, known):
            groups[one.root].append(one)
    found = [_stand(parties.name(root), sorted(group, key=lambda one: one.at)) for root, group in groups.items()]
    return tuple(sorted(found, key=lambda stand: (stand.told[0].at, stand.origin.id)))


def _stand(named: Party, told: Sequence[Told]) -> Stand:
    meant = [one for one in told if not _mentioned(one, told)]
    plain = [one for one in meant if one.bearing in _PLAIN]
    latest = (plain or meant)[-1]
    # Who denies it and admits something less, in one breath, denies it.
    same = [one for one in plain if one.at[:2] == latest.at[:2]]
    latest = next((one for one in reversed(same) if one.bearing == "denies"), latest)
    bearing = latest.bearing
    assert bearing is not None
    back = [one for one in plain if one.bearing != bearing]
    kept = [one for one in told if one.bearing == bearing]
    evidence = dict.fromkeys(one.testimony.evidence for one in kept)
    origin = Origin(
        id=content_id("g", named.name.casefold(), named.anonymous),
        name=named.name, kind="unnamed" if named.anonymous else named.kind, anonymous=named.anonymous,
        bearing=bearing, claims=tuple(one.testimony.claim.id for one in told),
        evidence=tuple(Evidence(document=one.document, span=one.span) for one in evidence),
        rule=kept[0].rule, hedged=bearing == "affirms" and all(one.hedged for one in kept),
    )  # fmt: skip
    return Stand(origin=origin, told=tuple(told), back=tuple(back))


def _outcome_denied(one: Told, known: Sequence[Told]) -> bool:
    """True for "the runway was not damaged" of who tells in the same report that rockets hit it.

    Who is said to deny answers others, and where the outcome itself is what is mostly told, to say that there was none
    denies the happening.
    """
    if one.bearing != "denies" or one.testimony.claim.stance == "denies" or not _outcome(one):
        return False
    deeds = [other for other in known if other.bearing == "affirms" and not _outcome(other)]
    same = [other for other in known if other.bearing == "affirms" and _outcome(other)]
    mine = any(other.root == one.root and other.testimony.document == one.testimony.document for other in deeds)
    return mine and len(same) < len(deeds)


def _outcome(one: Told) -> bool:
    event = one.testimony.event
    return not {event.type, event.family}.isdisjoint(content("rules.yaml")["outcomes"])


def _mentioned(one: Told, told: Sequence[Told]) -> bool:
    """True for "the reported downing" of one who doubts in the same report that it was so, or cannot tell."""
    return (
        one.bearing in _PLAIN
        and one.hedged
        and any(
            other.bearing in ("cannot-verify", "doubts") and other.testimony.document == one.testimony.document
            for other in told
        )
    )
