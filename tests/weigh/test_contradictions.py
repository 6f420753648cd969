"""What cannot both be true, and what a later word settles."""

import pytest
from msgspec import structs
from tests.weigh.telling import agent, day, killed, spot, tell, who

from reportedly.model import Casualty, Contradiction
from reportedly.model import Testimony as Told
from reportedly.weigh import origins
from reportedly.weigh.contradictions import contradictions

ONE, OTHER = who("Harbour Observatory"), who("Valley Hawks")


def found(*told: Told) -> list[Contradiction]:
    return list(contradictions(origins(told)))


def kinds(*told: Told) -> list[tuple[str, bool]]:
    return [(one.kind, one.superseded) for one in found(*told)]


@pytest.mark.parametrize(
    ("mine", "theirs", "clash"),
    [
        (killed(17), killed(7), True),
        (killed(17), killed(17), False),
        (killed(12, 99), killed(17), False),
        (killed(17), killed(5, whom="soldiers"), False),
        (killed(7), killed(12, whom="soldiers"), True),
        (killed(17, whom="traders"), killed(5, whom="soldiers"), False),
        (killed(17, whom="civilians"), killed(5, whom="soldiers"), False),
        (killed(31, whom="terrorists"), killed(26, whom="soldiers"), False),
        (killed(31, whom="terrorists"), killed(26, whom="rebels"), True),
        (killed(17, whom="worshippers"), killed(5, whom="villagers"), True),
        (killed(17), killed(5, whom="civilians"), True),
        (killed(17), killed(5, whom="children"), False),
        (killed(7), killed(12, whom="women"), True),
        (killed(13, whom="heathens"), killed(5, whom="police officers"), True),
        (killed(22, whom="people with knives"), killed(41), True),
    ],
)
def test_numbers(mine: Casualty, theirs: Casualty, clash: bool) -> None:
    told = kinds(tell("a", ONE, casualties=(mine,)), tell("b", OTHER, casualties=(theirs,)))
    assert told == ([("number", False)] if clash else [])


def test_the_people_are_both_where_soldiers_and_civilians_are_counted() -> None:
    both = killed(12), killed(5, whom="civilians"), killed(7, whom="soldiers")
    assert not kinds(tell("a", ONE, casualties=both), tell("b", OTHER, casualties=(killed(5, whom="civilians"),)))


def test_totals_that_differ_do_so_whatever_else_agrees() -> None:
    mine, theirs = (killed(12), killed(4, whom="children")), (killed(15), killed(4, whom="children"))
    assert kinds(tell("a", ONE, casualties=mine), tell("b", OTHER, casualties=theirs)) == [("number", False)]


def test_an_origin_that_counts_patients_and_people_corrects_neither() -> None:
    before = tell("a", ONE, casualties=(killed(2, whom="patients"),))
    beside = tell("b", ONE, casualties=(killed(3),), published="2031-05-07")
    assert not kinds(before, beside)
    after = tell("c", ONE, casualties=(killed(4, whom="patients"),), published="2031-05-08")
    assert [one.detail for one in found(before, beside, after)] == ["2 killed against 4 killed"]


def test_who_withdraws_is_no_perpetrator() -> None:
    taken = tell("a", ONE, kind="territory-captured", roles=(agent("Valley Hawks"),))
    left = tell("b", OTHER, kind="withdrawal", roles=(agent("Karran Guard"),))
    assert not kinds(taken, left)


def test_killed_and_wounded_are_not_one_thing() -> None:
    wounded = Casualty(kind="wounded", low=40, high=40, who="people", span=killed(1).span)
    assert not kinds(tell("a", ONE, casualties=(killed(17),)), tell("b", OTHER, casualties=(wounded,)))


def test_days() -> None:
    assert kinds(tell("a", ONE, time=day("2031-05-04")), tell("b", OTHER, time=day("2031-05-05"))) == [("day", False)]


def test_a_night_has_two_days() -> None:
    assert not kinds(tell("a", ONE, time=day("2031-05-04TNI")), tell("b", OTHER, time=day("2031-05-05")))


def test_places() -> None:
    here, there = spot("Tarsa", 10.0, 10.0), spot("Karr", 11.0, 10.0)
    assert kinds(tell("a", ONE, places=(here,)), tell("b", OTHER, places=(there,))) == [("place", False)]
    near = spot("Dolen", 10.05, 10.0)
    assert not kinds(tell("a", ONE, places=(here,)), tell("b", OTHER, places=(near,)))


def test_denial_is_given_once_for_each_pair() -> None:
    told = [tell("a", ONE), tell("b", ONE), tell("c", OTHER, bearing="denies"), tell("d", who("Tarsa Clinic"))]
    (first, second) = found(*told)
    assert (first.kind, second.kind) == ("denial", "denial")
    assert {first.evidence[0].document, second.evidence[0].document} == {"a", "d"}


@pytest.mark.parametrize(
    ("mine", "theirs", "clash"),
    [
        (agent("Karran troops", "state-karr"), agent("Tarsan gunners", "state-tarsa"), True),
        (agent("Valley Hawks"), agent("Northern Shield Brigade"), True),
        (agent("Northern Shield"), agent("fighters of the Northern Shield Brigade"), False),
        (agent("Valley Hawks"), agent("gunmen"), False),
        (agent("Valley Hawks"), agent("our fighters"), False),
        (agent("Valley Hawks"), agent("Karran-backed rebels"), False),
        (agent("Valley Hawks"), agent("Two armed groups in Karr's Dolen province"), False),
    ],
)  # fmt: skip
def test_perpetrators(mine: object, theirs: object, clash: bool) -> None:
    told = kinds(tell("a", ONE, roles=(mine,)), tell("b", OTHER, roles=(theirs,)))  # type: ignore[arg-type]
    assert told == ([("perpetrator", False)] if clash else [])


def test_a_state_and_its_army_are_one_perpetrator() -> None:
    state, army = agent("Karr", "state-karr"), agent("Karran Armed Forces", "karran-forces")
    sides = {"state-karr": "KR", "karran-forces": "KR"}
    mine = structs.replace(tell("a", ONE, roles=(state,)), sides=sides)
    theirs = structs.replace(tell("b", OTHER, roles=(army,)), sides=sides)
    assert not kinds(mine, theirs)
    assert kinds(structs.replace(mine, sides={}), structs.replace(theirs, sides={})) == [("perpetrator", False)]


def test_another_name_for_who_did_it_is_no_correction() -> None:
    before = tell("a", ONE, roles=(agent("Valley Hawks"),))
    after = tell("b", ONE, roles=(agent("Northern Shield Brigade"),), published="2031-05-07")
    assert not kinds(before, after)


def test_opposite_control() -> None:
    place, when = (spot("Tarsa", 10.0, 10.0),), day("2031-05-04")
    mine = tell("a", ONE, kind="territory-captured", roles=(agent("Valley Hawks"),), places=place, time=when)
    theirs = tell("b", OTHER, kind="territory-captured", roles=(agent("Karran Guard"),), places=place, time=when)
    assert ("control", False) in kinds(mine, theirs)


def test_a_later_word_of_the_same_origin_supersedes() -> None:
    before, after = (
        tell("a", ONE, casualties=(killed(12),)),
        tell("b", ONE, casualties=(killed(8),), published="2031-05-07"),
    )
    assert kinds(before, after) == [("number", True)]
    third = tell("c", OTHER, casualties=(killed(8),))
    assert kinds(before, after, third) == [("number", True)]


def test_an_earlier_report_named_in_a_correction_is_superseded() -> None:
    earlier = tell("a", who("an earlier report", "document"), casualties=(killed(12),), publisher="Tarsa Times")
    now = tell("a", at=60, casualties=(killed(8),), publisher="Tarsa Times")
    assert ("number", True) in kinds(earlier, now)


def test_two_numbers_in_one_report_of_one_origin_are_no_correction() -> None:
    assert not kinds(tell("a", ONE, casualties=(killed(12),)), tell("a", ONE, at=60, casualties=(killed(8),)))


def test_a_retraction_is_a_settled_denial() -> None:
    assert kinds(tell("a", ONE), tell("b", ONE, bearing="denies", published="2031-05-07")) == [("denial", True)]
