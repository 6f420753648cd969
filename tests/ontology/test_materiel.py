"""What a noun phrase names as military goods."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ontology import load
from reportedly.ontology.materiel import REGISTER


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
        ("three T-72B3s", "tank"),
        ("two T 55 tanks", "tank"),
        ("AK 47s", "assault-rifle"),
        ("Bayraktar TB2s", "drone"),
        ("Shahed-136 drones", "loitering-munition"),
        ("FPV drones", "drone"),
        ("MT-LBs", "personnel-carrier"),
        ("tear-gas shells", "riot-control"),
        ("Manpads", "manpads"),
        ("Javelins", "anti-tank-missile"),
        ("Leopard 2A6 tanks", "tank"),
        ("Milan missiles", "anti-tank-missile"),
        ("M4 rifles", "assault-rifle"),
        ("Milan", None),
        ("the M4", None),
        ("grad students", None),
        ("a tow", None),
        ("50 m2", None),
        ("a suicide bomber", None),
        ("tank crew", None),
        ("water tanks", None),
        ("C-130J Hercules", "transport-aircraft"),
        ("surface-to-air missiles", "air-defence-missile"),
        ("captured equipment", "materiel"),
        ("rifle factory workers", None),
        ("villages", None),
        ("", None),
    ],
)
def test_category(words: str, category: str | None) -> None:
    assert load().materiel_category(words) == category


def seen(text: str) -> list[tuple[str, str]]:
    words = text.split()
    sightings = load().materiel.sightings(words)
    return [(" ".join(words[one.first : one.last]), one.use) for one in sightings]


def test_names_are_sighted_in_running_words_the_longest_first() -> None:
    assert seen("he fired a machine gun and a T 72 near Milan") == [
        ("machine gun", "name"),
        ("T 72", "model"),
        ("Milan", "beside"),
    ]
    assert seen("an M60 , M60s , F1 , A-10") == [
        ("M60", "beside"),
        ("M60s", "model"),
        ("F1", "beside"),
        ("A-10", "model"),
    ]
    assert seen("equipment beside water tanks") == [("equipment", "loose")]
    assert seen("armoured personnel carriers , T-72B3s") == [
        ("armoured personnel carriers", "name"),
        ("T-72B3s", "model"),
    ]


def test_wider_categories_are_compatible() -> None:
    materiel = load().materiel
    assert materiel.above("anti-tank-missile")[0] == "anti-tank-missile"
    assert materiel.above("anti-tank-missile")[-1] == "materiel"
    assert materiel.compatible("weapon", "anti-tank-missile")
    assert not materiel.compatible("tank", "rifle")
    assert materiel.above("unheard-of") == ()


def test_the_register_of_conventional_arms_is_covered() -> None:
    categories = load().materiel.categories.values()
    assert {category.register for category in categories} - {""} == REGISTER
    assert sum(len(category.models) + len(category.beside) for category in categories) > 1500


def test_a_category_says_no_name_twice() -> None:
    for category in load().materiel.categories.values():
        names = (*category.names, *category.models, *category.beside)
        assert len(set(names)) == len(names), category.id


@given(st.text())
def test_any_words_are_answered(words: str) -> None:
    assert load().materiel_category(words) in {None, *load().materiel.categories}
