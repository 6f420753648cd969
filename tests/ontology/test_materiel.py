"""What a noun phrase names as military goods."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ontology import load


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("BGM-71 missiles", "anti-tank-missile"),
        ("anti-tank guided missiles", "anti-tank-missile"),
        ("missiles", "missile"),
        ("12Tanks", "tank"),
        ("6 BMP's", "infantry-fighting-vehicle"),
        ("cars/lorries", "vehicle"),
        ("a crate of hand grenades", "grenade"),
        ("crates of ammo", "ammunition"),
        ("Russian-made attack helicopters", "helicopter"),
        ("tank crew", None),
        ("rifle factory workers", None),
        ("villages", None),
        ("", None),
    ],
)
def test_category(words: str, category: str | None) -> None:
    assert load().materiel_category(words) == category


def test_wider_categories_are_compatible() -> None:
    materiel = load().materiel
    assert materiel.above("anti-tank-missile")[0] == "anti-tank-missile"
    assert materiel.above("anti-tank-missile")[-1] == "materiel"
    assert materiel.compatible("weapon", "anti-tank-missile")
    assert not materiel.compatible("tank", "rifle")
    assert materiel.above("unheard-of") == ()


@given(st.text())
def test_any_words_are_answered(words: str) -> None:
    assert load().materiel_category(words) in {None, *load().materiel.categories}
