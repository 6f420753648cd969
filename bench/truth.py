"""Truth discovery measured: populations of towns as Wikipedia's editors gave them (Pasternack and Roth 2010)."""

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.rows import read_rows, write_rows
from reportedly.model import Assertion
from reportedly.weigh.truth import discover

if TYPE_CHECKING:
    from reportedly.read.reader import Reader

PEERS = {
    "TruthFinder": "0.818   252 of 308",
    "ACCU, no dependence": "0.808   249 of 308",
    "Sums": "0.789   243 of 308",
    "Vote": "0.763   235 of 308",
}
"""The reference runs of the benchmark's own scorer."""


def likeliest(rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The likeliest value of each object."""
    claims = (Assertion(source=row["source"], object=row["object"], value=row["value"]) for row in rows)
    return {finding.object: finding.alternatives[0].value for finding in discover(claims)}


def run(data: Path, using: "Reader") -> Iterator[str]:
    """The table, line by line. Objects of the gold that nobody claims anything of count as wrong."""
    folder = data / "truth" / "population"
    ours = likeliest(read_rows(folder / "claims.jsonl"))
    gold = read_rows(folder / "gold.jsonl")
    right = sum(ours.get(row["object"]) == row["value"] for row in gold)
    share = right / len(gold)
    error = math.sqrt(share * (1 - share) / len(gold))
    yield f"Population, {len(gold)} objects; accuracy"
    yield f"{'reportedly':24} {share:.3f}   {right} of {len(gold)}   standard error {error:.3f}"
    for name, figures in PEERS.items():
        yield f"{name:24} {figures}"


def write_predictions(rows: Sequence[Mapping[str, Any]], using: "Reader", out: Path) -> None:
    """One JSON object a line for each object of ``rows``."""
    write_rows(({"object": name, "value": value} for name, value in likeliest(rows).items()), out)
