"""``reportedly custody`` and ``control``: what the claims on a thing or a place come to."""

from pathlib import Path

import click

from reportedly.cli.console import console, fail, linked, write_json

_FORM = click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="CASE")
@click.argument("item")
@_FORM
def custody(path: Path, item: str, form: str) -> None:
    """Through whose hands ITEM is said to have gone: supplied, handed over, captured, lost, destroyed. What nobody
    tells is shown as a gap.

    ITEM is a category of the ontology (anti-tank-missile, "rifles"; narrower ones count) or a name ("TOW").
    """
    from reportedly.case import Case
    from reportedly.flow.courses import custody_of
    from reportedly.ontology import load

    with Case.open(path, create=False) as case:
        chain = custody_of(linked(case), item, load())
    if form == "json":
        write_json(chain)
    elif chain.steps:
        from reportedly.export import courses

        courses.custody(chain, console())
    if not chain.steps:
        fail(f"nothing in {path} tells of {item} changing hands", 1)


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="CASE")
@click.argument("place")
@click.option("--radius", type=click.FloatRange(min=0), metavar="KM", help="All places in this circle around PLACE.")
@_FORM
def control(path: Path, place: str, radius: float | None, form: str) -> None:
    """Who is said to have held PLACE, a name or GeoNames number, and when. Time that nobody tells of is shown as
    such.
    """
    from reportedly.case import Case
    from reportedly.flow.courses import control_of

    with Case.open(path, create=False) as case:
        course = control_of(linked(case), place, radius)
    if form == "json":
        write_json(course.periods)
    elif course.periods:
        from reportedly.export import courses

        courses.control(place, course.periods, console())
    if not course.periods:
        fail(f"nothing in {path} tells who held {place}", 1)
