"""Casualties, several tellings of one happening, pronouns and what tells none, over parses that are written down."""

from dataclasses import replace

from tests.read.events.test_find import TREES, mentions_of, read, roles
from tests.read.trees import parsed

import reportedly
from reportedly.model import Event
from reportedly.ontology import load
from reportedly.read.events import find_events


def told(
    *texts: str,
    places: tuple[str, ...] = (),
    quantities: tuple[tuple[str, float | None, float | None], ...] = (),
) -> tuple[Event, ...]:
    """The events of the sentences as one paragraph."""
    document, parse = parsed(*((text, TREES[text]) for text in texts))
    parse.sentences = [replace(sentence, block=0) for sentence in parse.sentences]
    return find_events(document, parse, mentions_of(document, parse, places, quantities), (), load())[0]


def casualties(event: Event) -> list[tuple[str, float | None, float | None]]:
    return [(item.kind, item.low, item.high) for item in event.casualties]


def test_a_second_conjunct_has_victims_of_its_own() -> None:
    (event,) = told(
        "At least nine people were killed and 20 wounded when shells hit a mill.",
        quantities=(("At least nine", 9, None), ("20", 20, 20)),
    )
    assert event.type == "shelling"
    assert casualties(event) == [("killed", 9, None), ("wounded", 20, 20)]
    assert {("instrument", "shells"), ("target", "mill")} == roles(event)


def test_the_number_may_stand_behind_a_verb() -> None:
    (event,) = told("The number of dead in the raid is 21.", quantities=(("21", 21, 21),))
    assert event.type == "attack"
    assert casualties(event) == [("killed", 21, 21)]


def test_a_happening_told_twice_is_one_event() -> None:
    (event,) = told(
        "Insurgents ambushed a patrol near Wadi Sahl.",
        "Six soldiers died in the ambush.",
        places=("Wadi Sahl",),
        quantities=(("Six", 6, 6),),
    )
    assert (event.type, len(event.mentions)) == ("attack", 3)
    assert casualties(event) == [("killed", 6, 6)]
    assert roles(event) == {("agent", "Insurgents"), ("target", "patrol")}


def test_jets_of_two_states_are_two_events() -> None:
    events = told("Turkish jets bombed the camp.", "Russian jets bombed the camp.")
    assert [role.actor for event in events for role in event.roles if role.role == "agent"] == [
        "state-turkey",
        "state-russia",
    ]


def test_who_is_described_by_one_attack_may_do_another() -> None:
    events = told("The militia that attacked the camp in May killed two villagers.", quantities=(("two", 2, 2),))
    assert events[0].type == "attack"
    assert [casualties(event) for event in events] == [[], [("killed", 2, 2)]]


def test_the_one_it_was_not_does_not_act() -> None:
    (shelling,), _ = read("The army, not the rebels, shelled the camp.")
    assert roles(shelling) == {("agent", "army"), ("target", "camp")}
    (attack,), _ = read("It was gunmen rather than soldiers who attacked the convoy.")
    assert ("agent", "gunmen") in roles(attack)
    assert all(name != "soldiers" for _, name in roles(attack))


def test_pronouns_stand_for_the_only_noun_they_can() -> None:
    attack, capture = told("The extremists attacked the base.", "They seized it.")
    assert roles(attack) == roles(capture) == {("agent", "extremists"), ("target", "base")}
    assert capture.type == "territory-captured"


def test_an_ability_is_no_event() -> None:
    assert told("The rockets can hit ships.") == ()


def test_a_perfect_is_active_whatever_its_subject_is_called() -> None:
    (event,) = told("The fighters have withdrawn from the strip.")
    assert roles(event) == {("agent", "fighters"), ("origin", "strip")}


def test_a_condition_without_if_is_counterfactual() -> None:
    events = told("Had the guards not surrendered, the town would have fallen.")
    assert [(event.type, event.modality) for event in events] == [
        ("surrender", "counterfactual"),
        ("territory-lost", "counterfactual"),
    ]


def test_a_bare_number_counts_what_was_named() -> None:
    (event,) = told("Of the 30 tanks, 18 were destroyed.", quantities=(("18", 18, 18),))
    assert (event.type, roles(event)) == ("materiel-destroyed", {("target", "18")})
    assert [quantity.low for quantity in event.quantities] == [18]


def test_who_agrees_to_a_truce_makes_it() -> None:
    (truce,) = (event for event in told("The army and the rebels agreed to a truce.") if event.type == "ceasefire")
    assert roles(truce) == {("agent", "army"), ("agent", "rebels")}


def test_a_gapped_clause_has_victims_of_its_own() -> None:
    killing, wounding = told(
        "Two soldiers were killed and four guards wounded.", quantities=(("Two", 2, 2), ("four", 4, 4))
    )
    assert casualties(killing) == [("killed", 2, 2)]
    assert casualties(wounding) == [("wounded", 4, 4)]


def test_a_result_may_stand_before_its_object() -> None:
    (event,) = told("Fighters shot dead six farmers.", quantities=(("six", 6, 6),))
    assert (event.type, casualties(event)) == ("killing", [("killed", 6, 6)])
    assert roles(event) == {("agent", "Fighters"), ("target", "six farmers")}


def test_who_takes_the_goods_of_a_band_takes_no_band() -> None:
    (event,) = reportedly.read_text("The army seized the rebels' tanks on Monday.").events
    assert event.type == "materiel-captured"
    assert [role.name for role in event.roles if role.role == "target"] == ["rebels' tanks"]
