"""A small world: invented villages in real provinces, so that no test builds the whole base."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.gazetteer.world import base

from reportedly.gazetteer import Gazetteer, Toponym


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty gazetteer folder; the base built in it is the small world."""
    rows: list[Toponym] = base()

    def small() -> Iterator[Toponym]:
        yield from rows

    monkeypatch.setattr("reportedly.gazetteer.gazetteer.base_rows", small)
    return tmp_path / "gazetteer"


@pytest.fixture
def opened(folder: Path) -> Gazetteer:
    """The small world, open."""
    return Gazetteer.open(folder)
