"""Casualties told by a number right beside a word for them: "17 dead", "killed 12, wounded 30", "the toll rose to 46".

The number and the word stand together whatever clause they are in, so that a conjunct without an auxiliary, a headline
and a noun phrase are read alike.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import msgspec

from reportedly.language import Parse, Token
from reportedly.model import Mentions, Quantity
from reportedly.ontology import CasualtyKind, Ontology

_LISTS: tuple[tuple[str, CasualtyKind], ...] = (
    ("killed-words", "killed"), ("wounded-words", "wounded"), ("missing-words", "missing"),
)  # fmt: skip
_AUXILIARIES = frozenset({"be", "have", "get", "become", "remain"})
_COUNTED = frozenset({"NOUN", "ADJ", "PROPN", "PRON", "ADV", "DET", "NUM"})
_RISING = frozenset({
    "be", "stand", "rise", "climb", "reach", "increase", "grow", "pass", "exceed", "hit", "bring", "put", "raise",
    "lower", "cut", "reduce", "revise", "correct", "fall", "drop", "jump", "give", "estimate", "set", "double", "push",
    "number",
})  # fmt: skip
_STATING = frozenset({"of", "at"})
_FROM = re.compile(r"\bfrom $", re.IGNORECASE)
_OF_THOSE = re.compile(r"\s+of\s+(?:the|those|these)\s+")
_NEAR, _FAR = 7, 24  # tokens between the number and the word; between "the number of dead" and the number
_STATED = frozenset({"to", "at", "as"})
_FATAL = frozenset({"toll", "bury", "lose", "fall", "number", "grave", "doom", "hell", "maker"})
"""Tell deaths in some of their uses."""
_PEOPLE = ("person", "people", "regulars", "irregulars", "members")
_ELSEWHERE = frozenset({
    "to", "into", "back", "behind", "ill", "sick", "from", "off", "under", "out", "short", "silent", "asleep", "upon",
    "over", "victim", "prey", "apart", "away", "through", "down",
})  # fmt: skip
"""Behind "fell" where nobody died."""
_NEXT = frozenset({"after", "as", "when", "while", "since", "because", "following", "with", "before", "where"})
"""Begin another clause: "climbed to 12 after three of the injured died"."""
_ENDS = frozenset({"death", "grave", "doom", "maker"})
_DEATHS_OF = frozenset({"death", "deaths", "martyrdom", "injury", "injuries"})
_WHOSE = frozenset({"their", "his", "her", "its"})
_BACK = 2  # sentences back to those whom "their number" counts


@dataclass(slots=True, frozen=True)
class Toll:
    """A number beside a word for casualties. ``head`` is the noun that is counted, or the number itself."""

    kind: CasualtyKind
    word: Token
    quantity: Quantity
    head: Token


def find_tolls(parse: Parse, mentions: Mentions, ontology: Ontology) -> Iterator[Toll]:
    """The tolls of a document, in text order; a number stands in one of them alone."""
    words: dict[str, CasualtyKind] = {
        word: kind for name, kind in _LISTS for word in ontology.kinds.nouns.get(name, frozenset())
    }
    present = [token for token in parse.tokens if token.lower in words or token.lemma.lower() in _FATAL]
    sentences = {token.sent for token in present}
    if not sentences:
        return
    times = {token.i for time in mentions.times for token in parse.tokens_in(time.span)}
    people = frozenset().union(*(ontology.kinds.nouns.get(name, frozenset()) for name in _PEOPLE))
    for quantity in mentions.quantities:
        if quantity.unit or quantity.category is not None:
            continue
        tokens = parse.tokens_in(quantity.span)
        if not tokens or tokens[0].sent not in sentences or tokens[0].i in times:
            continue
        toll = _behind(parse, quantity, tokens, words) or _before(parse, quantity, tokens, words)
        toll = toll or _fallen(parse, quantity, tokens, people, times) or _lost(parse, quantity, tokens, people)
        toll = toll or _buried(parse, quantity, tokens) or _ahead(parse, quantity, tokens, words, ontology)
        toll = toll or _told_apart(parse, quantity, tokens, words, ontology)
        if toll is not None and not _is_of_those(parse, quantity, toll):
            yield toll


def _is_of_those(parse: Parse, quantity: Quantity, toll: Toll) -> bool:
    """True for the two of "two of the dead were children": some of those that are counted elsewhere."""
    return _OF_THOSE.fullmatch(parse.text, quantity.span.end, toll.word.start) is not None


def _behind(parse: Parse, quantity: Quantity, tokens: list[Token], words: dict[str, CasualtyKind]) -> Toll | None:
    """The word after the number and what it counts: "four guards wounded", "17 people, three of them women, died"."""
    head = tokens[-1]
    position, last = tokens[-1].i + 1, tokens[-1].i + 1 + _NEAR
    inserted = False
    while position < min(last, len(parse.tokens)) and parse.tokens[position].sent == head.sent:
        token = parse.tokens[position]
        if token.lower == "more":
            return None  # "two more bodies": some beyond those that were counted
        if token.lower in words and not _active(parse, token):
            return Toll(words[token.lower], token, quantity, head)
        if token.text == "," and not inserted:
            closing = _comma(parse, position)
            if closing is None:
                return None
            position, last, inserted = closing + 1, closing + 1 + _NEAR, True
            continue
        if token.lower == "to" and position + 2 < len(parse.tokens) and parse.tokens[position + 1].lower in _WHOSE:
            death = parse.tokens[position + 2]  # "sent 30 passengers to their deaths"
            return Toll("killed", death, quantity, head) if death.lemma in _ENDS else None
        if token.lower == "to" and position + 1 < len(parse.tokens) and parse.tokens[position + 1].lower == "hell":
            return Toll("killed", parse.tokens[position + 1], quantity, head)
        if token.pos not in _COUNTED and token.lower not in ("of", "who") and token.lemma not in _AUXILIARIES:
            return None
        if token.pos in ("NOUN", "PROPN", "PRON") and not inserted and token.lower != "who":
            head = token
        position += 1
    return None


def _active(parse: Parse, token: Token) -> bool:
    """True if the word takes what follows it: "20 gunmen killed four guards"."""
    if token.tag not in ("VBD", "VBZ", "VBP", "VBG", "VB") or token.child("aux:pass", "nsubj:pass") is not None:
        return False
    return token.child("obj") is not None or (token.tag in ("VBG", "VBZ") and token.pos == "VERB")


def _comma(parse: Parse, opening: int) -> int | None:
    for position in range(opening + 1, min(opening + _FAR, len(parse.tokens))):
        token = parse.tokens[position]
        if token.sent != parse.tokens[opening].sent or token.tag in ("VBD", "VBZ", "VBP"):
            return None
        if token.text == ",":
            return position
    return None


def _before(parse: Parse, quantity: Quantity, tokens: list[Token], words: dict[str, CasualtyKind]) -> Toll | None:
    """The word right before the number: "killing 4", "wounds 60", "the death of 9"."""
    position = tokens[0].i - 1
    if position > 0 and parse.tokens[position].lower == "of" and parse.tokens[position - 1].lower in _DEATHS_OF:
        position -= 1
    if position < 0 or parse.tokens[position].sent != tokens[0].sent:
        return None
    word = parse.tokens[position]
    if word.lower not in words or word.tag == "JJ" or word.child("aux:pass", "nsubj:pass", "cop") is not None:
        return None
    head = tokens[-1]
    for token in parse.tokens[tokens[-1].i + 1 : tokens[-1].i + 4]:
        if token.pos not in ("NOUN", "ADJ", "PROPN") or token.sent != head.sent:
            break
        head = token
    return Toll(words[word.lower], word, quantity, head)


def _told_apart(
    parse: Parse, quantity: Quantity, tokens: list[Token], words: dict[str, CasualtyKind], ontology: Ontology
) -> Toll | None:
    """A count with the number behind a verb: "the number of dead is now 21", "the toll had risen to 46"."""
    passed = False
    if parse.tokens[tokens[0].i - 1].lower == "from" and tokens[0].i:
        return None  # "to 20 from 12": what it was before
    for position in range(tokens[0].i - 1, max(tokens[0].i - _FAR, -1), -1):
        token = parse.tokens[position]
        if token.sent != tokens[0].sent:
            return None
        tolls = token.lemma.lower() in ontology.kinds.nouns.get("toll", frozenset())
        counted = token.lower in words and _numbered(parse, token)
        dead = _dead_before(parse, token, words)
        stated = tolls and parse.tokens[tokens[0].i - 1].lower in _STATING and position >= tokens[0].i - 4
        if dead is not None and (passed or _put(parse, tokens[0], position)):
            kind, word = dead
            return Toll(kind, word if word.sent == token.sent else token, _risen(quantity, parse), tokens[-1])
        if stated or (passed and (tolls or counted)):
            kind = words.get(token.lower, "killed")
            return Toll(kind, token, _risen(quantity, parse), tokens[-1])
        if (counted or tolls) and _put(parse, tokens[0], position):
            return Toll(words.get(token.lower, "killed"), token, _risen(quantity, parse), tokens[-1])
        if token.lemma in _RISING and (
            token.tag != "VBN" or token.child("obj", "nsubj", "nsubj:pass", "aux") is not None
        ):
            passed = True
        elif token.pos in ("VERB", "PUNCT") and token.lower not in words and token.text not in ("’", "'", "-", "‑"):
            return None
    return None


def _fallen(
    parse: Parse, quantity: Quantity, tokens: list[Token], people: Collection[str], times: Collection[int]
) -> Toll | None:
    """People of whom it is told that they fell: "seventeen soldiers of the garrison fell in the battle"."""
    counted = _counted(parse, tokens, people)
    if counted is None:
        return None
    for token in parse.tokens[counted.i + 1 : counted.i + 1 + _NEAR]:
        if token.sent != counted.sent or (token.pos in ("VERB", "PUNCT") and token.lemma != "fall"):
            return None
        if token.lemma == "fall" and token.tag in ("VBD", "VBN"):
            after = parse.tokens[min(token.i + 1, len(parse.tokens) - 1)]
            here = after.lower != "on" or after.i + 1 in times or after.i in times
            return Toll("killed", token, quantity, counted) if here and after.lower not in _ELSEWHERE else None
    return None


def _lost(parse: Parse, quantity: Quantity, tokens: list[Token], people: Collection[str]) -> Toll | None:
    """People whom their side has lost: "the army lost three men"."""
    first = tokens[0]
    verb = parse.tokens[first.i - 1] if first.i else first
    if verb.lemma != "lose" or verb.sent != first.sent or verb.pos != "VERB":
        return None
    counted = _counted(parse, tokens, people)
    return Toll("killed", verb, quantity, counted) if counted is not None else None


def _counted(parse: Parse, tokens: list[Token], people: Collection[str]) -> Token | None:
    """The noun right behind the number, if it is one for people: the soldiers of "three of its soldiers"."""
    for token in parse.tokens[tokens[-1].i + 1 : tokens[-1].i + 1 + _NEAR]:
        if token.sent != tokens[0].sent:
            return None
        following = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
        if token.pos in ("NOUN", "PROPN") and (following is None or following.pos not in ("NOUN", "PROPN")):
            return token if token.lemma.lower() in people or token.lower in people else None
        if token.pos not in ("NOUN", "ADJ", "PROPN", "DET", "PRON") and token.lower not in ("of", "more"):
            return None
    return None


def _buried(parse: Parse, quantity: Quantity, tokens: list[Token]) -> Toll | None:
    """People who were buried, where the number stands right behind: "we have buried 61 people"."""
    first = tokens[0]
    verb = parse.tokens[first.i - 1] if first.i else first
    if verb.lemma != "bury" or verb.sent != first.sent or verb.child("aux:pass", "nsubj:pass") is not None:
        return None
    after = parse.tokens[tokens[-1].i + 1 : tokens[-1].i + 2]
    head = after[0] if after and after[0].pos == "NOUN" and after[0].sent == first.sent else tokens[-1]
    return Toll("killed", verb, quantity, head)


def _ahead(
    parse: Parse, quantity: Quantity, tokens: list[Token], words: dict[str, CasualtyKind], ontology: Ontology
) -> Toll | None:
    """A count that follows its number: "raised to 38 the number of people killed", "put at nine the toll"."""
    first = tokens[0]
    if first.i < 2 or parse.tokens[first.i - 1].lower not in _STATED or parse.tokens[first.i - 2].lemma not in _RISING:
        return None
    for token in parse.tokens[tokens[-1].i + 1 : tokens[-1].i + 1 + _NEAR * 2]:
        if token.sent != first.sent or token.pos == "PUNCT" or token.lower in _NEXT:
            break
        if token.lower in words or token.lemma.lower() in ontology.kinds.nouns.get("toll", frozenset()):
            return Toll(words.get(token.lower, "killed"), token, quantity, tokens[-1])
    return None


def _put(parse: Parse, number: Token, word: int) -> bool:
    """True where the verb stands before the word: "lowered the number of dead to 13", "put the dead at nine"."""
    if number.i == 0 or parse.tokens[number.i - 1].lower not in _STATED:
        return False
    for token in reversed(parse.tokens[max(word - _NEAR, 0) : word]):
        if token.sent != number.sent or token.pos == "PUNCT":
            return False
        if token.pos == "VERB":
            return token.lemma in _RISING
    return False


def _risen(quantity: Quantity, parse: Parse) -> Quantity:
    """The 20 of "rose from 12 to 20"."""
    if quantity.rule == "range" and _FROM.search(parse.text, 0, quantity.span.start + len("from ")):
        return msgspec.structs.replace(quantity, low=quantity.high)
    return quantity


def _dead_before(parse: Parse, number: Token, words: dict[str, CasualtyKind]) -> tuple[CasualtyKind, Token] | None:
    """What has become of those of "their number", and the word before it that tells; ``None`` for other words."""
    if number.lower not in ("number", "toll") or number.i == 0 or parse.tokens[number.i - 1].lower != "their":
        return None
    for token in reversed(parse.tokens[: number.i]):
        if number.sent - token.sent > _BACK:
            return None
        if token.lower in words:
            return words[token.lower], token
        if token.lemma == "fall" and token.tag in ("VBD", "VBN"):
            return "killed", token
        if token.lower == "hell" and parse.tokens[token.i - 1].lower == "to":
            return "killed", token
    return None


def _numbered(parse: Parse, word: Token) -> bool:
    """True if "number of" stands close before the word."""
    if (
        parse.tokens[word.i - 1].lower in ("the", "own", "its", "their")
        and word.pos in ("NOUN", "ADJ")
        and word.tag != "VBN"
    ):
        return True  # "put the dead at nine"
    before = [token.lower for token in parse.tokens[max(word.i - 5, 0) : word.i] if token.sent == word.sent]
    return "of" in before and "number" in before
