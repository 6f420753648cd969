"""Numbers in words and figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.quantities.numerals import number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,200", 1200),
        ("twenty-three", 23),
        ("a hundred and five", 105),
        ("two hundred thousand", 200_000),
        ("1.2 million", 1.2e6),
        ("nineteen ninety-six", 1996),
        ("two thousand and three", 2003),
        ("tank", None),
        ("", None),
    ],
)
def test_number(words: str, value: float | None) -> None:
    assert number(words) == value


@given(st.integers(0, 10**12))
def test_figures_read_as_themselves(value: int) -> None:
    assert number(f"{value:,}") == value
