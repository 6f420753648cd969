"""Which mentions are of which type of re3d."""

import msgspec
import pytest
from bench.entities import platform, weapon
from tests.readings import silent

from reportedly.model import MaterielMention, Mentions, Reading, Span


def mentioning(name: str, category: str) -> Reading:
    one = MaterielMention(name=name, category=category, span=Span(0, len(name)))
    return msgspec.structs.replace(silent(), mentions=Mentions(materiel=(one,)))


@pytest.mark.parametrize(
    ("name", "category", "is_weapon", "is_platform"),
    [
        ("rockets", "rocket", True, False),
        ("military hardware", "materiel", True, False),
        ("jets", "aircraft", False, True),
        ("APCs", "personnel-carrier", False, True),
        ("rebel trucks", "vehicle", False, True),
        ("trucks", "vehicle", False, False),
        ("flak jackets", "protective-equipment", False, False),
    ],
)
def test_weapons_and_platforms(name: str, category: str, is_weapon: bool, is_platform: bool) -> None:
    reading = mentioning(name, category)
    assert bool(list(weapon(reading))) is is_weapon
    assert bool(list(platform(reading))) is is_platform
