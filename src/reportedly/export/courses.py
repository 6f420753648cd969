"""Chains of custody and courses of control on the terminal, gaps shown as gaps."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from reportedly.export import phrases, terminal
from reportedly.export.incidents import grade
from reportedly.model import Chain, Change, Party, Period, Step

if TYPE_CHECKING:
    from rich.console import Console

_MARKS = {"held": "█", "contested": "▒", "unknown": "·"}
_LINE = 60
"""Characters of the timeline of a place."""


def custody(chain: Chain, console: "Console") -> None:
    """Prints the steps of ``chain``, the gaps under each, and a timeline."""
    from rich.text import Text

    table = terminal.grid(f"Custody: {phrases.line(chain.asked)}")
    table.add_column("when", overflow="fold", max_width=14)
    table.add_column("from → to", overflow="fold", ratio=4)
    table.add_column("step", overflow="fold")
    table.add_column("how much", overflow="fold", ratio=3)
    table.add_column("where", overflow="fold", ratio=2)
    table.add_column("grade", overflow="fold", min_width=10)
    table.add_column("incident", style="dim", no_wrap=True)
    for step in chain.steps:
        hands = Text(f"{_parties(step.giver)} → {_receiver(step)}")
        if step.via:
            hands.append(f"\n{'by' if step.kind == 'destroyed' else 'through'} {_parties(step.via)}")
        for gap in chain.gaps:
            if gap.step == step.id:
                hands.append(f"\ngap: {phrases.line(gap.detail)}", style="yellow")
        amounts = "\n".join(
            dict.fromkeys(f"{phrases.bounds(one.low, one.high)} {phrases.line(one.item)}" for one in step.amounts)
        )
        told = grade(step.grade, None)
        told.append(f"\n{phrases.counted(len(step.claims), 'claim')}", style="not bold dim")
        if step.denied:
            told.append(f"\n{len(step.denied)} denied", style="red")
        terminal.add(
            table, _when(step.days, step.told), hands, step.kind, amounts, ", ".join(map(phrases.line, step.places)),
            told, step.incident[: phrases.SHORT],
        )  # fmt: skip
    console.print(table)
    console.print()
    console.print("In order", style="bold")
    for line in _path(chain):
        console.print(Text(line), soft_wrap=True)


def _receiver(step: Step) -> str:
    return "(destroyed)" if step.kind == "destroyed" else _parties(step.receiver)


def _path(chain: Chain) -> list[str]:
    """A line a step: when, and through whose hands; what is not told is ``?``."""
    return [
        f"{_when(step.days, step.told):<24} {_parties(step.giver)} ──{step.kind}──▶ {_receiver(step)}"
        for step in chain.steps
    ]


def control(place: str, periods: Sequence[Period], console: "Console") -> None:
    """Prints who is said to have held ``place``, period by period, and a timeline."""
    from rich.text import Text

    table = terminal.grid(f"Control: {phrases.line(place)}")
    table.add_column("from", overflow="fold", max_width=12)
    table.add_column("to", overflow="fold", max_width=12)
    table.add_column("held by", overflow="fold", ratio=3)
    table.add_column("rests on", overflow="fold", ratio=5)
    table.add_column("grade", overflow="fold", min_width=10)
    table.add_column("incident", style="dim", no_wrap=True)
    for one in periods:
        changes = [change for change in (one.began, *one.during, one.ended) if change is not None]
        words = Text("\n").join(Text(_change(change)) for change in changes)
        grades = Text("\n").join(Text(change.grade) for change in changes)
        incidents = "\n".join(change.incident[: phrases.SHORT] for change in changes)
        terminal.add(table, one.first or "not told", one.last or "not told", _holder(one), words, grades, incidents)
    console.print(table)
    console.print()
    for line in _timeline(periods):
        console.print(Text(line), soft_wrap=True)


def _holder(one: Period) -> "str":
    if one.state == "held":
        return _parties(one.holders)
    if one.state == "unknown":
        return "nobody tells"
    return f"{one.state}: {_parties(one.holders)}"


def _change(one: Change) -> str:
    who = {
        "gained": f"{_parties(one.gains)} gain it" + (f" from {_parties(one.loses)}" if one.loses else ""),
        "lost": f"{_parties(one.loses)} lose it",
        "contested": f"{_parties(one.gains)} contest it",
        "besieged": f"{_parties(one.gains)} besiege it",
    }[one.kind]
    return f"{_when(one.days, one.told)}: {who}"


def _timeline(periods: Sequence[Period]) -> list[str]:
    """A line a period, drawn from the first day told to the last.

    An end that nobody tells is open: ``<`` or ``>``, as far as the period beside it.
    """
    dated = [one for one in periods if one.state != "undated"]
    known = [day for one in dated for day in (one.first, one.last) if day is not None]
    if not known:
        return []
    start, end = date.fromisoformat(min(known)), date.fromisoformat(max(known))
    width = max((end - start).days, 1)

    def at(day: str | None, otherwise: int) -> int:
        return otherwise if day is None else (date.fromisoformat(day) - start).days * (_LINE - 1) // width

    lines = [f" {start.isoformat()}{end.isoformat():>{_LINE - 10}}"]
    for place, one in enumerate(dated):
        before = dated[place - 1].last if place else None
        after = dated[place + 1].first if place + 1 < len(dated) else None
        first, last = at(one.first, at(before, 0)), at(one.last, at(after, _LINE - 1))
        left, right = (" " if one.first else "<"), (" " if one.last else ">")
        bar = f"{' ' * first}{left}{_MARKS[one.state] * max(last - first + 1, 1)}{right}"
        lines.append(f"{bar:<{_LINE + 2}} {_holder(one)}")
    return lines


def _parties(parties: Sequence[Party]) -> str:
    return " + ".join(phrases.line(one.name) for one in parties) or "?"


def _when(days: tuple[str, str] | None, told: str | None) -> str:
    if days is None:
        return f"told {told[:10]}" if told else "no date"
    return days[0] if days[0] == days[1] else f"{days[0]} to {days[1]}"
