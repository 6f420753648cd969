"""Events of different documents judged to be one happening."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from reportedly.link.blocks import Key, keys
from reportedly.link.cluster import Pair, clusters
from reportedly.link.grounds import PRIOR, grounds
from reportedly.link.signature import Signature
from reportedly.model import Incident, Link, Reason, content_id

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
        self._by_document: dict[str, list[str]] = {}
        self._stored: dict[Key, list[str]] = {}
        self._positive: dict[str, set[str]] = {}
        self._copied: set[Pair] = set()
        self._together: set[Pair] = set()
        self._apart: set[Pair] = set()
        self._touched: set[str] = set()
        self._groups: dict[str, tuple[str, ...]] = {}

    def __len__(self) -> int:
        return len(self._signatures)

    def add(self, signatures: Iterable[Signature]) -> None:
        """Take events in; one that is there already is left as it is."""
        for signature in signatures:
            if signature.event not in self._signatures:
                self._add(signature)

    def remove(self, document: str) -> None:
        """Let the events of ``document`` go."""
        for event in self._by_document.pop(document, ()):
            signature = self._signatures.pop(event)
            for key in keys(signature).stored:
                self._stored[key].remove(event)
            self._touched.discard(event)
            for other in self._positive.pop(event):
                self._positive[other].discard(event)
                self._touched.add(other)
            self._touched.update(other for other in self._groups.pop(event, ()) if other != event)
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
        reasons = grounds(self._signatures[low], self._signatures[high])
        if (low, high) in self._copied:
            reasons = (*reasons, COPIED)
        return Link(a=low, b=high, score=round(PRIOR + sum(reason.weight for reason in reasons), 2), reasons=reasons)

    def incidents(self) -> tuple[Incident, ...]:
        """All incidents, by identifier.

        Raises:
            ConstraintError: if judgements contradict each other.
        """
        self._settle()
        found = dict.fromkeys(self._groups.values())
        return tuple(sorted((self._incident(group) for group in found), key=lambda incident: incident.id))

    def incident_of(self, event: str) -> Incident:
        """The incident that ``event`` belongs to.

        Raises:
            KeyError: if there is no such event.
        """
        self._settle()
        return self._incident(self._groups[event])

    def _add(self, signature: Signature) -> None:
        event = signature.event
        found = keys(signature)
        near = sorted({other for key in found.asked for other in self._stored.get(key, ())})
        self._signatures[event] = signature
        self._by_document.setdefault(signature.document, []).append(event)
        self._positive[event] = set()
        self._touched.add(event)
        for key in found.stored:
            self._stored.setdefault(key, []).append(event)
        for other in near:
            self._connect(event, other)

    def _connect(self, a: str, b: str) -> None:
        if self._weight(a, b) > 0:
            self._positive[a].add(b)
            self._positive[b].add(a)
            self._touched.update((a, b))

    def _weight(self, a: str, b: str) -> float:
        return self.compare(a, b).score

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
        for group in clusters(part, pairs, self._weight, together=self._together, apart=self._apart):
            for event in group:
                self._groups[event] = group
        self._touched.clear()

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

    def _incident(self, group: tuple[str, ...]) -> Incident:
        members = [self._signatures[event] for event in group]
        first = min(members, key=lambda one: (one.told or "~", one.document, one.span.start, one.event))
        family = self._family(members)
        types = Counter(member.type for member in members if member.family == family)
        return Incident(
            id=content_id("i", first.document, first.span.start),
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


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)
