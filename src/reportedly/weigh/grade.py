"""The grade of an incident and the credibility of its claims, by the rules."""

from collections.abc import Iterable, Mapping, Sequence

from reportedly.model import Anchor, Contradiction, Grade, Judgement, Span, Testimony
from reportedly.weigh.origins import Stand
from reportedly.weigh.prospects import would_change
from reportedly.weigh.rules import first


def decided(judgements: Iterable[Judgement], testimonies: Sequence[Testimony]) -> Judgement | None:
    """The latest person's word on whether the incident is accepted.

    A judgement is about all the words it was given for. Where their incident has since come apart, it goes with the
    part that tells more than half of them; a part that tells fewer was never what the person decided on.
    """
    found = None
    for judgement in judgements:
        if judgement.kind in ("accept", "reject"):
            told = sum(any(_tells(one, anchor) for one in testimonies) for anchor in judgement.subject)
            if 2 * told > len(judgement.subject):
                found = judgement
    return found


def _tells(testimony: Testimony, anchor: Anchor) -> bool:
    return testimony.document == anchor.document and any(span.overlaps(anchor.span) for span in _triggers(testimony))


def grade(
    incident: str,
    stands: Sequence[Stand],
    contradictions: Sequence[Contradiction],
    judgement: Judgement | None,
    as_of: str | None,
) -> Grade:
    """The grade of an incident as of a time, with its grounds."""
    facts = _facts(stands, contradictions, judgement)
    rule = first("incident", facts)
    by_hand = rule.id in ("accepted", "rejected") and judgement is not None
    bearing = "denies" if facts["affirming"] == 0 else "affirms"
    evidence = [e for stand in stands if stand.origin.bearing == bearing for e in stand.origin.evidence[:1]]
    evidence += [e for one in contradictions if not one.superseded and one.kind in _DECISIVE for e in one.evidence]
    grounds = [rule.reason, *([judgement.note] if by_hand and judgement and judgement.note else [])]
    return Grade(
        subject=incident, value=rule.value, rule=rule.id, as_of=as_of, grounds=tuple(grounds),
        evidence=tuple(dict.fromkeys(evidence)), by=judgement.author if by_hand and judgement else None,
        would_change=would_change(rule, facts),
    )  # fmt: skip


def credibility(
    stands: Sequence[Stand],
    everyone: Sequence[Stand],
    contradictions: Sequence[Contradiction],
    testimonies: Sequence[Testimony],
    as_of: str | None,
) -> dict[str, Grade]:
    """The Admiralty credibility of every claim, by its identifier.

    ``everyone`` are the origins of all ``testimonies``, of those too that tell only who holds the place.
    """
    gone = {one.claims[0] for one in contradictions if one.superseded}
    disputed: dict[str, set[str]] = {}
    of_claim = {claim: stand.origin.id for stand in everyone for claim in stand.origin.claims}
    for one in contradictions:
        if not one.superseded and one.kind != "denial":
            for claim, other in (one.claims, one.claims[::-1]):
                disputed.setdefault(claim, set()).add(of_claim[other])
    graded = {}
    for stand in stands:
        for told in stand.told:
            claim = told.testimony.claim.id
            opposite = {"affirms": "denies", "denies": "affirms"}.get(told.bearing or "")
            against = {
                other.origin.id for other in stands if other is not stand and other.origin.bearing == opposite
            } | disputed.get(claim, set())  # fmt: skip
            same = {
                other.origin.id for other in stands if other is not stand and other.origin.bearing == told.bearing
            } - against  # fmt: skip
            graded[claim] = _claim_grade(
                claim, as_of,
                {
                    "taken back": int(claim in gone or told in stand.back), "bearing": int(opposite is not None),
                    "against": len(against), "with": len(same), "hedged": int(told.hedged),
                    "surplus": max(0, len(same) + 1 - len(against)), "named": int(not stand.origin.anonymous),
                },
                (told.testimony,),
            )  # fmt: skip
    nothing = {"taken back": 0, "bearing": 0, "against": 0, "with": 0, "hedged": 0, "surplus": 0, "named": 0}
    for one_testimony in testimonies:
        claim = one_testimony.claim.id
        if claim not in graded:
            graded[claim] = _claim_grade(claim, as_of, nothing, (one_testimony,))
    return dict(sorted(graded.items()))


_DECISIVE = ("perpetrator", "control", "denial")


def _claim_grade(claim: str, as_of: str | None, facts: Mapping[str, int], told: Sequence[Testimony]) -> Grade:
    rule = first("claim", facts)
    return Grade(
        subject=claim, value=rule.value, rule=rule.id, as_of=as_of, grounds=(rule.reason,),
        evidence=tuple(one.evidence for one in told),
    )  # fmt: skip


def _facts(
    stands: Sequence[Stand], contradictions: Sequence[Contradiction], judgement: Judgement | None
) -> dict[str, int]:
    origins = [stand.origin for stand in stands]
    affirming = [origin for origin in origins if origin.bearing == "affirms"]
    plain = [origin for origin in affirming if not origin.hedged]
    kinds = [one.kind for one in contradictions if not one.superseded]
    return {
        "accepted": int(judgement is not None and judgement.kind == "accept"),
        "rejected": int(judgement is not None and judgement.kind == "reject"),
        "affirming": len(affirming),
        "denying": sum(origin.bearing == "denies" for origin in origins),
        "taken back": sum(stand.taken_back for stand in stands),
        "perpetrator": kinds.count("perpetrator"),
        "control": kinds.count("control"),
        "plain": len(plain),
        "plain named": sum(not origin.anonymous for origin in plain),
        "named": sum(not origin.anonymous for origin in affirming),
    }


def _triggers(one: Testimony) -> tuple[Span, ...]:
    return (one.claim.trigger, *one.event.mentions)
