"""The main content of an HTML page, as pieces of text with their kind, in page order."""

import re
from dataclasses import dataclass, field
from typing import Any

from reportedly.clean.page import Page
from reportedly.model import BlockKind

_LXML_DEPTH = 250
"""Levels of nesting; libxml2 cuts a tree at 256 and loses all below it."""

_SPACE = re.compile(r"[ \t\r\f\v\u00a0]+")
_DATES: dict[str, Any] = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
# The library's own bound is the day it runs on, which would make a reading depend on the clock.


@dataclass(slots=True)
class Piece:
    """Text of one block and what it is; ``rule`` names the element or rule that told it."""

    kind: BlockKind
    text: str
    rule: str


@dataclass(slots=True)
class Content:
    """What a page holds: its pieces and its metadata as the page states it."""

    pieces: list[Piece] = field(default_factory=list)
    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    site: str | None = None
    url: str | None = None
    plain: str = ""
    """The main text of a page too deep for a tree, when there are no pieces."""


def extract(source: str, page: Page, url: str | None) -> Content:
    """The main content of ``source``: by trafilatura, by resiliparse where that finds nothing or the page
    is too deep.
    """
    content = _trafilatura(source, url)
    deep = page.depth > _LXML_DEPTH
    if content.pieces and not deep:
        return content
    plain = _resiliparse(source)
    size = sum(len(piece.text) for piece in content.pieces)
    if len(plain) > size:
        content.pieces = []
        content.plain = plain
    return content


def _trafilatura(source: str, url: str | None) -> Content:
    from lxml.etree import LxmlError
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            source, url=url, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES)
        )
    except (ValueError, TypeError, AttributeError, RecursionError, LxmlError):
        # Malformed pages raise various errors from below; the other extractor then has its turn.
        return Content()
    if found is None or isinstance(found, dict):
        return Content()
    content = Content(
        title=_line(found.title), site=_line(found.sitename), date=found.date, url=found.url,
        authors=tuple(name for part in (found.author or "").split(";") if (name := _line(part))),
    )  # fmt: skip
    if found.body is not None:
        for element in found.body:
            _walk(element, content.pieces)
    content.pieces = [piece for piece in content.pieces if piece.text]
    return content


def _walk(element: Any, out: list[Piece]) -> None:
    name = element.tag
    if name == "head":
        level = element.get("rend", "")
        out.append(Piece("heading", _text(element), level or "head"))
    elif name == "quote":
        out.append(Piece("quote", _text(element), "blockquote"))
    elif name == "list":
        out.extend(Piece("list", _text(item), "item") for item in element.iter("item"))
    elif name == "table":
        for row in element.iter("row"):
            cells = [_text(cell) for cell in row if cell.tag == "cell"]
            out.append(Piece("list", " ".join(cell for cell in cells if cell), "table-row"))
    elif name in ("graphic", "comments"):
        pass
    elif name == "div":
        for child in element:
            _walk(child, out)
    else:
        out.append(Piece("paragraph", _text(element), str(name)))
    if tail := _line(element.tail):
        out.append(Piece("paragraph", tail, "tail"))


def _text(element: Any) -> str:
    parts: list[str] = []
    _gather(element, parts)
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _gather(element: Any, parts: list[str]) -> None:
    if element.tag in ("lb", "p", "item"):
        parts.append("\n")
    parts.append((element.text or "").replace("\n", " "))
    for child in element:
        _gather(child, parts)
        if child.tag == "p":
            parts.append("\n")
        parts.append((child.tail or "").replace("\n", " "))


def _line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def _resiliparse(source: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    # A page of nothing but nested containers has no main content to its heuristics; all of it is better
    # than none.
    for main in (True, False):
        text: str = extract_plain_text(source, main_content=main, alt_texts=False, list_bullets=False)
        if text.strip():
            return text
    return ""
