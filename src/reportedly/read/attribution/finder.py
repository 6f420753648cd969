"""Every cue of a document, each word asked by the rules for its part of speech."""

from collections.abc import Iterator

from reportedly.read.attribution.according import according, opinions
from reportedly.read.attribution.candidate import Candidate
from reportedly.read.attribution.context import Context
from reportedly.read.attribution.counted import counted
from reportedly.read.attribution.nominal import Nominals
from reportedly.read.attribution.provenance import (
    emerged,
    leaning,
    learned,
    pictured,
    provenance,
    published,
    shown_in,
)
from reportedly.read.attribution.verbs import Verbs


def find_cues(context: Context) -> Iterator[Candidate]:
    """The candidates in the order of their cues; sources, nesting and continued quotations are not settled."""
    verbs, nominals = Verbs(context), Nominals(context)
    for token in context.parse.tokens:
        if token.pos == "VERB" or (token.pos == "AUX" and token.dep not in ("aux", "aux:pass", "cop")):
            found = list(learned(context, token)) or list(verbs.candidates(token))
            yield from found
            if not found:
                yield from provenance(context, token)
                yield from leaning(context, token)
                yield from counted(context, token)
            yield from published(context, token)
            yield from pictured(context, token)
            yield from emerged(context, token)
            if not found and token.tag == "VBN":
                yield from nominals.adjectives(token)
        elif token.pos == "NOUN":
            yield from nominals.nouns(token)
            yield from opinions(context, token)
            yield from shown_in(context, token)
        elif token.pos == "ADJ":
            yield from nominals.adjectives(token)
        if token.lower in ("according", "per"):
            yield from according(context, token)
