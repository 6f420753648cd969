"""Who is said to hold a place: told changes begin and end periods, what is not told is unknown."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from tests.weigh.course_building import Told, joined, place, told

from reportedly.model import Period, Place
from reportedly.weigh.control import At, called, control, numbered, within

TOWN = place("Kafr Zita", lat=35.37, lon=36.60)
HERE = called("kafr zita")


def gain(name: str, who: str, day: str | None, *, loser: str | None = None, grade: str = "Weak") -> Told:
    roles = [("agent", who), ("target", "Kafr Zita"), *([("origin", loser)] if loser else [])]
    return told(name, "territory-captured", day=day, roles=roles, places=[TOWN], grade=grade)


def loss(name: str, who: str, day: str) -> Told:
    return told(name, "territory-lost", day=day, roles=[("holder", who), ("target", "Kafr Zita")], places=[TOWN])


def course(*parts: Told, at: At = HERE) -> list[Period]:
    return control(at, *joined(*parts))


def plain(periods: list[Period]) -> list[tuple[str, str, str | None, str | None]]:
    return [(one.state, "+".join(party.name for party in one.holders), one.first, one.last) for one in periods]


def test_a_told_loss_ends_a_period() -> None:
    found = course(gain("b", "Valley Hawks", "2031-06-10", loser="the army"), gain("a", "the army", "2031-05-01"))
    assert plain(found) == [
        ("held", "the army", "2031-05-01", "2031-06-10"),
        ("held", "Valley Hawks", "2031-06-10", None),
    ]
    assert found[0].ended == found[1].began


def test_between_gains_without_a_told_loss_nothing_is_known() -> None:
    assert plain(course(gain("a", "the army", "2031-05-01"), gain("b", "Valley Hawks", "2031-06-10"))) == [
        ("held", "the army", "2031-05-01", None),
        ("unknown", "", "2031-05-01", "2031-06-10"),
        ("held", "Valley Hawks", "2031-06-10", None),
    ]


def test_after_a_loss_the_holder_is_unknown_until_a_gain() -> None:
    found = course(loss("a", "the army", "2031-05-01"), gain("b", "Valley Hawks", "2031-05-04"))
    assert plain(found) == [
        ("held", "the army", None, "2031-05-01"),
        ("unknown", "", "2031-05-01", "2031-05-04"),
        ("held", "Valley Hawks", "2031-05-04", None),
    ]


def test_a_loss_and_a_gain_of_the_same_day_leave_nothing_between() -> None:
    found = course(loss("a", "the army", "2031-05-01"), gain("b", "Valley Hawks", "2031-05-01"))
    assert plain(found) == [
        ("held", "the army", None, "2031-05-01"),
        ("held", "Valley Hawks", "2031-05-01", None),
    ]


def test_opposite_gains_of_one_day_and_contested_incidents_are_contested() -> None:
    assert plain(course(gain("a", "the army", "2031-05-01"), gain("b", "Valley Hawks", "2031-05-01"))) == [
        ("contested", "the army+Valley Hawks", "2031-05-01", None)
    ]
    assert plain(course(gain("a", "the army", "2031-05-01", grade="Contested"))) == [
        ("contested", "the army", "2031-05-01", None)
    ]
    assert plain(course(gain("a", "army", "2031-05-01"), loss("b", "the army", "2031-05-01")))[-1][0] == "contested"


def test_a_dispute_begins_a_period_and_a_siege_does_not() -> None:
    siege = told("s", "siege", day="2031-05-05", roles=[("agent", "Valley Hawks")], places=[TOWN])
    dispute = told(
        "d", "territory-contested", day="2031-05-09", places=[TOWN],
        roles=[("agent", "the army"), ("agent", "Valley Hawks"), ("target", "Kafr Zita")],
    )  # fmt: skip
    found = course(gain("a", "the army", "2031-05-01"), siege, dispute)
    assert plain(found) == [
        ("held", "the army", "2031-05-01", "2031-05-09"),
        ("contested", "the army+Valley Hawks", "2031-05-09", None),
    ]
    assert [change.kind for change in found[0].during] == ["besieged"]


def test_a_gain_by_one_of_those_who_contest_it_ends_the_dispute() -> None:
    found = course(
        gain("a", "the army", "2031-05-01"),
        gain("b", "Valley Hawks", "2031-05-01"),
        gain("c", "the army", "2031-05-20"),
        gain("d", "the army", "2031-05-25"),
    )
    assert plain(found) == [
        ("contested", "the army+Valley Hawks", "2031-05-01", "2031-05-20"),
        ("held", "the army", "2031-05-20", None),
    ]


def test_undated_changes_follow_and_discounted_ones_are_left_out() -> None:
    found = course(
        gain("a", "the army", None),
        gain("b", "Valley Hawks", "2031-05-01"),
        gain("c", "x", "2031-05-02", grade="Discounted"),
    )
    assert plain(found) == [("held", "Valley Hawks", "2031-05-01", None), ("undated", "the army", None, None)]


def test_a_village_changes_nothing_of_its_province() -> None:
    province = place("Hama Province", "province")
    village = told("v", "territory-captured", day="2031-05-01", roles=[("agent", "the army")], places=[TOWN, province])
    assert course(village)
    assert not course(village, at=called("Hama Province"))


def test_leaving_for_a_place_is_no_loss_of_it() -> None:
    refuge = place("Kafr Zita", at=200)
    leaving = told(
        "l",
        "withdrawal",
        day="2031-05-01",
        places=[refuge],
        roles=[("agent", "the army"), ("destination", "Kafr Zita")],
    )
    assert not course(leaving)
    left = told("l", "withdrawal", day="2031-05-01", places=[TOWN], roles=[("agent", "the army")])
    assert plain(course(left)) == [("held", "the army", None, "2031-05-01"), ("unknown", "", "2031-05-01", None)]


def test_places_are_asked_for_by_name_number_or_circle() -> None:
    change = gain("a", "the army", "2031-05-01")
    asked: list[At] = [numbered(9), within(35.4, 36.6, 20.0)]
    assert all(course(change, at=at) for at in asked)
    missed: list[At] = [numbered(8), within(35.4, 36.6, 2.0), called("Kafr")]
    assert not any(course(change, at=at) for at in missed)
    unplaced: Place = place("Nowhere")
    assert not within(0, 0, 20000.0)(unplaced)


CHANGES = [
    gain("a", "the army", "2031-05-01"),
    gain("b", "Valley Hawks", "2031-05"),
    loss("c", "Valley Hawks", "2031-06-01"),
    gain("d", "the army", "2031-06-01", loser="Valley Hawks"),
    gain("e", "Ridge Battalion", None),
]


@given(st.permutations(CHANGES), st.integers(1, len(CHANGES)))
def test_order_does_not_matter_and_no_change_is_lost(parts: list[Told], size: int) -> None:
    chosen = parts[:size]
    found = course(*chosen)
    assert found == course(*sorted(chosen, key=lambda part: part[0].id))
    assert msgspec.json.decode(msgspec.json.encode(found), type=list[Period]) == found
    seen = {change.incident for one in found for change in (one.began, one.ended, *one.during) if change is not None}
    assert seen == {part[0].id for part in chosen}
