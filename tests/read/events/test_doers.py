"""Whose deed a noun tells, and what stands in a list of victims or behind a phrasal preposition."""

from pathlib import Path

import pytest
from tests.read.events.test_find import mentions_of, roles
from tests.read.trees import parsed, sentences

from reportedly.model import Event
from reportedly.ontology import load
from reportedly.read.events import find_events

TREES = sentences(Path(__file__).parent / "doers.conllu")


def told(text: str) -> tuple[Event, ...]:
    """The events of one sentence."""
    document, parse = parsed((text, TREES[text]))
    return find_events(document, parse, mentions_of(document, parse), (), load())[0]


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("The Northern Shield Brigade claimed responsibility for the attack on the mill.", {"Northern Shield Brigade"}),
        ("No group claimed responsibility for the attack on the mill.", set()),
        ("Responsibility for the attack was claimed by the front.", {"front"}),
        ("The killing of the mayor was attributed to the rebels.", {"rebels"}),
        ("The attack on the mill was blamed on the rebels.", {"rebels"}),
        ("The minister blamed the rebels for the attack on the convoy.", {"rebels"}),
        ("He accused the army of the murder of six priests.", {"army"}),
        ("The front is responsible for the murder of the bishop.", {"front"}),
        ("Two priests died at the hands of soldiers.", {"soldiers"}),
    ],
)
def test_words_that_say_whose_deed_it_was(text: str, agents: set[str]) -> None:
    (event,) = told(text)
    assert {role.name for role in event.roles if role.role == "agent"} == agents


def test_who_does_not_claim_it_is_no_doer() -> None:
    (event,) = told("The front did not claim responsibility for the attack.")
    assert (event.roles, event.polarity, event.modality) == ((), "positive", "actual")


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("The army murdered six priests, their cook and her daughter.", {"six priests", "their cook", "her daughter"}),
        (
            "They killed Judge Ana Roldan, her driver and two bodyguards.",
            {"Judge Ana Roldan", "her driver", "two bodyguards"},
        ),
        ("A bomb exploded in front of the embassy.", {"embassy"}),
        ("Gunmen hurled dynamite at the police station.", {"police station"}),
        ("Rebels set fire to three buses.", {"three buses"}),
    ],
)
def test_all_that_were_hit_are_targets(text: str, targets: set[str]) -> None:
    (event,) = told(text)
    assert {role.name for role in event.roles if role.role == "target"} == targets


def test_goods_before_the_noun_are_its_instrument() -> None:
    attack, _ = told("A dynamite attack destroyed the office.")
    assert ("instrument", "dynamite") in roles(attack)


def test_nobody_behind_the_noun_owns_it() -> None:
    (assault,) = told("The troops backed the brigade’s assault on the regiment, or the guard.")
    assert {role.name for role in assault.roles if role.role == "agent"} == {"brigade"}
