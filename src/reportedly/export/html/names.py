"""What each statement, event and source is called on the page, and how the statements stand to each other.

The page numbers them itself (``S1``, ``E1``, ``O1``): identifiers of readings are long, and a page must not
trust them to be safe in an address.
"""

from dataclasses import dataclass

from reportedly.model import Event, Reading, Source, Span, Statement


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement at its place in the tree: ``depth`` 0 stands in the document's own voice."""

    statement: Statement
    label: str
    depth: int
    at: Span | None
    """The words that stand for it: the first of its cue, source or content; ``None`` where it has none."""


@dataclass(frozen=True, slots=True)
class Names:
    """The page's names for one reading. ``document`` is ``d1`` for the first of the page, and so on."""

    document: str
    statements: tuple[Placed, ...]
    events: tuple[tuple[str, Event], ...]
    sources: dict[str, Source]
    labels: dict[str, str]
    """From the identifier of a statement or event to its label."""
    source_labels: dict[str, str]

    def key(self, label: str) -> str:
        """The identifier of the card, row or class that belongs to ``label``: ``d1s3``."""
        return f"{self.document}{label.lower()}"


def name(reading: Reading, number: int) -> Names:
    """The names for ``reading`` as the ``number``-th document of the page.

    Statements come in the order of the text, each followed by those within it. One that is said to be
    within a statement which is not there, or within itself by a circle, stands at the outermost level.
    """
    placed = _tree(reading.statements)
    events = sorted(reading.events, key=lambda event: event.trigger)
    numbered = tuple((f"E{i}", event) for i, event in enumerate(events, 1))
    return Names(
        document=f"d{number}",
        statements=placed,
        events=numbered,
        sources={source.id: source for source in reading.sources},
        labels={one.statement.id: one.label for one in placed} | {event.id: label for label, event in numbered},
        source_labels={source.id: f"O{i}" for i, source in enumerate(reading.sources, 1)},
    )


def _place(statement: Statement) -> Span | None:
    for spans in (statement.cue, statement.source_spans, statement.content):
        if spans:
            return min(spans)
    return None


def _tree(statements: tuple[Statement, ...]) -> tuple[Placed, ...]:
    known = {one.id for one in statements}
    far = max((at.end for one in statements if (at := _place(one))), default=0)
    ordered = sorted(statements, key=lambda one: _place(one) or Span(far, far))
    below: dict[str, list[Statement]] = {}
    roots: list[Statement] = []
    for one in ordered:
        if one.within in known and one.within != one.id:
            below.setdefault(str(one.within), []).append(one)
        else:
            roots.append(one)
    found: dict[str, tuple[Statement, int]] = {}
    # The ordered list comes last: it reaches only those that a circle keeps away from every root.
    for root in (*roots, *ordered):
        waiting = [(root, 0)]
        while waiting:
            one, depth = waiting.pop()
            if one.id not in found:
                found[one.id] = (one, depth)
                waiting.extend((child, depth + 1) for child in reversed(below.get(one.id, [])))
    return tuple(
        Placed(statement=one, label=f"S{i}", depth=depth, at=_place(one))
        for i, (one, depth) in enumerate(found.values(), 1)
    )
