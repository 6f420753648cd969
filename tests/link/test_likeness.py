"""Words weighted by rarity, their likeness, stories and triggers of one event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.likeness import (
    NO_WORDS,
    UNLIKE,
    Telling,
    Words,
    evidence,
    kinship,
    lemma,
    likeness,
    rarity,
    related,
    stories,
    story_words,
    words,
)

BRIDGE = "Rockets hit the Karada bridge in Velmora on Tuesday and killed four soldiers of the 14th Brigade."
AGAIN = "Four soldiers of the 14th Brigade were killed when rockets struck the Karada bridge in Velmora."
HARVEST = "Farmers near Osterby expect a poor barley harvest after the driest spring in decades."
SQUARES = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.01, 50.0), max_size=8)


def bag(squares: dict[str, float]) -> Words:
    return Words(squares=squares, weight=sum(squares.values()))


def pair(weights: dict[str, float], first: set[str], second: set[str]) -> tuple[Words, Words]:
    one = {word: weight for word, weight in weights.items() if word in first}
    other = {word: weight for word, weight in weights.items() if word in second}
    return bag(one), bag(other)


SIDES = st.tuples(SQUARES, st.sets(st.sampled_from("abcdefgh")), st.sets(st.sampled_from("abcdefgh")))


def telling(document: str, trigger: str, text: str, sentence: int = 0) -> Telling:
    around = words(text, without=words(trigger).squares)
    return Telling(
        document=document,
        sentence=sentence,
        lemma=lemma(trigger),
        around=around,
        whole=words(text),
    )


@given(SIDES)
def test_likeness_is_symmetric_and_between_0_and_1(sides: tuple[dict[str, float], set[str], set[str]]) -> None:
    a, b = pair(*sides)
    assert likeness(a, b) == likeness(b, a)
    assert 0.0 <= likeness(a, b) <= 1.0


@given(SQUARES.filter(bool))
def test_a_bag_is_like_itself(squares: dict[str, float]) -> None:
    assert likeness(bag(squares), bag(squares)) == pytest.approx(1.0)


@given(SIDES, st.floats(0.01, 50.0))
def test_a_shared_word_never_lowers_and_another_never_raises(
    sides: tuple[dict[str, float], set[str], set[str]], weight: float
) -> None:
    a, b = pair(*sides)
    before = likeness(a, b)
    more_a, more_b = bag({**a.squares, "new": weight}), bag({**b.squares, "new": weight})
    assert likeness(more_a, more_b) >= before - 1e-9
    assert likeness(more_a, b) <= before + 1e-9


def test_nothing_is_like_no_words() -> None:
    assert likeness(NO_WORDS, NO_WORDS) == likeness(NO_WORDS, words(BRIDGE)) == 0.0


def test_function_words_weigh_nothing_and_names_most() -> None:
    assert rarity("the") == 0.0
    assert rarity("velmora") > rarity("bridge") > 0.0
    assert words("that it was of the") == NO_WORDS


def test_a_retold_happening_is_more_alike_than_another() -> None:
    assert likeness(words(BRIDGE), words(AGAIN)) > 0.6 > 0.1 > likeness(words(BRIDGE), words(HARVEST))


def test_words_left_out_do_not_count() -> None:
    assert "velmora" not in words(BRIDGE, without=["velmora"]).squares


def test_documents_of_one_happening_make_a_story_whatever_their_order() -> None:
    documents = {"a": words(BRIDGE), "b": words(HARVEST), "c": words(AGAIN)}
    assert stories(documents) == [("a", "c"), ("b",)]
    assert stories(dict(reversed(documents.items()))) == stories(documents)


@pytest.mark.parametrize(("one", "other"), [("seize", "seizure"), ("resign", "resignation"), ("injure", "injury")])
def test_forms_of_one_word_are_related(one: str, other: str) -> None:
    assert related(one, other)
    assert related(other, one)


@pytest.mark.parametrize(("one", "other"), [("kill", "kidnap"), ("say", "saying"), ("inter", "international")])
def test_words_that_only_begin_alike_are_not(one: str, other: str) -> None:
    assert not related(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("wound", "injure"),
        ("hit", "strike"),
        ("earthquake", "quake"),
        ("die", "death"),
        ("raid", "foray"),
        ("raze", "level"),
    ],
)
def test_words_that_share_a_sense_are_kin(one: str, other: str) -> None:
    assert kinship(one, other) == kinship(other, one) > 0.0


@pytest.mark.parametrize(
    ("one", "other"), [("kill", "arrest"), ("win", "lose"), ("say", "attack"), ("velmora", "strike")]
)
def test_words_without_a_common_sense_are_no_kin(one: str, other: str) -> None:
    assert kinship(one, other) == 0.0


def test_the_commoner_the_shared_sense_the_nearer_and_one_word_is_nearest() -> None:
    assert kinship("strike", "strike") == kinship("velmora", "velmora") == 1.0
    assert kinship("wound", "injure") > kinship("attack", "assault") > 0.0


def test_names_and_numbers_weigh_more_in_a_story_and_the_beginning_of_a_sentence_names_nobody() -> None:
    plain, story = words(BRIDGE).squares, story_words(BRIDGE).squares
    assert story["velmora"] == pytest.approx(3 * plain["velmora"])
    assert story["14th"] == pytest.approx(2 * plain["14th"])
    assert story["rocket"] == plain["rocket"]
    assert story["bridge"] == plain["bridge"]


def test_what_is_written_both_ways_is_a_name_only_where_capitals_are_more() -> None:
    assert (
        story_words("The Union met as the union of old met a union.").squares["union"]
        == words("union").squares["union"]
    )


def test_kin_triggers_of_one_story_are_evidence_beside_strangers() -> None:
    one = telling("a", "hit", BRIDGE)
    kin = telling("b", "struck", AGAIN)
    assert evidence(one, kin) > evidence(one, telling("b", "killed", AGAIN)) == UNLIKE


def test_the_same_trigger_of_one_story_is_evidence_for_and_another_against() -> None:
    one, same = telling("a", "killed", BRIDGE), telling("b", "killed", AGAIN)
    assert evidence(one, same) == evidence(same, one) > 0
    assert evidence(one, telling("b", "struck", AGAIN)) < 0


def test_a_trigger_in_a_document_of_something_else_is_weaker_evidence() -> None:
    one = telling("a", "killed", BRIDGE)
    elsewhere = telling("c", "killed", "Two hikers were killed by an avalanche below the Norrtind glacier.")
    assert evidence(one, telling("b", "killed", AGAIN)) > evidence(one, elsewhere)
