"""MUC-4's templates and their two measures."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from bench.muc4 import published
from bench.muc4_fillers import Cast, distinct, squeezed
from bench.muc4_incidents import incidents, type_of
from bench.muc4_score import ROLES, fillers_score, slot_scores

from reportedly.clean import document_of
from reportedly.read.reader import Reader

SHARED = Path(__file__).parents[3] / "shared"


def template(**slots: Any) -> dict[str, Any]:
    """An attack of 3 May 1990 near a made-up town, with ``slots`` in place of the empty ones."""
    empty: dict[str, Any] = {key: [] for key in ("weapon", "perp_ind", "perp_org", "target", "victim_name", "victim")}
    return {
        "type": ["ATTACK"], "optional": False, "stage": ["ACCOMPLISHED"], "date": ["03 MAY 90"],
        "location": [["peru", "villa serena"]], **empty, "victim_num": [], "effect": [], **slots,
    }  # fmt: skip


def filler(*names: str, opt: bool = False) -> dict[str, Any]:
    return {"alts": list(names), "opt": opt}


def test_the_gold_scores_one() -> None:
    gold = {"a": [template(victim=[filler("FOUR FARMERS")], target=[filler("BRIDGE", "ROAD BRIDGE")])]}
    assert slot_scores(gold, gold)["ALL"].f1 == 1.0
    assert fillers_score(gold, gold)["micro"].f1 == 1.0


def test_a_shared_word_is_half_right() -> None:
    gold = {"a": [template(victim=[filler("FOUR FARMERS")])]}
    found = {"a": [template(victim=[filler("FARMERS")])]}
    assert slot_scores(gold, found)["victim"].right == 0.5
    assert fillers_score(gold, found)["Victim"].predicted == 0


def test_what_is_optional_costs_nothing() -> None:
    gold = {"a": [{**template(), "optional": True}], "b": [template(weapon=[filler("RIFLE", opt=True)])]}
    assert slot_scores(gold, {"b": [template()]})["ALL"].f1 == 1.0


def test_a_spurious_template_costs_its_fills() -> None:
    scores = slot_scores({"a": []}, {"a": [template()]})
    assert (scores["ALL"].predicted, scores["ALL"].gold) == (4, 0)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpora are not here")
def test_both_measures_are_those_of_the_shared_script() -> None:
    script = _script()
    lines = (SHARED / "data" / "muc4" / "keys.jsonl").read_text(encoding="utf-8").splitlines()
    keys = {row["id"]: row["templates"] for row in map(json.loads, lines) if not row["id"].startswith("TST2-")}
    names = sorted(keys)
    moved = {name: keys[names[k - k % 3]] for k, name in enumerate(names)}
    rows = {n: {"templates": t} for n, t in keys.items()}, {n: {"templates": t} for n, t in moved.items()}
    theirs = script.score(*rows)
    for slot, score in slot_scores(keys, moved).items():
        assert round(score.f1, 4) == theirs[slot]["f1"], slot
    gold = {name: _mentions(script, templates) for name, templates in keys.items()}
    theirs = script.gtt(gold, {name: [script.gtt_from(t) for t in found] for name, found in moved.items()})
    for role, score in fillers_score(keys, moved).items():
        assert round(score.f1, 4) == theirs[role]["f1"], role


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("muc4_bench", SHARED / "bench" / "muc4" / "muc4_bench.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _mentions(script: ModuleType, templates: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for one in templates:
        roles = {r: [[script.gtt_norm(a) for a in f["alts"]] for f in one[slot]] for r, slot in ROLES.items()}
        shaped = {"type": " / ".join(one["type"]).lower(), **roles}
        if shaped not in found:
            found.append(shaped)
    return found


def test_the_day_of_a_dateline() -> None:
    assert published("VILLA SERENA, 3 MAY 90 (AGENCY) --") == "1990-05-03"
    assert published("VILLA SERENA, NO DATE (AGENCY) --") is None


def test_a_filler_is_its_noun_phrase() -> None:
    assert squeezed("AT LEAST THREE\nPOWER PYLONS IN THE SOUTH") == "POWER PYLONS"
    assert squeezed("THEM") == ""
    assert distinct(["FARMERS", "YOUNG FARMERS", "BRIDGE"]) == ["YOUNG FARMERS", "BRIDGE"]


def test_a_murder_told_elsewhere_is_no_part_of_a_blast(using: Reader) -> None:
    blast = "A bomb exploded at the town hall on Monday and killed two clerks."
    between = " ".join(["The council met in the old library and spoke about the price of bread for an hour."] * 5)
    murder = "Gunmen murdered the judge Ana Roldan."
    reading = using.read(document_of(f"{blast} {between} {murder}", published="1990-05-03"))
    found = incidents(reading, Cast(reading, using.ontology))
    assert [type_of(incident.events, reading) for incident in found] == ["BOMBING", "ATTACK"]


def test_what_the_police_seize_is_not_kidnapped(using: Reader) -> None:
    reading = using.read(document_of("The army abducted two farmers. Gunmen abducted a teacher."))
    found = incidents(reading, Cast(reading, using.ontology))
    assert [[role.name for role in incident.events[0].roles if role.role == "agent"] for incident in found] == [
        ["Gunmen"]
    ]


def test_persons_joined_to_the_one_named_are_victims_too(using: Reader) -> None:
    reading = using.read(document_of("Gunmen murdered the judge Ana Roldan and the senator Luis Ferro."))
    cast = Cast(reading, using.ontology)
    (target, *_) = [role for event in reading.events for role in event.roles if role.role == "target"]
    assert cast.people(target) == ["Ana Roldan", "Luis Ferro"]
