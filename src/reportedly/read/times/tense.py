"""Does the clause around a time expression look back or ahead?"""

import re

from reportedly.language import Parse, Token
from reportedly.read.times.grammar import Tense

_AHEAD = re.compile(
    r"(?:\b(?:will|shall|won't|going to|(?:is|are|due|set|scheduled|expected|planned|slated"
    r"|plans?|planning|hopes?|intends?|meant|about|likely|vowed|agreed|want|wants) to|to be"
    r" (?:held|released|tried)|upcoming|is due|are due)\b|['’]ll\b)",
    re.I,
)
_AUXILIARIES = {"will", "shall", "'ll", "’ll", "wo", "ll"}
_PLANNING = {
    "plan",
    "expect",
    "schedule",
    "set",
    "due",
    "intend",
    "hope",
    "agree",
    "vow",
    "slate",
    "want",
    "promise",
    "prepare",
}


def tense_at(parse: Parse, start: int, end: int, left: int, right: int) -> Tense:
    """The tense of the verb that governs ``[start, end)``; without a parse, of the sentence ``[left,
    right)``'s words."""
    token = parse.token_at(end - 1) or parse.token_at(start)
    verb = _governor(token) if token is not None else None
    if verb is None:
        return "future" if _AHEAD.search(parse.text, left, right) else "past"
    words = {child.lower for child in verb.children if child.relation == "aux"}
    if words & _AUXILIARIES or verb.lower == "going":
        return "future"
    if verb.tag in ("VB", "VBG") and any(child.lower == "to" for child in verb.children):
        head = verb.head
        if head is not verb and (head.lemma in _PLANNING or head.lower in _PLANNING):
            return "future"
    if verb.tag == "VBD" or words & {"had", "was", "were", "did", "have", "has"}:
        return "past"
    return "present"


def _governor(token: Token) -> Token | None:
    for ancestor in token.ancestors():
        if ancestor.pos in ("VERB", "AUX"):
            return ancestor
        if ancestor.children and any(child.relation == "cop" for child in ancestor.children):
            return next(child for child in ancestor.children if child.relation == "cop")
    return None
