"""Whether two triggers within one story tell the same event: evidence from the triggers and the words around."""

import math
from itertools import takewhile

from reportedly.link.likeness.rarity import rarity
from reportedly.link.likeness.words import Words, likeness
from reportedly.model import Record

_STEM = 4
"""Letters that related words must begin with alike."""

_SHARE = 0.6
"""The part of the shorter word that these must make up."""

_ENDING = 5
"""Letters that may follow them: "-ition", "-ement", "-ation"."""

UNLIKE = -2.0
"""Log-odds of triggers that are no kin: one in thirty such pairs of a story is one event."""

_CAP = 3.0
"""No single pair decides over a group."""


class Telling(Record, frozen=True):
    """A trigger where it stands.

    ``lemma``: that of its head; ``around``: its sentence without it; ``whole``: all of its document.
    """

    document: str
    sentence: int
    lemma: str
    around: Words
    whole: Words


def related(a: str, b: str) -> bool:
    """Whether two lemmas are likely forms of one word: "seize" and "seizure", "acquire" and "acquisition"."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
    short, long = sorted((len(a), len(b)))
    return same >= _STEM and same >= _SHARE * short and long - same <= _ENDING


def evidence(a: Telling, b: Telling) -> float:
    """Log-odds (natural) that ``a`` and ``b``, of one story, tell one event; symmetric, within 3 of 0.

    A logistic regression over the training part of ECB+ (CC BY 3.0), its constants rounded and its threshold chosen
    there; ``docs/decisions/0010-cross-document-events.md`` says what each part adds.
    """
    same = a.lemma == b.lemma
    if not same and not related(a.lemma, b.lemma):
        return UNLIKE
    found = _PRIOR + _SAME * same + _RARITY * min(rarity(a.lemma), rarity(b.lemma))
    if a.document != b.document:
        found += _WHOLE * math.sqrt(likeness(a.whole, b.whole))
    else:
        found += _ONE_DOCUMENT + _ONE_SENTENCE * (a.sentence == b.sentence)
    if a.document != b.document or a.sentence != b.sentence:
        found += _AROUND * math.sqrt(likeness(a.around, b.around))
    return max(-_CAP, min(_CAP, found))


_PRIOR = -5.4
_SAME = 0.5
_RARITY = 0.4
_WHOLE = 8.0
_ONE_DOCUMENT = 5.4
_ONE_SENTENCE = -2.1
_AROUND = 0.9
