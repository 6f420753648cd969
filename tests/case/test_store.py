import sqlite3
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readings import RUN, advance, capture, denial, numbered, silent

from reportedly.case import AmbiguousIdError, Case, CaseError, UnknownIdError
from reportedly.model import Capture, Document, Reading, Skipped, Span

LATER = "2019-04-01T00:00:00Z"


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "demo.case"
    with Case.open(made) as case:
        for reading in (advance(), denial(), silent()):
            assert case.add(capture(reading), reading)
    return made


def test_what_goes_in_comes_out_the_same(path: Path) -> None:
    with Case.open(path, create=False) as case:
        for reading in (advance(), denial(), silent()):
            kept = case.reading(reading.document.id)
            assert kept == reading
            assert kept.to_json() == reading.to_json()
            assert reading.document.capture is not None
            assert case.capture(reading.document.capture.sha256) == capture(reading)


def test_reading_the_same_twice_adds_nothing(path: Path) -> None:
    before = dump(path)
    with Case.open(path) as case:
        for reading in (silent(), advance(), denial()):
            assert not case.add(capture(reading, obtained=LATER), reading)
    assert dump(path) == before


def test_the_same_bytes_elsewhere_are_one_more_line_of_custody(path: Path) -> None:
    taken = capture(advance(), origin="copies/again.txt", obtained=LATER)
    document = msgspec.structs.replace(advance().document, capture=taken.provenance)
    again = msgspec.structs.replace(advance(), document=document)
    with Case.open(path) as case:
        assert not case.add(taken, again)
        assert not case.add(taken, again)
        log = case.custody(taken.provenance.sha256)
        assert [line.provenance.origin for line in log] == ["reports/meridian.txt", "copies/again.txt"]
        assert case.summary().captures == 3
        assert case.reading(document.id) == advance()
        assert case.capture(taken.provenance.sha256, "copies/again.txt") == taken


def test_another_version_takes_the_place_of_the_old(path: Path) -> None:
    newer = msgspec.structs.replace(
        advance(), run=msgspec.structs.replace(RUN, model="en-test-2"), events=advance().events[:2], claims=()
    )
    with Case.open(path) as case:
        assert case.add(capture(newer), newer)
        assert case.reading(newer.document.id) == newer
        assert len(list(case.documents())) == 3
        assert len(list(case.events(document=newer.document.id))) == 2
        assert {run.run.model: run.documents for run in case.summary().runs} == {
            "en-test-1": 2,
            "en-test-2": 1,
        }
        assert not [hit for hit in case.search("talks") if hit.kind == "statement"]


def test_the_order_of_adding_does_not_show(path: Path, tmp_path: Path) -> None:
    with Case.open(tmp_path / "other.case") as other, Case.open(path) as case:
        for reading in (silent(), denial(), advance()):
            other.add(capture(reading), reading)
        assert list(other.documents()) == list(case.documents())
        assert list(other.statements()) == list(case.statements())
        assert list(other.events()) == list(case.events())
        assert other.summary() == case.summary()


def test_bytes_that_are_not_the_documents_are_refused(tmp_path: Path) -> None:
    with Case.open(tmp_path / "demo.case") as case:
        with pytest.raises(CaseError, match="was not made from"):
            case.add(capture(denial()), advance())
        forged = msgspec.structs.replace(capture(denial()), content=b"other words")
        with pytest.raises(CaseError, match="SHA-256"):
            case.add(forged, denial())
        assert not list(case.documents())


def test_damaged_bytes_are_told(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE captures SET codec = 'raw', content = x'00'")
    connection.close()
    provenance = advance().document.capture
    assert provenance is not None
    with Case.open(path, create=False) as case, pytest.raises(CaseError, match="no longer"):
        case.capture(provenance.sha256)


def test_skipped_items_stand_once(path: Path) -> None:
    item = Skipped(item="reports/meridian.txt", stage="capture", reason="empty file")
    with Case.open(path) as case:
        assert case.skip(item)
        assert not case.skip(item)
        assert case.skip(msgspec.structs.replace(item, item="x.gz", reason="truncated gzip"))
        assert [(one.skipped.item, one.read) for one in case.skipped()] == [
            ("reports/meridian.txt", True),
            ("x.gz", False),
        ]
        assert case.summary().skipped == 2


def test_lists_can_be_narrowed(path: Path) -> None:
    with Case.open(path, create=False) as case:
        assert [one.name for one in case.statements(stance="denies")] == ["defence ministry", "army"]
        assert [one.document for one in case.statements(name="army")] == [denial().document.id]
        assert len(list(case.events(type="materiel-captured"))) == 3
        assert len(list(case.events(limit=1))) == 1
        unnamed = [one.name for one in case.statements() if one.anonymous]
        assert unnamed == ["field sources", "residents"]


def test_summary_counts(path: Path) -> None:
    with Case.open(path, create=False) as case:
        found = case.summary()
    assert (found.documents, found.statements, found.events, found.claims) == (3, 9, 8, 8)
    assert found.stances == {"affirms": 6, "denies": 2, "declines": 1}
    assert found.published == ("2019-03-04", "2019-03-05")
    assert found.undated == 1
    assert found.happened == ("2019-03-03", "2019-03-17")
    assert found.speakers[0].name == "Idris Vann"
    assert found.speakers[0].stances == {"affirms": 1, "declines": 1}
    assert next(one for one in found.types if one.type == "materiel-captured").unsure == 1


def test_find_by_the_beginning_of_an_identifier(path: Path) -> None:
    with Case.open(path, create=False) as case:
        for kind, one in (
            ("document", advance().document),
            ("source", advance().sources[2]),
            ("statement", advance().statements[1]),
            ("event", advance().events[0]),
            ("claim", advance().claims[0]),
        ):
            for wanted in (one.id, one.id[:9], one.id[:9].upper(), f"{advance().document.id[:6]}/{one.id}"):
                found = case.find(wanted)
                assert (found.kind, found.id, found.document) == (kind, one.id, advance().document.id)
            assert found.data == msgspec.json.decode(msgspec.json.encode(one))
        with pytest.raises(AmbiguousIdError, match="1 more") as caught:
            case.find("s-")
        assert caught.value.total == 9
        for nothing in ("s-0000", "", "x/", "%"):
            with pytest.raises(UnknownIdError):
                case.find(nothing)
        with pytest.raises(UnknownIdError):
            case.reading("d-none")


def test_values_of_a_newer_version_are_kept_and_told(path: Path) -> None:
    statement = advance().statements[0]
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE statements SET stance = 'hears',"
            " record = json_set(record, '$.stance', 'hears', '$.tone', 'sharp') WHERE id = ?",
            (statement.id,),
        )
    connection.close()
    with Case.open(path) as case:
        assert next(case.statements()).stance == "hears"
        assert case.find(statement.id).data["tone"] == "sharp"
        with pytest.raises(CaseError, match="update reportedly"):
            case.reading(advance().document.id)
        assert len(list(case.events())) == 8


text = st.text(st.characters(codec="utf-8"), max_size=60)


def spans(length: int) -> st.SearchStrategy[tuple[Span, ...]]:
    ends = st.tuples(st.integers(0, length), st.integers(0, length))
    return st.lists(ends.map(lambda two: Span(min(two), max(two))), max_size=3).map(tuple)


@st.composite
def varied(draw: st.DrawFn) -> tuple[Capture, Reading]:
    """The rich reading with other bytes, words, names and spans in it."""
    base = advance()
    words, title = draw(text), draw(text)
    taken = Capture.of(
        draw(st.binary(max_size=40)),
        origin=draw(text),
        method="file",
        media_type="text/plain",
        obtained=LATER,
        fields={"title": title},
    )
    document = msgspec.structs.replace(
        base.document,
        id=Document.identify(taken.provenance.sha256, None),
        text=words,
        title=draw(st.none() | st.just(title)),
        url=None,
        capture=taken.provenance,
    )
    statements = tuple(
        msgspec.structs.replace(one, content=draw(spans(len(words))), cue=draw(spans(len(words))), rule=draw(text))
        for one in base.statements
    )
    sources = tuple(msgspec.structs.replace(one, name=draw(text)) for one in base.sources)
    return taken, msgspec.structs.replace(base, document=document, statements=statements, sources=sources)


@settings(max_examples=30, deadline=None)
@given(made=varied())
def test_any_reading_comes_back_as_it_was(made: tuple[Capture, Reading]) -> None:
    taken, reading = made
    with TemporaryDirectory() as folder:
        path = Path(folder, "any.case")
        with Case.open(path) as case:
            assert case.add(taken, reading)
            assert case.reading(reading.document.id).to_json() == reading.to_json()
            assert case.capture(taken.provenance.sha256, taken.provenance.origin) == taken
            case.search(reading.document.text)
            case.search(taken.fields["title"])
        before = dump(path)
        with Case.open(path) as case:
            assert not case.add(taken, reading)
        assert dump(path) == before


def test_a_thousand_documents_take_seconds(tmp_path: Path) -> None:
    made = [(capture(reading), reading) for reading in numbered(1000)]
    begun = time.perf_counter()
    with Case.open(tmp_path / "many.case") as case:
        assert all(case.add(taken, reading) for taken, reading in made)
        assert case.summary().documents == 1000
    assert time.perf_counter() - begun < 10
