"""An event while it is being put together: one telling, with the tokens it rests on."""

from dataclasses import dataclass, field

from reportedly.language import Token
from reportedly.model import Casualty, Modality, Place, Polarity, Quantity, Span, Statement, Time
from reportedly.ontology import EventType

CULPRIT = "culprit"
"""The rule of a telling that says only who did what was told before."""


@dataclass(slots=True, frozen=True)
class Filled:
    """A role with the head token of its filler and the kinds of thing it may be.

    ``owners`` are the actors that the phrase names anywhere ("Turkish jets"); ``side`` is ``regulars`` or
    ``irregulars`` where the noun tells it.
    """

    role: str
    name: str
    actor: str | None
    span: Span
    head: Token
    lemma: str
    kinds: frozenset[str]
    category: str | None
    owners: frozenset[str] = frozenset()
    side: str = ""


@dataclass(slots=True, eq=False)
class Telling:
    """One trigger with everything its clause tells.

    ``definite`` marks a noun that takes up what was told before ("the raid"), ``another`` one that does not ("a second
    raid"), ``empty`` one with nothing told of it. ``absorbed`` are the tellings of casualties that belong to it,
    ``victims`` whom they name: its targets,
    where no other is told. ``carrier`` is the verb that carries a noun ("launched an attack"). ``again`` are the types
    of what a noun that tells nothing by itself may take up.
    """

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
    absorbed: "list[Telling]" = field(default_factory=list)
    definite: bool = False
    headline: bool = False
    casualty: bool = False
    another: bool = False
    empty: bool = False
    victims: list[Filled] = field(default_factory=list)
    carrier: Token | None = None
    again: frozenset[str] = frozenset()

    def of(self, role: str) -> list[Filled]:
        """The fillers of ``role``."""
        return [filled for filled in self.roles if filled.role == role]
