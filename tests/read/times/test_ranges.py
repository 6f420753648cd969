"""Ranges of days keep both ends; a clock time without a day gets none."""

import pytest
from tests.read.flat import parse

from reportedly.clean import document_of
from reportedly.read.times import find_times


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Aircraft carried out eight strikes between Tuesday and Thursday.", "2016-06-07/2016-06-09"),
        ("It happened between 3 and 6 March.", "2016-03-03/2016-03-06"),
        ("The truce lasted from March 3 to 6, 2014.", "2014-03-03/2014-03-06"),
        ("There was fighting on 3-6 March 2014.", "2014-03-03/2014-03-06"),
        ("Two jets came at around 11 a.m.", "T11:00"),
    ],
)
def test_values(text: str, value: str) -> None:
    document = document_of(text, published="2016-06-12")
    assert value in [time.value for time in find_times(document, parse(text))]
