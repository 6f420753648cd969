"""Slots mended where the parse is wrong: what a frame needs shows which noun was meant.

Attachment is where parsers err most. Every repair takes only a noun of the kind that the frame asks for.
"""

from reportedly.language import Parse, Token
from reportedly.read.events.fillers import Fillers
from reportedly.read.events.lexicon import Pattern
from reportedly.read.events.slots import Slots, conjuncts, is_passive, prepositions

_RELATIVE = frozenset({"which", "that", "who"})
_NONE: frozenset[str] = frozenset()
_PARTIES = frozenset({"agent", "recipient"})
_PARTY = frozenset({"force", "state", "coalition", "armed"})


def mended(slots: Slots, pattern: Pattern, words: list[Token], token: Token, fillers: Fillers, parse: Parse) -> Slots:
    """The slots with errors of the parse found that the frame's own needs show."""
    frame = pattern.frame
    if pattern.prefix:
        slots = {name: [head for head in heads if head not in words] for name, heads in slots.items()}
    found = slots
    if not slots.get("subj") and "subj" in frame.roles and is_passive(token):
        doers = _hung_low([child for child in token.children if child.relation == "obl"], "by", fillers)
        if doers:
            slots = found = {**slots, "subj": doers}
    if (frame.intransitive or _moves(pattern, words, token, fillers)) and not slots.get("subj") and slots.get("obj"):
        return {**slots, "subj": slots["obj"], "obj": []}
    need = frame.need.get("obj")
    if need is not None:
        fit = any(fillers.kinds(head) & need for head in slots.get("obj", ()))
        if not fit:
            for word in words:  # "handed over their weapons", the particle taken for a preposition
                if word.dep == "case" and any(fillers.kinds(head) & need for head in conjuncts(word.head)):
                    return {**slots, "obj": conjuncts(word.head)}
        if not fit and token.tag in ("VBN", "VBD") and not slots.get("obj") and token.child("aux") is None:
            subjects = slots.get("subj", [])
            if subjects and all(fillers.kinds(head) & need and "force" not in fillers.kinds(head) for head in subjects):
                found = {
                    **slots,
                    "obj": subjects,
                    "subj": [],
                }  # "80 missiles captured", a headline's passive
    for slot in ("subj", "obj"):
        need = frame.need.get(slot)
        if need is None or any(fillers.kinds(head) & need for head in found.get(slot, ())):
            continue
        if slot == "obj" and not is_passive(token):
            bare = [head for head in found.get("bare", ()) if fillers.kinds(head) & need]
            if bare:
                found = {**found, "obj": bare}
                continue
        antecedent = _antecedent(token, need, fillers, parse) if slot == _relative_slot(token) else None
        if antecedent is None and slot == "obj":
            antecedent = _following(token, need, fillers, parse)
            if antecedent is not None and is_passive(token):
                # a participle that was read for a finite verb's form: "the raid killed nine people"
                found = {**found, "subj": found.get("obj", [])}
        stranded = (pattern.governed and slot == "subj") or (pattern.prefix and slot == "obj")
        if antecedent is None and stranded and not found.get(slot):
            antecedent = _nearest(token, need, fillers, parse)
        if antecedent is not None:
            found = {**found, slot: conjuncts(antecedent)}
    for preposition in ("from", "to"):
        if preposition in frame.roles and not found.get(preposition) and "obj" in frame.need:
            low = _hung_low(found.get("obj", ()), preposition, fillers, frame.roles[preposition] in _PARTIES)
            if low:
                found = {**found, preposition: low}
    return found


def _moves(pattern: Pattern, words: list[Token], token: Token, fillers: Fillers) -> bool:
    """True for a past tense that was read as a passive participle though the verb goes with a preposition, or its frame
    knows no object: "two bombs slammed into a block", "rockets exploded"."""
    if token.tag not in ("VBN", "VBD") or token.child("aux", "aux:pass", "obl:agent"):
        return False
    if token.dep == "amod":
        return False
    if token.dep == "acl" and not fillers.kinds(token.head) & pattern.frame.need.get("subj", _NONE):
        return False
    if "subj" not in pattern.frame.roles or pattern.governed:
        return False
    return "obj" not in pattern.frame.roles or bool(words and words[-1].dep == "case")


def _hung_low(
    heads: "list[Token] | tuple[Token, ...]", preposition: str, fillers: Fillers, capital: bool = False
) -> list[Token]:
    """A party that a preposition introduces within the object's phrase: "seized [rifles from the guards]".

    With ``capital``, a place may stand for its government.
    """
    for head in heads:
        for token in head.subtree():
            if token.i <= head.i or preposition not in prepositions(token):
                continue
            if fillers.kinds(token) & _PARTY or (capital and fillers.place_at(token) is not None):
                return conjuncts(token)
    return []


def _nearest(token: Token, need: frozenset[str], fillers: Fillers, parse: Parse) -> Token | None:
    """The nearest noun of a needed kind before a set phrase that the parser left without a subject."""
    for position in range(token.i - 1, max(token.i - 16, -1), -1):
        other = parse.tokens[position]
        if other.sent != token.sent:
            return None
        if other.pos not in ("NOUN", "PROPN") or other.relation in ("compound", "obl"):
            continue
        if fillers.kinds(other) & need:
            return other.head if other.relation == "nmod" and fillers.kinds(other.head) & need else other
    return None


def _relative_slot(token: Token) -> str:
    """The slot that a relative pronoun as the verb's subject fills."""
    return "obj" if is_passive(token) else "subj"


def _following(token: Token, need: frozenset[str], fillers: Fillers, parse: Parse) -> Token | None:
    """The noun right behind an active verb that was left without an object."""
    if is_passive(token) and (token.dep != "acl" or token.child("aux", "aux:pass", "obl:agent") is not None):
        return None
    for position in range(token.i + 1, min(token.i + 12, len(parse.tokens))):
        other = parse.tokens[position]
        counted = fillers.quantity_at(other) is not None
        if other.sent != token.sent or other.text in (",", ";", ":"):
            return None
        if not (counted or other.pos in ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PUNCT")):
            return None
        if other.pos in ("NOUN", "PROPN") and other.relation not in ("compound", "amod") and not _owns(other):
            return other if fillers.kinds(other) & need else None
    return None


def _antecedent(token: Token, need: frozenset[str], fillers: Fillers, parse: Parse) -> Token | None:
    """The nearest noun of a needed kind before a relative pronoun: attachment is where parsers err most."""
    pronoun = next((child for child in token.children if child.lower in _RELATIVE and child.relation == "nsubj"), None)
    if pronoun is None:
        return None
    for position in range(pronoun.i - 1, max(pronoun.i - 13, -1), -1):
        other = parse.tokens[position]
        if other.sent != token.sent or other.pos == "VERB":
            return None
        fits = other.relation != "compound" and not _owns(other) and fillers.kinds(other) & need
        if other.pos in ("NOUN", "PROPN") and fits:
            return other
    return None


def _owns(noun: Token) -> bool:
    """True for the rebels of "the rebels' tanks": who takes the tanks takes no rebels."""
    return noun.dep == "nmod:poss"
