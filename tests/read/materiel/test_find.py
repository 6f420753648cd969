"""Mentions of materiel, on parses written down."""

from itertools import pairwise
from pathlib import Path

import pytest
from tests.read import flat
from tests.read.trees import parsed, sentences

from reportedly.model import ActorMention, Span
from reportedly.ontology import load
from reportedly.read.materiel import find_materiel

TREES = sentences(Path(__file__).parent / "sentences.conllu")


def found(text: str) -> list[tuple[str, str]]:
    document, parse = parsed((text, TREES[text]))
    mentions = find_materiel(document, parse, load().materiel, ())
    assert all(" ".join(one.span.of(text).split()) == one.name for one in mentions)
    assert all(load().materiel_category(one.name) == one.category for one in mentions if "ship" not in one.rule)
    return [(one.name, one.category) for one in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The rebels lost 12 US-made BGM-71 TOW missiles and several old armoured personnel carriers.",
            [
                ("US-made BGM-71 TOW missiles", "anti-tank-missile"),
                ("old armoured personnel carriers", "personnel-carrier"),
            ],
        ),
        (
            "A suicide car bomb blast near the depot destroyed a 20-truck convoy.",
            [("suicide car bomb", "ied"), ("truck", "vehicle")],
        ),
        (
            "Vehicle-borne homemade bombs hit the Agency for the Removal of Chemical Weapons in Tarsa.",
            [("Vehicle-borne homemade bombs", "explosive")],
        ),
        (
            "The army has lost its T-72B3s, an AK 47 and Grad rockets, but Makarov said the M60 was open.",
            [("T-72B3s", "tank"), ("AK 47", "assault-rifle"), ("Grad rockets", "rocket-artillery")],
        ),
        (
            "Gunners fired 7.62-mm machine guns from equipment near Milan.",
            [("7.62-mm machine guns", "machine-gun")],
        ),
        (
            "Two Su-24s dropped barrel bombs while pick-up trucks fled under anti-aircraft fire.",
            [("Su-24s", "aircraft"), ("barrel bombs", "bomb"), ("pick-up trucks", "vehicle")],
        ),
    ],
)
def test_names_are_found_with_their_modifiers(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He raised his arms beside the water tank and said the coal mine was his.",
        "The troops shell the village and rocket the ridge.",
    ],
)
def test_words_in_another_sense_are_none(text: str) -> None:
    assert found(text) == []


def test_a_ship_is_named_with_its_kind_and_its_number() -> None:
    text = "The frigate HMS Anvil (L 12) left port, and Anvil fired two missiles from the HMS Castle of Orm."
    assert found(text) == [
        ("frigate HMS Anvil", "ship"),
        ("L 12", "ship"),
        ("Anvil", "ship"),
        ("missiles", "missile"),
        ("HMS Castle of Orm", "ship"),
    ]


def test_a_ship_has_its_name_in_capitals_too() -> None:
    text = "HMS ANVIL US met the carrier USS ORMOND on Monday"
    mentions = find_materiel(flat.document(text), flat.parse(text), load().materiel, ())
    assert "HMS ANVIL" in [one.name for one in mentions]
    shouted = text.upper()
    mentions = find_materiel(flat.document(shouted), flat.parse(shouted), load().materiel, ())
    assert "ship" not in {one.rule for one in mentions}


def test_a_nickname_counts_alone_once_the_document_has_explained_it() -> None:
    text = "Typhoon jets and air force Reapers left as Typhoons and Tigers fell"
    mentions = find_materiel(flat.document(text), flat.parse(text), load().materiel, ())
    assert [one.name for one in mentions] == ["Typhoon jets", "air force Reapers", "Typhoons"]


def test_in_capitals_a_common_word_is_no_model() -> None:
    text = "THE ARMY GAVE ITS LAW ROCKETS TO THE PATRIOTS UNDER THE LAW"
    mentions = find_materiel(flat.document(text), flat.parse(text), load().materiel, ())
    assert [one.name for one in mentions] == ["LAW ROCKETS"]


def test_a_known_actor_is_no_materiel() -> None:
    text = "Members of the APC left"
    document, parse = flat.document(text), flat.parse(text)
    assert [one.name for one in find_materiel(document, parse, load().materiel, ())] == ["APC"]
    party = ActorMention(name="APC", actor="party", span=Span(15, 18))
    assert find_materiel(document, parse, load().materiel, (party,)) == ()


@pytest.mark.parametrize("number", ["A 10 people", "At 4 people", "US $2 people", "the M60 people", "Type people"])
def test_a_short_designation_needs_a_hyphen_or_a_name_beside_it(number: str) -> None:
    assert find_materiel(flat.document(number), flat.parse(number), load().materiel, ()) == ()


def test_mentions_do_not_overlap_and_stand_in_order() -> None:
    document, parse = parsed(*TREES.items())
    spans = [one.span for one in find_materiel(document, parse, load().materiel, ())]
    assert len(spans) > 10
    assert all(one.end <= other.start for one, other in pairwise(spans))
