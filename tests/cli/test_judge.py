"""`reportedly judge`: decisions, what they change, and how they are taken back."""

import json
import shutil
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from tests.stories import ALL, STRIKE, read

from reportedly.case.entries import IncidentEntry
from reportedly.cli import main
from reportedly.flow.judging import JudgementEntry


@pytest.fixture
def path(linked: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(linked, tmp_path / "demo.case"))


def run(*arguments: object, author: str = "ana") -> Result:
    environment = {"COLUMNS": "140", "TERM": "dumb", "REPORTEDLY_AUTHOR": author}
    return CliRunner().invoke(main, list(map(str, arguments)), env=environment)


def of_type(path: Path, kind: str) -> IncidentEntry:
    listed = run("incidents", path, "--type", kind, "--format", "json").stdout
    return msgspec.json.decode(listed, type=list[IncidentEntry])[0]


def log(path: Path) -> list[JudgementEntry]:
    return msgspec.json.decode(run("judge", path, "list", "--format", "json").stdout, type=list[JudgementEntry])


def test_accepting_confirms_and_says_whose_word_it_is(path: Path) -> None:
    strike = of_type(path, "air-strike").id
    result = run("judge", path, "accept", strike[:8], "--note", "the crater was seen")
    assert result.exit_code == 0, result.output
    assert f"{strike[:8]}  air-strike: Contested → Confirmed (by ana)" in result.stdout
    assert "by ana" in run("incidents", path).stdout
    shown = run("incident", path, strike, "--why").stdout
    for words in ("Confirmed (decided by ana", "the crater was seen", "Judgements on it"):
        assert words in shown


def test_rejecting_discounts_and_undoing_takes_it_back(path: Path) -> None:
    strike = of_type(path, "air-strike").id
    run("judge", path, "reject", strike, "--author", "bo")
    assert (of_type(path, "air-strike").grade, of_type(path, "air-strike").by) == ("Discounted", "bo")
    made = log(path)[0].judgement.id
    result = run("judge", path, "undo", made[:8])
    assert "Discounted → Contested" in result.stdout
    assert [(one.judgement.kind, one.state) for one in log(path)] == [("reject", "undone"), ("undo", "standing")]
    again = run("judge", path, "undo", made)
    assert again.exit_code == 2
    assert "undone already" in again.stderr


def test_joining_and_parting(path: Path) -> None:
    strike, tanks = of_type(path, "air-strike").id, of_type(path, "materiel-captured").id
    result = run("judge", path, "same", strike, tanks)
    assert result.exit_code == 0, result.output
    assert "3 → 4 claims" in result.stdout
    assert "no longer an incident of its own" in result.stdout
    refused = run("judge", path, "different", read(STRIKE[0])[1].events[0].id, read(ALL[3])[1].events[0].id)
    assert refused.exit_code == 2
    assert log(path)[0].judgement.id in refused.stderr
    assert len(log(path)) == 1
    parted = run("judge", path, "different", strike, read(STRIKE[2])[1].claims[0].id)
    assert parted.exit_code == 2  # it was judged the same with the rest a moment ago
    run("judge", path, "undo", log(path)[0].judgement.id)
    assert run("judge", path, "different", strike, read(STRIKE[2])[1].claims[0].id).exit_code == 0
    assert of_type(path, "air-strike").denying + of_type(path, "air-strike").affirming < 3


def test_reliability_is_a_persons_word(path: Path) -> None:
    result = run("judge", path, "reliability", "Hilltop Observatory", "b")
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    entry = next(
        one
        for one in json.loads(run("sources", path, "--format", "json").stdout)
        if one["name"] == "Hilltop Observatory"
    )
    assert (entry["reliability"], entry["judged_by"]) == ("B", "ana")
    assert "Hilltop Observatory: B" in run("judge", path, "list").stdout
    assert "reliability B, as ana judged" in run("incident", path, of_type(path, "air-strike").id, "--why").stdout
    assert "is called" in run("judge", path, "reliability", "Hiltop", "B").stderr
    assert run("judge", path, "reliability", "Hilltop Observatory", "G").exit_code == 2


def test_what_is_not_there_cannot_be_judged(path: Path) -> None:
    for arguments, code in (
        (("accept", "i-0"), 1), (("same", "i-0", "e-0"), 1), (("undo", "j-0"), 2), (("frown", "i-0"), 2),
    ):  # fmt: skip
        assert run("judge", path, *arguments).exit_code == code
    assert log(path) == []
    assert "nothing has been judged" in run("judge", path, "list").stderr


def test_the_author_is_whoever_is_logged_in_where_nobody_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "login")
    run("judge", path, "accept", of_type(path, "air-strike").id, author="")
    assert log(path)[0].judgement.author == "login"
