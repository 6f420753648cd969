"""Case and gap: what an uncased vocabulary loses."""

import pytest

from reportedly.language.encoder.shapes import Case, Gap, case_of, gap_of


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("troops", Case.LOWER), ("Troops", Case.TITLE), ("TROOPS", Case.UPPER), ("A", Case.INITIAL),
        ("McKay", Case.MIXED), ("42", Case.DIGITS), ("—", Case.NONE), ("T-72", Case.UPPER), ("Élise", Case.TITLE),
    ],
)  # fmt: skip
def test_case(word: str, case: Case) -> None:
    assert case_of(word) is case


@pytest.mark.parametrize(
    ("between", "first", "gap"),
    [("", False, Gap.JOINED), (" ", False, Gap.SPACE), (" \n", False, Gap.NEWLINE), ("\n", True, Gap.START)],
)
def test_gap(between: str, first: bool, gap: Gap) -> None:
    assert gap_of(between, first) is gap
