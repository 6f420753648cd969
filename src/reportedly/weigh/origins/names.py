"""Names of sources compared: the same body under a longer and a shorter name, a state's adjective for its noun."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from reportedly.weigh.data import content, words

Tokens = tuple[str, ...]
_WORD = re.compile(r"[^\W_]+")
_PLAIN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SPELT = re.compile(r"\b(?:un|us|uk|eu)\b")
_WHERE = re.compile(r"\s(?:in|near|who|that|which|with)\s")
_ASIDE = re.compile(r"\([^)]*\)")
_SHARED = 4  # letters that an adjective and its noun must share: Mali, Malian; Iraq, Iraqi
_SUFFIX = 3  # letters that an ending may add: Iran, Iranian; ministry, ministries
_LETTERS = 2  # of the shortest abbreviation
_HELD = ("-held", "-controlled", "-run", "-occupied", "-governed")
_IRREGULAR = {"men": "man", "women": "woman", "policemen": "policeman", "fishermen": "fisherman"}
_LONGEST = 3  # words of the longest name of a state


@cache
def tokens(name: str) -> Tokens:
    """The words of ``name`` that tell who it is: folded, without accents, articles, possessives and asides."""
    body, _, rest = _WHERE.sub("\n", name, count=1).partition("\n")
    named = body if body and not proper(rest) else name  # "the task force in charge of the operation"
    plain = _SPELT.sub(lambda match: _spelt()[match.group()], folded(named))
    for other in sorted(words("army"), key=len, reverse=True):
        plain = plain.replace(other, "army")
    found = tuple(_WORD.findall(plain))
    telling = tuple(word for word in found if word not in words("empty") and word not in words("settlements"))
    return telling or found


@cache
def _spelt() -> dict[str, str]:
    return content("words.yaml")["spelt"]  # type: ignore[no-any-return]


@cache
def folded(name: str) -> str:
    """``name`` in lower case, without accents, possessive endings and what stands in brackets."""
    low = unicodedata.normalize("NFKD", _ASIDE.sub(" ", name).replace("’", "'").casefold())
    return "".join(char for char in low if not unicodedata.combining(char)).replace("'s", " ").replace("'", "")


@cache
def described(name: str) -> Tokens:
    """What tells one group of unnamed sources from another: the head of the description, in the singular.

    "Two residents", "area residents" and "residents who fled to Monguno" are all residents, and so are villagers; a
    security source is not a hospital source.
    """
    head: list[str] = []
    for word in _WORD.findall(name.replace("’", "'").casefold().replace("'s", " ")):
        if (word in words("joints") or word in words("contacted")) and head:
            break
        head.append(word)
    left = [w for w in head if w not in words("vague") and w not in words("empty") and not w.isdecimal()] or head[-1:]
    plain = tuple(singular(word) for word in left)
    return _one_word().get(" ".join(plain), plain)


@cache
def _one_word() -> dict[str, Tokens]:
    """For each description that has another name: that name."""
    same: dict[str, list[str]] = content("words.yaml")["same"]
    return {other: (one,) for one, others in same.items() for other in others}


@cache
def served(name: str) -> Tokens:
    """The words for the body in which somebody serves who is told by that alone: of "health officials in Hodeidah"
    health and Hodeidah; empty where the words tell no service, or the name is withheld."""
    low = folded(name)
    found = [word for part in _PLAIN.findall(low) if not part.endswith(_HELD) for word in part.split("-")]
    kept = tuple(singular(w) for w in found if w not in words("staff") and w not in words("empty") | words("vague"))
    return kept if len(kept) < len(found) and words("staff").intersection(found) and not _withheld(found) else ()


def _withheld(found: Sequence[str]) -> bool:
    return not words("withheld").isdisjoint(found)


def proper(name: str) -> bool:
    """True if a word of it other than an article is written with a capital: it is somebody's name."""
    return any(word[0].isupper() and word.casefold() not in words("empty") for word in _WORD.findall(name))


@cache
def abbreviates(short: str, long: str) -> bool:
    """True if ``short`` is written in capitals, the first letters of the words of ``long``."""
    letters = [word for word in _WORD.findall(_ASIDE.sub(" ", short)) if word.casefold() not in words("empty")]
    if len(letters) != 1 or not letters[0].isupper() or len(letters[0]) < _LETTERS:
        return False
    found = _WORD.findall(folded(long))
    telling = [word for word in found if word not in words("empty")]
    wanted = letters[0].casefold()
    return wanted in ("".join(word[0] for word in found), "".join(word[0] for word in telling))


@cache
def runs(name: str) -> Tokens:
    """The words of ``name``, singly and up to three together, but for those that tell who leads or pays somebody."""
    low = folded(name)
    found = [part for part in _PLAIN.findall(low) if not part.endswith(tuple(words("sponsored")))]
    return tuple(_runs(found))


def _runs(found: Sequence[str]) -> Iterator[str]:
    for length in range(_LONGEST, 0, -1):
        for at in range(len(found) - length + 1):
            yield " ".join(found[at : at + length])


def alike(a: str, b: str) -> bool:
    """True if two words are one, but for an ending."""
    if a == b or singular(a) == singular(b):
        return True
    short, long = sorted((a, b), key=len)
    if not short:
        return False
    stem = short[:-1] if short[-1] in "ae" else short  # Ukraine, Ukrainian
    return len(stem) >= _SHARED and len(long) - len(short) <= _SUFFIX and long.startswith(stem)


def within(some: Sequence[str], more: Sequence[str]) -> bool:
    """True if each of ``some`` words is among ``more``, but for endings."""
    return bool(some) and all(any(alike(word, other) for other in more) for word in some)


def singular(word: str) -> str:
    """``word`` without the ending of the plural."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > _SHARED - 1 and word.endswith("s") and not word.endswith("ss") else word
