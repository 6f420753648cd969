"""Scores of linking and weighing against the project's own gold of lineages.

A telling of the gold stands for the system's event one of whose mentions shares a character with its words: of the
incident's type or family before others, then the one with most characters in common. The measures:

incidents
    B-cubed (Bagga & Baldwin 1998) over the tellings of all cases: precision is the mean, over tellings that have an
    event, of the share of tellings in the same system incident that are of the same gold incident; recall the mean,
    over all tellings, of the share of those of the same gold incident that are in the same system incident, 0 for a
    telling without an event. What the system finds beyond the gold's tellings counts neither way.
origins
    share of gold incidents whose independent origins that affirm and that deny are both counted right. A gold incident
    is compared with the system's that holds most of its tellings.
contradictions
    F1. One of the system is right where one of the gold for that incident has its kind, and each of its sides lies in
    a report that carries a side of the gold's. Several for the same one of the gold count once.
superseded
    share of the contradictions found that are rightly marked as corrected or as standing.
grade
    share of gold incidents whose grade is right, with everything published.
grade as of
    the same over all days for which the gold gives a grade.
copies
    F1 over pairs of reports of which one holds words of the other, whichever copied.
kind of copy
    share of the pairs found whose kind is right.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

import msgspec

from bench.gold_events import Counts
from bench.gold_lineage_records import GoldCase, GoldIncident, GoldTelling
from reportedly.model import Event
from reportedly.model.ledger import Copy, Incident, Weighing

F1S = ("contradictions", "copies")
SHARES = ("origins", "superseded", "grade", "grade as of", "kind of copy")


class Weighed(Protocol):
    """What linking and weighing make of a case's readings."""

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """All incidents of the case."""

    @property
    def weighings(self) -> Mapping[str, Weighing]:
        """By incident."""

    @property
    def copies(self) -> tuple[Copy, ...]:
        """Words that two documents share."""


class Found(NamedTuple):
    """One case as the system sees it.

    ``documents`` gives the report of a document, ``events`` the events of a report, ``weighed`` everything with all
    that was published, ``as_of`` the same by day, for each day that the gold asks for.
    """

    documents: Mapping[str, str]
    events: Mapping[str, Sequence[Event]]
    weighed: Weighed
    as_of: Mapping[str, Weighed]


class Bcubed(msgspec.Struct):
    """Sums of the tellings' precisions and recalls."""

    precisions: float = 0.0
    matched: int = 0
    recalls: float = 0.0
    tellings: int = 0

    @property
    def precision(self) -> float:
        """Mean over the tellings that have an event."""
        return self.precisions / self.matched if self.matched else 1.0

    @property
    def recall(self) -> float:
        """Mean over all tellings."""
        return self.recalls / self.tellings if self.tellings else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class Score(NamedTuple):
    """All measures, and what is wrong in each case, in words."""

    incidents: Bcubed
    parts: Mapping[str, Counts]
    errors: Sequence[str]


def score(gold: Sequence[GoldCase], found: Mapping[str, Found]) -> Score:
    """The measures over all cases; ``found`` is by case."""
    incidents, parts, errors = Bcubed(), {name: Counts() for name in (*F1S, *SHARES)}, list[str]()
    for case in gold:
        one = _Case(case, found[case.id], incidents, parts)
        errors += [f"{case.id} ({case.kind}): {error}" for error in one.errors()]
    return Score(incidents, parts, errors)


class _Case:
    """One case compared; the counts go into the sums over all cases."""

    def __init__(self, gold: GoldCase, found: Found, incidents: Bcubed, parts: Mapping[str, Counts]) -> None:
        self.gold, self.found, self.incidents, self.parts = gold, found, incidents, parts
        self.text = {report.id: report.text for report in gold.reports}

    def errors(self) -> Iterator[str]:
        """Count everything, naming what is wrong."""
        of_event = {event: incident.id for incident in self.found.weighed.incidents for event in incident.events}
        events = {
            (wanted.id, telling): _event(wanted, telling, self.found.events[telling.report])
            for wanted in self.gold.incidents
            for telling in wanted.tellings
        }
        clusters = {
            key: None if event is None else of_event.get(event, event) for key, event in events.items()
        }  # fmt: skip
        yield from self._clusters(clusters)
        chosen: dict[str, str | None] = {}
        for wanted in self.gold.incidents:
            held = Counter(cluster for (of, _), cluster in clusters.items() if of == wanted.id and cluster)
            chosen[wanted.id] = min(held, key=lambda name: (-held[name], name)) if held else None
            yield from self._weighing(wanted, self.found.weighed.weighings.get(chosen[wanted.id] or ""))
            members = frozenset(event for (of, _), event in events.items() if of == wanted.id and event)
            yield from self._as_of(wanted, members)
        yield from self._contradictions(chosen)
        yield from self._copies()

    def _clusters(self, clusters: Mapping[tuple[str, GoldTelling], str | None]) -> Iterator[str]:
        system, gold = defaultdict[str, set[Hashable]](set), defaultdict[str, set[Hashable]](set)
        for key, cluster in clusters.items():
            gold[key[0]].add(key)
            if cluster is not None:
                system[cluster].add(key)
        for key, cluster in clusters.items():
            self.incidents.tellings += 1
            of, telling = key
            words = f"{of}, {telling.report} “{telling.span.of(self.text[telling.report])}”"
            if cluster is None:
                yield f"no event for {words}"
                continue
            both = len(system[cluster] & gold[of])
            self.incidents.matched += 1
            self.incidents.precisions += both / len(system[cluster])
            self.incidents.recalls += both / len(gold[of])
            if both < len(system[cluster]) or 2 * both < len(gold[of]):
                yield f"{words} is in an incident with {len(system[cluster])} tellings, {both} of {of}"

    def _weighing(self, wanted: GoldIncident, given: Weighing | None) -> Iterator[str]:
        counts = (wanted.count("affirms"), wanted.count("denies"))
        found = (given.count("affirms"), given.count("denies")) if given else None
        if not self._count("origins", counts == found):
            names = "; ".join(f"{o.name} {o.bearing}" for o in given.origins) if given else "no incident"
            yield f"{wanted.id}: affirmed and denied by {counts}, not {found} ({names})"
        if not self._count("grade", given is not None and given.grade.value == wanted.grade):
            rule = f"{given.grade.value} by {given.grade.rule}" if given else "no incident"
            yield f"{wanted.id}: {wanted.grade}, not {rule}"

    def _as_of(self, wanted: GoldIncident, members: frozenset[str]) -> Iterator[str]:
        for at in wanted.as_of:
            given = self.found.as_of[at.date]
            held = {incident.id: len(members.intersection(incident.events)) for incident in given.incidents}
            best = min(held, key=lambda name: (-held[name], name), default=None)
            value = given.weighings[best].grade.value if best is not None and held[best] else None
            if not self._count("grade as of", value == at.grade):
                yield f"{wanted.id}: {at.grade} as of {at.date}, not {value}"

    def _contradictions(self, chosen: Mapping[str, str | None]) -> Iterator[str]:
        counts, spurious = self.parts["contradictions"], set[tuple[str, tuple[str, ...]]]()
        wanted = [
            (of.id, found, [side.reports for side in found.between])
            for of in self.gold.incidents
            for found in of.contradictions
        ]
        hit: dict[int, bool] = {}
        for incident in sorted({name for name in chosen.values() if name}):
            given = self.found.weighed.weighings.get(incident)
            for item in given.contradictions if given else ():
                one, other = (self.found.documents[side.document] for side in item.evidence)
                right = [
                    (i in hit, found.superseded != item.superseded, i)
                    for i, (of, found, (a, b)) in enumerate(wanted)
                    if chosen[of] == incident
                    and found.kind == item.kind
                    and ((one in a and other in b) or (one in b and other in a))
                ]
                for _, unlike, i in sorted(right)[:1]:
                    hit[i] = hit.get(i, False) or not unlike
                if not right and (key := (item.kind, tuple(sorted((one, other))))) not in spurious:
                    spurious.add(key)
                    yield f"no contradiction of {item.kind} between {one} and {other}: {item.detail}"
        counts.right += len(hit)
        counts.predicted += len(hit) + len(spurious)
        counts.gold += len(wanted)
        for i, (of, found, (a, b)) in enumerate(wanted):
            if i not in hit:
                yield f"{of}: contradiction of {found.kind} between {min(a)} and {min(b)} missed"
            elif not self._count("superseded", hit[i]):
                yield f"{of}: superseded should be {found.superseded} between {min(a)} and {min(b)}"

    def _copies(self) -> Iterator[str]:
        documents = self.found.documents
        wanted = {frozenset((copy.first, copy.second)): copy.kind for copy in self.gold.copies}
        given = {frozenset((documents[c.first], documents[c.second])): c.kind for c in self.found.weighed.copies}
        counts = self.parts["copies"]
        counts.right += len(wanted.keys() & given.keys())
        counts.predicted += len(given)
        counts.gold += len(wanted)
        for pair in sorted({*wanted, *given}, key=sorted):
            names = " and ".join(sorted(pair))
            if pair not in given:
                yield f"the copy {names} ({wanted[pair]}) missed"
            elif pair not in wanted:
                yield f"{names} are no copies"
            elif not self._count("kind of copy", wanted[pair] == given[pair]):
                yield f"the copy {names} is a {wanted[pair]}, not a {given[pair]}"

    def _count(self, part: str, right: bool) -> bool:
        counts = self.parts[part]
        counts.right += right
        counts.predicted += 1
        counts.gold += 1
        return right


def _event(wanted: GoldIncident, telling: GoldTelling, events: Sequence[Event]) -> str | None:
    """The event that a telling stands for; ``None`` where the system has none there."""
    ranked = []
    for event in events:
        shared = max(
            min(telling.span.end, span.end) - max(telling.span.start, span.start)
            for span in (event.trigger, *event.mentions)
        )
        if shared > 0:
            unlike = 2 - (event.type == wanted.type) - (event.family == wanted.family)
            ranked.append((unlike, -shared, event.id))
    return min(ranked)[2] if ranked else None
