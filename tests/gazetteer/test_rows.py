"""Rows of GeoNames files, sound and malformed."""

import pytest
from tests.gazetteer.world import line

from reportedly.gazetteer import Toponym
from reportedly.gazetteer.rows import parse_row, read_rows, usable_names
from reportedly.model import Skipped


def test_a_row() -> None:
    place = parse_row(
        line(-7, "Tall Warda", 35.5, 36.5, names="Tell Warda,تل وردة,TWD", population="1200").rstrip("\n")
    )
    assert (place.geonameid, place.name, place.lat, place.lon) == (-7, "Tall Warda", 35.5, 36.5)
    assert (place.admin1, place.population, place.names) == ("Idlib", 1200, ("Tell Warda",))


def test_zero_coordinates_are_no_point() -> None:
    place = parse_row(line(7, "Tall Warda", 0.0, 0, names="").rstrip("\n"))
    assert place.lat is None
    assert place.lon is None


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("one\ttwo\n", "2 columns where 19 are needed"),
        (line("x", "Warda", 1, 1), "id 'x' is not a number"),
        (line(1, "Warda", "north", 1), "is not in degrees"),
        (line(1, "Warda", 91, 1), "is off the globe"),
        (line(1, "", 1, 1), "no name"),
    ],
)
def test_malformed_rows_name_file_line_and_fault(bad: str, reason: str) -> None:
    first, second, third = read_rows([line(1, "Warda", 1, 1), bad, line(2, "Sahl", 2, 2)], "XX.txt")
    assert isinstance(first, Toponym)
    assert isinstance(third, Toponym)
    assert isinstance(second, Skipped)
    assert second.item == "XX.txt:2"
    assert reason in second.detail


def test_machine_romanisations_and_codes_are_left_out() -> None:
    assert usable_names("Warda", ["sheng hu li", "WRD", "al-Warda", "Warda", "‘Ayn", "Варда", "وردة"]) == (
        "al-Warda",
        "‘Ayn",
        "Варда",
    )
