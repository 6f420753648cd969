"""Time expressions measured: TimeBank and AQUAINT, the training corpora of TempEval-3."""

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench import tempeval
from bench.rows import MissingDataError, read_rows, write_rows
from reportedly.clean import document_of
from reportedly.read.reader import Reader
from reportedly.read.times import find_times

CORPORA = ("timebank", "aquaint")
PEERS = {"HeidelTime (on platinum)": "0.781 value, 0.907 relaxed, 0.818 strict"}
"""Strötgen and Gertz 2013, HeidelTime: Tuning English and Developing Spanish Resources for TempEval-3."""


def predict(row: Mapping[str, Any], using: Reader) -> dict[str, Any]:
    """What the scorer of TempEval-3 wants of one document."""
    document = document_of(row["text"], published=row.get("dct") or None)
    found = find_times(document, using.language.parse(document))
    return {
        "id": row["id"],
        "timexes": [
            {"start": one.span.start, "end": one.span.end, "type": one.kind.upper(), "value": _clock(one.value)}
            for one in found
        ],
    }  # fmt: skip


_ZONE = re.compile(r"(T\d\d:\d\d)(?:Z|[+-]\d\d:\d\d)$")


def _clock(value: str | None) -> str | None:
    """The value as the corpora write it: times of the clock without their zone."""
    return value and _ZONE.sub(r"\1", value)


def run(data: Path, using: Reader) -> Iterator[str]:
    """The table, line by line. A corpus that is not there is named, and the rest is measured."""
    yield f"time expressions; F1 (precision/recall) of {', '.join(tempeval.MEASURES)}"
    for name in CORPORA:
        try:
            rows = read_rows(data / "timex" / f"{name}.jsonl")
        except MissingDataError as missing:
            yield str(missing)
            continue
        begun = time.process_time()
        ours = {row["id"]: predict(row, using)["timexes"] for row in rows}
        spent = time.process_time() - begun
        found = tempeval.scores({row["id"]: row["timexes"] for row in rows}, ours)
        cells = (f"{s.f1:.3f} ({s.precision:.3f}/{s.recall:.3f})" for s in (found[m] for m in tempeval.MEASURES))
        words = sum(len(row["text"].split()) for row in rows)
        yield f"{name:24} {'   '.join(cells)}   {words / spent:.0f} words/s with the parse"
    for name, figures in PEERS.items():
        yield f"{name:24} {figures}"


def write_predictions(rows: Sequence[Mapping[str, Any]], using: Reader, out: Path) -> None:
    """One JSON object a line for each of ``rows``."""
    write_rows((predict(row, using) for row in rows), out)
