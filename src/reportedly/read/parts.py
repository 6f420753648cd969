"""Denials that leave it open whether it happened: "denied any involvement", "said it was not behind the attack"."""

from reportedly.language import Parse, Token
from reportedly.model import Statement
from reportedly.read.attribution import clause as grammar

_PART = frozenset(
    {
        "responsibility", "involvement", "role", "part", "hand", "link", "connection", "complicity", "participation",
        "guilt", "authorship", "blame", "tie", "share",
    }
)  # fmt: skip
_TAKING_PART = frozenset({"involve", "implicate", "participate", "responsible", "guilty", "complicit", "blame"})
_DOING = frozenset({"have", "play", "take", "bear", "get"})
_US = frozenset({"us", "we", "ours", "me", "i", "them", "theirs"})


def only_a_part(statement: Statement, parse: Parse) -> Token | None:
    """The word by which ``statement`` denies that somebody did it, where it says no more; ``None`` for all others."""
    tokens = [token for span in statement.content for token in parse.tokens_in(span) if token.pos != "PUNCT"]
    inside = {token.i for token in tokens}
    head = next((token for token in tokens if token.head is token or token.head.i not in inside), None)
    if head is None or statement.stance not in ("affirms", "denies"):
        return None
    denied = statement.stance == "denies"
    return head if (denied and _names_a_part(head)) or _takes_no_part(head, denied) else None


def _names_a_part(head: Token) -> bool:
    return head.pos == "NOUN" and head.lemma.lower() in _PART


def _takes_no_part(head: Token, denied: bool) -> bool:
    negated = grammar.negation(head) is not None
    if head.lemma in _DOING and (what := head.child("obj")) is not None:
        none = any(child.lower in ("no", "any") for child in what.children)
        if what.lower == "nothing":  # "had nothing to do with it"
            return any(child.lemma == "do" for child in what.children)
        return _names_a_part(what) and (denied or none or negated)
    if head.lemma.lower() in _TAKING_PART and head.pos in ("VERB", "ADJ"):
        return denied or negated
    if head.child("cop") is None or not (denied or negated):
        return False
    behind = any(child.lower == "behind" and child.relation == "case" for child in head.children)
    return behind or (negated and head.lower in _US)
