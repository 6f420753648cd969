"""The gold of events is what its sources say, whole, and evenly spread over its halves."""

from collections import Counter

import pytest
from bench.gold_event_records import GoldEventPassage, read_event_gold
from tests.gold.attribution.words import GoldError
from tests.gold.events.compile import HERE, written
from tests.gold.events.source import PHENOMENA, passages
from tests.gold.halves import HALVES, STYLES, compiled, half_of

HEAD = "## 001 wire 2016-05-12 passive\nRockets hit a mill in Dar Nuba on Tuesday, killing four.\n~~\n"


@pytest.fixture(scope="module")
def found() -> list[GoldEventPassage]:
    return written()


@pytest.mark.parametrize("half", HALVES)
def test_compiled_files_are_current(found: list[GoldEventPassage], half: str) -> None:
    path = HERE / f"{half}.jsonl"
    assert path.read_bytes() == compiled(found, half), "run python -m tests.gold.events.compile"
    assert list(read_event_gold(path)) == [passage for passage in found if half_of(passage) == half]


def test_there_are_enough_and_none_twice(found: list[GoldEventPassage]) -> None:
    assert len(found) >= 150
    assert [int(passage.id) for passage in found] == list(range(1, len(found) + 1))
    assert len({passage.text for passage in found}) == len(found)


def test_both_halves_hold_every_style_and_phenomenon(found: list[GoldEventPassage]) -> None:
    for half in HALVES:
        held = Counter[str]()
        for passage in found:
            if half_of(passage) == half:
                held.update([*passage.phenomena, passage.style])
        assert not [name for name in sorted({*PHENOMENA, *STYLES, "no-event"}) if not held[name]], half


def test_spans_quote_whole_words(found: list[GoldEventPassage]) -> None:
    for passage in found:
        for event in passage.events:
            assert event.triggers, passage.id
            spans = [*event.triggers, *(event.cues or ()), *(span for role in event.roles for span in role.fillers)]
            for span in spans:
                assert span.of(passage.text) == span.of(passage.text).strip() != "", passage.id


def test_a_line_gives_one_event() -> None:
    row = "shelling | hit + killing | instrument=Rockets? | target=a mill | place=Dar Nuba | time=Tuesday@2016-05-10"
    (passage,) = passages(f"{HEAD}{row} | killed=4 | neg/planned")
    (event,) = passage.events
    assert [span.of(passage.text) for span in event.triggers] == ["hit", "killing"]
    assert [(role.roles, role.optional) for role in event.roles] == [(("instrument",), True), (("target",), False)]
    assert event.times == ("2016-05-10",)
    assert [(count.what, count.low, count.high) for count in event.casualties] == [("killed", 4.0, 4.0)]
    assert event.factuality == (("negative", "actual"), ("negative", "hedged"), ("positive", "planned"))


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("shelling | struck", "“struck” does not occur"),
        ("hail | hit", "“hail” is no event type"),
        ("shelling | hit | gunner=Rockets", "“gunner” is no role"),
        ("shelling | hit | time=Tuesday@2016-05-11", "2016-05-11 is no Tuesday"),
        ("shelling | hit | killed=four", "“four” is no number"),
        ("shelling | hit | maybe", "“maybe” is neither"),
    ],
)
def test_what_is_wrong_is_named(row: str, what: str) -> None:
    with pytest.raises(GoldError, match=f"passage 001: {what}"):
        passages(HEAD + row)
