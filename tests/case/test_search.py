import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readings import advance, capture, denial

from reportedly.case import Case
from reportedly.case.search import marks, query
from reportedly.model import Span


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "demo.case") as case:
        for reading in (advance(), denial()):
            case.add(capture(reading), reading)
        yield case


def test_hits_give_their_words_in_the_text(case: Case) -> None:
    found = case.search("tanks")
    kinds = [hit.kind for hit in found]
    assert kinds == ["document"] * 2 + ["statement"] * 4
    for kind in ("document", "statement"):
        scores = [hit.score for hit in found if hit.kind == kind]
        assert scores == sorted(scores, reverse=True)
    for hit in found:
        text = case.reading(hit.document).document.text
        assert {span.of(text) for span in hit.spans} <= {"tanks", "tank", "anti-tank"}
        assert hit.spans
        assert hit.snippet == hit.context.of(text)
        assert any(span in hit.context for span in hit.spans)


@pytest.mark.parametrize(
    ("words", "documents"),
    [
        ("losing tanks", 1),
        ("LOSE TANK", 1),
        ('"losing tanks"', 1),
        ("“tanks losing”", 0),
        ("sarh*", 2),
        ("sarh", 0),
        ("Amrún", 2),
        ("tanks AND NOT", 0),
        ("anti-tank", 1),
        ("", 0),
        ('" ( * ) ^ : -', 0),
        ("title:army", 0),
    ],
)
def test_words_of_a_user_have_no_other_meaning(case: Case, words: str, documents: int) -> None:
    assert sum(hit.kind == "document" for hit in case.search(words)) == documents


@given(st.text())
def test_no_words_break_a_search(words: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE f USING fts5 (a)")
    asked = query(words)
    if asked and not any(0xD800 <= ord(char) <= 0xDFFF for char in asked):
        connection.execute("SELECT * FROM f WHERE f MATCH ?", (asked,)).fetchall()
    connection.close()


def test_marks_are_found_where_they_stand() -> None:
    assert marks("a \ufdd0tank\ufdd1, \ufdd0two\ufdd1", "a tank, two") == (Span(2, 6), Span(8, 11))
    assert marks("a ", "a \0 tank") == ()
