"""Names of speakers: which two are one, what a phrase names, what a noun tells of a person."""

from collections.abc import Sequence

from reportedly.language import Token
from reportedly.ontology.names import fold
from reportedly.ontology.speakers import Speakers

_MALE = {
    "father", "brother", "husband", "son", "man", "boy", "spokesman", "chairman", "policeman", "fisherman", "uncle",
    "nephew", "king", "prince", "sheikh", "imam", "priest", "bishop", "abbot", "monk", "widower", "ferryman", "gunman",
    "grandfather", "cameraman", "fireman", "serviceman", "businessman", "stepfather", "grandson", "emir", "sultan",
    "patriarch",
}  # fmt: skip
_FEMALE = {
    "mother", "sister", "wife", "daughter", "woman", "girl", "spokeswoman", "chairwoman", "policewoman", "aunt",
    "niece", "queen", "princess", "nun", "widow", "midwife", "grandmother", "businesswoman", "servicewoman",
    "stepmother", "granddaughter", "housewife", "schoolgirl",
}  # fmt: skip
_MR, _MRS = (
    {"mr", "sir", "lord", "monsieur", "herr", "señor", "father"},
    {"mrs", "ms", "miss", "lady", "madame", "dame"},
)


def antecedent(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    for above in (pronoun, *pronoun.ancestors()):
        if above.dep == "acl:relcl":
            return above.head
    return None


def same_referent(token: Token, head: Token) -> bool:
    """True if the name at ``token`` names what ``head`` heads: a part of one name, or an apposition."""
    current = token
    for _ in range(4):
        if current is head:
            return True
        if any(child.relation == "case" and child.i < current.i for child in current.children):
            return False  # "a resident of X": the name is of something else
        if current.relation not in ("flat", "compound", "appos", "nmod:desc", "list") and current.dep != "nmod:desc":
            return False
        if current.relation == "compound" and current.head is head and head.pos == "NOUN":
            return False
        current = current.head
    return current is head


def same_person(one: str, other: str) -> bool:
    """ "Fares" and "Raed Fares"; not "Raed Fares" and "Omar Fares"."""
    a, b = folded(one).split(), folded(other).split()
    if not a or not b:
        return False
    if a == b:
        return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return len(short) < len(long) and (long[-len(short) :] == short or (len(short) == 1 and long[0] == short[0]))


def shortened(short: str, long: str) -> bool:
    """An acronym of the longer name, or its beginning or end in whole words."""
    a, b = folded(short).split(), folded(long).split()
    if len(a) > len(b):
        a, b = b, a
    if not a or a == b:
        return bool(a)
    if len(a) == 1 and len(a[0]) >= 2 and a[0] == initials(b):
        return True
    return len(a[-1]) > 3 and (b[: len(a)] == a or b[-len(a) :] == a)


def initials(words: Sequence[str]) -> str:
    """The first letters of the words of a name, small words left out."""
    return "".join(word[0] for word in words if word not in ("of", "the", "for", "and"))


def folded(name: str) -> str:
    kept = "".join(char if char.isalnum() or char.isspace() else " " for char in name.lower())
    return " ".join(word for word in kept.split() if word not in ("the", "a", "an", "al", "el", "s"))


def joined(text: str, tokens: Sequence[Token]) -> str:
    return " ".join(text[tokens[0].start : tokens[-1].end].split()) if tokens else ""


def gender(head: Token, role: Sequence[Token], given: str, words: Speakers) -> str:
    """ "m", "f" or "" for what the role ("spokeswoman"), the form of address and the given name tell."""
    nouns = {head.lemma.lower(), *(token.lower.strip(".") for token in role if token.relation != "nmod")}
    if nouns & (_FEMALE | _MRS):
        return "f"
    if nouns & (_MALE | _MR):
        return "m"
    first = fold(given.split()[0]).partition("-")[0] if given else ""
    return "f" if first in words.female else "m" if first in words.male else ""
