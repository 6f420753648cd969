"""``reportedly show`` and ``reportedly case``: asking a case again."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

    from reportedly.case import Case, Found

_ROWS = 20
_PIPE = 100  # columns where there is no terminal and COLUMNS does not say


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="CASE")
@click.argument("identifier", required=False, metavar="[ID]")
@click.option("--format", "form", type=click.Choice(["table", "json", "jsonl"]), default="table", show_default=True)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    help=f"Rows of each list; 0 for all. [default: {_ROWS} in tables, all in JSON]",
)
@click.option("--words", metavar="WORDS", help="Only documents and statements that hold all of these words.")
def show(path: Path, identifier: str | None, form: str, limit: int | None, words: str | None) -> None:
    """What is in CASE: its documents, statements and events.

    With ID (its beginning is enough) one document, source, statement, event or claim in full, with its words
    in context and the chain of those who carry it. "--format jsonl" without ID writes every document's
    reading, a line each.
    """
    from reportedly.case import Case, UnknownIdError

    if identifier and words:
        raise click.UsageError("give an ID or --words, not both")
    try:
        with Case.open(path, create=False) as opened:
            if identifier:
                _one(opened, opened.find(identifier), form)
            elif words is not None:
                _search(opened, words, form, limit)
            else:
                _lists(opened, form, limit)
    except UnknownIdError as error:
        _fail(str(error), 1)


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="CASE")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def case(path: Path, form: str) -> None:
    """What CASE holds in numbers: sources, publishers, time span, types of event, what was skipped and
    why.
    """
    from reportedly.case import Case

    with Case.open(path, create=False) as opened:
        if form == "json":
            _write_json(opened.summary())
        else:
            from reportedly.export import overview

            overview.summary(opened, _console())


def _lists(case: "Case", form: str, limit: int | None) -> None:
    if form == "jsonl":
        for reading in case.readings():
            click.echo(reading.to_json())
        return
    if form == "json":
        most = limit or None
        summary = case.summary()
        _write_json(
            {
                "documents": list(case.documents(most)),
                "statements": list(case.statements(limit=most)),
                "events": list(case.events(limit=most)),
                "total": {
                    "documents": summary.documents,
                    "statements": summary.statements,
                    "events": summary.events,
                },
            }
        )
        return
    from reportedly.export import overview

    rows = _ROWS if limit is None else limit or None
    overview.lists(case, _console(), rows, known_types=_known_types())


def _search(case: "Case", words: str, form: str, limit: int | None) -> None:
    hits = case.search(words, _ROWS if limit is None else limit or sys.maxsize)
    if form == "json":
        _write_json(hits)
    elif form == "jsonl":
        for hit in hits:
            _write_json(hit)
    elif hits:
        from reportedly.export import overview

        overview.hits(hits, _console())
    if not hits:
        _fail(f"nothing in {case.path} holds “{words}”", 1)


def _one(case: "Case", found: "Found", form: str) -> None:
    from reportedly.case import CaseError

    try:
        reading = case.reading(found.document)
    except CaseError as error:
        # What a newer version wrote is still shown, as it was written.
        click.echo(f"reportedly: {error}; shown as it was written", err=True)
        _write_json(found, pretty=form == "table")
        return
    if form in ("json", "jsonl"):
        if found.kind == "document":
            click.echo(reading.to_json())
        else:
            _write_json({"kind": found.kind, "document": found.document, "record": found.data})
        return
    from reportedly.export import detail

    console, known = _console(), _known_types()
    if found.kind == "document":
        detail.document(reading, case.custody_of(found.document), console, known_types=known)
    for statement in reading.statements if found.kind == "statement" else ():
        if statement.id == found.id:
            detail.statement(reading, statement, console)
    for event in reading.events if found.kind == "event" else ():
        if event.id == found.id:
            detail.event(reading, event, console, known_types=known)
    for source in reading.sources if found.kind == "source" else ():
        if source.id == found.id:
            detail.source(reading, source, console)
    for claim in reading.claims if found.kind == "claim" else ():
        if claim.id == found.id:
            detail.claim(reading, claim, console, known_types=known)


def _known_types() -> frozenset[str]:
    from reportedly.ontology import load

    return frozenset(load().events)


def _console() -> "Console":
    """A console as wide as the terminal; into a pipe of a fixed width, so that the output is always the
    same.
    """
    from rich.console import Console

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _PIPE
    return Console(width=width, highlight=False)


def _write_json(value: object, *, pretty: bool = False) -> None:
    import msgspec

    data = msgspec.json.encode(value)
    click.echo(msgspec.json.format(data, indent=2) if pretty else data)


def _fail(message: str, code: int) -> None:
    click.echo(f"reportedly: {message}", err=True)
    raise SystemExit(code)
