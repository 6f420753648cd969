"""The tense that a weekday is resolved with, on parses of the shipped pipeline."""

import pytest

from reportedly.clean import document_of
from reportedly.language import Pipeline
from reportedly.read.times import find_times

PAST, AHEAD = "2014-10-31", "2014-11-07"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The rebels left the town on Friday.", PAST),
        ("The envoys will meet on Friday.", AHEAD),
        ("The envoys are expected to meet on Friday.", AHEAD),
        ("The envoys agreed to meet on Friday.", AHEAD),
        ("The rebels began to leave the town on Friday.", PAST),
        ("The court postponed the hearing until Friday.", AHEAD),
        ("Activists planned a march on Friday.", AHEAD),
        ("The convoy could leave as early as Friday.", AHEAD),
        ("The siege has gone on since Friday.", PAST),
        ("Al-Shabaab fighters overran a military base near the coast on Friday.", PAST),
        ("IS fighters seized the old quarter on Friday.", PAST),
        ("In the video, gunmen are seen setting fire to a clinic on Friday.", PAST),
        ("A fisherman had seen a patrol boat being blown up on Friday.", PAST),
        ("The farmer had been arrested on Friday a week ago.", "2014-10-24"),
        ("The man was seized on Friday two weeks ago.", "2014-10-17"),
    ],
)
def test_weekdays(language: Pipeline, text: str, value: str) -> None:
    document = document_of(text, published="2014-11-03")
    assert [time.value for time in find_times(document, language.parse(document))] == [value]


def test_the_date_in_the_name_of_a_body_is_none(language: Pipeline) -> None:
    document = document_of("He blamed the March 23 Coalition and the 17 November group.", published="2014-11-03")
    assert not find_times(document, language.parse(document))
    dated = document_of("On March 23 Russian forces shelled the town.", published="2014-11-03")
    assert [time.value for time in find_times(dated, language.parse(dated))] == ["2014-03-23"]
