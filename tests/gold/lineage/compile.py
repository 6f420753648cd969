"""Compile the written cases to JSON lines: ``python -m tests.gold.lineage.compile``."""

from pathlib import Path

import msgspec
from bench.gold_lineage_records import GoldCase
from tests.gold.halves import HALVES
from tests.gold.lineage.source import case

HERE = Path(__file__).parent


def written(half: str, folder: Path = HERE / "cases") -> list[GoldCase]:
    """The cases of one half, in the order of their files.

    Raises:
        GoldError: where a case cannot be compiled; the message names file, incident and words.
    """
    return [case(path) for path in sorted((folder / half).glob("*.yaml"))]


def compiled(cases: list[GoldCase]) -> bytes:
    """One line each."""
    return b"".join(msgspec.json.encode(case) + b"\n" for case in cases)


if __name__ == "__main__":
    for half in HALVES:
        (HERE / f"{half}.jsonl").write_bytes(compiled(written(half)))
