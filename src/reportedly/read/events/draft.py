"""An event while it is being put together: one telling, with the tokens it rests on."""

from dataclasses import dataclass, field

from reportedly.language import Token
from reportedly.model import Casualty, Modality, Place, Polarity, Quantity, Span, Statement, Time
from reportedly.ontology import EventType


@dataclass(slots=True, frozen=True)
class Filled:
    """A role with the head token of its filler and the kinds of thing it may be."""

    role: str
    name: str
    actor: str | None
    span: Span
    head: Token
    lemma: str
    kinds: frozenset[str]
    category: str | None


@dataclass(slots=True)
class Telling:
    """One trigger with everything its clause tells."""

    token: Token
    trigger: Span
    type: EventType
    rule: str
    statement: Statement | None
    polarity: Polarity
    modality: Modality
    modality_spans: tuple[Span, ...]
    roles: list[Filled]
    places: tuple[Place, ...]
    time: Time | None
    quantities: tuple[Quantity, ...]
    casualties: tuple[Casualty, ...]
    absorbed: list[Span] = field(default_factory=list)
    definite: bool = False
    headline: bool = False
    casualty: bool = False

    def of(self, role: str) -> list[Filled]:
        """The fillers of ``role``."""
        return [filled for filled in self.roles if filled.role == role]
