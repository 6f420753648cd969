"""``reportedly incidents``, ``incident`` and ``sources``: what the reports come to together."""

from pathlib import Path

import click

from reportedly.cli.console import ROWS, console, day, fail, linked, progress, write_json

_GRADES = ("Confirmed", "Fair", "Weak", "Contested", "Discounted", "Unrated")


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="CASE")
@click.option("--place", metavar="NAME", help="At this place: a part of its name, or its GeoNames number.")
@click.option("--actor", metavar="NAME", help="With this party: a part or alias of its name, or the ontology's id.")
@click.option("--type", "kind", metavar="TYPE", help="Of this type or family of events.")
@click.option("--from", "first", metavar="DATE", callback=day, help="On this day or later; undated: published then.")
@click.option("--to", "last", metavar="DATE", callback=day, help="On this day or earlier.")
@click.option("--grade", type=click.Choice(_GRADES, case_sensitive=False), help="With this grade.")
@click.option("--as-of", metavar="TIME", callback=day, help="As it stood with what had been published by then.")
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    help=f"Rows, the most widely told ones; 0 for all. [default: {ROWS} in the table, all in JSON]",
)
@click.option("--format", "form", type=click.Choice(["table", "json", "jsonl"]), default="table", show_default=True)
def incidents(
    path: Path,
    place: str | None,
    actor: str | None,
    kind: str | None,
    first: str | None,
    last: str | None,
    grade: str | None,
    as_of: str | None,
    limit: int | None,
    form: str,
) -> None:
    """The incidents of CASE: what is told to have happened, where and when, by how many independent voices,
    and how well it holds up.

    By their first day. Grades are the machine's proposals, unless a person is named. The exit code is 1 when no
    incident is as asked.
    """
    from reportedly.case import Case
    from reportedly.flow.listing import Wanted, most_told
    from reportedly.flow.listing import incidents as listed
    from reportedly.model.days import days
    from reportedly.ontology import load

    start, end = days(first), days(last)
    wanted = Wanted(
        place=place, actor=actor, type=kind, first=start and start[0], last=end and end[1], grade=grade
    )  # fmt: skip
    with Case.open(path, create=False) as case, progress() as advance:
        found = list(listed(linked(case), wanted, load(), as_of, advance))
    rows = most_told(found, (ROWS if form == "table" else None) if limit is None else limit or None)
    if form == "table" and found:
        from reportedly.export import incidents as shown

        shown.incidents(rows, console(), len(found) - len(rows), as_of)
    elif form != "table":
        for one in rows if form == "jsonl" else [rows]:
            write_json(one)
    if not found:
        fail(f"no incident in {path} is as asked", 1)


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="CASE")
@click.argument("identifier", metavar="ID")
@click.option("--why", is_flag=True, help="An editor's note first: who says so, who does not, what would change it.")
@click.option("--as-of", metavar="TIME", callback=day, help="As it stood with what had been published by then.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def incident(path: Path, identifier: str, why: bool, as_of: str | None, form: str) -> None:
    """One incident of CASE in full: every claim with its words, the independent origins behind them, what is
    copied, what cannot both be true, the grade and its history.

    ID is that of an incident, or of an event or claim in it; its beginning is enough.
    """
    import msgspec

    from reportedly.case import Case, UnknownIdError
    from reportedly.flow.dossier import dossier
    from reportedly.flow.voices import Voices
    from reportedly.weigh import why as note_on

    with Case.open(path, create=False) as case:
        try:
            found = linked(case).linking.incident(identifier)
        except UnknownIdError as error:
            fail(str(error), 1)
        one = dossier(case, found, Voices(case), as_of)
        if not one.testimonies:
            fail(f"nothing of {found.incident.id} had been published by {as_of}", 1)
        note = note_on(one.weighing, one.testimonies, one.judgements)
        if form == "json":
            write_json({**msgspec.structs.asdict(one), **({"note": note} if why else {})})
            return
        from reportedly.export import dossier as shown

        shown.render(one, case.document, console(), [each.text for each in note.paragraphs] if why else ())


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="CASE")
@click.option(
    "--limit", type=click.IntRange(min=0), help=f"Rows; 0 for all. [default: {ROWS} in the table, all in JSON]"
)
@click.option("--format", "form", type=click.Choice(["table", "json", "jsonl"]), default="table", show_default=True)
def sources(path: Path, limit: int | None, form: str) -> None:
    """The sources of CASE over all documents, by name: what they say, in how many incidents they are an
    independent origin, and how often that is borne out, contradicted or corrected.
    """
    from reportedly.case import Case
    from reportedly.flow.sources import sources as listed

    with Case.open(path, create=False) as case:
        found = listed(linked(case))
    if form == "table":
        from reportedly.export import incidents as shown

        shown.sources(found, console(), ROWS if limit is None else limit or None)
        return
    found = found[: limit or None]
    for one in found if form == "jsonl" else [found]:
        write_json(one)
