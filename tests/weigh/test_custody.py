"""Chains of materiel: what is told makes steps, what is not told stays open."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from tests.weigh.course_building import Told, joined, told

from reportedly.model import Chain
from reportedly.weigh.custody import custody, wanted

TOW = wanted(words=["TOW"])
SUPPLIED = told(
    "supplied", "materiel-supplied", day="2031-03-01", grade="Fair",
    roles=[("agent", "the Harbour Ministry"), ("recipient", "Valley Hawks"), ("item", "TOW missiles")],
    items=[("TOW missiles", 60, 60)],
)  # fmt: skip
CAPTURED = told(
    "captured", "materiel-captured", day="2031-06-10",
    roles=[("agent", "Northern Shield Brigade"), ("origin", "the Valley Hawks"), ("target", "TOW missiles")],
    items=[("TOW missiles", 40, None), ("rifles", 9, 9)],
)  # fmt: skip
SHOWN = told(
    "handed", "materiel-transferred", day="2031-07-02",
    roles=[("agent", "Ridge Battalion"), ("recipient", "Tarsa Council"), ("item", "two TOW launchers")],
)  # fmt: skip


def chain(*parts: Told) -> Chain:
    return custody("TOW", TOW, *joined(*parts))


def test_steps_lead_from_supplier_to_captor() -> None:
    found = chain(CAPTURED, SUPPLIED)
    assert [(step.kind, step.giver[0].name, step.receiver[0].name, step.grade) for step in found.steps] == [
        ("supplied", "the Harbour Ministry", "Valley Hawks", "Fair"),
        ("captured", "the Valley Hawks", "Northern Shield Brigade", "Weak"),
    ]
    assert not found.gaps
    (amount,) = found.steps[1].amounts
    assert (amount.low, amount.high, amount.claims) == (40, None, ("c-captured",))


def test_a_holder_who_never_received_it_is_a_gap() -> None:
    (gap,) = chain(CAPTURED).gaps
    assert gap.kind == "supplier"
    assert gap.party is not None
    assert gap.party.name == "the Valley Hawks"
    assert [gap.party.name for gap in chain(SUPPLIED, CAPTURED, SHOWN).gaps if gap.party] == ["Ridge Battalion"]


def test_what_comes_later_closes_no_gap() -> None:
    late = told(
        "late", "airdrop", day="2031-08-01",
        roles=[("agent", "coast guard"), ("recipient", "Valley Hawks"), ("item", "TOW missiles")],
    )  # fmt: skip
    assert [gap.kind for gap in chain(CAPTURED, late).gaps] == ["supplier"]


def test_sides_that_are_not_told_are_gaps_and_stay_empty() -> None:
    unknown = told("unknown", "materiel-captured", roles=[("target", "TOW missiles")])
    found = chain(unknown)
    assert (found.steps[0].giver, found.steps[0].receiver, found.steps[0].days) == ((), (), None)
    assert [gap.kind for gap in found.gaps] == ["giver", "receiver"]
    lost = told("lost", "materiel-captured", roles=[("target", "TOW missiles"), ("origin", "Valley Hawks")])
    assert chain(lost).steps[0].kind == "lost"


def test_discounted_steps_are_shown_and_close_no_gap() -> None:
    doubted = (SUPPLIED[0], SUPPLIED[1], msgspec.structs.replace(SUPPLIED[2], value="Discounted"))
    found = chain(doubted, CAPTURED)
    assert [step.grade for step in found.steps] == ["Discounted", "Weak"]
    assert [gap.kind for gap in found.gaps] == ["supplier"]


def test_plans_and_denials_make_no_step() -> None:
    planned = told("planned", "materiel-supplied", roles=[("item", "TOW missiles")], modality="planned")
    denied = told("denied", "materiel-captured", roles=[("target", "TOW missiles")], stance="denies")
    assert not chain(planned, denied).steps
    disputed = told("no", "materiel-captured", roles=[], stance="denies", incident="i-captured")
    assert chain(CAPTURED, disputed).steps[0].denied == ("c-no",)


def test_claims_that_name_other_sides_stand_apart() -> None:
    other = told(
        "other", "materiel-captured", incident="i-captured",
        roles=[("agent", "Ridge Battalion"), ("target", "TOW missiles")],
    )  # fmt: skip
    open_one = told("open", "materiel-captured", incident="i-captured", roles=[("target", "TOW missiles")])
    found = chain(CAPTURED, other, open_one)
    assert sorted((step.receiver[0].name, step.claims) for step in found.steps) == [
        ("Northern Shield Brigade", ("c-captured", "c-open")),
        ("Ridge Battalion", ("c-open", "c-other")),
    ]


def test_what_is_wanted() -> None:
    assert wanted(words=["TOW"])("two TOWs", None)
    assert not wanted(words=["TOW"])("a tower", None)
    assert wanted(categories=["mortar"])("tubes", "mortar")
    assert not wanted(categories=["mortar"])("tubes", None)


@given(st.permutations([SUPPLIED, CAPTURED, SHOWN]))
def test_order_does_not_matter_and_the_chain_is_json(parts: list[Told]) -> None:
    found = chain(*parts)
    assert found == chain(SUPPLIED, CAPTURED, SHOWN)
    assert msgspec.json.decode(msgspec.json.encode(found), type=Chain) == found
