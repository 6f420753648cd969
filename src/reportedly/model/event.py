"""What is told to have happened, and each telling of it."""

from typing import Literal

from reportedly.model._record import Record, Span
from reportedly.model.mention import Place, Quantity
from reportedly.model.statement import Stance
from reportedly.model.time import Time

Polarity = Literal["positive", "negative"]
Modality = Literal["actual", "hedged", "possible", "planned", "hypothetical", "counterfactual"]


class Role(Record, frozen=True):
    """Who or what took which part. ``actor`` is the ontology's identifier where the filler is a known actor."""

    role: str
    name: str
    actor: str | None
    span: Span


class Casualty(Record, frozen=True):
    """People killed, wounded, captured or missing; ``low``/``high`` as in ``Quantity``."""

    kind: Literal["killed", "wounded", "captured", "missing"]
    low: float | None
    high: float | None
    who: str | None
    span: Span


class Event(Record, frozen=True):
    """A concrete happening that the document tells: actual, claimed, denied, planned or threatened.

    ``type`` and ``family`` are identifiers of the ontology. ``trigger`` is the word that names the event; ``mentions``
    are all its triggers in the document. ``statement`` is the innermost statement that tells it, ``None`` where the
    document tells it in its own voice. ``modality_spans`` are the words that carry polarity and modality.
    """

    id: str
    type: str
    family: str
    trigger: Span
    mentions: tuple[Span, ...]
    statement: str | None
    polarity: Polarity
    modality: Modality
    roles: tuple[Role, ...] = ()
    places: tuple[Place, ...] = ()
    time: Time | None = None
    quantities: tuple[Quantity, ...] = ()
    casualties: tuple[Casualty, ...] = ()
    modality_spans: tuple[Span, ...] = ()
    rule: str = ""


class Claim(Record, frozen=True):
    """An event as told through one chain of statements in one document: the unit of evidence.

    ``chain`` holds statement identifiers, the innermost first; empty where the document itself tells it. ``stance``
    is the innermost statement's (``affirms`` for the document's own voice), or that of the statement around it where
    nobody is said to tell the inner one ("denied reports that"). ``trigger`` is the word that names the event, or takes
    up what was told of it ("denied the claim"). ``part``: it denies that the speaker did it, not that it happened
    ("denied any involvement in the attack").
    """

    id: str
    event: str
    chain: tuple[str, ...]
    stance: Stance
    polarity: Polarity
    modality: Modality
    trigger: Span
    part: bool = False
