"""Web archives: WARC and WET, record by record.

The records are cut here and each is parsed by FastWARC on its own, so that a damaged record, an empty
gzip member or an encoding that does not decode costs that record and no other. FastWARC over a whole file
stops without a word at an empty gzip member and with an error at the first bad header.
"""

import io
import re
from collections.abc import Iterator

from reportedly.capture.limits import MAX_ITEM
from reportedly.capture.sniff import sniff
from reportedly.capture.streams import Gunzip, Peeked
from reportedly.model import Capture, Skipped

_STAGE = "capture"
_READ = {"response", "conversion"}
_TEXT_TYPES = ("text/html", "application/xhtml", "text/plain")
_VERSION = b"WARC/"
_NEXT = re.compile(rb"WARC/1\.\d\r?\n(?=[A-Za-z-]{2,40}:)")
_MAX_HEADER = 256 * 1024


def records(stream: Peeked, origin: str, obtained: str, gunzip: Gunzip | None = None) -> Iterator[Capture | Skipped]:
    """The pages of the archive ``stream``: responses with status 200 and text or HTML in them, and
    conversions.

    Requests, metadata and other records of the archive's own are no pages and pass without a word.
    ``gunzip`` is the decompressor that ``stream`` reads from, if any: damage that it met is told in
    place.
    """
    told = 0
    number = 0
    while True:
        start = stream.at
        raw = _next(stream)
        stream.fill()
        for reason, offset, made in gunzip.troubles[told:] if gunzip else ():
            told += 1
            if raw is not None and reason == "damaged gzip" and start < made <= stream.at:
                raw = _damaged(raw, stream)
            yield Skipped(item=f"{origin}@{offset}", stage=_STAGE, reason=reason)
        if raw is None:
            return
        number += 1
        yield from _record(raw, f"{origin}#{number}", obtained)


def _damaged(raw: "_Raw", stream: Peeked) -> "_Raw":
    """The record as unfit to be read; the next one, which it may have swallowed, is put back."""
    if raw.trouble:
        return raw
    if inner := _NEXT.search(raw.body):
        stream.unread(raw.body[inner.start() :])
    return _Raw(raw.header, b"", raw.length, "damaged record")


class _Raw:
    """One record as it stands: its header lines, and how much of its body is there."""

    def __init__(self, header: bytes, body: bytes, length: int | None, trouble: str) -> None:
        self.header = header
        self.body = body
        self.trouble = trouble
        self.length = length
        fields: dict[str, str] = {}
        for line in header.split(b"\n")[1:]:
            name, _, value = line.partition(b":")
            fields.setdefault(name.strip().lower().decode("ascii", "replace"), value.strip().decode("utf-8", "replace"))
        self.fields = fields


def _next(stream: Peeked) -> _Raw | None:
    """The next record, or ``None`` at the end. After damage, reading goes on at the next line ``WARC/…``."""
    lost = 0
    while True:
        line, size = stream.line(_MAX_HEADER)
        if not size:
            return _Raw(b"", b"", None, "not a WARC record") if lost else None
        if line.startswith(_VERSION):
            break
        lost += len(line.strip())
    if lost:
        stream.unread(line)
        return _Raw(b"", b"", None, "not a WARC record")
    header = [line]
    total = size
    while True:
        line, size = stream.line(_MAX_HEADER)
        total += size
        if not size or total > _MAX_HEADER:
            return _Raw(b"".join(header), b"", None, "damaged record")
        if not line.strip():
            break
        header.append(line)
    raw = _Raw(b"".join(header), b"", None, "")
    value = raw.fields.get("content-length", "")
    if not value.isdecimal():
        return _Raw(raw.header, b"", None, "damaged record")
    return _body(stream, raw.header, int(value))


def _body(stream: Peeked, header: bytes, length: int) -> _Raw:
    if length > MAX_ITEM:
        left = length
        while left and (part := stream.read(min(left, 1 << 20))):
            left -= len(part)
        return _Raw(header, b"", length, "truncated record" if left else "too large")
    body = stream.read(length)
    if len(body) < length:
        if inner := _NEXT.search(body):
            stream.unread(body[inner.start() :])
        return _Raw(header, body, length, "truncated record")
    ending = stream.read(4)
    if ending == b"\r\n\r\n" or not ending.strip():
        return _Raw(header, body, length, "")
    both = body + ending
    inner = _NEXT.search(both)
    stream.unread(both[inner.start() :] if inner else ending)
    return _Raw(header, body, length, "damaged record" if inner else "")


def _record(raw: _Raw, name: str, obtained: str) -> Iterator[Capture | Skipped]:
    url = raw.fields.get("warc-target-uri", "").strip("<>") or None
    item = f"{name} {url}" if url else name
    kind = raw.fields.get("warc-type", "")
    if raw.header and kind not in _READ and not (raw.trouble and not kind):
        return
    if raw.trouble:
        detail = f"{len(raw.body)} of {raw.length} bytes" if raw.trouble == "truncated record" else ""
        yield Skipped(item=item, stage=_STAGE, reason=raw.trouble, detail=detail)
        return
    if not raw.body:
        yield Skipped(item=item, stage=_STAGE, reason="empty record")
        return
    yield _page(raw, kind, name, item, url, obtained)


def _page(raw: _Raw, kind: str, name: str, item: str, url: str | None, obtained: str) -> Capture | Skipped:
    from fastwarc.warc import ArchiveIterator

    stream = io.BytesIO(raw.header.rstrip(b"\r\n") + b"\r\n\r\n" + raw.body + b"\r\n\r\n")
    fields = {key: value for key, value in raw.fields.items() if key.startswith("warc-") and key != "warc-target-uri"}
    try:
        record = next(iter(ArchiveIterator(stream, parse_http=kind == "response", auto_decode="all")), None)
        if record is None:
            return Skipped(item=item, stage=_STAGE, reason="damaged record")
        headers, media_type = (
            record.http_headers,
            record.http_content_type or record.headers.get("Content-Type") or "",
        )
        content = record.reader.read(MAX_ITEM + 1)
    except (OSError, ValueError) as error:
        return Skipped(item=item, stage=_STAGE, reason="damaged record", detail=str(error))
    if kind == "response":
        if headers is None or headers.status_code is None:
            return Skipped(item=item, stage=_STAGE, reason="no HTTP response")
        if headers.status_code != 200:
            return Skipped(item=item, stage=_STAGE, reason="not found", detail=f"HTTP status {headers.status_code}")
        for key, value in headers.to_tuples():
            fields[key.lower()] = f"{fields[key.lower()]}, {value}" if key.lower() in fields else value
    if len(content) > MAX_ITEM:
        return Skipped(item=item, stage=_STAGE, reason="too large", detail=f"over {MAX_ITEM} bytes")
    return _judged(content, media_type.partition(";")[0].strip().lower(), kind, name, item, url, obtained, fields)


def _judged(
    content: bytes, media_type: str, kind: str, name: str, item: str, url: str | None, obtained: str,
    fields: dict[str, str],
) -> Capture | Skipped:  # fmt: skip
    found = sniff(content[: 64 * 1024])
    if found == "empty":
        return Skipped(item=item, stage=_STAGE, reason="empty record")
    if found == "pdf":
        return Skipped(item=item, stage=_STAGE, reason="PDF is not read", detail="convert it to text or HTML first")
    if media_type and not media_type.startswith(_TEXT_TYPES):
        return Skipped(item=item, stage=_STAGE, reason="not text", detail=media_type)
    if found not in ("html", "text", "posts", "json"):
        return Skipped(item=item, stage=_STAGE, reason="not text", detail=found)
    html = kind == "response" and (found == "html" or media_type != "text/plain")
    return Capture.of(
        content, origin=name, method="warc" if kind == "response" else "wet",
        media_type="text/html" if html else "text/plain", obtained=obtained, url=url,
        fetched=fields.get("warc-date"), fields=fields,
    )  # fmt: skip
