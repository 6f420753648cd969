"""Who is said to count: "the mayor lowered the number of dead to 13", "the clinic has counted 17 dead"."""

from collections.abc import Iterator

from reportedly.language import Token
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.candidate import Candidate
from reportedly.read.attribution.context import Context
from reportedly.read.attribution.inserted import speaks

_CORRECTING = {
    "lower", "raise", "revise", "reduce", "cut", "increase", "correct", "scale", "adjust", "double", "halve", "update",
    "amend", "put",
}  # fmt: skip
_COUNTING = {"count", "register", "tally", "document", "record"}
_NUMBERS = {"toll", "number", "count", "figure", "estimate", "tally", "total"}
_VICTIMS = {
    "dead", "death", "killed", "wounded", "injured", "victim", "casualty", "missing", "fatality", "body", "toll",
    "corpse",
}  # fmt: skip
_NEAR = 3  # words behind a number's noun that may tell of whom


def counted(context: Context, verb: Token) -> Iterator[Candidate]:
    """The statement of whoever counts the dead, or corrects how many they are. A count of anything else ("raised the
    number of troops") is a deed."""
    what = verb.child("obj")
    if what is None or what.i < verb.i or grammar.negation(verb) is not None or grammar.is_passive(verb):
        return
    lemma = verb.lemma.lower()
    if not ((lemma in _CORRECTING and _is_toll(what)) or (lemma in _COUNTING and _is_counted(what, verb))):
        return
    speaker = grammar.subject(verb)
    if speaker is None or speaker.i > verb.i or not speaks(speaker, context.speakers) or speaker.pos == "PRON":
        return
    group = grammar.verb_group(verb)
    parts = [what, *(part for part in verb.all("xcomp", "obl") if part.i > verb.i)]
    content = [token for part in parts for token in part.subtree() if token.i > verb.i]
    spans = context.tidy(grammar.spans(grammar.trimmed(content)))
    if spans:
        yield Candidate(
            rule="counted", cue=group, source=grammar.phrase(speaker, without=[verb]), speaker=speaker, content=spans,
            entry=context.say,
        )  # fmt: skip


def _is_toll(noun: Token) -> bool:
    if noun.lemma.lower() not in _NUMBERS:
        return False
    below = [token for token in noun.subtree() if token.i <= noun.i + _NEAR]
    return any({token.lower, token.lemma.lower()} & _VICTIMS for token in below)


def _is_counted(noun: Token, verb: Token) -> bool:
    number = noun.pos == "NUM" or noun.child("nummod") is not None
    told = {noun.lower, noun.lemma.lower(), *(child.lower for child in (*noun.children, *verb.all("xcomp")))}
    return number and bool(told & _VICTIMS)
