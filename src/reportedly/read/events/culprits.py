"""Who did what was told before, in clauses that tell no deed again: "the army blamed the rebels", "it was the work of
the militia", "the killers were men of the Hill Front".
"""

from collections.abc import Callable, Iterator

from reportedly.language import Parse, Token
from reportedly.read.events.doers import is_nobody

_DOERS = frozenset({
    "killer", "attacker", "assailant", "gunman", "perpetrator", "culprit", "shooter", "raider", "bomber", "abductor",
    "kidnapper", "murderer", "assassin", "author", "captor",
})  # fmt: skip
_BLAMING = frozenset({"blame", "accuse", "suspect"})
_WORK = frozenset({"work", "deed", "doing", "handiwork"})
_TELLING_APART = frozenset({"identify", "recognise", "recognize", "describe", "name"})
_SIGNS = frozenset({"hallmark", "signature", "stamp", "fingerprint", "handwriting", "imprint", "trademark", "mark"})
_BEARING = frozenset({"bear", "carry", "have", "show", "wear"})
_BURDEN = frozenset({"blame", "responsibility", "guilt"})
_LAYING = frozenset({"put", "lay", "place", "pin", "heap", "cast"})
_CRIMES = frozenset({"crime", "atrocity", "outrage", "barbarity", "massacre"})
_ONE_MORE = frozenset({"more", "another", "new", "latest", "further", "fresh"})
_OCCUR = frozenset({"happen", "occur", "begin", "start"})
_OBJECTS = ("obj", "iobj")
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "no"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_MODAL = frozenset({"may", "might", "could", "would", "if", "whether"})


def culprits(parse: Parse) -> Iterator[tuple[Token, list[Token]]]:
    """The words that name a doer, each with the heads of whom they name; nothing where it is denied or asked."""
    for token in parse.tokens:
        heads = [head for head in _named(token, parse) if head.pos in _NOMINAL and not is_nobody(head)]
        if heads and not _is_open(token) and not any(_is_open(head) for head in heads):
            yield token.child("cop") or token, heads


def days_named(parse: Parse, is_time: Callable[[Token], bool]) -> Iterator[Token]:
    """The heads of days that are said of what was told before: "It was at dawn on Tuesday", "it happened on Monday".

    What a cleft goes on to tell ("it was on Monday that rebels raided the town") dates itself.
    """
    for token in parse.tokens:
        subject = token.child("nsubj")
        if subject is None or subject.lower not in ("it", "this", "that") or subject.i > token.i:
            continue
        if (token.child("cop") is not None and is_time(token)) or token.lemma in _OCCUR:
            yield token


def _named(token: Token, parse: Parse) -> list[Token]:
    if token.pos in ("VERB", "ADJ"):
        return _by_verb(token)
    if token.lemma.lower() in _CRIMES and any(child.lower in _ONE_MORE for child in token.children):
        return _of(token)  # "spoke of one more crime of the militia"
    copula = token.child("cop")
    if copula is None:
        return []
    subject = token.child("nsubj")
    if any(child.dep == "case" and child.lower == "behind" for child in token.children):
        return [subject] if subject is not None else _inverted(parse, copula)
    if token.lemma.lower() in _WORK:
        return _of(token)
    if subject is not None and subject.lemma.lower() in _DOERS and subject.i < token.i:
        return [token]
    return []


def _of(noun: Token) -> list[Token]:
    return [child for child in noun.children if child.relation == "nmod" and child.i > noun.i and _case(child) == "of"]


def _by_verb(verb: Token) -> list[Token]:
    lemma = verb.lemma.lower()
    objects = [child for child in verb.children if child.relation in _OBJECTS]
    if lemma in _BLAMING and len(objects) == 1 and not _has_case(verb, ("for", "of", "on", "over")):
        return objects
    if lemma == "hold" and any(child.lower in ("responsible", "accountable") for child in verb.children):
        return [] if _has_case(verb, ("for",)) else objects
    if lemma == "claim" and any(item.lower == "responsibility" and not _for(item) for item in objects):
        return [] if _has_case(verb, ("for",)) else [child for child in verb.children if child.dep == "nsubj"]
    if lemma in _BEARING and len(objects) == 1 and objects[0].lemma.lower() in _SIGNS:
        return _of(objects[0])
    burdens = [*objects, *(child for child in verb.children if child.dep == "nsubj:pass")]
    if lemma in _LAYING and any(item.lemma.lower() in _BURDEN and not _for(item) for item in burdens):
        return [] if _has_case(verb, ("for",)) else [child for child in verb.children if _case(child) in ("on", "with")]
    if lemma == "point" and any(item.lower == "finger" for item in objects):
        return [child for child in verb.children if child.relation == "obl" and _case(child) == "at"]
    subjects = [child for child in verb.children if child.relation in ("nsubj", "obj") and _is_doer(child)]
    if not subjects:
        return []
    wanted = {"belong": "to", "come": "from"}.get(lemma) or ("as" if lemma in _TELLING_APART else None)
    return [child for child in verb.children if wanted and child.relation == "obl" and _case(child) == wanted]


def _inverted(parse: Parse, copula: Token) -> list[Token]:
    """ "Behind the explosion are the dissidents": the subject follows, wherever the parser hung it."""
    for token in parse.tokens[copula.i + 1 :]:
        if token.sent != copula.sent or token.text == ",":
            break
        if token.relation == "nsubj":
            return [token]
    return []


def _is_doer(token: Token) -> bool:
    return token.lemma.lower() in _DOERS


def _case(token: Token) -> str:
    return next((child.lower for child in token.children if child.dep == "case"), "")


def _for(token: Token) -> bool:
    return any(_case(child) == "for" for child in token.children)


def _has_case(verb: Token, words: tuple[str, ...]) -> bool:
    """True if a noun beside the verb says what for: that noun tells the deed (``doers``)."""
    if any(part.dep == "mark" and part.lower in words for child in verb.children for part in child.children):
        return True  # "accused them of shelling the town"
    nouns = [*verb.children, *(below for child in verb.children for below in child.children)]
    return any(noun.i > verb.i and noun.relation in ("obl", "nmod", "advcl") and _case(noun) in words for noun in nouns)


def _is_open(token: Token) -> bool:
    return any(child.lower in _NEGATIONS or child.lower in _MODAL for child in token.children if child.i < token.i)
