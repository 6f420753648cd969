"""The gold of lineages as records: one case a line of JSON, spans as code-point ranges of a report's text."""

from pathlib import Path

import msgspec

from reportedly.model import Span
from reportedly.model.ledger import Bearing, ContradictionKind, CopyKind, IncidentGrade


class GoldReport(msgspec.Struct, frozen=True, kw_only=True):
    """One report as it would be collected. ``published`` is an ISO 8601 date or time."""

    id: str
    publisher: str
    url: str
    published: str
    text: str


class GoldTelling(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a report that tell an incident; its trigger is among them."""

    report: str
    span: Span


class GoldStand(msgspec.Struct, frozen=True, kw_only=True):
    """How an origin stood to the incident at first, and the reports that carry that."""

    bearing: Bearing
    reports: tuple[str, ...]


class GoldOrigin(msgspec.Struct, frozen=True, kw_only=True):
    """An independent root of what is told.

    ``reports`` are those that carry it as it stands now, ``before`` how it stood until it took that back.
    ``hedged``: it does not say plainly that it was so.
    """

    name: str
    bearing: Bearing
    reports: tuple[str, ...]
    unnamed: bool = False
    hedged: bool = False
    before: tuple[GoldStand, ...] = ()


class GoldSide(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a contradiction: its words in the first report that has them; ``also`` are others of that origin."""

    report: str
    span: Span
    also: tuple[str, ...] = ()

    @property
    def reports(self) -> frozenset[str]:
        """Every report in which this side may be found."""
        return frozenset((self.report, *self.also))


class GoldContradiction(msgspec.Struct, frozen=True, kw_only=True):
    """Two sayings of one incident that cannot both hold."""

    kind: ContradictionKind
    between: tuple[GoldSide, GoldSide]
    superseded: bool = False


class GoldGrade(msgspec.Struct, frozen=True, kw_only=True):
    """The grade by what had been published by the end of ``date``."""

    date: str
    grade: IncidentGrade


class GoldIncident(msgspec.Struct, frozen=True, kw_only=True):
    """One happening, with every telling of it. ``type`` is an event type or family of the ontology."""

    id: str
    type: str
    family: str
    tellings: tuple[GoldTelling, ...]
    origins: tuple[GoldOrigin, ...]
    contradictions: tuple[GoldContradiction, ...]
    grade: IncidentGrade
    as_of: tuple[GoldGrade, ...] = ()

    def count(self, bearing: Bearing) -> int:
        """How many independent origins stand so to the incident."""
        return sum(origin.bearing == bearing for origin in self.origins)


class GoldCopy(msgspec.Struct, frozen=True, kw_only=True):
    """Words of the first report stand in the second."""

    first: str
    second: str
    kind: CopyKind


class GoldCase(msgspec.Struct, frozen=True, kw_only=True):
    """Reports, the main incidents in them, and who copied from whom. ``kind`` is what the case was written for."""

    id: str
    kind: str
    reports: tuple[GoldReport, ...]
    incidents: tuple[GoldIncident, ...]
    copies: tuple[GoldCopy, ...]


def read_lineage_gold(path: Path) -> tuple[GoldCase, ...]:
    """The cases of a JSON-lines file, in its order.

    Raises:
        msgspec.ValidationError: where a line does not have this shape.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(msgspec.json.decode(line, type=GoldCase) for line in lines)
