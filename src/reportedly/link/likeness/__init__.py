"""How alike two stretches of text are by their rare words, without a model and without a corpus at hand."""

from reportedly.link.likeness.rarity import lemma, rarity
from reportedly.link.likeness.stories import STORY, stories
from reportedly.link.likeness.triggers import Telling, evidence, related
from reportedly.link.likeness.words import NO_WORDS, Words, likeness, words

__all__ = [
    "NO_WORDS",
    "STORY",
    "Telling",
    "Words",
    "evidence",
    "lemma",
    "likeness",
    "rarity",
    "related",
    "stories",
    "words",
]
