"""One thing of a case in full on the terminal: with its words in context and the chain that carries it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reportedly.case import Acquisition
from reportedly.export import context, phrases, terminal
from reportedly.model import READABLE, Claim, Event, Reading, Source, Span, Statement

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text
    from rich.tree import Tree


def document(
    reading: Reading,
    custody: Sequence[Acquisition],
    console: "Console",
    *,
    known_types: frozenset[str] | None = None,
) -> None:
    """Prints a document: its heading, where and when its bytes were obtained, its text, what was read.

    In colour the words that name sources, cues and events stand out in the text; without colour it is left
    plain.
    """
    terminal.heading(reading, console)
    table = facts()
    for taken in custody:
        given = taken.provenance
        fetched = f", fetched {given.fetched}" if given.fetched else ""
        where = f"{taken.obtained} from {given.origin} ({given.method}, {given.media_type}{fetched})"
        terminal.add(table, "obtained", phrases.line(where))
    run = reading.run
    versions = (
        f"{run.version}, model {run.model}, ontology {run.ontology}, gazetteer {run.gazetteer}, rules {run.rules}"
    )
    terminal.add(table, "read with", phrases.line(versions))
    console.print(table)
    marks = [
        context.source_mark(tuple(span for one in reading.statements for span in one.source_spans)),
        context.cue_mark(tuple(span for one in reading.statements for span in one.cue)),
        context.trigger_mark(tuple(span for one in reading.events for span in one.mentions)),
    ]
    if console.color_system is None:
        marks = []
    blocks = facts()
    for block in reading.document.blocks:
        shown = context.highlighted(reading.document.text, block.span, marks, brackets=False)
        if block.kind not in READABLE:
            shown.stylize("dim")
        terminal.add(blocks, block.kind, shown)
    console.print()
    console.print(blocks)
    if marks and reading.statements:
        console.print(context.legend(marks, brackets=False))
    terminal.body(reading, console, known_types=known_types)


def statement(reading: Reading, one: Statement, console: "Console") -> None:
    """Prints a statement: who says what, its words, its chain up to the publisher, and the bytes it stands
    in.
    """
    sources = {source.id: source for source in reading.sources}
    who = sources.get(one.source or "")
    text = reading.document.text
    _title(console, "Statement", one.id)
    table = facts()
    terminal.add(table, "who", _who(who))
    terminal.add(table, "stance", terminal.stance_text(one.stance))
    terminal.add(table, "mode", one.mode)
    if one.said:
        words = phrases.line(one.said.span.of(text))
        terminal.add(table, "said", f"{phrases.when(one.said, text)} ({one.said.precision}, from “{words}”)")
    if one.channel:
        terminal.add(table, "channel", phrases.line(one.channel))
    terminal.add(table, "rule", phrases.line(one.rule))
    console.print(table)
    marks = [
        context.source_mark(one.source_spans),
        context.cue_mark(one.cue),
        context.content_mark(one.content),
    ]
    words_of(reading, marks, console)
    console.print()
    console.print(tree(reading, one.id))
    whence(reading, (*one.source_spans, *one.cue, *one.content), console)


def event(reading: Reading, one: Event, console: "Console", *, known_types: frozenset[str] | None = None) -> None:
    """Prints an event: its type and standing, roles, places, time, numbers, its words, and who tells it."""
    text = reading.document.text
    _title(console, "Event", one.id)
    table = facts()
    kind = terminal.type_text(one.type, "positive", "actual", known_types)
    if one.family != one.type:
        kind.append(f" (a kind of {phrases.line(one.family)})", style="not bold")
    terminal.add(table, "what", kind)
    how = ", ".join(phrases.line(span.of(text)) for span in one.modality_spans)
    standing = phrases.standing(one.polarity, one.modality) or "as fact"
    terminal.add(table, "told as", standing + (f" (“{how}”)" if how else ""))
    for role in one.roles:
        actor = f" = {phrases.line(role.actor)}" if role.actor else ""
        terminal.add(table, phrases.line(role.role), f"{phrases.line(role.name)}{actor}")
    for place in one.places:
        matched = f" = {phrases.line(place.matched)}" if place.matched and place.matched != place.name else ""
        within = ", ".join(phrases.line(part) for part in (place.admin1, place.country) if part)
        parts = [f"{phrases.place(place)}{matched}", within, phrases.coordinates(place)]
        terminal.add(table, "where", " · ".join(filter(None, parts)))
    if one.time:
        words = phrases.line(one.time.span.of(text))
        terminal.add(table, "when", f"{phrases.when(one.time, text)} ({one.time.precision}, from “{words}”)")
    for quantity in phrases.amounts(one):
        category = f" ({phrases.line(quantity.category)})" if quantity.category else ""
        terminal.add(table, "how many", f"{phrases.quantity(quantity)}{category}")
    for casualty in one.casualties:
        terminal.add(table, "casualties", phrases.casualty(casualty))
    terminal.add(table, "told by", "\n".join(phrases.tellers(reading, one)))
    terminal.add(table, "rule", phrases.line(one.rule))
    console.print(table)
    carriers = phrases.chain(reading, one.statement)
    marks = [context.trigger_mark(one.mentions or (one.trigger,)), context.detail_mark(_details(one))]
    if carriers:
        marks.append(context.source_mark(carriers[0].source_spans))
        marks.append(context.cue_mark(carriers[0].cue))
        marks.append(context.content_mark(carriers[0].content))
    words_of(reading, marks, console)
    console.print()
    console.print(tree(reading, one.statement, leaf=phrases.line(one.type)))
    whence(reading, one.mentions or (one.trigger,), console)


def claim(reading: Reading, one: Claim, console: "Console", *, known_types: frozenset[str] | None = None) -> None:
    """Prints a claim: what its chain says of the event, then the event."""
    _title(console, "Claim", one.id)
    table = facts()
    terminal.add(table, "stance", terminal.stance_text(one.stance))
    terminal.add(table, "told as", phrases.standing(one.polarity, one.modality) or "as fact")
    terminal.add(table, "chain", " ← ".join(one.chain) or "the document itself")
    console.print(table)
    console.print()
    for told in reading.events:
        if told.id == one.event:
            event(reading, told, console, known_types=known_types)


def source(reading: Reading, one: Source, console: "Console") -> None:
    """Prints a source: its name, description and mentions in context, and all that it says."""
    _title(console, "Source", one.id)
    table = facts()
    terminal.add(table, "name", _who(one))
    terminal.add(table, "kind", phrases.line(one.kind))
    for label, value in (
        ("described as", one.description),
        ("speaks for", one.affiliation),
        ("actor", one.actor),
    ):
        if value:
            terminal.add(table, label, phrases.line(value))
    if not one.resolved:
        terminal.add(table, "note", "could not be led back to anyone named")
    console.print(table)
    words_of(reading, [context.source_mark(one.mentions)], console)
    said = tuple(told for told in reading.statements if told.source == one.id)
    if said:
        console.print()
        console.print(terminal.statements(reading, console, only=said))
    whence(reading, one.mentions, console)


def facts() -> "Table":
    """An empty table of two columns: what, and its value."""
    from rich.table import Table

    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    return table


def words_of(reading: Reading, marks: list[context.Mark], console: "Console") -> None:
    """Prints the words that ``marks`` cover in their blocks, with a legend."""
    spans = tuple(span for mark in marks for span in mark.spans)
    if not spans:
        return
    brackets = console.color_system is None
    console.print()
    for window in context.windows(reading.document, spans):
        console.print(context.highlighted(reading.document.text, window, marks, brackets=brackets))
    console.print(context.legend(marks, brackets=brackets))


def tree(reading: Reading, statement: str | None, leaf: str = "") -> "Tree":
    """The chain of carriers from the publisher down to ``statement``, with ``leaf`` under it."""
    from rich.text import Text
    from rich.tree import Tree

    document = reading.document
    sources = {one.id: one for one in reading.sources}
    publisher = phrases.line(document.publisher or "publisher not known")
    top = Text(f"{publisher} publishes, {phrases.published(document.published)}")
    root = Tree(top, guide_style="dim")
    branch = root
    for one in reversed(phrases.chain(reading, statement)):
        label = Text(phrases.speaker(sources.get(one.source or "")), style="cyan")
        label.append(" · ", style="not bold dim").append_text(terminal.stance_text(one.stance))
        notes = [f"“{phrases.joined(one.cue, document.text)}”"] if one.cue else []
        notes.append(one.mode)
        notes.extend([f"said {phrases.when(one.said, document.text)}"] if one.said else [])
        label.append(f" · {' · '.join(notes)} · {one.id[: phrases.SHORT]}", style="dim")
        branch = branch.add(label)
    if leaf:
        branch.add(Text(f"tells: {leaf}", style="bold"))
    return root


def whence(reading: Reading, spans: Iterable[Span], console: "Console") -> None:
    """Prints where the words stand: the document, the bytes of its capture, and where these were obtained."""
    document = reading.document
    table = facts()
    title = f" {phrases.line(document.title)}" if document.title else ""
    terminal.add(table, "document", f"{document.id}{title}")
    if document.url:
        terminal.add(table, "address", phrases.line(document.url))
    found = list(spans)
    if found:
        whole = Span(min(span.start for span in found), max(span.end for span in found))
        terminal.add(table, "characters", f"{whole.start}–{whole.end} of the text")
        ranges = document.source_of(whole)
        terminal.add(
            table,
            "bytes",
            f"{ranges.start}–{ranges.end} of the capture" if ranges else "not aligned with the capture",
        )
    if document.capture:
        terminal.add(table, "capture", f"SHA-256 {document.capture.sha256}")
        terminal.add(table, "obtained from", f"{phrases.line(document.capture.origin)} ({document.capture.method})")
    console.print()
    console.print(table)


def _title(console: "Console", kind: str, one: str) -> None:
    from rich.text import Text

    console.print(Text(f"{kind} {one}", style="bold"))


def _who(one: Source | None) -> "Text":
    from rich.text import Text

    text = Text(phrases.speaker(one), style="cyan")
    if one is not None:
        words = [one.description] if one.description and one.description != one.name else []
        words += [f"for {one.affiliation}"] if one.affiliation else []
        if words:
            text.append(f" · {phrases.line(', '.join(words))} · {one.id}", style="not bold dim")
    return text


def _details(one: Event) -> tuple[Span, ...]:
    spans = [role.span for role in one.roles]
    spans += [place.span for place in one.places]
    spans += [one.time.span] if one.time else []
    spans += [quantity.span for quantity in one.quantities]
    spans += [casualty.span for casualty in one.casualties]
    return tuple(sorted(set(spans)))
