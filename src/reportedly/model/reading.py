"""What was read from one document."""

from bisect import bisect_right
from typing import Any

import msgspec

from reportedly.model._record import Record, Span
from reportedly.model.document import Document
from reportedly.model.event import Claim, Event
from reportedly.model.mention import Mentions
from reportedly.model.source import Source
from reportedly.model.statement import Statement


class RunInfo(Record, frozen=True):
    """What a reading was made with: versions and content hashes, so that it can be made again."""

    version: str
    model: str
    ontology: str
    gazetteer: str
    rules: str


class Reading(Record, frozen=True):
    """The ledger of one document. All identifiers refer within the reading; spans count in ``document.text``.

    ``sentences`` are those of the readable blocks, in order.
    """

    document: Document
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    mentions: Mentions
    run: RunInfo
    sentences: tuple[Span, ...] = ()

    def sentence(self, span: Span) -> Span:
        """The sentence that ``span`` begins in; ``span`` itself where it stands in none."""
        index = bisect_right(self.sentences, span.start, key=lambda sentence: sentence.start) - 1
        if index >= 0 and span.start < self.sentences[index].end:
            return self.sentences[index]
        return span

    def to_dict(self) -> dict[str, Any]:
        """The reading as plain dictionaries, lists, strings and numbers, in the published shape."""
        data: dict[str, Any] = msgspec.to_builtins(self)
        return data

    def to_json(self) -> bytes:
        """The reading as one line of JSON (UTF-8), the same bytes for the same reading."""
        return msgspec.json.encode(self)

    @staticmethod
    def from_json(data: bytes | str) -> "Reading":
        """The reading that ``to_json`` wrote.

        Raises:
            msgspec.ValidationError: where ``data`` does not have the published shape.
        """
        return msgspec.json.decode(data, type=Reading)
