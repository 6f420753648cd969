import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.stories import ALL, read

from reportedly.case import Case
from reportedly.cli import main
from reportedly.flow import link
from reportedly.ontology import load


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("case") / "demo.case"
    with Case.open(made) as case:
        for story in ALL:
            case.add(*read(story))
        link(case, load())
    return made


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["search", *map(str, arguments)], env={"COLUMNS": "140", "TERM": "dumb"})


def hits(*arguments: object) -> list[tuple[str, str]]:
    return [(one["kind"], one["document"]) for one in json.loads(run(*arguments, "--format", "json").stdout)]


def test_words_are_found_in_documents_statements_and_incidents(path: Path) -> None:
    result = run(path, "bombing", "markets")
    assert result.exit_code == 0, result.output
    assert "*bombed*" in result.stdout
    assert [kind for kind, _ in hits(path, "bombing", "markets")] == ["document"] * 3 + ["statement"] * 3 + ["incident"]


def test_an_incident_is_found_by_the_words_of_several_reports_together(path: Path) -> None:
    assert [kind for kind, _ in hits(path, "Hilltop", "denied")] == ["incident"]
    assert [kind for kind, _ in hits(path, "captured", "territory")] == ["incident"]  # its type


def test_phrases_beginnings_and_limits(path: Path) -> None:
    assert {kind for kind, _ in hits(path, "three tanks")} == {"document", "statement", "incident"}
    assert run(path, "tanks three").exit_code == 1
    assert hits(path, "bomb*", "--limit", "1")
    assert len(hits(path, "bombed", "--limit", "1")) == 3
    assert run(path, "submarine").exit_code == 1
    assert run(path).exit_code == 2
