"""Mends trees that contradict themselves: what no grammar allows is the parser's slip, not the text's.

An attributive verb cannot have a subject of its own. Where the parser took the verb of "Analysts in Syria corroborated
reports" for an adjective of its object, the subject gives it away; the verb then takes the place of the noun.
"""

from collections.abc import Sequence
from itertools import pairwise

from reportedly.language.parse import Token

_NOMINAL = ("NOUN", "PROPN", "PRON")
_ATTRIBUTIVE = ("amod", "compound")
_DASHES = {"—", "–", "--", "-"}
_RELATIVES = {"WDT", "WP", "WP$", "WRB"}
_CLAUSES = {"root", "ccomp", "advcl", "parataxis", "csubj", "acl"}
_ABOVE = {"upwards", "upward", "north", "excess"}
_STAYS_WITH_NOUN = {"det", "amod", "nummod", "compound", "nmod", "acl", "case", "flat", "appos"}


def repair(tokens: Sequence[Token]) -> None:
    """Mend heads and relations in place; called before children are filled in."""
    _past_forms(tokens)
    _bare_nouns(tokens)
    _approximate_numbers(tokens)
    _abutting_verbs(tokens)
    _abutting_phrases(tokens)
    _attributive_verbs(tokens)
    _set_off_clauses(tokens)
    _crossing_complements(tokens)
    _perceived_clauses(tokens)
    _second_subjects(tokens)


def _past_forms(tokens: Sequence[Token]) -> None:
    """The plural present of an English verb is its dictionary form: what is not ("rebels retook") is its past."""
    for token in tokens:
        if token.tag == "VBP" and token.pos == "VERB" and token.lower != token.lemma != "be":
            token.tag = "VBD"


def _bare_nouns(tokens: Sequence[Token]) -> None:
    """A noun phrase before a verb without subject is its subject, not its clausal complement.

    Where the noun has a "subject" but neither copula nor auxiliary, that one is the verb's, and the noun goes with it.
    """
    clausal = {token.head.i for token in tokens if token.relation in ("csubj", "cop", "aux", "expl", "mark")}
    with_subject = {token.head.i for token in tokens if token.relation in ("nsubj", "csubj", "expl")}
    for noun in tokens:
        verb = noun.head
        if noun.dep != "ccomp" or not (noun.pos in _NOMINAL or noun.tag.startswith("NN")) or noun.i > verb.i:
            continue
        if noun.i in clausal or verb.i in with_subject:
            continue
        own = next((token for token in tokens if token.head is noun and token.relation == "nsubj"), None)
        if own is None:
            noun.dep = "nsubj"
        else:
            own.head, own.dep = verb, "nsubj"
            noun.head, noun.dep = own, "nmod"


def _approximate_numbers(tokens: Sequence[Token]) -> None:
    """ "Upwards of 80 missiles were captured": the words before "of" belong to the number; the noun is the subject."""
    with_subject = {token.head.i for token in tokens if token.relation in ("nsubj", "csubj", "expl")}
    passive = {token.head.i for token in tokens if token.dep == "aux:pass"}
    for word in tokens:
        verb = word.head
        if word.lower not in _ABOVE or verb.i in with_subject or verb.pos != "VERB" or verb.i < word.i:
            continue
        of = next((t for t in tokens if t.lower == "of" and t.dep == "case" and t.i == word.i + 1), None)
        noun = of.head if of is not None else word
        number = next((t for t in tokens if t.head is noun and t.dep == "nummod"), None)
        if of is None or number is None or noun.head is not word or noun.i > verb.i:
            continue
        noun.head, noun.dep = verb, "nsubj:pass" if verb.i in passive else "nsubj"
        word.head, word.dep = number, "advmod"
        of.head, of.dep = word, "fixed"


def _abutting_verbs(tokens: Sequence[Token]) -> None:
    """ "The army denied reports that …": finite verbs do not abut; what looks like a second one is what is denied.

    Only where the second, in the form of a plural noun, has no subject, and the first is taken for what it says.
    """
    with_subject = {token.head.i for token in tokens if token.relation in ("nsubj", "csubj", "expl")}
    for first, second in pairwise(tokens):
        if second.tag != "VBZ" or second.i in with_subject or first.head is not second or first.dep != "ccomp":
            continue
        if first.pos != "VERB" or first.i not in with_subject:
            continue
        first.head, first.dep = (first, "root") if second.head is second else (second.head, second.dep)
        second.head, second.dep, second.pos, second.tag = first, "obj", "NOUN", "NNS"
        for token in tokens:
            if token.head is second and token.dep == "ccomp":
                token.dep = "acl"
            elif token.head is second and token.relation not in _STAYS_WITH_NOUN:
                token.head = first


def _abutting_phrases(tokens: Sequence[Token]) -> None:
    """ "…, activists in Syria corroborated reports": noun phrases cannot abut; the participle is the verb.

    Only where the sentence has no other verb at its top: its root is the noun behind the participle, and the noun
    before the participle belongs to another phrase.
    """
    for verb in tokens:
        noun = verb.head
        if verb.pos != "VERB" or verb.dep not in ("amod", "acl") or noun.head is not noun or verb.i > noun.i:
            continue
        if verb is tokens[0]:
            continue
        before = tokens[verb.i - tokens[0].i - 1]
        if before.pos not in _NOMINAL or before.head in (noun, verb):
            continue
        subject = _top_of_phrase(before, noun, tokens)
        if subject is None:
            continue
        for token in tokens:
            if token.head is noun and (token.i < verb.i or token.dep == "punct") and token is not noun:
                token.head = verb
        siblings = [
            t for t in tokens if subject.dep == "conj" and t.head is subject.head and t.dep == "conj" and t.i < verb.i
        ]
        for sibling in siblings:
            sibling.head = subject
        subject.head, subject.dep = verb, "nsubj"
        verb.head, verb.dep = verb, "root"
        noun.head, noun.dep = verb, "obj"


def _top_of_phrase(token: Token, noun: Token, tokens: Sequence[Token]) -> Token | None:
    """The head of the phrase that ends with ``token``, if no preposition stands before it; the first of a list."""
    cased = {t.head.i for t in tokens if t.relation == "case"}
    current = token
    while current.head is not noun and current.head is not current and current.head.i < token.i:
        current = current.head
    if current.i not in cased:
        return current if current.pos in _NOMINAL else None
    listed = [
        t
        for t in tokens
        if t.dep == "conj" and t.i <= token.i and t.i not in cased and t.head.i in cased and t.pos in _NOMINAL
    ]
    return listed[0] if listed else None


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


def _set_off_clauses(tokens: Sequence[Token]) -> None:
    """A relative clause without a pronoun touches its noun; one that a dash parts from it is an insertion.

    "The village – the ministry said on Monday – has fallen": no village is said by anybody.
    """
    for verb in tokens:
        noun = verb.head
        if verb.dep != "acl:relcl" or noun.i > verb.i:
            continue
        clause = [token for token in tokens if token.head is verb or token is verb]
        first = next((token for token in clause if token.relation != "punct"), verb)
        while left := [token for token in tokens if token.head is first and token.i < first.i]:
            first = left[0]
        before = first if first.text in _DASHES else tokens[max(first.i - tokens[0].i - 1, 0)]
        if before.text not in _DASHES or before.i >= verb.i or any(token.tag in _RELATIVES for token in clause):
            continue
        top = noun
        while top.head is not top and top.relation not in _CLAUSES:
            top = top.head
        verb.head, verb.dep = top, "parataxis"


def _crossing_complements(tokens: Sequence[Token]) -> None:
    """A complement clause does not reach over the verb that its own verb hangs on.

    "The police, asked repeatedly, questioned whether …": what stands behind "questioned" is questioned.
    """
    for clause in tokens:
        verb = clause.head
        above = verb.head
        if clause.dep == "ccomp" and verb.i < above.i < clause.i and above.pos == "VERB" and above is not verb:
            clause.head = above


def _perceived_clauses(tokens: Sequence[Token]) -> None:
    """ "Saw a lorry being blown up": a complement clause without a subject has the object before it for one."""
    with_subject = {token.head.i for token in tokens if token.relation in ("nsubj", "csubj", "expl", "mark")}
    passive = {token.head.i for token in tokens if token.dep == "aux:pass"}
    for clause in tokens:
        if clause.dep != "ccomp" or clause.tag not in ("VBG", "VBN") or clause.i in with_subject:
            continue
        verb = clause.head
        before = [
            token for token in tokens if token.head is verb and token.dep == "obj" and verb.i < token.i < clause.i
        ]
        if len(before) == 1 and verb is not clause:
            before[0].head, before[0].dep = clause, "nsubj:pass" if clause.i in passive else "nsubj"


def _second_subjects(tokens: Sequence[Token]) -> None:
    """No verb has two subjects: of two, the one behind the verb and a comma is that of the verb after it.

    "Rebels captured the town on Monday, the mayor, X, said": the mayor speaks and captures nothing.
    """
    for second in tokens:
        verb = second.head
        if second.dep != "nsubj" or second.i < verb.i or verb.pos != "VERB":
            continue
        if not any(token.head is verb and token.relation == "nsubj" and token.i < verb.i for token in tokens):
            continue
        if not any(token.text == "," and verb.i < token.i < second.i for token in tokens):
            continue
        saying = next((token for token in tokens if token.i > second.i and _may_say(token, verb)), None)
        if saying is None or any(token.head is saying and token.relation in ("nsubj", "aux") for token in tokens):
            continue
        if saying.head is verb:
            saying.head, saying.dep = (saying, "root") if verb.head is verb else (verb.head, verb.dep)
            verb.head, verb.dep = saying, "ccomp"
        second.head = saying


def _may_say(token: Token, verb: Token) -> bool:
    if token.tag not in ("VBD", "VBN", "VBZ"):
        return False
    if verb.dep == "ccomp" and token is verb.head:
        return True
    return token.head is verb and token.dep in ("advcl", "acl", "parataxis", "conj")
