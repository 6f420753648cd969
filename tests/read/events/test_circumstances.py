"""Where, when and how many: the circumstances of events, on parses of the shipped pipeline."""

import pytest

from reportedly.clean import document_of
from reportedly.model import Event
from reportedly.read.reader import Reader

SATURDAY = "2016-05-14"


def events(text: str, using: Reader) -> tuple[Event, ...]:
    return using.read(document_of(text, published=SATURDAY)).events


def when(event: Event) -> str | None:
    return event.time.value if event.time is not None else None


def where(event: Event) -> list[str]:
    return [place.name for place in event.places]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Insurgents shelled a mill in Homs on Wednesday; four people died.", "2016-05-11"),
        ("Rebels began an assault on the port of Aden at dawn on Wednesday.", "2016-05-11TMO"),
        ("Insurgents attempted to capture the depot in Homs on Sunday.", "2016-05-08"),
    ],
)
def test_the_time_of_the_only_event_beside_it(text: str, value: str, using: Reader) -> None:
    (event,) = events(text, using)
    assert when(event) == value


def test_a_time_beside_two_events_is_left_to_the_parse(using: Reader) -> None:
    found = events("The jihadists, who lost Palmyra in March, attacked the gas field near Homs on Wednesday.", using)
    assert [(where(event), when(event)) for event in found] == [(["Palmyra"], "2016-03"), (["Homs"], "2016-05-11")]


@pytest.mark.parametrize("again", ["In the same town, snipers", "In the town, snipers", "Snipers"])
def test_a_place_is_taken_up_where_only_one_can_be_meant(again: str, using: Reader) -> None:
    behind = " there" if again == "Snipers" else ""
    shelled, shot = events(
        f"The town of Zabadani was shelled on Friday. {again} killed a nurse{behind} on Thursday.", using
    )
    assert where(shelled) == where(shot) == ["Zabadani"]
    assert shelled.places[0].geonameid == shot.places[0].geonameid


def test_no_place_is_taken_up_where_two_may_be_meant(using: Reader) -> None:
    *_, shot = events("Jets bombed Homs and Aleppo on Friday. Snipers killed a nurse there on Thursday.", using)
    assert where(shot) == []


def test_there_is_tells_no_place(using: Reader) -> None:
    *_, last = events("Jets bombed Homs on Friday. There were clashes in Aleppo on Thursday.", using)
    assert where(last) == ["Aleppo"]


def test_a_shelled_name_is_a_place_that_may_be_in_no_gazetteer(using: Reader) -> None:
    (event,) = events("On Sunday rebels shelled Fouatan and killed three civilians.", using)
    assert [(place.name, place.precision) for place in event.places] == [("Fouatan", "unplaced")]


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("Between 12 and 20 people were killed.", "killed", 12, 20),
        ("The death toll rose from 12 to 20 on Monday.", "killed", 20, 20),
        ("The death toll rose to 20 from 12 on Monday.", "killed", 20, 20),
        ("A bomb wounded 30, five critically.", "wounded", 30, 30),
        ("A bomb went off and another soldier was wounded.", "wounded", 1, 1),
    ],
)
def test_people_are_counted_once(text: str, kind: str, low: float, high: float, using: Reader) -> None:
    found = [item for event in events(text, using) for item in event.casualties]
    assert [(item.kind, item.low, item.high) for item in found] == [(kind, low, high)]


def test_some_of_the_dead_are_no_toll(using: Reader) -> None:
    assert events("Two of the dead were children.", using) == ()


def test_who_was_killed_when_a_drone_struck_is_the_casualty_of_the_strike(using: Reader) -> None:
    text = "Thousands mourned the general, who was killed when an American drone struck his convoy in Baghdad."
    (strike,) = [event for event in events(text, using) if event.type != "protest"]
    assert (strike.family, [(item.kind, item.low) for item in strike.casualties]) == ("air-strike", [("killed", 1)])


@pytest.mark.parametrize(
    "total",
    [
        "Since 2011 more than 500,000 people have been killed in Syria.",
        "More than 500,000 people have been killed since 2011.",
        "The war has killed more than 500,000 people.",
    ],
)
def test_the_total_of_a_war_is_not_that_of_a_raid(total: str, using: Reader) -> None:
    raid, *_ = events(f"An air strike killed four people in Douma on Monday. {total}", using)
    assert [(item.low, item.high) for item in raid.casualties] == [(4, 4)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They died on Friday, two days after rebels had attacked the camp.", ["2016-05-13", "2016-05-11"]),
        ("A week after rebels shelled Homs, the army retook the town on Friday.", ["2016-05-06", "2016-05-13"]),
        ("The church was burned a day before the army shelled Homs on Friday.", [None, "2016-05-13"]),
        ("A crater gaped on Friday where a mill had stood until it was bombed the day before.", ["2016-05-12"]),
        ("Four soldiers were kidnapped by men who stopped a bus near Homs on Friday.", ["2016-05-13"]),
        ("The bandits who raided Homs on Friday have abducted another 40 farmers.", ["2016-05-13", None]),
        ("Gunmen are seen setting fire to a clinic on Friday.", ["2016-05-13"]),
        ("Rebels retook the village on Friday.", ["2016-05-13"]),
    ],
)
def test_the_day_of_each(text: str, days: list[str | None], using: Reader) -> None:
    assert [when(event) for event in events(text, using)] == days


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The market women of the Zahra quarter counted six explosions at the gate.", []),
        ("Forty men were killed in a raid, according to health officials in Homs.", []),
        ("Rebels captured Aden, he told a news conference in Homs.", ["Aden"]),
    ],
)
def test_where_somebody_speaks_is_not_where_it_happened(text: str, places: list[str], using: Reader) -> None:
    (event,) = events(text, using)
    assert where(event) == places
