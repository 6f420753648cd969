"""Speakers whom commas alone set apart, and the bodies that they speak for, in invented reports."""

import pytest

import reportedly
from reportedly.model import Reading, Source, Statement


def read(text: str) -> Reading:
    return reportedly.read_text(text, published="2031-05-06")


def source(reading: Reading, statement: Statement) -> Source:
    return next(source for source in reading.sources if source.id == statement.source)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "A shell hit the mill at Sarn on Monday, wounding four people, the town's mayor, Lena Korin, said.",
            "Lena Korin",
        ),
        (
            "Gunmen burned two lorries near Tamra, setting their loads ablaze, the head of the transport office, "
            "Omar Hadi, said by telephone from Sarn.",
            "Omar Hadi",
        ),
        (
            "Dozens were hurt in the blast at Sarn, a spokesman for the valley police, Omar Hadi, said without "
            "giving a number.",
            "Omar Hadi",
        ),
        ("Six people died at the bridge, Omar Hadi, the head of the council in Sarn, told reporters.", "Omar Hadi"),
        ("Our troops took the hill and now hold both roads, the spokesman, Colonel Omar Hadi, announced.", "Omar Hadi"),
        ("Nine buyers died when a van blew up in the market, Dr Lena Korin of the hospital said.", "Lena Korin"),
    ],
)  # fmt: skip
def test_the_name_and_role_before_the_verb_speak(text: str, name: str) -> None:
    reading = read(text)
    (statement,) = reading.statements
    assert source(reading, statement).name == name
    assert statement.content[0].start == 0
    assert name not in statement.content[0].of(text)


def test_the_subject_behind_the_verb_speaks_not_whom_it_tells_of() -> None:
    reading = read("The blast wounded the mayor, Omar Hadi, said police.")
    (statement,) = reading.statements
    assert source(reading, statement).name == "police"
    assert "Omar Hadi" in statement.content[0].of(reading.document.text)


def test_whom_the_words_before_the_pronoun_bring_in_does_not_say_them() -> None:
    reading = read("Rebels attacked the post at Sarn, the prefect, Omar Hadi, said. A guard was killed, he said.")
    assert {source(reading, statement).name for statement in reading.statements} == {"Omar Hadi"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("A spokesman for the relief mission, Lena Korin, said the mill had been hit.", "relief mission"),
        ("Defence ministry spokesman Omar Hadi said the mill had been hit.", "Defence ministry"),
        ("The county police chief, Omar Hadi, said the mill had been hit.", "police"),
        ("The hospital's director, Lena Korin, said the mill had been hit.", "hospital"),
        ("Omar Hadi of the Tamra Brigades said the mill had been hit.", "Tamra Brigades"),
        ("The mill had been hit, Superintendent Omar Hadi said.", "police"),
        ("The Tamra Brigades took the ridge. Their spokesman, Omar Hadi, said it was empty.", "Tamra Brigades"),
        ("A surgeon at the hospital, Lena Korin, said the mill had been hit.", None),
        ("A police officer said the mill had been hit.", None),
        ("Two armed groups in the Sarn valley said the mill had been hit.", None),
    ],
)
def test_the_body_that_somebody_speaks_for(text: str, body: str | None) -> None:
    reading = read(text)
    assert source(reading, reading.statements[-1]).affiliation == body


@pytest.mark.parametrize(
    "text",
    [
        "The prefect, Omar Hadi, spoke in Sarn. Reports that rebels had taken the mill on Monday were lies, he said.",
        "The ministry said reports that the mill was shelled were untrue.",
        "Claims that the mill was bombed are baseless, the ministry said.",
    ],
)
def test_who_calls_a_report_false_denies_it(text: str) -> None:
    reading = read(text)
    assert [s.stance for s in reading.statements if s.source is not None] == ["denies"]


def test_a_question_to_anybody_affirms_nothing() -> None:
    reading = read("Can anybody confirm that rebels raided the mill last night?")
    assert [statement.stance for statement in reading.statements] == ["questions"]


def test_persons_taken_in_are_not_told() -> None:
    reading = read("Dr Lena Korin spoke in Sarn. Her ward had admitted 26 patients, she said.")
    assert [source(reading, statement).name for statement in reading.statements] == ["Lena Korin"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked the mill on Monday, an engineer was quoted as saying by the Sarn Courier.",
        "Gunmen attacked the mill on Monday, the Sarn Courier quoted an engineer as saying.",
    ],
)
def test_what_is_quoted_may_stand_before_who_is_quoted(text: str) -> None:
    reading = read(text)
    said = next(s for s in reading.statements if source(reading, s).name == "an engineer")
    assert said.content[0].of(text) == "Gunmen attacked the mill on Monday"
