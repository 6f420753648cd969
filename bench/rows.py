"""Corpora as JSON lines, found under ``--data``."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from reportedly.errors import ReportedlyError


class MissingDataError(ReportedlyError):
    """A corpus is not where it was looked for; the message says where."""


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON-lines file, in order.

    Raises:
        MissingDataError: if the file is not there.
    """
    if not path.exists():
        raise MissingDataError(f"{path} is not there; name the folder that holds the corpora with --data DIR")
    with path.open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]


def write_rows(rows: Iterable[Mapping[str, Any]], path: Path) -> None:
    """Write one JSON object a line, in order."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for row in rows:
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
