"""The log of judgements: appended, undone by a further entry, never changed."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.case import Case, CaseError, UnknownIdError
from reportedly.model import Anchor, Judgement, Span

AT = "2031-05-11T10:00:00Z"
WORDS = (Anchor(document="d-1", span=Span(3, 9), words="bombed"),)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "demo.case") as case:
        yield case


def accepted(case: Case) -> Judgement:
    return case.judgements.add("accept", author="ana", at=AT, subject=WORDS, note="seen on the spot")


def test_what_is_added_is_there_as_it_was_made(case: Case) -> None:
    one = accepted(case)
    assert (one.author, one.at, one.subject, one.note) == ("ana", AT, WORDS, "seen on the spot")
    assert case.judgements.all() == case.judgements.standing() == (one,)
    assert case.judgements.find(one.id[:6]) == one


def test_an_undoing_may_be_undone(case: Case) -> None:
    one = accepted(case)
    gone = case.judgements.add("undo", author="bo", at=AT, value=one.id)
    assert case.judgements.standing() == ()
    case.judgements.add("undo", author="ana", at=AT, value=gone.id)
    assert case.judgements.standing() == (one,)
    assert len(case.judgements.all()) == 3


def test_the_same_decision_taken_again_has_another_name(case: Case) -> None:
    one = accepted(case)
    case.judgements.add("undo", author="ana", at=AT, value=one.id)
    assert accepted(case).id != one.id


def test_what_cannot_be_is_refused(case: Case) -> None:
    one = accepted(case)
    with pytest.raises(CaseError, match="author"):
        case.judgements.add("reject", author=" ", at=AT, subject=WORDS)
    with pytest.raises(UnknownIdError):
        case.judgements.add("undo", author="ana", at=AT, value="j-none")
    case.judgements.add("undo", author="ana", at=AT, value=one.id)
    with pytest.raises(CaseError, match="undone already"):
        case.judgements.add("undo", author="ana", at=AT, value=one.id)
    with pytest.raises(UnknownIdError, match="2 judgements begin"):
        case.judgements.find("j-")


@pytest.mark.parametrize("change", ["UPDATE judgements SET author = 'eve'", "DELETE FROM judgements"])
def test_the_file_itself_refuses_changes(case: Case, change: str) -> None:
    accepted(case)
    connection = sqlite3.connect(case.path)
    with pytest.raises(sqlite3.IntegrityError, match="only appended"):
        connection.execute(change)
    connection.close()
