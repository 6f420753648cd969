"""Where what is told comes from, when the report says so in a sentence of its own."""

import pytest

from reportedly.clean import document_of
from reportedly.read.reader import Reader

TOLD = "A bomb killed nine people in Tarsa on Monday. "


def told(using: Reader, text: str) -> list[tuple[str | None, str]]:
    reading = using.read(document_of(text, published="2031-05-06", publisher="Harbour Times"))
    names = {one.id: one.name for one in reading.sources}
    return [(names.get(one.source or ""), one.rule) for one in reading.statements]


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        ("The information comes from the district chief, Omar Hadi.", "Omar Hadi", "comes-from"),
        ("The account stems from two survivors.", "two survivors", "comes-from"),
        ("That is what a nurse has told our station.", "a nurse", "pronoun"),
        ("This is what residents say.", "residents", "pronoun"),
        ("So says the parish priest, Father Omar Hadi.", "Omar Hadi", "pronoun"),
    ],
)
def test_a_sentence_may_say_whom_the_one_before_it_comes_from(using: Reader, text: str, name: str, rule: str) -> None:
    assert (name, rule) in told(using, TOLD + text)


@pytest.mark.parametrize("text", ["The news came from Tarsa.", "The men came from the hills.", "It never came."])
def test_what_comes_from_a_place_is_said_by_nobody(using: Reader, text: str) -> None:
    assert not told(using, TOLD + text)


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers looted the clinic on Thursday, writes the Harbour Post, relying on two nurses.",
        "The Harbour Post reported that soldiers had looted the clinic, leaning on two nurses.",
        "The Harbour Post, which relies on two nurses, says that soldiers looted the clinic.",
    ],
)
def test_who_relies_on_somebody_cites_them(using: Reader, text: str) -> None:
    assert ("two nurses", "citing") in told(using, text)


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        ("We compared the video of the burning of the mill, published by Hill Eye on Monday.", "Hill Eye", "published"),
        ("They studied the footage of the raid on the mill that Hill Eye posted.", "Hill Eye", "published"),
        ("The video of the burning of the mill, which was uploaded by Hill Eye, is real.", "Hill Eye", "published"),
        ("A video in which three men are shot was recorded near Tarsa.", "A video", "pictured"),
    ],
)
def test_pictures_tell_what_they_show(using: Reader, text: str, name: str, rule: str) -> None:
    assert (name, rule) in told(using, text)
