"""Names brought into one form, so that transliterations and spellings of the same name meet.

A name becomes a tuple of words: parted at white space, hyphens and slashes; apostrophes, full stops and
diacritics dropped; the Arabic article left out where it stands before another word.
"""

import re
import unicodedata

from reportedly.model import Record

ARTICLES = frozenset({"al", "el", "an", "ar", "as", "ash", "ad", "at", "az", "ul", "ol"})
APOSTROPHES = "'’‘`ʿʾʼ′´"
_DROPPED = str.maketrans("", "", APOSTROPHES + ".")
_WORD = re.compile(rf"(?:\w\.){{2,}}|[\w{APOSTROPHES}&]+(?:\.\w+)*", re.UNICODE)
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s$", re.IGNORECASE)


class Word(Record, frozen=True, gc=False):
    """A word of a name: as written without its apostrophes (``text``), folded (``key``), and where it
    stands."""

    text: str
    key: str
    start: int
    end: int


def fold(word: str) -> str:
    """``word`` in lower case, without diacritics."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word)
    return "".join(char for char in plain if not unicodedata.combining(char)).lower()


def words_of(text: str, offset: int = 0) -> list[Word]:
    """The words of ``text``, in order. ``offset`` is added to their positions (code points).

    A possessive ``'s`` is left out; "Al-Nusra" gives one word that starts at its article, "Kafr Nabel" two.
    """
    found: list[Word] = []
    matches = list(_WORD.finditer(text))
    article: int | None = None
    for number, match in enumerate(matches):
        raw = match.group()
        end = match.end()
        if possessive := _POSSESSIVE.search(raw):
            end -= len(possessive.group())
            raw = raw[: possessive.start()]
        plain = raw.translate(_DROPPED)
        key = fold(plain)
        if not key:
            continue
        if key in ARTICLES and number + 1 < len(matches):
            following = matches[number + 1]
            gap = text[match.end() : following.start()]
            hyphen = gap in ("-", "‑", "–")
            spaced = gap == " " and key in ("al", "el") and following.group()[:1].isupper()
            if hyphen or spaced:
                article = match.start()
                continue
        start = match.start() if article is None else article
        article = None
        found.append(Word(text=plain, key=key, start=offset + start, end=offset + end))
    return found


def agrees(alias: str, text: str) -> bool:
    """True if ``text`` is written as ``alias`` may be: capitals where it has them.

    Acronyms of four letters or more may also be written "Isis"; shorter ones only in capitals.
    """
    if alias == text or (text.isupper() and len(text) > 3):
        return True
    if alias.isupper() and len(alias) > 1:
        return len(alias) >= 4 and text[:1].isupper() and text[1:].islower()
    return not alias[:1].isupper() or text[:1].isupper()
