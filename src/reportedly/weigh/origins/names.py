"""Names of sources compared: the same body under a longer and a shorter name, a state's adjective for its noun."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from reportedly.weigh.data import words

Tokens = tuple[str, ...]
_WORD = re.compile(r"[^\W_]+")
_ASIDE = re.compile(r"\([^)]*\)")
_SHARED = 4  # letters that an adjective and its noun must share: Mali, Malian; Iraq, Iraqi
_SUFFIX = 3  # letters that an ending may add: Iran, Iranian; ministry, ministries


@cache
def tokens(name: str) -> Tokens:
    """The words of ``name`` that tell who it is: folded, without accents, articles, possessives and asides."""
    folded = unicodedata.normalize("NFKD", _ASIDE.sub(" ", name).replace("’", "'").casefold())
    plain = "".join(char for char in folded if not unicodedata.combining(char)).replace("'s", " ").replace("'", "")
    for other in sorted(words("army"), key=len, reverse=True):
        plain = plain.replace(other, "army")
    found = tuple(_WORD.findall(plain))
    telling = tuple(word for word in found if word not in words("empty"))
    return telling or found


def described(name: str) -> Tokens:
    """What tells one group of unnamed sources from another: the head of the description, in the singular.

    "Two residents", "area residents" and "residents who fled to Monguno" are all residents; a security source is not
    a hospital source.
    """
    head: list[str] = []
    for word in _WORD.findall(name.replace("’", "'").casefold().replace("'s", " ")):
        if word in words("joints") and head:
            break
        head.append(word)
    left = [w for w in head if w not in words("vague") and w not in words("empty") and not w.isdecimal()] or head[-1:]
    return tuple(_singular(word) for word in left)


def proper(name: str) -> bool:
    """True if a word of it other than an article is written with a capital: it is somebody's name."""
    return any(word[0].isupper() and word.casefold() not in words("empty") for word in _WORD.findall(name))


def alike(a: str, b: str) -> bool:
    """True if two words are one, but for an ending."""
    if a == b or _singular(a) == _singular(b):
        return True
    short, long = sorted((a, b), key=len)
    stem = short[:-1] if short[-1] in "ae" else short  # Ukraine, Ukrainian
    return len(stem) >= _SHARED and len(long) - len(short) <= _SUFFIX and long.startswith(stem)


def within(some: Sequence[str], more: Sequence[str]) -> bool:
    """True if each of ``some`` words is among ``more``, but for endings."""
    return bool(some) and all(any(alike(word, other) for other in more) for word in some)


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > _SHARED - 1 and word.endswith("s") and not word.endswith("ss") else word
