"""Grades of incidents and claims, by the rules, as of a time, and by people's word."""

from typing import Any

import pytest
from msgspec import structs
from tests.weigh.telling import INCIDENT, agent, killed, tell, unnamed, who

from reportedly.model import Anchor, Judgement, JudgementKind, Span
from reportedly.model import Testimony as Told
from reportedly.weigh import RulesError, history, rules, weigh
from reportedly.weigh.rules import parsed

ONE, OTHER, THIRD = who("Harbour Observatory"), who("Valley Hawks"), who("Tarsa Clinic")


def graded(*told: Told, **more: Any) -> tuple[str, str]:
    grade = weigh(INCIDENT, told, **more).grade
    return grade.value, grade.rule


def decision(kind: JudgementKind, start: int = 12) -> Judgement:
    anchor = Anchor(document="a", span=Span(start, start + 2), words="it")
    return Judgement(id=f"j-{kind}", kind=kind, author="rk", at="2031-06-01T00:00:00Z", subject=(anchor,))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([tell("a", ONE)], ("Weak", "one-origin")),
        ([tell("a", ONE), tell("b", OTHER)], ("Fair", "two-independent")),
        ([tell("a", ONE), tell("b", unnamed("residents"))], ("Fair", "two-independent")),
        ([tell("a", unnamed("a medic")), tell("b", unnamed("residents"))], ("Weak", "only-unnamed")),
        ([tell("a", ONE), tell("b", OTHER, modality="possible")], ("Weak", "only-hedged")),
        ([tell("a", ONE), tell("b", OTHER, bearing="denies")], ("Contested", "denied")),
        ([tell("a", ONE), tell("b", OTHER, bearing="cannot-verify")], ("Weak", "one-origin")),
        ([tell("a", ONE, bearing="denies")], ("Discounted", "only-denied")),
        ([tell("a", ONE, modality="planned")], ("Unrated", "nobody-says")),
        ([], ("Unrated", "nobody-says")),
        ([tell("a", ONE), tell("b", ONE, bearing="denies", published="2031-05-07")], ("Discounted", "taken-back")),
        ([tell("a", ONE, casualties=(killed(9),)), tell("b", OTHER, casualties=(killed(3),))],
         ("Fair", "two-independent")),
        ([tell("a", ONE, roles=(agent("Karran Guard"),)), tell("b", OTHER, roles=(agent("Tarsan Guard Corps"),))],
         ("Contested", "other-perpetrators")),
    ],
)  # fmt: skip
def test_incident(told: list[Told], expected: tuple[str, str]) -> None:
    assert graded(*told) == expected


def test_a_person_confirms_and_rejects_and_nobody_else() -> None:
    told = [tell("a", ONE)]
    assert graded(*told, judgements=[decision("accept")]) == ("Confirmed", "accepted")
    assert graded(*told, judgements=[decision("accept"), decision("reject")]) == ("Discounted", "rejected")
    assert graded(*told, judgements=[decision("accept", start=40)]) == ("Weak", "one-origin")
    assert weigh(INCIDENT, told, (), [decision("accept")]).grade.by == "rk"
    assert weigh(INCIDENT, told).grade.by is None


def test_a_decision_goes_with_the_greater_part_of_what_it_was_given_for() -> None:
    anchors = tuple(Anchor(document=name, span=Span(12, 14), words="it") for name in "abc")
    given = structs.replace(decision("accept"), subject=anchors)
    assert graded(tell("a", ONE), tell("b", ONE), judgements=[given]) == ("Confirmed", "accepted")
    assert graded(tell("c", ONE), judgements=[given]) == ("Weak", "one-origin")


def test_only_what_had_been_published_counts() -> None:
    told = [tell("a", ONE), tell("b", OTHER, published="2031-05-08"), tell("c", THIRD, published=None)]
    assert graded(*told, as_of="2031-05-05") == ("Unrated", "nobody-says")
    assert graded(*told, as_of="2031-05-07") == ("Weak", "one-origin")
    assert graded(*told, as_of="2031-05-08") == ("Fair", "two-independent")
    assert graded(*told, as_of="2031-05-08T09:00:00Z") == ("Weak", "one-origin")


def test_history_lists_the_changes() -> None:
    told = [
        tell("a", ONE), tell("b", ONE, published="2031-05-07"), tell("c", OTHER, published="2031-05-08"),
        tell("d", THIRD, published="2031-05-09", bearing="denies"),
    ]  # fmt: skip
    expected = [("2031-05-06", "Weak"), ("2031-05-08", "Fair"), ("2031-05-09", "Contested")]
    assert [(one.as_of, one.value) for one in history(INCIDENT, told)] == expected
    decided = history(INCIDENT, told, (), [decision("accept")])
    assert [(one.as_of, one.value) for one in decided] == [*expected, (None, "Confirmed")]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([tell("a", ONE)], "3"),
        ([tell("a", unnamed("residents"))], "6"),
        ([tell("a", ONE), tell("b", OTHER)], "2"),
        ([tell("a", ONE), tell("b", OTHER), tell("c", THIRD, bearing="denies")], "3"),
        ([tell("a", ONE), tell("c", THIRD, bearing="denies")], "4"),
        ([tell("a", ONE), tell("b", OTHER, bearing="denies"), tell("c", THIRD, bearing="denies")], "5"),
        ([tell("a", ONE, modality="possible"), tell("b", OTHER)], "4"),
        ([tell("a", ONE, modality="planned"), tell("b", OTHER)], "6"),
        ([tell("a", ONE), tell("b", ONE, bearing="denies", published="2031-05-07")], "5"),
        ([tell("a", ONE, bearing="declines"), tell("b", OTHER)], "6"),
    ],
)
def test_credibility_of_a_claim(told: list[Told], expected: str) -> None:
    assert weigh(INCIDENT, told).credibility[told[0].claim.id].value == expected


def test_what_would_change_it_does() -> None:
    weak = weigh(INCIDENT, [tell("a", ONE)]).grade
    assert (
        "A further independent, named origin that says plainly that it happened would make it Fair."
        in weak.would_change
    )
    assert graded(tell("a", ONE), tell("b", OTHER))[0] == "Fair"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"value": "Certain"}, "is none of"),
        ({"value": "Confirmed"}, "only a person"),
        ({"when": {"moon": "1+"}}, "'moon'"),
        ({"when": {"affirming": "many"}}, "should be a number"),
        ({"when": {"affirming": "1+"}}, "hold always"),
    ],
)
def test_malformed_rules_are_named(change: dict[str, Any], message: str) -> None:
    rule = {"id": "x", "value": "Weak", "when": {}, "reason": "", "source": ""}
    with pytest.raises(RulesError, match=message):
        parsed("incident", [rule | change])
    assert parsed("incident", [rule])


def test_the_machine_has_no_rule_for_certainty() -> None:
    assert all(rule.value != "1" for rule in rules("claim"))
    assert [rule.id for rule in rules("incident") if rule.value == "Confirmed"] == ["accepted"]
