"""Clauses that tell no happening: what somebody is able to do, does as a habit, or what a class of things is like."""

from reportedly.language import Token

_ABILITY = frozenset({"can", "ca", "cannot"})
_ABLE = frozenset({"able", "capable", "unable"})
_CAPACITY = frozenset({"ability", "capability", "capacity", "range"})
_HABIT = frozenset(
    {"often", "regularly", "usually", "frequently", "routinely", "sometimes", "occasionally", "typically", "generally"}
    | {"normally", "commonly", "rarely", "seldom", "always"}
)
_PRESENT = frozenset({"VBZ", "VBP"})
_CLASSES = frozenset({"such", "each", "every", "any"})
_FEW = 4


def is_generic(trigger: Token, carrier: Token | None = None) -> bool:
    """True if the clause of ``trigger`` tells an ability, a habit or a class, and so no single happening."""
    if trigger.pos in ("NOUN", "PROPN"):
        if _class_of(trigger) or _commented(trigger):
            return True
        return carrier is not None and (_habitual(carrier) or _able(carrier))
    return _habitual(trigger) or _able(trigger)


def _class_of(noun: Token) -> bool:
    """ "Such raids", "each offensive"."""
    return any(child.lower in _CLASSES and child.i < noun.i for child in noun.children)


def _commented(noun: Token) -> bool:
    """ "It was the third such raid": a remark on what was told before; "it was behind the raid" is none."""
    if noun.child("cop") is None or noun.child("case") is not None:
        return False
    subject = noun.child("nsubj")
    return subject is not None and subject.lower in ("it", "this", "that")


def _habitual(verb: Token) -> bool:
    present = verb.tag in _PRESENT and verb.child("aux:pass", "aux") is None
    present = present or any(child.tag in _PRESENT and child.dep == "aux:pass" for child in verb.children)
    return present and any(child.relation == "advmod" and child.lower in _HABIT for child in verb.children)


def _able(verb: Token) -> bool:
    """ "Can hit", "is able to shell", "has the range to reach"; what somebody was able to do was done."""
    node = verb
    for _ in range(_FEW):
        if any(child.relation == "aux" and child.lower in _ABILITY for child in node.children):
            return not any(child.lower == "not" for child in node.children)
        head = node.head
        if head is node or node.relation not in ("xcomp", "acl", "advcl", "ccomp", "conj"):
            return False
        if head.lemma in _ABLE and node.relation != "conj":
            return any(child.relation == "cop" and child.tag in _PRESENT for child in head.children)
        if head.lemma in _CAPACITY and node.relation == "acl":
            return head.head.tag in _PRESENT
        if node.relation not in ("conj", "xcomp"):
            return False
        node = head
    return False
