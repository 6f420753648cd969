"""The benchmark of truth discovery: what it counts and what it writes."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from bench.rows import MissingDataError, write_rows

from bench import truth

if TYPE_CHECKING:
    from reportedly.read.reader import Reader

NO_READER = cast("Reader", None)
ROWS = [
    {"source": "a", "object": "x", "value": "12"},
    {"source": "b", "object": "x", "value": "12"},
    {"source": "c", "object": "x", "value": "37"},
]


def test_an_object_that_nobody_speaks_of_counts_as_wrong(tmp_path: Path) -> None:
    folder = tmp_path / "truth" / "population"
    folder.mkdir(parents=True)
    write_rows(ROWS, folder / "claims.jsonl")
    write_rows([{"object": "x", "value": "12"}, {"object": "y", "value": "3"}], folder / "gold.jsonl")
    lines = list(truth.run(tmp_path, NO_READER))
    assert "0.500   1 of 2" in lines[1]


def test_predictions_are_one_value_an_object(tmp_path: Path) -> None:
    truth.write_predictions(ROWS, NO_READER, tmp_path / "out.jsonl")
    (line,) = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line) == {"object": "x", "value": "12"}


def test_missing_data_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingDataError, match="claims"):
        list(truth.run(tmp_path, NO_READER))
