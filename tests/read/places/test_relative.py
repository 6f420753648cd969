"""Places told by another place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.flat import document, parse

from reportedly.gazetteer import Gazetteer
from reportedly.model import Place
from reportedly.model.geo import kilometres
from reportedly.read.places import find_toponyms
from reportedly.read.places.relative import moved


def one(text: str, gazetteer: Gazetteer, *names: str) -> Place:
    return find_toponyms(document(text), parse(text, dict.fromkeys(names or ("Idlib",), "LOC")), gazetteer).places[0]


@pytest.mark.parametrize(
    ("words", "name", "lat", "lon", "radius", "precision"),
    [
        ("a farm 10 km north of Idlib", "10 km north of Idlib", 36.0199, 36.63, 5.1, "town"),
        ("about ten kilometres to the east of the town of Idlib",
         "ten kilometres to the east of the town of Idlib", 35.93, 36.7411, 5.1, "town"),
        ("a post 20 miles (32 km) southwest of Idlib", "20 miles (32 km) southwest of Idlib", 35.7253, 36.3778, 14.2,
         "district"),
        ("a village 40 km from Idlib", "40 km from Idlib", 35.93, 36.63, 41.0, "district"),
        ("hills just north-east of Idlib", "just north-east of Idlib", 35.93, 36.63, 26.0, "district"),
    ],
)  # fmt: skip
def test_offsets(
    gazetteer: Gazetteer, words: str, name: str, lat: float, lon: float, radius: float, precision: str
) -> None:
    text = f"They shelled {words}."
    place = one(text, gazetteer)
    assert (place.name, place.span.of(text)) == (name, name)
    assert place.lat == pytest.approx(lat, abs=0.002)
    assert place.lon == pytest.approx(lon, abs=0.002)
    assert place.radius_km == pytest.approx(radius, abs=0.2)
    assert place.precision == precision
    assert (place.geonameid, place.matched, place.country) == (None, "Idlib", "SY")


@pytest.mark.parametrize("words", ["near Idlib", "outside the city of Idlib", "on the outskirts of Idlib"])
def test_near_is_the_town_with_a_wider_radius(gazetteer: Gazetteer, words: str) -> None:
    place = one(f"They shelled a farm {words}.", gazetteer)
    assert (place.name, place.geonameid, place.lat, place.radius_km) == ("Idlib", 5, 35.93, 16.0)
    assert place.rule.endswith("/near")


def test_a_road_between_two_towns(gazetteer: Gazetteer) -> None:
    text = "A convoy burnt on the road between Idlib and Sarmin."
    place = one(text, gazetteer, "Idlib", "Sarmin")
    assert place.name == "between Idlib and Sarmin"
    assert (place.lat, place.lon) == (35.915, 36.68)
    assert kilometres(35.93, 36.63, place.lat or 0, place.lon or 0) <= (place.radius_km or 0) < 8
    assert (place.geonameid, place.country, place.admin1) == (None, "SY", "Idlib")


@pytest.mark.parametrize("text", ["The talks between Idlib and Sarmin failed.", "They drove from Idlib to Sarmin."])
def test_talks_and_drives_are_no_roads(gazetteer: Gazetteer, text: str) -> None:
    assert one(text, gazetteer, "Idlib", "Sarmin").name == "Idlib"


def test_countries_are_not_moved(gazetteer: Gazetteer) -> None:
    place = one("Planes flew 10 km north of Syria.", gazetteer, "Syria")
    assert (place.name, place.geonameid) == ("Syria", 1)


def test_the_toponym_itself_is_kept(gazetteer: Gazetteer) -> None:
    text = "They shelled a farm 10 km north of Idlib."
    found = find_toponyms(document(text), parse(text, {"Idlib": "LOC"}), gazetteer)
    assert [place.name for place in found.named] == ["Idlib"]


@given(st.floats(-60, 60), st.floats(-180, 179), st.floats(0, 359), st.floats(0, 100))
def test_moved_is_as_far_away_as_said(lat: float, lon: float, bearing: float, distance: float) -> None:
    there = moved(lat, lon, bearing, distance)
    assert kilometres(lat, lon, *there) == pytest.approx(distance, rel=0.03, abs=0.05)
