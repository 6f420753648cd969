"""``reportedly judge``: what people decide."""

import getpass
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli.console import console, fail, linked, progress, write_json

if TYPE_CHECKING:
    from reportedly.case import Case
    from reportedly.flow.judging import Verdict
    from reportedly.model import Anchor, JudgementKind

Command = Callable[..., Any]


def _signed(command: Command) -> Command:
    """Adds what every decision has: an author, a reason."""
    options = (
        click.option("--author", help="Who decides. [default: REPORTEDLY_AUTHOR, or the login name]"),
        click.option("--note", help="Why, in free words."),
        click.option(
            "--ontology", multiple=True, type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR",
            help="The folders that the case was read with.",
        ),
        click.pass_obj,
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


@click.group()
@click.argument("path", type=click.Path(path_type=Path), metavar="CASE")
@click.pass_context
def judge(ctx: click.Context, path: Path) -> None:
    """Decide what the machine can only propose. Decisions are kept with author and time, hold whenever reports are
    read or linked anew, and are never changed, only undone by a further entry.

    An ID is that of an incident (all of its events), or of one event or claim; its beginning is enough.
    """
    ctx.obj = path


@judge.command()
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID")
@_signed
def same(path: Path, one: str, other: str, **signed: Any) -> None:
    """The two are one happening."""
    _compare(path, "same", one, other, **signed)


@judge.command()
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID")
@_signed
def different(path: Path, one: str, other: str, **signed: Any) -> None:
    """The two are different happenings. An event's ID parts it from the rest of its incident."""
    _compare(path, "different", one, other, **signed)


@judge.command()
@click.argument("identifier", metavar="ID")
@_signed
def accept(path: Path, identifier: str, **signed: Any) -> None:
    """It happened: the grade becomes Confirmed."""
    _settle(path, "accept", identifier, **signed)


@judge.command()
@click.argument("identifier", metavar="ID")
@_signed
def reject(path: Path, identifier: str, **signed: Any) -> None:
    """It did not happen: the grade becomes Discounted."""
    _settle(path, "reject", identifier, **signed)


@judge.command()
@click.argument("name")
@click.argument("letter", type=click.Choice(list("ABCDEF"), case_sensitive=False))
@_signed
def reliability(path: Path, name: str, letter: str, **signed: Any) -> None:
    """The source NAME is A (reliable), B (usually), C (fairly), D (not usually), E (unreliable) or F (cannot be
    judged).
    """
    from reportedly.case import Case
    from reportedly.flow.sources import known

    with Case.open(path) as case:
        if not known(case, name):
            click.echo(f"reportedly: no source in {path} is called {name} yet", err=True)
        _add(case, "reliability", name=name, value=letter, **signed)


@judge.command()
@click.argument("identifier", metavar="JUDGEMENT")
@_signed
def undo(path: Path, identifier: str, **signed: Any) -> None:
    """Take a judgement back; both entries stay in the log. An undoing can itself be undone."""
    from reportedly.case import Case
    from reportedly.flow.judging import check_undo

    with Case.open(path) as case:
        one = case.judgements.find(identifier)
        check_undo(linked(case), one)
        _add(case, "undo", value=one.id, **signed)


@judge.command(name="list")
@click.option("--format", "form", type=click.Choice(["table", "json", "jsonl"]), default="table", show_default=True)
@click.pass_obj
def listed(path: Path, form: str) -> None:
    """All judgements in the order of their making, undone ones too."""
    from reportedly.case import Case
    from reportedly.flow.judging import entries

    with Case.open(path, create=False) as case:
        found = entries(linked(case))
    if form != "table":
        for one in found if form == "jsonl" else [found]:
            write_json(one)
        return
    if not found:
        click.echo("nothing has been judged", err=True)
        return
    from reportedly.export.judgements import judgements

    judgements([one.judgement for one in found], console(), states={one.judgement.id: one.state for one in found})


def _compare(path: Path, verdict: "Verdict", one: str, other: str, **signed: Any) -> None:
    from reportedly.case import Case, UnknownIdError
    from reportedly.flow.judging import compared

    with Case.open(path) as case:
        try:
            subject, against = compared(linked(case), verdict, one, other)
        except UnknownIdError as error:
            fail(str(error), 1)
        _add(case, verdict, subject=subject, other=against, **signed)


def _settle(path: Path, kind: "JudgementKind", identifier: str, **signed: Any) -> None:
    from reportedly.case import Case, UnknownIdError
    from reportedly.flow.judging import anchors, named

    with Case.open(path) as case:
        try:
            subject = anchors(case, named(linked(case), identifier).events)
        except UnknownIdError as error:
            fail(str(error), 1)
        _add(case, kind, subject=subject, **signed)


def _add(
    case: "Case",
    kind: "JudgementKind",
    *,
    author: str | None,
    note: str | None,
    ontology: tuple[Path, ...],
    subject: "Sequence[Anchor]" = (),
    other: "Sequence[Anchor]" = (),
    name: str | None = None,
    value: str | None = None,
) -> None:
    """Appends the judgement, brings incidents up to date and prints what changed."""
    from reportedly.capture import utc_now
    from reportedly.flow.linking import link
    from reportedly.ontology import load

    before = {one.id: one for one in case.linking.entries()}
    signed = author or os.environ.get("REPORTEDLY_AUTHOR") or getpass.getuser()
    made = case.judgements.add(
        kind, author=signed, at=utc_now(), subject=subject, other=other, name=name, value=value, note=note
    )
    with progress() as advance:
        link(case, load(*ontology), advance)
    after = {one.id: one for one in case.linking.entries()}
    click.echo(f"{made.id}  {kind} by {made.author}")
    changed = [one for one in after.values() if one != before.get(one.id)]
    gone = [one for one in before.values() if one.id not in after]
    from reportedly.export.judgements import change

    for was, now in [*((one, None) for one in gone), *((before.get(one.id), one) for one in changed)]:
        click.echo(change(was, now))
    if not gone and not changed:
        click.echo("no incident or grade changes by it")
