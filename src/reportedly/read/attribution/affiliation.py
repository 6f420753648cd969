"""The body that somebody speaks for: "a spokesman for the mission", "the army's commander", "police chief X"."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from reportedly.language import Parse, Token
from reportedly.model import ActorMention
from reportedly.ontology.speakers import Speakers
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.names import joined

_OF = ("for", "of", "from", "with")
_POSSESSIVES = {"its", "their"}
_SERVICES = {"police", "army", "navy", "gendarmerie", "coastguard"}
_OURS = {"our", "my"}
_LED = {"speak": "for", "preside": "over"}  # the others of those who lead have an object
_INDEFINITE = {"a", "an", "another", "one", "some"}
_NO_NAME = ("LOC", "PER")


class Affiliations:
    """Tells bodies for the speakers of one document.

    ``nationals`` are the adjectives of states, for which only voices speak: "the French president". ``label`` gives
    the fullest name of an actor, ``owner`` the name of whom "its" or "their" stands for. ``house`` is the publisher of
    the document where it is a body and no medium: "our coordinator" and "the spokesman" are its own.
    """

    def __init__(
        self,
        parse: Parse,
        actors: Mapping[int, ActorMention],
        nationals: Mapping[int, ActorMention],
        words: Speakers,
        label: Callable[[ActorMention], str],
        owner: Callable[[Token], str | None],
        house: str | None,
    ) -> None:
        self._parse = parse
        self._text = parse.text
        self._actors = actors
        self._nationals = nationals
        self._words = words
        self._label = label
        self._owner = owner
        self._house = house

    def of(self, source: Sequence[Token], name: Sequence[Token] = ()) -> str | None:
        """The body that the words of a phrase give whoever it names or describes; ``None`` where they give none.

        Args:
            name: the words of the person's name among ``source``.
        """
        named = {token.i for token in name}
        if not name and any(token.lemma.lower() in self._words.document for token in source):
            return self._publisher(source)
        for token in (*source, *self._apposed(source, name)):
            person = token.i in named or token.lemma.lower() in self._words.person | self._words.people
            if token.pos not in ("NOUN", "PROPN") or not (person or token.lower in self._words.people):
                continue
            for body, leads in self._beside(token):
                if body.i not in named and (found := self._body(body, token, leads=leads, named=token.i in named)):
                    return found
            for verb in (*token.all("acl"), *self._told_of(name)):
                if (name or verb.lemma == "speak") and (led := self._led(verb)) is not None:
                    return led
        return self._ranked(source, name) or self._of_the_house(source, name)

    def _apposed(self, source: Sequence[Token], name: Sequence[Token]) -> list[Token]:
        """What stands in apposition to the name, where the phrase was cut before it: "Captain Mukoko, an army
        spokesman, whereas …"."""
        inside = {token.i for token in source}
        return [
            child for token in name for child in token.all("appos") if child.i not in inside and child.name != "PER"
        ]

    def _told_of(self, name: Sequence[Token]) -> list[Token]:
        """The verb of ", who speaks for the army" right behind a name, whatever the parser hung it on."""
        behind = self._parse.tokens[name[-1].i + 1 : name[-1].i + 3] if name else ()
        return [token.head for token in behind if token.lower == "who" and token.head.i > token.i]

    def led_by(self, verb: Token) -> str | None:
        """The body that the subject of ``verb`` is said to lead or to speak for: "Korin heads the harbour office"."""
        return self._led(verb)

    def _led(self, verb: Token) -> str | None:
        lemma = verb.lemma.lower()
        if lemma not in self._words.leading or grammar.negation(verb) is not None or grammar.is_passive(verb):
            return None
        marker = _LED.get(lemma)
        body = (
            verb.child("obj")
            if marker is None
            else next((child for child in verb.all("obl") if grammar.preposition(child) == marker), None)
        )
        if body is None or body.i < verb.i or any(c.lower in _INDEFINITE for c in body.children):
            return None
        mention = self._actors.get(body.i)
        if mention is not None:
            return self._label(mention)
        known = {body.lower, body.lemma.lower()} & (self._words.organisation | self._words.sides)
        return self._words_of(body) if known or (body.pos == "PROPN" and body.name not in _NO_NAME) else None

    def _of_the_house(self, source: Sequence[Token], name: Sequence[Token]) -> str | None:
        """The publisher, of whose own people "our coordinator" and "the spokesman", with no other body, are."""
        if self._house is None:
            return None
        inside = {token.i for token in source}
        ours = any(
            token.lower in _OURS and token.dep == "nmod:poss" and (bool(name) or token.head.head.i not in inside)
            for token in source
        )
        speaks = any(
            token.lower in self._words.voices and "spoke" in token.lower
            and not any(child.relation in ("nmod", "amod", "compound") or child.dep == "nmod:poss"
                        for child in token.children if child not in name)
            for token in source
        )  # fmt: skip
        return self._house if ours or speaks else None

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
        if voice and body.i in self._nationals:
            return self._label(self._nationals[body.i])
        if role.lemma.lower() == "minister" and grammar.preposition(body) in _OF and body.name not in _NO_NAME:
            return f"Ministry of {self._words_of(body)}"  # "the Minister of Health": what is named is the portfolio
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
        if not name:
            return None
        before = [token.lower.strip(".") for token in source if token.i < name[0].i]
        own = next((body for body, ranks in self._words.ranks.items() if ranks.intersection(before[-1:])), None)
        # "Police Colonel Somchai", "army Captain Hadi", "District Police Officer Bahadur"
        styled = self._words.styles.intersection(before[-1:])
        return own or next((word for word in before[-3:-1] if styled and word in _SERVICES), None)
