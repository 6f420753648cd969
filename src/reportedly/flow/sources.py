"""The sources of a case by name: what they say, and how that holds up."""

from collections import defaultdict
from dataclasses import dataclass, field

from reportedly.case import Case
from reportedly.case.dossier import SourceEntry
from reportedly.model import Weighing
from reportedly.weigh.origins.names import tokens

Name = tuple[tuple[str, ...], bool]


@dataclass
class _Tally:
    """What is counted of one source."""

    name: str
    kind: str
    documents: int = 0
    statements: dict[str, int] = field(default_factory=dict)
    incidents: int = 0
    corroborated: int = 0
    contradicted: int = 0
    superseded: int = 0


def sources(case: Case) -> list[SourceEntry]:
    """All sources and origins of ``case``: those behind most incidents first, then by statements and name.

    Unnamed sources of different documents are counted under their description; they need not be the same people.
    """
    found: dict[Name, _Tally] = {}
    for one in case.summary().speakers:
        tally = found.setdefault((tokens(one.name), one.anonymous), _Tally(one.name, one.kind))
        tally.documents += one.documents
        for stance, count in one.stances.items():
            tally.statements[stance] = tally.statements.get(stance, 0) + count
    for settled in case.linking.settled():
        _count(settled.weighing, found)
    judged = {
        tokens(one.name or ""): (one.value or "F", one.author)
        for one in case.judgements.standing()
        if one.kind == "reliability"
    }
    entries = []
    for (words, anonymous), tally in found.items():
        reliability, author = judged.get(words, ("F", None))
        entries.append(
            SourceEntry(
                name=tally.name, kind=tally.kind, anonymous=anonymous, reliability=reliability, judged_by=author,
                documents=tally.documents, statements=dict(sorted(tally.statements.items())),
                incidents=tally.incidents, corroborated=tally.corroborated, contradicted=tally.contradicted,
                superseded=tally.superseded,
            )
        )  # fmt: skip
    return sorted(entries, key=lambda one: (-one.incidents, -sum(one.statements.values()), one.name, one.anonymous))


def _count(weighing: Weighing, found: dict[Name, _Tally]) -> None:
    disputed: defaultdict[bool, set[str]] = defaultdict(set)
    for one in weighing.contradictions:
        disputed[one.superseded].update(one.claims[:1] if one.superseded else one.claims)
    for origin in weighing.origins:
        tally = found.setdefault((tokens(origin.name), origin.anonymous), _Tally(origin.name, origin.kind))
        same = any(other.id != origin.id and other.bearing == origin.bearing for other in weighing.origins)
        tally.incidents += 1
        tally.corroborated += origin.bearing in ("affirms", "denies") and same
        tally.contradicted += not disputed[False].isdisjoint(origin.claims)
        tally.superseded += not disputed[True].isdisjoint(origin.claims)


def known(case: Case, name: str) -> bool:
    """Whether a source or publisher in ``case`` is called so."""
    summary = case.summary()
    names = (*(one.name for one in summary.speakers), *(one.name or "" for one in summary.publishers))
    return tokens(name) in map(tokens, names)
