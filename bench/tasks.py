"""The benchmarks by name: one module each, imported when it is asked for."""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, cast

from reportedly.errors import ReportedlyError
from reportedly.read.reader import Reader

TASKS = {
    "attribution": "bench.attribution",
    "case2021": "bench.case2021",
    "cdec": "bench.cdec",
    "copies": "bench.copies",
    "events": "bench.events",
    "geoparsing": "bench.geoparsing",
    "ipe": "bench.ipe",
    "lineage": "bench.lineage",
    "linking": "bench.linking",
    "muc4": "bench.muc4",
    "plover": "bench.plover",
    "entities": "bench.entities",
    "quantity": "bench.quantity",
    "tellings": "bench.tellings",
    "timex": "bench.timex",
    "truth": "bench.truth",
}

HALVED = ("lineage", "tellings")
"""Those of which one half may be run alone."""


GROUPED = ("cdec",)
"""Those that can be told which documents belong together."""


class Task(Protocol):
    """What a benchmark's module offers."""

    def run(self, data: Path, using: Reader) -> Iterator[str]:
        """The tables, line by line, with the corpora in ``data``."""

    def write_predictions(self, rows: Sequence[Mapping[str, Any]], using: Reader, out: Path) -> None:
        """One JSON object a line for each of ``rows``, in the form of the benchmark's scorer."""


class Halved(Protocol):
    """A benchmark with a visible and a held half."""

    def run(self, data: Path, using: Reader, half: str | None) -> Iterator[str]:
        """The tables of one half, line by line; of both where ``half`` is ``None``."""


def halved(name: str) -> Halved:
    """The benchmark ``name`` of ``HALVED``.

    Raises:
        ReportedlyError: where it has no halves that could be run alone.
    """
    if name not in HALVED:
        raise ReportedlyError(f"{name} has no halves to run alone; {', '.join(HALVED)} has")
    return cast("Halved", import_module(TASKS[name]))


class Grouped(Protocol):
    """A benchmark that can be told which documents belong together."""

    def write_predictions(self, rows: Sequence[Mapping[str, Any]], using: Reader, out: Path, given: str) -> None:
        """One JSON object a line for each of ``rows``, by themselves within each ``topic`` or ``subtopic``."""


def grouped(name: str) -> Grouped:
    """The benchmark ``name`` of ``GROUPED``.

    Raises:
        ReportedlyError: where it has no topics.
    """
    if name not in GROUPED:
        raise ReportedlyError(f"{name} has no topics; {', '.join(GROUPED)} has")
    return cast("Grouped", import_module(TASKS[name]))


def task(name: str) -> Task:
    """The benchmark ``name`` of ``TASKS``."""
    return cast("Task", import_module(TASKS[name]))
