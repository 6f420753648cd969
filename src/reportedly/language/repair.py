"""Mends trees that contradict themselves: what no grammar allows is the parser's slip, not the text's.

An attributive verb cannot have a subject of its own. Where the parser took the verb of "Analysts in Syria corroborated
reports" for an adjective of its object, the subject gives it away; the verb then takes the place of the noun.
"""

from collections.abc import Sequence

from reportedly.language.parse import Token

_ATTRIBUTIVE = ("amod", "compound")
_STAYS_WITH_NOUN = {"det", "amod", "nummod", "compound", "nmod", "acl", "case", "flat", "appos"}


def repair(tokens: Sequence[Token]) -> None:
    """Mend heads and relations in place; called before children are filled in."""
    _bare_nouns(tokens)
    _attributive_verbs(tokens)


def _bare_nouns(tokens: Sequence[Token]) -> None:
    """A noun phrase before a verb without subject is its subject, not its clausal complement.

    Where the noun has a "subject" but neither copula nor auxiliary, that one is the verb's, and the noun goes with it.
    """
    clausal = {token.head.i for token in tokens if token.relation in ("csubj", "cop", "aux", "expl", "mark")}
    with_subject = {token.head.i for token in tokens if token.relation in ("nsubj", "csubj", "expl")}
    for noun in tokens:
        verb = noun.head
        if noun.dep != "ccomp" or noun.pos not in ("NOUN", "PROPN", "PRON") or noun.i > verb.i:
            continue
        if noun.i in clausal or verb.i in with_subject:
            continue
        own = next((token for token in tokens if token.head is noun and token.relation == "nsubj"), None)
        if own is None:
            noun.dep = "nsubj"
        else:
            own.head, own.dep = verb, "nsubj"
            noun.head, noun.dep = own, "nmod"


def _attributive_verbs(tokens: Sequence[Token]) -> None:
    subjects = {token.head.i: token for token in tokens if token.relation == "nsubj" and token.head is not token}
    for verb in tokens:
        noun = verb.head
        if verb.pos != "VERB" or verb.dep not in _ATTRIBUTIVE or noun is verb or verb.i >= noun.i:
            continue
        subject = subjects.get(verb.i)
        if subject is None or subject.i > verb.i:
            continue
        above = noun.head
        verb.dep, verb.head = ("root", verb) if above is noun else (noun.dep, above)
        noun.head, noun.dep = verb, "obj"
        for token in tokens:
            if (
                token.head is noun
                and token is not noun
                and (token.i < verb.i or token.relation not in _STAYS_WITH_NOUN)
            ):
                token.head = verb
