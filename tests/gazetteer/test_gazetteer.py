"""The layers together: looking up, adding, listing, removing."""

from pathlib import Path

import pytest
from tests.gazetteer.world import line

from reportedly.gazetteer import Gazetteer, GazetteerError
from reportedly.gazetteer.store import Store


def country_file(folder: Path, *lines: str, name: str = "SY.txt") -> Path:
    path = folder / name
    path.write_text("".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "geonameid", "match"),
    [
        ("Idlib", 4, "exact"),
        ("Edlib", 5, "exact"),
        ("Tall Sooltan", 9, "sound"),
        ("Tall Saltan", 9, "skeleton"),
        ("SARMIN", 6, "exact"),
    ],
)
def test_lookup(opened: Gazetteer, name: str, geonameid: int, match: str) -> None:
    first = opened.lookup(name)[0]
    assert (first.geonameid, first.match) == (geonameid, match)


def test_lookup_of_nothing(opened: Gazetteer) -> None:
    assert opened.lookup("Xanadu") == []
    assert opened.lookup("") == []
    assert opened.lookup("…") == []


def test_adding_listing_removing(opened: Gazetteer, folder: Path, tmp_path: Path) -> None:
    before = opened.fingerprint
    added = opened.add(country_file(tmp_path, line(100, "Tall Warda", 35.5, 36.5), "broken\n"))
    assert (added.layer.name, added.layer.places, added.malformed) == ("SY.txt", 1, 1)
    assert added.skipped[0].item.endswith("SY.txt:2")
    assert [place.geonameid for place in opened.lookup("Tell Wardah")] == [100]
    assert [layer.name for layer in opened.list()] == ["SY.txt"]
    assert opened.fingerprint != before
    assert Gazetteer.open(folder).fingerprint == opened.fingerprint
    opened.remove("SY.txt")
    assert opened.lookup("Tell Wardah") == []
    assert opened.fingerprint == before
    assert not [path for path in folder.iterdir() if path.suffix != ".base"]


def test_the_same_content_has_the_same_fingerprint(opened: Gazetteer, tmp_path: Path) -> None:
    rows = [line(100, "Tall Warda", 35.5, 36.5), line(-5, "Sahl", 35.1, 36.1)]
    first = opened.add(country_file(tmp_path, *rows)).layer.fingerprint
    opened.remove("SY.txt")
    assert opened.add(country_file(tmp_path, *rows)).layer.fingerprint == first


def test_a_row_of_the_user_replaces_that_of_the_base(opened: Gazetteer, tmp_path: Path) -> None:
    opened.add(country_file(tmp_path, line(6, "Sarmin", 35.91, 36.74)))
    places = opened.lookup("Sarmin")
    assert [(place.geonameid, place.lat, place.population) for place in places] == [(6, 35.91, 14_000)]


def test_progress_tells_every_byte(opened: Gazetteer, tmp_path: Path) -> None:
    path = country_file(tmp_path, *(line(number, f"Warda {number}", 1, 1) for number in range(1, 50)))
    seen: list[int] = []
    opened.add(path, seen.append)
    assert sum(seen) == path.stat().st_size


@pytest.mark.parametrize("content", ["", "no tabs here\n", "\x00\x01\n"])
def test_a_file_without_places_is_refused_and_nothing_changes(
    opened: Gazetteer, folder: Path, tmp_path: Path, content: str
) -> None:
    with pytest.raises(GazetteerError, match="holds no place"):
        opened.add(country_file(tmp_path, content))
    assert opened.list() == ()
    assert [path.suffix for path in folder.iterdir()] == [".base"]


def test_what_was_not_added_cannot_be_removed(opened: Gazetteer) -> None:
    with pytest.raises(GazetteerError, match=r"no gazetteer file 'XX.txt' was added \(added: none\)"):
        opened.remove("XX.txt")


def test_a_missing_file(opened: Gazetteer, tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="could not be added"):
        opened.add(tmp_path / "none.txt")


def test_a_damaged_layer_says_what_to_do(opened: Gazetteer, folder: Path) -> None:
    (folder / "XX.txt.layer").write_bytes(b"not a database")
    with pytest.raises(GazetteerError, match="remove it and add its source again"):
        Gazetteer.open(folder)


@pytest.mark.parametrize(
    "name", ["Idlib", "IDLEB", "Tall Sooltan", "Tall Saltan", "U.S.", "Тель-Султан", "Xanadu", "…"]
)
def test_only_what_nothing_finds_is_ruled_out(name: str, folder: Path, opened: Gazetteer) -> None:
    (store,) = (Store(path) for path in folder.iterdir())
    found = any(opened.find(name, match) for match in ("exact", "sound", "skeleton"))
    assert store.may_have(name) == found
    store.close()
