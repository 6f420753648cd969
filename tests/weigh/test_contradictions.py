"""What cannot both be true, and what a later word settles."""

import pytest
from msgspec import structs
from tests.weigh.telling import agent, day, killed, spot, tell, who

from reportedly.model import Casualty, Contradiction, Place, Quantity, Role, Source, Span
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
        (killed(16, 99), killed(9, whom="enemy"), False),
        (killed(2, whom="more people"), killed(19), False),
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


@pytest.mark.parametrize("noun", ["martyrs", "comrades", "compatriots", "heroes", "companions"])
def test_a_count_of_the_honoured_dead_corrects_one_of_people(noun: str) -> None:
    before = tell("a", ONE, casualties=(killed(14),))
    after = tell("b", ONE, casualties=(killed(10, whom=noun),), published="2031-05-07")
    assert kinds(before, after) == [("number", True)]


@pytest.mark.parametrize(
    "name", ["lions of the Coalition", "men of the March Coalition", "units of the Coalition", "the Coalition"]
)
def test_those_of_a_body_are_the_body(name: str) -> None:
    assert not kinds(tell("a", ONE, roles=(agent(name),)), tell("b", OTHER, roles=(agent("March Coalition"),)))


def test_who_names_the_perpetrators_means_them_by_rebels_too() -> None:
    mine = tell("a", ONE, roles=(agent("Rebels"), agent("March Coalition")))
    assert kinds(mine, tell("b", OTHER, roles=(agent("Valley Hawks"),))) == [("perpetrator", False)]
    assert not kinds(tell("a", ONE, roles=(agent("Rebels"),)), tell("b", OTHER, roles=(agent("Valley Hawks"),)))


def test_unnamed_troops_may_be_those_that_another_names() -> None:
    assert not kinds(tell("a", ONE, roles=(agent("troops"),)), tell("b", OTHER, roles=(agent("Karran troops"),)))


def test_who_withdraws_is_no_perpetrator() -> None:
    taken = tell("a", ONE, kind="territory-captured", roles=(agent("Valley Hawks"),))
    left = tell("b", OTHER, kind="withdrawal", roles=(agent("Karran Guard"),))
    assert not kinds(taken, left)


def test_a_clash_has_two_sides_that_act() -> None:
    mine = tell("a", ONE, kind="clash", roles=(agent("Valley Hawks"),))
    assert not kinds(mine, tell("b", OTHER, kind="clash", roles=(agent("March Coalition"),)))


@pytest.mark.parametrize(
    "name",
    ["Thirty boys with machetes", "12 February armed individuals", "What", "Six men", "soldiers of the faith"],
)
def test_numbers_days_and_causes_name_nobody(name: str) -> None:
    assert not kinds(tell("a", ONE, roles=(agent(name),)), tell("b", OTHER, roles=(agent("rebels"),)))


def test_who_denies_and_then_names_another_gives_both() -> None:
    accused = tell("a", ONE, roles=(agent("Valley Hawks"),))
    denial = tell("b", OTHER, bearing="denies")
    after = tell("b", OTHER, at=60, roles=(agent("March Coalition"),))
    assert kinds(accused, denial, after) == [("denial", False), ("perpetrator", False)]
    before = tell("b", OTHER, at=10, roles=(agent("March Coalition"),))
    assert kinds(accused, before, tell("b", OTHER, at=60, bearing="denies")) == [("denial", False)]


def test_deaths_without_a_number_agree_with_none() -> None:
    nobody_counted = Casualty(kind="killed", low=None, high=None, who="members", span=Span(20, 25))
    mine = tell("a", ONE, casualties=(killed(5, whom="officers"),)), tell("c", ONE, casualties=(nobody_counted,))
    assert kinds(*mine, tell("b", OTHER, casualties=(killed(7, whom="martyrs"),))) == [("number", False)]


def test_killed_and_wounded_are_not_one_thing() -> None:
    wounded = Casualty(kind="wounded", low=40, high=40, who="people", span=killed(1).span)
    assert not kinds(tell("a", ONE, casualties=(killed(17),)), tell("b", OTHER, casualties=(wounded,)))


def test_days() -> None:
    assert kinds(tell("a", ONE, time=day("2031-05-04")), tell("b", OTHER, time=day("2031-05-05"))) == [("day", False)]


def test_a_night_has_two_days() -> None:
    assert not kinds(tell("a", ONE, time=day("2031-05-04TNI")), tell("b", OTHER, time=day("2031-05-05")))


def test_two_nights_are_two() -> None:
    saturday, sunday = day("2031-05-03TNI"), day("2031-05-04TNI")
    assert kinds(tell("a", ONE, time=saturday), tell("b", OTHER, time=sunday)) == [("day", False)]


def test_dead_and_hurt_together_are_neither() -> None:
    both = killed(24, 99), Casualty(kind="wounded", low=24, high=99, who="people", span=killed(1).span)
    assert not kinds(tell("a", ONE, casualties=both), tell("b", OTHER, casualties=(killed(17),)))


@pytest.mark.parametrize("words", ["an earlier toll of ", "seven people, not ", "a previous count of "])
def test_a_number_that_no_longer_holds_stands_against_none(words: str) -> None:
    mine = structs.replace(tell("a", ONE, casualties=(killed(17),)), quote=words.rjust(20))
    assert not kinds(mine, tell("b", OTHER, casualties=(killed(7),)))


@pytest.mark.parametrize(
    "words", ["Our hospital received them.", "Two were dead on arrival.", "The clinic has admitted those hurt."]
)
def test_who_reaches_a_hospital_is_not_everybody(words: str) -> None:
    mine = structs.replace(tell("a", ONE, casualties=(killed(2),)), quote=words)
    assert not kinds(mine, tell("b", OTHER, casualties=(killed(9),)))
    assert kinds(mine, tell("b", OTHER, casualties=(killed(1),))) == [("number", False)]


def test_the_captured_are_counted() -> None:
    def taken(document: str, source: Source, number: float, words: str = "") -> Told:
        told = tell(document, source, kind="abduction")
        count = Quantity(
            item="worshippers", category=None, unit=None, low=number, high=number, approximate=False, span=Span(20, 25)
        )
        return structs.replace(told, event=structs.replace(told.event, quantities=(count,)), quote=words)

    assert kinds(taken("a", ONE, 43), taken("b", OTHER, 27)) == [("number", False)]


def test_a_detail_is_the_word_of_whoever_tells_it() -> None:
    event = tell("a", ONE, roles=(agent("Valley Hawks"),))
    beside = tell("a", OTHER, at=60)
    beside = structs.replace(beside, event=event.event)
    third = tell("b", who("Tarsa Clinic"), roles=(agent("Northern Shield"),))
    assert [one.detail for one in found(event, beside, third)] == ["Valley Hawks against Northern Shield"]


@pytest.mark.parametrize(
    "quote", ["traders from Karr", "the mayor said at a news conference in Karr", "a mill in Karr quarter"]
)
def test_what_is_no_place_of_the_happening_contradicts_none(quote: str) -> None:
    start = quote.index("Karr")
    there = structs.replace(spot("Karr", 11.0, 10.0), span=Span(start, start + 4))
    mine = structs.replace(tell("a", ONE, places=(there,)), quote=quote)
    assert not kinds(mine, tell("b", OTHER, places=(spot("Tarsa", 10.0, 10.0),)))


def test_a_name_within_a_name_is_one_place() -> None:
    here, there = spot("Tarsa", 10.0, 10.0), spot("Barangay Tarsa", 11.0, 10.0)
    assert not kinds(tell("a", ONE, places=(here,)), tell("b", OTHER, places=(there,)))


def test_bodies_may_be_found_still() -> None:
    mine = tell("a", ONE, casualties=(killed(21, whom="bodies"),))
    assert not kinds(mine, tell("b", OTHER, casualties=(killed(33),)))
    assert kinds(mine, tell("b", OTHER, casualties=(killed(9),))) == [("number", False)]


def test_places_that_nobody_can_place() -> None:
    def at(document: str, source: Source, *names: str, how: str = "near") -> Told:
        places = tuple(Place(name=name, span=Span(len(how) + 1, len(how) + 6)) for name in names)
        return structs.replace(tell(document, source, places=places), quote=f"{how} {names[-1]}")

    assert kinds(at("a", ONE, "Liboi"), at("b", OTHER, "Hulugho")) == [("place", False)]
    assert not kinds(at("a", ONE, "Liboi"), at("b", OTHER, "Hulugho", how="in"))
    assert not kinds(at("a", ONE, "Liboi"), at("b", OTHER, "Hulugho Market"))
    assert not kinds(at("a", ONE, "Liboi"), at("b", OTHER, "Hulugho", how="not near"))
    third = at("c", who("Tarsa Clinic"), "Liboi", "Hulugho")
    assert not kinds(at("a", ONE, "Liboi"), at("b", OTHER, "Hulugho"), third)


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
        (agent("government jets"), agent("separatist gunners"), True),
        (agent("the army"), agent("Government forces"), False),
        (agent("soldiers of our own army"), agent("terrorists in stolen uniforms"), True),
        (agent("rebels"), agent("jihadists"), False),
        (agent("rebels"), agent("our valiant soldiers"), False),
        (agent("rebels"), agent("rebels of the Valley Hawks"), False),
        (agent("the army"), agent("Valley Hawks"), True),
        (agent("the army"), agent("4th Division"), False),
        (agent("Suicide bomber"), agent("Valley Hawks"), False),
        (agent("They"), agent("Gang members"), False),
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


HELD = "territory-held"


def holder(name: str) -> Role:
    return Role(role="holder", name=name, actor=None, span=Span(0, 5))


@pytest.mark.parametrize(
    ("taken", "held", "clash"),
    [
        (tell("a", ONE, kind="territory-captured", roles=(agent("rebels"),), time=day("2031-05-04")),
         tell("b", OTHER, kind=HELD, roles=(holder("government forces"),), time=day("2031-05-05")), True),
        (tell("a", ONE, kind="territory-captured", roles=(agent("our fighters"),), time=day("2031-05-04")),
         tell("b", OTHER, kind=HELD, roles=(holder("their"),), time=day("2031-05-05")), True),
        (tell("a", ONE, kind="territory-captured", roles=(agent("rebels"),), time=day("2031-05-04")),
         tell("b", OTHER, kind=HELD, roles=(holder("the rebels"),), time=day("2031-05-05")), False),
        (tell("a", ONE, kind="territory-captured", roles=(agent("rebels"),), time=day("2031-05-04")),
         tell("b", OTHER, kind=HELD, roles=(holder("the army"),), time=day("2031-05-03")), False),
        (tell("a", ONE, kind="territory-captured", roles=(agent("rebels"),), time=day("2031-04-04")),
         tell("b", OTHER, kind=HELD, roles=(holder("the army"),), time=day("2031-05-03")), False),
        (tell("a", ONE, kind="territory-captured", roles=(agent("rebels"),)),
         tell("b", OTHER, kind=HELD, roles=(holder("the army"),)), True),
    ],
)  # fmt: skip
def test_who_has_a_place_that_another_took(taken: Told, held: Told, clash: bool) -> None:
    stands = contradictions(origins([taken]), origins([taken, held]))
    assert [one.kind for one in stands] == (["control"] if clash else [])


def test_who_took_it_back_may_well_hold_it() -> None:
    taken = tell("a", ONE, kind="territory-captured", roles=(agent("rebels"),), time=day("2031-05-04"))
    again = tell("b", OTHER, kind="territory-captured", roles=(agent("the army"),), time=day("2031-05-05"))
    held = tell("b", OTHER, at=60, kind=HELD, roles=(holder("the army"),), time=day("2031-05-06"))
    assert "control" not in [one.kind for one in contradictions(origins([taken, again]), origins([taken, again, held]))]


def test_a_hold_that_its_origin_took_back_stands_against_none() -> None:
    taken = tell("a", ONE, kind="territory-captured", roles=(agent("our fighters"),), time=day("2031-05-04"))
    denied = tell("b", OTHER, kind="territory-captured", bearing="denies")
    held = tell("b", OTHER, at=60, kind=HELD, roles=(holder("the army"),), time=day("2031-05-05"))
    owned = tell("c", OTHER, kind="territory-captured", published="2031-05-09", roles=(agent("armed groups"),))
    told = [taken, denied, owned]
    assert [one.superseded for one in contradictions(origins(told), origins([*told, held]))] == [True]


def test_denying_and_naming_another_in_one_report_takes_nothing_back() -> None:
    denied = tell("a", ONE, bearing="denies")
    named = tell("a", ONE, at=60, roles=(agent("Valley Hawks"),))
    assert not kinds(denied, named)


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
