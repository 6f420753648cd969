"""The project's own tables of places, under ``data``: read as they are, one row a line between tabs."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

TABLES = ("countries.tsv", "states.tsv", "divisions.tsv", "provinces.tsv", "regions.tsv", "demonyms.tsv")


def rows_of(name: str) -> Iterator[list[str]]:
    """The rows of the table ``name``, comments left out."""
    for line in _text(name).splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def names_in(cell: str) -> tuple[str, ...]:
    """The names of a cell, between commas."""
    return tuple(name.strip() for name in cell.split(",") if name.strip())


def fingerprint(*others: str) -> str:
    """Eight hexadecimal digits that stand for the content of the tables and of ``others``."""
    digest = hashlib.sha256("\0".join(others).encode())
    for name in TABLES:
        digest.update((files("reportedly.gazetteer") / "data" / name).read_bytes())
    return digest.hexdigest()[:8]


def _text(name: str) -> str:
    return (files("reportedly.gazetteer") / "data" / name).read_text(encoding="utf-8")


@cache
def demonyms() -> dict[str, str]:
    """Demonym → ISO 3166 alpha-2 code of its country: "Syrian" → "SY"."""
    return {cells[0]: cells[1] for cells in rows_of("demonyms.tsv") if cells[1]}


@cache
def homes() -> dict[str, str]:
    """Demonym → name of the region or city, where it is not a country's: "Chechen" → "Chechnya"."""
    return {cells[0]: cells[2] for cells in rows_of("demonyms.tsv") if cells[2]}
