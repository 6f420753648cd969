"""A case with the stories read and linked, made once for all commands that ask one."""

from pathlib import Path

import pytest
from tests.stories import ALL, read

from reportedly.case import Case
from reportedly.flow import link
from reportedly.ontology import load


@pytest.fixture(scope="session")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("case") / "demo.case"
    with Case.open(made) as case:
        for story in ALL:
            case.add(*read(story))
        link(case, load())
    return made
