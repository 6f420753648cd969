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
from collections.abc import Iterable
from functools import lru_cache

SHORTEST = 4
"""Fewest letters of a skeleton. With three, half of the Syrian villages share theirs with a stranger."""

_APOSTROPHES = re.compile(r"['`´‘’ʼʻʿʾ′\"“”]")
_BREAKS = re.compile(r"[^a-z0-9]+")
_ARTICLE = re.compile(
    r"\b(?:[aeiu]l (?=\w)|[ae](?:d (?=d)|n (?=n)|r (?=r)|s (?=s)|t (?=t)|z (?=z)|j (?=j)|sh"
    r" (?=sh)|ch (?=ch)|dh (?=dh)|th (?=th)))"
)
_ABBREVIATIONS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_LEVELS = re.compile(
    r"(?P<s>shch|s[ch]h?|ch|[sc]z|t[szc]|c(?=[eiy]))|(?P<k>kh|ck?|q|x)|(?P<j>d?zh|d[jz])"
    r"|(?P<g>gh)|(?P<d>dh)|(?P<t>th)"
    r"|(?P<f>ph)|(?P<u>(?:a[uw]|[ouw])+)|(?P<i>(?:a[iy]|[eiy])+)"
)
_DOUBLED = re.compile(r"(.)\1+")
_ENDING = re.compile(r"(?:i?a|i)h?$")
_VOWELS = str.maketrans("", "", "aiuh")


def _romanised(name: str) -> str:
    if not name.isascii():
        from anyascii import anyascii

        name = anyascii(_APOSTROPHES.sub("", name))
    words = _BREAKS.sub(" ", _APOSTROPHES.sub("", name).lower()).strip()
    if " " not in words:
        return words
    bare = _ARTICLE.sub("", words).strip() or words
    return " ".join(_ABBREVIATIONS.get(word, word) for word in bare.split())


def exact_key(name: str) -> str:
    """``name`` romanised and folded, without article and breaks; ``""`` where no letter is left."""
    return _romanised(name).replace(" ", "")


def _levelled(exact: str) -> str:
    if exact.startswith("the") and len(exact) > 6:
        exact = exact[3:]
    sound = _DOUBLED.sub(r"\1", _LEVELS.sub(lambda match: match.lastgroup or "", exact))
    stem = _ENDING.sub("", sound)
    if stem and stem != sound:
        return stem + "a"
    return sound[:-1] if sound[-2:] == "uh" else sound


def _bones(sound: str) -> str:
    lead = "a" if sound[:1] in ("a", "i", "u") else sound[:1]
    bones = _DOUBLED.sub(r"\1", lead + sound[1:].translate(_VOWELS))
    return bones if len(bones) >= SHORTEST else ""


def sound_key(name: str) -> str:
    """``name`` with the letters levelled that transliterations disagree on; ``""`` where no letter is
    left."""
    return _levelled(exact_key(name))


def skeleton_key(name: str) -> str:
    """The consonants of ``sound_key``, a leading vowel as ``a``; ``""`` where fewer than ``SHORTEST`` are
    left."""
    return _bones(sound_key(name))


def all_keys(names: Iterable[str]) -> set[str]:
    """Every key of every one of ``names``, marked as by ``keys``."""
    found = {exact_key(name) for name in names} - {""}
    sounds = {_levelled(exact) for exact in found}
    bones = {_bones(sound) for sound in sounds} - {""}
    found.update("~" + sound for sound in sounds)
    found.update("=" + bone for bone in bones)
    return found


@lru_cache(maxsize=65536)
def keys(name: str) -> tuple[str, str, str]:
    """The three keys of ``name``, marked so that they cannot be mistaken for each other; empty where there
    is none."""
    exact = exact_key(name)
    sound = _levelled(exact)
    skeleton = _bones(sound)
    return exact, "~" + sound if sound else "", "=" + skeleton if skeleton else ""
