"""The word lists that tell a page's furniture from its report, and the tests on one line that use them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from reportedly.model import BlockKind

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_MAX_WORDS = 80
_ICON = re.compile(r"icon|chevron|(?:^|-)(?:svg|btn|glyph|caret|arrow|hamburger)(?:-|$)", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*[|›»•·>/]\s*|\s{3,}|\t+")
ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$|[.!?…,][\"”’]$")
"""How a sentence ends."""

_NAME = r"(?:(?:[A-Z][\w'’.-]*|al-\w+|[A-Z]{2,}|van|von|de|der|den|bin|ibn|el|al|da|di|du|la|le)\s?)"
_BYLINE = re.compile(
    rf"(?:by|words by|story by|from)\s*:?\s+(?P<who>{_NAME}{{1,5}}"
    rf"(?:(?:,\s|\s?&\s|and\s){_NAME}{{1,5}}){{0,4}})"
    r"(?:(?:,\s?|\s?[|/·–-]\s?|in\s|for\s).{1,80})?",
)
_SLASH_CREDIT = re.compile(
    r"[(\[]?(?P<first>[A-Z][\w.&'’ -]{1,40}?)\s?/\s?(?P<second>[A-Z@][\w.&'’ -]{1,60})"
    r"(?:\s?/\s?[\w.&'’ -]{1,40})?[)\]]?"
)
_LOWER_START = re.compile(r"(?:^|\s)[a-z]")


_KINDS: dict[str, BlockKind] = {"boilerplate": "boilerplate", "credit": "credit", "byline": "byline"}
_DOUBLED = re.compile(r"(?P<label>[A-Za-z][\w' -]{1,30}?)\s?(?P=label)")
_BARS = re.compile(r"[|›»•·]")
_CREDIT_AT_END = re.compile(
    r"[\s([–—|-]+(?P<credit>"
    r"(?:(?:photo(?:graph)?|picture|image|video|illustration)s?(?: credit| by| courtesy of)?"
    r"|credit)\s?[:/©]\s?\S.{1,80}|(?:AP|AFP|EPA|Reuters)\s(?:Photo|Images?)\s?/\s?\S.{1,60}|©\s?\S.{1,60})$",
    re.IGNORECASE,
)


@dataclass(slots=True, frozen=True)
class _Phrases:
    """Rules of ``boilerplate.tsv`` tried together: one pattern with a group for each; all need the word
    ``need``.
    """

    need: str
    pattern: re.Pattern[str]
    kinds: tuple[tuple[BlockKind, str], ...]


@lru_cache(maxsize=1)
def _phrases() -> tuple[_Phrases, ...]:
    rows: dict[str, list[list[str]]] = {}
    for line in _data("boilerplate.tsv"):
        kind, rule, pattern, *rest = line.split("\t")
        rows.setdefault("".join(rest), []).append([kind, rule, pattern])
    found = []
    for need, group in rows.items():
        parts = [f"(?P<r{i}>{pattern.replace('…', '.*')})" for i, (_, _, pattern) in enumerate(group)]
        # Capturing groups of the patterns would take the name of the rule's own group away from `lastgroup`.
        source = "|".join(re.sub(r"(?<!\\)\((?!\?)", "(?:", part) for part in parts)
        kinds = tuple((_KINDS[kind], rule) for kind, rule, _ in group)
        found.append(_Phrases(need, re.compile(source, re.IGNORECASE | re.DOTALL), kinds))
    return tuple(found)


@lru_cache(maxsize=1)
def _menu_words() -> frozenset[str]:
    return frozenset(_data("menu.txt"))


@lru_cache(maxsize=1)
def agencies() -> frozenset[str]:
    """Names of agencies and picture desks, lower case."""
    return frozenset(_data("agencies.txt"))


def _data(name: str) -> list[str]:
    text = resources.files("reportedly.clean").joinpath("data").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def words(text: str) -> list[str]:
    """The words of ``text``."""
    return _WORD.findall(text)


def count_words(text: str, limit: int = 1000) -> int:
    """How many words ``text`` has, counted no further than ``limit``."""
    found = 0
    for _ in _WORD.finditer(text):
        found += 1
        if found == limit:
            break
    return found


def furniture(line: str) -> tuple[BlockKind, str] | None:
    """The kind and rule of a line that is no part of the report, judged by the line alone; ``None`` if it
    may be.
    """
    if len(line) > 1200:
        return None
    text = " ".join(line.split())
    number = count_words(text, _MAX_WORDS + 1)
    if number == 0:
        return "boilerplate", "no-words"
    if is_icons(text):
        return "boilerplate", "icon-debris"
    if _DOUBLED.fullmatch(text):
        return "boilerplate", "doubled-label"
    if number > _MAX_WORDS:
        return None
    lower = text.lower()
    for phrases in _phrases():
        match = phrases.pattern.fullmatch(text) if phrases.need in lower else None
        if match and match.lastgroup:
            return phrases.kinds[int(match.lastgroup[1:])]
    if is_menu(line):
        return "boilerplate", "menu-line"
    if is_credit(text):
        return "credit", "agency-credit"
    return None


def is_icons(text: str) -> bool:
    """True of the names of an icon font run together ("searchicon closeicon chevron upicon")."""
    parts = text.split()
    marked = sum(1 for part in parts if _ICON.search(part))
    return marked >= 3 and marked * 3 >= len(parts)


def is_menu(line: str) -> bool:
    """True of one line of menu entries: separated ("World | Sport | Opinion") or run together."""
    parts = [part for part in _SEPARATOR.split(line.strip()) if part]
    if len(parts) >= 3 and all(count_words(part, 5) <= 4 and not ENDS.search(part) for part in parts):
        known = sum(1 for part in parts if part.lower() in _menu_words())
        if _BARS.search(line):
            return True
        return known * 3 >= len(parts) or (known >= 1 and len(parts) >= 5)
    found = [word.lower() for word in words(line)]
    known = sum(1 for word in found if word in _menu_words())
    return len(found) >= 4 and known * 4 >= len(found) * 3 and not ENDS.search(line)


def is_menu_entry(text: str) -> bool:
    """True of one entry of a menu."""
    return text.strip().lower() in _menu_words()


def is_credit(text: str) -> bool:
    """True of "Agency/Photographer" and of an agency's name alone."""
    bare = text.strip("()[] ").removeprefix("©").strip()
    if bare.lower() in agencies():
        return True
    match = _SLASH_CREDIT.fullmatch(text)
    if match is None or ENDS.search(text.rstrip(")]")) or _LOWER_START.search(text):
        return False
    sides = (match["first"].strip().lower(), match["second"].strip().lower())
    return any(side in agencies() for side in sides) or (count_words(text, 8) <= 6 and count_words(sides[1]) >= 2)


def credit_at_end(text: str) -> int:
    """Where in the caption ``text`` its credit starts ("…. Photograph: A. Name/Agency"); 0 where it has
    none.
    """
    match = _CREDIT_AT_END.search(text, max(0, len(text) - 120))
    if match is None or match.start() == 0:
        return 0
    words = match["credit"].rstrip(")] ")
    return 0 if ENDS.search(words) or count_words(words, 10) > 9 else match.start("credit")


def byline(text: str) -> str | None:
    """The names of a byline ("By Jane Roe and John Doe in Beirut"); ``None`` where ``text`` is none."""
    text = " ".join(text.split())
    if len(text) > 160 or text.endswith((".", "?", "!", ":")) or not text[:6].lower().startswith(
        ("by ", "by:", "words ", "story ", "from ")
    ):  # fmt: skip
        return None
    first, _, rest = text.partition(" ")
    if rest.lower().startswith("by "):
        first, rest = f"{first} by", rest[3:]
    match = _BYLINE.fullmatch(f"{first.lower()} {rest}")
    if match is None or (first.lower().startswith("from") and count_words(text) > 4):
        return None
    return match["who"].strip(" ,")


def named(byline_names: str) -> tuple[str, ...]:
    """The single names in what ``byline`` gives."""
    return tuple(name.strip() for name in re.split(r",\s|\s?&\s|\sand\s", byline_names) if name.strip())
