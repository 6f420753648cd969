"""What every test shares: a home of its own for the gazetteer, and one English pipeline for the whole run."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from tests.stories import ALL, read

from reportedly.case import Case
from reportedly.flow.linking import link
from reportedly.flow.reading import reader
from reportedly.language import Pipeline, pipeline
from reportedly.ontology import load
from reportedly.read.reader import Reader

# A run on another machine must give the same verdict; new examples are looked for where a person runs the tests.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("dev", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A fresh home: no test sees the places that the person at this machine has added."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REPORTEDLY_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session")
def language() -> Pipeline:
    """The shipped pipeline."""
    return pipeline()


@pytest.fixture(scope="session")
def using(home: Path) -> Reader:
    """A reader with the shipped pipeline, ontology and gazetteer."""
    return reader()


@pytest.fixture(scope="session")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with all the stories read and linked, made once for whatever only looks into it."""
    made = tmp_path_factory.mktemp("case") / "demo.case"
    with Case.open(made) as case:
        for story in ALL:
            case.add(*read(story))
        link(case, load())
    return made
