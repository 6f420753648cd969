"""Times of the clock with the zone that the words name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.clean import document_of
from reportedly.language import Pipeline
from reportedly.read.times import find_times
from reportedly.read.times.zones import offset_of_city


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The raid began at 1500 GMT on Tuesday.", "2016-05-10T15:00Z"),
        ("The raid began at 15:00 Damascus time on Tuesday.", "2016-05-10T15:00+03:00"),
        ("The raid began at 3 p.m. Moscow time on 5 January 2016.", "2016-01-05T15:00+03:00"),
        ("The raid began at midnight Baghdad time on Friday.", "2016-05-13T24:00+03:00"),
        ("The raid began at 6 p.m. local time on Tuesday.", "2016-05-10T18:00"),
        ("The raid began at 6 p.m. Tarsa time on Tuesday.", "2016-05-10T18:00"),
        ("The raid began at 6 p.m. Kyiv time.", "T18:00"),
    ],
)
def test_what_the_words_tell_of_the_zone(language: Pipeline, text: str, value: str) -> None:
    document = document_of(text, published="2016-05-14")
    assert [time.value for time in find_times(document, language.parse(document))] == [value]


def test_summer_time_is_that_of_the_day() -> None:
    assert offset_of_city("Kyiv", date(2016, 1, 5), 15, 0) == "+02:00"
    assert offset_of_city("Kyiv", date(2016, 7, 5), 15, 0) == "+03:00"
    assert offset_of_city("New York", date(2016, 7, 5), 15, 0) == "-04:00"
    assert offset_of_city("Kabul", date(2016, 7, 5), 15, 0) == "+04:30"
    assert offset_of_city("London", date(2016, 1, 5), 15, 0) == "Z"


@given(st.text(max_size=12), st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(0, 24))
def test_any_words(words: str, day: date, hour: int) -> None:
    assert offset_of_city(words, day, hour, 0)[:1] in ("", "Z", "+", "-")
