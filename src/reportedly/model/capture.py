"""Bytes as obtained, and where they came from."""

import msgspec

from reportedly.model._record import Record
from reportedly.model.identity import sha256


class Provenance(Record, frozen=True):
    """How the bytes of a document were obtained. Holds no clock value, so that readings stay reproducible.

    ``origin`` is the path, archive or stream as the user named it, with ``#`` and the item inside it (a WARC record,
    a line of a JSON-lines file). ``method`` is ``file``, ``warc``, ``wet``, ``posts``, ``stdin`` or ``text``.
    ``fetched`` is the archive's own statement of when the server answered (ISO 8601, UTC), where there is one.
    """

    sha256: str
    size: int
    origin: str
    method: str
    media_type: str
    url: str | None = None
    fetched: str | None = None


class Capture(Record, frozen=True):
    """Bytes as obtained; never changed.

    ``obtained`` is the UTC time (ISO 8601, seconds) at which this program took the bytes in. ``fields`` keeps what
    came beside them: HTTP headers of an archive record, the unknown fields of a post (as JSON text).
    """

    provenance: Provenance
    obtained: str
    content: bytes
    fields: dict[str, str] = msgspec.field(default_factory=dict)

    @classmethod
    def of(
        cls, content: bytes, *, origin: str, method: str, media_type: str, obtained: str, url: str | None = None,
        fetched: str | None = None, fields: dict[str, str] | None = None,
    ) -> "Capture":  # fmt: skip
        """A capture of ``content`` with its hash and size computed."""
        provenance = Provenance(
            sha256=sha256(content), size=len(content), origin=origin, method=method, media_type=media_type, url=url,
            fetched=fetched,
        )  # fmt: skip
        return cls(provenance=provenance, obtained=obtained, content=content, fields=fields or {})


class Skipped(Record, frozen=True):
    """An item that could not be taken further: named, with the step and the reason. Nothing is lost in silence.

    ``reason`` is a short stable phrase ("empty file", "not text", "truncated gzip"); ``detail`` says more.
    """

    item: str
    stage: str
    reason: str
    detail: str = ""
    sha256: str | None = None
