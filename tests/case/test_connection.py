import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from tests.readings import advance, capture, denial, numbered

from reportedly.case import SCHEMA_VERSION, Case, CaseError

ROOT = Path(__file__).parents[2]


def child(script: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)],
        stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def test_files_that_are_no_case(tmp_path: Path) -> None:
    words, empty, other = tmp_path / "notes.txt", tmp_path / "empty.case", tmp_path / "other.db"
    words.write_text("no database " * 100)
    empty.touch()
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (a)")
    connection.close()
    for create in (True, False):
        with pytest.raises(CaseError, match="not an SQLite database"):
            Case.open(words, create=create)
        with pytest.raises(CaseError, match="another program"):
            Case.open(other, create=create)
        with pytest.raises(CaseError, match="is a folder"):
            Case.open(tmp_path, create=create)
    with pytest.raises(CaseError, match="is empty"):
        Case.open(empty, create=False)
    with pytest.raises(CaseError, match="does not exist"):
        Case.open(tmp_path / "none.case", create=False)
    with pytest.raises(CaseError, match="folder of"):
        Case.open(tmp_path / "none" / "a.case")
    assert not (tmp_path / "none.case").exists()
    Case.open(empty).close()


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "demo.case"
    Case.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    for create in (True, False):
        with pytest.raises(CaseError, match="newer version of reportedly"):
            Case.open(path, create=create)


def test_a_place_that_cannot_be_written() -> None:
    if not Path("/proc/self").exists():
        pytest.skip("needs a folder in which nobody can make a file")
    with pytest.raises(CaseError, match="cannot be opened"):
        Case.open("/proc/demo.case")


def test_a_case_can_be_asked_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "demo.case"
    with Case.open(path) as case:
        case.add(capture(denial()), denial())
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Case.open(path, create=False) as case:
        assert case.reading(denial().document.id) == denial()
        assert case.search("tanks")
    assert [one.name for one in tmp_path.iterdir()] == ["demo.case"]


def test_a_case_opened_to_be_asked_cannot_be_changed(tmp_path: Path) -> None:
    path = tmp_path / "demo.case"
    Case.open(path).close()
    with Case.open(path, create=False) as case, pytest.raises(CaseError, match="cannot be written"):
        case.add(capture(denial()), denial())


def test_a_locked_case_says_so(tmp_path: Path) -> None:
    path = tmp_path / "demo.case"
    Case.open(path).close()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Case.open(path, wait=0.05) as case:
        assert not list(case.documents())
        with pytest.raises(CaseError, match="locked by another program"):
            case.add(capture(denial()), denial())
    holder.execute("ROLLBACK")
    holder.close()


def test_a_kill_between_documents_leaves_whole_ones(tmp_path: Path) -> None:
    path = tmp_path / "demo.case"
    writer = child(
        """
        import sys
        from reportedly.case import Case
        from tests.readings import capture, numbered
        with Case.open(sys.argv[1]) as case:
            for number, reading in enumerate(numbered(20000)):
                case.add(capture(reading), reading)
                if number == 50:
                    print("going", flush=True)
        """,
        path,
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "going\n"
    time.sleep(0.05)
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    writer.stdout.close()
    with Case.open(path) as case:
        kept = {one.id for one in case.documents()}
        assert 50 < len(kept) < 20000
        expected = numbered(len(kept))
        assert kept == {reading.document.id for reading in expected}
        for reading in expected:
            assert case.reading(reading.document.id) == reading
        assert case.add(capture(advance()), advance())
        assert case._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert case._connection.execute("PRAGMA foreign_key_check").fetchall() == []
        case._connection.execute("INSERT INTO statements_words (statements_words) VALUES ('integrity-check')")


def test_a_kill_inside_a_document_leaves_none_of_it(tmp_path: Path) -> None:
    path = tmp_path / "demo.case"
    with Case.open(path) as case:
        case.add(capture(denial()), denial())
    writer = child(
        """
        import sys, time
        from reportedly.case import Case, rows
        from tests.readings import advance, capture
        whole = rows.insert
        def insert(*arguments):
            whole(*arguments)
            print("written, not committed", flush=True)
            time.sleep(60)
        rows.insert = insert
        with Case.open(sys.argv[1]) as case:
            case.add(capture(advance()), advance())
        """,
        path,
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "written, not committed\n"
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    writer.stdout.close()
    with Case.open(path) as case:
        found = case.summary()
        assert (found.documents, found.captures, found.statements) == (1, 1, 1)
        assert case.add(capture(advance()), advance())


def test_others_read_while_one_writes(tmp_path: Path) -> None:
    path = tmp_path / "demo.case"
    Case.open(path).close()
    script = """
        import sys, time
        from reportedly.case import Case
        from tests.readings import numbered
        wanted = int(sys.argv[2])
        known = {reading.document.id: reading for reading in numbered(wanted)}
        seen = 0
        end = time.monotonic() + 20
        while seen < wanted and time.monotonic() < end:
            with Case.open(sys.argv[1], create=False) as case:
                found = list(case.readings())
                assert all(known[one.document.id] == one for one in found)
                assert len(found) >= seen
                seen = len(found)
        print(seen)
        """
    readers = [child(script, path, 60) for _ in range(2)]
    with Case.open(path) as case:
        for reading in numbered(60):
            case.add(capture(reading), reading)
            time.sleep(0.01)
    for reader in readers:
        out, _ = reader.communicate(timeout=30)
        assert out == "60\n"
