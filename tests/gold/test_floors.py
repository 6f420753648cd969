"""Reading, linking and weighing are never worse than they have been: floors under the scores on the project's own gold.

``floors.json`` names, for each gold, the hash of its data and what is scored at least on its two halves. The floors lie
a little under the scores measured when they were written: rules that serve other text may cost a case or two here.
Whoever changes the gold measures anew and writes the new hash and floors beside the change.
"""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bench.gold_attribution import score as score_attribution
from bench.gold_event_records import read_event_gold
from bench.gold_events import score as score_events
from bench.gold_lineage import F1S
from bench.gold_lineage import score as score_lineage
from bench.gold_lineage_records import read_lineage_gold
from bench.gold_records import read_gold

from bench import events, lineage, tellings
from reportedly.clean import document_of
from reportedly.read.reader import Reader

HERE = Path(__file__).parent
FLOORS: dict[str, Any] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
HALVES = [(gold, half) for gold in sorted(FLOORS) for half in sorted(FLOORS[gold])]


def data(gold: str, half: str) -> Path:
    """The file of a half of a gold."""
    return HERE / gold / (f"{half}.tsv" if gold == "tellings" else f"{half}.jsonl")


@cache
def scores(gold: str, half: str, using: Reader) -> dict[str, float]:
    """The measures that have floors, by name."""
    file = data(gold, half)
    if gold == "tellings":
        bank = tellings.measured(half, using)
        return {"found": bank.found / bank.told, "right": bank.right / bank.told, "left": bank.left / bank.untold}
    if gold == "events":
        told = read_event_gold(file)
        found = score_events(told, {passage.id: events.read(passage, using) for passage in told})
        return {name: found[name].f1 for name in ("events", "type")}
    if gold == "lineage":
        cases = read_lineage_gold(file)
        reports = score_lineage(cases, {case.id: lineage.weigh(case, using) for case in cases})
        parts = reports.parts
        floored = {name: parts[name].f1 for name in F1S} | {name: parts[name].recall for name in ("origins", "grade")}
        return {"incidents": reports.incidents.f1, **floored}
    passages = read_gold(file)
    readings = {p.id: using.read(document_of(p.text, published=p.published)).to_dict() for p in passages}
    of = score_attribution(passages, readings)
    return {
        "statements": of.f1,
        "parents": of.parents.share,
        "stances": of.stances.share,
        "modes": of.modes.share,
        "sources": of.sources.share,
    }


@pytest.mark.parametrize(("gold", "half"), HALVES)
def test_the_gold_is_the_one_the_floors_were_measured_on(gold: str, half: str) -> None:
    digest = hashlib.sha256(data(gold, half).read_bytes()).hexdigest()
    assert digest == FLOORS[gold][half]["sha256"]


@pytest.mark.parametrize(("gold", "half"), HALVES)
def test_no_score_falls_below_its_floor(gold: str, half: str, using: Reader) -> None:
    found = scores(gold, half, using)
    below = {name: value for name, value in found.items() if value < FLOORS[gold][half]["floors"][name]}
    assert not below
