"""The table of units."""

from pathlib import Path

import pytest

from reportedly.ontology import OntologyError
from reportedly.ontology._files import Files
from reportedly.ontology.units import load_units


def test_forms_name_their_unit() -> None:
    units = load_units(Files())
    assert dict(units.written)["km"] == "kilometre"
    assert dict(units.before)["HK$"] == "hong kong dollar"


@pytest.mark.parametrize(
    ("line", "what"), [("parsec\t", "has no written form"), ("kiosk\tkm", "'km' stands for 'kilometre' already")]
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, what: str) -> None:
    (tmp_path / "units.tsv").write_text(f"unit\twritten\tbefore\n{line}\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=what) as error:
        load_units(Files((tmp_path,)))
    assert "units.tsv:2" in str(error.value)


def test_a_line_of_a_users_own_adds_a_unit(tmp_path: Path) -> None:
    (tmp_path / "units.tsv").write_text("unit\twritten\tbefore\nfeddan\tfeddan | feddans\n", encoding="utf-8")
    assert dict(load_units(Files((tmp_path,))).written)["feddans"] == "feddan"
