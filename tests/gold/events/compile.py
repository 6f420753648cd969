"""Compile the written passages to JSON lines: ``python -m tests.gold.events.compile``.

Odd numbers stand in ``passages/dev`` and go to ``dev.jsonl``, even ones in ``passages/held`` and go to ``held.jsonl``.
"""

from pathlib import Path

import msgspec
from bench.gold_event_records import GoldEventPassage
from tests.gold.attribution.words import GoldError
from tests.gold.events.source import passages

HERE = Path(__file__).parent
HALVES = ("dev", "held")


def written(folder: Path = HERE / "passages") -> list[GoldEventPassage]:
    """All passages, in the order of their numbers.

    Raises:
        GoldError: where a passage cannot be compiled; the message names file, passage and words.
    """
    found: list[GoldEventPassage] = []
    for path in sorted(folder.glob("*/*.txt")):
        try:
            of_file = passages(path.read_text(encoding="utf-8"))
        except GoldError as error:
            raise GoldError(f"{path.parent.name}/{path.name}, {error}") from error
        if strays := [passage.id for passage in of_file if half_of(passage) != path.parent.name]:
            raise GoldError(
                f"{path.parent.name}/{path.name}, passage {strays[0]}: its number belongs in the other half"
            )
        found += of_file
    return sorted(found, key=lambda passage: passage.id)


def half_of(passage: GoldEventPassage) -> str:
    """``dev`` for odd numbers, ``held`` for even ones."""
    return HALVES[0] if int(passage.id) % 2 else HALVES[1]


def compiled(found: list[GoldEventPassage], half: str) -> bytes:
    """The lines of one half."""
    lines = [msgspec.json.encode(passage) + b"\n" for passage in found if half_of(passage) == half]
    return b"".join(lines)


def main() -> None:
    """Write both halves beside this file."""
    found = written()
    for half in HALVES:
        (HERE / f"{half}.jsonl").write_bytes(compiled(found, half))


if __name__ == "__main__":
    main()
