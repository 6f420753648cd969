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
        ("Six merchants have died in an air raid in the far north.", "air-strike", "Six merchants"),
        ("Four soldiers were wounded during shelling of the ridge.", "shelling", "ridge"),
        ("Fifteen fishermen were killed by an air raid on a quay.", "air-strike", "quay"),
        ("Midwife among dead in hospital strike", "air-strike", "hospital"),
        ("Three guards wounded in prison raid", "attack", "prison"),
        ("A police van was hit near the mill.", "attack", "police van"),
        ("A cargo ship was struck by a remotely operated boat.", "attack", "cargo ship"),
        ("A bulk carrier has come under attack at sea.", "attack", "bulk carrier"),
        ("The vehicle of the judge was targeted with a mine.", "bombing", "vehicle of the judge"),
        ("They hit the base with rockets.", "shelling", "base"),
        ("Attackers rammed the gate of the prison.", "attack", "gate of the prison"),
        ("Armed men took four soldiers off a public bus.", "abduction", "four soldiers"),
        ("She was dragged from her car in front of the pharmacy.", "abduction", "She"),
        ("More than 90 tonnes of rice were stolen on the road.", "looting", "More than 90 tonnes of rice"),
        ("Insurgents made off with 90 tonnes of rice.", "looting", "90 tonnes of rice"),
        ("Israeli troops shot into a crowd that was waiting for flour.", "gun-attack", "crowd"),
        ("They fired live bullets at us without any warning.", "gun-attack", "us"),
        ("They are using live bullets against us.", "gun-attack", "us"),
        ("He could not confirm the loss of a helicopter.", "shoot-down", "helicopter"),
        ("The truffle pickers were executed by the militia.", "execution", "truffle pickers"),
        ("A man drove a car into a crowd.", "attack", "crowd"),
        ("The rocketing of the village went on.", "shelling", "village"),
        ("The dialysis ward took a direct hit.", "attack", "dialysis ward"),
        ("The brigade lay in wait for a column near the bridge.", "attack", "column near the bridge"),
        ("The cartel laid the trap for the police.", "attack", "police"),
        ("Gunmen surprised two patrol trucks.", "attack", "two patrol trucks"),
        ("The last round struck the compound.", "shelling", "compound"),
        ("A patrol seized the pharmacist at her shop.", "abduction", "pharmacist"),
        ("The brothers were picked up at a checkpoint.", "arrest", "brothers"),
        ("A diesel barge had been riddled by gunmen.", "gun-attack", "diesel barge"),
        ("Thirty boys with machetes carried off the incubators.", "looting", "incubators"),
        ("Looters cleared out the hospital.", "looting", "hospital"),
        ("The ministry confirms that nine tanks were burned out.", "materiel-destroyed", "nine tanks"),
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
        "The teachers' strike enters its third week.",
        "The nurses' union called a strike for Monday.",
        "The company fired forty workers.",
        "The director shot a film in the old quarter.",
        "Prices fell on Monday.",
        "The car hit a wall.",
        "He took part in an encounter with voters.",
        "Shares on the stock exchange fell; two prisoners of fortune, they said.",
        "Rescuers pulled a child from the rubble.",
        "The child was picked up from school.",
        "The prime minister came under fire from his own party for the tax on fuel.",
        "An outbreak of cholera claimed the lives of forty people in the lowlands.",
        "The earthquake displaced whole communities along the coast.",
        "He had picked up a sailor with burned hands.",
        "The economy took a hit last year.",
        "She surprised her guests in the old quarter.",
        "The company secured its last round of funding.",
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


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Modu spent the night of the assault in a well.", "offensive"),
        ("The assault lasted some forty minutes.", "offensive"),
        ("Nobody has claimed the blast.", "bombing"),
        ("The ministry denied the shelling.", "shelling"),
        ("Eight mortar rounds fell between seven and eight o'clock.", "shelling"),
        ("Soldiers on two armoured vehicles had fired without warning.", "gun-attack"),
        ("They began to shoot.", "gun-attack"),
        ("A gun battle raged into the evening.", "clash"),
        ("Fierce battles were reported on the road.", "clash"),
        ("Air raids on the eastern suburbs went on until dawn.", "air-strike"),
        ("Sniper fire kept the pickers out of the olive groves.", "gun-attack"),
        ("Both armies traded artillery fire across the line.", "shelling"),
        ("The hospital came under artillery fire for the second time.", "shelling"),
        ("Government forces retook the hilltop monastery.", "territory-captured"),
        ("Soldiers rescued forty captives from a camp.", "release"),
        ("The exchange of yesterday freed nineteen prisoners.", "release"),
        ("Wednesday's exchange came late. Thirty prisoners crossed.", "release"),
        ("The encounter in the orchard lasted for hours; two militants lay dead.", "clash"),
        ("A martyrdom seeker drove his lorry into the checkpoint.", "suicide-bombing"),
    ],
)
def test_what_is_told_of_nobody_in_particular_is_told(using: Reader, text: str, type_: str) -> None:
    assert type_ in {event.type for event in events(using, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Armed men looted a convoy near Homs. Nobody was hurt, the administrator said.",
        "A cargo ship was struck off the port of Aden. None of its 22 sailors was killed.",
    ],
)
def test_that_nobody_was_hurt_denies_no_attack(using: Reader, text: str) -> None:
    (event,) = events(using, text)
    assert event.polarity == "positive"


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("It is not true that Homs has fallen.", "negative"),
        ("It is true that Homs has fallen.", "positive"),
        ("It is false that our aircraft bombed the hospital.", "negative"),
        ("It is untrue that soldiers were killed.", "negative"),
        ("It was not the case that the army had shelled the port.", "negative"),
    ],
)
def test_what_is_not_true_did_not_happen(using: Reader, text: str, polarity: str) -> None:
    (event,) = events(using, text)
    assert event.polarity == polarity
