"""HTML pages: extracted content as blocks of a text, each led back to the source."""

import re
from dataclasses import dataclass
from itertools import chain

from reportedly.clean import plain
from reportedly.clean.align import compose, shifted
from reportedly.clean.extract import Content, Piece, extract
from reportedly.clean.fit import Fitter
from reportedly.clean.page import Element, Page, page_of
from reportedly.clean.rules import ENDS, byline, count_words, furniture, named
from reportedly.clean.signature import signature
from reportedly.clean.stamps import is_stamp
from reportedly.model import Block, Post, Published, Run, Span, located

_GAP = "\n\n"
_WORDS = re.compile(r"\w+")
_FURNITURE_WORDS = 40
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "pubdate", "publishdate",
    "publish-date", "date", "article.published", "cxenseparse:recs:publishtime", "rnews:datepublished",
)  # fmt: skip


@dataclass(slots=True)
class Markup:
    """What an HTML page gives: text, blocks without ``source`` byte ranges, and the map text → characters."""

    text: str
    blocks: tuple[Block, ...]
    runs: list[Run]
    page: Page
    content: Content
    title: str | None
    authors: tuple[str, ...]


@dataclass(slots=True)
class _Placed:
    piece: Piece
    runs: list[Run]
    at: tuple[int, int] | None
    post: Post | None = None


def read_page(source: str, url: str | None) -> Markup:
    """The main content of the HTML ``source``; ``text`` is empty where the page has none."""
    page = page_of(source)
    content = extract(source, page, url)
    if content.plain:
        return _deep(content, page)
    placed = _place(content, page)
    _recover(placed, page)
    return _assembled(placed, page, content)


def _deep(content: Content, page: Page) -> Markup:
    """Blocks by the rules for plain text: the page's own structure was lost."""
    text = content.plain.strip()
    blocks = plain.blocks(text)
    fitter = Fitter(page)
    runs = list(chain.from_iterable(shifted(fitter.fit(b.span.of(text))[0], b.start) for b in blocks))
    runs.sort(key=lambda run: run.start)
    title = next((block.span.of(text) for block in blocks if block.kind == "headline"), content.title)
    return Markup(text, blocks, compose(runs, page.runs), page, content, title, _authors(content, text, blocks))


def _place(content: Content, page: Page) -> list[_Placed]:
    fitter = Fitter(page)
    pieces = list(content.pieces)
    own = [p.text for p in pieces if p.rule == "h1"]
    title = own[0] if len(own) == 1 else content.title or next(iter(own), None)
    placed: list[_Placed] = []
    head = next((p for p in pieces[:6] if title and p.kind == "heading" and _same(p.text, title)), None)
    if head is not None:
        pieces.remove(head)
        title = head.text
    if title:
        placed.append(_headline(title, page))
    for piece in pieces:
        runs, at = fitter.fit(piece.text)
        placed.append(_Placed(piece, runs, at))
    return placed


def _headline(title: str, page: Page) -> _Placed:
    """The headline, aligned with the page's ``h1`` where it stands there, else wherever it is found first."""
    for element in page.elements:
        if element.name == "h1" and _same(page.visible[element.start : element.end], title):
            words = page.visible[element.start : element.end].strip()
            start = page.visible.index(words, element.start)
            run = Run(0, len(words), start, start + len(words))
            return _Placed(Piece("headline", words, "h1-title"), [run] if words else [], (start, run.last))
    runs, at = Fitter(page).fit(title)
    return _Placed(Piece("headline", title, "page-title"), runs, at)


def _same(first: str, second: str) -> bool:
    a, b = ("".join(_WORDS.findall(text.lower())) for text in (first, second))
    return a == b or (len(b) > 12 and a.startswith(b)) or (len(a) > 12 and b.startswith(a))


def _recover(placed: list[_Placed], page: Page) -> None:
    """Put back captions, credits, bylines and embedded posts that the extraction left out of the report."""
    body = [item.at for item in placed if item.at is not None]
    if not body:
        return
    first, last = min(at[0] for at in body), max(at[1] for at in body)
    taken = list(body)
    for element in page.elements:
        if element.start < first or element.end > last + _FURNITURE_WORDS * 10:
            continue
        if any(start < element.end and element.start < end for start, end in taken):
            continue
        if found := _recovered(element, page):
            taken.append((element.start, element.end))
            placed.insert(_position(placed, element.start), found)


def _position(placed: list[_Placed], start: int) -> int:
    """Where in the order of the page something that starts at ``start`` belongs; never before the
    headline.
    """
    for i, item in enumerate(placed[1:], start=1):
        if item.at is not None and item.at[0] > start:
            return i
    return len(placed)


def _recovered(element: Element, page: Page) -> _Placed | None:
    raw = page.visible[element.start : element.end]
    words = raw.strip()
    if not words:
        return None
    start = element.start + raw.index(words)
    at = (start, start + len(words))
    runs = [Run(0, len(words), *at)]
    if element.name == "figcaption":
        return _Placed(Piece("caption", words, "figcaption"), runs, at)
    if element.name == "credit" and count_words(words) <= _FURNITURE_WORDS:
        return _Placed(Piece("credit", words, "credit-class"), runs, at)
    if element.name == "blockquote" and signature(words, 0):
        return _Placed(Piece("quote", words, "blockquote"), runs, at)
    if element.name in ("byline", "address") and byline(words):
        return _Placed(Piece("byline", words, "byline-class"), runs, at)
    return None


def _assembled(placed: list[_Placed], page: Page, content: Content) -> Markup:
    parts: list[str] = []
    blocks: list[Block] = []
    runs: list[Run] = []
    size = 0
    headline = placed[0].piece.text if placed and placed[0].piece.kind == "headline" else None
    for i, item in enumerate(placed):
        if parts:
            parts.append(_GAP)
            size += len(_GAP)
        text = item.piece.text
        if i and item.piece.kind == "paragraph" and _names_author(text, content.authors):
            item.piece.kind, item.piece.rule = "byline", "author-name"
        blocks.extend(_blocks(item.piece, size, headline if i else None))
        runs.extend(shifted(item.runs, size))
        parts.append(text)
        size += len(text)
    whole = "".join(parts)
    _lead(blocks, whole)
    return Markup(
        whole, tuple(blocks), compose(runs, page.runs), page, content, headline,
        _authors(content, whole, blocks),
    )  # fmt: skip


def _blocks(piece: Piece, start: int, headline: str | None) -> list[Block]:
    text, end = piece.text, start + len(piece.text)
    if headline and piece.kind in ("heading", "paragraph") and _same(text, headline) and len(text) <= len(headline):
        return [Block(kind="boilerplate", start=start, end=end, rule="doubled-headline")]
    if piece.kind in ("quote", "paragraph", "list") and (found := signature(text, start)):
        return [Block(kind="post", start=start, end=end, rule="signature-line", post=found[1])]
    if piece.kind == "caption":
        return plain.caption(text, start, piece.rule)
    if piece.kind in ("headline", "credit", "byline"):
        return [Block(kind=piece.kind, start=start, end=end, rule=piece.rule)]
    if found_furniture := furniture(text):
        return [Block(kind=found_furniture[0], start=start, end=end, rule=found_furniture[1])]
    if byline(text):
        return [Block(kind="byline", start=start, end=end, rule="by-name")]
    if is_stamp(text):
        return [Block(kind="dateline", start=start, end=end, rule="publication-line")]
    if piece.kind == "paragraph":
        return plain.paragraph(text, start, "paragraph", piece.rule)
    return [Block(kind=piece.kind, start=start, end=end, rule=piece.rule)]


def _names_author(text: str, names: tuple[str, ...]) -> bool:
    """True of a short line that opens with the name of an author as the page's metadata has it."""
    return count_words(text, 10) <= 9 and not ENDS.search(text) and any(text.startswith(name) for name in names)


def _lead(blocks: list[Block], text: str) -> None:
    """The first paragraph under a headline is the lead, unless a dateline opens the report there."""
    if not blocks or blocks[0].kind != "headline":
        return
    for i, block in enumerate(blocks):
        if block.kind == "paragraph":
            opened = blocks[i - 1].kind == "dateline" and blocks[i - 1].rule == "place-agency-dash"
            others = any(b.kind == "paragraph" for b in blocks[i + 1 :])
            if not opened and others and count_words(block.span.of(text), 71) <= 70:
                blocks[i] = Block(kind="lead", start=block.start, end=block.end, rule="after-headline")
            return


def _authors(content: Content, text: str, blocks: "tuple[Block, ...] | list[Block]") -> tuple[str, ...]:
    if content.authors:
        return content.authors
    return authors(text, blocks)


def authors(text: str, blocks: "tuple[Block, ...] | list[Block]") -> tuple[str, ...]:
    """The names in the first byline of ``text``."""
    for block in blocks:
        if block.kind == "byline" and (who := byline(block.span.of(text))):
            return named(who)
    return ()


def page_dates(page: Page) -> list[str]:
    """Publication times as the page's own metadata states them, the best first."""
    found = [page.meta[name] for name in _DATE_NAMES if name in page.meta]
    times = [e.attributes.get("datetime", "") for e in page.elements if e.name == "time" and "datetime" in e.attributes]
    return [*found[:1], *page.dates[:1], *found[1:], *times[:1]]


def embedded(blocks: "tuple[Block, ...]") -> list[Published]:
    """The dates of the posts in ``blocks``."""
    return [b.post.published for b in blocks if b.post is not None and b.post.published is not None]


def sourced(blocks: tuple[Block, ...], runs: list[Run]) -> tuple[Block, ...]:
    """``blocks`` with the bytes that each was made from, by the map text → bytes ``runs``."""
    return tuple(
        Block(kind=b.kind, start=b.start, end=b.end, rule=b.rule, source=located(runs, b.span), post=b.post)
        for b in blocks
    )


__all__ = ["Markup", "Span", "authors", "embedded", "page_dates", "read_page", "sourced"]
