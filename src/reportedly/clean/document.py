"""From a capture to a document."""

import re
from urllib.parse import urlsplit

import msgspec

from reportedly.clean import dates, markup, plain
from reportedly.clean.align import compose, decoded_runs, lines_normalised
from reportedly.clean.decode import Undecodable, decode
from reportedly.clean.json_text import member, string_runs
from reportedly.clean.stamps import dated, stamped
from reportedly.clean.units import longest_line
from reportedly.model import (
    Block,
    Capture,
    Document,
    Post,
    Provenance,
    Published,
    Run,
    Skipped,
    sha256,
)  # fmt: skip

_STAGE = "clean"
_SURROGATE = re.compile("[\ud800-\udfff]")
_MAX_LINE = 1_000_000
"""Bytes in one line of a plain text; a report without any line break has some thousand."""
_POST_SIZE = 1_200
"""Characters. Longer texts of a named author are read as articles: they have the parts of one."""
_ACCOUNT_SIZE = 4_096
"""Characters of the longest Telegram message; with a handle, up to that length a text is a post."""


def clean(
    capture: Capture, *, published: str | None = None, url: str | None = None, publisher: str | None = None
) -> Document | Skipped:
    """The clean text of ``capture``, cut into blocks, with its metadata and the map back to its bytes.

    Args:
        capture: bytes with their media type: ``text/html``, ``text/plain`` or ``application/json`` (a post).
        published: when it was published, ISO 8601, where the caller knows better than the page.
        url: where it stands on the web, if the capture does not know.
        publisher: who published it, where the caller knows better than the page.

    Raises:
        DateError: where ``published`` is no date.
    """
    known = _Known(published, url or capture.provenance.url, publisher)
    if not capture.content.strip():
        return _skipped(capture, "empty file")
    media_type = capture.provenance.media_type
    if media_type == "application/json":
        return _post(capture, known)
    if media_type == "text/html":
        return _page(capture, known)
    return _plain(capture, known)


def document_of(
    text: str, *, published: str | None = None, url: str | None = None, publisher: str | None = None
) -> Document:
    """The document of a text that is already clean: nothing is changed, spans count in this very string.

    Raises:
        DateError: where ``published`` is no date.
    """
    known = _Known(published, url, publisher)
    content = text.encode("utf-8", "surrogatepass")
    digest = sha256(content)
    provenance = Provenance(
        sha256=digest, size=len(content), origin="text", method="text", media_type="text/plain", url=url
    )  # fmt: skip
    whole = decoded_runs(content, "utf-8") if _SURROGATE.search(text) is None else []
    blocks = plain.blocks(text)
    return _document(known, provenance, text, blocks, whole, Document.identify(digest, url))


class _Known:
    """What the caller says about a document."""

    def __init__(self, published: str | None, url: str | None, publisher: str | None) -> None:
        self.published = dates.given(published) if published else None
        self.url = url
        self.publisher = publisher


def _skipped(capture: Capture, reason: str, detail: str = "") -> Skipped:
    source = capture.provenance
    return Skipped(item=source.origin, stage=_STAGE, reason=reason, detail=detail, sha256=source.sha256)


def _plain(capture: Capture, known: _Known) -> Document | Skipped:
    longest = longest_line(capture.content)
    if longest > _MAX_LINE:
        return _skipped(capture, "line too long", f"{longest} bytes without a line break")
    decoded = decode(capture.content, header=capture.fields.get("content-type", ""))
    if isinstance(decoded, Undecodable):
        return _skipped(capture, decoded.reason, decoded.detail)
    text, lines = lines_normalised(decoded.text)
    if not any(character.isalnum() for character in text):
        return _skipped(capture, "no text")
    runs = compose(lines, decoded.runs)
    return _document(
        known, capture.provenance, text, plain.blocks(text), runs, _identify(capture, known), capture=capture
    )  # fmt: skip


def _page(capture: Capture, known: _Known) -> Document | Skipped:
    decoded = decode(capture.content, header=capture.fields.get("content-type", ""), markup=True)
    if isinstance(decoded, Undecodable):
        return _skipped(capture, decoded.reason, decoded.detail)
    found = markup.read_page(decoded.text, known.url)
    if not any(character.isalnum() for character in found.text):
        return _skipped(capture, "no text", "the page has no main content")
    own = found.page.canonical or found.content.url
    if known.url is None and own and own.startswith(("http://", "https://")):
        known.url = own
    stated = next((p for value in markup.page_dates(found.page) if (p := dates.stamp(value, "metadata"))), None)
    guessed = dates.iso(found.content.date or "", "metadata")
    host = urlsplit(known.url).hostname if known.url else None
    return _document(
        known, capture.provenance, found.text, found.blocks, compose(found.runs, decoded.runs),
        _identify(capture, known), capture=capture, title=found.title, authors=found.authors, stated=stated,
        guessed=guessed, publisher=found.content.site or found.page.meta.get("og:site_name") or host,
    )  # fmt: skip


def _post(capture: Capture, known: _Known) -> Document | Skipped:
    try:
        source = capture.content.decode("utf-8")
        data = msgspec.json.decode(source, type=dict[str, object])
    except (UnicodeDecodeError, msgspec.DecodeError, RecursionError) as error:
        return _skipped(capture, "not JSON", str(error))
    text = data.get("text")
    place = member(source, "text")
    if not isinstance(text, str) or place is None or not any(character.isalnum() for character in text):
        return _skipped(capture, "no text", 'the object has no "text"')
    if len(text) > _MAX_LINE and longest_line(text.encode("utf-8", "replace")) > _MAX_LINE:
        return _skipped(capture, "line too long", f"{len(text)} characters")
    runs = compose(string_runs(source, *place), decoded_runs(capture.content, "utf-8"))
    author, handle = _string(data, "author"), (_string(data, "handle") or "").lstrip("@") or None
    stated = dates.stamp(data.get("date"), "metadata")
    publisher = _string(data, "publisher")
    is_post = publisher is None and (
        (handle is not None and len(text) <= _ACCOUNT_SIZE) or (author is not None and len(text) <= _POST_SIZE)
    )
    if is_post:
        start = len(text) - len(text.lstrip())
        post = Post(author=author, handle=handle, published=stated, url=known.url)
        blocks: tuple[Block, ...] = (
            Block(kind="post", start=start, end=len(text.rstrip()), rule="post-record", post=post),
        )
    else:
        blocks = plain.blocks(text)
    return _document(
        known, capture.provenance, text, blocks, runs, _identify(capture, known), capture=capture,
        title=_string(data, "title"), authors=(author,) if author else (), stated=stated,
        publisher=publisher or author or (f"@{handle}" if handle else None),
    )  # fmt: skip


def _string(data: dict[str, object], key: str) -> str | None:
    value = data.get(key)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _identify(capture: Capture, known: _Known) -> str:
    return Document.identify(capture.provenance.sha256, known.url)


def _document(
    known: _Known,
    provenance: Provenance,
    text: str,
    blocks: tuple[Block, ...],
    runs: list[Run],
    identifier: str,
    *,
    capture: Capture | None = None,
    title: str | None = None,
    authors: tuple[str, ...] = (),
    stated: Published | None = None,
    guessed: Published | None = None,
    publisher: str | None = None,
) -> Document:
    headline = next((b.span.of(text) for b in blocks if b.kind == "headline"), None)
    fetched = capture.provenance.fetched if capture else None
    when = (
        known.published
        or stated
        or (dates.from_url(known.url) if known.url else None)
        or guessed
        or _told(text, blocks)
        or dates.latest(markup.embedded(blocks))
        or (dates.iso(fetched, "archive-date") if fetched else None)
    )
    return Document(
        id=identifier,
        text=text,
        blocks=markup.sourced(blocks, runs),
        url=known.url,
        publisher=known.publisher or publisher,
        title=" ".join((title or headline or "").split()) or None,
        authors=authors or markup.authors(text, blocks),
        published=when,
        capture=provenance,
        alignment=tuple(runs),
    )


def _told(text: str, blocks: tuple[Block, ...]) -> Published | None:
    """The publication time in the text: a line that gives it, or a full date in a dateline or byline."""
    for block in blocks:
        if block.kind in ("dateline", "byline"):
            words = block.span.of(text)
            found = stamped(words) or dated(words)
            if found:
                return found
    return None
