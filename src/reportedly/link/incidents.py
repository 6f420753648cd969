"""Events of different documents judged to be one happening."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from reportedly.link.blocks import Key, keys
from reportedly.link.cluster import Pair, clusters
from reportedly.link.grounds import Prepared, reasons, speaks_for, weight
from reportedly.link.signature import Signature
from reportedly.model import Incident, Link, Reason, content_id

Group = tuple[str, ...]


class Changes(NamedTuple):
    """Groups of events that are no more, and incidents that are new since the last time."""

    gone: tuple[Group, ...]
    made: tuple[Incident, ...]


class Compared(NamedTuple):
    """A pair that a later run must know: whether its grounds speak for one happening, and whether it is copied."""

    a: str
    b: str
    positive: bool
    copied: bool


COPIED = Reason(kind="copied", weight=6.0, detail="the same words, copied")


class Linker:
    """Events and the incidents they make. What has been added in whatever order and portions makes the same incidents.

    A new document is compared with what shares a key with it, and only the groups that it touches are formed anew.

    Args:
        rank: how telling a family of event types is for naming an incident, lower is more (``Kinship.rank``).
    """

    def __init__(self, rank: Callable[[str], int]) -> None:
        self._rank = rank
        self._signatures: dict[str, Signature] = {}
        self._prepared: dict[str, Prepared] = {}
        self._by_document: dict[str, list[str]] = {}
        self._stored: dict[Key, list[str]] = {}
        self._positive: dict[str, set[str]] = {}
        self._copied: set[Pair] = set()
        self._together: set[Pair] = set()
        self._apart: set[Pair] = set()
        self._touched: set[str] = set()
        self._groups: dict[str, Group] = {}
        # Since the last report of changes: the events that were looked at again, and the groups they then were in.
        self._again: set[str] = set()
        self._before: dict[Group, None] = {}

    def __len__(self) -> int:
        return len(self._signatures)

    def add(self, signatures: Iterable[Signature]) -> None:
        """Take events in; one that is there already is left as it is."""
        for signature in signatures:
            if signature.event not in self._signatures:
                self._add(signature)

    def restore(self, signatures: Iterable[Signature], pairs: Iterable[Compared], groups: Iterable[Group]) -> None:
        """Take back what ``signatures``, ``pairs`` and ``changes`` of an earlier run gave, comparing nothing."""
        for signature in signatures:
            self._enter(signature, keys(signature).stored)
        for a, b, positive, copied in pairs:
            if positive:
                self._positive[a].add(b)
                self._positive[b].add(a)
            if copied:
                self._copied.add((a, b))
        for group in groups:
            self._groups.update(dict.fromkeys(group, group))

    def pairs(self, documents: Iterable[str]) -> list[Compared]:
        """The pairs of the events of ``documents`` that ``restore`` needs, sorted."""
        events = [event for document in documents for event in self._by_document.get(document, ())]
        wanted = set(events)
        found = {_pair(event, other) for event in events for other in self._positive[event]}
        found |= {pair for pair in self._copied if not wanted.isdisjoint(pair)}
        return [Compared(a, b, b in self._positive[a], (a, b) in self._copied) for a, b in sorted(found)]

    def remove(self, document: str) -> None:
        """Let the events of ``document`` go."""
        for event in self._by_document.pop(document, ()):
            signature = self._signatures.pop(event)
            del self._prepared[event]
            for key in keys(signature).stored:
                self._stored[key].remove(event)
            self._touched.discard(event)
            for other in self._positive.pop(event):
                self._positive[other].discard(event)
                self._touched.add(other)
            self._note((event,))
            group = self._groups.pop(event, ())
            self._touched.update(other for other in group if other in self._signatures)
            self._copied = {pair for pair in self._copied if event not in pair}

    def copied(self, pairs: Iterable[Pair]) -> None:
        """Take note that the words of two events' triggers are copies of each other."""
        for a, b in pairs:
            if a in self._signatures and b in self._signatures and _pair(a, b) not in self._copied:
                self._copied.add(_pair(a, b))
                self._connect(a, b)

    def decide(self, together: Iterable[Pair], apart: Iterable[Pair]) -> None:
        """People's judgements, all of them: what must be one happening, and what must not."""
        for known, given in ((self._together, together), (self._apart, apart)):
            new = {_pair(*pair) for pair in given}
            for pair in known ^ new:
                self._touched.update(event for event in pair if event in self._signatures)
            known.clear()
            known.update(new)

    def compare(self, a: str, b: str) -> Link:
        """Two events compared: all reasons, and their sum with the prior."""
        low, high = _pair(a, b)
        found = reasons(self._prepared[low], self._prepared[high])
        if (low, high) in self._copied:
            found = (*found, COPIED)
        return Link(a=low, b=high, score=round(self._weight(low, high), 2), reasons=found)

    def held_by(self, events: Iterable[str]) -> tuple[Link, ...]:
        """The strongest links that hold ``events`` together, best first: a maximum spanning tree (Prim 1957).

        One link fewer than events; each event is in at least one.
        """
        first, *rest = sorted(set(events))
        best = {event: (self._weight(first, event), first) for event in rest}
        found: list[Link] = []
        while best:
            event = min(best, key=lambda one: (-best[one][0], one))
            found.append(self.compare(best.pop(event)[1], event))
            for other, (known, _) in list(best.items()):
                if (weight := self._weight(event, other)) > known:
                    best[other] = (weight, event)
        return tuple(sorted(found, key=lambda link: (-link.score, link.a, link.b)))

    def incidents(self) -> tuple[Incident, ...]:
        """All incidents, by identifier.

        Raises:
            ConstraintError: if judgements contradict each other.
        """
        self._settle()
        return self._named(dict.fromkeys(self._groups.values()))

    def changes(self) -> Changes:
        """What has become of the groups since ``restore`` or the last call.

        Raises:
            ConstraintError: if judgements contradict each other.
        """
        self._settle()
        now = {self._groups[event] for event in self._again if event in self._groups}
        gone = tuple(sorted(group for group in self._before if group not in now))
        made = self._named(group for group in now if group not in self._before)
        self._again.clear()
        self._before.clear()
        return Changes(gone, made)

    def incident_of(self, event: str) -> Incident:
        """The incident that ``event`` belongs to.

        Raises:
            KeyError: if there is no such event.
        """
        self._settle()
        return self._incident(self._groups[event])

    def document_of(self, event: str) -> str:
        """The document that tells ``event``."""
        return self._signatures[event].document

    def _add(self, signature: Signature) -> None:
        found = keys(signature)
        near = sorted({other for key in found.asked for other in self._stored.get(key, ())})
        self._enter(signature, found.stored)
        self._touched.add(signature.event)
        for other in near:
            self._connect(signature.event, other)

    def _enter(self, signature: Signature, stored: Iterable[Key]) -> None:
        event = signature.event
        self._signatures[event] = signature
        self._prepared[event] = Prepared(signature)
        self._by_document.setdefault(signature.document, []).append(event)
        self._positive[event] = set()
        for key in stored:
            self._stored.setdefault(key, []).append(event)

    def _connect(self, a: str, b: str) -> None:
        low, high = _pair(a, b)
        copied = COPIED.weight if (low, high) in self._copied else 0.0
        if speaks_for(self._prepared[low], self._prepared[high], copied):
            self._positive[a].add(b)
            self._positive[b].add(a)
            self._touched.update((a, b))

    def _weight(self, a: str, b: str) -> float:
        low, high = _pair(a, b)
        copied = COPIED.weight if (low, high) in self._copied else 0.0
        return weight(self._prepared[low], self._prepared[high]) + copied

    def _settle(self) -> None:
        """Forms the groups anew that something has changed in."""
        if not self._touched:
            return
        joined: dict[str, set[str]] = {}
        for a, b in self._together:
            if a in self._signatures and b in self._signatures:
                joined.setdefault(a, set()).add(b)
                joined.setdefault(b, set()).add(a)
        part = set(self._reach(joined))
        pairs = [(a, b) for a in part for b in self._positive[a] if a < b]
        self._note(part)
        for group in clusters(part, pairs, self._weight, together=self._together, apart=self._apart):
            self._groups.update(dict.fromkeys(group, group))
        self._touched.clear()

    def _note(self, events: Iterable[str]) -> None:
        for event in events:
            if event not in self._again:
                self._again.add(event)
                if event in self._groups:
                    self._before.setdefault(self._groups[event])

    def _reach(self, joined: dict[str, set[str]]) -> Iterator[str]:
        """All events that are connected with a touched one."""
        waiting = list(self._touched)
        seen = set(waiting)
        while waiting:
            event = waiting.pop()
            yield event
            for other in self._positive[event] | joined.get(event, set()) | set(self._groups.get(event, ())):
                if other not in seen and other in self._signatures:
                    seen.add(other)
                    waiting.append(other)

    def _named(self, groups: Iterable[Group]) -> tuple[Incident, ...]:
        return tuple(sorted((self._incident(group) for group in groups), key=lambda incident: incident.id))

    def _incident(self, group: Group) -> Incident:
        members = [self._signatures[event] for event in group]
        first = min(members, key=lambda one: (one.told or "~", one.document, one.span.start, one.event))
        family = self._family(members)
        types = Counter(member.type for member in members if member.family == family)
        return Incident(
            id=name_of(first),
            type=min(types, key=lambda name: (-types[name], name == family, name)),
            family=family,
            events=group,
        )

    def _family(self, members: list[Signature]) -> str:
        """The most telling family that a quarter of the events belong to."""
        families = Counter(member.family for member in members)
        return min(
            (family for family, count in families.items() if 4 * count >= len(members)),
            key=lambda family: (self._rank(family), family),
            default=min(families, key=lambda family: (-families[family], family)),
        )


def name_of(signature: Signature) -> str:
    """The identifier of an incident that ``signature`` is the first telling of."""
    return content_id("i", signature.document, signature.span.start)


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)
