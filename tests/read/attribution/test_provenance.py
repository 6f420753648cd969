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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The union has learned from Radio Tarsa of the murder of its member.", "Radio Tarsa"),
        ("We have learned from the website Hill Online that gunmen killed a judge.", "Hill Online"),
        ("The committee heard from the mayor, Omar Hadi, that shells had killed nine people.", "Omar Hadi"),
    ],
)
def test_what_was_learned_from_somebody_is_theirs(using: Reader, text: str, name: str) -> None:
    assert (name, "learned-from") in told(using, text)


def test_what_was_learned_from_press_reports_is_nobodys(using: Reader) -> None:
    assert not [one for one in told(using, "The union has learned from press reports of the murder.") if one[0]]


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        ("In the clip, shared on Wednesday by the page Hill Eye, the men are shot.", "Hill Eye", "published"),
        (
            "In the clip, shared on Sunday by the site Hill Eye, men kneel before they are shot.",
            "Hill Eye",
            "published",
        ),
        (
            "In the clip, shared on Monday by the page Hill Eye, the men kneel with their hands tied before they are "
            "shot in the back one after the other.",
            "Hill Eye",
            "published",
        ),
        ("In the video, posted on Telegram by the group Hill Eye, three men are beheaded.", "Hill Eye", "published"),
        ("In the footage, released by the Hill Front on Monday, soldiers are led away.", "Hill Front", "published"),
        ("In a recording, the prisoners are shot.", "a recording", "pictured"),
        ("In a video posted by rebels, two soldiers are executed.", "rebels", "published"),
        ("In the footage, three men are beheaded.", "the footage", "pictured"),
        ("Footage has emerged of soldiers executing four villagers.", "Footage", "pictured"),
        ("A video has surfaced of gunmen shooting two prisoners.", "A video", "pictured"),
        ("Pictures appeared on Sunday of soldiers looting a hospital.", "Pictures", "pictured"),
    ],
)
def test_what_is_told_behind_pictures_is_what_they_show(using: Reader, text: str, name: str, rule: str) -> None:
    assert (name, rule) in told(using, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mayor, Omar Hadi, lowered the number of dead in Thursday's clashes to 13.", "Omar Hadi"),
        ("The army scaled down the number of militants killed in the gunfight to two.", "The army"),
        ("The ministry revised the death toll from the bombing to 40 on Sunday.", "ministry"),
        ("Officials corrected the toll of the strike to nine dead.", "Officials"),
        ("The nurse Lena Korin has counted 17 dead from the shelling.", "Lena Korin"),
    ],
)
def test_who_counts_the_dead_tells_of_them(using: Reader, text: str, name: str) -> None:
    assert (name, "counted") in told(using, text)


def test_who_counts_anything_else_does_something(using: Reader) -> None:
    assert not told(using, "The army raised the number of troops in the province to 300.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nine men were killed. Colonel Omar Hadi, military spokesman.", "Omar Hadi"),
        ("Nine men were killed. Done at Tarsa, Major Omar Hadi, spokesman.", "Omar Hadi"),
        ("Nine men were killed.\n\nBrigadier Omar Hadi, spokesman for the command", "Omar Hadi"),
    ],
)
def test_who_signs_a_text_speaks_for_its_publisher(using: Reader, text: str, name: str) -> None:
    reading = using.read(document_of(text, published="2031-05-06", publisher="Hill Alliance (post)"))
    assert [(one.name, one.affiliation) for one in reading.sources] == [(name, "Hill Alliance")]


def test_whoever_is_only_described_at_the_end_signs_nothing(using: Reader) -> None:
    assert not told(using, "Nine men were killed. Lena Korin, a nurse.")
