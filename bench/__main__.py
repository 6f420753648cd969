"""``python -m bench``: measure the project against corpora that are not part of it.

python -m bench run attribution [--data DIR]
python -m bench run lineage|tellings [--half dev|held]
python -m bench predict attribution IN.jsonl OUT.jsonl
python -m bench predict cdec IN.jsonl OUT.jsonl [--topics|--subtopics]
"""

from pathlib import Path

import click

from bench.rows import read_rows
from bench.tasks import TASKS, grouped, halved, task
from reportedly.errors import ReportedlyError
from reportedly.flow.reading import reader

DATA = Path(__file__).parents[1].parent / "shared" / "data"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Measure the project against corpora that are not part of it."""


@main.command()
@click.argument("name", metavar="TASK", type=click.Choice(sorted(TASKS)))
@click.option("--data", type=click.Path(path_type=Path), default=DATA, help="The folder that holds the corpora.")
@click.option("--half", type=click.Choice(["dev", "held"]), help="One half alone, where TASK has halves.")
def run(name: str, data: Path, half: str | None) -> None:
    """Print the scores of TASK beside those of others."""
    lines = halved(name).run(data, reader(), half) if half else task(name).run(data, reader())
    for line in lines:
        click.echo(line)


@main.command()
@click.argument("name", metavar="TASK", type=click.Choice(sorted(TASKS)))
@click.argument("source", metavar="IN.jsonl", type=click.Path(path_type=Path))
@click.argument("target", metavar="OUT.jsonl", type=click.Path(path_type=Path))
@click.option("--topics", "given", flag_value="topic", help="Gold topics are given, where TASK has topics.")
@click.option("--subtopics", "given", flag_value="subtopic", help="Gold subtopics are given.")
def predict(name: str, source: Path, target: Path, given: str | None) -> None:
    """Write what TASK's scorer wants of each object of IN.jsonl."""
    if given:
        grouped(name).write_predictions(read_rows(source), reader(), target, given)
    else:
        task(name).write_predictions(read_rows(source), reader(), target)


if __name__ == "__main__":
    try:
        main()
    except ReportedlyError as error:
        raise SystemExit(f"bench: {error}") from error
