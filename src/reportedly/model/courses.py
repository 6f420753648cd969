"""What many claims come to: values that differ, the hands that materiel passes through, who held a place when."""

from typing import Literal

from reportedly.model._record import Record

StepKind = Literal["supplied", "transferred", "captured", "lost", "destroyed"]
GapKind = Literal["supplier", "giver", "receiver"]
ChangeKind = Literal["gained", "lost", "contested", "besieged"]
ControlState = Literal["held", "contested", "unknown", "undated"]


class Assertion(Record, frozen=True):
    """A source gives an object a value: a number, a date, or members joined by ``|``, as a string."""

    source: str
    object: str
    value: str


class Alternative(Record, frozen=True):
    """One value that is claimed, with the probability that it is the true one and those who claim it, sorted."""

    value: str
    probability: float
    sources: tuple[str, ...]


class Dependence(Record, frozen=True):
    """That ``source`` rather repeats another than tells of its own knowledge, and which of ``on`` it may repeat.

    Claims alone tell that words go together, seldom which came first: the other may as well repeat this one.
    """

    source: str
    on: tuple[str, ...]
    probability: float


class Finding(Record, frozen=True):
    """The values claimed of an object, the likeliest first.

    Probabilities sum to less than 1: what is missing is the probability that none of the values is true.
    """

    object: str
    alternatives: tuple[Alternative, ...]
    dependences: tuple[Dependence, ...] = ()


class Party(Record, frozen=True):
    """A side. ``actor`` is the ontology's identifier where the name is that of a known actor."""

    name: str
    actor: str | None = None


class Amount(Record, frozen=True):
    """How much of what is told, and by which claims. ``low``/``high`` as in ``Quantity``, ``None`` where open."""

    item: str
    category: str | None
    low: float | None
    high: float | None
    claims: tuple[str, ...]


class Told(Record, frozen=True, kw_only=True):
    """A happening as some claims tell it.

    ``days`` are the first and last day (ISO 8601) on which it can have been, ``None`` where not told; ``told`` is
    the first publication. ``claims`` affirm it, ``denied`` deny the incident; ``grade`` is the incident's.
    """

    incident: str
    claims: tuple[str, ...]
    denied: tuple[str, ...]
    grade: str
    days: tuple[str, str] | None
    told: str | None
    places: tuple[str, ...]


class Step(Told, frozen=True):
    """Materiel changes hands, or ends. Empty parties are not told, never supplied by reckoning.

    ``via`` are go-betweens, or those who destroyed it. Steps of one incident tell of different parties.
    """

    id: str
    kind: StepKind
    giver: tuple[Party, ...]
    receiver: tuple[Party, ...]
    via: tuple[Party, ...]
    amounts: tuple[Amount, ...]


class Gap(Record, frozen=True):
    """What a chain of custody leaves open at a step.

    ``supplier``: how ``party`` came by what left its hands; ``giver``: from whom it came; ``receiver``: to whom
    it went.
    """

    kind: GapKind
    step: str
    party: Party | None
    detail: str


class Chain(Record, frozen=True):
    """The steps of what was asked for, in the order of their days, undated ones by publication; and its gaps."""

    asked: str
    steps: tuple[Step, ...]
    gaps: tuple[Gap, ...]


class Change(Told, frozen=True):
    """Control of a place is said to change: who gains it and who loses it; or who contests or besieges it."""

    id: str
    kind: ChangeKind
    gains: tuple[Party, ...]
    loses: tuple[Party, ...]


class Period(Record, frozen=True):
    """Who is said to hold a place, between two days.

    ``first`` and ``last`` are ISO 8601 days, ``None`` where not told. ``unknown``: nothing tells who held it between;
    ``undated``: the change cannot be put in order. ``began`` and ``ended`` are the changes that it rests on, ``during``
    those that leave the holder as it is (sieges, disputes, gains told again).
    """

    state: ControlState
    holders: tuple[Party, ...]
    first: str | None
    last: str | None
    began: Change | None = None
    ended: Change | None = None
    during: tuple[Change, ...] = ()
