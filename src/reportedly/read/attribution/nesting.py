"""Which attribution stands within which, and which of two that claim the same words is kept."""

from collections.abc import Sequence

from reportedly.model import Span
from reportedly.read.attribution.candidate import Candidate
from reportedly.read.attribution.context import Context


def carriers(candidates: Sequence[Candidate]) -> None:
    """Give each candidate the innermost one whose content holds its cue (for a post: its content).

    A ``citing`` candidate passes on what its governing verb reports: it is within that one, with the same content.
    """
    for candidate in candidates:
        if candidate.shares or candidate.passed_on:
            continue
        anchor = candidate.cue[0].span if candidate.cue else candidate.content[0]
        holders = [
            other for other in candidates if other is not candidate and not other.shares and other.covers(anchor)
        ]
        holders = [other for other in holders if not _circular(candidate, other)]
        candidate.carrier = min(holders, key=lambda other: (other.extent, other.content[0].start), default=None)
    for candidate in candidates:
        _break_circle(candidate)


def shared(candidates: Sequence[Candidate], context: Context) -> list[Candidate]:
    """Settle ``citing``: its content and carrier come from the nearest cue before it in the same clause."""
    kept: list[Candidate] = []
    for candidate in candidates:
        if candidate.shares:
            verb = candidate.cue[-1]
            above = {token.i for token in verb.ancestors()}
            hosts = (
                [
                    other
                    for other in candidates
                    if other is not candidate
                    and not other.shares
                    and other.speaker is not None
                    and other.speaker.i in above
                ]
                if verb.dep == "acl:relcl"
                else []
            )
            hosts = hosts or [
                other
                for other in candidates
                if not other.shares and other.cue and {token.i for token in other.cue} & above
            ]
            if not hosts:
                hosts = [
                    o
                    for o in candidates
                    if not o.shares and o.cue and o.cue[0].sent == verb.sent and o.cue[0].i < verb.i
                ]
            if not hosts:
                continue
            host = max(hosts, key=lambda other: other.cue[0].i)
            own = Span(verb.start, max(token.end for token in (*candidate.source, *candidate.cue)))
            host.content = context.bare(_without(host.content, own)) or host.content
            candidate.content = host.content
            candidate.carrier = host
        if candidate.content:
            kept.append(candidate)
    return kept


def _without(spans: tuple[Span, ...], cut: Span) -> tuple[Span, ...]:
    out: list[Span] = []
    for span in spans:
        if not span.overlaps(cut):
            out.append(span)
            continue
        if span.start < cut.start:
            out.append(Span(span.start, cut.start))
        if cut.end < span.end:
            out.append(Span(cut.end, span.end))
    return tuple(out)


def _circular(candidate: Candidate, other: Candidate) -> bool:
    """True if ``other`` is itself told within ``candidate``: of two that hold each other the smaller is inside."""
    anchor = other.cue[0].span if other.cue else other.content[0]
    return candidate.covers(anchor) and candidate.extent >= other.extent


def distinct(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without doubles: one candidate for one cue word, the one with more content first."""
    best: dict[int, Candidate] = {}
    rest: list[Candidate] = []
    for candidate in candidates:
        head = candidate.cue[-1] if candidate.cue else None
        if head is None:
            rest.append(candidate)
            continue
        held = best.get(head.i)
        if held is None or _rank(candidate) > _rank(held):
            best[head.i] = candidate
    used: set[int] = set()
    kept: list[Candidate] = []
    for candidate in sorted(best.values(), key=lambda candidate: (-len(candidate.cue), candidate.cue[0].i)):
        own = {token.i for token in candidate.cue}
        if own & used:
            continue
        used |= own
        kept.append(candidate)
    return sorted([*kept, *rest], key=_position)


def telling(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without what only repeats its carrier: "X said it was unclear where …" is X's, not a second, unnamed voice."""
    return [
        candidate
        for candidate in candidates
        if candidate.carrier is None
        or candidate.rule not in ("not-known", "not-verified")
        or candidate.speaker is not None
        or candidate.carrier.speaker is None
    ]


def _break_circle(candidate: Candidate) -> None:
    """No statement carries itself: where the carriers of ``candidate`` lead back to it, it stands on its own."""
    above, seen = candidate.carrier, {id(candidate)}
    while above is not None:
        if above is candidate:
            candidate.carrier = None
            return
        if id(above) in seen:
            return  # a circle further up; it is broken at one of its own
        seen.add(id(above))
        above = above.carrier


def _rank(candidate: Candidate) -> tuple[bool, bool, bool, int]:
    return (
        candidate.rule.startswith("headline"),
        candidate.stance == "cannot-verify",
        candidate.speaker is not None,
        candidate.extent,
    )


def _position(candidate: Candidate) -> tuple[int, int]:
    start = candidate.cue[0].start if candidate.cue else candidate.content[0].start
    return (start, candidate.extent)
