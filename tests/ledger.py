"""Asks a reading by words instead of identifiers."""

from reportedly.model import Event, Reading, Span, Statement


class Ledger:
    """A reading with its text and its sources at hand."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.document.text
        self.sources = {source.id: source for source in reading.sources}

    def words(self, spans: tuple[Span, ...]) -> str:
        return " ".join(span.of(self.text) for span in spans)

    def said(self, source: str, content: str) -> Statement:
        """The shortest statement by that source whose content holds those words."""
        found = [
            statement
            for statement in self.reading.statements
            if content in self.words(statement.content)
            and statement.source is not None
            and source in self.sources[statement.source].name
        ]
        assert found, f"nothing by {source!r} holds {content!r}"
        return min(found, key=lambda statement: sum(len(span) for span in statement.content))

    def told(self, family: str, trigger: str, filler: str = "") -> Event:
        """The first event of that family with a mention of that word, and with ``filler`` in one of its roles."""
        found = [
            event
            for event in self.reading.events
            if event.family == family
            and any(trigger in span.of(self.text) for span in event.mentions)
            and any(filler in role.name for role in event.roles)
        ]
        assert found, f"no {family} at {trigger!r}"
        return found[0]


def fillers(event: Event, role: str) -> str:
    """The names in that role."""
    return " | ".join(part.name for part in event.roles if part.role == role)
