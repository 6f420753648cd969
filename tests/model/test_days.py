import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.days import days


@pytest.mark.parametrize(
    ("value", "covered"),
    [
        ("2019-03-04", ("2019-03-04", "2019-03-04")),
        ("2019-03-04T18:20:00Z", ("2019-03-04", "2019-03-04")),
        ("2019-03-03TNI", ("2019-03-03", "2019-03-03")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2019", ("2019-01-01", "2019-12-31")),
        ("2014-W44", ("2014-10-27", "2014-11-02")),
        ("2014-W44-WE", ("2014-11-01", "2014-11-02")),
        ("2014-W44-7", ("2014-11-02", "2014-11-02")),
        ("2019-03-01/2019-03", ("2019-03-01", "2019-03-31")),
        ("2019-02-31", None),
        ("2019-W60", None),
        ("PAST_REF", None),
        ("P3D", None),
        ("2019-03-01/PRESENT_REF", None),
        ("", None),
        (None, None),
    ],
)
def test_days_of_a_value(value: str | None, covered: tuple[str, str] | None) -> None:
    assert days(value) == covered


@given(st.dates().map(lambda day: day.isocalendar()))
def test_a_week_has_seven_days(day: tuple[int, int, int]) -> None:
    year, week, _ = day
    covered = days(f"{year:04}-W{week:02}")
    if covered:
        first, last = covered
        assert days(f"{year:04}-W{week:02}-1") == (first, first)
        assert days(f"{year:04}-W{week:02}-7") == (last, last)


@given(st.text(max_size=12))
def test_no_value_breaks_it(value: str) -> None:
    days(value)
