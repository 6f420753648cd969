"""Compiling the written passages of a gold to JSON lines, half by half.

Odd numbers stand in ``passages/dev`` and go to ``dev.jsonl``, even ones in ``passages/held`` and go to ``held.jsonl``.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

import msgspec
from tests.gold.attribution.words import GoldError

HALVES = ("dev", "held")
STYLES = ("wire", "broadcast", "monitor", "ministry", "newspaper", "headline", "post")
_HEAD = re.compile(r"^## (\d{3}) ([a-z]+) (\d{4}-\d{2}-\d{2}) ?(.*)$", re.MULTILINE)


class Numbered(Protocol):
    """A passage of any gold."""

    @property
    def id(self) -> str:
        """Its number, three digits."""


P = TypeVar("P", bound=Numbered)


class Written(NamedTuple):
    """One passage as it is written: ``rows`` are the lines of its annotation."""

    id: str
    style: str
    published: str
    tags: tuple[str, ...]
    text: str
    rows: tuple[str, ...]


def passages_of(written: str, phenomena: frozenset[str], build: Callable[[Written], P]) -> list[P]:
    """All passages of one source file, each made by ``build``; ``phenomena`` are the tags that there are.

    Raises:
        GoldError: where a passage is malformed; the message names it.
    """
    found: list[P] = []
    for head, body in _cut(written):
        try:
            found.append(build(_parted(head, body, phenomena)))
        except GoldError as error:
            raise GoldError(f"passage {head[1]}: {error}") from error
    return found


def _parted(head: re.Match[str], body: str, phenomena: frozenset[str]) -> Written:
    number, style, published, tags = head.groups()
    if style not in STYLES:
        raise GoldError(f"“{style}” is no style; there are {', '.join(STYLES)}")
    if unknown := set(tags.split()) - phenomena:
        raise GoldError(f"“{min(unknown)}” is no phenomenon; the list is PHENOMENA in source.py")
    text, mark, lines = body.partition("\n~~")
    if not mark:
        raise GoldError("no line ~~ between text and annotation")
    rows = tuple(line for line in lines.splitlines() if line.strip())
    return Written(number, style, published, tuple(tags.split()), text.strip(), rows)


def _cut(written: str) -> Iterator[tuple[re.Match[str], str]]:
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
