import json
from pathlib import Path

from click.testing import CliRunner, Result

from reportedly.cli import main


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["search", *map(str, arguments)], env={"COLUMNS": "140", "TERM": "dumb"})


def hits(*arguments: object) -> list[tuple[str, str]]:
    return [(one["kind"], one["document"]) for one in json.loads(run(*arguments, "--format", "json").stdout)]


def test_words_are_found_in_documents_statements_and_incidents(linked: Path) -> None:
    result = run(linked, "bombing", "markets")
    assert result.exit_code == 0, result.output
    assert "*bombed*" in result.stdout
    assert [kind for kind, _ in hits(linked, "bombing", "markets")] == ["document"] * 3 + ["statement"] * 3 + [
        "incident"
    ]


def test_an_incident_is_found_by_the_words_of_several_reports_together(linked: Path) -> None:
    assert [kind for kind, _ in hits(linked, "Hilltop", "denied")] == ["incident"]
    assert [kind for kind, _ in hits(linked, "captured", "territory")] == ["incident"]  # its type


def test_phrases_beginnings_and_limits(linked: Path) -> None:
    assert {kind for kind, _ in hits(linked, "three tanks")} == {"document", "statement", "incident"}
    assert run(linked, "tanks three").exit_code == 1
    assert hits(linked, "bomb*", "--limit", "1")
    assert len(hits(linked, "bombed", "--limit", "1")) == 3
    assert run(linked, "submarine").exit_code == 1
    assert run(linked).exit_code == 2
