"""Pronouns that stand for a party or a thing told just before, where only one noun can be meant."""

from collections.abc import Iterator

from reportedly.language import Parse, Token

_PLURAL = frozenset({"they", "them", "their"})
_SINGULAR = frozenset({"it", "its"})
_PERSONAL = frozenset({"he", "she", "him", "his", "her"})
_OBJECTS = frozenset({"it", "them"})
_BACK = 2  # sentences
_WEIGHT = {"nsubj": 8, "root": 7, "obj": 6, "obl": 4, "nmod": 2}
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})


def is_resolvable(token: Token) -> bool:
    """True for the pronouns that ``subject_before`` and ``object_before`` look at."""
    return token.lower in _PLURAL or token.lower in _SINGULAR or token.lower in _PERSONAL


def is_personal(token: Token) -> bool:
    """True for the pronouns that stand for one person."""
    return token.lower in _PERSONAL


def subjects_before(parse: Parse, pronoun: Token) -> list[Token]:
    """The subjects before the pronoun that agree with it in number: of its own sentence, else of the one before."""
    sentence = parse.sentences[pronoun.sent]
    own = [token for token in parse.tokens[sentence.first : pronoun.i] if _subject(token, pronoun)]
    own = [token for token in own if token.head is not pronoun.head]
    if own or sentence.i == 0 or parse.sentences[sentence.i - 1].block != sentence.block:
        return own
    before = parse.sentences[sentence.i - 1]
    return [token for token in parse.tokens_of(before) if _subject(token, pronoun)]


def object_before(parse: Parse, pronoun: Token) -> Token | None:
    """The only noun that "it" or "them" as an object can take up, of the clause or the sentence before: its object; for
    "they" as the subject of a passive its subject."""
    if pronoun.lower == "they" and pronoun.dep == "nsubj:pass":
        subjects = subjects_before(parse, pronoun)
        return subjects[0] if len(subjects) == 1 else None
    if pronoun.lower not in _OBJECTS or pronoun.relation not in ("obj", "nsubj", "obl", "nmod"):
        return None
    sentence = parse.sentences[pronoun.sent]
    before = parse.tokens[sentence.first : pronoun.i]
    found = list(_objects(before, pronoun)) or list(_places(before, pronoun))
    if not found and sentence.i and parse.sentences[sentence.i - 1].block == sentence.block:
        found = list(_objects(parse.tokens_of(parse.sentences[sentence.i - 1]), pronoun))
    return found[0] if len(found) == 1 else None


def by_salience(parse: Parse, pronoun: Token) -> list[Token]:
    """The nouns that a pronoun may take up, of its sentence and the ones before it in its block, the most salient
    first: subjects before objects, those before what stands behind a preposition, later sentences before earlier
    (Lappin and Leass 1994)."""
    block = parse.sentences[pronoun.sent].block
    found: list[tuple[int, int, Token]] = []
    for back in range(_BACK + 1):
        number = pronoun.sent - back
        if number < 0 or parse.sentences[number].block != block:
            break
        for token in parse.tokens_of(parse.sentences[number]):
            if token.i >= pronoun.i or token.pos not in ("NOUN", "PROPN"):
                continue
            if token.head is pronoun.head and not any(child.lower == "as" for child in token.children):
                continue  # "as for the camp, they took it"
            weight = _WEIGHT.get(token.relation)
            plural = token.tag in _PLURAL_TAGS or token.child("conj") is not None
            if weight is not None and plural == (pronoun.lower in _PLURAL):
                found.append((weight - back, token.i, token))
    return [token for _, _, token in sorted(found, key=lambda item: item[:2], reverse=True)]


def _subject(token: Token, pronoun: Token) -> bool:
    return token.relation == "nsubj" and token.pos in ("NOUN", "PROPN") and agrees(token, pronoun)


def _objects(tokens: list[Token], pronoun: Token) -> Iterator[Token]:
    for token in tokens:
        if token.pos not in ("NOUN", "PROPN") or not agrees(token, pronoun) or token.head is pronoun.head:
            continue
        if token.relation == "obj" or token.dep == "nsubj:pass":
            yield token


def _places(tokens: list[Token], pronoun: Token) -> Iterator[Token]:
    """Names of places that "it" as the subject of a passive may take up: "left for Wadi Sahl after it was shelled"."""
    if pronoun.dep != "nsubj:pass":
        return
    for token in tokens:
        if token.name == "LOC" and token.relation in ("obl", "nmod") and agrees(token, pronoun):
            yield token


def agrees(token: Token, pronoun: Token) -> bool:
    """True if noun and pronoun have one number; a person is no "it"."""
    if pronoun.lower in _PERSONAL:
        return token.tag not in _PLURAL_TAGS and token.child("conj") is None
    if pronoun.lower in _SINGULAR:
        return token.tag not in _PLURAL_TAGS and token.name != "PER" and token.child("conj") is None
    bodies = token.pos == "PROPN" and token.name not in ("PER", "LOC")  # "the Taliban … they"
    return bodies or token.tag in _PLURAL_TAGS or token.child("conj") is not None
