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
        ("Three soldiers lost their lives in an ambush.", "attack", "Three soldiers"),
        ("The town came under the control of the rebels.", "territory-captured", "town"),
        ("Shells rained on the old quarter at dusk.", "shelling", "old quarter"),
        ("Guided bombs fell on a bakery near the mill.", "air-strike", "bakery near the mill"),
        ("Helicopters rocketed the village on Wednesday.", "air-strike", "village"),
        ("A parked car exploded outside the police station.", "bombing", "police station"),
        ("Fighters overran the centre of the town before dawn.", "territory-captured", "centre of the town"),
        ("Militants captured the height above the road.", "territory-captured", "height above the road"),
        ("Insurgents cut off the heads of three men in the north.", "execution", "three men in the north"),
        ("Rebels mowed down eleven villagers.", "killing", "eleven villagers"),
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
        "Prices rocketed in the capital.",
        "The talks blew up.",
        "The band took the children out of the school.",
        "The minister waylaid his critics.",
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


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Men gunned down 14 farmers in their fields. No group has said that it was behind the shooting.", "killing"),
        ("A shell hit a bus on Monday. The driver was thrown clear by the blast.", "shelling"),
        ("Three woodcutters were beheaded last week. The village was abandoned after the killings.", "execution"),
    ],
)
def test_a_definite_noun_names_the_deed_again(using: Reader, text: str, type_: str) -> None:
    told = events(using, text)[0]
    assert (told.type, told.polarity, len(told.mentions)) == (type_, "positive", 2)


def test_what_did_not_happen_is_denied_and_no_second_naming(using: Reader) -> None:
    text = "Gunmen shot dead two guards on Monday. The shooting did not happen, the mayor said."
    assert [event.polarity for event in events(using, text)] == ["positive", "negative"]


def test_a_pronoun_bound_by_no_names_nobody(using: Reader) -> None:
    (event,) = events(using, "No group said that it had attacked the village.")
    assert "group" not in {role.name for role in event.roles}
