"""Compile the written passages to JSON lines: ``python -m tests.gold.events.compile``."""

from pathlib import Path

from bench.gold_event_records import GoldEventPassage
from tests.gold.events.source import passages
from tests.gold.halves import compile_passages, write

HERE = Path(__file__).parent


def written(folder: Path = HERE / "passages") -> list[GoldEventPassage]:
    """All passages, in the order of their numbers.

    Raises:
        GoldError: where a passage cannot be compiled; the message names file, passage and words.
    """
    return compile_passages(folder, passages)


if __name__ == "__main__":
    write(written(), HERE)
