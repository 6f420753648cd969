"""Values that differ: who is right more often counts more, who repeats others counts less, less said is no error."""

from itertools import pairwise
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Assertion, Finding
from reportedly.weigh.truth import discover
from reportedly.weigh.truth.forms import less


def claims(**by_source: dict[str, str]) -> list[Assertion]:
    return [
        Assertion(source=source, object=name, value=value)
        for source, values in by_source.items()
        for name, value in values.items()
    ]


def likeliest(found: list[Finding]) -> dict[str, str]:
    return {finding.object: finding.alternatives[0].value for finding in found}


def test_more_independent_sources_are_likelier_and_all_values_are_kept() -> None:
    (finding,) = discover(claims(a={"x": "12"}, b={"x": "12"}, c={"x": "37"}))
    assert [(one.value, one.sources) for one in finding.alternatives] == [("12", ("a", "b")), ("37", ("c",))]
    assert finding.alternatives[0].probability > 0.8


def test_a_single_claim_is_as_likely_as_its_source_is_right() -> None:
    (finding,) = discover(claims(a={"x": "12"}))
    assert finding.alternatives[0].probability == pytest.approx(0.8, abs=0.01)
    assert not finding.dependences


def test_the_source_that_is_right_elsewhere_wins_a_tie() -> None:
    others = {f"o{n}": f"{n}7" for n in range(8)}
    found = discover(
        claims(good={**others, "x": "12"}, second=others, third=others, bad={**dict.fromkeys(others, "1"), "x": "37"})
    )
    assert likeliest(found)["x"] == "12"


def test_copied_errors_do_not_outvote_independent_sources() -> None:
    apart = {f"o{n}": f"{n}1" for n in range(12)}
    wrong = {name: f"{value}9" for name, value in apart.items()}
    known = {f"p{n}": f"{n}2" for n in range(12)}
    found = discover(
        claims(
            a={**apart, **known},
            b={**apart, **known},
            e={**known},
            f={**known},
            c1={**wrong, **dict.fromkeys(known, "5")},
            c2=wrong,
            c3=wrong,
        )
    )
    assert all(likeliest(found)[name] == value for name, value in apart.items())
    told = {one.source for finding in found if finding.object in apart for one in finding.dependences}
    assert len(told & {"c1", "c2", "c3"}) >= 2


def test_shortened_lists_support_the_full_one() -> None:
    lists = {f"o{n}": f"a{n}|b{n}|c{n}" for n in range(10)}
    first = {name: value.split("|")[0] for name, value in lists.items()}
    found = discover(claims(a=lists, b=lists, c=first, d=first, e={"o0": "a0"}))
    assert likeliest(found) == lists


@pytest.mark.parametrize(
    ("value", "other", "expected"),
    [
        ("9000", "8860", True), ("8860", "9000", False), ("9000", "8400", False), ("8860", "8860", False),
        ("40", "43", True), ("40", "45", False), ("50", "45", True), ("1.5", "1.52", True), ("2", "1.5", True),
        ("-40", "-43", True), ("-40", "43", False), ("0", "3", False), ("100", "100.0", False),
        ("a", "a|b", True), ("a|b", "a", False), ("a|c", "a|b", False), ("b|a", "a|b", False),
        ("2031-05", "2031-05-04", True), ("2031", "2031-05", True), ("2031-06", "2031-05-04", False),
        ("Tarsa", "Tarsa City", False),
    ],
)  # fmt: skip
def test_what_says_less(value: str, other: str, expected: bool) -> None:
    assert less(value, other) is expected


ASSERTIONS = st.builds(
    Assertion,
    source=st.sampled_from("abcde"),
    object=st.sampled_from("xyz"),
    value=st.sampled_from(["40", "43", "37", "a|b", "a"]),
)


@given(st.lists(ASSERTIONS, max_size=15), st.randoms(use_true_random=False))
def test_order_does_not_matter_and_probabilities_are_probabilities(given_: list[Assertion], random: Random) -> None:
    found = discover(given_)
    shuffled = list(given_)
    random.shuffle(shuffled)
    assert discover(shuffled) == found
    for finding in found:
        chances = [one.probability for one in finding.alternatives]
        assert all(chance >= 0 for chance in chances)
        assert sum(chances) <= 1 + 1e-5
        assert all(before >= after for before, after in pairwise(chances))
        told = {one.source for one in given_ if one.object == finding.object}
        assert sorted(source for one in finding.alternatives for source in one.sources) == sorted(told)
    assert msgspec.json.decode(msgspec.json.encode(found), type=list[Finding]) == found
