"""Which type a word triggers, by what fills its slots: invented sentences over parses that are written down."""

from pathlib import Path

import pytest
from tests.read.trees import parsed, sentences

from reportedly.model import Mentions
from reportedly.ontology import load
from reportedly.read.actors import find_actors
from reportedly.read.events.fillers import Fillers
from reportedly.read.events.triggers import find_triggers

TREES = sentences(Path(__file__).parent / "triggers.conllu")


def types(text: str) -> list[str]:
    """The types that the sentence triggers, with no place known to the gazetteer."""
    document, parse = parsed((text, TREES[text]))
    ontology = load()
    mentions = Mentions(places=(), times=(), quantities=(), actors=find_actors(document, parse, ontology))
    return [found.frame.type for found in find_triggers(parse, ontology, Fillers(parse, mentions, ontology))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rebels captured Haramta on Monday.", ["territory-captured"]),
        ("Rebels captured a driver on Monday.", ["abduction"]),
        ("Rebels captured six soldiers on Monday.", ["fighters-captured"]),
        ("Rebels took part of the town.", ["territory-captured"]),
        ("Harun fell to the rebels.", ["territory-captured"]),
        ("A grenade exploded near the post.", ["grenade-attack"]),
        ("Police fired tear gas at the strikers.", ["crowd-control"]),
        ("Sappers defused a bomb in the market.", ["bomb-defused"]),
        ("The army set up a post on the ridge.", ["base-established"]),
        ("Two soldiers stepped on a mine.", ["bombing"]),
        ("Customs officers found forty pistols.", ["weapons-found"]),
        ("A suicide bomber struck the barracks.", ["suicide-bombing"]),
        ("Warplanes destroyed a depot.", ["air-strike"]),
        ("The kingdom expelled two diplomats.", ["diplomatic-break"]),
        ("A mob lynched a driver.", ["mob-violence"]),
        ("Demonstrators hurled stones at the guards.", ["riot"]),
        ("Bombs damaged a station.", ["property-damaged"]),
        ("A helicopter dropped a barrel of chlorine on the quarter.", ["chemical-attack"]),
        ("The town changed hands twice.", ["territory-captured"]),
        ("Both sides claim control of the town.", ["territory-contested"]),
        ("Control of the airport is disputed.", ["territory-contested"]),
        ("The column entered the province.", ["movement"]),
        ("The rebels handed the bridge to the guards.", ["territory-transferred"]),
    ],
)
def test_what_fills_the_slots_tells_the_type(text: str, found: list[str]) -> None:
    assert types(text) == found


def test_a_verb_and_its_object_may_tell_nothing() -> None:
    assert "territory-captured" not in types("Rebels took part in the march.")


def test_damage_is_apart_from_destruction() -> None:
    assert types("Shelling damaged three tanks.")[-1] == "materiel-damaged"


def test_a_shot_that_was_not_fired_is_no_attack() -> None:
    assert "gun-attack" not in types("The patrol returned without firing a shot.")


def test_what_is_no_place_does_not_fall_into_hands() -> None:
    assert types("Shares fell to a low.") == []
