"""Whom "the group", "the ministry", "the Russian leader" take up again among the speakers met before."""

from collections.abc import Mapping, Sequence

from reportedly.language import Token
from reportedly.ontology.speakers import Speakers
from reportedly.read.attribution.salience import Salience, clear
from reportedly.read.attribution.speaker import Speaker

_OTHERS = {"other", "another", "rival", "second", "third", "next", "new", "different", "opposing", "separate", "former"}
_ARMED = {"army", "force", "command", "military", "police"}  # in a name, they may be any armed body's


def modifiers(head: Token, source: Sequence[Token]) -> set[str]:
    """The words before ``head`` that tell its speaker apart, lower case; articles and possessors are none."""
    own = {token.i for token in source}
    return {
        token.lower
        for token in head.children
        if token.i < head.i and token.i in own and token.relation in ("amod", "compound", "nmod", "nummod", "advmod")
        if token.dep != "nmod:poss"
    }


def completed(head: Token, source: Sequence[Token]) -> bool:
    """True where what follows the noun tells who is meant ("the officers inside", "the spokesman for the port")."""
    own = {token.i for token in source}
    return any(
        token.i > head.i and token.i in own and token.relation in ("nmod", "acl", "advmod", "obl", "flat", "compound")
        for token in head.children
    )


class Definites:
    """Leads definite nouns back. ``types`` gives the type of each actor identifier."""

    def __init__(self, salience: Salience, words: Speakers, types: Mapping[str, str]) -> None:
        self._salience = salience
        self._words = words
        self._types = types

    def same_noun(self, head: Token, told: set[str], plural: bool) -> Speaker | None:
        """The speaker last called by this very noun, if nothing said of the two contradicts it."""
        if told & _OTHERS:
            return None
        lemma, lower = head.lemma.lower(), head.lower

        def fits(speaker: Speaker) -> bool:
            called = lemma in speaker.nouns or lower in speaker.nouns
            return called and speaker.plural == plural and self._agree(told, speaker)

        ranked = self._salience.before(head, fits)
        return ranked[0][1] if ranked else None

    def broader_noun(self, head: Token, told: set[str]) -> tuple[Speaker | None, bool]:
        """The speaker of whom the noun is a wider word, and whether several compete for it."""
        if told & _OTHERS:
            return None, False
        lemma = head.lemma.lower()
        narrower = self._words.broader.get(lemma, frozenset())
        types = self._words.bodies.get(lemma, frozenset())
        if not narrower and not types:
            return None, False
        outlet = lemma in self._words.outlet

        def fits(speaker: Speaker) -> bool:
            if speaker.plural or not speaker.resolved or not self._agree(told, speaker):
                return False
            if narrower:
                return speaker.kind in ("person", "unnamed") and bool(narrower & speaker.nouns)
            if speaker.kind == "outlet":
                return outlet
            if speaker.kind != "organisation" or speaker.anonymous:
                return False
            if speaker.actor is not None:
                return self._types.get(speaker.actor, "") in types
            # a body of our own making: its nouns tell what it is, a bare name fits any word for armed bodies
            known = {noun for noun in speaker.nouns if noun in self._words.bodies}
            if any(self._words.bodies[noun] & types for noun in known):
                return True
            return speaker.named and "armed-group" in types and known <= _ARMED

        ranked = self._salience.before(head, fits)
        if narrower and told:
            # "the Russian leader" tells a new one apart from another leader as easily: only where there is one
            return (ranked[0][1], False) if len(ranked) == 1 else (None, False)
        chosen = clear(ranked)
        return chosen, chosen is None and bool(ranked)

    def _agree(self, told: set[str], speaker: Speaker) -> bool:
        if not told or not speaker.modifiers:
            return True
        return bool(told & speaker.modifiers) or bool(told & {word.lower() for word in speaker.name.split()})
