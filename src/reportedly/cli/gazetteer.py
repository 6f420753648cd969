"""``reportedly gazetteer``: adding country files, listing and removing them, looking a name up."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from reportedly.gazetteer import Added, Gazetteer

_SHOWN = 20  # malformed rows shown one by one


def _open() -> "Gazetteer":
    from reportedly.gazetteer import Gazetteer, GazetteerError

    try:
        return Gazetteer.open()
    except GazetteerError as error:
        raise click.ClickException(str(error)) from error


@click.group()
def gazetteer() -> None:
    """Where places lie: the world's towns, and any GeoNames country file you add."""


@gazetteer.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def add(file: Path) -> None:
    """Add FILE in GeoNames' layout (SY.txt, allCountries.txt; unpacked, 19 columns between tabs).

    A file of the same name is replaced. Malformed rows are named and left out, the rest is used.
    """
    from reportedly.gazetteer import GazetteerError

    try:
        added = _with_progress(_open(), file)
    except GazetteerError as error:
        raise click.ClickException(str(error)) from error
    for skipped in added.skipped[:_SHOWN]:
        click.echo(f"{skipped.item}: {skipped.detail}", err=True)
    if added.malformed > _SHOWN:
        click.echo(f"… {added.malformed - _SHOWN} more malformed rows", err=True)
    click.echo(f"{added.layer.name}: {added.layer.places} places added, {added.malformed} malformed rows left out")


def _with_progress(opened: "Gazetteer", file: Path) -> "Added":
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(file.name, total=file.stat().st_size)
        return opened.add(file, lambda read: bar.advance(task, read))


@gazetteer.command(name="list")
def list_layers() -> None:
    """What was added: file, places, fingerprint."""
    layers = _open().list()
    for layer in layers:
        click.echo(f"{layer.name}\t{layer.places}\t{layer.fingerprint[:12]}")
    if not layers:
        click.echo("nothing was added; the base holds the world's towns and countries", err=True)


@gazetteer.command()
@click.argument("name")
def remove(name: str) -> None:
    """Remove the added file NAME."""
    from reportedly.gazetteer import GazetteerError

    try:
        layer = _open().remove(name)
    except GazetteerError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{layer.name}: {layer.places} places removed")


@gazetteer.command()
@click.argument("name")
@click.option("--most", default=10, show_default=True, help="How many places to show.")
def lookup(name: str, most: int) -> None:
    """The places called NAME, in any usual transliteration, the most populous first."""
    found = _open().lookup(name)
    if not found:
        raise click.ClickException(f"no place called {name!r}")
    for place in found[:most]:
        point = "no point" if place.lat is None else f"{place.lat:.4f}, {place.lon:.4f}"
        where = " ".join(part for part in (place.country, place.admin1) if part)
        click.echo(
            f"{place.geonameid}\t{place.name}\t{where}\t{place.code}\t{point}\t{place.population}\t{place.match}\t{place.layer}"
        )
