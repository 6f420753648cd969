"""Proper names in a noun phrase: which words are the name, and whether it is a person's or a body's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.language import Name, Parse, Token
from reportedly.model import SourceKind
from reportedly.ontology.names import fold
from reportedly.ontology.speakers import Speakers
from reportedly.read.attribution.bodies import CLOSING_NAMES
from reportedly.read.attribution.names import same_referent

_POSSESSIVE = {"'s", "’s", "'", "’"}
_JOINTS = {"-", "‑", "’", "'"}
_AND = "&"
_OWNERS = {
    "owner", "operator", "manufacturer", "employer", "contractor", "supplier", "insurer", "organiser", "organizer",
}  # fmt: skip
_PLACES = {
    "new", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper", "lower",
    "saint", "st", "san", "santa", "los", "el", "la", "port", "mount", "lake", "province", "state", "region", "county",
    "district", "governorate", "department", "republic", "city", "territory", "oblast", "valley", "island",
}  # fmt: skip
_WHOLE = 2  # words of a first name and a surname
_LINKS = {"of", "for", "and", "the", "de", "du", "des", "al", "-"}
_FORMS = {"fm", "tv"}
_DETERMINERS = {"a", "an", "the", "his", "her", "its", "their", "one"}
_CLOSING = {",", ".", ";", "”", '"', "and"}
_CALLING = {"know", "call", "name", "identify", "introduce", "give", "present", "style"}
_AS = {"as", "only", "by", "his", "her", "himself", "herself", "simply", "the", "alias", "name", "pseudonym", "kunya"}
SEVERAL = {"many", "most", "several", "few"}
_KUNYA = {"abu", "umm", "um", "abou", "ibn", "bint"}  # "Abu Yazan": the father of Yazan, always a person


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
        if head.tag == "NNS" or (source and source[0].lower in SEVERAL):
            return None  # "the brothers, Omar and Anas", "many Tamrans": no one name for several
        if (told := self._called(head, source)) is not None:
            return told
        tried: set[int] = set()
        for token in (head, *source):
            if token.i in tried or (token.pos != "PROPN" and token.name not in ("PER", "ORG")):
                continue
            if token.name == "" and token.text.islower():
                continue  # "the harbour office": no name, whatever the parser calls it
            if token is not head and not same_referent(token, head):
                continue
            if token.name == "" and token is not head and token.relation in ("compound", "nmod"):
                continue
            run = self._run(token, inside)
            tried.update(part.i for part in run)
            if run and (found := self._judged(run, head, source)) is not None:
                return found
        return self._set_apart(head, source) or self._leading(head, source) or self._trailing(head, source)

    def _called(self, head: Token, source: Sequence[Token]) -> Proper | None:
        """The name that a person is told to go by: "a commander known as Abu Layth"."""
        if head.pos != "NOUN" or head.lemma.lower() not in self.words.person:
            return None
        inside = {token.i for token in source}
        for verb in source:
            if verb.i < head.i or verb.pos != "VERB" or verb.lemma.lower() not in _CALLING or verb.head is not head:
                continue
            rest = [token for token in source if token.i > verb.i][:5]
            if verb.lemma.lower() == "give" and "name" not in {token.lower for token in rest}:
                continue
            while rest and rest[0].lower in _AS:
                rest.pop(0)
            if rest and (rest[0].name == "PER" or rest[0].lower in _KUNYA):
                run = self._run(rest[0], {i for i in inside if i >= rest[0].i})
                if run and run[0] is rest[0]:
                    return Proper(run, "person")
        return None

    def _leading(self, head: Token, source: Sequence[Token]) -> Proper | None:
        """The name before a role that a comma sets apart: "Lena Korin, a party spokeswoman", headed by the role."""
        if not source or source[0].name != "PER" or head.pos != "NOUN" or head.lemma.lower() not in self.words.person:
            return None
        run = self._run(source[0], {token.i for token in source})
        behind = self.parse.tokens[run[-1].i + 1] if run and run[-1].i + 1 < len(self.parse.tokens) else None
        apart = behind is not None and behind.text == "," and behind.i < head.i
        return self._judged(run, head, source) if apart else None

    def _trailing(self, head: Token, source: Sequence[Token]) -> Proper | None:
        """The name that ends the phrase behind a comma: "the spokesman for the army, Samir Daoud"."""
        if not source or not (head.pos == "NOUN" or head.lower in ("one", "another")):
            return None
        role = head.lemma.lower() in self.words.person or head.lower in ("one", "another")
        run = self._run(source[-1], {token.i for token in source if token.i > head.i}) if source[-1].i > head.i else []
        if not run or (run[-1].name != "PER" and not self._like_a_person(run, source)):
            return None
        before = self.parse.tokens[run[0].i - 1]
        if before.text != "," and before.pos != "NOUN":  # "secretary of state Rex Arden"
            return None
        if not role and (before.text != "," or len(run) < _WHOLE or self._speaks(head)):
            return None  # "the station master of Rueso, Somchai Petchkaew": no role that is known
        return Proper([token for token in run if not self._style(token)] or run, "person")

    def _speaks(self, head: Token) -> bool:
        """True for bodies, media and papers, which a person's name behind a comma does not name."""
        words = self.words.organisation | self.words.outlet | self.words.document | self.words.sides
        return head.lemma.lower() in words or head.tag == "NNS"

    def _like_a_person(self, run: list[Token], source: Sequence[Token]) -> bool:
        """True for a name and surname behind "the mayor of Léogâne,", where the recogniser took them for a place."""
        before = self.parse.tokens[run[0].i - 1]
        own = [token for token in run if not self._style(token)]
        place = _PLACES.intersection(token.lower for token in own) or any(map(self._body, own))
        return before.text == "," and before.i in {t.i for t in source} and len(own) == _WHOLE and not place

    def _set_apart(self, head: Token, source: Sequence[Token]) -> Proper | None:
        """The name between commas behind a role, whatever the parser made of it: "the governor, Lena Korin, …"."""
        tokens = self.parse.tokens
        role = head.pos == "NOUN" and head.lemma.lower() in self.words.person
        if not role and head.lower not in ("one", "another"):
            return None
        for comma in sorted({head.i + 1, source[-1].i + 1 if source else head.i + 1}):
            while comma < len(tokens) and tokens[comma].text in (")", "]"):
                comma += 1
            if comma + 1 < len(tokens) and tokens[comma].text == ",":
                found = self._between(comma + 1, head)
                if found is not None:
                    return found
        return None

    def _between(self, at: int, head: Token) -> Proper | None:
        tokens = self.parse.tokens
        style = at
        while style + 1 < len(tokens) and self._style(tokens[style]):
            style += 1
        known = tokens[style].name == "PER" or style > at or self._given(tokens[style])
        if not known or tokens[style].sent != head.sent:
            return None
        run = self._run(tokens[style], set(range(style, min(style + 8, len(tokens)))))
        closed = run and run[-1].i + 1 < len(tokens) and tokens[run[-1].i + 1].text in _CLOSING
        return Proper(run, "person") if closed else None

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
        if _AND in (part.text, beside.text):  # "Gulf & Horn"
            return further if part.text == _AND else part.text[:1].isupper()
        if part.text in CLOSING_NAMES and part.i > beside.i:
            return beside.pos == "PROPN"  # "Tarhuna Today"
        if part.pos != "PROPN" and part.name != "PER" and not _in_capitals(part, beside):
            return False
        medium = beside.lower in self.words.outlet | self.words.document
        body = beside.text[:1].isupper() and (medium or self._body(beside))
        heads = part.relation == "compound" and part.head is beside and body
        return heads or part.lower in self.words.styles or part.name != "LOC" or beside.name == "LOC" or close

    def _judged(self, run: list[Token], head: Token, source: Sequence[Token]) -> Proper | None:
        styled = 0
        while styled < len(run) and self._style(run[styled]):
            styled += 1
        own = run[styled:]
        if not own:
            return None  # "the President": an office, not a name
        if len(run) == 1 and own[0].lower in self.words.people:
            return None  # "Medics" at the start of a sentence
        before = self.parse.tokens[run[0].i - 1] if run[0].i else None
        adjacent = before is not None and before.sent == run[0].sent
        noun = before if adjacent and before is not None and before.i in {token.i for token in source} else None
        told_by = self.words.person | self.words.outlet | self.words.organisation
        if adjacent and before is not None and before.pos == "NOUN" and before.lemma.lower() in told_by:
            noun = before  # "correspondent Lena Korin", even where the parser has torn the two apart
        if noun is not None and noun.pos in ("NOUN", "ADJ", "PROPN") and not styled:
            lemma = noun.lemma.lower()
            if lemma in self.words.outlet and lemma not in self.words.person:
                return Proper(own, "outlet")
            if lemma in self.words.organisation:
                return Proper(own, "organisation")
        if fold(own[0].text).replace("’", "").replace("'", "") in self.words.openers and len(own) > 1 and not styled:
            return Proper(own, "organisation")  # "Ansar al-Haqq", "Liwa al-Nasr": the helpers, the brigade of …
        told = self._told_behind(own[-1])
        if told is not None and not styled:
            return Proper(own, told)
        texts = {token.lower.strip(".") for token in own}
        if texts & _FORMS:
            return Proper(own, "outlet")
        apposed = own[-1].relation == "appos" and own[-1].head is head
        if apposed and head.lemma.lower() in _OWNERS and own[-1].name != "PER" and not styled:
            return Proper(own, "organisation")  # "its owner, Kosti River Transport"
        if styled or self._role(noun, head, own):
            last = own[-1].lemma.lower()
            if last not in self.words.organisation and last not in self.words.person:
                return Proper(own, "person", styled > 0)
        if not styled and (self._taken_up_by_which(own[-1]) or self._with_article(own, run)):
            return None  # "Le Fleuve, which …", "the Ledger": no person, whatever the recogniser says
        given = self._given(own[0]) and not self._body(own[-1]) and (len(own) > 1 or own[0].name != "LOC")
        if given or (own[0].lower in _KUNYA and len(own) > 1):
            return Proper(own, "person")
        if any(self._beside_person(token) for token in own) and not self._body(own[-1]):
            return Proper(own, "person")
        labels = [token.name for token in own if token.name]
        if "PER" in labels and labels.count("PER") * 2 >= len(labels):
            paper = own[-1].name != "PER" and own[-1].lower in self.words.document  # "the Pemba Diocesan Letter"
            if len(own) > 1 and (paper or self._body(own[-1])):
                outlet = own[-1].lower in self.words.titles - self.words.organisation
                return Proper(own, "outlet" if outlet else "organisation")
            person = [token for token in own if token.name in ("PER", "") or token.text in _JOINTS]
            return Proper(person, "person")
        return None

    def _taken_up_by_which(self, last: Token) -> bool:
        behind = self.parse.tokens[last.i + 1 : last.i + 3]
        return [token.lower for token in behind] == [",", "which"]

    def _with_article(self, own: list[Token], run: list[Token]) -> bool:
        """True where the definite article stands right before a single name that heads the phrase."""
        before = self.parse.tokens[run[0].i - 1] if run[0].i else None
        article = before is not None and before.lower == "the" and before.sent == run[0].sent
        return article and len(own) == 1 and before is not None and before.head is own[0] and own[0].tag == "NNP"

    def _role(self, noun: Token | None, head: Token, own: list[Token]) -> bool:
        """True if a role stands before the name or in apposition to it."""
        if noun is not None and noun.pos == "NOUN" and noun.lemma.lower() in self.words.person:
            return True
        if head.i in {token.i for token in own}:
            return False
        return head.pos == "NOUN" and head.lemma.lower() in self.words.person and own[0].relation == "appos"

    def _told_behind(self, last: Token) -> SourceKind | None:
        """What a name is told to be right behind it: "…, a member of the council,", "…, a newspaper close to …"."""
        tokens = self.parse.tokens[last.i + 1 : last.i + 9]
        if (
            len(tokens) < 3
            or tokens[0].text != ","
            or tokens[1].lower not in _DETERMINERS
            or tokens[1].sent != last.sent
        ):
            return None
        for token in tokens[2:]:
            if token.pos == "NOUN" and token.relation != "compound" and token.dep != "nmod:poss":
                lemma = token.lemma.lower()
                if lemma in self.words.person:
                    return "person"
                if lemma in self.words.outlet and lemma != "agency":
                    return "outlet"
                return "organisation" if lemma in self.words.organisation else None
            if token.pos not in ("ADJ", "NOUN", "PROPN", "ADV", "NUM", "PART", "PUNCT") or token.text == ",":
                return None
        return None

    def _beside_person(self, token: Token) -> bool:
        """True if the name is coordinated with a person's: "Ruslan and Maksym"."""
        joined = [token.head] if token.relation == "conj" else []
        joined += [child for child in token.all("conj") if child.child("det") is None]
        return any(other.pos == "PROPN" and other.name == "PER" for other in joined) and token.child("det") is None

    def _given(self, token: Token) -> bool:
        first = fold(token.text).partition("-")[0]
        return not token.text.islower() and (first in self.words.male or first in self.words.female)

    def _body(self, token: Token) -> bool:
        words = self.words.organisation
        return token.lower in words or token.lemma.lower() in words or token.lower in self.words.titles

    def _style(self, token: Token) -> bool:
        word = token.lower.strip(".")
        return word in self.words.styles or (word in self.words.person and token.name != "PER")


def _in_capitals(part: Token, beside: Token) -> bool:
    """ "Diocesan" in "Pemba Diocesan Letter": an adjective that is written as a part of the name."""
    return part.pos == "ADJ" and part.tag == "NNP" and beside.text[:1].isupper() and part.i < beside.i
