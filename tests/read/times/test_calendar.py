"""Arithmetic on dates and TIMEX3 values."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.times.calendar import (
    days_from,
    months_from,
    moved,
    nearest_year,
    week,
    weekday_after,
    weekday_before,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(DAYS, st.integers(1, 7))
def test_weekdays_lie_within_a_week(day: date, weekday: int) -> None:
    before, after = weekday_before(day, weekday), weekday_after(day, weekday)
    assert before.isoweekday() == after.isoweekday() == weekday
    assert 0 <= (day - before).days < 7
    assert 0 <= (after - day).days < 7


@given(DAYS, st.integers(-600, 600))
def test_months_there_and_back(day: date, count: int) -> None:
    assert months_from(months_from(day, count), -count) == day.replace(day=1)


@given(DAYS, st.integers(-400, 400))
def test_moving_a_day_value_is_moving_the_day(day: date, count: int) -> None:
    assert moved(day.isoformat(), "day", count) == days_from(day, count).isoformat()
    assert moved(day.isoformat(), "week", count) == week(days_from(day, 7 * count))


@pytest.mark.parametrize(
    ("value", "unit", "count", "expected"),
    [
        ("1989-Q3", "year", -1, "1988-Q3"),
        ("1989-Q1", "quarter", -1, "1988-Q4"),
        ("2014-W01-WE", "week", -1, "2013-W52-WE"),
        ("2014-01", "month", -1, "2013-12"),
        ("2014", "day", 1, None),
        ("PAST_REF", "day", 1, None),
    ],
)
def test_moved(value: str, unit: str, count: int, expected: str | None) -> None:
    assert moved(value, unit, count) == expected


def test_nearest_year_of_a_leap_day() -> None:
    assert nearest_year(date(2014, 3, 1), 2, 29, future=None) == date(2016, 2, 29)
    assert nearest_year(date(2014, 11, 3), 12, 1, future=False) == date(2013, 12, 1)
    assert nearest_year(date(2014, 11, 3), 10, 1, future=True) == date(2015, 10, 1)
