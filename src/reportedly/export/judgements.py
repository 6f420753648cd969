"""People's judgements on the terminal."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reportedly.case.entries import IncidentEntry
from reportedly.export import phrases, terminal
from reportedly.model import Anchor, Judgement

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_SHOWN = 3
"""Words of each side that a line shows; the others are counted."""

_STATES = {
    "undone": "undone", "waiting": "waiting: nothing is read at these words now", "standing": "",
}  # fmt: skip


def judgements(
    entries: Sequence[Judgement],
    console: "Console",
    *,
    title: str = "Judgements",
    states: Mapping[str, str] | None = None,
) -> None:
    """Prints ``entries`` with what they are about; ``states`` tells of each whether it still stands."""
    from rich.text import Text

    table = terminal.grid(title)
    table.add_column("id", style="dim", no_wrap=True)
    table.add_column("when (UTC), who", overflow="fold", ratio=2)
    table.add_column("what", overflow="fold", ratio=2)
    table.add_column("about", overflow="fold", ratio=4)
    for one in entries:
        who = Text(phrases.line(one.at[:16].replace("T", " "))).append(f"\n{phrases.line(one.author)}", style="cyan")
        what = Text(one.kind, style="bold")
        if state := _STATES.get((states or {}).get(one.id, "standing")):
            what.append(f"\n{state}", style="not bold yellow")
        terminal.add(table, one.id[: phrases.SHORT], who, what, _about(one))
    console.print(table)


def _about(one: Judgement) -> "Text":
    from rich.text import Text

    if one.kind == "reliability":
        text = Text(f"{phrases.line(one.name or '')}: {one.value}")
    elif one.kind == "undo":
        text = Text((one.value or "")[: phrases.SHORT])
    else:
        sides = [_words(side) for side in (one.subject, one.other) if side]
        text = Text(f" {'=' if one.kind == 'same' else '≠'} ".join(sides))
    if one.note:
        text.append(f"\n{phrases.line(one.note)}", style="italic")
    return text


def _words(anchors: Sequence[Anchor]) -> str:
    shown = ", ".join(
        f"“{phrases.line(anchor.words)}” in {anchor.document[: phrases.SHORT]}" for anchor in anchors[:_SHOWN]
    )
    return f"{shown} and {len(anchors) - _SHOWN} more" if len(anchors) > _SHOWN else shown


def change(was: IncidentEntry | None, now: IncidentEntry | None) -> str:
    """What became of an incident: ``i-7pjybp  territory-captured: Contested → Confirmed (by a.person)``."""
    one = now or was
    assert one is not None
    what = f"{one.id[: phrases.SHORT]}  {phrases.line(one.type)}"
    if now is None:
        return f"{what}: no longer an incident of its own"
    grade = now.grade + (f" (by {phrases.line(now.by)})" if now.by else "")
    if was is None:
        return f"{what}: new, {grade}, {phrases.counted(now.claims, 'claim')}"
    parts = [f"{was.grade} → {grade}" if (was.grade, was.by) != (now.grade, now.by) else grade]
    if was.claims != now.claims:
        parts.append(f"{was.claims} → {phrases.counted(now.claims, 'claim')}")
    return f"{what}: {', '.join(parts)}"
