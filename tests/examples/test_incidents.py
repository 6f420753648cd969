"""The example reports linked and weighed: every incident can be shown, and says why it is graded so."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from reportedly.case import Case
from reportedly.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("examples") / "demo.case"
    read = CliRunner().invoke(main, ["read", str(EXAMPLES), "--case", str(made)])
    assert read.exit_code == 0, read.output
    return made


def test_every_incident_says_why(demo: Path) -> None:
    with Case.open(demo, create=False) as case:
        settled = list(case.linking.settled())
    assert len(settled) > 20
    for one in settled:
        shown = CliRunner().invoke(main, ["incident", str(demo), one.incident.id, "--why"])
        assert shown.exception is None, one.incident.id
        assert one.weighing.grade.value in shown.output
        assert all(all(found.voices) for found in one.weighing.contradictions)


def test_the_raid_on_the_market_is_contested_by_named_voices(demo: Path) -> None:
    with Case.open(demo, create=False) as case:
        (raid,) = (one for one in case.linking.settled() if one.entry.type == "air-strike" and one.entry.documents > 3)
    assert raid.entry.places[0] == "Binnish"
    assert raid.weighing.grade.value == "Contested"
    assert raid.weighing.count("affirms") >= 2
    assert raid.weighing.count("denies") >= 1
    names = {origin.name for origin in raid.weighing.origins}
    assert {"Binnish Civil Defence", "A Syrian military source"} <= names  # whom no later name stands for
