"""An incident of a case with all that it rests on, as of any time."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations

import msgspec

from reportedly.case import Case
from reportedly.case.dossier import Dossier, Figure, Figures
from reportedly.case.linking import Settled
from reportedly.flow.anchors import placed
from reportedly.flow.voices import Voices, among, weighed
from reportedly.flow.weighing import touches
from reportedly.link.incidents import Compared, Linker
from reportedly.link.signature import Signature
from reportedly.model import Anchor, Assertion, Incident, Judgement, Link, Testimony, Weighing
from reportedly.weigh import history
from reportedly.weigh.clock import by_then, order
from reportedly.weigh.counts import Number, numbers
from reportedly.weigh.origins.names import tokens
from reportedly.weigh.owning import owns
from reportedly.weigh.truth import discover


def dossier(case: Case, found: Settled, voices: Voices, as_of: str | None = None) -> Dossier:
    """All of ``found``, an incident of ``case``; with ``as_of`` (ISO 8601) only what had been published by then."""
    incident = found.incident
    weighing, told = weighed(case, incident, voices, as_of)
    copies = among(case.linking.copies({one.document for one in told}), told)
    judgements = placed(case.judgements.standing(), case)
    known = sorted((one for one in told if as_of is None or by_then(one, as_of)), key=order)
    voices_named = {tokens(origin.name) for origin in weighing.origins}
    return Dossier(
        incident=incident,
        as_of=as_of,
        weighing=weighing,
        testimonies=tuple(known),
        links=links(case, incident, {one.event.id for one in known}),
        copies=tuple(among(copies, known)),
        figures=tuple(figures(known, weighing)),
        history=history(incident, known, copies, judgements),
        judgements=tuple(one for one in judgements if _about(one, told) or tokens(one.name or "") in voices_named),
    )


def links(case: Case, incident: Incident, events: Collection[str]) -> tuple[Link, ...]:
    """Why those of ``events`` are held to be one happening: their strongest links, each with its grounds."""
    if len(events) < 2:
        return ()
    linker = Linker(lambda _family: 0)  # nothing is named here
    known = [msgspec.json.decode(record, type=Signature) for record in case.linking.signatures(incident)]
    linker.restore(known, (Compared(*pair) for pair in case.linking.links(incident)), ())
    return linker.held_by(events)


def figures(told: Sequence[Testimony], weighing: Weighing) -> Iterator[Figures]:
    """The numbers of an incident that cannot all be true, by what is counted, as its origins affirm them.

    Truth discovery takes each origin by the last number that it told.
    """
    behind = {claim: origin for origin in weighing.origins for claim in origin.claims}
    given: defaultdict[tuple[str, str], list[tuple[Figure, Number]]] = defaultdict(list)
    for one in told:
        origin = behind.get(one.claim.id)
        if origin is None or origin.bearing != "affirms" or one.claim.polarity != "positive":
            continue
        beside = [other for other in told if other.event.id == one.event.id]
        for number in numbers(one):
            if not owns(one, number.span, beside):
                continue
            figure = Figure(value=_value(number), origin=origin.name, claim=one.claim.id)
            given[_counted(number)].append((figure, number))
    for _, pairs in sorted(given.items()):
        if any(one.meets(other) is False for (_, one), (_, other) in combinations(pairs, 2)):
            last = {figure.origin: figure.value for figure, _ in pairs}
            of = _of(pairs[0][1])
            (finding,) = discover(Assertion(source=name, object=of, value=value) for name, value in last.items())
            yield Figures(of=of, told=tuple(figure for figure, _ in pairs), finding=finding)


def _counted(number: Number) -> tuple[str, str]:
    """What is counted, so that a part of the people (children, soldiers) is not held against all of them."""
    return number.kind, number.among if number.part_of(number._replace(among="people")) else ""


def _of(number: Number) -> str:
    kind, part = _counted(number)
    return f"{number.of[-1]} {kind.removeprefix('people ')}" if part else kind


def _value(number: Number) -> str:
    low, high = (None if bound is None else f"{bound:.10g}" for bound in (number.low, number.high))
    if low is None or high is None:
        return f"{low} or more" if low is not None else f"{high} or fewer"
    return low if low == high else f"{low}–{high}"


def _about(judgement: Judgement, told: Iterable[Testimony]) -> bool:
    """Whether words that tell the incident are among those that ``judgement`` is about."""
    return any(_at(anchor, one) for anchor in (*judgement.subject, *judgement.other) for one in told)


def _at(anchor: Anchor, one: Testimony) -> bool:
    return anchor.document == one.document and any(
        touches(anchor.span, span) for span in (one.event.trigger, *one.event.mentions)
    )
