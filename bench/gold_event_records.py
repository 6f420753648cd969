"""The gold of events as records: one passage a line of JSON, spans as code-point ranges of ``text``."""

from pathlib import Path

import msgspec

from reportedly.model import Span
from reportedly.model.event import Modality, Polarity


class GoldRole(msgspec.Struct, frozen=True, kw_only=True):
    """One filler. ``roles`` and ``fillers`` are alternatives, any of which is right; an ``optional`` one may be left
    out."""

    roles: tuple[str, ...]
    fillers: tuple[Span, ...]
    optional: bool = False


class GoldPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Where it happened, by name."""

    name: str
    optional: bool = False


class GoldCount(msgspec.Struct, frozen=True, kw_only=True):
    """A number of casualties (``what`` is their kind) or of things (``what`` is ``None``, ``span`` the phrase).

    ``low`` and ``high`` bound it, ``None`` where it is open; where ``free`` is true any bounds are right.
    """

    what: str | None
    span: Span | None
    low: float | None
    high: float | None
    free: bool = False
    optional: bool = False


class GoldEvent(msgspec.Struct, frozen=True, kw_only=True):
    """One event as annotated.

    ``types`` and ``times`` are alternatives; no time at all is right only where ``times`` is empty. ``None`` for times,
    places or cues leaves them open. ``triggers`` are the mentions, ``spare`` those of them that may be left out.
    ``factuality`` lists what may stand for polarity and modality. An ``optional`` event may be left out.
    """

    types: tuple[str, ...]
    triggers: tuple[Span, ...]
    spare: tuple[Span, ...]
    roles: tuple[GoldRole, ...]
    places: tuple[GoldPlace, ...] | None
    times: tuple[str, ...] | None
    casualties: tuple[GoldCount, ...]
    quantities: tuple[GoldCount, ...]
    factuality: tuple[tuple[Polarity, Modality], ...]
    cues: tuple[Span, ...] | None
    own_voice: bool
    optional: bool = False


class GoldEventPassage(msgspec.Struct, frozen=True, kw_only=True):
    """A passage with every event in it. ``phenomena`` are the constructions it was written to hold."""

    id: str
    style: str
    phenomena: tuple[str, ...]
    published: str
    text: str
    events: tuple[GoldEvent, ...]


def read_event_gold(path: Path) -> tuple[GoldEventPassage, ...]:
    """The passages of a JSON-lines file, in its order.

    Raises:
        msgspec.ValidationError: where a line does not have this shape.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(msgspec.json.decode(line, type=GoldEventPassage) for line in lines)
