"""Reading in several processes gives the same readings in the same order, and nothing is lost where one dies."""

from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from reportedly.flow import pool
from reportedly.flow.pool import Spec, read_parallel
from reportedly.flow.reading import Item, Read, prepared, read_items, reader
from reportedly.flow.weighing import Weighed, weigh_readings
from reportedly.language import SHIPPED
from reportedly.model import Skipped

REPORTS = [
    "The governor said on Monday that the bridge had been shelled. The army denied it.",
    "Fighters captured the town of Binnish on Tuesday, residents said.",
    "",
    "An air strike on the market of Binnish killed 17 people, a doctor said.",
]
SPEC = Spec(SHIPPED)


@pytest.fixture
def items(tmp_path: Path) -> list[Item | Skipped]:
    for number, text in enumerate(REPORTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    return list(prepared([tmp_path], obtained=lambda: "2031-01-01T00:00:00Z"))


def lines(found: list[Read | Skipped]) -> list[object]:
    return [one if isinstance(one, Skipped) else one.reading.to_json() for one in found]


def test_four_processes_read_and_link_what_one_does(items: list[Item | Skipped]) -> None:
    alone, together = list(read_items(items, reader())), list(read_parallel(items, SPEC, 4))
    assert lines(together) == lines(alone)
    assert sum(isinstance(one, Read) for one in alone) == len(REPORTS) - 1
    assert weighed(together) == weighed(alone)


def weighed(found: list[Read | Skipped]) -> Weighed:
    return weigh_readings(one.reading for one in found if isinstance(one, Read))


class Dying(Executor):
    """Processes that die of whatever they are given."""

    def submit(self, *_given: Any, **_named: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_exception(BrokenProcessPool())
        return done


def test_a_document_that_ends_its_process_is_skipped_with_the_reason(
    items: list[Item | Skipped], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_pool", lambda _spec, _workers: Dying())
    found = list(read_parallel(items, SPEC, 2))
    assert len(found) == len(items)
    died = [one for one in found if isinstance(one, Skipped) and "died" in one.detail]
    assert len(died) == len(REPORTS) - 1


def test_what_waited_when_a_process_died_is_read_again(
    items: list[Item | Skipped], monkeypatch: pytest.MonkeyPatch
) -> None:
    real, made = pool._pool, []

    def first_dies(spec: Spec, workers: int) -> Executor:
        made.append(workers)
        return Dying() if len(made) == 1 else real(spec, workers)

    monkeypatch.setattr(pool, "_pool", first_dies)
    assert lines(list(read_parallel(items[:1], SPEC, 2))) == lines(list(read_items(items[:1], reader())))
    assert made == [2, 1]
