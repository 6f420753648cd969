"""One incident on the terminal: its claims, origins, copies, contradictions, numbers, grades and judgements."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reportedly.case.dossier import Dossier
from reportedly.export import detail, phrases, terminal
from reportedly.export.incidents import grade as grade_text
from reportedly.export.judgements import judgements
from reportedly.model import Contradiction, Copy, Document, Evidence, Grade, Testimony

if TYPE_CHECKING:
    from rich.console import Console

_AGAIN = 60
"""Characters of words that are shown a second time."""

DocumentOf = Callable[[str], Document]
"""The document with an identifier."""

_BEARINGS = {
    "affirms": "green", "denies": "red", "doubts": "yellow", "cannot-verify": "yellow", "declines": "magenta",
}  # fmt: skip


def render(one: Dossier, document_of: DocumentOf, console: "Console", note: Sequence[str] = ()) -> None:
    """Prints all of ``one``; ``note`` are the paragraphs of an editor's note, shown first."""
    _heading(one, console)
    for paragraph in note:
        console.print()
        console.print(phrases.line(paragraph), markup=False)
    _claims(one, document_of, console)
    _origins(one, document_of, console)
    _contradictions(one, document_of, console)
    _figures(one, console)
    _links(one, console)
    _copies(one.copies, document_of, console)
    _history(one, console)
    if one.judgements:
        console.print()
        judgements(one.judgements, console, title="Judgements on it")


def _heading(one: Dossier, console: "Console") -> None:
    from rich.text import Text

    incident, found = one.incident, one.weighing.grade
    title = Text("Incident ", style="bold").append(phrases.line(incident.type), style="bold")
    console.print(title.append(f" {incident.id}", style="not bold dim"))
    table = detail.facts()
    label = "decided" if found.by else "proposed"
    who = f" by {phrases.line(found.by)}" if found.by else " by the machine"
    then = f", as of {one.as_of}" if one.as_of else ""
    value = grade_text(found.value, None).append(f" ({label}{who}{then}; rule {found.rule})", style="not bold not dim")
    terminal.add(table, "grade", value)
    for ground in found.grounds:
        terminal.add(table, "because", phrases.line(ground))
    for change in found.would_change:
        terminal.add(table, "would change it", phrases.line(change))
    reports = phrases.counted(len({told.document for told in one.testimonies}), "report")
    claims = phrases.counted(len(one.testimonies), "claim")
    terminal.add(table, "rests on", f"{claims} in {reports}, {phrases.counted(len(one.weighing.origins), 'origin')}")
    console.print(table)


def _claims(one: Dossier, document_of: DocumentOf, console: "Console") -> None:
    from rich.text import Text

    console.print()
    table = terminal.grid("Claims, in order of publication")
    table.add_column("id", style="dim", no_wrap=True)
    table.add_column("published", overflow="fold", max_width=10)
    table.add_column("in", overflow="fold", ratio=2)
    table.add_column("who ← carried by", overflow="fold", ratio=3, style="cyan")
    table.add_column("stance", overflow="fold", max_width=13)
    table.add_column("words", overflow="fold", ratio=6)
    for told in one.testimonies:
        stance = terminal.stance_text(told.claim.stance)
        if standing := phrases.standing(told.claim.polarity, told.claim.modality):
            stance.append(f"\n{standing}", style="not bold yellow")
        if credibility := one.weighing.credibility.get(told.claim.id):
            stance.append(f"\ncredibility {credibility.value}", style="dim")
        terminal.add(
            table,
            told.claim.id[: phrases.SHORT],
            phrases.line(told.published.value[:10]) if told.published else "?",
            Text(phrases.line(told.publisher or "publisher not known")).append(
                f"\n{told.document[: phrases.SHORT]}", style="dim"
            ),
            chain(told),
            stance,
            f"“{phrases.line(told.quote)}”",
        )
    console.print(table)
    console.print("credibility: Admiralty, 2 probably true to 6 cannot be judged; 1 is left to people", style="dim")


def chain(told: Testimony) -> str:
    """``two residents (unnamed) ← Northern Monitor``; the report itself where it speaks in its own voice."""
    names = []
    for voice in told.chain:
        stance = "" if voice.statement.stance == "affirms" else f" {voice.statement.stance}"
        names.append(f"{phrases.speaker(voice.source)}{stance}")
    return " ← ".join(names) or "the report itself"


def _links(one: Dossier, console: "Console") -> None:
    if not one.links:
        return
    told = {each.event.id: each for each in reversed(one.testimonies)}
    console.print()
    table = terminal.grid("Why these are held to be one happening")
    table.add_column("what is told", overflow="fold", ratio=3)
    table.add_column("and", overflow="fold", ratio=3)
    table.add_column("score", justify="right", no_wrap=True)
    table.add_column("grounds, for and against", overflow="fold", ratio=5)
    for link in one.links:
        grounds = [f"{reason.kind} {reason.weight:+.1f} ({phrases.line(reason.detail)})" for reason in link.reasons]
        terminal.add(
            table, *(_briefly(told[event]) for event in (link.a, link.b)), f"{link.score:+.1f}", ", ".join(grounds)
        )
    console.print(table)
    console.print(
        "score: log-odds, the prior included; below 0 only their group, or a judgement, holds them", style="dim"
    )


def _briefly(told: Testimony) -> str:
    return f"“{phrases.shortened(told.quote, _AGAIN)}” ({told.document[: phrases.SHORT]})"


def _origins(one: Dossier, document_of: DocumentOf, console: "Console") -> None:
    from rich.text import Text

    if not one.weighing.origins:
        return
    console.print()
    table = terminal.grid("Independent origins")
    table.add_column("who", overflow="fold", ratio=3, style="cyan")
    table.add_column("stands", overflow="fold")
    table.add_column("claims", justify="right")
    table.add_column("how found", no_wrap=True)
    table.add_column("words", overflow="fold", ratio=5)
    for origin in one.weighing.origins:
        bearing = Text(origin.bearing, style=_BEARINGS.get(origin.bearing, ""))
        if origin.hedged:
            bearing.append("\nnever plainly", style="yellow")
        name = phrases.line(origin.name) + (" (unnamed)" if origin.anonymous else "")
        words = quoted(origin.evidence[0], document_of) if origin.evidence else ""
        terminal.add(table, name, bearing, str(len(origin.claims)), phrases.line(origin.rule), words)
    console.print(table)


def _contradictions(one: Dossier, document_of: DocumentOf, console: "Console") -> None:
    from rich.text import Text

    found = one.weighing.contradictions
    if not found:
        return
    console.print()
    table = terminal.grid("What cannot both be true")
    table.add_column("about", overflow="fold", max_width=16)
    table.add_column("one", overflow="fold", ratio=1)
    table.add_column("the other", overflow="fold", ratio=1)
    seen: set[Evidence] = set()
    for each in found:
        about = Text(each.kind, style="dim" if each.superseded else "bold red")
        if each.kind != "denial":
            about.append(f"\n{phrases.line(each.detail)}", style="not bold not red")
        if each.superseded:
            about.append("\nsince corrected", style="not bold")
        terminal.add(table, about, *(_side(each, side, document_of, seen) for side in (0, 1)))
    console.print(table)


def _side(each: Contradiction, side: int, document_of: DocumentOf, seen: set[Evidence]) -> str:
    """Who says it, in which words; what has been quoted in full above is shortened."""
    evidence = each.evidence[side]
    words = quoted(evidence, document_of, _AGAIN if evidence in seen else None)
    seen.add(evidence)
    return f"{phrases.line(each.voices[side])}: {words}"


def quoted(evidence: Evidence, document_of: DocumentOf, limit: int | None = None) -> str:
    """The words of ``evidence`` in quotation marks, with the beginning of their document's identifier."""
    words = phrases.shortened(evidence.span.of(document_of(evidence.document).text), limit)
    return f"“{words}” ({evidence.document[: phrases.SHORT]})"


def _figures(one: Dossier, console: "Console") -> None:
    if not one.figures:
        return
    console.print()
    table = terminal.grid("Numbers that differ")
    table.add_column("how many", overflow="fold", ratio=2)
    table.add_column("who says so", overflow="fold", ratio=4)
    table.add_column("likely", justify="right", overflow="fold")
    for figures in one.figures:
        chances = {each.value: f"{each.probability:.2f}" for each in figures.finding.alternatives}
        for number, value in enumerate(dict.fromkeys(figure.value for figure in figures.told)):
            who = dict.fromkeys(phrases.line(figure.origin) for figure in figures.told if figure.value == value)
            of = f"{phrases.line(figures.of)}: " if number == 0 else "  "
            terminal.add(table, f"{of}{value}", ", ".join(who), chances.get(value, "since replaced"))
    console.print(table)
    console.print(
        "likely: truth discovery over these origins alone; it knows no more than the list beside it", style="dim"
    )


def _copies(copies: Sequence[Copy], document_of: DocumentOf, console: "Console") -> None:
    from rich.text import Text

    if not copies:
        return
    console.print()
    table = terminal.grid("Copied words")
    table.add_column("from", overflow="fold", ratio=3)
    table.add_column("to", overflow="fold", ratio=3)
    table.add_column("kind", overflow="fold")
    table.add_column("how much", overflow="fold", ratio=3)
    for copy in copies:
        first, second = (_titled(document_of(name)) for name in (copy.first, copy.second))
        kind = Text(copy.kind)
        if not copy.directed:
            kind.append("\nwhich came first is not known", style="dim")
        share = f"{copy.of_first:.0%} of the first, {copy.of_second:.0%} of the second"
        terminal.add(table, first, second, kind, share)
    console.print(table)


def _titled(document: Document) -> str:
    title = phrases.line(document.title or phrases.opening(document.text))
    published = document.published.value[:10] if document.published else "no date"
    outlet = phrases.line(document.publisher or "publisher not known")
    return f"{outlet}, {published}: {title} ({document.id[: phrases.SHORT]})"


def _history(one: Dossier, console: "Console") -> None:
    console.print()
    table = terminal.grid("How the grade came about", expand=False)
    table.add_column("with what was published by", overflow="fold")
    table.add_column("grade", overflow="fold")
    table.add_column("rule", overflow="fold")
    for grade in one.history:
        terminal.add(table, _at(grade), grade_text(grade.value, grade.by), phrases.line(grade.rule))
    console.print(table)


def _at(grade: Grade) -> str:
    if grade.by is not None:
        return "(a person's decision)"
    return phrases.line(grade.as_of) if grade.as_of else "(reports without a date)"
