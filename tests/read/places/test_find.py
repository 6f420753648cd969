"""Places: what is one, which one it is, and what cannot be placed."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.gazetteer.world import base
from tests.read.flat import document, parse

from reportedly.gazetteer import Gazetteer
from reportedly.language.parse import NameLabel
from reportedly.model import Place
from reportedly.read.places import find_places


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    """The small world."""
    folder: Path = tmp_path_factory.mktemp("world")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reportedly.gazetteer.gazetteer.base_rows", lambda: iter(base()))
        yield Gazetteer.open(folder)


def places(text: str, gazetteer: Gazetteer, **names: NameLabel) -> list[Place]:
    labels = {name.replace("_", " "): label for name, label in names.items()}
    return list(find_places(document(text), parse(text, labels), gazetteer))


def test_a_country_and_a_capital(gazetteer: Gazetteer) -> None:
    found = places("In Syria and in London they waited.", gazetteer, Syria="LOC", London="LOC")
    assert [(place.name, place.geonameid, place.precision) for place in found] == [
        ("Syria", 1, "country"),
        ("London", 3, "town"),
    ]


@pytest.mark.parametrize("words", ["Idlib province", "Idlib governorate", "the countryside of Idlib"])
def test_a_province_is_not_its_seat(gazetteer: Gazetteer, words: str) -> None:
    found = places(f"They advanced in {words} of Syria.", gazetteer, Idlib="LOC", Syria="LOC")
    assert (found[0].geonameid, found[0].precision, found[0].radius_km) == (4, "province", 75)


def test_a_town_in_its_province(gazetteer: Gazetteer) -> None:
    town, province = places("He lives in Sarmin, in Idlib.", gazetteer, Sarmin="LOC", Idlib="LOC")
    assert (town.geonameid, town.precision) == (6, "town")
    assert (province.geonameid, province.precision) == (4, "province")


def test_transliterations_and_neighbours(gazetteer: Gazetteer) -> None:
    text = "In Syria they took Sarmin, Kafar Samak and Marjaan."
    found = places(text, gazetteer, Syria="LOC", Sarmin="LOC", Kafar_Samak="ORG")
    assert [place.geonameid for place in found] == [1, 6, 10, 7]


def test_a_list_carries_its_kind(gazetteer: Gazetteer) -> None:
    text = "In Syria they took Sarmin, Tell Sultan and Kafr Samak."
    found = places(text, gazetteer, Syria="LOC", Sarmin="LOC")
    assert [place.geonameid for place in found] == [1, 6, 9, 10]
    assert found[2].rule.startswith("listed-with-place")


def test_two_of_one_name_without_evidence_stay_unplaced(gazetteer: Gazetteer) -> None:
    (found,) = places("They took Marjan.", gazetteer, Marjan="LOC")
    assert (found.precision, found.lat, found.geonameid) == ("unplaced", None, None)
    assert found.rule.endswith("place-ambiguous")


def test_unknown_places_stay_unplaced(gazetteer: Gazetteer) -> None:
    (found,) = places("They took Xanadu.", gazetteer, Xanadu="LOC")
    assert found.precision == "unplaced"
    assert found.rule.endswith("place-unknown")


def test_no_point_no_place(gazetteer: Gazetteer) -> None:
    (found,) = places("They took Nowhere.", gazetteer, Nowhere="LOC")
    assert (found.precision, found.lat) == ("unplaced", None)


def test_a_mountain(gazetteer: Gazetteer) -> None:
    found = places("In Syria they took villages of Al-Warda Mountain.", gazetteer, Syria="LOC")
    assert [(place.geonameid, place.matched) for place in found][1:] == [(11, "Warda Mountain")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The London Post said so.", {"London": "LOC"}),
        ("Syrian rebels left.", {}),
        ("The Islamic State left.", {"Islamic State": "LOC"}),
        ("They left in March.", {}),
        ("The Tigris Battalions and Marjan left.", {"Tigris Battalions": "ORG", "Marjan": "LOC"}),
    ],
)
def test_no_places(gazetteer: Gazetteer, text: str, names: dict[str, NameLabel]) -> None:
    assert find_places(document(text), parse(text, names), gazetteer) == ()


WORDS = st.lists(
    st.sampled_from(
        ["Idlib", "Sarmin", "Marjan", "Syria", "in", "the", "and", ",", "province", "of", "London", "Post", "\n"]
    ),
    max_size=14,
)


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_spans_never_overlap_and_values_agree(gazetteer: Gazetteer, words: list[str]) -> None:
    text = " ".join(words)
    names: dict[str, NameLabel] = {"Idlib": "LOC", "Sarmin": "LOC", "Marjan": "LOC", "London": "ORG"}
    found = find_places(document(text), parse(text, names), gazetteer)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all((place.lat is None) == (place.precision == "unplaced") for place in found)
    assert found == find_places(document(text), parse(text, names), gazetteer)


def test_a_make_is_no_place(gazetteer: Gazetteer) -> None:
    found = places("In Syria they lost 40 British-made London missiles.", gazetteer, Syria="LOC", London="LOC")
    assert [place.name for place in found] == ["Syria"]
