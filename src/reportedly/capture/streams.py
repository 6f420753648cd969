"""Byte streams that can be looked into before they are read, and gzip that survives damage."""

import io
import zlib
from typing import IO

from reportedly.capture.limits import HEAD

_CHUNK = 64 * 1024
_MAGIC = b"\x1f\x8b\x08"


class Peeked:
    """A stream whose first 64 KiB can be looked at; reading then begins at the start.

    ``head`` holds these bytes. ``at`` counts the bytes handed out.
    """

    def __init__(self, stream: "IO[bytes] | Gunzip") -> None:
        self._stream = stream
        parts: list[bytes] = []
        size = 0
        while size < HEAD and (part := stream.read(HEAD - size)):
            parts.append(part)
            size += len(part)
        self.head = self._buffer = b"".join(parts)
        self.at = 0

    def read(self, size: int) -> bytes:
        """Up to ``size`` bytes, fewer only at the end."""
        parts: list[bytes] = []
        while size > 0:
            if not self._buffer:
                self._buffer = self._stream.read(max(size, _CHUNK)) or b""
                if not self._buffer:
                    break
            part, self._buffer = self._buffer[:size], self._buffer[size:]
            parts.append(part)
            size -= len(part)
            self.at += len(part)
        return b"".join(parts)

    def unread(self, data: bytes) -> None:
        """Put ``data``, read before, back in front."""
        self._buffer = data + self._buffer
        self.at -= len(data)

    def fill(self) -> None:
        """Look one step ahead, so that trouble right after what was read comes to light."""
        if not self._buffer:
            self._buffer = self._stream.read(_CHUNK) or b""

    def line(self, limit: int) -> tuple[bytes, int]:
        """The next line with its end, and its length; of a line longer than ``limit`` only that many bytes.

        At the end of the stream the length is 0.
        """
        kept: list[bytes] = []
        size = 0
        while True:
            if not self._buffer:
                self._buffer = self._stream.read(_CHUNK) or b""
                if not self._buffer:
                    break
            end = self._buffer.find(b"\n") + 1
            part, self._buffer = (self._buffer[:end], self._buffer[end:]) if end else (self._buffer, b"")
            if size < limit:
                kept.append(part[: limit - size])
            size += len(part)
            if end:
                break
        self.at += size
        return b"".join(kept), size


class Gunzip:
    """The content of a gzip file of one or more members.

    Damage ends nothing: a damaged member is left at the damage and the next one looked for. ``troubles``
    holds what went wrong, in order: the reason, the offset of the member in the compressed file, and how
    much content had been made by then.
    """

    def __init__(self, stream: Peeked) -> None:
        self._stream = stream
        self._pending = b""
        self._member: "zlib._Decompress | None" = None  # noqa: UP037  the class exists in the stubs only
        self._start = 0
        self._made = 0
        self.troubles: list[tuple[str, int, int]] = []
        self._total = 0

    def read(self, size: int) -> bytes:
        """Up to ``size`` bytes; nothing at the end."""
        while True:
            if self._member is None and not self._open():
                return b""
            data = self._pending or self._stream.read(_CHUNK)
            if not data:
                self.troubles.append(("truncated gzip", self._start, self._total))
                self._member = None
                return b""
            made = self._inflate(data, size)
            if made:
                return made

    def _open(self) -> bool:
        """Find the next member; what stands between two (padding) is passed over."""
        while True:
            self._pending += self._stream.read(_CHUNK) if len(self._pending) < len(_MAGIC) else b""
            found = self._pending.find(_MAGIC)
            if found >= 0:
                self._pending = self._pending[found:]
                self._start = self._stream.at - len(self._pending)
                self._member = zlib.decompressobj(wbits=31)
                self._made = 0
                return True
            tail = self._pending[-2:]
            more = self._stream.read(_CHUNK)
            if not more:
                return False
            self._pending = tail + more

    def _inflate(self, data: bytes, size: int) -> bytes:
        member = self._member
        if member is None:
            raise AssertionError("a member is open here")
        try:
            made = member.decompress(data, size)
        except zlib.error:
            self.troubles.append(("damaged gzip", self._start, self._total))
            self._member = None
            self._pending = data[1:] if data.startswith(_MAGIC) else data
            return b""
        self._made += len(made)
        self._total += len(made)
        if member.eof:
            if not self._made:
                self.troubles.append(("empty member", self._start, self._total))
            self._pending = member.unused_data
            self._member = None
        else:
            self._pending = member.unconsumed_tail
        return made


def opened(data: bytes) -> Peeked:
    """``data`` as a stream."""
    return Peeked(io.BytesIO(data))
