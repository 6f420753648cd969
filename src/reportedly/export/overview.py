"""A case on the terminal: its lists, and what it holds in numbers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.case import Case, DocumentEntry, EventEntry, Hit, StatementEntry, Summary
from reportedly.export import context, detail, phrases, terminal
from reportedly.model import Span

if TYPE_CHECKING:
    from rich.console import Console

_WIDE = 100
"""From this many columns on, statements and events name their document."""

_SPEAKERS = 15
_TYPES = 20
_SKIPPED = 20


def lists(case: Case, console: "Console", limit: int | None, *, known_types: frozenset[str] | None = None) -> None:
    """Prints the first ``limit`` documents, statements and events of ``case``, and how many more there
    are.
    """
    summary = case.summary()
    documents(list(case.documents(limit)), summary.documents, console)
    statements(list(case.statements(limit=limit)), summary.statements, console)
    events(list(case.events(limit=limit)), summary.events, console, known_types)


def documents(entries: Sequence[DocumentEntry], total: int, console: "Console") -> None:
    """Prints documents by time of publication."""

    table = terminal.grid("Documents")
    table.add_column("id", style="dim", no_wrap=True)
    table.add_column("published", overflow="fold", max_width=12)
    table.add_column("publisher", overflow="fold", ratio=1)
    table.add_column("title", overflow="fold", ratio=3)
    table.add_column("statements", justify="right", overflow="fold")
    table.add_column("events", justify="right", overflow="fold")
    for one in entries:
        date = phrases.line(one.published or "?")
        terminal.add(
            table,
            one.id[: phrases.SHORT],
            date[:10],
            phrases.line(one.publisher or "not known"),
            phrases.line(one.title or phrases.opening(one.opening)),
            str(one.statements),
            str(one.events),
        )
    console.print(table)
    _more(len(entries), total, "document", console)


def statements(entries: Sequence[StatementEntry], total: int, console: "Console") -> None:
    """Prints statements in the order of their documents."""
    from rich.text import Text

    if not total:
        return
    wide = console.width >= _WIDE
    table = terminal.grid("Statements")
    table.add_column("id", style="dim", no_wrap=True)
    if wide:
        table.add_column("in", style="dim", no_wrap=True)
    table.add_column("who", overflow="fold", min_width=12, max_width=max(20, console.width // 5), style="cyan")
    table.add_column("stance", overflow="fold")
    table.add_column("what is said", overflow="fold", ratio=1)
    limit = terminal.room(console, 0.4, 2)
    for one in entries:
        what = Text(f"{phrases.line(one.cue)}: " if one.cue else "", style="italic dim")
        what.append(phrases.shortened(one.content, limit), style="not italic not dim")
        if phrases.dated(one.said):
            what.append(f" (said {phrases.dated(one.said)})", style="not italic")
        who = Text(phrases.line(one.name or "not named") + (" (unnamed)" if one.anonymous else ""))
        if one.within:
            who.append(f" within {one.within[: phrases.SHORT]}", style="not bold dim")
        terminal.add(
            table,
            one.id[: phrases.SHORT],
            *([one.document[: phrases.SHORT]] if wide else []),
            who,
            terminal.stance_text(one.stance),
            what,
        )
    console.print()
    console.print(table)
    _more(len(entries), total, "statement", console)


def events(
    entries: Sequence[EventEntry], total: int, console: "Console", known_types: frozenset[str] | None = None
) -> None:
    """Prints events in the order of their documents."""
    from rich.text import Text

    if not total:
        return
    wide = console.width >= _WIDE
    table = terminal.grid("Events")
    table.add_column("id", style="dim", no_wrap=True)
    if wide:
        table.add_column("in", style="dim", no_wrap=True)
    longest = max((len(one.type) for one in entries), default=0)
    table.add_column("what", overflow="fold", max_width=max(min(longest, 24), 18))
    table.add_column("who → whom", overflow="fold", ratio=2)
    table.add_column("where, when", overflow="fold", ratio=2)
    table.add_column("told by", overflow="fold", ratio=2, style="cyan")
    for one in entries:
        agents = " + ".join(phrases.line(role.name) for role in one.roles if role.role == "agent")
        others = " + ".join(phrases.line(role.name) for role in one.roles if role.role != "agent")
        whom = f"{agents or '?'} → {others}" if others else agents
        where = ", ".join(map(phrases.line, one.places))
        stance = f" {one.stance}" if one.stance not in (None, "affirms") else ""
        teller = (one.name or "not named") if one.statement else "the document itself"
        terminal.add(
            table,
            one.id[: phrases.SHORT],
            *([one.document[: phrases.SHORT]] if wide else []),
            terminal.type_text(one.type, one.polarity, one.modality, known_types),
            whom,
            Text("\n".join(filter(None, (where, phrases.dated(one.time))))),
            Text(f"{phrases.line(teller)}{stance}"),
        )
    console.print()
    console.print(table)
    _more(len(entries), total, "event", console)


def hits(found: Sequence[Hit], console: "Console") -> None:
    """Prints what a search found, the words in bold (in brackets where there is no colour)."""

    brackets = console.color_system is None
    table = terminal.grid("Found")
    table.add_column("id", style="dim", no_wrap=True)
    table.add_column("kind")
    table.add_column("in", overflow="fold", max_width=max(20, console.width // 4), style="cyan")
    table.add_column("words", overflow="fold", ratio=1)
    for one in found:
        base = one.context.start
        spans = [Span(span.start - base, span.end - base) for span in one.spans if span in one.context]
        mark = context.Mark("found", "bold", ("*", "*"), tuple(spans))
        whole = Span(0, len(one.snippet))
        words = context.highlighted(one.snippet.replace("\n", " "), whole, [mark], brackets=brackets)
        terminal.add(table, one.id[: phrases.SHORT], one.kind, phrases.line(one.heading or "not named"), words)
    console.print(table)


def summary(case: Case, console: "Console") -> None:
    """Prints what is in ``case`` in numbers: sources, publishers, time span, types, skipped items,
    versions.
    """
    from rich.text import Text

    found = case.summary()
    console.print(Text(str(case.path), style="bold"))
    table = detail.facts()
    dates = "–" if found.published is None else _span(found.published)
    undated = f", {phrases.counted(found.undated, 'document')} without a date" if found.undated else ""
    terminal.add(table, "documents", f"{found.documents:,}")
    terminal.add(table, "published", dates + undated)
    terminal.add(table, "statements", f"{found.statements:,} by {phrases.counted(len(found.speakers), 'source')}")
    if found.stances:
        terminal.add(table, "stances", _tally(found.stances))
        terminal.add(table, "modes", _tally(found.modes))
    terminal.add(table, "events", f"{found.events:,} in {phrases.counted(found.claims, 'claim')}")
    if found.happened:
        terminal.add(table, "told of", _span(found.happened))
    terminal.add(table, "captures", f"{found.captures:,}, {found.size:,} bytes (kept in {found.stored:,})")
    terminal.add(table, "skipped", phrases.counted(found.skipped, "item"))
    console.print(table)
    _publishers(found, console)
    _speakers(found, console)
    _types(found, console)
    _skipped(found, console)
    _runs(found, console)


def _publishers(found: Summary, console: "Console") -> None:

    if not found.publishers:
        return
    table = terminal.grid("Publishers", expand=False)
    table.add_column("name", overflow="fold")
    table.add_column("documents", justify="right")
    for one in found.publishers[:_SPEAKERS]:
        terminal.add(table, phrases.line(one.name or "not known"), f"{one.documents:,}")
    console.print()
    console.print(table)
    _more(min(len(found.publishers), _SPEAKERS), len(found.publishers), "publisher", console)


def _speakers(found: Summary, console: "Console") -> None:

    if not found.speakers:
        return
    table = terminal.grid("Sources", expand=False)
    table.add_column("name", overflow="fold", style="cyan")
    table.add_column("kind")
    table.add_column("documents", justify="right")
    table.add_column("statements", justify="right")
    table.add_column("by stance", overflow="fold")
    for one in found.speakers[:_SPEAKERS]:
        terminal.add(
            table,
            phrases.line(one.name),
            phrases.line(one.kind),
            f"{one.documents:,}",
            f"{one.statements:,}",
            _tally(one.stances),
        )
    console.print()
    console.print(table)
    _more(min(len(found.speakers), _SPEAKERS), len(found.speakers), "source", console)


def _types(found: Summary, console: "Console") -> None:
    if not found.types:
        return
    table = terminal.grid("Event types", expand=False)
    table.add_column("type", overflow="fold")
    table.add_column("events", justify="right")
    table.add_column("said not to have happened", justify="right")
    table.add_column("not told as fact", justify="right")
    for one in found.types[:_TYPES]:
        terminal.add(table, phrases.line(one.type), f"{one.events:,}", f"{one.negative:,}", f"{one.unsure:,}")
    console.print()
    console.print(table)
    _more(min(len(found.types), _TYPES), len(found.types), "type", console)


def _skipped(found: Summary, console: "Console") -> None:
    from rich.text import Text

    if not found.reasons:
        return
    table = terminal.grid("Skipped")
    table.add_column("item", overflow="fold", ratio=2)
    table.add_column("at", overflow="fold")
    table.add_column("why", overflow="fold", ratio=2)
    for one in found.reasons[:_SKIPPED]:
        detailed = f": {one.skipped.detail}" if one.skipped.detail else ""
        note = " (an item of this name is also in the case)" if one.read else ""
        why = Text(phrases.line(f"{one.skipped.reason}{detailed}")).append(note, style="dim")
        terminal.add(table, phrases.line(one.skipped.item), phrases.line(one.skipped.stage), why)
    console.print()
    console.print(table)
    _more(min(len(found.reasons), _SKIPPED), len(found.reasons), "item", console)


def _runs(found: Summary, console: "Console") -> None:
    from rich.text import Text

    if not found.runs:
        return
    table = terminal.grid("Read with", expand=False)
    for name in ("version", "model", "ontology", "gazetteer", "rules"):
        table.add_column(name, overflow="fold")
    table.add_column("documents", justify="right")
    for one in found.runs:
        run = one.run
        values = (run.version, run.model, run.ontology, run.gazetteer, run.rules)
        terminal.add(table, *(Text(phrases.line(value)) for value in values), f"{one.documents:,}")
    console.print()
    console.print(table)


def _tally(counts: dict[str, int]) -> str:
    return ", ".join(f"{number:,} {phrases.line(name)}" for name, number in counts.items())


def _span(ends: tuple[str, str]) -> str:
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def _more(shown: int, total: int, noun: str, console: "Console") -> None:
    if total > shown:
        console.print(f"{phrases.counted(total - shown, f'more {noun}')}", style="dim", highlight=False)
