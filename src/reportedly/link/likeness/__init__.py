"""How alike two stretches of text are by their rare words, without a model and without a corpus at hand."""

from reportedly.link.likeness.kin import kinship, related
from reportedly.link.likeness.rarity import lemma, rarity
from reportedly.link.likeness.stories import STORY, stories
from reportedly.link.likeness.triggers import UNLIKE, Telling, evidence, grounds
from reportedly.link.likeness.words import NO_WORDS, Words, likeness, story_words, words

__all__ = [
    "NO_WORDS",
    "STORY",
    "UNLIKE",
    "Telling",
    "Words",
    "evidence",
    "grounds",
    "kinship",
    "lemma",
    "likeness",
    "rarity",
    "related",
    "stories",
    "story_words",
    "words",
]
