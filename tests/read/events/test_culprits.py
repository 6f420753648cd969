"""Who did what was told before, where nothing tells the deed again."""

import pytest
from tests.read.events.test_ways_of_telling import events

from reportedly.read.reader import Reader

_VAN = "A van blew up at a checkpoint in Lamitan on Tuesday, killing ten people. "
_PARTY = "Armed men shot dead eight young people at a party in Samaniego on Saturday night. "


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        (_VAN + "The army blamed the Abu Sayyaf group.", "Abu Sayyaf group"),
        (_VAN + "Behind the explosion are the dissidents of the Tenth Front, said the mayor, Wilmer Cepeda.",
         "dissidents of the Tenth Front"),
        (_VAN + "The governor said that it was the work of the rebels.", "rebels"),
        (_PARTY + "The governor, Jhon Rojas, held the ELN responsible.", "ELN"),
        (_PARTY + "The killers belong to the Cuyes gang, a survivor said.", "Cuyes gang"),
        (_PARTY + "A survivor said that he had recognised the attackers as soldiers.", "soldiers"),
        (_PARTY + "The mayor pointed the finger at the rebels.", "rebels"),
        (_PARTY + "The army put the blame on the Hill Front.", "Hill Front"),
        (_PARTY + "Responsibility was pinned on the Hill Front.", "Hill Front"),
        (_PARTY + "The attack bore the hallmarks of the Hill Front.", "Hill Front"),
        (_PARTY + "Residents identified the attackers as men of the Hill Front.", "men of the Hill Front"),
        ("Armenia accused Azerbaijan on Tuesday of shooting at its soldiers near Kut.", "Azerbaijan"),
        ("The mayor accused the army of shelling the market on Monday.", "army"),
        ("Two men with pistols shot dead Judge Abdi Isak at the door of his house.", "Two men with pistols"),
    ],
)  # fmt: skip
def test_ways_to_name_a_doer(using: Reader, text: str, doer: str) -> None:
    assert doer in {role.name for event in events(using, text) for role in event.roles if role.role == "agent"}


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("It is the mercenaries of the Black Kite company who slaughtered these young people on Monday.",
         "mercenaries of the Black Kite company"),
        ("It was the army that shelled the market on Monday, residents said.", "army"),
        ("It was rebels who killed the eight farmers, the army said.", "rebels"),
    ],
)  # fmt: skip
def test_clefts(using: Reader, text: str, doer: str) -> None:
    (event,) = events(using, text)
    assert [role.name for role in event.roles if role.role == "agent"] == [doer]


@pytest.mark.parametrize(
    "text",
    [
        _VAN + "The army did not blame the rebels.",
        _VAN + "The army does not put the blame on the Hill Front.",
        _VAN + "The attack may bear the hallmarks of the Hill Front.",
        _VAN + "Nobody has claimed responsibility.",
        "The army blamed the rebels. Talks will go on.",
    ],
)
def test_nobody_is_named(using: Reader, text: str) -> None:
    assert not {role.name for event in events(using, text) for role in event.roles if role.role == "agent"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("He put the dead at nine after Monday's bombing of the mill.", 9),
        ("The number of truffle pickers executed by the group south of Al-Sukhna on Monday has risen to nine.", 9),
        ("The mayor of Tibu lowered the number of dead in Thursday's clashes to 13.", 13),
        ("The army revised the death toll of Sunday's ambush near Kidal down to six.", 6),
        ("Oromia has raised to 38 the number of people it says were murdered by rebels in a village.", 38),
        ("Gunmen raided the diggings at Ndassima. We have buried 18 people, the priest said.", 18),
        ("The attack on the checkpoint left seven martyrs.", 7),
        ("The death toll from clashes between rebel groups in Catatumbo has risen to 24, the governor said.", 24),
        ("The toll of the shelling stands at nine, the mayor said.", 9),
        ("The death toll in Saturday's attack on the church reached 19 on Monday.", 19),
        ("The toll from the blast climbed to 14.", 14),
        ("The death toll of Sunday's ambush near Kidal has climbed to eleven, the army said.", 11),
        ("The ministry announced the martyrdom of nine policemen in the attack.", 9),
        ("In the engagement of 2 August near Takengon the Council's forces lost three guerrillas.", 3),
        ("Seventeen soldiers of the occupier fell in the battle on Monday.", 17),
        ("The bombing sent 38 passengers to their deaths.", 38),
        ("The bomber drove into the checkpoint on Tuesday and sent eighteen of them to their graves.", 18),
        ("Our fighters attacked the post and sent nine soldiers to hell.", 9),
        ("The network attacked the post; all the puppets in it were sent to hell, their number was fifteen.", 15),
        ("The mujahideen ambushed a patrol and sent eleven of the enemy to their doom.", 11),
        ("The mine on the road sent four guards to their graves.", 4),
        ("Funerals were held for the policemen who fell in the Karlow attack. Police put their number at five.", 5),
        ("He helped to lay out the dead after Saturday's firefight and puts their number at eleven.", 11),
        ("The health office gave the number of wounded in Monday's shelling of Tarsa as 40.", 40),
    ],
)
def test_counts_that_are_stated(using: Reader, text: str, number: float) -> None:
    counted = {(one.low, one.high) for event in events(using, text) for one in event.casualties}
    assert counted - {(None, None)} == {(number, number)}


def test_the_day_of_the_count_is_not_that_of_the_attack(using: Reader) -> None:
    (event,) = events(using, "The death toll in the attack on the church reached 19 on Monday.")
    assert event.time is None


@pytest.mark.parametrize(
    "text",
    [
        "Forty rebels fell back from the hill.",
        "The raid sent forty soldiers to their barracks.",
        "Twenty villages fell to the rebels on Monday.",
        "The army lost three tanks in the battle near Karr.",
        "Rebels attacked the post at dawn. Police put their number at five.",
        "Rounds came down on the market on Monday. Tens of thousands have died in 17 months of war.",
    ],
)
def test_other_counts_are_no_dead_of_it(using: Reader, text: str) -> None:
    assert not [one for event in events(using, text) if event.type != "killing" for one in event.casualties]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("She was in the coach when the shooting began. It was Wednesday morning, she told us.", "2018-08-15TMO"),
        ("Fighters attacked a mine in Tarsa. It was at dawn on Tuesday, a captain said.", "2018-08-14TMO"),
        ("Shells hit the market of Tarsa. It happened on Tuesday, residents said.", "2018-08-14"),
        ("It was Monday, the children were singing, and then the mine went off beneath us.", "2018-08-13"),
        ("Shells hit the market of Tarsa. The mayor resigned on Tuesday.", None),
    ],
)
def test_the_day_of_what_was_told_before(using: Reader, text: str, day: str | None) -> None:
    event = events(using, text)[0]
    assert (event.time.value if event.time else None) == day


@pytest.mark.parametrize(
    ("text", "holder", "target"),
    [
        ("The town of Karr was still in the hands of the army on Tuesday, a spokesman said.", "army", "town of Karr"),
        ("Karr remained under the control of the militia.", "militia", "Karr"),
        ("Its troops still held the district centre, the ministry maintained.", "Its troops", "district centre"),
        ("The brigades control the crossing.", "brigades", "crossing"),
        ("The army was in full control of the airport.", "army", "airport"),
        ("Karr stands under the authority of the tribes.", "tribes", "Karr"),
        ("It is under our control.", "our", "It"),
        ("It remains in our hands.", "our", "It"),
    ],
)
def test_who_holds_a_place(using: Reader, text: str, holder: str, target: str) -> None:
    (event,) = events(using, text)
    assert event.family == "territory-held"
    assert {(role.role, role.name) for role in event.roles} == {("holder", holder), ("target", target)}
