"""How near two words that tell an event are in meaning: forms of one word, or words that share a sense."""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import takewhile

_STEM = 4
"""Letters that related words must begin with alike."""

_SHARE = 0.6
"""The part of the shorter word that these must make up."""

_ENDING = 5
"""Letters that may follow them: "-ition", "-ement", "-ation"."""

_RELATED = 0.8
"""Forms of one word are nearly as near as one word."""


def related(a: str, b: str) -> bool:
    """Whether two lemmas are likely forms of one word: "seize" and "seizure", "acquire" and "acquisition"."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
    short, long = sorted((len(a), len(b)))
    return same >= _STEM and same >= _SHARE * short and long - same <= _ENDING


@lru_cache(maxsize=200_000)
def kinship(a: str, b: str) -> float:
    """How near two lemmas are, from 0 to 1, symmetric: 1 for one word, or where the commonest senses of both are one.

    The rarer the shared sense is among those of either word, the less: "hit" and "strike" both name a blow before
    they name a strike of workers. Senses are WordNet's (Fellbaum 1998), with those of the words derived from a word,
    and no broader ones; ``data/kin.tsv``, written by ``python -m bench.cdec_kin``, holds them.
    """
    if a == b:
        return 1.0
    ours, theirs = _senses().get(a, {}), _senses().get(b, {})
    shared = max((1.0 / (1 + ours[sense] + theirs[sense]) for sense in ours.keys() & theirs.keys()), default=0.0)
    return max(shared, _RELATED if related(a, b) else 0.0)


@cache
def _senses() -> Mapping[str, Mapping[str, int]]:
    """The senses of each word that another word shares, with the rank of each, from 0 for the commonest."""
    text = (files("reportedly.link.likeness") / "data" / "kin.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {word: {sense[1:]: int(sense[0]) for sense in senses.split()} for word, senses in rows}
