"""The words of designations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ontology.designations import is_written, key_of, words_at


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("anti-tank missiles", ["anti", "tank", "missiles"]),
        ("AK-47s and T‑72s", ["AK-47s", "and", "T‑72s"]),
        ("a 20-truck convoy", ["a", "20", "truck", "convoy"]),
        ("9K115-2 Metis", ["9K115-2", "Metis"]),
    ],
)
def test_words_part_at_hyphens_that_make_no_designation(text: str, words: list[str]) -> None:
    assert [word for word, _ in words_at(text)] == words


@given(st.text(alphabet="aZ9-‑ s.,é"))
def test_words_stand_where_they_are_said_to(text: str) -> None:
    found = words_at(text)
    assert all(text.startswith(word, start) for word, start in found)
    assert [start for _, start in found] == sorted(start for _, start in found)


@pytest.mark.parametrize(("word", "key"), [("T-72s", "t72"), ("APCs", "apc"), ("lorries", "lorry"), ("gas", "gas")])
def test_keys_are_singular(word: str, key: str) -> None:
    assert key_of(word) == key


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [("TOW", "tow", False), ("Manpads", "Manpads", True), ("IRIS", "IRI", False), ("truck", "Truck", True)],
)
def test_a_name_keeps_its_capitals(name: str, text: str, written: bool) -> None:
    assert is_written(name, text) is written
