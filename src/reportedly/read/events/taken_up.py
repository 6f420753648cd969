"""Places told again without their name: "there", "in the same town", "the city"."""

from collections.abc import Iterator, Sequence

from reportedly.language import Parse, Token
from reportedly.model import Place
from reportedly.read.places.lexicon import LEVELS

_SPOTS = frozenset({"town", "point", "district", "unplaced"})
_OF_LEVEL = {
    "town": _SPOTS,
    "district": frozenset({"district", "unplaced"}),
    "province": frozenset({"province", "unplaced"}),
}
_TAKING_UP = frozenset({"the", "that", "this", "same"})
_LOCATING = frozenset({"in", "at", "near", "outside", "inside", "around", "over", "across"})
_BACK = 1
"""Sentences that the name may lie behind."""


def places_taken_up(parse: Parse, places: Sequence[tuple[Token, Place]]) -> Iterator[tuple[Token, Place]]:
    """Each word that takes up one of ``places``, named places with the tokens that head them, and that place.

    The name must be the only one of its kind in the sentence, before the word, or else in the sentence before, in the
    same block. Where two may be meant none is.
    """
    by_sentence: dict[int, list[tuple[Token, Place]]] = {}
    for token, place in places:
        if not place.metonym:
            by_sentence.setdefault(token.sent, []).append((token, place))
    if not by_sentence:
        return
    for word in parse.tokens:
        kinds = _kinds_of(word)
        if not kinds:
            continue
        block = parse.sentences[word.sent].block
        for number in range(word.sent, max(word.sent - _BACK, 0) - 1, -1):
            if parse.sentences[number].block != block:
                break
            found = {
                (place.geonameid or place.name): place
                for token, place in by_sentence.get(number, ())
                if token.i < word.i and place.precision in kinds
            }
            if len(found) == 1:
                yield word, next(iter(found.values()))
            if found:
                break


def _kinds_of(word: Token) -> frozenset[str]:
    """The precisions that the place meant by ``word`` may have; empty where it takes up none."""
    if word.lower == "there":
        return _SPOTS | {"province"} if word.tag == "RB" and word.dep != "expl" else frozenset()
    level = LEVELS.get(word.lower, "")
    if level not in _OF_LEVEL or word.pos != "NOUN" or word.relation not in ("obl", "nmod"):
        return frozenset()
    located = any(child.relation == "case" and child.lower in _LOCATING for child in word.children)
    plain = {child.lower for child in word.children if child.relation in ("det", "amod")}
    named = any(child.relation in ("nmod", "compound", "flat", "appos", "acl") for child in word.children)
    return _OF_LEVEL[level] if located and plain and plain <= _TAKING_UP and not named else frozenset()
