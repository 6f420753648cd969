"""The benchmarks by name: one module each, imported when it is asked for."""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, cast

from reportedly.read.reader import Reader

TASKS = {
    "attribution": "bench.attribution",
    "case2021": "bench.case2021",
    "events": "bench.events",
    "geoparsing": "bench.geoparsing",
    "ipe": "bench.ipe",
    "muc4": "bench.muc4",
    "plover": "bench.plover",
    "entities": "bench.entities",
    "quantity": "bench.quantity",
    "timex": "bench.timex",
}


class Task(Protocol):
    """What a benchmark's module offers."""

    def run(self, data: Path, using: Reader) -> Iterator[str]:
        """The tables, line by line, with the corpora in ``data``."""

    def write_predictions(self, rows: Sequence[Mapping[str, Any]], using: Reader, out: Path) -> None:
        """One JSON object a line for each of ``rows``, in the form of the benchmark's scorer."""


def task(name: str) -> Task:
    """The benchmark ``name`` of ``TASKS``."""
    return cast("Task", import_module(TASKS[name]))
