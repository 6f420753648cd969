"""The visible text of an HTML source with the place of each character in it, as far as alignment needs
it.

No tree is built: a page may be nested a thousand levels deep, cut off, or wrongly closed, and must still
align.
"""

import html
import re
from bisect import bisect_right
from dataclasses import dataclass, field

from reportedly.model import Run

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<[!?][^>]*+>|<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]*+)"
    r"(?P<attributes>(?>[^\"'<>]++|\"[^\"<]*+\"|'[^'<]*+')*+)>|<(?P<odd>/?[a-zA-Z][a-zA-Z0-9:-]*+)[^<>]*+>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([a-zA-Z][\w:.-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_RAW = {
    name: re.compile(rf"</{name}\s*>", re.IGNORECASE)
    for name in ("script", "style", "textarea", "noscript", "template", "svg", "iframe")
}
_VOID = frozenset(re.findall(r"\w+", "area base br col embed hr img input link meta source track wbr"))
_INLINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr b bdi bdo big cite code data dfn em font i ins kbd label mark q s samp small span strong "
        "sub sup time tt u var wbr",
    )
)
_KEPT = frozenset(("title", "h1", "h2", "figcaption", "blockquote", "time", "address"))
_BYLINE_HINT = re.compile(r"\bby-?line\b|\bauthor(?:s|-name)?\b|\bstory-?by\b", re.IGNORECASE)
_CREDIT_HINT = re.compile(r"\bcredit\b|\bphoto(?:grapher)?-?credit\b|\bcaption-?credit\b", re.IGNORECASE)
_DATED = re.compile(r"\"(?:datePublished|dateCreated)\"\s{0,9}:\s{0,9}\"([^\"]{4,40})\"")
_WORD = re.compile(r"\S+")


@dataclass(slots=True)
class Element:
    """An element whose kind matters: ``start``/``end`` in ``Page.visible``."""

    name: str
    start: int
    end: int
    attributes: dict[str, str]


@dataclass(slots=True)
class Page:
    """``visible`` is the text outside tags, one space where white space or a block's edge stood.

    ``runs`` maps its characters to those of the source. ``meta`` holds ``<meta>`` values by lower-case
    name or property, the first one each; ``dates`` the publication dates of JSON-LD; ``depth`` the
    deepest nesting of tags.
    """

    visible: str = ""
    runs: list[Run] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    canonical: str | None = None
    dates: list[str] = field(default_factory=list)
    depth: int = 0
    compact: str = ""
    _words: list[tuple[int, int]] = field(default_factory=list)

    def index(self) -> None:
        """Make ``compact``, the visible text without white space, in which blocks are looked for."""
        at = 0
        parts = []
        for match in _WORD.finditer(self.visible):
            parts.append(match.group())
            self._words.append((at, match.start()))
            at += len(match.group())
        self.compact = "".join(parts)

    def visible_at(self, position: int) -> int:
        """Where the character ``position`` of ``compact`` stands in ``visible``."""
        compact, visible = self._words[bisect_right(self._words, (position, len(self.visible))) - 1]
        return visible + position - compact


class _Maker:
    def __init__(self, source: str) -> None:
        self.source = source
        self.page = Page()
        self.parts: list[str] = []
        self.size = 0
        self.gap = False
        self.depth = 0
        self.open: list[Element] = []

    def text(self, start: int, end: int) -> None:
        """Add the words of ``source[start:end]``, entities decoded."""
        at = start
        for match in _ENTITY.finditer(self.source, start, end):
            self.words(at, match.start())
            decoded = html.unescape(match.group())
            if decoded.strip():
                self.add(decoded, match.start(), match.end())
            else:
                self.gap = True
            at = match.end()
        self.words(at, end)

    def words(self, start: int, end: int) -> None:
        at = start
        for match in _WORD.finditer(self.source, start, end):
            self.gap = self.gap or match.start() > at
            self.add(match.group(), match.start(), match.end())
            at = match.end()
        self.gap = self.gap or at < end

    def add(self, words: str, first: int, last: int) -> None:
        if self.gap and self.size:
            self.parts.append(" ")
            self.size += 1
        self.gap = False
        self.parts.append(words)
        self.page.runs.append(Run(self.size, self.size + len(words), first, last))
        self.size += len(words)

    def element(self, name: str, closing: bool, attributes: str) -> None:
        if name not in _INLINE:
            self.gap = True
        if name not in _VOID:
            self.depth += -1 if closing else 1
            self.page.depth = max(self.page.depth, self.depth)
        if closing:
            for i in range(len(self.open) - 1, -1, -1):
                if self.open[i].attributes[""] == name:
                    self.open[i].end = self.size
                    self.page.elements.append(self.open.pop(i))
                    break
            return
        if name == "meta" or name == "link":
            self.meta(name, _attributes(attributes))
        hint = _BYLINE_HINT.search(attributes) or _CREDIT_HINT.search(attributes)
        if (name in _KEPT or hint) and name not in _VOID and len(self.open) < 200:
            found = _attributes(attributes)
            kind = name if name in _KEPT else "byline" if _is_byline(found) else "credit" if _is_credit(found) else ""
            if kind:
                self.open.append(Element(kind, self.size, self.size, {**found, "": name}))

    def meta(self, name: str, found: dict[str, str]) -> None:
        if name == "link":
            if found.get("rel", "").lower() == "canonical" and "href" in found:
                self.page.canonical = self.page.canonical or found["href"]
            return
        key = (found.get("property") or found.get("name") or found.get("itemprop") or "").lower()
        if key and "content" in found:
            self.page.meta.setdefault(key, html.unescape(found["content"]).strip())

    def make(self) -> Page:
        source, at = self.source, 0
        while match := _TAG.search(source, at):
            if match.start() > at:
                self.text(at, match.start())
            at = match.end()
            name = (match["name"] or (match["odd"] or "").lstrip("/")).lower()
            if not name:
                continue
            closing = bool(match["close"]) or (match["odd"] or "").startswith("/")
            if name in _RAW and not closing:
                end = _RAW[name].search(source, at)
                stop = end.start() if end else len(source)
                if name == "script" and "ld+json" in (match["attributes"] or ""):
                    self.page.dates.extend(_DATED.findall(source[at:stop]))
                at = end.end() if end else len(source)
                self.gap = True
                continue
            self.element(name, closing, match["attributes"] or "")
        self.text(at, len(source))
        for element in self.open:
            element.end = self.size
            self.page.elements.append(element)
        self.page.visible = "".join(self.parts)
        self.page.elements.sort(key=lambda element: (element.start, -element.end))
        self.page.index()
        return self.page


def _attributes(text: str) -> dict[str, str]:
    return {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(text[:4000])}


def _is_byline(found: dict[str, str]) -> bool:
    own = " ".join(found.get(name, "") for name in ("class", "rel", "itemprop", "id", "data-testid"))
    return bool(_BYLINE_HINT.search(own))


def _is_credit(found: dict[str, str]) -> bool:
    return bool(_CREDIT_HINT.search(" ".join(found.get(name, "") for name in ("class", "itemprop"))))


def page_of(source: str) -> Page:
    """The visible text of the HTML ``source``; linear in its length, whatever is wrong with it."""
    return _Maker(source).make()
