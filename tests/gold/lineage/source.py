"""The form the gold is written in: one YAML file a case, every span as words quoted from a report."""

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import msgspec
import yaml
from bench.gold_lineage_records import (
    GoldCase,
    GoldContradiction,
    GoldCopy,
    GoldGrade,
    GoldIncident,
    GoldOrigin,
    GoldReport,
    GoldSide,
    GoldStand,
    GoldTelling,
)
from tests.gold.attribution.words import GoldError
from tests.gold.lineage.grades import grade

from reportedly.model import Span
from reportedly.model.ledger import Bearing, ContradictionKind, CopyKind, IncidentGrade
from reportedly.ontology import load

KINDS = frozenset({
    "syndication", "rewrite", "chain", "translated", "independent", "observatory", "video", "unnamed", "denial",
    "unverified", "perpetrators", "numbers", "compatible", "days", "control", "correction", "retraction", "neighbours",
    "wordings", "planned", "inventory", "mixed",
})  # fmt: skip
_ID = re.compile(r"(dev|held)-\d{2,3}")


class _Written(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Part of a case as people write it."""


class _Report(_Written, frozen=True):
    id: str
    publisher: str
    published: str
    text: str
    url: str | None = None


class _Stand(_Written, frozen=True):
    bearing: Bearing
    reports: tuple[str, ...] = msgspec.field(name="in")


class _Origin(_Written, frozen=True):
    name: str
    bearing: Bearing
    reports: tuple[str, ...] = msgspec.field(name="in")
    unnamed: bool = False
    hedged: bool = False
    before: tuple[_Stand, ...] = ()


class _Contradiction(_Written, frozen=True):
    kind: ContradictionKind
    between: tuple[tuple[str, ...], tuple[str, ...]]
    superseded: bool = False


class _AsOf(_Written, frozen=True):
    date: str
    grade: IncidentGrade


class _Incident(_Written, frozen=True):
    id: str
    type: str
    tellings: tuple[tuple[str, str], ...]
    grade: IncidentGrade
    origins: tuple[_Origin, ...] = ()
    contradictions: tuple[_Contradiction, ...] = ()
    unclaimed: tuple[str, ...] = ()
    as_of: tuple[_AsOf, ...] = ()


class _Case(_Written, frozen=True):
    id: str
    kind: str
    reports: tuple[_Report, ...]
    incidents: tuple[_Incident, ...]
    copies: tuple[tuple[str, str, CopyKind], ...] = ()


def case(path: Path) -> GoldCase:
    """The case of one file.

    Raises:
        GoldError: where it is malformed, quotes words that its report does not hold, or contradicts the guideline.
    """
    try:
        # As plain strings, so that a date stays as it was written.
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        return _case(msgspec.convert(data, type=_Case, strict=False), path)
    except (GoldError, msgspec.ValidationError, yaml.YAMLError) as error:
        raise GoldError(f"{path.parent.name}/{path.name}: {error}") from error


def _case(written: _Case, path: Path) -> GoldCase:
    if not _ID.fullmatch(written.id) or not path.name.startswith(written.id) or path.parent.name not in written.id:
        raise GoldError(f"the case {written.id} belongs in a file of that name, in its half")
    if written.kind not in KINDS:
        raise GoldError(f"“{written.kind}” is no kind; the list is KINDS in source.py")
    reports = {report.id: _report(report, written.id) for report in written.reports}
    if len(reports) < len(written.reports) or not 3 <= len(reports) <= 8:
        raise GoldError("a case has three to eight reports, each with an identifier of its own")
    return GoldCase(
        id=written.id,
        kind=written.kind,
        reports=tuple(reports.values()),
        incidents=tuple(_incident(incident, reports) for incident in written.incidents),
        copies=tuple(_copy(first, second, kind, reports) for first, second, kind in written.copies),
    )


def _report(written: _Report, of: str) -> GoldReport:
    _moment(written.published)
    name = re.sub(r"\W+", "-", written.publisher.casefold()).strip("-")
    return GoldReport(
        id=written.id,
        publisher=written.publisher,
        url=written.url or f"https://{name}.example/{of}-{written.id}",
        published=written.published,
        text=written.text.strip(),
    )


def _moment(published: str) -> datetime:
    try:
        return datetime.fromisoformat(published).replace(tzinfo=None)
    except ValueError:
        raise GoldError(f"“{published}” is no date or time") from None


def _copy(first: str, second: str, kind: CopyKind, reports: Mapping[str, GoldReport]) -> GoldCopy:
    _known({first, second}, reports)
    if _moment(reports[first].published) > _moment(reports[second].published):
        raise GoldError(f"the copy {second} is older than {first}")
    return GoldCopy(first=first, second=second, kind=kind)


def _incident(written: _Incident, reports: Mapping[str, GoldReport]) -> GoldIncident:
    try:
        types = load().events
        families = {entry.family for entry in types.values()}
        if written.type not in types and written.type not in families:
            raise GoldError(f"“{written.type}” is no event type or family")
        incident = GoldIncident(
            id=written.id,
            type=written.type,
            family=types[written.type].family if written.type in types else written.type,
            tellings=tuple(GoldTelling(report=at, span=_span(at, words, reports)) for at, words in written.tellings),
            origins=tuple(_origin(origin, reports) for origin in written.origins),
            contradictions=tuple(_contradiction(found, reports) for found in written.contradictions),
            grade=written.grade,
            as_of=tuple(GoldGrade(date=at.date, grade=at.grade) for at in written.as_of),
        )
        _check(incident, reports, written.unclaimed)
    except GoldError as error:
        raise GoldError(f"incident {written.id}: {error}") from error
    return incident


def _origin(written: _Origin, reports: Mapping[str, GoldReport]) -> GoldOrigin:
    _known({*written.reports, *(report for stand in written.before for report in stand.reports)}, reports)
    return GoldOrigin(
        name=written.name,
        bearing=written.bearing,
        reports=written.reports,
        unnamed=written.unnamed,
        hedged=written.hedged,
        before=tuple(GoldStand(bearing=stand.bearing, reports=stand.reports) for stand in written.before),
    )


def _contradiction(written: _Contradiction, reports: Mapping[str, GoldReport]) -> GoldContradiction:
    one, other = (_side(side, reports) for side in written.between)
    return GoldContradiction(kind=written.kind, between=(one, other), superseded=written.superseded)


def _side(written: tuple[str, ...], reports: Mapping[str, GoldReport]) -> GoldSide:
    report, words, *also = written
    _known(set(also), reports)
    return GoldSide(report=report, span=_span(report, words, reports), also=tuple(also))


def _span(report: str, words: str, reports: Mapping[str, GoldReport]) -> Span:
    _known({report}, reports)
    found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", reports[report].text)]
    if len(found) != 1:
        raise GoldError(f"“{words}” occurs {len(found)} times in report {report}, not once")
    return Span(found[0], found[0] + len(words))


def _known(names: set[str], reports: Mapping[str, GoldReport]) -> None:
    if unknown := names - set(reports):
        raise GoldError(f"there is no report {min(unknown)}")


def _check(incident: GoldIncident, reports: Mapping[str, GoldReport], unclaimed: tuple[str, ...]) -> None:
    """That origins, contradictions and grades agree with each other."""
    carried = [_carried(origin) for origin in incident.origins]
    for found in incident.contradictions:
        sides = [side.reports for side in found.between]
        holders = [{i for i, of in enumerate(carried) if of & side} for side in sides]
        # A correction is of one origin; any other contradiction stands between two.
        if not all(holders) or (found.superseded and not holders[0] & holders[1]) or (
            not found.superseded and len(holders[0] | holders[1]) < 2
        ):  # fmt: skip
            raise GoldError(f"the origins do not bear out the contradiction of {' and '.join(map(min, sides))}")
    given = grade(incident.origins, incident.contradictions, reports)
    if given != incident.grade:
        raise GoldError(f"the rules give {given}, not {incident.grade}")
    untold = {telling.report for telling in incident.tellings}.difference(unclaimed, *carried)
    if untold:
        raise GoldError(f"no origin is carried by report {min(untold)}")
    for at in incident.as_of:
        if any(report.published.startswith(f"{at.date}T") for report in reports.values()):
            raise GoldError(f"a report has a time on {at.date}: ask for another day")
        until = [
            name for name, report in reports.items() if report.published[:10] <= _moment(at.date).date().isoformat()
        ]
        if (given := grade(incident.origins, incident.contradictions, until)) != at.grade:
            raise GoldError(f"as of {at.date} the rules give {given}, not {at.grade}")


def _carried(origin: GoldOrigin) -> frozenset[str]:
    return frozenset((*origin.reports, *(report for stand in origin.before for report in stand.reports)))
