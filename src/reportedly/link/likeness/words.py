"""Bags of words weighted by their rarity, and how much of them two stretches of text share."""

import math
from collections.abc import Iterable

from reportedly.link.likeness.rarity import lemma, rarity
from reportedly.model import Record
from reportedly.ontology.names import words_of


class Words(Record, frozen=True):
    """The rare words of a stretch of text (lemmas), each once, with its squared weight; ``weight`` is their sum."""

    squares: dict[str, float]
    weight: float


_NAMES, _NUMBERS = 3.0, 2.0
"""How many times as much a name or a number weighs: reports of two fires share their words, but not these."""

_ENDS = frozenset(".?!\"'“”‘’`(:")
"""What a word that begins a sentence or a quotation stands after; its capital says nothing."""

_GAP = 3
"""Characters before a word that are looked at: more than this between two words is a border too."""

NO_WORDS = Words(squares={}, weight=0.0)


def words(text: str, without: Iterable[str] = ()) -> Words:
    """The rare words of ``text``: names, numbers, nouns and verbs alike. ``without``: lemmas to leave out."""
    kept = sorted({lemma(word.key) for word in words_of(text)}.difference(without))
    squares = {word: rarity(word) ** 2 for word in kept if rarity(word) > 0}
    return Words(squares=squares, weight=math.fsum(squares.values()))


def story_words(text: str) -> Words:
    """The rare words of a document, with names and numbers weighing more.

    A name is what mostly has a capital where no sentence begins.
    """
    capitals: dict[str, int] = {}
    for word in words_of(text):
        before = text[max(0, word.start - _GAP) : word.start].rstrip()[-1:]
        capital = 0 if not before or before in _ENDS else 1 if word.text[:1].isupper() else -1
        found = lemma(word.key)
        capitals[found] = capitals.get(found, 0) + capital
    squares = {
        word: rarity(word) ** 2 * (_NUMBERS if word[0].isdigit() else _NAMES if capitals[word] > 0 else 1.0)
        for word in sorted(capitals)
        if rarity(word) > 0
    }
    return Words(squares=squares, weight=math.fsum(squares.values()))


def likeness(a: Words, b: Words) -> float:
    """The cosine of two bags: 0 where they share no rare word, 1 where they are the same.

    Symmetric. A further word that both have never lowers it, one that only one of them has never raises it. A bag
    without words is like nothing, not even itself: nothing is known of it.
    """
    if len(a.squares) > len(b.squares):
        a, b = b, a
    shared = math.fsum(square for word, square in a.squares.items() if word in b.squares)
    return min(1.0, shared / math.sqrt(a.weight * b.weight)) if shared else 0.0
