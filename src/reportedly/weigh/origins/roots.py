"""The root that each testimony rests on."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportedly.model import Bearing, Copy, Span, Testimony, Voice
from reportedly.weigh.bearing import bearing, hedged
from reportedly.weigh.clock import order, surely_later
from reportedly.weigh.data import words
from reportedly.weigh.origins.names import tokens
from reportedly.weigh.origins.parties import Parties, Party, outlet, own, party

Order = tuple[str, str, int, str]
_HALF = 0.5  # share of a sentence that must be copied for it to be the earlier one's words


class Told(NamedTuple):
    """A testimony with its root. ``at`` puts it in order: that of the words it copies, where it copies."""

    testimony: Testimony
    root: Party
    rule: str
    bearing: Bearing | None
    hedged: bool
    at: Order


class Roots:
    """Finds the roots of one incident's testimonies."""

    def __init__(self, testimonies: Iterable[Testimony], copies: Sequence[Copy]) -> None:
        self._all = sorted(testimonies, key=order)
        self._spoken = {one.claim.id: _spoken(one) for one in self._all}
        publishers = [outlet(one.publisher) for one in self._all]
        cited = [
            party(v.source) for one in self._all for v in one.chain if v.source and v.source.resolved
        ]  # fmt: skip
        doers = [
            speaker
            for one, publisher in zip(self._all, publishers, strict=True)
            if bearing(one) == "affirms" and _did_it(one, speaker := self._spoken[one.claim.id] or publisher)
        ]  # fmt: skip
        self.parties = Parties([*publishers, *cited], doers)
        self._copied = self._originals(copies)
        self._by_outlet: dict[Party, list[Testimony]] = defaultdict(list)
        self._by_document: dict[str, list[Testimony]] = defaultdict(list)
        for one, publisher in zip(self._all, publishers, strict=True):
            self._by_outlet[self.parties.root(publisher)].append(one)
            self._by_document[one.document].append(one)
        self._done: dict[str, Told] = {}

    def told(self) -> tuple[Told, ...]:
        """Every testimony with its root, in the order in which they were said."""
        return tuple(sorted((self._find(one, frozenset()) for one in self._all), key=lambda told: told.at))

    def _find(self, one: Testimony, seen: frozenset[str]) -> Told:
        if one.claim.id not in self._done:
            found = self._rooted(one, seen | {one.claim.id})
            if seen:
                return found
            self._done[one.claim.id] = found
        return self._done[one.claim.id]

    def _rooted(self, one: Testimony, seen: frozenset[str]) -> Told:
        voice = self._spoken[one.claim.id]
        if voice is None:
            return self._unspoken(one, seen)
        report = self._report(one, seen)
        if report is not None:
            return self._as(one, report, "report-in-hand")
        return self._made(one, self.parties.root(voice), "unnamed" if voice.anonymous else "named-source")

    def _unspoken(self, one: Testimony, seen: frozenset[str]) -> Told:
        """The report's own voice: the words it copies, the source it has named, or the outlet itself."""
        earlier = any(
            voice.source and words("earlier").intersection(tokens(voice.source.name)) for voice in one.chain
        )  # fmt: skip
        original = self._copied.get(one.claim.id)
        if original is not None and original.claim.id not in seen:
            found = self._find(original, seen)
            return self._as(one, found, "words-copied")._replace(at=found.at)
        if all(voice.source is None or not voice.source.resolved for voice in one.chain):
            for other in self._named_in(one):
                if other.claim.id not in seen:
                    return self._as(one, self._find(other, seen), "source-named-before")
            # An outlet that goes on from its earlier report has its source unless it says otherwise.
            for other in self._by_outlet[self.parties.root(outlet(one.publisher))]:
                earlier_report = other.document != one.document and order(other) < order(one)
                named = self._spoken[other.claim.id] is not None and bearing(other) == bearing(one)
                if earlier_report and named and other.claim.id not in seen and not earlier:
                    return self._as(one, self._find(other, seen), "source-named-before")
        made = self._made(one, self.parties.root(outlet(one.publisher)), "own-voice")
        # What a report calls its earlier one was said before everything else in it.
        return made._replace(at=("", *made.at[1:])) if earlier else made

    def _named_in(self, one: Testimony) -> list[Testimony]:
        """Tellings of the same report that name their source, or copy one that may, and bear alike: the nearest before,
        then those behind."""
        spoken = [
            other
            for other in self._by_document[one.document]
            if (self._spoken[other.claim.id] is not None or other.claim.id in self._copied)
            and other is not one
            and bearing(other) == bearing(one)
        ]
        start = one.claim.trigger.start
        return sorted(
            spoken, key=lambda o: (o.claim.trigger.start > start, abs(o.claim.trigger.start - start), o.claim.id)
        )  # fmt: skip

    def _report(self, one: Testimony, seen: frozenset[str]) -> Told | None:
        """Where the innermost voice is an outlet whose own report is in hand, or is unnamed and such an outlet cites
        it: what that report rests on."""
        spoken = self._spoken[one.claim.id]
        named = [p for p in map(_party, one.chain) if p is not None]
        carriers = named if spoken is not None and spoken.anonymous else named[:1]
        for carrier in carriers:
            for other in self._by_outlet.get(self.parties.root(carrier), ()):
                if other.document == one.document or other.claim.id in seen or surely_later(other, one):
                    continue
                if bearing(other) == bearing(one) and not carrier.anonymous:
                    return self._find(other, seen)
        return None

    def _made(self, one: Testimony, root: Party, rule: str) -> Told:
        return Told(one, root, rule, bearing(one), hedged(one), order(one))

    def _as(self, one: Testimony, other: Told, rule: str) -> Told:
        return self._made(one, other.root, rule)._replace(hedged=hedged(one) and other.hedged)

    def _originals(self, copies: Sequence[Copy]) -> dict[str, Testimony]:
        """For each testimony whose words stand in an earlier document: the earliest testimony there."""
        here: dict[str, list[Testimony]] = defaultdict(list)
        for one in self._all:
            here[one.document].append(one)
        found: dict[str, Testimony] = {}
        for copy in copies:
            for late in here[copy.second]:
                for early in here[copy.first]:
                    if bearing(late) == bearing(early) and _shared(copy, early, late):
                        kept = found.get(late.claim.id)
                        if kept is None or order(early) < order(kept):
                            found[late.claim.id] = early
        return found


def _spoken(one: Testimony) -> Party | None:
    """The innermost voice that can be told; ``None`` where the report itself speaks."""
    for voice in one.chain:
        if voice.source is None:
            continue
        if own(voice.source) or (
            voice.source.kind == "document" and words("earlier").intersection(tokens(voice.source.name))
        ):
            return None
        if voice.source.resolved:
            return party(voice.source)
    return None


def _did_it(one: Testimony, speaker: Party) -> bool:
    """True if the speaker tells it as a deed of its own: "our brigades took the town", "rebels said they had"."""
    agents = [role.name for role in one.event.roles if role.role == "agent"]
    if not one.chain:
        return any(words("own").intersection(name.casefold().split()) for name in agents)
    return any(name.casefold() == speaker.name.casefold() for name in agents)


def _party(voice: Voice) -> Party | None:
    return party(voice.source) if voice.source is not None and voice.source.resolved else None


def _shared(copy: Copy, early: Testimony, late: Testimony) -> bool:
    """True if at least half of the later sentence stands in the earlier one."""
    length = 0
    for first, second in copy.shared:
        if first.overlaps(early.evidence.span):
            length += _common(second, late.evidence.span)
    return length >= _HALF * max(1, len(late.evidence.span))


def _common(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))
