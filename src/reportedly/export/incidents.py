"""The list of incidents, and of sources, on the terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.case.dossier import SourceEntry
from reportedly.case.entries import IncidentEntry
from reportedly.export import phrases, terminal

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

GRADES = {
    "Confirmed": "bold green", "Fair": "green", "Weak": "yellow", "Contested": "red", "Discounted": "dim red",
    "Unrated": "dim",
}  # fmt: skip
_LONGEST = 24
"""Characters of the longest type of event that is not broken."""

_WORDS = 120
"""Characters of the first words that a line shows; all of them are in JSON."""

_NAMES = 2
"""Places and parties that a line shows; the others are counted."""


def incidents(entries: Sequence[IncidentEntry], console: "Console", more: int = 0, as_of: str | None = None) -> None:
    """Prints ``entries`` in their order, and that there are ``more``, less widely told."""
    from rich.text import Text

    table = terminal.grid(f"Incidents{f' as of {as_of}' if as_of else ''}")
    table.add_column("id", style="dim", no_wrap=True)
    longest = max((len(one.type) for one in entries), default=0)
    table.add_column("what, where, when", overflow="fold", ratio=3, min_width=min(longest, _LONGEST))
    table.add_column("who", overflow="fold", ratio=2)
    table.add_column("voices", no_wrap=True)
    table.add_column("grade", overflow="fold", min_width=10)
    table.add_column("first words", overflow="fold", ratio=4)
    for one in entries:
        what = Text(phrases.line(one.type), style="bold")
        for line in filter(None, (_some(one.places), when(one))):
            what.append(f"\n{line}", style="not bold")
        terminal.add(
            table,
            one.id[: phrases.SHORT],
            what,
            _some(one.actors),
            voices(one),
            grade(one.grade, one.by),
            phrases.shortened(one.words, _WORDS),
        )
    console.print(table)
    console.print("voices: independent origins that affirm / deny / do neither", style="dim")
    console.print("grades are the machine's proposals, unless a person is named", style="dim")
    if more:
        words = f"{phrases.counted(more, 'more incident')}, less widely told; --limit 0 lists all"
        console.print(words, style="dim")


def grade(value: str, by: str | None) -> "Text":
    """A grade; whose decision it is, where it is a person's."""
    from rich.text import Text

    text = Text(phrases.line(value), style=GRADES.get(value, ""))
    if by is not None:
        text.append(f"\nby {phrases.line(by)}", style="not bold not dim cyan")
    return text


def voices(one: IncidentEntry) -> str:
    """``3 / 1 / 0``, and how many reports and contradictions there are."""
    lines = [f"{one.affirming} / {one.denying} / {one.others}", phrases.counted(one.documents, "report")]
    if one.contradictions:
        lines.append(f"{one.contradictions} disputed")
    return "\n".join(lines)


def when(one: IncidentEntry) -> str:
    """The day or days of an incident; when it was first told, where it has none."""
    if one.first_day is None or one.last_day is None:
        return f"told {phrases.line(one.told[:10])}" if one.told else ""
    return one.first_day if one.first_day == one.last_day else f"{one.first_day} to {one.last_day}"


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(phrases.shortened(name, 48) for name in names[:_NAMES])
    return f"{shown} +{len(names) - _NAMES}" if len(names) > _NAMES else shown


def sources(entries: Sequence[SourceEntry], console: "Console", limit: int | None) -> None:
    """Prints the first ``limit`` of ``entries``, and how many more there are."""
    from rich.text import Text

    table = terminal.grid("Sources")
    table.add_column("name", overflow="fold", ratio=3, style="cyan")
    table.add_column("kind", overflow="fold")
    table.add_column("reliability", overflow="fold", max_width=12)
    table.add_column("statements", overflow="fold", ratio=3)
    table.add_column("origin of", justify="right", overflow="fold", max_width=6)
    table.add_column("borne out", justify="right", max_width=6)
    table.add_column("contradicted", justify="right", no_wrap=True)
    table.add_column("corrected itself", justify="right", max_width=9)
    for one in entries[:limit]:
        letter = Text(one.reliability)
        if one.judged_by:
            letter.append(f"\nby {phrases.line(one.judged_by)}", style="cyan")
        stances = ", ".join(f"{count} {phrases.line(stance)}" for stance, count in one.statements.items())
        counts = (one.incidents, one.corroborated, one.contradicted, one.superseded)
        name = phrases.line(one.name) + (" (unnamed)" if one.anonymous else "")
        terminal.add(table, name, phrases.line(one.kind), letter, stances, *(str(count or "") for count in counts))
    console.print(table)
    console.print(
        "reliability A to E is a person's judgement, F: cannot be judged; the counts on the right are incidents",
        style="dim",
    )
    shown = len(entries[:limit])
    if len(entries) > shown:
        console.print(phrases.counted(len(entries) - shown, "more source"), style="dim")
