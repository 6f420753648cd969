"""One attribution: who is said to have said what, in which words, and how they stand to it."""

from typing import Literal

from reportedly.model._record import Record, Span
from reportedly.model.time import Precision

Stance = Literal[
    "affirms", "denies", "doubts", "cannot-verify", "declines", "corroborates", "questions", "intends", "predicts",
]  # fmt: skip
Mode = Literal["direct", "indirect", "mixed"]


class Said(Record, frozen=True):
    """When a statement was made, as the text tells it. ``span`` covers the words; ``value`` is ISO 8601 / TIMEX3."""

    value: str | None
    precision: Precision
    span: Span


class Statement(Record, frozen=True):
    """One attribution. Source, cue and content are spans as in PARC3 (Pareti 2016) and PolNeAR (Newell et al. 2018).

    ``source`` is the ``Source.id``, ``None`` where the text leaves the speaker out ("was quoted as saying").
    ``within`` is the statement whose content carries this one; the outermost carrier is the document's publisher.
    ``stance_spans`` are the words that carry the stance. ``channel`` is the medium named ("Twitter", "a statement").
    ``rule`` names the rule that found it.
    """

    id: str
    source: str | None
    within: str | None
    source_spans: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    mode: Mode
    stance: Stance
    said: Said | None
    channel: str | None
    rule: str
    stance_spans: tuple[Span, ...] = ()
