"""The commands. Each lives in a module of its own, imported only when it is called, so that help is instant."""

from importlib import import_module

import click

from reportedly import __version__
from reportedly.errors import ReportedlyError

_COMMANDS = {
    "read": ("reportedly.cli.read:read", "Read reports and posts; print or keep who said what happened."),
    "show": ("reportedly.cli.show:show", "Show what is in a case, or one thing in full."),
    "case": (
        "reportedly.cli.show:case",
        "Sum up a case: counts, sources, time span, what was skipped and why.",
    ),
    "incidents": (
        "reportedly.cli.incidents:incidents",
        "List what is told to have happened, across reports, and how well it holds up.",
    ),
    "incident": (
        "reportedly.cli.incidents:incident",
        "One incident: claims, origins, copies, contradictions, grade and why.",
    ),
    "sources": (
        "reportedly.cli.incidents:sources",
        "Who speaks, and how often they are borne out, contradicted, corrected.",
    ),
    "custody": ("reportedly.cli.courses:custody", "Through whose hands materiel is said to have gone."),
    "control": ("reportedly.cli.courses:control", "Who is said to have held a place, and when."),
    "judge": (
        "reportedly.cli.judge:judge",
        "Decide: the same or different, accept or reject, how reliable a source is.",
    ),
    "search": ("reportedly.cli.search:search", "Find words in documents, statements and incidents."),
    "gazetteer": ("reportedly.cli.gazetteer:gazetteer", "Add, list, remove and look up places."),
}


class Lazy(click.Group):
    """A group that imports a command when it is called, not when the group is listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ReportedlyError as error:
            click.echo(f"reportedly: {error}", err=True)
            ctx.exit(2)
        except BrokenPipeError:
            raise  # the reader of a pipe has had enough: click ends in silence
        except OSError as error:
            click.echo(f"reportedly: the output cannot be written: {error.strerror or error}", err=True)
            ctx.exit(2)


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reportedly")
def main() -> None:
    """Who said what happened in an armed conflict, on whose authority, and how well it holds up."""
