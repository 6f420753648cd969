"""What the commands share: where they print, how they fail, how they show progress."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Never

import click

if TYPE_CHECKING:
    from rich.console import Console

    from reportedly.case import Case

Advance = Callable[[str, int], None]

ROWS = 20
"""Rows of each list in a table, where no limit is given."""

_PIPE = 100  # columns where there is no terminal and COLUMNS does not say


def console() -> "Console":
    """A console as wide as the terminal; into a pipe of a fixed width, so that the output is always the same."""
    from rich.console import Console

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _PIPE
    return Console(width=width, highlight=False)


def write_json(value: object, *, pretty: bool = False) -> None:
    """Prints a record, or what holds records, as JSON."""
    import msgspec

    data = msgspec.json.encode(value)
    click.echo(msgspec.json.format(data, indent=2) if pretty else data)


def fail(message: str, code: int) -> Never:
    """Ends the command with a message on standard error."""
    click.echo(f"reportedly: {message}", err=True)
    raise SystemExit(code)


def known_types() -> frozenset[str]:
    """The event types of the ontology."""
    from reportedly.ontology import load

    return frozenset(load().events)


def linked(case: "Case") -> "Case":
    """``case``, whose readings must have been linked; says so where some have not been yet.

    Raises:
        CaseError: if none has been.
    """
    from reportedly.case import CaseError

    if waiting := len(case.linking.waiting()):
        how = f"`reportedly read --case {case.path}` does it"
        if case.linking.made_with() is None:
            raise CaseError(f"the readings in {case.path} have not been linked into incidents; {how}")
        some = "1 reading is" if waiting == 1 else f"{waiting} readings are"
        click.echo(f"reportedly: {some} not linked into incidents yet; {how}", err=True)
    return case


def day(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Checks that an option is a date or time in ISO 8601."""
    from reportedly.model.days import days

    if value is not None and days(value) is None:
        raise click.BadParameter(f"{value!r} is no date (ISO 8601: 2016-06-14, or 2016-06)")
    return value


@contextmanager
def progress() -> Iterator[Advance]:
    """Bars on standard error, one for each thing that is done, where a person looks at it."""
    if not sys.stderr.isatty():
        yield lambda _what, _steps: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def advance(what: str, steps: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=steps)
            bars.advance(tasks[what])

        yield advance
