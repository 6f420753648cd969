"""What a noun phrase without a proper name tells of its speaker: of what kind it is, and whether a name is withheld."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.language import Token
from reportedly.model import SourceKind
from reportedly.ontology.speakers import Speakers
from reportedly.read.attribution import clause as grammar

Determination = Literal["definite", "indefinite", "bare"]

_DEFINITE = {"the", "this", "that", "these", "those", "both", "neither", "either", "each"}
_INDEFINITE = {
    "a",
    "an",
    "another",
    "some",
    "certain",
    "several",
    "one",
    "any",
    "many",
    "few",
    "most",
    "other",
    "various",
}
_BOTH = {"both", "neither", "either", "all", "the", "these", "those"}
_OTHERS = {"other", "another", "rival", "fellow"}
_UNIQUE = {"chief", "prime", "supreme", "head", "acting"}  # "the chief negotiator": there is one
_OFFICIAL = {"state", "official", "government", "state-run", "state-owned", "state-controlled"}
_MEDIA = {"news", "wire", "press", "media", "television", "tv", "radio", "broadcast"}
_PLATFORMS = {"telegram", "twitter", "facebook", "instagram", "youtube", "tiktok", "whatsapp", "vkontakte", "x"}
_PLATFORM_NOUNS = {"channel", "page", "group", "feed", "site"}  # "its Telegram channel" posts, a channel broadcasts
_HUMAN_PLURAL = {"people"}
_WITHHELD = {"anonymity", "anonymous", "anonymously", "unnamed", "identified", "named", "pseudonym", "unidentified"}
_INFORMANTS = {"source", "contact", "insider", "informant"}  # some persons, however many: no body of people
_BODIES_IN_PLURAL = {
    "police", "forces", "authorities", "services", "headquarters", "customs", "railways", "airlines", "airways",
}  # fmt: skip


_REACHED = {"reach", "contact", "interview", "phone", "telephone", "question", "quote", "cite"}


@dataclass(slots=True, frozen=True)
class Described:
    """``anonymous`` is true where the text withholds or does not know who it is."""

    kind: SourceKind
    anonymous: bool
    plural: bool = False


def determination(head: Token, source: Sequence[Token]) -> Determination:
    """How the phrase picks its speaker out: "the governor", "its governor", "a governor", "governor"."""
    own = {token.i for token in source} | {head.i}
    for child in head.children:
        if child.i > head.i or child.i not in own:
            continue
        if child.dep == "nmod:poss" or child.lower in _DEFINITE:
            return "definite"
        if child.lower in _INDEFINITE or child.relation == "nummod":
            return "indefinite"
    # robust to a determiner that the parser hung elsewhere
    first = source[0].lower if source else head.lower
    if first in _DEFINITE:
        return "definite"
    return "indefinite" if first in _INDEFINITE else "bare"


def described(head: Token, source: Sequence[Token], words: Speakers) -> Described:
    """The speaker that a common noun with its phrase describes."""
    lemma, how = head.lemma.lower(), determination(head, source)
    plural = head.tag in ("NNS", "NNPS") or head.lower in _HUMAN_PLURAL
    modifiers = {child.lower for child in head.children if child.i < head.i}
    pair = next((f"{child.lower}-{lemma}" for child in head.children if child.i == head.i - 1), "")
    if pair in words.organisation and not plural:
        return Described("organisation", how == "indefinite")
    if lemma in words.sides and modifiers & {"both", "neither", "either"}:
        return Described("group", False, True)
    if lemma in words.document or head.lower in words.document:
        return Described("document", False, plural)
    if lemma in words.account or (lemma in _PLATFORM_NOUNS and modifiers & _PLATFORMS):
        return Described("account", how == "indefinite", plural)
    if _medium(head, lemma, modifiers, words):
        several = plural or (head.lower == "media" and how == "bare" and not modifiers & _OFFICIAL)
        return Described("outlet", several or how == "indefinite", plural)
    if head.lower in _BODIES_IN_PLURAL or (plural and head.lower in words.organisation):
        return Described("organisation", how == "indefinite")
    if plural:
        return _several(head, lemma, how, modifiers, words)
    if lemma in words.person:
        office = lemma in words.offices or bool(modifiers & _UNIQUE)
        past = bool(modifiers & {"former", "ex", "onetime"})  # "former minister": one of several, "the former minister"
        withheld = bool(_WITHHELD & {token.lower for child in head.all("acl") for token in child.subtree()})
        named_by_office = office and not withheld and (how == "definite" or (how == "bare" and not past))
        return Described("person", False) if named_by_office else Described("unnamed", True)
    if lemma in words.sides and lemma not in words.organisation:
        return Described("group", how == "indefinite")
    if lemma in words.organisation or head.name == "ORG":
        # "army" in a headline is the army; "militia" is one of several
        # and so is "the militia whose flag hangs here": it is told apart, but not named
        one_of_many = lemma in words.many and (how == "bare" or any(c.i > head.i for c in head.all("acl", "amod")))
        return Described("organisation", how == "indefinite" or one_of_many)
    if head.lower in words.people:
        return Described("group", True, True)
    return Described("unnamed", True)


def _medium(head: Token, lemma: str, modifiers: set[str], words: Speakers) -> bool:
    if lemma not in words.outlet:
        return False
    if lemma not in words.organisation:
        return True
    # "the news agency" publishes, "the aid agency" does not; "the agency" alone tells nothing
    return bool(modifiers & _MEDIA)


def _several(head: Token, lemma: str, how: Determination, modifiers: set[str], words: Speakers) -> Described:
    known_as_such = lemma in words.sides or lemma in words.organisation
    if known_as_such and lemma not in words.person and (how == "definite" or modifiers & _BOTH):
        return Described("group", False, True)
    counted = lemma in _INFORMANTS or any(child.relation == "nummod" for child in head.children)
    return Described("unnamed" if counted else "group", True, True)


def of_the_talk(child: Token) -> bool:
    """ "Reached by telephone", "on condition of anonymity": how they spoke, not who they are."""
    reached = child.relation == "acl" and child.tag == "VBN" and child.lemma in _REACHED
    return reached or (child.lemma == "condition" and grammar.preposition(child) in ("on", "under"))


def is_role(head: Token, words: Speakers) -> bool:
    """True for "the courier", not for "the Valley Courier" nor "Delta Witness"."""
    lemma = head.lemma.lower()
    named = head.pos == "PROPN" and (lemma in words.titles or head.name == "ORG")
    return lemma in words.person and not (named and any(t.pos == "PROPN" for t in head.all("compound")))


def is_role_of(token: Token, name: Collection[int], words: Speakers) -> bool:
    """True for the role of whom the tokens ``name`` name: "his brother's doctor" is the doctor, "the mayor of Aden" the
    mayor."""
    if token.lemma.lower() not in words.person or token.pos not in ("NOUN", "PROPN"):
        return False
    return token.dep != "nmod:poss" and not (token.relation == "nmod" and token.head.i not in name)
