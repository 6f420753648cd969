"""The scorer of lineages: the gold scores 1 against itself, and each error costs what its measure says."""

from typing import NamedTuple

import msgspec
import pytest
from bench.gold_lineage import F1S, SHARES, Found, Score, score
from bench.gold_lineage_records import GoldCase, GoldIncident
from tests.gold.lineage.compile import written

from reportedly.model import Event
from reportedly.model.ledger import Contradiction, Copy, Evidence, Grade, Incident, Origin, Weighing

CASES = {case.id: case for case in written("dev")}


class Made(NamedTuple):
    """Linking and weighing made by hand."""

    incidents: tuple[Incident, ...]
    weighings: dict[str, Weighing]
    copies: tuple[Copy, ...] = ()


def told(case: GoldCase) -> Found:
    """The gold of a case as a system would give it: an event for each telling."""
    events: dict[str, list[Event]] = {report.id: [] for report in case.reports}
    for wanted in case.incidents:
        for i, telling in enumerate(wanted.tellings):
            events[telling.report].append(
                Event(
                    id=f"{wanted.id}{i}", type=wanted.type, family=wanted.family, trigger=telling.span,
                    mentions=(telling.span,), statement=None, polarity="positive", modality="actual",
                )
            )  # fmt: skip
    copies = tuple(
        Copy(first=c.first, second=c.second, directed=True, kind=c.kind, shared=(), of_first=1.0, of_second=1.0)
        for c in case.copies
    )
    incidents = tuple(incident(wanted) for wanted in case.incidents)
    now = Made(incidents, {wanted.id: weighing(wanted, wanted.grade) for wanted in case.incidents}, copies)
    days = {at.date for wanted in case.incidents for at in wanted.as_of}
    as_of = {
        day: Made(
            incidents,
            {
                wanted.id: weighing(wanted, next((at.grade for at in wanted.as_of if at.date == day), wanted.grade))
                for wanted in case.incidents
            },
        )
        for day in days
    }
    return Found({report.id: report.id for report in case.reports}, events, now, as_of)


def incident(wanted: GoldIncident, *more: str) -> Incident:
    """All its tellings, and other events."""
    events = (*(f"{wanted.id}{i}" for i in range(len(wanted.tellings))), *more)
    return Incident(id=wanted.id, type=wanted.type, family=wanted.family, events=tuple(sorted(events)))


def weighing(wanted: GoldIncident, grade: str) -> Weighing:
    """Its origins and contradictions, and this grade."""
    origins = tuple(
        Origin(
            id=origin.name, name=origin.name, kind="person", anonymous=origin.unnamed, bearing=origin.bearing,
            claims=(), evidence=(), rule="",
        )
        for origin in wanted.origins
    )  # fmt: skip
    contradictions = tuple(
        Contradiction(
            id=str(i), kind=found.kind, claims=("", ""), detail="", superseded=found.superseded,
            evidence=(
                Evidence(document=found.between[0].report, span=found.between[0].span),
                Evidence(document=max(found.between[1].reports), span=found.between[1].span),
            ),
        )
        for i, found in enumerate(wanted.contradictions)
    )  # fmt: skip
    return Weighing(
        incident=wanted.id, as_of=None, origins=origins, contradictions=contradictions,
        grade=Grade(subject=wanted.id, value=grade, rule="", as_of=None),
    )  # fmt: skip


def of(name: str, **changes: object) -> tuple[GoldCase, Found, Made]:
    """A case, the gold as found, and what the system makes of it with fields of its first weighing changed."""
    case = CASES[name]
    found = told(case)
    now = Made(found.weighed.incidents, dict(found.weighed.weighings), found.weighed.copies)
    first = case.incidents[0].id
    now.weighings[first] = msgspec.structs.replace(now.weighings[first], **changes)
    return case, found, now


def scored(case: GoldCase, found: Found, now: Made) -> Score:
    """The case scored with what the system makes of it."""
    return score([case], {case.id: found._replace(weighed=now)})


def test_the_gold_scores_one_against_itself() -> None:
    whole = score(list(CASES.values()), {name: told(case) for name, case in CASES.items()})
    assert whole.incidents.f1 == 1.0
    assert {name: part.f1 for name, part in whole.parts.items()} == dict.fromkeys((*F1S, *SHARES), 1.0)
    assert all(part.gold for part in whole.parts.values())
    assert not whole.errors


def test_two_incidents_joined_cost_precision_and_keep_recall() -> None:
    case, found, now = of("dev-18")
    one, two = case.incidents
    joined = incident(one, *incident(two).events)
    whole = scored(case, found, Made((joined,), {one.id: now.weighings[one.id]}))
    sizes = (len(one.tellings), len(two.tellings))
    assert whole.incidents.precision == pytest.approx(sum(size * size for size in sizes) / sum(sizes) ** 2)
    assert whole.incidents.recall == 1.0


def test_an_incident_split_costs_recall_and_keeps_precision() -> None:
    case, found, now = of("dev-01")
    parts = tuple(
        Incident(id=event, type="shelling", family="shelling", events=(event,)) for event in now.incidents[0].events
    )
    whole = scored(case, found, Made(parts, {}))
    assert whole.incidents.precision == 1.0
    assert whole.incidents.recall == pytest.approx(1 / len(parts))


def test_a_telling_without_an_event_is_missed_and_other_events_are_ignored() -> None:
    case, found, now = of("dev-01")
    whole = scored(case, found._replace(events={**found.events, "c": []}), now)
    assert whole.incidents.precision == 1.0
    assert whole.incidents.recall == pytest.approx(2 / 3 * 2 / 3)
    stray = Incident(id="z", type="protest", family="protest", events=("elsewhere",))
    assert scored(case, found, now._replace(incidents=(*now.incidents, stray))).incidents.f1 == 1.0


def test_origins_are_right_only_if_both_counts_are() -> None:
    case, found, now = of("dev-09", origins=told(CASES["dev-09"]).weighed.weighings["minibus"].origins[:2])
    whole = scored(case, found, now)
    assert whole.parts["origins"].recall == 0.0
    assert any("(2, 1), not (2, 0)" in error for error in whole.errors)


def test_contradictions_are_matched_by_kind_and_by_both_reports() -> None:
    given = told(CASES["dev-09"]).weighed.weighings["minibus"].contradictions
    changed = (given[0], given[0], msgspec.structs.replace(given[1], kind="number"))
    part = scored(*of("dev-09", contradictions=changed)).parts["contradictions"]
    assert (part.right, part.predicted, part.gold) == (1, 2, 2)


def test_a_correction_not_seen_as_one_is_told_apart() -> None:
    given = told(CASES["dev-16"]).weighed.weighings["tavern"].contradictions
    whole = scored(*of("dev-16", contradictions=(msgspec.structs.replace(given[0], superseded=False),)))
    assert whole.parts["contradictions"].f1 == 1.0
    assert whole.parts["superseded"].recall == 0.0


def test_grades_count_now_and_as_of_a_day() -> None:
    case, found, now = of("dev-09", grade=Grade(subject="minibus", value="Fair", rule="r", as_of=None))
    whole = scored(case, found._replace(as_of=dict.fromkeys(found.as_of, now)), now)
    assert whole.parts["grade"].recall == whole.parts["grade as of"].recall == 0.0


def test_copies_count_by_pair_and_their_kind_apart() -> None:
    case, found, now = of("dev-01")
    first, *_ = now.copies
    turned = msgspec.structs.replace(first, first=first.second, second=first.first, kind="excerpt")
    whole = scored(case, found, now._replace(copies=(turned,)))
    assert (whole.parts["copies"].right, whole.parts["copies"].predicted, whole.parts["copies"].gold) == (1, 1, 3)
    assert whole.parts["kind of copy"].recall == 0.0
