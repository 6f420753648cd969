"""Whose deed a noun tells, where other words than a carrier say so: "claimed responsibility for the attack", "the
killing was attributed to the rebels", "blamed the army for the massacre".
"""

from collections.abc import Iterator, Mapping

from reportedly.language import Token
from reportedly.read.events.slots import prepositions, verb_slots

_NOBODY = frozenset({"no", "nobody", "none", "neither"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor"})
_VERBAL = frozenset({"VERB", "AUX", "ADJ"})
_GOVERNED = frozenset({"obj", "nsubj", "xcomp"})
_BLAMED = frozenset({"obj", "iobj"})


def doers_of(noun: Token, doers: Mapping[str, str]) -> list[Token]:
    """Who is said to have done what ``noun`` tells, as heads of phrases; empty where nobody is, or it is denied.

    ``doers`` maps words on which the noun hangs to the slot of the doer (``EventLexicon.doers``).
    """
    top = noun
    while top.dep == "conj" and top.head.pos in ("NOUN", "PROPN"):
        top = top.head
    if top.head is top:
        return []
    for verb, words in _hangs_on(top):
        slot = doers.get(words)
        if slot is None or any(child.lower in _NEGATIONS for child in verb.children):
            continue
        slots = verb_slots(verb)
        heads = (
            slots.get(slot) or (slots.get("iobj") if slot == "obj" else None) or []
        )  # an only object is no second one
        return [head for head in heads if head is not top and not is_nobody(head)]
    return []


def _hangs_on(noun: Token) -> Iterator[tuple[Token, str]]:
    """The verb or adjective above ``noun``, with the words between the two, as ``doers`` has them."""
    above = noun.head
    if noun.relation in ("obl", "nmod", "obj"):
        for word in prepositions(noun):
            if above.pos in ("NOUN", "PROPN"):  # "responsibility [for the attack]"
                if above.relation in _GOVERNED:
                    yield above.head, f"{above.head.lemma} {above.lemma} {word}"
                if above.relation in _BLAMED:  # "blamed [the rebels for the attack]"
                    yield above.head, f"{above.head.lemma} {word}"
            elif above.pos in _VERBAL:
                yield above, f"{above.lemma} {word}"
                for child in above.children:
                    if child.relation in _GOVERNED:
                        yield above, f"{above.lemma} {child.lemma} {word}"
                if above.relation == "xcomp":  # "held the rebels responsible for the attack"
                    yield above.head, f"{above.head.lemma} {above.lemma} {word}"
    if above.pos == "VERB" and noun in verb_slots(above).get("obj", ()):
        yield above, above.lemma


def is_nobody(head: Token) -> bool:
    """True for "nobody", "no group", "none of the sides"."""
    return head.lower in _NOBODY or any(child.lower in _NOBODY for child in head.children if child.i < head.i)
