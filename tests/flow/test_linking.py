"""A case linked by portions: the same as all at once, whatever is read, judged or read anew."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.stories import ALL, STRIKE, TANKS, TOWN, Story, read, readings

from reportedly.case import Case
from reportedly.flow import linking
from reportedly.flow.judging import ConflictError, anchors, check_undo, compared, entries, named
from reportedly.flow.linking import link
from reportedly.flow.voices import Voices, weighed
from reportedly.flow.weighing import weigh_readings
from reportedly.model import Judgement, Reading
from reportedly.ontology import Ontology, load

AT = "2031-05-12T08:00:00Z"


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


@pytest.fixture
def case(tmp_path: Path, ontology: Ontology) -> Iterator[Case]:
    with Case.open(tmp_path / "demo.case") as case:
        keep(case, ALL)
        link(case, ontology)
        yield case


def keep(case: Case, stories: Iterable[Story]) -> None:
    for story in stories:
        case.add(*read(story))


def state(case: Case) -> list[tuple[object, ...]]:
    return [tuple(one[:2]) for one in case.linking.settled()]


def at_once(stories: Sequence[Story], judgements: Sequence[Judgement] = ()) -> list[tuple[object, ...]]:
    found = weigh_readings(readings(stories), judgements)
    return [(one, found.weighings[one.id]) for one in sorted(found.incidents, key=lambda one: one.id)]


def strike(case: Case) -> str:
    return next(one.id for one in case.linking.entries() if one.type == "air-strike")


def judge(case: Case, verdict: str, one: str, other: str) -> Judgement:
    assert verdict in ("same", "different")
    subject, against = compared(case, "same" if verdict == "same" else "different", one, other)
    return case.judgements.add(
        "same" if verdict == "same" else "different", author="ana", at=AT, subject=subject, other=against
    )


def test_reports_of_one_strike_are_one_incident(case: Case) -> None:
    entry = next(one for one in case.linking.entries() if one.type == "air-strike")
    assert (entry.documents, entry.affirming, entry.denying, entry.grade) == (3, 2, 1, "Contested")
    assert (entry.first_day, entry.last_day, entry.places) == ("2031-05-05", "2031-05-05", ("Binnish",))
    assert entry.words == STRIKE[0].text


def test_linking_again_changes_nothing(case: Case, ontology: Ontology) -> None:
    before = state(case)
    assert link(case, ontology) == 0
    assert state(case) == before == at_once(ALL)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(ALL), st.integers(0, len(ALL)))
def test_any_order_and_portions_give_the_same(
    tmp_path_factory: pytest.TempPathFactory, ontology: Ontology, order: list[Story], cut: int
) -> None:
    with Case.open(tmp_path_factory.mktemp("case") / "demo.case") as case:
        for portion in (order[:cut], order[cut:]):
            keep(case, portion)
            link(case, ontology)
        assert state(case) == at_once(ALL)


def test_only_what_changed_is_weighed(tmp_path: Path, ontology: Ontology) -> None:
    with Case.open(tmp_path / "demo.case") as case:
        keep(case, (*STRIKE[:2], TOWN))
        link(case, ontology)
        keep(case, (STRIKE[2],))
        steps: list[tuple[str, int]] = []
        assert link(case, ontology, lambda what, total: steps.append((what, total))) == 1
        assert steps == [("linking", 1), ("weighing", 1)]


def test_a_document_read_anew_replaces_what_it_gave(case: Case, ontology: Ontology) -> None:
    capture, reading = read(STRIKE[2])
    case.add(capture, msgspec.structs.replace(reading, events=(), claims=()))
    link(case, ontology)
    entry = next(one for one in case.linking.entries() if one.id == strike(case))
    assert (entry.documents, entry.denying, entry.grade) == (2, 0, "Fair")
    case.add(capture, reading)
    link(case, ontology)
    assert state(case) == at_once(ALL)


def test_a_new_version_links_everything_anew(case: Case, ontology: Ontology, monkeypatch: pytest.MonkeyPatch) -> None:
    judge(case, "same", strike(case), tanks(case))
    link(case, ontology)
    before = state(case)
    monkeypatch.setattr(linking, "METHOD", "another")
    assert link(case, ontology) == len(before)
    assert state(case) == before


def tanks(case: Case) -> str:
    return next(one.id for one in case.linking.entries() if one.type == "materiel-captured")


def test_people_join_and_part(case: Case, ontology: Ontology) -> None:
    one = judge(case, "same", strike(case), tanks(case))
    link(case, ontology)
    assert state(case) == at_once(ALL, [one])
    joined = case.linking.incident(strike(case)).incident
    assert len(joined.events) == 4
    undone = case.judgements.add("undo", author="bo", at=AT, value=one.id)
    link(case, ontology)
    assert state(case) == at_once(ALL, [one, undone]) == at_once(ALL)
    denial = read(STRIKE[2])[1].events[0].id
    whole = strike(case)
    judge(case, "different", whole, denial)
    link(case, ontology)
    assert denial not in case.linking.incident(whole).incident.events
    assert case.linking.incident_of(denial) not in (None, whole)


def test_a_judgement_that_cannot_hold_beside_others_is_refused(case: Case) -> None:
    parted = judge(case, "different", strike(case), tanks(case))
    with pytest.raises(ConflictError, match=parted.id):
        compared(case, "same", strike(case), tanks(case))
    with pytest.raises(ConflictError, match="are the same"):
        compared(case, "different", strike(case), strike(case))
    assert len(case.judgements.all()) == 1
    undone = case.judgements.add("undo", author="ana", at=AT, value=parted.id)
    judge(case, "same", strike(case), tanks(case))
    with pytest.raises(ConflictError):
        check_undo(case, undone)


def test_a_conflict_is_seen_through_a_third(case: Case) -> None:
    town = next(one.id for one in case.linking.entries() if one.type == "territory-captured")
    judge(case, "same", strike(case), tanks(case))
    judge(case, "different", town, tanks(case))
    with pytest.raises(ConflictError):
        compared(case, "same", town, strike(case))


def test_a_judgement_is_about_an_incident_or_one_event_of_it(case: Case) -> None:
    whole = named(case, strike(case))
    event = read(STRIKE[0])[1].events[0]
    claim = next(one for one in read(STRIKE[0])[1].claims if one.event == event.id)
    assert len(whole.events) == 3
    assert named(case, event.id) == named(case, claim.id) == (whole.incident, (event.id,))
    (anchor,) = anchors(case, [event.id])
    assert (anchor.words, anchor.span) == ("bombed", event.trigger)


def accept(case: Case, ontology: Ontology) -> None:
    subject = anchors(case, named(case, strike(case)).events)
    case.judgements.add("accept", author="ana", at=AT, subject=subject)
    link(case, ontology)


def moved(reading: Reading, by: str) -> Reading:
    """As a version that cleans the page into another text might read it: without events."""
    document = msgspec.structs.replace(reading.document, text=by + reading.document.text, blocks=(), alignment=())
    return msgspec.structs.replace(
        reading, document=document, sources=(), statements=(), events=(), claims=(), sentences=(),
        mentions=type(reading.mentions)(),
    )  # fmt: skip


def test_a_judgement_survives_another_reading(case: Case, ontology: Ontology) -> None:
    accept(case, ontology)
    for story in STRIKE:
        capture, reading = read(story)
        event = msgspec.structs.replace(reading.events[0], id=f"{reading.events[0].id}z")
        claims = tuple(msgspec.structs.replace(one, event=event.id) for one in reading.claims)
        case.add(capture, msgspec.structs.replace(reading, events=(event,), claims=claims))
    link(case, ontology)
    entry = next(one for one in case.linking.entries() if one.id == strike(case))
    assert (entry.grade, entry.by) == ("Confirmed", "ana")
    assert [one.state for one in entries(case)] == ["standing"]


def test_a_judgement_whose_words_tell_nothing_any_more_waits(case: Case, ontology: Ontology) -> None:
    accept(case, ontology)
    for story in STRIKE:
        capture, reading = read(story)
        case.add(capture, moved(reading, "Home\n\n"))
    link(case, ontology)
    assert [one.state for one in entries(case)] == ["waiting"]
    for story in STRIKE:
        case.add(*read(story))
    link(case, ontology)
    assert [one.state for one in entries(case)] == ["standing"]
    assert next(one for one in case.linking.entries() if one.id == strike(case)).grade == "Confirmed"


def test_weighing_as_of_a_day(case: Case) -> None:
    incident = case.linking.incident(strike(case)).incident
    voices = Voices(case)
    grades = [weighed(case, incident, voices, day)[0].grade.value for day in ("2031-05-06", "2031-05-07", "2031-05-08")]
    assert grades == ["Weak", "Fair", "Contested"]


def test_copies_found_in_portions_are_those_found_at_once(tmp_path: Path, ontology: Ontology) -> None:
    copied = Story("Steppe Observer", "2031-05-07", f"{STRIKE[0].text} The market was full when the first bomb fell.")
    stories = (STRIKE[0], copied, TANKS)
    for number, order in enumerate(itertools.permutations(stories)):
        with Case.open(tmp_path / f"{number}.case") as case:
            for story in order:
                keep(case, (story,))
                link(case, ontology)
            assert state(case) == at_once(stories)
            (copy,) = case.linking.copies()
            assert {copy.first, copy.second} == {read(one)[1].document.id for one in (STRIKE[0], copied)}
