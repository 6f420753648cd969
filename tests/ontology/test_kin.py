"""Families that may tell one happening."""

from pathlib import Path

import pytest

from reportedly.ontology import OntologyError, load


def test_families_of_one_happening_share_a_group() -> None:
    kin = load().kin
    assert set(kin.of("air-strike")) & set(kin.of("killing"))
    assert not set(kin.of("air-strike")) & set(kin.of("trial"))


def test_a_family_in_no_group_is_alone() -> None:
    assert load().kin.of("unheard-of") == ("unheard-of",)


def test_means_tell_more_than_effects() -> None:
    kin = load().kin
    assert kin.rank("air-strike") < kin.rank("killing")


def test_an_unknown_family_is_named_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "kin.yaml").write_text("storms:\n  label: Storms\n  families: [tempest]\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"kin\.yaml.*tempest"):
        _ = load(tmp_path).kin
