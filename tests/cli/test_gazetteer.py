"""The gazetteer commands."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.gazetteer.world import base, line

from reportedly.cli.gazetteer import gazetteer


@pytest.fixture(autouse=True)
def _small_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("reportedly.gazetteer.gazetteer.base_rows", lambda: iter(base()))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(gazetteer, list(arguments))


def test_add_list_lookup_remove(tmp_path: Path) -> None:
    path = tmp_path / "SY.txt"
    path.write_text(line(100, "Tall Warda", 35.5, 36.5) + "broken\n", encoding="utf-8")
    added = run("add", str(path))
    assert added.exit_code == 0
    assert "SY.txt: 1 places added, 1 malformed rows left out" in added.output
    assert "SY.txt:2: 1 columns where 19 are needed" in added.output
    assert run("list").output.startswith("SY.txt\t1\t")
    assert "35.5000, 36.5000" in run("lookup", "Tel Wardah").output
    assert run("remove", "SY.txt").exit_code == 0
    assert run("lookup", "Tel Wardah").exit_code == 1


def test_refusals(tmp_path: Path) -> None:
    empty = tmp_path / "XX.txt"
    empty.write_text("", encoding="utf-8")
    assert run("add", str(empty)).exit_code == 1
    assert run("add", str(tmp_path / "none.txt")).exit_code == 2
    refused = run("remove", "XX.txt")
    assert refused.exit_code == 1
    assert "no gazetteer file 'XX.txt' was added" in refused.output
