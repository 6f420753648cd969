"""What docs/ontology.md shows is run as it stands there."""

import re
from pathlib import Path

import pytest

from reportedly.ontology import Ontology, load

GUIDE = (Path(__file__).parents[2] / "docs" / "ontology.md").read_text(encoding="utf-8")
FENCES = re.findall(r"```(\w*)\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    folder = tmp_path_factory.mktemp("own")
    longspear, siege, dam = [code for kind, code in FENCES if kind == "yaml"]
    (table,) = [code for kind, code in FENCES if code.startswith("id\t")]
    kinds = re.search(r"`(floodgate: .*?)`", GUIDE)
    assert kinds is not None
    (folder / "materiel.yaml").write_text(longspear + siege)
    (folder / "events.yaml").write_text(dam)
    (folder / "actors.tsv").write_text(table)
    (folder / "kinds.yaml").write_text(kinds[1] + "\n")
    return load(folder)


@pytest.mark.parametrize(
    ("words", "category"),
    [("two LS-4s", "anti-tank-missile"), ("LS4", "anti-tank-missile"), ("LS-4M", "anti-tank-missile"),
     ("Longspears", "anti-tank-missile"), ("three trebuchets", "siege-engine"), ("Milan missiles", "anti-tank-missile"),
     ("Milan", None)],
)  # fmt: skip
def test_the_weapons_of_the_guide_are_found(own: Ontology, words: str, category: str | None) -> None:
    assert own.materiel_category(words) == category


def test_the_group_and_the_type_of_the_guide_are_there(own: Ontology) -> None:
    assert own.actors["hill-guard"].aliases == ("Guard of the Hills", "Haras al-Tilal")
    assert own.events["dam-opened"].family == "other-violence"


def test_the_code_of_the_guide_runs() -> None:
    for code in (code for kind, code in FENCES if kind == "python"):
        exec(compile(code, "docs/ontology.md", "exec"), {})


def test_every_data_file_has_its_line_in_the_guide() -> None:
    from reportedly.ontology._files import Files

    assert [name for name in Files.names() if f"`{name}`" not in GUIDE] == []
