"""Keys under which a place name is found however it was transliterated.

Three keys of falling strictness; a look-up tries them in this order and stops at the first that finds
anything:

* ``exact``: romanised (anyascii), lower case, without diacritics, apostrophes, hyphens, spaces and the
  Arabic article in any of its assimilated spellings (``al-``, ``el-``, ``an-`` before n, ``ash-`` before sh
  …). "Ar-Raqqah" and "Al Raqqah" share ``raqqah``.
* ``sound``: what the usual transliterations of Arabic, Hebrew, Persian, Russian and Ukrainian disagree on
  is levelled: ou/oo/w/o → u, ee/y/e → i, q/kh/ck/c → k, gh → g, ch/sch/sh → s, dj/zh → j, ph → f, aw/au → u,
  doubled letters, the ending -a/-ah/-eh/-e/-iyya/-iya/-ii. "Raqqa", "Rakka" and "Raqqah" share ``raka``.
* ``skeleton``: the consonants of ``sound``, with a leading vowel marked, only where at least ``SHORTEST``
  are left: written Arabic has no short vowels, so "Sobol", "Subul" and "Sabil" are one word. Shorter
  skeletons are no evidence of anything and never match.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

SHORTEST = 4
"""Fewest letters of a skeleton. With three, half of the Syrian villages share theirs with a stranger."""

_APOSTROPHES = "'`´‘’ʼʻʿʾ′\"“”"
# All patterns work on many names at once, one a line: a call a name costs ten times as much.
_BREAKS = re.compile(r"[^a-z0-9\n]+")
_EDGES = re.compile(r"(?m)^ | $")
_ARTICLE = re.compile(
    r"\b(?:[aeiu]l (?=\w)|[ae](?:d (?=d)|n (?=n)|r (?=r)|s (?=s)|t (?=t)|z (?=z)|j (?=j)|sh"
    r" (?=sh)|ch (?=ch)|dh (?=dh)|th (?=th)))"
)
_SHORT = re.compile(r"\b(?:ste?|[mf]t)(?= )|(?<= )(?:ste?|[mf]t)\b")
_LONG = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_THE = re.compile(r"(?m)^the(?=\w{4})")
_LEVELS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"shch|s[ch]h?|ch|[sc]z|t[szc]|c(?=[eiy])", "s"),
        (r"kh|ck?|q|x", "k"),
        (r"d?zh|d[jz]", "j"),
        (r"(?:a[uw]|[ouw])+", "u"),
        (r"(?:a[iy]|[eiy])+", "i"),
    )
)
_ASPIRATED = (("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"))
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_ENDING = re.compile(r"(?m)(?<=.)(?:i?a|i)h?$|(?<=u)h$")
_LEAD = re.compile(r"(?m)^[aiu]")
_LEAD_H = re.compile(r"(?m)^h")
_VOWELS = str.maketrans("AH", "ah", "aiuh")


class _Romanised(dict[int, str]):
    """Code point → its letters in ASCII, found out at the first use."""

    def __missing__(self, point: int) -> str:
        from anyascii import anyascii

        self[point] = letters = anyascii(chr(point)).replace("'", "").replace('"', "").replace("`", "")
        return letters


_ROMANISED = _Romanised({point: chr(point) for point in range(128)} | dict.fromkeys(map(ord, _APOSTROPHES), ""))


def _exact(lines: str) -> str:
    words = _EDGES.sub("", _BREAKS.sub(" ", lines.translate(_ROMANISED).lower()))
    return _SHORT.sub(_long, _ARTICLE.sub("", words)).replace(" ", "")


def _long(match: re.Match[str]) -> str:
    return _LONG[match.group()]


def _levelled(exact: str) -> str:
    sound = _THE.sub("", exact)
    for pattern, letter in _LEVELS[:3]:
        sound = pattern.sub(letter, sound)
    for aspirated, letter in _ASPIRATED:
        sound = sound.replace(aspirated, letter)
    for pattern, letter in _LEVELS[3:]:
        sound = pattern.sub(letter, sound)
    return _ENDING.sub(_ended, _single(sound))


def _single(lines: str) -> str:
    for letter in _LETTERS:
        twice = letter + letter
        while twice in lines:
            lines = lines.replace(twice, letter)
    return lines


def _ended(match: re.Match[str]) -> str:
    return "" if match.group() == "h" else "a"


def _bones(sound: str) -> str:
    return _single(_LEAD_H.sub("H", _LEAD.sub("A", sound)).translate(_VOWELS))


@lru_cache(maxsize=16_384)
def exact_key(name: str) -> str:
    """``name`` romanised and folded, without article and breaks; ``""`` where no letter is left."""
    return _exact(_line(name))


@lru_cache(maxsize=16_384)
def sound_key(name: str) -> str:
    """``name`` with the letters levelled that transliterations disagree on; ``""`` where no letter is
    left."""
    return _levelled(exact_key(name))


def skeleton_key(name: str) -> str:
    """The consonants of ``sound_key``, a leading vowel as ``a``; ``""`` where fewer than ``SHORTEST`` are
    left."""
    bones = _bones(sound_key(name))
    return bones if len(bones) >= SHORTEST else ""


def all_keys(names: Sequence[str]) -> list[tuple[str, ...]]:
    """For each of ``names`` its keys, marked as by ``keys``, without those that it has not."""
    if not names:
        return []
    exact = _exact("\n".join(map(_line, names)))
    sound = _levelled(exact)
    found: list[tuple[str, ...]] = []
    for key, heard, bones in zip(exact.split("\n"), sound.split("\n"), _bones(sound).split("\n"), strict=True):
        if not key:
            found.append(())
        elif len(bones) >= SHORTEST:
            found.append((key, "~" + heard, "=" + bones))
        else:
            found.append((key, "~" + heard))
    return found


def _line(name: str) -> str:
    return " ".join(name.split())


@lru_cache(maxsize=16_384)
def keys(name: str) -> tuple[str, str, str]:
    """The three keys of ``name``, marked so that they cannot be mistaken for each other; empty where there
    is none."""
    exact = exact_key(name)
    sound = _levelled(exact)
    bones = _bones(sound)
    return exact, "~" + sound if sound else "", "=" + bones if len(bones) >= SHORTEST else ""
