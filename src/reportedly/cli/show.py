"""``reportedly show`` and ``reportedly case``: asking a case again."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli.console import ROWS, console, fail, known_types, write_json

if TYPE_CHECKING:
    from reportedly.case import Case, Found


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="CASE")
@click.argument("identifier", required=False, metavar="[ID]")
@click.option("--format", "form", type=click.Choice(["table", "json", "jsonl"]), default="table", show_default=True)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    help=f"Rows of each list; 0 for all. [default: {ROWS} in tables, all in JSON]",
)
def show(path: Path, identifier: str | None, form: str, limit: int | None) -> None:
    """What is in CASE: its documents, statements and events.

    With ID (its beginning is enough) one document, source, statement, event or claim in full, with its words
    in context and the chain of those who carry it. "--format jsonl" without ID writes every document's
    reading, a line each.
    """
    from reportedly.case import Case, UnknownIdError

    try:
        with Case.open(path, create=False) as opened:
            if identifier:
                _one(opened, opened.find(identifier), form)
            else:
                _lists(opened, form, limit)
    except UnknownIdError as error:
        fail(str(error), 1)


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
            write_json(opened.summary())
        else:
            from reportedly.export import overview

            overview.summary(opened, console())


def _lists(case: "Case", form: str, limit: int | None) -> None:
    if form == "jsonl":
        for reading in case.readings():
            click.echo(reading.to_json())
        return
    if form == "json":
        most = limit or None
        summary = case.summary()
        write_json(
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

    rows = ROWS if limit is None else limit or None
    overview.lists(case, console(), rows, known_types=known_types())


def _one(case: "Case", found: "Found", form: str) -> None:
    from reportedly.case import CaseError

    try:
        reading = case.reading(found.document)
    except CaseError as error:
        # What a newer version wrote is still shown, as it was written.
        click.echo(f"reportedly: {error}; shown as it was written", err=True)
        write_json(found, pretty=form == "table")
        return
    if form in ("json", "jsonl"):
        if found.kind == "document":
            click.echo(reading.to_json())
        else:
            write_json({"kind": found.kind, "document": found.document, "record": found.data})
        return
    from reportedly.export import detail

    printed, known = console(), known_types()
    if found.kind == "document":
        detail.document(reading, case.custody_of(found.document), printed, known_types=known)
    for statement in reading.statements if found.kind == "statement" else ():
        if statement.id == found.id:
            detail.statement(reading, statement, printed)
    for event in reading.events if found.kind == "event" else ():
        if event.id == found.id:
            detail.event(reading, event, printed, known_types=known)
    for source in reading.sources if found.kind == "source" else ():
        if source.id == found.id:
            detail.source(reading, source, printed)
    for claim in reading.claims if found.kind == "claim" else ():
        if claim.id == found.id:
            detail.claim(reading, claim, printed, known_types=known)
