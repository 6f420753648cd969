"""Ways in which reports tell one kind of happening, read by the shipped pipeline."""

import pytest

from reportedly.clean import document_of
from reportedly.model import Event
from reportedly.read.reader import Reader


def events(using: Reader, text: str) -> tuple[Event, ...]:
    return using.read(document_of(text, published="2018-08-16")).events


@pytest.mark.parametrize(
    ("text", "type_", "target"),
    [
        ("The bakery near Wadi Sahl was struck on Monday evening.", "attack", "bakery near Wadi Sahl"),
        ("The air force struck a school on Monday.", "air-strike", "school"),
        ("Residents condemned the burning of the clinic.", "property-destroyed", "clinic"),
        ("The army confirmed the sinking of the patrol boat.", "materiel-destroyed", "patrol boat"),
        ("A fisherman said he had seen a lorry being blown up off the coast road.", "materiel-destroyed", "lorry"),
        ("A suicide boat exploded beside a naval patrol craft on Tuesday.", "bombing", "naval patrol craft"),
        ("Rebels destroyed a battery in the hills.", "materiel-destroyed", "battery"),
        ("The tank that rebels say they destroyed on Monday was old.", "materiel-destroyed", "tank"),
        ("Gunmen snatched two aid workers from their car.", "abduction", "two aid workers"),
        ("Three soldiers lost their lives in an ambush.", "killing", "Three soldiers"),
        ("The town came under the control of the rebels.", "territory-captured", "town"),
    ],
)
def test_the_field_of_words_for_a_type(using: Reader, text: str, type_: str, target: str) -> None:
    (event,) = events(using, text)
    assert event.type == type_
    assert [role.name for role in event.roles if role.role == "target"] == [target]


@pytest.mark.parametrize(
    "text",
    [
        "The school was hit hard by the cuts.",
        "The film hit the market on Monday.",
        "The factory was hit by an earthquake.",
        "A car hit a house.",
        "The exchange of letters with the mayor went on.",
    ],
)
def test_the_same_words_of_other_things_tell_nothing(using: Reader, text: str) -> None:
    assert not events(using, text)


def test_what_is_hit_in_an_attack_is_no_second_attack(using: Reader) -> None:
    assert [event.type for event in events(using, "The school was hit in a drone strike.")] == ["drone-strike"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Did the army shell the school in Wadi Sahl on Monday?", "hypothetical"),
        ("Was the school in Wadi Sahl bombed?", "hypothetical"),
        ("Can anybody confirm that troops raided a post near Wadi Sahl last night?", "hypothetical"),
        ("Why did the army shell the school in Wadi Sahl?", "actual"),
        ("Who shelled the school in Wadi Sahl?", "actual"),
    ],
)
def test_a_question_whether_it_happened_tells_nothing(using: Reader, text: str, modality: str) -> None:
    (event,) = events(using, text)
    assert event.modality == modality
