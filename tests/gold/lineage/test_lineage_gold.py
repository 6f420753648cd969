"""The gold of lineages is what its sources say, whole, and evenly spread over its halves."""

from pathlib import Path

import pytest
from bench.gold_lineage_records import GoldOrigin, GoldStand, read_lineage_gold
from tests.gold.attribution.words import GoldError
from tests.gold.halves import HALVES
from tests.gold.lineage.compile import HERE, compiled, written
from tests.gold.lineage.grades import grade
from tests.gold.lineage.source import KINDS, case

CASE = """\
id: dev-99
kind: denial
reports:
- {id: a, publisher: Wire, published: 2015-09-07, text: "Rockets hit a mill in Rasheed, the mayor said."}
- {id: b, publisher: Army, published: 2015-09-08, text: "No rockets hit any mill."}
- {id: c, publisher: Post, published: 2015-09-09, text: "The mayor of Rasheed said that rockets hit a mill."}
incidents:
- id: mill
  type: shelling
  tellings: [[a, hit a mill], [b, hit any mill], [c, hit a mill]]
  origins:
  - {name: mayor, bearing: affirms, in: [a, c]}
  - {name: Army, bearing: denies, in: [b]}
  contradictions:
  - {kind: denial, between: [[a, Rockets hit a mill, c], [b, No rockets hit any mill]]}
  grade: Contested
  as_of: [{date: 2015-09-07, grade: Weak}]
copies: [[a, c, rewrite]]
"""


def compile_case(tmp_path: Path, written: str) -> None:
    """Compile it as a file of the half dev."""
    path = tmp_path / "dev" / "dev-99.yaml"
    path.parent.mkdir()
    path.write_text(written, encoding="utf-8")
    case(path)


@pytest.mark.parametrize("half", HALVES)
def test_compiled_files_are_current(half: str) -> None:
    path = HERE / f"{half}.jsonl"
    assert path.read_bytes() == compiled(written(half)), "run python -m tests.gold.lineage.compile"
    assert list(read_lineage_gold(path)) == written(half)


@pytest.mark.parametrize("half", HALVES)
def test_each_half_holds_every_kind_and_no_case_twice(half: str) -> None:
    found = read_lineage_gold(HERE / f"{half}.jsonl")
    assert {item.kind for item in found} == KINDS
    assert len({item.id for item in found}) == len(found) >= 22


@pytest.mark.parametrize("half", HALVES)
def test_each_half_holds_every_grade_and_contradiction(half: str) -> None:
    incidents = [incident for item in read_lineage_gold(HERE / f"{half}.jsonl") for incident in item.incidents]
    assert {incident.grade for incident in incidents} == {"Fair", "Weak", "Contested", "Discounted", "Unrated"}
    kinds = {found.kind for incident in incidents for found in incident.contradictions}
    assert kinds == {"number", "place", "day", "control", "denial", "perpetrator"}


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("[c, hit a mill]", "[c, hit the mill]", "“hit the mill” occurs 0 times"),
        ("[b, hit any mill]", "[d, hit any mill]", "there is no report d"),
        ("published: 2015-09-08", "published: 2015-09-31", "is no date or time"),
        ("type: shelling", "type: hail", "“hail” is no event type"),
        ("kind: denial\n", "kind: storm\n", "“storm” is no kind"),
        ("grade: Contested", "grade: Fair", "the rules give Contested, not Fair"),
        ("2015-09-07, grade: Weak", "2015-09-08, grade: Weak", "as of 2015-09-08 the rules give Contested"),
        ("in: [a, c]", "in: [a]", "no origin is carried by report c"),
        ("[b, No rockets hit any mill]", "[c, rockets hit a mill]", "do not bear out"),
        ("[a, c, rewrite]", "[c, a, rewrite]", "the copy a is older than c"),
        ("bearing: denies", "bearing: shrugs", "Invalid enum value"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, what: str) -> None:
    assert old in CASE
    with pytest.raises(GoldError, match=what):
        compile_case(tmp_path, CASE.replace(old, new))


def test_what_is_right_compiles(tmp_path: Path) -> None:
    compile_case(tmp_path, CASE)


def test_the_grade_goes_by_what_each_origin_said_last() -> None:
    paper = GoldOrigin(
        name="paper", bearing="denies", reports=("b",), before=(GoldStand(bearing="affirms", reports=("a",)),)
    )
    crowd = GoldOrigin(name="residents", bearing="affirms", reports=("c",), unnamed=True)
    assert grade([paper], [], {"a"}) == "Weak"
    assert grade([paper], [], {"a", "b"}) == "Discounted"
    assert grade([paper, crowd], [], {"a", "c"}) == "Fair"
    assert grade([paper, crowd], [], {"a", "b", "c"}) == "Contested"
    assert grade([crowd, crowd], [], {"c"}) == "Weak"
    assert grade([], [], {"a"}) == "Unrated"
