"""A folder of the user's own, from the command line to the reading: a type, a group and a weapon without code."""

import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from reportedly.capture import capture
from reportedly.case import Case
from reportedly.cli import main
from reportedly.flow.reading import prepare
from reportedly.model import Capture, Document, Reading
from reportedly.ontology import load
from reportedly.read.reader import Reader

REPORT = """Fighters of the Hill Guard opened the floodgates above Wadi Sahl on Monday.
They captured two Longspear missiles from the army.
"""
EVENTS = """dam-opened:
  label: Floodgates opened
  definition: A side opens a dam or floodgates on purpose.
  family: other-violence
  example: The brigade opened the floodgates above Wadi Sahl.
  frames:
    - verbs: [open]
      roles: {subj: agent, obj: target}
      need: {obj: floodgate}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    own = tmp_path / "own"
    own.mkdir()
    (own / "events.yaml").write_text(EVENTS)
    (own / "kinds.yaml").write_text("floodgate: {label: Floodgates, nouns: floodgate sluice}\n")
    (own / "materiel.yaml").write_text("+anti-tank-missile: {models: [Longspear]}\n")
    (own / "actors.tsv").write_text(
        "id\tlabel\ttype\tcountry\taliases\tshort\tdemonyms\nhill-guard\tHill Guard\tmilitia\tXX\n"
    )
    return own


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


def read(path: Path, *options: str) -> Reading:
    return Reading.from_json(run("read", str(path), "--format", "jsonl", *options).stdout)


def test_a_type_a_group_and_a_weapon_need_no_code(tmp_path: Path, folder: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(REPORT)
    without, own = read(report), read(report, "--ontology", str(folder))
    assert "dam-opened" not in {event.type for event in without.events}
    (opened,) = [event for event in own.events if event.type == "dam-opened"]
    assert [(role.role, role.actor) for role in opened.roles if role.role == "agent"] == [("agent", "hill-guard")]
    (captured,) = [event for event in own.events if event.type == "materiel-captured"]
    assert [quantity.category for quantity in captured.quantities] == ["anti-tank-missile"]
    assert own.run.ontology != without.run.ontology


def test_a_malformed_line_ends_the_command_and_names_its_place(tmp_path: Path, folder: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(REPORT)
    (folder / "events.yaml").write_text(EVENTS.replace("  family:", "  famly:"))
    result = CliRunner().invoke(main, ["read", str(report), "--ontology", str(folder)])
    assert result.exit_code == 2
    assert f"{folder / 'events.yaml'}:4: dam-opened: unknown field 'famly'" in result.output


def test_an_event_type_of_a_newer_version_is_kept_and_shown_as_unknown(tmp_path: Path, using: Reader) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Rebels seized two tanks near Kafr Zita on Monday, a monitor said. The army denied the report.\n")
    (captured,) = capture([report])
    assert isinstance(captured, Capture)
    document = prepare(captured)
    assert isinstance(document, Document)
    reading = using.read(document)
    newer = tuple(msgspec.structs.replace(event, type="sky-fallen", family="sky-fallen") for event in reading.events)
    with Case.open(tmp_path / "newer.case") as case:
        case.add(captured, msgspec.structs.replace(reading, events=newer))
    assert "sky-fallen" not in load().events
    for arguments in (("show", str(tmp_path / "newer.case")), ("show", str(tmp_path / "newer.case"), newer[0].id)):
        shown = run(*arguments).output
        assert "sky-fallen" in shown
        assert "unknown type" in shown
    kept = json.loads(run("show", str(tmp_path / "newer.case"), newer[0].id, "--format", "json").stdout)
    assert "sky-fallen" in json.dumps(kept)
