"""Identifiers that follow from content: the same input always gets the same name."""

import base64
import hashlib

import msgspec

_ENCODER = msgspec.json.Encoder(order="deterministic")
_LENGTH = 12  # base32 characters = 60 bits: about one expected clash in a case of a billion records


def sha256(content: bytes) -> str:
    """The SHA-256 of ``content`` in lower-case hexadecimal (64 characters)."""
    return hashlib.sha256(content).hexdigest()


def content_id(prefix: str, *parts: object) -> str:
    """A short identifier: ``prefix`` and 12 base32 characters of the SHA-256 of ``parts``.

    ``parts`` may be anything msgspec writes as JSON (strings, numbers, ``None``, records, tuples of these).
    """
    digest = hashlib.sha256(_ENCODER.encode(parts)).digest()
    return f"{prefix}-{base64.b32encode(digest).decode().lower()[:_LENGTH]}"
