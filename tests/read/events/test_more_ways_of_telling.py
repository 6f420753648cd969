"""Classes of words and constructions that tell a happening, and the same words of other things."""

import pytest
from tests.read.events.test_ways_of_telling import events

from reportedly.read.reader import Reader


def types(using: Reader, text: str) -> set[str]:
    return {event.type for event in events(using, text)}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The maternity ward took a direct hit on Monday.", "attack"),
        ("A fuel store received three direct hits.", "attack"),
        ("The rounds came down on a school yard.", "shelling"),
        ("A shell came through the roof of the clinic.", "shelling"),
        ("Artillery opened up on the suburb.", "shelling"),
        ("The convoy was caught in mortar fire.", "shelling"),
        ("The ambulance was riddled with bullets.", "gun-attack"),
        ("The raiders made away with the boys.", "abduction"),
        ("The teacher was led away at gunpoint by six men.", "abduction"),
        ("Six armed men seized him in Marta on Monday.", "abduction"),
        ("The gunmen herded the passengers into the forest.", "abduction"),
        ("The two brothers were picked up on Wednesday at a checkpoint.", "arrest"),
        ("The hostages are free, the ministry said.", "release"),
        ("The hostage was handed over to a priest.", "release"),
        ("Troops rescued eight girls from the forest.", "release"),
        ("The pillion rider fired a whole magazine.", "gun-attack"),
        ("Residents heard bursts of automatic fire.", "gun-attack"),
        ("Shots rang out near the palace.", "gun-attack"),
        ("Two killers on a motorbike shot dead the magistrate Salem Ba Nafi.", "killing"),
        ("The militia carried out the sentence on five men.", "execution"),
        ("The two spies were put to death.", "execution"),
        ("Bandits took the lives of nine farmers.", "killing"),
        ("Soldiers emptied the grain store.", "looting"),
        ("Looters cleared out the hospital.", "looting"),
        ("The raiders drove off two hundred cattle.", "looting"),
        ("Rebels lay in wait for a column near the ford.", "attack"),
        ("The cartel laid a trap for the police.", "attack"),
        ("Gunmen surprised two patrol trucks.", "attack"),
        ("The rebels are masters of the town.", "territory-captured"),
        ("As for the camp, the terrorists took it on Sunday morning.", "territory-captured"),
        ("Saboteurs blasted a goods train off the line.", "bombing"),
        ("The device was detonated by wire.", "bombing"),
        ("A blast ripped through the mosque.", "bombing"),
        ("The garrison had gone.", "withdrawal"),
        ("The guards returned fire.", "clash"),
        ("Huts were put to the torch.", "property-destroyed"),
        ("Nine tanks were burned out.", "materiel-destroyed"),
        ("The guns fell silent on Friday.", "ceasefire"),
    ],
)
def test_a_class_of_words_tells_its_type(using: Reader, text: str, type_: str) -> None:
    assert type_ in types(using, text)


@pytest.mark.parametrize(
    "text",
    [
        "The economy took a hit from the drought.",
        "The band had its first hit in the spring.",
        "The coach took the boys to the match.",
        "The nurse took the baby from its cot.",
        "The guide led the tourists into the forest.",
        "Entry to the museum is free.",
        "She is free to go.",
        "Cleaners emptied the school on Friday.",
        "The firm cleared out its warehouse for the sale.",
        "The minister surprised the reporters with a joke.",
        "The rounds of talks came to nothing.",
        "A volley of questions greeted the minister.",
        "The actor is a master of disguise.",
        "The alarm went off at night.",
        "The lawyer fired back in an interview.",
        "The incident was discussed at the meeting.",
        "This act was passed by parliament in May.",
        "The operation on his knee went well.",
        "The soldiers took it easy.",
        "The shop opened up on Monday.",
        "Firemen rescued two children from the burning house.",
        "Archaeologists found the remains of a temple.",
    ],
)
def test_the_same_words_in_peace_tell_nothing(using: Reader, text: str) -> None:
    assert not events(using, text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Masked men snatch activist in Basra", "abduction"),
        ("Looters strip hospital", "looting"),
        ("Jets bomb hospital in Marta", "air-strike"),
        ("Rebels down helicopter", "shoot-down"),
        ("Soldiers loot depot", "looting"),
        ("Rockets on the airport", "shelling"),
    ],
)
def test_a_headline_leaves_words_out(using: Reader, text: str, type_: str) -> None:
    assert type_ in types(using, text)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot nine people in the market on Monday. The governor declined to comment on the bloodshed.",
        "Soldiers raided the clinic on Friday. The ministry condemned this barbarous act.",
        "Bandits abducted the priest on Sunday. The bishop called the incident a disgrace.",
        "A judge was assassinated in the port on Tuesday. It was the third such murder since December.",
        "The police wish to be plain on the incident at the mill. On Sunday bandits abducted nine women from it.",
    ],
)
def test_a_noun_that_names_nothing_itself_takes_up_what_was_told(using: Reader, text: str) -> None:
    (event,) = events(using, text)
    assert len(event.mentions) == 2


def test_a_pronoun_stands_for_what_the_verb_may_be_said_of(using: Reader) -> None:
    text = "He left his tank with the hatch open, and from the slope he saw rebels climb in and drive off with it."
    assert "materiel-captured" in types(using, text)
