"""Incidents, sources, custody and control as a user asks for them."""

import json
import re
import sqlite3
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from tests.stories import ALL, STRIKE, read

from reportedly.case import Case
from reportedly.case.dossier import Dossier, SourceEntry
from reportedly.case.entries import IncidentEntry
from reportedly.cli import main
from reportedly.model import Chain, Period


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)), env={"COLUMNS": "140", "TERM": "dumb"})


def types(*arguments: object) -> list[str]:
    lines = run("incidents", *arguments, "--format", "jsonl").stdout.splitlines()
    return [msgspec.json.decode(line, type=IncidentEntry).type for line in lines]


def strike(linked: Path) -> str:
    listed = run("incidents", linked, "--type", "air-strike", "--format", "json").stdout
    return msgspec.json.decode(listed, type=list[IncidentEntry])[0].id


def test_the_list_says_what_where_when_and_how_well_it_holds_up(linked: Path) -> None:
    result = run("incidents", linked)
    assert result.exit_code == 0, result.output
    for words in ("air-strike", "Binnish", "2031-05-05", "2 / 1 / 0", "3 reports", "Contested", "Hilltop Observatory"):
        assert words in result.stdout
    assert strike(linked)[:8] in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), ["air-strike", "materiel-captured", "territory-captured"]),
        (("--place", "binn"), ["air-strike"]),
        (("--actor", "valley brigade"), ["territory-captured"]),
        (("--type", "territory-captured"), ["territory-captured"]),
        (("--grade", "contested"), ["air-strike"]),
        (("--from", "2031-05-08"), ["materiel-captured", "territory-captured"]),
        (("--to", "2031-05-05"), ["air-strike"]),
        (("--from", "2031-05-06", "--to", "2031-05"), ["materiel-captured", "territory-captured"]),
        (("--as-of", "2031-05-06"), ["air-strike"]),
        (("--place", "Binnish", "--grade", "Fair"), []),
        (("--place", "Binnish", "--grade", "Fair", "--as-of", "2031-05-07"), ["air-strike"]),
        (("--limit", "1"), ["air-strike"]),
    ],
)
def test_filters(linked: Path, options: tuple[str, ...], expected: list[str]) -> None:
    assert types(linked, *options) == expected


def test_a_place_is_found_by_its_number(linked: Path) -> None:
    numbers = {place.geonameid for place in read(STRIKE[0])[1].events[0].places}
    assert [types(linked, "--place", str(number)) for number in numbers] == [["air-strike"]]


def test_nothing_found_is_exit_code_one(linked: Path) -> None:
    nothing = run("incidents", linked, "--type", "siege")
    assert (nothing.exit_code, nothing.stdout) == (1, "")
    assert "as asked" in nothing.stderr
    assert run("incidents", linked, "--from", "soon").exit_code == 2
    assert run("incident", linked, "i-0").exit_code == 1


def test_an_incident_in_full(linked: Path) -> None:
    result = run("incident", linked, strike(linked)[:8])
    assert result.exit_code == 0, result.output
    for words in (
        "Contested (proposed by the machine; rule denied)",
        "Civil Rescue Corps",
        "What cannot both be true",
        "17 killed",
        "Numbers that differ",
        "0.33",
        "How the grade came about",
        "would change it",
    ):
        assert words in result.stdout
    dates = re.findall(r"^c-\w{6}\s+(\S+)", result.stdout, re.MULTILINE)
    assert dates == ["2031-05-06", "2031-05-07", "2031-05-08"]


def test_why_reads_as_a_note(linked: Path) -> None:
    plain, why = run("incident", linked, strike(linked)).stdout, run("incident", linked, strike(linked), "--why").stdout
    assert "Two independent voices say that it happened: Hilltop Observatory and Civil Rescue Corps." not in plain
    assert "Two independent voices say that it happened: Hilltop Observatory and Civil Rescue Corps." in why


def test_an_incident_is_found_by_an_event_and_a_claim(linked: Path) -> None:
    reading = read(STRIKE[1])[1]
    for identifier in (reading.events[0].id, reading.claims[0].id[:9]):
        assert strike(linked) in run("incident", linked, identifier).stdout


def test_as_of_leaves_out_what_had_not_been_published(linked: Path) -> None:
    result = run("incident", linked, strike(linked), "--as-of", "2031-05-07")
    assert "Fair (proposed by the machine, as of 2031-05-07" in result.stdout
    assert "defence ministry" not in result.stdout
    assert run("incident", linked, strike(linked), "--as-of", "2031-05-01").exit_code == 1


def test_json_is_the_records(linked: Path) -> None:
    output = run("incident", linked, strike(linked), "--format", "json").stdout
    dossier = msgspec.json.decode(output, type=Dossier)
    assert [grade.value for grade in dossier.history] == ["Weak", "Fair", "Contested"]
    assert [one.quote for one in dossier.testimonies] == [story.text for story in STRIKE]
    assert [figure.value for figure in dossier.figures[0].told] == ["17", "19"]
    assert json.loads(run("incident", linked, strike(linked), "--why", "--format", "json").stdout)["note"]["paragraphs"]
    assert msgspec.json.decode(run("incidents", linked, "--format", "json").stdout, type=list[IncidentEntry])
    assert msgspec.json.decode(run("custody", linked, "tank", "--format", "json").stdout, type=Chain).steps
    assert msgspec.json.decode(run("control", linked, "Saraqib", "--format", "json").stdout, type=list[Period])


def test_sources_over_all_documents(linked: Path) -> None:
    found = msgspec.json.decode(run("sources", linked, "--format", "json").stdout, type=list[SourceEntry])
    by_name = {one.name: one for one in found}
    ministry, observatory = by_name["defence ministry"], by_name["Hilltop Observatory"]
    assert (ministry.statements, ministry.incidents, ministry.contradicted, ministry.corroborated) == (
        {"denies": 1}, 1, 1, 0,
    )  # fmt: skip
    assert (observatory.reliability, observatory.judged_by, observatory.corroborated) == ("F", None, 1)
    assert by_name["Valley Brigade"].incidents == 2
    shown = run("sources", linked, "--limit", 2).stdout
    assert "Valley Brigade" in shown
    assert f"{len(found) - 2} more sources" in shown


def test_custody_shows_its_gaps(linked: Path) -> None:
    result = run("custody", linked, "tanks")
    assert result.exit_code == 0, result.output
    for words in ("army → ", "captured", "3 tanks", "gap: how army came by it is not told", "──captured──▶"):
        assert words in result.stdout
    assert run("custody", linked, "tank").stdout.splitlines()[3:] == result.stdout.splitlines()[3:]
    assert run("custody", linked, "vehicle").exit_code == 0  # tanks are vehicles
    assert run("custody", linked, "missile").exit_code == 1


def test_control_shows_who_held_it(linked: Path) -> None:
    result = run("control", linked, "saraqib")
    assert result.exit_code == 0, result.output
    for words in ("Valley Brigade gain it from army", "not told", "█"):
        assert words in result.stdout
    assert run("control", linked, "Saraqib", "--radius", "50").exit_code == 0
    assert run("control", linked, "Aleppo").exit_code == 1
    nowhere = run("control", linked, "Nowhere", "--radius", "5")
    assert nowhere.exit_code == 2
    assert "leave out the radius" in nowhere.stderr


def test_an_incident_says_why_its_reports_are_held_to_be_one(linked: Path) -> None:
    listed = run("incidents", linked, "--type", "air-strike", "--format", "json").stdout
    one = msgspec.json.decode(listed, type=list[IncidentEntry])[0]
    dossier = msgspec.json.decode(run("incident", linked, one.id, "--format", "json").stdout, type=Dossier)
    events = {told.event.id for told in dossier.testimonies}
    assert len(dossier.links) == len(events) - 1 > 0
    assert all({link.a, link.b} <= events and link.reasons for link in dossier.links)
    shown = run("incident", linked, one.id).stdout
    assert "Why these are held to be one happening" in shown
    assert re.search(r"place \+\d", shown)


def test_a_case_that_is_not_linked_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "new.case"
    with Case.open(path) as case:
        case.add(*read(ALL[0]))
    for arguments in (("incidents",), ("incident", "i-1"), ("sources",), ("custody", "tank"), ("control", "Saraqib")):
        result = run(arguments[0], path, *arguments[1:])
        assert result.exit_code == 2
        assert f"read --case {path}" in result.stderr
    assert run("read", "--case", path).exit_code == 0
    assert types(path) == ["air-strike"]
    with Case.open(path) as case:
        case.add(*read(ALL[1]))
    assert "1 reading is not linked" in run("incidents", path).stderr


def test_an_older_case_is_updated_by_reading(tmp_path: Path) -> None:
    from reportedly.case import schema
    from reportedly.case.connection import _statements

    path = tmp_path / "old.case"
    with sqlite3.connect(path) as connection:
        for statement in _statements(schema.MIGRATIONS[0]):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    result = run("incidents", path)
    assert result.exit_code == 2
    assert "older schema" in result.stderr
    assert run("read", "--case", path).exit_code == 0
    assert run("incidents", path).exit_code == 1


def test_an_empty_case_has_no_incidents(tmp_path: Path) -> None:
    path = tmp_path / "empty.case"
    Case.open(path).close()
    assert run("incidents", path, "--format", "json").stdout == "[]\n"
    assert run("sources", path).exit_code == 0
