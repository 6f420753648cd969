"""`reportedly read` as a user calls it: every kind of input, bad input, forms of output, exit codes."""

import gzip
import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from reportedly.case import Case
from reportedly.cli import main
from reportedly.model import Reading

REPORT = """Convoy hit near Kafr Zita

The district council said on Tuesday that two trucks had been destroyed by shelling near Kafr Zita.
An army spokesman denied that any truck had been hit.
"""


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["read", *arguments], input=stdin, catch_exceptions=False)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_a_table_names_who_says_what(report: Path) -> None:
    result = run(str(report), "--published", "2031-05-07")
    assert result.exit_code == 0
    assert "Convoy hit near Kafr Zita" in result.stdout
    assert "denies" in result.stdout


def test_json_lines_hold_readings_of_the_published_shape(report: Path) -> None:
    result = run(str(report), "--format", "jsonl")
    (line,) = result.stdout.splitlines()
    reading = Reading.from_json(line)
    assert reading.to_json().decode() == line
    assert [statement.stance for statement in reading.statements] == ["affirms", "denies"]


def test_json_holds_what_was_skipped(report: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    data = json.loads(run(str(report), str(empty), "--format", "json").stdout)
    assert len(data["readings"]) == 1
    assert [row["item"] for row in data["skipped"]] == [str(empty)]


def test_html_is_one_page_without_outside_requests(report: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run(str(report), "--format", "html", "--output", str(page)).exit_code == 0
    html = page.read_text(encoding="utf-8")
    assert html.lstrip().startswith("<!doctype html>")
    assert "<script" not in html


def test_standard_input(report: Path) -> None:
    result = run("-", "--format", "jsonl", stdin=report.read_bytes())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["document"]["capture"]["method"] == "stdin"


def test_what_the_caller_knows_better(report: Path) -> None:
    result = run(
        str(report), "--published", "2031-05-07", "--publisher", "Harbour Gazette", "--url", "https://g.example/1",
        "--format", "jsonl",
    )  # fmt: skip
    document = Reading.from_json(result.stdout).document
    assert document.published is not None
    assert (document.published.value, document.publisher, document.url) == (
        "2031-05-07", "Harbour Gazette", "https://g.example/1",
    )  # fmt: skip


def test_reading_twice_into_a_case_adds_nothing(report: Path, tmp_path: Path) -> None:
    path = tmp_path / "war.case"
    assert run(str(report), "--case", str(path)).exit_code == 0
    with Case.open(path) as case:
        before = case.summary()
    assert run(str(report), "--case", str(path)).exit_code == 0
    with Case.open(path) as case:
        assert case.summary() == before


def test_the_same_input_gives_the_same_bytes(report: Path) -> None:
    assert run(str(report), "--format", "json").stdout_bytes == run(str(report), "--format", "json").stdout_bytes


BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty file"),
    "program.bin": (bytes(range(256)) * 40, "not text"),
    "cut.txt.gz": (gzip.compress(REPORT.encode() * 50)[:-20], "truncated gzip"),
    "paper.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "PDF is not read"),
    "line.txt": (b"word " * 2_000_000, "line too long"),
    "array.jsonl": (b'{"id": "1", "text": "The army said it left.", "handle": "a"}\n[1, 2]\n', "not a JSON object"),
    "blank.html": (b"<html><head><title></title></head><body><script>var a = 1</script></body></html>", "no text"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_named_with_its_reason_and_the_rest_is_read(name: str, report: Path, tmp_path: Path) -> None:
    content, reason = BAD[name]
    bad = tmp_path / name
    bad.write_bytes(content)
    result = run(str(bad), str(report), "--format", "jsonl")
    assert result.exit_code == 0
    assert any(str(bad) in line and reason in line for line in result.stderr.splitlines()), result.stderr
    assert Reading.from_json(result.stdout.splitlines()[-1]).document.title == "Convoy hit near Kafr Zita"


def test_invalid_utf8_is_read_as_the_encoding_it_is_or_skipped_never_lost(report: Path, tmp_path: Path) -> None:
    legacy = tmp_path / "legacy.txt"
    legacy.write_bytes("The governor’s office said the café was hit.".encode("cp1252"))
    result = run(str(legacy), "--format", "jsonl")
    assert "governor’s" in Reading.from_json(result.stdout).document.text


def test_three_hundred_nested_divs_are_read(tmp_path: Path) -> None:
    page = tmp_path / "deep.html"
    words = "The council said the northern road had been closed since Monday because of shelling. " * 6
    page.write_text("<html><body>" + "<div>" * 300 + f"<p>{words}</p>" + "</div>" * 300 + "</body></html>")
    result = run(str(page), "--format", "jsonl")
    assert result.exit_code == 0
    assert "northern road" in Reading.from_json(result.stdout).document.text


def test_exit_code_one_when_nothing_was_read(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert run(str(empty)).exit_code == 1
    assert run(str(tmp_path / "missing.txt")).exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [(), ("x.txt", "--format", "xml"), ("x.txt", "--no-such-option"), ("x.txt", "--ontology", "no/such/folder")],
)
def test_exit_code_two_for_a_wrong_call(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_date_that_is_none_is_a_wrong_call(report: Path) -> None:
    result = run(str(report), "--published", "yesterday-ish")
    assert result.exit_code == 2
    assert "yesterday-ish" in result.stderr


def test_a_model_that_does_not_exist_is_a_wrong_call(report: Path) -> None:
    result = run(str(report), "--model", "no_such_model")
    assert result.exit_code == 2
    assert "no_such_model" in result.stderr


def test_skipped_items_are_kept_in_the_case(report: Path, tmp_path: Path) -> None:
    empty, path = tmp_path / "empty.txt", tmp_path / "war.case"
    empty.touch()
    run(str(empty), str(report), "--case", str(path))
    with Case.open(path) as case:
        assert [(row.skipped.item, row.skipped.reason) for row in case.skipped()] == [(str(empty), "empty file")]


def test_the_skipped_record_names_the_bytes(tmp_path: Path) -> None:
    bad = tmp_path / "blank.html"
    bad.write_bytes(BAD["blank.html"][0])
    (row,) = json.loads(run(str(bad), "--format", "json").stdout)["skipped"]
    assert msgspec.convert(row["sha256"], str)
