"""Compiling the written passages of a gold to JSON lines, half by half.

Odd numbers stand in ``passages/dev`` and go to ``dev.jsonl``, even ones in ``passages/held`` and go to ``held.jsonl``.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec
from tests.gold.attribution.words import GoldError

HALVES = ("dev", "held")
_HEAD = re.compile(r"^## (\d{3}) ([a-z]+) (\d{4}-\d{2}-\d{2}) ?(.*)$", re.MULTILINE)


class Numbered(Protocol):
    """A passage of any gold."""

    @property
    def id(self) -> str:
        """Its number, three digits."""


P = TypeVar("P", bound=Numbered)


def cut(written: str) -> Iterator[tuple[re.Match[str], str]]:
    """Head (number, style, date of publication, tags) and body of each passage of one source file."""
    heads = list(_HEAD.finditer(written))
    ends = [head.start() for head in heads[1:]] + [len(written)]
    return ((head, written[head.end() : end]) for head, end in zip(heads, ends, strict=True))


def compile_passages(folder: Path, passages: Callable[[str], list[P]]) -> list[P]:
    """All passages below ``folder``, in the order of their numbers; ``passages`` compiles one source file.

    Raises:
        GoldError: where a passage cannot be compiled; the message names file, passage and words.
    """
    found: list[P] = []
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


def half_of(passage: Numbered) -> str:
    """``dev`` for odd numbers, ``held`` for even ones."""
    return HALVES[0] if int(passage.id) % 2 else HALVES[1]


def compiled(found: list[P], half: str) -> bytes:
    """The lines of one half."""
    return b"".join(msgspec.json.encode(passage) + b"\n" for passage in found if half_of(passage) == half)


def write(found: list[P], folder: Path) -> None:
    """Write both halves into ``folder``."""
    for half in HALVES:
        (folder / f"{half}.jsonl").write_bytes(compiled(found, half))
