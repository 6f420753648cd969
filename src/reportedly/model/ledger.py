"""What stands above single documents: incidents, origins, grades, and people's judgements."""

from typing import Literal

from reportedly.model._record import Record, Span


class Incident(Record, frozen=True):
    """Claims judged to be of one happening, across documents. ``claims`` are ``Claim.id``s, sorted."""

    id: str
    type: str
    claims: tuple[str, ...]


class Origin(Record, frozen=True):
    """The independent root that a set of claims goes back to: a source, or a capture that others copy."""

    id: str
    name: str
    claims: tuple[str, ...]


class Evidence(Record, frozen=True):
    """Words in a document that a grade rests on."""

    document: str
    span: Span


class Grade(Record, frozen=True):
    """How well a claim or incident holds up as of a time: the grade, the rule that fired and the words behind it.

    ``as_of`` is ISO 8601; only what had been published by then counts.
    """

    subject: str
    value: str
    rule: str
    as_of: str
    evidence: tuple[Evidence, ...] = ()


class Judgement(Record, frozen=True):
    """A person's decision: appended, never overwritten; undone by a further entry.

    ``at`` is UTC, ISO 8601. ``value`` is what the kind needs: a reliability letter, an amended value.
    """

    id: str
    kind: Literal["same", "different", "accept", "amend", "reject", "reliability", "undo"]
    subject: str
    other: str | None
    value: str | None
    author: str
    at: str
