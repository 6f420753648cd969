"""The editor's note: what is said and by how many, in plain sentences."""

from tests.weigh.telling import INCIDENT, killed, tell, unnamed, who

from reportedly.model import Judgement
from reportedly.model import Testimony as Told
from reportedly.weigh import weigh, why

ONE, OTHER = who("Harbour Observatory"), who("Valley Hawks")


def note(*told: Told, judgements: tuple[Judgement, ...] = ()) -> dict[str, str]:
    made = why(weigh(INCIDENT, told, (), judgements), told, judgements)
    return {paragraph.about: paragraph.text for paragraph in made.paragraphs}


def test_one_voice_in_the_singular() -> None:
    said = note(tell("a", ONE))
    assert said["grade"] == "Weak. Only one independent origin says that it happened."
    assert said["said"] == "One independent voice says that it happened: Harbour Observatory."
    assert "denied" not in said


def test_several_in_the_plural() -> None:
    said = note(tell("a", ONE), tell("b", unnamed("residents")), tell("c", OTHER, bearing="denies"))
    assert said["said"] == "Two independent voices say that it happened: Harbour Observatory and residents (unnamed)."
    assert said["denied"] == "Valley Hawks denies that it happened."
    assert said["contradictions"] == (
        "It cannot both have happened, as told by Harbour Observatory and residents (unnamed), and not have happened, "
        "as told by Valley Hawks."
    )
    assert "If the denial were taken back, it would be Fair." in said["change"]


def test_numbers_and_corrections() -> None:
    told = (
        tell("a", ONE, casualties=(killed(12),)), tell("b", ONE, casualties=(killed(8),), published="2031-05-07"),
        tell("c", OTHER, casualties=(killed(3),)),
    )  # fmt: skip
    said = note(*told)["contradictions"]
    assert "Harbour Observatory and Valley Hawks cannot both be right on how many: 8 killed against 3 killed." in said
    assert "has since corrected how many (12 killed against 8 killed); the earlier word no longer counts." in said


def test_those_who_could_not_verify_are_told_and_change_nothing() -> None:
    said = note(tell("a", ONE), tell("b", OTHER, bearing="cannot-verify"))
    assert said["open"] == "Valley Hawks could not verify it. That does not change the grade."


def test_repetition_counts_once_and_says_so() -> None:
    said = note(tell("a", ONE), tell("b", ONE))
    assert said["copies"] == (
        "Two reports rest on Harbour Observatory (The a Post and The b Post); they count as one voice."
    )


def test_reliability_is_the_persons_who_judged() -> None:
    judged = Judgement(
        id="j", kind="reliability", author="rk", at="2031-06-01T00:00:00Z", name="The Harbour Observatory", value="B"
    )
    said = note(tell("a", ONE), judgements=(judged,))
    assert said["reliability"] == "Harbour Observatory: reliability B, as rk judged."


def test_every_paragraph_on_voices_points_at_words() -> None:
    told = (tell("a", ONE), tell("b", OTHER, bearing="denies"))
    made = why(weigh(INCIDENT, told), told)
    assert all(paragraph.evidence for paragraph in made.paragraphs if paragraph.about != "change")
    assert made.text.startswith("Contested.")
