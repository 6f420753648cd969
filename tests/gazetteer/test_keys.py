"""Names that are one under their keys, and names that must not be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.gazetteer.keys import SHORTEST, all_keys, exact_key, keys, skeleton_key, sound_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ar-Raqqah", "Al Raqqah"),
        ("Deir ez-Zor", "DEIR EZ ZOR"),
        ("Ma'arrat", "Maʿarrat"),
        ("Khān Shaykhūn", "Khan Shaykhun"),
        ("Saint Denis", "St. Denis"),
        ("Слов'янськ", "Slov'yansk"),
    ],
)
def test_exact(one: str, other: str) -> None:
    assert exact_key(one) == exact_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Raqqa", "Rakkah"),
        ("Deir ez-Zor", "Dayr az-Zawr"),
        ("Kyiv", "Kiev"),
        ("Latakia", "Lattakiyah"),
        ("Ghouta", "Ghuta"),
        ("Sarmada", "Sarmadah"),
        ("Tell Sultan", "Tel Soultan"),
    ],
)
def test_sound(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("Khan Sobol", "Khan as Sabil"), ("Slovyansk", "Sloviansk"), ("Kharkiv", "Kharkov"), ("Idlib", "Edleb")],
)
def test_skeleton(one: str, other: str) -> None:
    assert skeleton_key(one) == skeleton_key(other) != ""


@pytest.mark.parametrize("name", ["Homs", "Hama", "Raqqa", "Al", "Ain", ""])
def test_short_skeletons_are_no_key(name: str) -> None:
    assert skeleton_key(name) == ""


def test_the_article_needs_its_letter() -> None:
    assert exact_key("An Nabk") == "nabk"
    assert exact_key("An Arbor") == "anarbor"


@given(st.text(max_size=30))
def test_keys_of_anything(name: str) -> None:
    exact, sound, skeleton = keys(name)
    assert set(exact) <= set("abcdefghijklmnopqrstuvwxyz0123456789")
    assert tuple(key for key in (exact, sound, skeleton) if key) == all_keys([name])[0]
    assert not skeleton or len(skeleton) > SHORTEST  # and its mark


@given(st.lists(st.text(max_size=12), max_size=6))
def test_keys_of_many_are_the_keys_of_each(names: list[str]) -> None:
    assert all_keys(names) == [tuple(key for key in keys(name) if key) for name in names]
