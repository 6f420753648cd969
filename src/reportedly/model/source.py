"""Who speaks."""

from typing import Literal

from reportedly.model._record import Record, Span

SourceKind = Literal["person", "organisation", "outlet", "account", "group", "document", "unnamed"]


class Source(Record, frozen=True):
    """A speaker in one document, with every mention of it.

    ``name`` is the fullest name the document gives ("Mustafa Bali", never "he"); for unnamed sources the words that
    describe them ("area residents"). ``anonymous`` is true where the document withholds or does not know the name.
    ``actor`` is the ontology's identifier where the source is a known actor or outlet. ``affiliation`` is the body a
    person speaks for. ``resolved`` is false where a pronoun or bare noun could not be led back to anyone safely.
    """

    id: str
    name: str
    kind: SourceKind
    anonymous: bool
    description: str | None = None
    mentions: tuple[Span, ...] = ()
    affiliation: str | None = None
    actor: str | None = None
    resolved: bool = True
