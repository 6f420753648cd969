"""Proper names in a noun phrase: which words are the name, and whether it is a person's or a body's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.language import Name, Parse, Token
from reportedly.model import SourceKind
from reportedly.ontology.speakers import Speakers
from reportedly.read.attribution.names import same_referent

_POSSESSIVE = {"'s", "’s", "'", "’"}
_JOINTS = {"-", "‑", "’", "'"}
_LINKS = {"of", "for", "and", "the", "de", "du", "des", "al", "-"}
_FORMS = {"fm", "tv"}


@dataclass(slots=True, frozen=True)
class Proper:
    """A proper name found in a phrase."""

    tokens: list[Token]
    kind: SourceKind
    styled: bool = False  # a rank, an office or a form of address stands before it


class ProperNames:
    """Finds names in the phrases of one document, with the recogniser's labels as one witness among others.

    A rank before a name, a role or a body that it stands in apposition to, and words of bodies within it weigh more
    than the label: recognisers take many transliterated names of groups for persons, and ranks for parts of names.
    """

    def __init__(self, parse: Parse, words: Speakers) -> None:
        self.parse = parse
        self.words = words
        self._at: Mapping[int, Name] = {token: name for name in parse.names for token in range(name.first, name.last)}

    def find(self, head: Token, source: Sequence[Token]) -> Proper | None:
        """The name that the phrase gives its speaker; ``None`` where it only describes it."""
        inside = {token.i for token in source} | {head.i}
        if head.tag == "NNS":
            return None  # "the brothers, Omar and Anas": no one name for several
        tried: set[int] = set()
        for token in (head, *source):
            if token.i in tried or (token.pos != "PROPN" and token.name not in ("PER", "ORG")):
                continue
            if token is not head and not same_referent(token, head):
                continue
            if token.name == "" and token is not head and token.relation in ("compound", "nmod"):
                continue
            run = self._run(token, inside)
            tried.update(part.i for part in run)
            if run and (found := self._judged(run, head, source)) is not None:
                return found
        return self._set_apart(head)

    def _set_apart(self, head: Token) -> Proper | None:
        """The name between commas behind a role, whatever the parser made of it: "the governor, Lena Korin, …"."""
        tokens, at = self.parse.tokens, head.i + 2
        if head.pos != "NOUN" or head.lemma.lower() not in self.words.person or at >= len(tokens):
            return None
        name = self._at.get(at)
        style = at
        while name is None and style + 1 < len(tokens) and self._style(tokens[style]):
            style += 1
            name = self._at.get(style)
        if tokens[head.i + 1].text != "," or name is None or name.label != "PER" or name.last >= len(tokens):
            return None
        if name.first > style or tokens[name.last].text not in (",", ".", ";", "”", '"'):
            return None
        own = [token for token in tokens[max(name.first, style) : name.last] if not self._style(token)]
        return Proper(own, "person") if own and own[0].sent == head.sent else None

    def _run(self, token: Token, inside: set[int]) -> list[Token]:
        """The proper nouns around ``token`` that stand without a gap: one name with what is written before it."""
        tokens = self.parse.tokens
        first = last = token.i
        while first - 1 in inside and self._joins(tokens[first - 1], tokens[first], first - 2 in inside):
            first -= 1
        while last + 1 in inside and self._joins(tokens[last + 1], tokens[last], last + 2 in inside):
            last += 1
        name = self._at.get(token.i)
        if name is not None:
            first = min(first, max(name.first, min(inside)))
            last = max(last, min(name.last - 1, max(inside)))
        run = [part for part in tokens[first : last + 1] if part.text not in _POSSESSIVE]
        while run and run[-1].text in _JOINTS:
            run.pop()
        while run and (run[0].text in _JOINTS or run[0].lower in ("the", "a", "an")):
            run.pop(0)
        return run

    def _joins(self, part: Token, beside: Token, further: bool) -> bool:
        if part.sent != beside.sent:
            return False
        close = part.end == beside.start or beside.end == part.start
        if part.text in _JOINTS:
            return close and further
        if part.pos != "PROPN" and part.name != "PER":
            return False
        return part.lower in self.words.styles or part.name != "LOC" or beside.name == "LOC" or close

    def _judged(self, run: list[Token], head: Token, source: Sequence[Token]) -> Proper | None:
        styled = 0
        while styled < len(run) and self._style(run[styled]):
            styled += 1
        own = run[styled:]
        if not own:
            return None  # "the President": an office, not a name
        before = self.parse.tokens[run[0].i - 1] if run[0].i else None
        noun = before if before is not None and before.i in {token.i for token in source} else None
        if noun is not None and noun.pos in ("NOUN", "ADJ", "PROPN") and not styled:
            lemma = noun.lemma.lower()
            if lemma in self.words.outlet and lemma not in self.words.person:
                return Proper(own, "outlet")
            if lemma in self.words.organisation:
                return Proper(own, "organisation")
        texts = {token.lower.strip(".") for token in own}
        if texts & _FORMS:
            return Proper(own, "outlet")
        if styled or self._role(noun, head, own):
            last = own[-1].lemma.lower()
            if last not in self.words.organisation and last not in self.words.person:
                return Proper(own, "person", styled > 0)
        labels = [token.name for token in own if token.name]
        if "PER" in labels and labels.count("PER") * 2 >= len(labels):
            last = own[-1].lower
            if len(own) > 1 and (last in self.words.organisation or own[-1].lemma.lower() in self.words.organisation):
                return Proper(own, "organisation")
            person = [token for token in own if token.name in ("PER", "") or token.text in _JOINTS]
            return Proper(person, "person")
        return None

    def _style(self, token: Token) -> bool:
        word = token.lower.strip(".")
        return word in self.words.styles or (word in self.words.person and token.name != "PER")

    def _role(self, noun: Token | None, head: Token, own: list[Token]) -> bool:
        """True if a role stands before the name or in apposition to it."""
        if noun is not None and noun.pos == "NOUN" and noun.lemma.lower() in self.words.person:
            return True
        if head.i in {token.i for token in own}:
            roles = [child for child in head.children if child.relation == "appos" and child.i > own[-1].i]
            return any(role.pos == "NOUN" and role.lemma.lower() in self.words.person for role in roles)
        return head.pos == "NOUN" and head.lemma.lower() in self.words.person and own[0].relation == "appos"
