"""The body that somebody speaks for: "a spokesman for the mission", "the army's commander", "police chief X"."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from reportedly.language import Token
from reportedly.model import ActorMention
from reportedly.ontology.speakers import Speakers
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.names import joined

_OF = ("for", "of", "from", "with")
_POSSESSIVES = {"its", "their"}
_NO_NAME = ("LOC", "PER")


class Affiliations:
    """Tells bodies for the speakers of one document.

    ``label`` gives the fullest name of an actor, ``owner`` the name of whom "its" or "their" stands for.
    """

    def __init__(
        self,
        text: str,
        actors: Mapping[int, ActorMention],
        words: Speakers,
        label: Callable[[ActorMention], str],
        owner: Callable[[Token], str | None],
    ) -> None:
        self._text = text
        self._actors = actors
        self._words = words
        self._label = label
        self._owner = owner

    def of(self, source: Sequence[Token], name: Sequence[Token] = ()) -> str | None:
        """The body that the words of a phrase give whoever it names or describes; ``None`` where they give none.

        Args:
            name: the words of the person's name among ``source``.
        """
        named = {token.i for token in name}
        if not name and any(token.lemma.lower() in self._words.document for token in source):
            return self._publisher(source)
        for token in source:
            person = token.i in named or token.lemma.lower() in self._words.person | self._words.people
            if token.pos not in ("NOUN", "PROPN") or not (person or token.lower in self._words.people):
                continue
            for body, leads in self._beside(token):
                if body.i not in named and (found := self._body(body, token, leads=leads, named=token.i in named)):
                    return found
        return self._ranked(source, name)

    def _beside(self, role: Token) -> Iterator[tuple[Token, bool]]:
        """The nouns that may be the body, and whether only who leads or speaks for it is one with it."""
        for child in role.children:
            if child.dep == "nmod:poss" or (child.relation == "nmod" and grammar.preposition(child) in _OF):
                yield child, False
        for child in reversed(role.children):  # "the county police chief": what stands nearest tells
            if child.i < role.i and child.dep != "nmod:poss" and child.relation in ("compound", "amod", "nmod"):
                yield child, True

    def _body(self, body: Token, role: Token, *, leads: bool, named: bool) -> str | None:
        voice = role.lemma.lower() in self._words.voices or role.lower in self._words.voices
        if body.lower in _POSSESSIVES and body.pos in ("PRON", "DET"):
            return self._owner(body)
        mention = self._actors.get(body.i)
        if mention is not None and (voice or body.name not in _NO_NAME):
            return self._label(mention)
        proper = body.pos == "PROPN" and body.name not in _NO_NAME and body.name != "NORP"
        if proper and (voice or not leads):
            return self._words_of(body)
        known = {body.lower, body.lemma.lower()} & self._words.organisation
        return self._words_of(body) if known and (voice or (named and not leads)) else None

    def _publisher(self, source: Sequence[Token]) -> str | None:
        """Whose a document is: "a video posted by the account Hill Eye", "the ministry's statement"."""
        mention = next((self._actors[token.i] for token in source if token.i in self._actors), None)
        return None if mention is None else self._label(mention)

    def _words_of(self, body: Token) -> str:
        phrase = grammar.phrase(body, without=[c for c in body.children if c.relation in ("appos", "acl")])
        kept = [token for token in phrase if token.lower not in ("the", "a", "an") and token.tag != "POS"]
        while len(kept) > 1 and kept[0].lower in _POSSESSIVES:
            kept.pop(0)
        return joined(self._text, kept)

    def _ranked(self, source: Sequence[Token], name: Sequence[Token]) -> str | None:
        """The body whose ranks alone are called so: "Superintendent Lena Korin" is of the police."""
        before = [token.lower.strip(".") for token in source if name and token.i == name[0].i - 1]
        return next((body for body, ranks in self._words.ranks.items() if ranks.intersection(before)), None)
