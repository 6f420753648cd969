"""``reportedly read``: reports in, ledger out."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from reportedly.cli.console import progress
from reportedly.language.names import SHIPPED

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from reportedly.case import Case
    from reportedly.cli.output import Output
    from reportedly.flow.reading import Read
    from reportedly.model import Skipped
    from reportedly.ontology import Ontology

FORMATS = ("table", "json", "jsonl", "html")
_INTERRUPTED = 130


@click.command(no_args_is_help=True)
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--case", "case_file", type=click.Path(dir_okay=False), help="Keep everything in this case file.")
@click.option(
    "--published",
    metavar="DATE",
    help="When it was published (ISO 8601), where you know better than the page.",
)
@click.option("--url", metavar="URL", help="Where it stood, where the file does not say.")
@click.option("--publisher", metavar="NAME", help="Who published it, where you know better than the page.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="Form of the output.",
)
@click.option("--output", "-o", type=click.Path(dir_okay=False, allow_dash=True), help="Write to this file.")
@click.option("--model", default=SHIPPED, show_default=True, metavar="NAME", help="Another spaCy English pipeline.")
@click.option(
    "--ontology", multiple=True, type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR",
    help="A folder with ontology files of your own, merged with ours.",
)  # fmt: skip
@click.option(
    "--workers", type=click.IntRange(min=1), default=1, show_default=True, metavar="N",
    help="Read in N processes; the result is the same. Each needs some seconds to start and about 500 MB.",
)  # fmt: skip
def read(
    paths: tuple[str, ...],
    case_file: str | None,
    published: str | None,
    url: str | None,
    publisher: str | None,
    form: str,
    output: str | None,
    model: str,
    ontology: tuple[Path, ...],
    workers: int,
) -> None:
    """Read reports and posts under PATH: HTML pages, plain or scraped text, WARC and WET archives (also .gz),
    JSON lines of posts, folders of these, "-" for standard input.

    With --case the reports are linked: the same incident across reports, with its independent origins,
    contradictions and grade. --case without PATH only brings the case up to date.

    What cannot be read is named on standard error (and kept in the case) with the reason. The exit code is 0 when
    something was read, 1 when nothing was, 2 for a wrong call.
    """
    from reportedly.flow.pool import Spec, read_parallel
    from reportedly.flow.reading import prepared, read_items, reader
    from reportedly.gazetteer import Gazetteer

    if not Gazetteer.built():
        click.echo("building the gazetteer of the world's towns, once; this takes about 15 seconds", err=True)
    if not paths and case_file is None:
        raise click.UsageError("give a PATH to read, or --case to bring a case up to date")
    using = reader(model, ontology)
    count = skipped = 0
    with _target(output) as stream, _case(case_file) as case, _counter() as advance:
        sink = _sink(form, stream, kept=case is not None and output is None and form == "table")
        try:
            items = prepared(paths, published=published, url=url, publisher=publisher)
            spec = Spec(model, ontology)
            for item in read_items(items, using) if workers == 1 else read_parallel(items, spec, workers):
                if _take(item, sink, case):
                    count += 1
                else:
                    skipped += 1
                advance()
        except KeyboardInterrupt:
            sink.close()
            later = f"; `reportedly read --case {case_file}` links it" if case_file else ""
            click.echo(f"interrupted: {_counted(count, skipped)}; what was finished is kept{later}", err=True)
            sys.exit(_INTERRUPTED)
        sink.close()
        told = f"; {_linked(case, using.ontology)}" if case is not None else ""
    if count + skipped > 1 or skipped or case_file:
        where = f" into {case_file}" if case_file else ""
        click.echo(f"{_counted(count, skipped)}{where}{told}", err=True)
    sys.exit(0 if count or not paths else 1)


def _linked(case: "Case", ontology: "Ontology") -> str:
    """Links what is new, and says how many incidents there are."""
    from reportedly.flow.linking import link

    with progress() as advance:
        changed = link(case, ontology, advance)
    count = sum(1 for _ in case.linking.entries())
    return f"{count} incident{'' if count == 1 else 's'} ({changed} new or changed)"


def _counted(count: int, skipped: int) -> str:
    documents = f"{count} document{'' if count == 1 else 's'} read"
    return f"{documents}, {skipped} skipped" if skipped else documents


def _take(item: "Read | Skipped", sink: "Output", case: "Case | None") -> bool:
    from reportedly.model import Skipped

    if isinstance(item, Skipped):
        if case is not None:
            case.skip(item)
        sink.skip(item)
        detail = f" ({item.detail})" if item.detail else ""
        click.echo(f"skipped {item.item}: {item.reason}{detail}", err=True)
        return False
    if case is not None:
        case.add(item.capture, item.reading)
    sink.add(item.reading)
    return True


def _sink(form: str, stream: TextIO, *, kept: bool) -> "Output":
    from reportedly.cli import output

    if kept:
        return output.Brief(stream)
    makers: dict[str, Callable[[TextIO], Output]]
    makers = {"table": output.Table, "json": output.Json, "jsonl": output.JsonLines, "html": output.Html}
    return makers[form](stream)


@contextmanager
def _target(output: str | None) -> Iterator[TextIO]:
    if output is None or output == "-":
        yield sys.stdout
        return
    try:
        with Path(output).open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
    except OSError as error:
        raise click.UsageError(f"cannot write {output}: {error.strerror}") from error


@contextmanager
def _case(path: str | None) -> "Iterator[Case | None]":
    if path is None:
        yield None
        return
    from reportedly.case import Case

    with Case.open(path) as case:
        yield case


@contextmanager
def _counter() -> "Iterator[Counter]":
    """A counter on standard error, where a person looks at it and the output goes elsewhere."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield Counter(None)
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} documents"), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield Counter(bar)


class Counter:
    """Counts items on a bar, or nowhere."""

    def __init__(self, bar: "Bar | None") -> None:
        self._bar = bar
        self._task = bar.add_task("", total=None) if bar is not None else None

    def __call__(self) -> None:
        if self._bar is not None and self._task is not None:
            self._bar.advance(self._task)
