"""How rare a word is in English at large.

The weights do not depend on the documents at hand: a document that is added changes no earlier comparison. They are
counts of sentences in two freely licensed treebanks (``data/rarity.tsv``, written by ``python -m bench.cdec_rarity``).
"""

import math
from functools import cache, lru_cache
from importlib.resources import files

from reportedly.ontology.names import fold

COMMON = 3.0
"""Nats. What stands in more than one of twenty sentences (e^3) says nothing of which happening is told."""

_UNSEEN = 1
"""The count of a word that the table lacks."""


def rarity(word: str) -> float:
    """How rare ``word`` (a lemma) is, in nats above ``COMMON``; 0 for function words and the like.

    The inverse sentence frequency of Spärck Jones (1972), over the table's sentences.
    """
    sentences, counts = _table()
    return max(0.0, math.log(sentences / counts.get(word, _UNSEEN)) - COMMON)


@lru_cache(maxsize=200_000)
def lemma(word: str) -> str:
    """The dictionary form of ``word``, folded: a noun's singular goes before a verb's stem (lemminflect).

    No part of speech is asked for, so that it costs no parse; "wounded" and "wounds" both give "wound".
    """
    from lemminflect import getAllLemmas

    folded = fold(word)
    found: dict[str, tuple[str, ...]] = getAllLemmas(folded)
    for part in ("NOUN", "VERB", "ADJ"):
        if part in found:
            return found[part][0].lower()
    return folded


@cache
def _table() -> tuple[int, dict[str, int]]:
    """The number of sentences, and of those that hold each lemma."""
    text = (files("reportedly.link.likeness") / "data" / "rarity.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    (_, sentences), *counted = rows
    return int(sentences), {word: int(count) for word, count in counted}
