"""Whether two triggers within one story tell the same event: evidence from the triggers and the words around."""

import math

from reportedly.link.likeness.kin import kinship
from reportedly.link.likeness.rarity import rarity
from reportedly.link.likeness.words import Words, likeness
from reportedly.model import Record

UNLIKE = -2.0
"""Log-odds of triggers that are no kin. From -3 to -1 the training part of ECB+ scores alike."""

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


def evidence(a: Telling, b: Telling) -> float:
    """Log-odds (natural) that ``a`` and ``b``, of one story, tell one event; symmetric, within 3 of 0.

    Two logistic regressions over the training part of ECB+ (CC BY 3.0), for triggers of one lemma and for kin, made
    again by ``python -m bench.cdec_weights``; ``docs/decisions/0010-cross-document-events.md`` says what was tried.
    """
    kin = kinship(a.lemma, b.lemma)
    if not kin:
        return UNLIKE
    weights = _SAME if a.lemma == b.lemma else _KIN
    found = math.fsum(weight * ground for weight, ground in zip(weights, grounds(a, b, kin), strict=True))
    return max(-_CAP, min(_CAP, found))


def grounds(a: Telling, b: Telling, kin: float) -> tuple[float, ...]:
    """What the evidence is summed up from, the constant first."""
    one_document = a.document == b.document
    one_sentence = one_document and a.sentence == b.sentence
    return (
        1.0,
        kin,
        min(rarity(a.lemma), rarity(b.lemma)),
        0.0 if one_document else math.sqrt(likeness(a.whole, b.whole)),
        float(one_document),
        float(one_sentence),
        0.0 if one_sentence else math.sqrt(likeness(a.around, b.around)),
    )


# Rounded, with 0.3 added to the constants: a large event has more pairs than many small ones and pulls them down.
_SAME = (-5.4, 0.0, 0.5, 7.4, 5.3, -1.5, 1.3)
_KIN = (-5.0, 1.6, 0.4, 4.1, 3.1, -1.6, 1.0)
