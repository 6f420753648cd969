"""Time expressions: values, precisions and spans."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.flat import document, parse

from reportedly.model import Time
from reportedly.read.times import find_times


def times(text: str, published: str | None = "2014-11-03") -> list[Time]:
    return list(find_times(document(text, published), parse(text)))


@pytest.mark.parametrize(
    ("text", "words", "value", "precision"),
    [
        ("The convoy left on 3 November 2014.", "3 November 2014", "2014-11-03", "day"),
        ("The convoy left on Nov. 3.", "Nov. 3", "2014-11-03", "day"),
        ("The convoy left on Friday, October 31.", "Friday, October 31", "2014-10-31", "day"),
        ("It fell on 13/11/2013.", "13/11/2013", "2013-11-13", "day"),
        ("It fell on 03/11/2014.", "03/11/2014", "2014", "year"),
        ("Posted 2014-11-01T18:20Z.", "2014-11-01T18:20Z", "2014-11-01T18:20Z", "minute"),
        ("The town fell on Sunday.", "Sunday", "2014-11-02", "day"),
        ("The town fell late Saturday.", "late Saturday", "2014-11-01", "day"),
        ("The town fell on Monday.", "Monday", "2014-11-03", "day"),
        ("The town fell last Monday.", "last Monday", "2014-10-27", "day"),
        ("The court will hold a hearing on Friday.", "Friday", "2014-11-07", "day"),
        ("Shells fell on Sunday night.", "Sunday night", "2014-11-02TNI", "part-of-day"),
        ("They advanced over the weekend.", "the weekend", "2014-W44-WE", "weekend"),
        ("It was seized last month.", "last month", "2014-10", "month"),
        ("It was seized last week.", "last week", "2014-W44", "week"),
        ("It was seized three years ago.", "three years ago", "2011", "year"),
        ("The war, since 2011, goes on.", "2011", "2011", "year"),
        ("It was shelled yesterday.", "yesterday", "2014-11-02", "day"),
        ("It was shelled overnight.", "overnight", "2014-11-02TNI", "part-of-day"),
        ("It was shelled in recent weeks.", "recent weeks", "PAST_REF", "vague"),
        ("The truce was for three days.", "three days", "P3D", "duration"),
        ("A two-week truce is near.", "two-week", "P2W", "duration"),
        ("They were fired on every week.", "every week", "P1W", "set"),
        ("In the 1980s it was quiet.", "the 1980s", "198", "decade"),
        ("The war of 2011-2014 is over.", "2011-2014", "2011/2014", "interval"),
        ("It fell in the summer of 2013.", "the summer of 2013", "2013-SU", "season"),
        ("It fell in early June.", "early June", "2014-06", "month"),
        ("Shells fell at 6 p.m. on Sunday.", "6 p.m. on Sunday", "2014-11-02T18:00", "hour"),
    ],
)
def test_values(text: str, words: str, value: str, precision: str) -> None:
    found = times(text)
    assert [(time.span.of(text), time.value, time.precision) for time in found] == [(words, value, precision)]


def test_a_day_earlier_counts_from_the_story() -> None:
    text = "The town fell on Saturday. A day earlier it was shelled."
    assert [time.value for time in times(text)] == ["2014-11-01", "2014-10-31"]


def test_a_day_earlier_beside_a_weekday_is_that_day() -> None:
    text = "It began on October 20. A day earlier on Saturday they left."
    assert [time.value for time in times(text)][1:] == ["2014-11-01", "2014-11-01"]


def test_that_same_month_keeps_the_grain_it_knows() -> None:
    text = "Last month a bundle was lost. That same week a video was shown."
    found = times(text)
    assert [(time.value, time.precision) for time in found] == [("2014-10", "month"), ("2014-10", "month")]


def test_without_publication_nothing_is_made_up() -> None:
    values = [time.value for time in times("It fell on Sunday, yesterday and in November.", None)]
    assert values == ["XXXX-WXX-7", None, "XXXX-11"]


def test_impossible_dates_have_no_value() -> None:
    assert [time.value for time in times("It fell on 31 February 2014.")] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "They may leave.",
        "The rebels march on.",
        "1,995 people fled.",
        "A 34-year-old man was hurt.",
        "About 2014 people were there.",
    ],
)
def test_no_times(text: str) -> None:
    assert times(text) == []


@given(st.text(alphabet="0123456789 ./-:,'’SundayMrchNov.lstwekagoth\n", max_size=80))
def test_spans_lie_in_the_text_and_never_overlap(text: str) -> None:
    found = times(text)
    assert all(0 <= time.span.start < time.span.end <= len(text) for time in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert found == times(text)
