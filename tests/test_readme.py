"""The README, held to what it says."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportedly.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    out = capsys.readouterr().out
    assert "The governor affirms" in out
    assert "The army denies" in out


def test_the_report_gives_the_table_that_is_shown(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    (quoted,) = re.findall(r"Give it three sentences:\n\n((?:> .*\n)+)", README)
    report.write_text(" ".join(line[2:].strip() for line in quoted.splitlines()), encoding="utf-8")
    result = CliRunner().invoke(main, ["read", str(report), "--published", "2016-06-12"], env={"COLUMNS": "100"})
    shown = set(re.findall(r"affirms|denies|cannot-verify|materiel-captured|two residents|2016-06-12", README))
    assert shown
    assert all(words in result.stdout for words in shown)


def test_every_command_and_option_stands_in_the_readme() -> None:
    for name in main.list_commands(None):  # type: ignore[arg-type]
        assert f"reportedly {name}" in README
    command = main.get_command(None, "read")  # type: ignore[arg-type]
    assert command is not None
    for option in command.params:
        for spelling in option.opts:
            if spelling.startswith("--") and spelling != "--help":
                assert spelling in README


def test_its_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
