"""Names that a tagger takes for persons and that the text treats as places: they are taken, lost or held, and "the
town" behind them has nothing else to stand for."""

from collections.abc import Iterable, Iterator

from reportedly.gazetteer import Gazetteer
from reportedly.language import Parse, Token
from reportedly.model import Span
from reportedly.read.places.lexicon import LEVELS, TALKS, TITLES
from reportedly.read.places.surface import Candidate, Words, cleaned, free

_CHANGE_HANDS = frozenset(
    {"capture", "recapture", "take", "retake", "seize", "lose", "hold", "conquer", "liberate", "occupy", "overrun"}
    | {"besiege", "surround", "encircle", "storm", "abandon", "evacuate", "control", "reclaim"}
)
"""Of a place as well as of people or things; the object, or the subject of a passive, is the place."""
_CHANGE_HANDS_ALONE = frozenset({"fall"})
_CAPTIVE = frozenset({"hostage", "prisoner", "captive"})
_PERSONAL = frozenset({"he", "she", "him", "his", "her"})
_DEFINITE = frozenset({"the", "that", "this"})
_AREAS = frozenset({"PCLI", "ADM1", "CONT", "RGN"})
_PATIENTS = frozenset({"obj", "nsubj:pass"})


def held_names(
    text: str, parse: Parse, gazetteer: Gazetteer, words: list[Words], known: list[Candidate], surnames: frozenset[str]
) -> Iterator[Candidate]:
    """Names without a title that change hands: sure where a definite noun for a town or a district follows, in the
    sentence or the next, and no other name before it can be what it stands for (Clark 1975 calls it a bridge); else, of
    one word, where the gazetteer has that very name."""
    spoken = {
        token.text
        for token in parse.tokens
        if token.pos == "PROPN" and token.relation == "nsubj" and token.head.lemma in TALKS
    }
    for one in free(words, known):
        if one.label not in ("", "PER", "ORG") or (one.label and not one.whole) or one.text.isupper():
            continue
        tokens = parse.tokens_in(Span(one.start, one.end))
        head = next((token for token in tokens if token.head not in tokens), None)
        if head is None or head.pos != "PROPN" or not _changes_hands(head):
            continue
        before = text[max(0, one.start - 40) : one.start]
        if one.text in surnames or TITLES.search(before) or before.lower().endswith("the ") or _is_somebody(head):
            continue
        if any(token.text in spoken for token in tokens) or _is_he(parse, head):
            continue
        if _is_taken_up(parse, head, known, gazetteer):
            yield from cleaned(text, one.start, one.end, "held-name", sure=True)
        elif len(tokens) == 1:
            yield from cleaned(text, one.start, one.end, "held-name", sure=False)


def _changes_hands(name: Token) -> bool:
    verb = name.head
    if verb.pos != "VERB" or any(child.lower in _CAPTIVE for child in verb.children):
        return False
    if verb.lemma in _CHANGE_HANDS_ALONE:
        return name.dep == "nsubj"
    return verb.lemma in _CHANGE_HANDS and name.dep in _PATIENTS


def _is_somebody(name: Token) -> bool:
    """True for what a noun beside it describes ("Abu Walid, a commander")."""
    return any(child.dep == "appos" or child.dep == "nmod:desc" for child in name.children) or name.dep == "appos"


def _is_he(parse: Parse, name: Token) -> bool:
    """True if "he" or "she" behind the name has nobody else to stand for: no other name, no noun for a person."""
    block = parse.sentences[name.sent].block
    found = False
    for sentence in parse.sentences[name.sent : name.sent + 2]:
        tokens = parse.tokens_of(sentence) if sentence.block == block else []
        if any(token.name == "PER" and token.text != name.text and token.head is not name for token in tokens):
            return False
        found = found or any(_is_personal(token) and token.i > name.i for token in tokens)
    return found


def _is_personal(token: Token) -> bool:
    """True for "he" and "she", but for those who speak: "…, he told reporters"."""
    speaks = token.relation == "nsubj" and token.head.lemma in TALKS
    return token.lower in _PERSONAL and not speaks


def _is_taken_up(parse: Parse, name: Token, known: Iterable[Candidate], gazetteer: Gazetteer) -> bool:
    block = parse.sentences[name.sent].block
    for sentence in parse.sentences[name.sent : name.sent + 2]:
        if sentence.block != block:
            return False
        for token in parse.tokens_of(sentence):
            if token.i > name.i and _takes_up(token):
                return not any(_is_rival(candidate, parse, block, token, gazetteer) for candidate in known)
    return False


def _takes_up(noun: Token) -> bool:
    """True for "the town", "that village's", "the district centre": definite, and with no name of its own."""
    if noun.pos != "NOUN" or LEVELS.get(noun.lower) not in ("town", "district", "province"):
        return False
    whole = noun.head if noun.relation == "compound" else noun
    parts = [*noun.children, *whole.children]
    definite = any(part.relation == "det" and part.lower in _DEFINITE for part in parts)
    return definite and not any(
        part.pos == "PROPN" and part.relation in ("compound", "nmod", "appos", "flat") for part in parts
    )


def _is_rival(candidate: Candidate, parse: Parse, block: int, noun: Token, gazetteer: Gazetteer) -> bool:
    """True if the place is told before ``noun``, in its block, and is no country or province."""
    token = parse.token_at(candidate.span.start)
    if token is None or token.i > noun.i or parse.sentences[token.sent].block != block:
        return False
    first = next(iter(gazetteer.lookup(candidate.name)), None)
    return candidate.level not in ("province", "country") and (first is None or first.code not in _AREAS)
