"""Who is told by whose they are is not told apart by it."""

import pytest

from reportedly.model import Role, Span
from reportedly.weigh.values import Perpetrator


def doer(name: str, actor: str | None = None) -> Perpetrator:
    return Perpetrator(Role(role="agent", name=name, actor=actor, span=Span(0, len(name))), None, None)


@pytest.mark.parametrize(
    "name", ["Al-Qaeda linked extremist group", "Al-Qaeda-linked fighters", "the Al-Qaeda affiliate"]
)
def test_a_linked_group_may_be_any_of_those_linked(name: str) -> None:
    assert not doer(name, "al-qaeda").differs(doer("Al-Nusra", "nusra"))


def test_two_known_groups_are_two() -> None:
    assert doer("Islamic State", "is").differs(doer("Al-Nusra", "nusra"))
