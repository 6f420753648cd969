"""Times that count from the story: the values of several expressions of one text, in order."""

import pytest
from tests.read.times.test_find import times


def values(text: str, published: str | None = "2014-11-03") -> list[str | None]:
    return [time.value for time in times(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town fell on 9 October. The next morning shells hit it.", ["2014-10-09", "2014-10-10TMO"]),
        ("The town fell on 9 October. That night a depot burned.", ["2014-10-09", "2014-10-09TNI"]),
        ("The town fell on 9 October. The following day it was looted.", ["2014-10-09", "2014-10-10"]),
        ("It fell on 9 October. Raids began at dawn.", ["2014-10-09", "2014-10-09TMO"]),
        ("Raids began at dawn.", ["XXXX-XX-XXTMO"]),
        # A look back leaves the story where it was.
        (
            "The town fell on 9 October. A day earlier it was shelled. A week later aid came.",
            ["2014-10-09", "2014-10-08", "2014-W42"],
        ),
        ("Talks were held on October 6 and 7.", ["2014-10-06", "2014-10-07"]),
        ("Talks were held on 6 and 7 October.", ["2014-10-06", "2014-10-07"]),
        ("In the third quarter the camp grew. In the quarter four clinics closed.", ["2014-Q3", "2014-Q3"]),
        ("The camp grew in the third quarter from 3,000 a year ago.", ["2014-Q3", "2013-Q3"]),
        ("The clinic reopened later in the day.", ["2014-11-03"]),
        ("Aid must arrive by the end of the month.", ["2014-11"]),
    ],
)
def test_values_in_order(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_two_days_after_something_that_happened_is_no_date() -> None:
    assert [(time.value, time.kind) for time in times("They left two days after the raid.")] == [("P2D", "duration")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Late Friday it fell.", "2014-10-31"),
        ("Last April it fell.", "2014-04"),
        ("Patrols leave each Thursday.", "XXXX-WXX-4"),
        ("He was shot last Oct. 30.", "2014-10-30"),
        ("It fell in the week of October 6.", "2014-W41"),
        ("It fell on the night of Friday, Oct. 31.", "2014-10-31TNI"),
        ("It fell on Thanksgiving Day.", "2013-11-28"),
        ("It fell on Easter Sunday.", "2014-04-20"),
        ("It fell at 4 in the morning on Sunday.", "2014-11-02T04:00"),
        ("It fell in the first half of 2013.", "2013-H1"),
        ("The uprising of 1936 is not forgotten.", "1936"),
        ("They walked for 2 1/2 hours.", "PT2H30M"),
        ("They walked for a minute and a half.", "PT1M30S"),
        ("It was a months-long siege.", "PXM"),
        ("A three-year-old war goes on.", "P3Y"),
        ("They get bread in two to three days.", "PXD"),
        ("They get bread twice a day.", "P1D"),
        ("It fell four and a half years ago.", "2010-05"),
        ("It fell seven or eight months ago.", "PAST_REF"),
        ("It fell after six gruelling weeks.", "P6W"),
        ("It fell at 9 a.m. EST on Sunday.", "2014-11-02T09:00-05:00"),
        ("It fell at 0735 GMT on Sunday.", "2014-11-02T07:35Z"),
        ("It fell at 0230.", "T02:30"),
        ("It fell at 7 a.m. local time on Sunday.", "2014-11-02T07:00"),
        ("It fell on the first day of Ramadan.", None),
        ("IT FELL ON 3 OCT 13.", "2013-10-03"),
        ("IT FELL ON 30 MAY.", "2014-05-30"),
        ("IT FELL IN MAY 1989.", "1989-05"),
        ("IT FELL OVER THE WEEKEND.", "2014-W44-WE"),
        ("THEY LEFT ON THE NIGHT OF 5 OCTOBER.", "2014-10-05TNI"),
        ("They will one day be tried.", "FUTURE_REF"),
        ("It was a siege of one day.", "P1D"),
    ],
)
def test_single_values(text: str, value: str | None) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "After the fall of the city they left.",
        "The future of the city is dark.",
        "Future talks may fail.",
        "A force of 1936 men left.",
        "Jan Novak spoke.",
    ],
)
def test_no_times(text: str) -> None:
    assert values(text) == []


def test_the_end_of_the_year_is_that_of_a_story_told_nearby_only() -> None:
    assert values("In March 2012 he left. By the end of the year the town fell.")[-1] == "2012"
