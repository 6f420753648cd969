"""Triggers by the forms of their words."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.ontology import load
from reportedly.read.events.lexicon import forms, lexicon, plurals


def test_regular_and_irregular_forms() -> None:
    assert forms("besiege") == ("besiege", "besieges", "besieged", "besieging")
    assert forms("carry") == ("carry", "carries", "carried", "carrying")
    assert forms("clash")[1] == "clashes"
    assert {"took", "taken", "taking"} <= set(forms("take", ("took", "taken")))
    assert {"travelled", "traveled"} <= set(forms("travel"))
    assert "shellled" not in forms("shell")
    assert {"stepped", "stepping"} <= set(forms("step"))
    assert "attackked" not in forms("attack")


def test_plurals() -> None:
    assert [plurals(noun)[0] for noun in ("clash", "sortie", "casualty", "raid")] == [
        "clashes", "sorties", "casualties", "raids",
    ]  # fmt: skip


def test_the_most_specific_pattern_comes_first() -> None:
    patterns = lexicon(load()).verbs["took"]
    assert [pattern.weight for pattern in patterns] == sorted((p.weight for p in patterns), reverse=True)


def test_a_hyphenated_verb_is_found_by_its_last_part() -> None:
    assert any(pattern.prefix == ("air",) for pattern in lexicon(load()).verbs["dropped"])


@given(st.from_regex("[a-z]{3,9}", fullmatch=True))
def test_forms_hold_the_lemma_and_do_not_repeat(verb: str) -> None:
    found = forms(verb)
    assert found[0] == verb
    assert len(set(found)) == len(found)
