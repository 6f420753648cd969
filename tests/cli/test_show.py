import json
import re
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.readings import advance, capture, denial, numbered, silent

from reportedly.case import Case
from reportedly.cli import main
from reportedly.model import Reading, Skipped


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "demo.case"
    with Case.open(made) as case:
        for reading in (advance(), denial(), silent()):
            case.add(capture(reading), reading)
        case.skip(Skipped(item="reports/[b]x.gz", stage="capture", reason="truncated gzip", detail="at byte 10"))
    return made


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)), env={"COLUMNS": "140", "TERM": "dumb"})


def test_show_lists_what_is_there(path: Path) -> None:
    result = run("show", path)
    assert result.exit_code == 0, result.output
    for words in ("Northern Front reportedly seizes", "Ardesh Courier", "defence ministry", "territory-lost"):
        assert words in result.output
    assert "more" not in result.output.splitlines()[-1]
    assert "\x1b" not in result.output


def test_a_limit_says_how_much_more_there_is(path: Path) -> None:
    output = run("show", path, "--limit", 1).output
    assert "2 more documents" in output
    assert "8 more statements" in output
    assert "7 more events" in output
    whole = run("show", path, "--limit", 0).output
    assert not re.search(r"\d more", whole)


def test_every_kind_of_thing_is_shown_in_full(path: Path) -> None:
    reading = advance()
    for one, words in (
        (reading.document, "obtained"),
        (reading.sources[2], "described as"),
        (reading.statements[1], "└── field sources"),
        (reading.events[0], "36.0000° N"),
        (reading.claims[3], "10–14 people killed"),
    ):
        result = run("show", path, one.id[:10])
        assert result.exit_code == 0, result.output
        assert words in result.output


def test_json_is_whole(path: Path) -> None:
    listed = json.loads(run("show", path, "--format", "json").output)
    assert [len(listed[name]) for name in ("documents", "statements", "events")] == [3, 9, 8]
    lines = run("show", path, "--format", "jsonl").stdout_bytes.splitlines()
    assert [Reading.from_json(line) for line in lines] == [advance(), denial(), silent()]
    shown = run("show", path, advance().document.id, "--format", "json").stdout_bytes
    assert shown == advance().to_json() + b"\n"
    one = json.loads(run("show", path, advance().events[0].id, "--format", "json").output)
    assert (one["kind"], one["record"]["type"]) == ("event", "territory-captured")


def test_exit_codes(path: Path, tmp_path: Path) -> None:
    nothing = run("show", path, "s-0000")
    assert (nothing.exit_code, nothing.stdout) == (1, "")
    assert "nothing whose identifier begins" in nothing.stderr
    many = run("show", path, "s-")
    assert many.exit_code == 2
    assert "may be" in many.stderr
    for command in ("show", "case"):
        missing = run(command, tmp_path / "none.case")
        assert missing.exit_code == 2
        assert len(missing.stderr.splitlines()) == 1
        assert "does not exist" in missing.stderr
    assert run("show").exit_code == 2


def test_case_sums_up(path: Path) -> None:
    result = run("case", path)
    assert result.exit_code == 0, result.output
    for words in (
        "2019-03-04 to 2019-03-05",
        "6 affirms, 2 denies, 1 declines",
        "[b]x.gz",
        "truncated gzip",
        "en-test-1",
    ):
        assert words in result.output
    found = json.loads(run("case", path, "--format", "json").output)
    assert found["documents"] == 3
    assert found["reasons"][0]["skipped"]["reason"] == "truncated gzip"


def test_an_empty_case_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "new.case"
    Case.open(path).close()
    assert run("show", path).exit_code == 0
    assert run("case", path).exit_code == 0


def test_what_a_newer_version_wrote_is_shown(path: Path) -> None:
    one = advance().statements[0]
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE statements SET stance = 'hears', record = json_set(record, '$.stance', 'hears') WHERE id = ?",
            (one.id,),
        )
    connection.close()
    assert "hears (unknown)" in run("show", path).output
    result = run("show", path, one.id)
    assert result.exit_code == 0
    assert '"stance": "hears"' in result.stdout
    assert "update reportedly" in result.stderr


def test_many_documents_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "many.case"
    with Case.open(path) as case:
        for reading in numbered(30):
            case.add(capture(reading), reading)
    assert "10 more documents" in run("show", path).output
