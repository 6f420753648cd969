"""The root that each testimony rests on."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from reportedly.model import Bearing, Copy, Span, Testimony, Voice
from reportedly.weigh.bearing import bearing, hedged
from reportedly.weigh.clock import order, surely_later
from reportedly.weigh.data import words
from reportedly.weigh.origins.deeds import accused, did_it
from reportedly.weigh.origins.introduced import Heard, Report, one_speaker
from reportedly.weigh.origins.names import tokens
from reportedly.weigh.origins.parties import Parties
from reportedly.weigh.origins.party import Party, outlet, party, voicing

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
        self._sides = {name: country for one in self._all for name, country in one.sides.items()}
        self._spoken = {one.claim.id: self._innermost(one) for one in self._all}
        self._outlets = {one.claim.id: outlet(one) for one in self._all}
        self._informants = {one.document: self._beside(one) for one in self._all}
        reports = self._reports()
        self._did = set(self._doers())
        self.parties = Parties(
            [*self._outlets.values(), *(heard.party for report in reports for heard in report.heard)],
            self._sides, self._did, one_speaker(reports),
            {found for one in self._all if bearing(one) == "denies" and (found := self._spoken[one.claim.id])},
        )  # fmt: skip
        self._bearings = {one.claim.id: self._bearing(one) for one in self._all}
        self._copied = self._originals(copies)
        self._by_outlet: dict[Party, list[Testimony]] = defaultdict(list)
        self._by_document: dict[str, list[Testimony]] = defaultdict(list)
        for one in self._all:
            self._by_outlet[self.parties.root(self._outlets[one.claim.id])].append(one)
            self._by_document[one.document].append(one)
        self._done: dict[str, Told] = {}

    def told(self) -> tuple[Told, ...]:
        """Every testimony with its root, in the order in which they were said."""
        found = [self._find(one, frozenset()) for one in self._all]
        return tuple(sorted(map(partial(_together, found), found), key=lambda told: told.at))

    # ---- who speaks --------------------------------------------------------------------------------------------------

    def _party(self, voice: Voice) -> Party | None:
        """Who speaks, where it is somebody that may be an origin."""
        if voice.source is None or not voice.source.resolved or voicing(voice.source) in ("own", "nobody"):
            return None
        return party(voice.source, self._sides)

    def _innermost(self, one: Testimony) -> Party | None:
        """The innermost voice that can be told; ``None`` where the report itself speaks."""
        for at, voice in enumerate(one.chain):
            if voice.source is None or _of_the_next(one.chain[at:]):
                continue
            if voicing(voice.source) == "own":
                return None
            if _of_before(voice):
                continue
            if (found := self._party(voice)) is not None:
                return found
        return None

    def _beside(self, one: Testimony) -> list[Party]:
        """Those whom a report quotes without telling another happening by them, in its order."""
        return list(dict.fromkeys(party for voice in one.beside if (party := self._party(voice)) is not None))

    def _reports(self) -> list[Report]:
        """Whom each report lets speak."""
        heard: dict[str, set[Heard]] = defaultdict(set)
        publishers = {one.document: self._outlets[one.claim.id] for one in self._all}
        for one in self._all:
            voices = [(voice, bearing(one)) for voice in one.chain] + [
                (voice, None) for voice in (*one.beside, *one.others)
            ]
            for voice, bears in voices:
                if (found := self._party(voice)) is not None:
                    start = min((span.start for span in voice.statement.source_spans), default=0)
                    heard[one.document].add(Heard(start, found, bears, _shows(voice)))
        return [
            Report(publisher, tuple(sorted(heard[document], key=lambda one: (one.start, repr(one)))))
            for document, publisher in sorted(publishers.items())
        ]

    def _doers(self) -> list[Party]:
        return [
            speaker
            for one in self._all
            if bearing(one) == "affirms"
            and did_it(one, speaker := self._spoken[one.claim.id] or self._outlets[one.claim.id])
        ]

    def _bearing(self, one: Testimony) -> Bearing | None:
        """The bearing of a testimony among the others. Who is said to have done it, and says that they did not, denies
        it; who is not, and denies a part in it, says nothing of whether it happened."""
        innermost = next((voice.source for voice in one.chain if voice.source is not None), None)
        if innermost is not None and voicing(innermost) == "nobody":
            return None
        speaker = self._spoken[one.claim.id]
        if not one.claim.part or speaker is None:
            return bearing(one)
        group = self.parties.group(speaker)
        others = [
            other for other in self._all
            if bearing(other) == "affirms" and self._spoken[other.claim.id] not in group
        ]  # fmt: skip
        return "denies" if accused(group, others, self._sides) else None

    # ---- what it rests on --------------------------------------------------------------------------------------------

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
        earlier = any(_of_before(voice) for voice in one.chain)
        original = self._copied.get(one.claim.id)
        if original is not None and original.claim.id not in seen:
            found = self._find(original, seen)
            return self._as(one, found, "words-copied")._replace(at=found.at)
        if all(voice.source is None or not voice.source.resolved for voice in one.chain):
            named = [*self._named_in(one), *(() if earlier else self._named_before(one))]
            for other in named:
                if other.claim.id not in seen:
                    return self._as(one, self._find(other, seen), "source-named-before")
            informant = self._informant(one)
            if informant is not None:
                report = self._in_hand(informant, one, seen)
                rested = self._made(one, informant, "source-named-before")
                return rested if report is None else self._as(one, report, "report-in-hand")
        made = self._made(one, self.parties.root(self._outlets[one.claim.id]), "own-voice")
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
            and self._alike(other, one)
        ]
        start = one.claim.trigger.start
        return sorted(
            spoken, key=lambda o: (o.claim.trigger.start > start, abs(o.claim.trigger.start - start), o.claim.id)
        )  # fmt: skip

    def _named_before(self, one: Testimony) -> list[Testimony]:
        """Tellings of the outlet's earlier reports that name their source: it goes on from them unless it says
        otherwise."""
        return [
            other
            for other in self._by_outlet[self.parties.root(self._outlets[one.claim.id])]
            if other.document != one.document and order(other) < order(one)
            if self._spoken[other.claim.id] is not None and self._alike(other, one)
        ]

    def _informant(self, one: Testimony) -> Party | None:
        """Whom a report that has no other source for it quotes beside it: the only one, or one on whom others rest."""
        if self._bearings[one.claim.id] == "denies":
            speakers = {self._spoken[other.claim.id] for other in self._by_document[one.document]} - {None}
            told = {self.parties.root(speaker) for speaker in speakers if speaker is not None}
            return told.pop() if len(told) == 1 else None
        roots = list(dict.fromkeys(self.parties.root(party) for party in self._informants[one.document]))
        elsewhere = {
            self.parties.root(speaker)
            for other in self._all
            if (speaker := self._spoken[other.claim.id]) is not None and self._alike(other, one)
        }
        known = [root for root in roots if root in elsewhere]
        if self._bearings[one.claim.id] != "affirms" or hedged(one) or self._outlets[one.claim.id] in self._did:
            return None
        return known[0] if known else roots[0] if len(roots) == 1 else None

    def _report(self, one: Testimony, seen: frozenset[str]) -> Told | None:
        """Where the innermost voice is an outlet whose own report is in hand, or is unnamed and such an outlet cites
        it: what that report rests on."""
        spoken = self._spoken[one.claim.id]
        named = [found for voice in one.chain if (found := self._party(voice)) is not None]
        unnamed = spoken is not None and spoken.anonymous and spoken.kind != "document"
        carriers = named if unnamed else named[:1]
        reports = (self._in_hand(carrier, one, seen) for carrier in carriers)
        return next((report for report in reports if report is not None), None)

    def _in_hand(self, carrier: Party, one: Testimony, seen: frozenset[str]) -> Told | None:
        """What the report of the outlet ``carrier``, where it is in hand, rests on."""
        for other in self._by_outlet.get(self.parties.root(carrier), ()):
            if other.document == one.document or other.claim.id in seen or surely_later(other, one):
                continue
            if self._alike(other, one) and not self.parties.name(carrier).anonymous:
                return self._find(other, seen)
        return None

    def _alike(self, one: Testimony, other: Testimony) -> bool:
        return self._bearings[one.claim.id] == self._bearings[other.claim.id]

    def _made(self, one: Testimony, root: Party, rule: str) -> Told:
        return Told(one, root, rule, self._bearings[one.claim.id], hedged(one), order(one))

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
                    if self._alike(late, early) and _shared(copy, early, late):
                        kept = found.get(late.claim.id)
                        if kept is None or order(early) < order(kept):
                            found[late.claim.id] = early
        return found


def _together(found: Sequence[Told], one: Told) -> Told:
    """What several parties are said to say at once ("both armies deny it") is no further voice where two of them are
    heard by themselves."""
    innermost = next((voice.source for voice in one.testimony.chain if voice.source is not None), None)
    if innermost is None or voicing(innermost) != "several":
        return one
    heard = {
        other.root: other.at
        for other in sorted(found, key=lambda told: told.at, reverse=True)
        if other.root != one.root and other.bearing == one.bearing and not other.root.anonymous
    }
    return one._replace(root=min(heard, key=lambda root: heard[root]), rule="together") if len(heard) > 1 else one


def _shows(voice: Voice) -> bool:
    """True for pictures that somebody published."""
    source = voice.source
    return voice.statement.rule == "published" or (
        source is not None and source.kind == "document" and source.affiliation is not None
    )


def _of_the_next(chain: Sequence[Voice]) -> bool:
    """True for "its patrol had counted twelve bodies, the mission said" and "her office could not confirm it, she
    said": who serves in the body that tells of it, or the body of who does."""
    own, outer = chain[0].source, next((voice.source for voice in chain[1:] if voice.source is not None), None)
    if own is None or outer is None or own.kind not in ("unnamed", "organisation", "group"):
        return False
    if chain[0].statement.rule == "citing":
        return False
    whose = own.name.split()[0].casefold()
    if outer.kind == "person":
        return own.kind == "organisation" and whose in words("pronouns of persons")
    return whose in words("pronouns") and outer.kind in ("organisation", "outlet", "group")


def _of_before(voice: Voice) -> bool:
    """True for an earlier document of the writer's own: "an earlier report said"."""
    source = voice.source
    if source is None or source.kind != "document" or source.affiliation is not None:
        return False
    return bool(words("earlier").intersection(tokens(source.name)))


def _shared(copy: Copy, early: Testimony, late: Testimony) -> bool:
    """True if at least half of the later sentence stands in the earlier one."""
    length = 0
    for first, second in copy.shared:
        if first.overlaps(early.evidence.span):
            length += _common(second, late.evidence.span)
    return length >= _HALF * max(1, len(late.evidence.span))


def _common(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))
