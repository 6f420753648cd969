"""Inputs as the user names them, taken in one by one."""

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from reportedly.capture.archive import records
from reportedly.capture.limits import MAX_ITEM
from reportedly.capture.posts import lines, post
from reportedly.capture.sniff import Kind, sniff
from reportedly.capture.streams import Gunzip, Peeked
from reportedly.capture.walk import STAGE, files
from reportedly.model import Capture, Skipped

_REFUSED: dict[Kind, tuple[str, str]] = {
    "empty": ("empty file", ""),
    "pdf": ("PDF is not read", "convert it to text or HTML first"),
    "archive": ("archive is not read", "unpack it first"),
    "binary": ("not text", "binary data"),
    "gzip": ("not text", "gzip inside gzip"),
}


def utc_now() -> str:
    """The time now in UTC, ISO 8601 to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def capture(
    paths: Iterable[str | Path], *, url: str | None = None, obtained: Callable[[], str] = utc_now
) -> Iterator[Capture | Skipped]:
    """The items under ``paths``, in order: files, folders, WARC and WET archives, JSON lines, ``-`` for
    standard input.

    What an input is, its content tells. Archives and JSON lines are read as they stream; at most one item
    of at most ``MAX_ITEM`` bytes is in memory. Nothing raises: what cannot be read comes as ``Skipped``
    with item and reason.

    Args:
        paths: as the user named them; folders are read at every depth, sorted, without hidden files.
        url: where the page of a file or of standard input came from (archives and posts say it themselves).
        obtained: tells the time, UTC in ISO 8601, at which the bytes are taken in.
    """
    for path in paths:
        if str(path) == "-":
            yield from _stream(Peeked(sys.stdin.buffer), "-", "stdin", url, obtained)
            continue
        for found in files(Path(path)):
            if isinstance(found, Skipped):
                yield found
            else:
                yield from _file(found, url, obtained)


def _file(path: Path, url: str | None, obtained: Callable[[], str]) -> Iterator[Capture | Skipped]:
    try:
        with path.open("rb") as stream:
            yield from _stream(Peeked(stream), str(path), "file", url, obtained)
    except OSError as error:
        yield Skipped(item=str(path), stage=STAGE, reason="unreadable", detail=error.strerror or str(error))


def _stream(
    stream: Peeked, origin: str, method: str, url: str | None, obtained: Callable[[], str]
) -> Iterator[Capture | Skipped]:
    gunzip: Gunzip | None = None
    kind = sniff(stream.head, origin)
    if kind == "gzip":
        gunzip = Gunzip(stream)
        stream = Peeked(gunzip)
        kind = sniff(stream.head, origin)
    if kind == "warc":
        yield from records(stream, origin, obtained(), gunzip)
        return
    kept = False
    if kind == "posts":
        for found in lines(stream, origin, obtained()):
            kept = kept or isinstance(found, Capture)
            yield found
    elif kind in _REFUSED and not (kind == "empty" and gunzip and gunzip.troubles):
        reason, detail = _REFUSED[kind]
        yield Skipped(item=origin, stage=STAGE, reason=reason, detail=detail)
    elif kind not in _REFUSED:
        whole = _whole(stream, origin, kind, method, url, obtained())
        kept = isinstance(whole, Capture)
        yield whole
    for reason, offset, _ in gunzip.troubles if gunzip else ():
        detail = "what came before it is kept" if kept else "nothing was kept of it"
        yield Skipped(item=f"{origin}@{offset}", stage=STAGE, reason=reason, detail=detail)


def _whole(stream: Peeked, origin: str, kind: Kind, method: str, url: str | None, obtained: str) -> Capture | Skipped:
    content = stream.read(MAX_ITEM + 1)
    if len(content) > MAX_ITEM:
        longest = b"\n" not in content[: MAX_ITEM // 2]
        return Skipped(
            item=origin, stage=STAGE, reason="line too long" if longest and kind == "text" else "too large",
            detail=f"over {MAX_ITEM} bytes",
        )  # fmt: skip
    if kind == "json":
        return post(content, origin, obtained)
    media_type = "text/html" if kind == "html" else "text/plain"
    return Capture.of(content, origin=origin, method=method, media_type=media_type, obtained=obtained, url=url)
