"""The list of incidents as of a day is what weighing each of them with what was known by then gives."""

from pathlib import Path

import pytest

from reportedly.case import Case
from reportedly.case.entries import IncidentEntry
from reportedly.flow.entry import entry_of
from reportedly.flow.listing import Wanted, incidents, most_told
from reportedly.flow.voices import Voices, weighed
from reportedly.ontology import load
from reportedly.weigh.clock import by_then


def all_weighed(case: Case, day: str) -> list[IncidentEntry]:
    voices = Voices(case)
    found = []
    for one in case.linking.settled():
        weighing, told = weighed(case, one.incident, voices, day)
        if then := [testimony for testimony in told if by_then(testimony, day)]:
            found.append(entry_of(one.incident, then, weighing))
    return found


@pytest.mark.parametrize("day", ["2031-05-05", "2031-05-06", "2031-05-07", "2031-05-09", "2031-05-31"])
def test_only_what_was_known_in_part_is_weighed_again(linked: Path, day: str) -> None:
    with Case.open(linked, create=False) as case:
        listed = list(incidents(case, Wanted(), load(), day))
        assert sorted(listed, key=lambda one: one.id) == sorted(all_weighed(case, day), key=lambda one: one.id)
        assert len(listed) == (day > "2031-05-05") + (day > "2031-05-08") + (day > "2031-05-09")


def test_of_many_the_most_widely_told_are_listed_in_order_of_time(linked: Path) -> None:
    with Case.open(linked, create=False) as case:
        everything = list(incidents(case, Wanted(), load()))
    assert [one.documents for one in everything] == [3, 1, 1]
    backwards = everything[::-1]
    assert most_told(backwards, 1) == everything[:1]
    assert everything[0] in most_told(backwards, 2)
    assert most_told(backwards, None) == backwards
