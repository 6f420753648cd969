"""Statements of invented sentences, read with the shipped pipeline."""

import pytest

import reportedly
from reportedly.model import Reading, Statement
from reportedly.read.reader import Reader

PUBLISHED = "2031-05-06"  # a Tuesday


def read(text: str) -> Reading:
    return reportedly.read_text(text, published=PUBLISHED)


def one(text: str) -> tuple[Reading, Statement]:
    reading = read(text)
    assert len(reading.statements) == 1, [words(reading, s.cue) for s in reading.statements]
    return reading, reading.statements[0]


def words(reading: Reading, spans: tuple[object, ...]) -> str:
    return " … ".join(span.of(reading.document.text) for span in spans)  # type: ignore[attr-defined]


def name(reading: Reading, statement: Statement) -> str | None:
    return next((source.name for source in reading.sources if source.id == statement.source), None)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The governor said the bridge had been destroyed.",
            "The governor",
            "said",
            "the bridge had been destroyed",
        ),
        (
            "The bridge had been destroyed, the governor said.",
            "the governor",
            "said",
            "The bridge had been destroyed",
        ),
        (
            "According to residents, the bridge was destroyed.",
            "residents",
            "According to",
            "the bridge was destroyed",
        ),
        (
            "The bridge was destroyed, according to residents.",
            "residents",
            "according to",
            "The bridge was destroyed",
        ),
        ("“The bridge is gone,” said Lena Korin.", "Lena Korin", "said", "The bridge is gone"),
        (
            "Lena Korin told reporters that the bridge was gone.",
            "Lena Korin",
            "told",
            "that the bridge was gone",
        ),
        (
            "The army denied that it had shelled the market.",
            "The army",
            "denied",
            "that it had shelled the market",
        ),
        (
            "Activists claimed the convoy had been ambushed.",
            "Activists",
            "claimed",
            "the convoy had been ambushed",
        ),
        (
            "The rebels have announced that they will withdraw.",
            "The rebels",
            "have announced",
            "that they will withdraw",
        ),
        (
            "Officials plan to send two battalions to the border.",
            "Officials",
            "plan",
            "to send two battalions",
        ),
    ],
)
def test_source_cue_and_content(text: str, source: str, cue: str, content: str) -> None:
    reading, statement = one(text)
    assert words(reading, statement.source_spans) == source
    assert words(reading, statement.cue) == cue
    assert words(reading, statement.content).startswith(content)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The general said the town had fallen.", "affirms"),
        ("The general denied that the town had fallen.", "denies"),
        ("The general said the report was false.", "denies"),
        ("The general refused to confirm whether the town had fallen.", "declines"),
        ("The general would not confirm that the town had fallen.", "declines"),
        ("The general did not deny that the town had fallen.", "declines"),
        ("The defence minister dismissed reports of a retreat.", "denies"),
        ("The agency said it could not verify the footage.", "cannot-verify"),
        ("The monitor said it was not clear who had fired the rockets.", "cannot-verify"),
        ("Two witnesses corroborated the account of the driver.", "corroborates"),
        ("The envoy asked whether the truce would hold.", "questions"),
        ("The militia vowed to retake the airfield.", "intends"),
        ("The council urged both sides to stop the fighting.", "intends"),
        ("Aid groups fear that thousands will flee.", "predicts"),
        ("The general did not expect the town to fall.", "doubts"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    reading = read(text)
    outer = [statement for statement in reading.statements if statement.within is None]
    assert [statement.stance for statement in outer] == [stance]
    assert outer[0].stance_spans


def test_what_could_not_be_verified_is_kept_without_a_source() -> None:
    reading, statement = one("The claim could not be independently verified.")
    assert (statement.source, statement.stance) == (None, "cannot-verify")
    assert words(reading, statement.content) == "The claim"


def test_a_statement_within_a_statement() -> None:
    reading = read("The Harbour Gazette reported that the minister said the port was closed.")
    outer, inner = reading.statements
    assert (outer.within, inner.within) == (None, outer.id)
    assert words(reading, inner.content) == "the port was closed"


def test_a_source_that_cites_a_source() -> None:
    reading = read("The monitor said on Sunday that the base had been stormed, citing two fighters.")
    outer, inner = reading.statements
    assert inner.within == outer.id
    assert inner.content == outer.content
    assert words(reading, inner.source_spans) == "two fighters"
    assert outer.said is not None
    assert outer.said.value == "2031-05-04"
    assert outer.said.precision == "day"


def test_a_quotation_that_goes_on_behind_its_cue() -> None:
    text = "“They came at dawn,” said Lena Korin, a nurse. “We hid in the cellar.”"
    reading, statement = one(text)
    assert [span.of(text) for span in statement.content] == ["They came at dawn", "We hid in the cellar."]
    assert statement.mode == "direct"
    assert name(reading, statement) == "Lena Korin"


def test_a_partial_quotation_is_mixed() -> None:
    _, statement = one("The mayor said the army had “burned every house” in the valley.")
    assert statement.mode == "mixed"


def test_one_source_for_name_surname_and_pronoun() -> None:
    text = (
        "Lena Korin, a nurse in the town, said the clinic was hit. Korin said three patients died. "
        "She said the roof had collapsed."
    )
    reading = read(text)
    assert {name(reading, statement) for statement in reading.statements} == {"Lena Korin"}
    assert len(reading.statements) == 3


def test_unnamed_sources_are_anonymous_and_described() -> None:
    reading, statement = one("A senior official said the talks had failed.")
    (source,) = reading.sources
    assert source.id == statement.source
    assert (source.kind, source.anonymous, source.name) == ("unnamed", True, "A senior official")


def test_a_pronoun_without_anyone_to_stand_for_is_unresolved() -> None:
    reading, _ = one("He said the bridge was gone.")
    assert [source.resolved for source in reading.sources] == [False]


def test_coordinated_names_are_two_sources() -> None:
    reading = read("Reuters and AFP reported that the border was closed.")
    assert sorted(str(name(reading, statement)) for statement in reading.statements) == ["AFP", "Reuters"]


@pytest.mark.parametrize(
    "text",
    [
        "Reportedly, the bridge was destroyed.",
        "The bridge was destroyed at dawn by two explosions.",
        "The “safe zone” was shelled again.",
    ],
)
def test_what_makes_no_statement(text: str) -> None:
    assert read(text).statements == ()


def test_an_unmatched_mark_loses_nothing() -> None:
    text = "“We will stay, said the mayor.\n\nThe army said the road was open."
    reading = read(text)
    assert "the road was open" in [words(reading, statement.content) for statement in reading.statements]


def test_the_same_text_gives_the_same_bytes(using: Reader) -> None:
    text = "The army said on Monday that it had captured the hill. Activists denied it."
    assert read(text).to_json() == read(text).to_json()


@pytest.mark.parametrize(
    "text",
    [
        "The aid would stop if the loss was confirmed.",
        "“The depot was empty,” he said in a statement posted on Telegram.",
    ],
)
def test_what_nobody_is_told_to_have_said(text: str) -> None:
    cues = [words(read(text), statement.cue) for statement in read(text).statements]
    assert not {"was confirmed", "posted"} & set(cues)


def test_a_surname_that_the_model_calls_a_body_is_the_person() -> None:
    text = "“We saw smoke,” Lena Korin wrote for the Gazette. The depot, Korin reported, has been empty for weeks."
    reading = read(text)
    assert {name(reading, statement) for statement in reading.statements} == {"Lena Korin"}


def test_it_stands_for_the_body_that_the_speaker_speaks_for() -> None:
    reading = read("A spokesman for the Northern Shield Brigade said it had warned residents to leave.")
    inner = next(statement for statement in reading.statements if statement.within is not None)
    assert name(reading, inner) == "Northern Shield Brigade"


def test_a_relative_clause_between_commas_is_no_insertion() -> None:
    reading = read("Another official, who spoke on condition of anonymity, said that deliveries would stop.")
    assert [words(reading, statement.cue) for statement in reading.statements] == ["said"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Neither side has claimed the attack.", "declines"),
        ("The envoy asked the army to open the road.", "intends"),
        ("The monitor could not confirm the reports.", "cannot-verify"),
        ("The army, the ministry said on Thursday, has left the town.", "affirms"),
    ],
)
def test_more_stances(text: str, stance: str) -> None:
    outer = [statement for statement in read(text).statements if statement.within is None]
    assert [statement.stance for statement in outer] == [stance]


def test_a_post_copied_into_text_is_said_by_its_account() -> None:
    reading, statement = one("Lina Shaar (@lina_s): They are shelling the last two streets.")
    (source,) = reading.sources
    assert (source.kind, source.name, statement.mode) == ("account", "Lina Shaar", "direct")


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Everybody in these hills knows that the cartel killed the judge.", []),
        ("Anyone can see that the army shelled the school.", []),
        ("The mayor said everyone knew that the militia had killed the nurse.", ["affirms"]),
        ("Everyone at the scene said that the soldiers opened fire first.", ["affirms"]),
        ("The village knows that the army shelled the school.", ["affirms"]),
    ],
)
def test_everybody_who_knows_is_nobody_who_tells(text: str, stances: list[str]) -> None:
    assert [statement.stance for statement in read(text).statements] == stances


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Those who want to know who is winning should ask in Tarsa.", "questions"),
        ("Relatives want to know whether the army killed their sons.", "questions"),
        ("Families need to learn where their sons were killed.", "questions"),
        ("The judge will hear how the gunmen killed eight people.", "intends"),
        ("A people's court will hear whoever can testify.", "intends"),
        ("The judge heard that the gunmen had killed eight people.", "affirms"),
    ],
)
def test_who_has_yet_to_learn_it_is_no_witness(text: str, stance: str) -> None:
    assert one(text)[1].stance == stance
