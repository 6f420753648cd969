"""JSON lines: posts and crawled articles, one object a line."""

from collections.abc import Iterator

import msgspec

from reportedly.capture.limits import MAX_ITEM
from reportedly.capture.streams import Peeked
from reportedly.model import Capture, Skipped

_STAGE = "capture"
KNOWN = frozenset({"id", "author", "handle", "date", "text", "url", "publisher", "title"})
"""The fields of a post that are read; any other is kept as it is."""


def lines(stream: Peeked, origin: str, obtained: str) -> Iterator[Capture | Skipped]:
    """The objects of ``stream``, each with the bytes of its own line; blank lines pass without a word."""
    number = 0
    while True:
        line, size = stream.line(MAX_ITEM)
        if not size:
            return
        number += 1
        item = f"{origin}#{number}"
        if size > MAX_ITEM:
            yield Skipped(item=item, stage=_STAGE, reason="line too long", detail=f"{size} bytes")
            continue
        content = line.rstrip(b"\r\n")
        if number == 1:
            content = content.removeprefix(b"\xef\xbb\xbf")
        if content.strip():
            yield post(content, item, obtained)


def post(content: bytes, item: str, obtained: str) -> Capture | Skipped:
    """The capture of one JSON object that has a text."""
    try:
        data = msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError) as error:
        return Skipped(item=item, stage=_STAGE, reason=_trouble(content), detail=str(error))
    except UnicodeDecodeError as error:
        return Skipped(item=item, stage=_STAGE, reason="invalid UTF-8", detail=f"at byte {error.start}")
    if not isinstance(data, dict):
        kind = "array" if isinstance(data, list) else "value"
        return Skipped(item=item, stage=_STAGE, reason="not a JSON object", detail=f"a JSON {kind}; one object a line")
    text = data.get("text")
    if not isinstance(text, str) or not text.strip():
        return Skipped(item=item, stage=_STAGE, reason="no text", detail='the object has no "text"')
    url = data.get("url")
    fields = {key: msgspec.json.encode(value).decode() for key, value in data.items() if key not in KNOWN}
    return Capture.of(
        content, origin=item, method="posts", media_type="application/json", obtained=obtained,
        url=url if isinstance(url, str) and url else None, fields=fields,
    )  # fmt: skip


def _trouble(content: bytes) -> str:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "invalid UTF-8"
    return "not JSON"
