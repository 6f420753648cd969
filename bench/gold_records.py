"""The gold of attribution as records: one passage a line of JSON, spans as code-point ranges of ``text``."""

from pathlib import Path

import msgspec

from reportedly.model import Span
from reportedly.model.source import SourceKind
from reportedly.model.statement import Mode, Said, Stance


class GoldSource(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker; one ``name`` is one speaker in a passage. ``resolved`` is false for a pronoun that leads nowhere."""

    name: str
    kind: SourceKind
    anonymous: bool
    resolved: bool = True


class GoldStatement(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution as annotated. ``within`` is the ``id`` of the statement whose content carries this one."""

    id: str
    source_spans: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    mode: Mode
    stance: Stance
    within: str | None
    source: GoldSource | None
    channel: str | None
    said: Said | None


class GoldPassage(msgspec.Struct, frozen=True, kw_only=True):
    """A passage with every statement in it. ``phenomena`` are the constructions it was written to hold."""

    id: str
    style: str
    phenomena: tuple[str, ...]
    published: str
    text: str
    statements: tuple[GoldStatement, ...]


def read_gold(path: Path) -> tuple[GoldPassage, ...]:
    """The passages of a JSON-lines file, in its order.

    Raises:
        msgspec.ValidationError: where a line does not have this shape.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(msgspec.json.decode(line, type=GoldPassage) for line in lines)
