"""The scores of events: what is all right, what is not, and why."""

from typing import Any

import pytest
from bench.gold_events import score
from tests.gold.events.source import passages

from reportedly.errors import ReportedlyError

WRITTEN = """## 001 wire 2016-05-12 passive
Army jets bombed a mill in Dar Nuba on Tuesday. No one was hurt.
~~
air-strike | bombed | agent=Army jets | target=a mill | place=Dar Nuba | time=Tuesday@2016-05-10
"""
(GOLD,) = passages(WRITTEN)


def reading(**changes: Any) -> dict[str, Any]:
    event: dict[str, Any] = {
        "type": "air-strike",
        "family": "air-strike",
        "mentions": [[10, 16]],
        "polarity": "positive",
        "modality": "actual",
        "statement": None,
        "roles": [{"role": "agent", "span": [0, 9]}, {"role": "target", "span": [17, 35]}],
        "places": [{"name": "Dar Nuba"}],
        "time": {"value": "2016-05-10"},
        "casualties": [],
        "quantities": [],
    }
    return {"document": {"text": GOLD.text}, "statements": [], "events": [{**event, **changes}]}


def test_the_gold_itself_is_all_right() -> None:
    assert GOLD.text[17:35] == "a mill in Dar Nuba"
    found = score([GOLD], {"001": reading()})
    assert {name: (counts.right, counts.f1) for name, counts in found.items() if counts.right} == {
        "events": (1, 1.0), "told": (1, 1.0), "type": (1, 1.0), "agent": (1, 1.0), "target": (1, 1.0),
        "place": (1, 1.0), "time": (1, 1.0), "polarity": (1, 1.0), "modality": (1, 1.0), "statement": (1, 1.0),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"type": "bombing", "family": "bombing"}, "type"),
        ({"roles": [{"role": "target", "span": [17, 35]}]}, "agent"),
        ({"roles": [{"role": "agent", "span": [0, 9]}, {"role": "target", "span": [27, 35]}]}, "target"),
        ({"places": []}, "place"),
        ({"time": {"value": "2016-05-09"}}, "time"),
    ],
)
def test_one_wrong_part_makes_the_event_wrong(changes: dict[str, Any], part: str) -> None:
    found = score([GOLD], {"001": reading(**changes)})
    assert (found["events"].right, found[part].right, found["told"].right) == (0, 0, 1)


def test_casualties_that_nobody_told_cost_precision() -> None:
    found = score([GOLD], {"001": reading(casualties=[{"kind": "killed", "low": 1.0, "high": 1.0, "span": [0, 9]}])})
    assert (found["casualties"].precision, found["events"].right) == (0.0, 1)


def test_an_event_elsewhere_is_another() -> None:
    found = score([GOLD], {"001": reading(mentions=[[50, 54]])})
    assert (found["told"].right, found["told"].predicted, found["told"].gold) == (0, 1, 1)


def test_another_text_is_refused() -> None:
    with pytest.raises(ReportedlyError, match="passage 001"):
        score([GOLD], {})
