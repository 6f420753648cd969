"""What a case keeps of links and incidents, and how it is found again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.readings import advance, capture, denial

from reportedly.case import AmbiguousIdError, Case, UnknownIdError
from reportedly.case.entries import IncidentEntry
from reportedly.case.linking import Portion, Settled, Stored
from reportedly.model import Copy, Grade, Incident, Span, Weighing


def settled(number: int, events: tuple[str, ...], first_day: str | None = None) -> Settled:
    name = f"i-{number}x"
    incident = Incident(id=name, type="clash", family="clash", events=events)
    weighing = Weighing(
        incident=name, as_of=None, origins=(), contradictions=(),
        grade=Grade(subject=name, value="Weak", rule="one-origin", as_of=None),
    )  # fmt: skip
    entry = IncidentEntry(
        id=name, type="clash", family="clash", grade="Weak", by=None, told="2019-03-04", first_day=first_day,
        last_day=first_day, places=(), actors=(), documents=1, claims=1, affirming=1, denying=0, others=0,
        contradictions=0, words="",
    )  # fmt: skip
    return Settled(incident, weighing, entry)


EVENTS = tuple(event.id for event in advance().events)
DOCUMENT, OTHER = advance().document.id, denial().document.id
SHARED = Copy(
    first=OTHER, second=DOCUMENT, directed=False, kind="excerpt", shared=((Span(0, 3), Span(4, 7)),), of_first=0.5,
    of_second=0.25,
)  # fmt: skip


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "demo.case") as case:
        for reading in (advance(), denial()):
            case.add(capture(reading), reading)
        case.linking.begin("test 1")
        digests = dict(case.linking.waiting())
        case.linking.write(
            Portion(
                removed=(),
                linked=[(DOCUMENT, digests[DOCUMENT])],
                signatures=[(event, DOCUMENT, f"i-of-{event}", b"{}") for event in EVENTS],
                links=[Stored(min(EVENTS[:2]), max(EVENTS[:2]), positive=True, copied=False)],
                copies=[SHARED],
                dissolved=(),
                settled=[settled(2, EVENTS[1:3]), settled(1, EVENTS[:1], "2019-03-03")],
                judged=0,
            )
        )
        yield case


def test_only_what_is_new_or_read_anew_is_waiting(case: Case) -> None:
    assert [document for document, _ in case.linking.waiting()] == [OTHER]
    assert case.linking.outdated() == []
    assert case.linking.documents() == [DOCUMENT]


def test_incidents_come_by_day_undated_ones_last(case: Case) -> None:
    assert [one.id for one in case.linking.entries()] == ["i-1x", "i-2x"]
    assert [one.incident.id for one in case.linking.settled()] == ["i-1x", "i-2x"]
    assert list(case.linking.groups()) == [EVENTS[:1], EVENTS[1:3]]


def test_an_incident_is_found_by_its_own_and_its_events_and_claims_identifiers(case: Case) -> None:
    claim = next(one for one in advance().claims if one.event == EVENTS[2])
    for prefix in ("i-2", EVENTS[1], EVENTS[2][:10], claim.id.upper()):
        assert case.linking.incident(prefix).incident.events == EVENTS[1:3]
    with pytest.raises(UnknownIdError, match="no incident"):
        case.linking.incident("i-9")
    with pytest.raises(AmbiguousIdError):
        case.linking.incident("i-")


def test_an_identifier_from_before_a_join_still_finds_the_incident(case: Case) -> None:
    assert case.linking.incident(f"i-of-{EVENTS[0]}").incident.id == "i-1x"


def test_copies_are_kept_with_their_spans(case: Case) -> None:
    assert case.linking.copies() == (SHARED,)
    assert case.linking.copies([DOCUMENT, OTHER]) == (SHARED,)
    assert case.linking.copies([OTHER]) == ()


def test_what_a_document_gave_goes_with_it(case: Case) -> None:
    case.linking.write(
        Portion(
            removed=[DOCUMENT], linked=(), signatures=(), links=(), copies=(), dissolved=["i-1x", "i-2x"], settled=(),
            judged=3,
        )
    )  # fmt: skip
    assert (list(case.linking.signatures()), list(case.linking.links()), case.linking.copies()) == ([], [], ())
    assert list(case.linking.entries()) == []
    assert case.linking.incident_of(EVENTS[0]) is None
    assert case.linking.judged() == 3


def test_places_and_parties_of_incidents(case: Case) -> None:
    captured = next(event for event in advance().events if event.places)
    incident = case.linking.incident_of(captured.id)
    assert incident is not None
    for place in captured.places:
        number = None if place.geonameid is None else str(place.geonameid)
        assert (incident, place.name, number) in set(case.linking.places())
    roles = {(incident, role.name, role.actor) for role in captured.roles}
    assert roles
    assert roles <= set(case.linking.parties())


def test_a_new_beginning_forgets_links_and_keeps_judgements(case: Case) -> None:
    case.judgements.add("reliability", author="ana", at="2031-05-11T10:00:00Z", name="army", value="C")
    case.linking.begin("test 2")
    assert case.linking.made_with() == "test 2"
    assert list(case.linking.entries()) == []
    assert len(case.judgements.standing()) == 1
