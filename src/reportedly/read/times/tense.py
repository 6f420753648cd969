"""Does the clause around a time expression look back or ahead?"""

import re

from reportedly.language import Parse, Token
from reportedly.read.times.grammar import Tense

_AHEAD = re.compile(
    r"\b(?:will|shall|won't|going to|(?:is|are|due|set|scheduled|expected|planned|slated|plans?|planning|hopes?"
    r"|intends?|meant|about|likely|vowed|agreed|want|wants) to|to be (?:held|released|tried)|upcoming|(?:is|are) due)\b"
    r"|['’]ll\b",
    re.I,
)
_DEADLINE = re.compile(r"\b(?:as (?:early|soon) as|no later than|starting|beginning|effective|scheduled for)\s+$", re.I)
_UNTIL = re.compile(r"\b(?:until|till|by)\s+$", re.I)
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "ll"})
_MODAL = frozenset({"would", "may", "might", "could", "should", "can", "must", "'d", "’d"})
_PAST = frozenset({"had", "was", "were", "did", "have", "has", "'ve", "’ve", "got"})
_IMPLICATIVE = frozenset({
    "allow", "appear", "attempt", "avoid", "begin", "bother", "cause", "cease", "come", "compel", "continue",
    "dare", "decline", "enable", "fail", "force", "forget", "get", "go", "happen", "have", "help", "let", "make",
    "manage", "need", "neglect", "oblige", "proceed", "prompt", "prove", "refuse", "remember", "seem", "start",
    "stop", "struggle", "tend", "try", "use",
})  # fmt: skip
"""Verbs whose infinitive happens, or not, when they do: "began to leave on Friday" (Karttunen 1971), and those of
trying and causing. The infinitive of others ("plans to", "is expected to", "agreed to") lies ahead of them."""
_PLANNED = frozenset(
    [
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
    ]
)
_SCHEDULED = frozenset(["plan", "schedule", "slate", "expect"])
_DEFERRED = frozenset(["postpone", "delay", "extend", "defer", "adjourn", "suspend", "give", "prolong"])
_INVARIABLE = frozenset(
    {"hit", "cut", "put", "set", "shut", "split", "spread", "burst", "cast", "shed", "hurt", "cost", "quit", "beat"}
)
"""Verbs whose past looks as their present; told of a weekday, it is the past."""
_SEEN = frozenset({"see", "show", "hear", "watch", "film", "picture", "record", "capture", "depict", "observe"})
"""Verbs of what eyes, ears and cameras catch: what they catch has begun before it is told of."""
_DEEPEST = 4
_OF_NOUN = frozenset({"nmod", "compound", "amod", "nummod", "flat", "appos"})


def tense_at(parse: Parse, start: int, end: int, left: int, right: int) -> Tense:
    """The tense of the verb that governs ``[start, end)``; without a parse, of the sentence ``[left, right)``'s
    words."""
    before = parse.text[max(left, start - 20) : start]
    if _DEADLINE.search(before):
        return "future"
    if before.lower().endswith("since "):
        return "past"
    token = _head(parse, start, end)
    verb = _governor(token) if token is not None else None
    if token is None or verb is None:
        return "future" if _AHEAD.search(parse.text, left, right) else "past"
    if _schedules(verb) and token.i > verb.i:
        return "future"
    if verb.lemma in _DEFERRED and _UNTIL.search(before):
        return "future"
    tense = _tense(verb, 0)
    past = verb.tag == "VBP" and verb.lower in _INVARIABLE
    if tense == "present" and (past or token.relation in _OF_NOUN or _in_headline(parse, verb)):
        # "follows Tuesday's declaration" looks back, and so does the present of headlines; "they meet Monday" does not.
        return "past"
    return tense


def _schedules(verb: Token) -> bool:
    """True for "planned a march on Saturday": the day is that of the march. "Had been planned" looks back."""
    return verb.lemma in _SCHEDULED and verb.tag != "VBG" and not any(child.lower == "had" for child in verb.children)


def _in_headline(parse: Parse, token: Token) -> bool:
    block = parse.sentence_of(token).block
    return block < len(parse.blocks) and parse.blocks[block].kind in ("headline", "heading")


def _head(parse: Parse, start: int, end: int) -> Token | None:
    """The token of ``[start, end)`` that hangs outside of it."""
    token = parse.token_at(end - 1) or parse.token_at(start)
    while token is not None and token.head is not token and start <= token.head.start < end:
        token = token.head
    return token


def _tense(verb: Token, depth: int) -> Tense:
    # "IS fighters seized": the name of the group, which parsers take for the verb
    words = {child.lower for child in verb.children if child.relation in ("aux", "cop") and child.text != "IS"}
    if verb.pos == "AUX" and not words:
        words = {verb.lower}
    if words & _WILL or (verb.lower == "going" and any(child.relation == "xcomp" for child in verb.children)):
        return "future"
    if "had" in words:
        return "past"
    if any(child.lower == "to" and child.pos == "PART" for child in verb.children):
        return _infinitive(verb, words, depth)
    if words & _MODAL:
        denied = any(child.lower in ("not", "n't", "n’t", "neither", "never") for child in verb.children)
        return "past" if "have" in words or (denied and "could" in words) else "future"
    if words & _PAST or verb.tag == "VBD" or _is_irregular_past(verb):
        return "past"
    if verb.tag == "VBN" and not words:
        return "future" if verb.lemma in _PLANNED else "past"
    if verb.tag in ("VBG", "VBN") and words <= {"being"}:
        return _above(verb, depth)
    return "present"


def _is_irregular_past(verb: Token) -> bool:
    """True for "overran" that was tagged as a present: no plain present differs from its lemma."""
    return verb.tag in ("VBP", "VB") and verb.pos == "VERB" and verb.lower not in (verb.lemma, verb.lemma + "s")


def _infinitive(verb: Token, words: set[str], depth: int) -> Tense:
    if "have" in words:
        return "past"
    if verb.relation == "advcl" or (verb.relation == "xcomp" and verb.head.lemma in _IMPLICATIVE):
        return _above(verb, depth)
    return "future"


def _above(verb: Token, depth: int) -> Tense:
    """The tense of the clause that a participle or an infinitive hangs on."""
    above = _governor(verb.head) if verb.head is not verb and depth < _DEEPEST else None
    if above is None:
        return "present"
    tense = _tense(above, depth + 1)
    return "past" if tense == "present" and above.lemma in _SEEN else tense


def _governor(token: Token) -> Token | None:
    for ancestor in (token, *token.ancestors()):
        if ancestor.pos in ("VERB", "AUX") and ancestor.tag != "MD":
            return ancestor
        if any(child.relation == "cop" for child in ancestor.children):
            return ancestor
    return None
