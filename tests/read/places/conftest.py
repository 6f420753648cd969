"""The small world, built once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.gazetteer.world import base

from reportedly.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    """The small world."""
    folder: Path = tmp_path_factory.mktemp("world")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reportedly.gazetteer.gazetteer.base_rows", lambda: iter(base()))
        yield Gazetteer.open(folder)
