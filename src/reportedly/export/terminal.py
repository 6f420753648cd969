"""A reading on the terminal: its heading, its statements as a tree, its events."""

from typing import TYPE_CHECKING, get_args

from reportedly.export import phrases
from reportedly.model import Event, Reading, Stance, Statement

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

WIDE = 120
"""From this many columns on, every detail of an event has a column of its own."""

STANCES: dict[str, str] = {
    "affirms": "green",
    "corroborates": "green",
    "denies": "red",
    "doubts": "yellow",
    "cannot-verify": "yellow",
    "declines": "magenta",
    "questions": "yellow",
    "intends": "blue",
    "predicts": "blue",
}


def render(reading: Reading, console: "Console", *, known_types: frozenset[str] | None = None) -> None:
    """Prints ``reading`` on ``console``: heading, statements nested by who carries whom, events.

    In a terminal long contents are shortened, with `` …`` where they are; into a file or pipe they go in
    full. Event types outside ``known_types``, where that is given, are marked as unknown.
    """
    heading(reading, console)
    body(reading, console, known_types=known_types)


def body(reading: Reading, console: "Console", *, known_types: frozenset[str] | None = None) -> None:
    """Prints the statements and events of ``reading``, or that there are none."""
    if reading.statements:
        console.print()
        console.print(statements(reading, console))
    if reading.events:
        console.print()
        console.print(events(reading, console, known_types))
    if not reading.statements and not reading.events:
        console.print()
        console.print("Nobody is found to say anything here, and nothing to have happened.", style="dim")


def heading(reading: Reading, console: "Console") -> None:
    """Prints what document this is: title, publisher, time of publication and how it is known, address,
    capture.
    """
    from rich.text import Text

    document = reading.document
    console.print(Text(phrases.line(document.title or phrases.opening(document.text)), style="bold"))
    names = (document.publisher or "publisher not known", *document.authors)
    console.print(Text(f"{' · '.join(map(phrases.line, names))} · {phrases.published(document.published)}"))
    if document.url:
        console.print(Text(phrases.line(document.url), style="dim"))
    if document.capture:
        taken = document.capture
        console.print(
            Text(
                f"{document.id} · {phrases.counted(taken.size, 'byte')} of {phrases.line(taken.origin)}, "
                f"SHA-256 {taken.sha256[:12]}…",
                style="dim",
            )
        )
    unread = sum(block.kind == "boilerplate" for block in document.blocks)
    parts = [
        phrases.counted(len(document.blocks), "block") + (f" ({unread} boilerplate)" if unread else ""),
        phrases.counted(len(reading.sources), "source"),
        phrases.counted(len(reading.statements), "statement"),
        phrases.counted(len(reading.events), "event"),
    ]
    console.print(Text(" · ".join(parts), style="dim"))


def grid(title: str, *, expand: bool = True) -> "Table":
    """An empty table in the style of all tables here: no frame, a line under the head.

    Where it has columns with a ratio it must ``expand``: only then do they give way before words are cut off.
    """
    from rich import box
    from rich.table import Table

    return Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1),
        header_style="dim",
        collapse_padding=True,
        expand=expand,
        show_edge=False,
    )


def add(table: "Table", *cells: "str | Text") -> None:
    """Adds a row; words of a document are never read as the markup of rich."""
    from rich.text import Text

    table.add_row(*(Text(cell) if isinstance(cell, str) else cell for cell in cells))


def stance_text(stance: str) -> "Text":
    """A stance in its colour; one that this version does not know is said to be unknown."""
    from rich.text import Text

    if stance not in get_args(Stance):
        return Text(f"{phrases.line(stance)} (unknown)", style="dim")
    return Text(stance, style=STANCES.get(stance, ""))


def type_text(kind: str, polarity: str, modality: str, known_types: frozenset[str] | None = None) -> "Text":
    """An event's type, and under it how it is told, where that is not as fact."""
    from rich.text import Text

    text = Text(phrases.line(kind), style="bold")
    if known_types is not None and kind not in known_types:
        text.append(" (unknown type)", style="not bold dim")
    standing = phrases.standing(polarity, modality)
    if standing:
        text.append(f"\n{standing}", style="not bold red" if polarity == "negative" else "not bold yellow")
    return text


def room(console: "Console", share: float, lines: int) -> int | None:
    """How many characters fill ``lines`` lines of a ``share`` of a terminal's width; no limit elsewhere."""
    return max(40, int(console.width * share) * lines) if console.is_terminal else None


def statements(reading: Reading, console: "Console", only: tuple[Statement, ...] | None = None) -> "Table":
    """The statements (or ``only`` some of them) as a table, each under the one that carries it."""
    from rich.text import Text

    text = reading.document.text
    sources = {source.id: source for source in reading.sources}
    contents = {one.id: one.content for one in reading.statements}
    wide = console.width >= 100
    table = grid("Statements")
    table.add_column("id", style="dim", no_wrap=True)
    table.add_column("who", overflow="fold", min_width=12, max_width=max(20, console.width // 4))
    table.add_column("stance", overflow="fold")
    table.add_column("what is said", overflow="fold", ratio=1)
    if wide:
        table.add_column("how", overflow="fold", max_width=10)
        table.add_column("said on", overflow="fold", max_width=14)
    limit = room(console, 0.45, 3)
    for one, depth in nested(reading.statements if only is None else only):
        who = Text(("  " * (depth - 1) + "└ " if depth else ""), style="dim")
        who.append(phrases.speaker(sources.get(one.source or "")), style="not dim cyan")
        what = Text()
        if one.cue:
            what.append(f"{phrases.joined(one.cue, text)}: ", style="italic dim")
        carrier = contents.get(one.within or "")
        if depth and carrier == one.content:
            what.append("the same words", style="dim")
        else:
            what.append(phrases.content(one, text, limit))
        said = phrases.when(one.said, text) if one.said else ""
        if not wide:
            notes = [one.mode, *([f"said {said}"] if said else [])]
            what.append(f" ({', '.join(notes)})", style="dim")
        more = [one.mode, said] if wide else []
        add(table, one.id[: phrases.SHORT], who, stance_text(one.stance), what, *more)
    return table


def nested(statements: tuple[Statement, ...]) -> list[tuple[Statement, int]]:
    """The statements, each followed by those within it, with their depth; a ring of carriers is cut open."""
    ids = {one.id for one in statements}
    children: dict[str | None, list[Statement]] = {}
    for one in statements:
        children.setdefault(one.within if one.within in ids else None, []).append(one)
    found: list[tuple[Statement, int]] = []
    seen: set[str] = set()

    def walk(one: Statement, depth: int) -> None:
        if one.id in seen:
            return
        seen.add(one.id)
        found.append((one, depth))
        for child in children.get(one.id, ()):
            walk(child, depth + 1)

    for one in (*children.get(None, ()), *statements):
        walk(one, 0)
    return found


def events(reading: Reading, console: "Console", known_types: frozenset[str] | None = None) -> "Table":
    """The events as a table; narrower consoles show place, time and numbers in one column."""

    wide = console.width >= WIDE
    table = grid("Events")
    table.add_column("id", style="dim", no_wrap=True)
    longest = max((len(one.type) for one in reading.events), default=0)
    table.add_column("what", overflow="fold", max_width=max(min(longest, 24), 18))
    table.add_column("who → whom", overflow="fold", ratio=2)
    if wide:
        table.add_column("where", overflow="fold", ratio=2)
        table.add_column("when", overflow="fold", max_width=13)
        table.add_column("how many", overflow="fold", ratio=2)
    else:
        table.add_column("where, when, how many", overflow="fold", ratio=2)
    table.add_column("told by", overflow="fold", ratio=2, style="cyan")
    for one in reading.events:
        where = ", ".join(map(phrases.place, one.places))
        when = phrases.when(one.time, reading.document.text) if one.time else ""
        numbers = "\n".join(how_many(one))
        details = [where, when, numbers] if wide else ["\n".join(filter(None, (where, when, numbers)))]
        add(
            table,
            one.id[: phrases.SHORT],
            type_text(one.type, one.polarity, one.modality, known_types),
            phrases.whom(one),
            *details,
            "\n".join(phrases.tellers(reading, one)),
        )
    return table


def how_many(event: Event) -> list[str]:
    """The quantities and casualties of ``event``, a phrase each."""
    return [*map(phrases.quantity, phrases.amounts(event)), *map(phrases.casualty, event.casualties)]
