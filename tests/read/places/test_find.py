"""Places: what is one, which one it is, and what cannot be placed."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.flat import document, parse

from reportedly.gazetteer import Gazetteer
from reportedly.language.parse import NameLabel
from reportedly.model import Place
from reportedly.read.places import find_places, find_toponyms


def places(text: str, gazetteer: Gazetteer, **names: NameLabel) -> list[Place]:
    labels = {name.replace("_", " "): label for name, label in names.items()}
    return list(find_places(document(text), parse(text, labels), gazetteer))


def associated(text: str, gazetteer: Gazetteer, **names: NameLabel) -> list[tuple[str, str | None]]:
    labels = {name.replace("_", " "): label for name, label in names.items()}
    found = find_toponyms(document(text), parse(text, labels), gazetteer).associated
    return [(place.name, place.country) for place in found]


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


def test_words_for_arms_are_no_places(gazetteer: Gazetteer) -> None:
    def category(name: str) -> str | None:
        return "weapon" if name in ("IED", "Sarmin", "Kornet") else None

    def named(text: str, *names: str) -> list[str]:
        found = find_places(document(text), parse(text, dict.fromkeys(names, "LOC")), gazetteer, category)
        return [place.name for place in found]

    assert named("They died in IED blasts in Idlib.", "IED", "Idlib") == ["Idlib"]
    assert named("They left Sarmin.", "Sarmin") == ["Sarmin"]
    assert named("They left the town of Kornet.", "Kornet") == ["Kornet"]


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


def test_neighbours_choose_between_namesakes(gazetteer: Gazetteer) -> None:
    text = "They met in Dublin, Hilliard and Grove City."
    found = places(text, gazetteer, Dublin="LOC", Hilliard="LOC", Grove_City="LOC")
    assert [place.geonameid for place in found] == [17, 18, 19]
    (alone,) = places("They met in Dublin.", gazetteer, Dublin="LOC")
    assert alone.geonameid == 16


def test_a_division_named_after_a_place_chooses(gazetteer: Gazetteer) -> None:
    town, state = places("They met in Dublin, Ohio.", gazetteer, Dublin="LOC", Ohio="LOC")
    assert (town.geonameid, state.geonameid) == (17, 14)


def test_a_place_that_is_not_where_the_text_puts_it_has_a_country_and_no_point(gazetteer: Gazetteer) -> None:
    found, _ = places("They met in Harran, Syria.", gazetteer, Harran="LOC", Syria="LOC")
    assert (found.precision, found.lat, found.country) == ("unplaced", None, "SY")
    assert found.rule.endswith("place-elsewhere")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ali Marjan left. Marjan said nothing.", {"Ali Marjan": "PER", "Marjan": "LOC"}),
        ("They met Mr. Sarmin.", {"Sarmin": "LOC"}),
        ("Fighters of the Valley Hawks left.", {"Valley Hawks": "LOC"}),
        ("The Sarmin City Council left.", {"Sarmin City Council": "LOC"}),
        ("They live on Sarmin Street.", {"Sarmin": "LOC"}),
        ("It costs US$40.", {"US": "LOC"}),
        ("Syrians left.", {"Syrians": "LOC"}),
        ("The Syrian town fell.", {"Syrian town": "LOC"}),
    ],
)
def test_persons_bands_bodies_and_streets_are_no_places(
    gazetteer: Gazetteer, text: str, names: dict[str, NameLabel]
) -> None:
    assert find_places(document(text), parse(text, names), gazetteer) == ()


def test_what_is_called_after_a_place_stands_apart(gazetteer: Gazetteer) -> None:
    text = "Syrian troops and the Sarmin City Council met the Press Club of London."
    assert associated(text, gazetteer, Sarmin_City_Council="ORG", Press_Club_of_London="ORG") == [
        ("Syrian", "SY"),
        ("Sarmin", "SY"),
        ("London", "GB"),
    ]
    assert places(text, gazetteer, Sarmin_City_Council="ORG", Press_Club_of_London="ORG") == []


def test_initials_before_a_noun_tell_whose(gazetteer: Gazetteer) -> None:
    text = "The US envoys left."
    tree = parse(text)
    tree.tokens[1].dep = "compound"
    found = find_toponyms(document(text), tree, gazetteer)
    assert [(place.name, place.geonameid) for place in found.associated] == [("US", 13)]
    assert found.places == ()


def test_what_stands_in_a_town_lies_somewhere_about_it(gazetteer: Gazetteer) -> None:
    (found,) = places("They shelled Sarmin Grain Silos.", gazetteer, Sarmin_Grain_Silos="LOC")
    assert (found.geonameid, found.precision, found.radius_km) == (6, "town", 25)


def test_a_part_of_a_place(gazetteer: Gazetteer) -> None:
    (found,) = places("They came from Northern Syria.", gazetteer, Northern_Syria="LOC")
    assert (found.name, found.geonameid, found.rule.split("/")[0]) == ("Syria", 1, "part-of-place")


def test_the_kind_after_a_list_is_that_of_its_members(gazetteer: Gazetteer) -> None:
    first, second = places("It burns in Idlib and Lucas counties of Ohio.", gazetteer, Idlib="LOC", Lucas="LOC")[:2]
    assert second.geonameid == 15
    assert first.geonameid != 5


def test_a_side_is_of_the_province(gazetteer: Gazetteer) -> None:
    found = places("They shelled southern Idlib in Syria.", gazetteer, Idlib="LOC", Syria="LOC")
    assert (found[0].geonameid, found[0].precision) == (4, "province")


def test_a_bare_county_name_is_no_county(gazetteer: Gazetteer) -> None:
    (found,) = places("They met in Lucas.", gazetteer, Lucas="LOC")
    assert found.precision == "unplaced"


@pytest.mark.parametrize(("text", "metonym"), [("London said so.", True), ("It fell in London.", False)])
def test_a_place_that_acts_is_a_metonym(gazetteer: Gazetteer, text: str, metonym: bool) -> None:
    tree = parse(text, {"London": "LOC"})
    said = next((token for token in tree.tokens if token.text == "said"), None)
    if said is not None:
        said.lemma = "say"
        tree.tokens[0].head, tree.tokens[0].dep = said, "nsubj"
    (found,) = find_places(document(text), tree, gazetteer)
    assert found.metonym is metonym


def test_a_country_taken_for_a_person(gazetteer: Gazetteer) -> None:
    assert [place.geonameid for place in places("Chad fell.", gazetteer, Chad="PER")] == [20]
    assert places("Chad Ames fell. Chad fell.", gazetteer, Chad_Ames="PER", Chad="PER") == []


def test_a_dateline(gazetteer: Gazetteer) -> None:
    (found,) = places("SARMIN, Syria (AP) — Shells fell.", gazetteer, Syria="LOC")[:1]
    assert (found.geonameid, found.rule.split("/")[0]) == (6, "dateline")


def test_a_name_of_a_place_is_one_wherever_it_stands(gazetteer: Gazetteer) -> None:
    found = places("They hold Sarmin. Then Sarmin fell.", gazetteer)
    assert found == []
    found = places("They hold Kafr Samak. They hold Kafr Samak.", gazetteer, Kafr_Samak="LOC")
    assert len(found) == 2


def test_a_town_that_sounds_alike_amid_the_others_is_meant(gazetteer: Gazetteer) -> None:
    labels: dict[str, NameLabel] = {"Syria": "LOC", "Sarmin": "LOC", "Idlib": "LOC", "Zurbeh": "LOC"}
    found = places("In Syria they took Sarmin, Idlib and Zurbeh.", gazetteer, **labels)
    assert (found[-1].geonameid, found[-1].rule) == (23, "place-name/place-sound-near")


def test_a_town_that_is_told_of_alone_is_the_one_spelled_so(gazetteer: Gazetteer) -> None:
    (found,) = places("They drove to Zurbeh.", gazetteer, Zurbeh="LOC")
    assert found.geonameid == 22


def test_a_list_behind_a_word_of_place_is_of_places(gazetteer: Gazetteer) -> None:
    text = "In Syria they took control over Sarmin, Tell Sultan and Marjan."
    found = places(text, gazetteer, Syria="LOC", Sarmin="PER", Tell_Sultan="PER", Marjan="PER")
    assert [place.name for place in found] == ["Syria", "Sarmin", "Tell Sultan", "Marjan"]
    assert not places(
        "They mourned the deaths of Sarmin, Tell Sultan and Marjan.", gazetteer, Sarmin="PER", Marjan="PER"
    )
