"""``reportedly search``: words in documents, statements and incidents."""

import sys
from pathlib import Path

import click

from reportedly.cli.console import ROWS, console, fail, write_json


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="CASE")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=0), help=f"Rows of each kind; 0 for all. [default: {ROWS}]")
@click.option("--format", "form", type=click.Choice(["table", "json", "jsonl"]), default="table", show_default=True)
def search(path: Path, words: tuple[str, ...], limit: int | None, form: str) -> None:
    """Documents, statements and incidents of CASE that hold all of WORDS, in any inflection.

    "words in quotation marks" are found as a phrase, begin* by its beginning. The exit code is 1 when nothing is
    found.
    """
    from reportedly.case import Case

    asked = " ".join(f'"{each}"' if " " in each and '"' not in each else each for each in words)
    with Case.open(path, create=False) as case:
        found = case.search(asked, ROWS if limit is None else limit or sys.maxsize)
    if form == "json":
        write_json(found)
    elif form == "jsonl":
        for hit in found:
            write_json(hit)
    elif found:
        from reportedly.export import overview

        overview.hits(found, console())
    if not found:
        fail(f"nothing in {path} holds “{' '.join(words)}”", 1)
