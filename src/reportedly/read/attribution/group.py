"""The words of a verbal cue: its tail, the verbs above it, who denies, the day and the marks beside it."""

from reportedly.language import Token
from reportedly.ontology.cues import Cue
from reportedly.read.attribution import clause as grammar

REFUSING = {"refuse", "decline", "fail", "unable", "unwilling"}
_ABLE = {"able", "position"}  # "was in no position to confirm"
_MATRIX_OF_REFUSAL = REFUSING | {"try", "attempt", "manage", "struggle"}
_LINKING = {"go", "continue", "want", "like", "quick", "have", "need", "be", "begin", "come", "seem", "appear"}
_NOBODY = {"nobody", "none", "neither", "few", "no"}
BREAKS = {",", "—", "–", "-", "”", '"', "’"}


def tail_of(verb: Token, entry: Cue) -> list[Token] | None:
    """The tokens behind ``verb`` that the cue's further words ask for, or ``None`` where they are missing."""
    if not entry.tail:
        return []
    found: list[Token] = []
    for word in entry.tail:
        match = next((child for child in verb.children if child.lower == word and 0 < child.i - verb.i <= 4), None)
        if match is None:
            return None
        found.append(match)
    return found


def with_matrix(verb: Token, group: list[Token]) -> tuple[list[Token], Token | None]:
    """ "refused to confirm", "went on to say", "was quick to add": the governing verb belongs to the cue."""
    head = verb.head
    if verb.relation not in ("xcomp", "advcl", "ccomp", "acl") or head is verb or verb.tag != "VB":
        return group, None
    marker = next((child for child in verb.children if child.lower == "to" and child.pos == "PART"), None)
    if marker is None or head.lemma not in _MATRIX_OF_REFUSAL | _LINKING | _ABLE or not 1 < verb.i - head.i <= 4:
        return group, None
    beside = ("cop", "case", "det") if head.pos == "NOUN" else ("cop",)
    above = [*grammar.verb_group(head), *[child for child in head.children if child.dep in beside]]
    between = [marker, *above]
    return sorted({*group, *between}, key=lambda token: token.i), head


def neither(verb: Token) -> list[Token] | None:
    """The words of "neither confirmed nor": two cues that cannot be taken apart are one."""
    if verb.relation != "conj" or not any(c.lower == "nor" and c.relation == "cc" for c in verb.children):
        return None
    opening = next((c for c in verb.head.children if c.lower == "neither" and c.i < verb.head.i), None)
    return [opening] if opening is not None and verb.i - opening.i <= 4 else None


def in_neither(verb: Token) -> bool:
    return any(c.dep == "conj" and neither(c) is not None for c in verb.children)


def nobody(speaker: Token) -> Token | None:
    """The word by which hardly anyone speaks: "nobody", "none of them", "neither side", "few diplomats"."""
    if speaker.lower in _NOBODY:
        return speaker
    return next(
        (t for t in speaker.children if t.lower in _NOBODY and t.relation in ("det", "amod", "nummod", "cc", "advmod")),
        None,
    )


def day_of_saying(tokens: list[Token], at: int, *, told: bool = False) -> int:
    """Behind "on Thursday", "by telephone": a short phrase between the verb and the mark that closes the insertion.

    Behind a verb that takes one (``told``), the addressee too: "…, the office told parliament a day earlier."
    """
    opening = ("ADP", "PROPN", "ADV", *(("DET", "NOUN", "PRON", "ADJ") if told else ()))
    if at >= len(tokens) or tokens[at].pos not in opening or tokens[at].text in BREAKS:
        return at
    reach = 10 if told else 6
    for position in range(at, min(at + reach, len(tokens))):
        if tokens[position].text in (",", "."):
            return position
        if tokens[position].pos not in ("ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV", "PRON"):
            return at
        if tokens[position].tag in ("WDT", "WP", "WRB", "EX") or tokens[position].lower == "that":
            return at
    return len(tokens) if len(tokens) - at <= reach else at


def apart(tokens: list[Token], i: int) -> bool:
    """True if the mark at ``i`` parts phrases: the hyphen of "Al-Jazeera" does not."""
    return i + 1 >= len(tokens) or tokens[i].end < tokens[i + 1].start


def opens_with_as(clause: Token) -> bool:
    return clause.relation in ("advcl", "xcomp", "ccomp", "acl") and any(t.lower == "as" for t in clause.children)


def asks_for_anonymity(verb: Token) -> bool:
    """ "who asked not to be named": a condition of the interview, told of the source and not of the conflict."""
    governed = verb.child("xcomp", "ccomp", "advcl")
    return governed is not None and governed.lemma in ("name", "identify") and grammar.is_passive(governed)
