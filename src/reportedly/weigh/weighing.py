"""An incident weighed, and how its grade came about."""

from collections.abc import Sequence

from msgspec.structs import replace

from reportedly.model import Copy, Grade, Incident, Judgement, Testimony, Weighing
from reportedly.weigh.bearing import bearing
from reportedly.weigh.clock import by_then, published
from reportedly.weigh.contradictions import contradictions
from reportedly.weigh.data import content
from reportedly.weigh.grade import credibility, decided, grade
from reportedly.weigh.origins import origins


def weigh(
    incident: Incident,
    testimonies: Sequence[Testimony],
    copies: Sequence[Copy] = (),
    judgements: Sequence[Judgement] = (),
    as_of: str | None = None,
) -> Weighing:
    """Origins, contradictions and grade of ``incident``.

    Args:
        testimonies: those of the incident's events, in any order.
        copies: those among their documents.
        judgements: people's, undone ones left out (``reportedly.model.standing``); the later of two that differ holds.
        as_of: ISO 8601; only what had certainly been published by its end counts. People's judgements hold as they
            are now.
    """
    known = [one for one in testimonies if as_of is None or by_then(one, as_of)]
    rules = content("rules.yaml")
    aside = {*rules["not telling"].get(incident.family, ()), *rules["states"]} - {incident.family}
    telling = [one for one in known if one.event.family not in aside and not _only_spared(one, incident)]
    stands = origins(telling, copies)
    everyone = stands if len(telling) == len(known) else origins(known, copies)
    voices = {claim: stand.origin.voice for stand in everyone for claim in stand.origin.claims}
    found = tuple(
        replace(one, voices=(voices[one.claims[0]], voices[one.claims[1]])) for one in contradictions(stands, everyone)
    )
    return Weighing(
        incident=incident.id,
        as_of=as_of,
        origins=tuple(stand.origin for stand in stands),
        contradictions=found,
        grade=grade(incident.id, stands, found, decided(judgements, testimonies), as_of),
        credibility=credibility(stands, everyone, found, known, as_of),
    )


def _only_spared(testimony: Testimony, incident: Incident) -> bool:
    """True for "the runway was not damaged" in a rocket attack: what did not come of it denies no attack."""
    kind = testimony.event.type
    return (
        kind in content("rules.yaml")["outcomes"] and kind != incident.type
        and testimony.event.family != incident.family and bearing(testimony) == "denies"
    )  # fmt: skip


def history(
    incident: Incident,
    testimonies: Sequence[Testimony],
    copies: Sequence[Copy] = (),
    judgements: Sequence[Judgement] = (),
) -> tuple[Grade, ...]:
    """The grade at each publication at which it changed, the first one first.

    A last entry without a time stands where what has no date changes the grade once more. A person's decision is left
    out of the times before it: the list tells what the machine would have said, and ends with the person's word.
    """
    moments = {at[1]: one.published.value for one in testimonies if one.published and (at := published(one))}
    found: list[Grade] = []
    graded = [weigh(incident, testimonies, copies, (), moments[moment]).grade for moment in sorted(moments)]
    for one in (*graded, weigh(incident, testimonies, copies, judgements).grade):
        if not found or (one.value, one.by) != (found[-1].value, found[-1].by):
            found.append(one)
    return tuple(found)
