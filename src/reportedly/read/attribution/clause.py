"""Grammar that attribution asks of a parse: the subject of a verb, its verb group, the extent of a phrase."""

from collections.abc import Callable, Iterable, Sequence

from reportedly.language import Token
from reportedly.model import Span

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
_OUTSIDE_PHRASE = {"cc", "punct", "parataxis", "discourse", "vocative"}
_OBJECT_CONTROL = {
    "urge", "ask", "order", "tell", "force", "allow", "persuade", "encourage", "want", "expect", "instruct", "invite",
    "quote", "cite", "show", "see", "hear", "find", "leave", "permit", "enable", "advise", "warn", "require",
}  # fmt: skip
NEGATIONS = {"not", "n't", "n’t", "never", "no", "neither", "nor", "cannot", "hardly"}
_NOT = {"not", "n't", "n’t"}
_PARTICIPLES = {
    "brought", "built", "burnt", "caught", "cut", "dug", "felt", "fled", "found", "fought", "heard", "held", "hit",
    "kept", "killed", "laid", "led", "left", "lost", "made", "met", "put", "sent", "set", "shot", "spent", "struck",
    "swept", "won",
}  # fmt: skip
_AUXILIARIES = ("aux", "aux:pass", "cop")
_MARKS = {'"', "“", "”", "``", "''", "‘", "’"}
_WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
_CLIMB = 8  # a chain of coordinated or controlled verbs longer than this is a parse gone wrong


def subject(verb: Token, depth: int = 0) -> Token | None:
    """Who does ``verb``: its own subject, or the one it shares through coordination, control or modification."""
    own = [child for child in verb.children if child.dep in _SUBJECTS]
    if own:  # of two the nearer one before the verb: the other belongs to what is told
        nearest = next((child for child in reversed(own) if child.i < verb.i and child.dep != "csubj"), own[0])
        return _reduced(nearest, own) or nearest
    if (misread := main_for_reduced(verb)) is not None:
        return misread.child("nsubj")
    if depth > _CLIMB or verb.head is verb:
        return None
    head = verb.head
    if verb.relation == "conj" or verb.relation in ("cop", "aux"):
        outer = _outer(verb)
        return subject(outer or head, depth + 1)
    if verb.relation == "xcomp":
        if head.lemma in _OBJECT_CONTROL and (controller := head.child("obj", "iobj")):
            return controller
        return subject(head, depth + 1)
    if verb.dep == "acl:relcl":
        return head
    if verb.relation == "acl" and verb.tag in ("VBG", "VBN", "VB") and verb.child("mark") is None:
        return head if head.pos in ("NOUN", "PROPN", "PRON") else None
    if verb.relation == "ccomp" and verb.tag == "VBG" and verb.child("aux", "mark") is None:
        return subject(head, depth + 1)  # a participle is no finite complement: "…, she said, adding that …"
    if (
        verb.relation in ("advcl", "parataxis")
        and (head.pos in ("VERB", "AUX", "ADJ") or head.child("cop") is not None)
        and verb.tag in ("VBG", "VBN", "VB")
    ):
        return subject(head, depth + 1)
    return None


def main_for_reduced(verb: Token) -> Token | None:
    """The participle of "residents reached by radio said the town had fallen" where it was taken for a main verb: a
    clause before the cue, with no mark between, and another behind it."""
    if verb.child("nsubj") is not None or not any(child.i > verb.i for child in verb.all("ccomp")):
        return None
    for clause in verb.all("ccomp"):
        inside = clause.subtree()
        if clause.i < verb.i == inside[-1].i + 1 and clause.tag in ("VBD", "VBN") and inside[-1].pos != "PUNCT":
            return clause if clause.child("nsubj") is not None and clause.child("aux", "obj") is None else None
    return None


def _reduced(participle: Token, subjects: Sequence[Token]) -> Token | None:
    """The noun before a participle that was taken for the subject: "Residents reached by telephone said"."""
    if participle.pos != "VERB" or participle.tag != "VBN":
        return None
    own = participle.child("nsubj", "nsubj:pass")
    return own or next((noun for noun in reversed(subjects) if noun.i < participle.i), None)


def _outer(verb: Token) -> Token | None:
    """The verb that a finite ``verb`` is really joined to, where the parser joined it to a clause below.

    "The letter says he is fed and asks …": what is joined has the tense of what it is joined to.
    """
    tag = tense(verb)
    head = verb.head
    if not tag or (head.tag == tag and head.child("aux") is None):
        return None
    for above in head.ancestors():
        if above.tag == tag and above.child("aux") is None and above.child("nsubj") is not None:
            return above
    return None


def tense(verb: Token) -> str:
    """The Penn tag of a finite verb without auxiliary, ``""`` for others; a lone past participle counts as past."""
    if verb.child("aux") is not None:
        return ""
    return "VBD" if verb.tag == "VBN" else verb.tag if verb.tag in ("VBD", "VBZ", "VBP") else ""


def joined_above(content: Sequence[Token], tag: str, says: Callable[[Token], bool]) -> set[int]:
    """The indices of what is joined to a clause of ``content`` but goes with the verb outside, which has ``tag``.

    "The letter says he has been fed and asks …", "informed him that it would remain closed and handed him a note":
    what is joined has the tense of what it is joined to, and no subject of its own. A form that may be a participle
    goes with another one before it ("had taken the hill and seized two tanks"), unless it ``says`` something.
    """
    inside = {token.i for token in content}
    cut: set[int] = set()
    for token in content:
        if token.relation != "conj" or token.pos != "VERB" or token.head.i not in inside:
            continue
        if token.child("nsubj", "nsubj:pass") is not None or not tag or tense(token) != tag or is_passive(token):
            continue
        if _shares_auxiliary(token) and not says(token):
            continue
        if tense(token.head) != tag and token.head.pos in ("VERB", "AUX"):
            cut |= {t.i for t in token.subtree()}
            cut |= {t.i for t in token.head.children if t.relation == "cc" and token.i - 3 <= t.i < token.i}
    return cut


def _shares_auxiliary(verb: Token) -> bool:
    above = verb.head
    participle = verb.lower.endswith("ed") or verb.lower in _PARTICIPLES
    perfect = above.tag == "VBN" and not is_passive(above) and any(aux.lemma == "have" for aux in above.all("aux"))
    return participle and perfect


def is_passive(verb: Token) -> bool:
    """True for "was said": passive subject or auxiliary, or a past participle without auxiliary or object."""
    if verb.child("nsubj:pass", "aux:pass") is not None:
        return True
    bare = verb.tag == "VBN" and verb.child("aux", "nsubj", "cop") is None
    return bare and verb.child("obj") is None and verb.relation in ("acl", "advcl")


def agent(verb: Token) -> Token | None:
    """The doer of a passive verb: the noun after "by"."""
    found = agent_phrase(verb)
    return found if found is not None and (found.dep == "obl:agent" or is_passive(verb)) else None


def agent_phrase(verb: Token) -> Token | None:
    """The noun after "by" below ``verb``, whatever its voice."""
    return next((c for c in verb.children if c.relation == "obl" and preposition(c) == "by"), None)


def preposition(noun: Token) -> str:
    """The preposition that marks ``noun``, lower case; several words joined by a space; ``""`` if none does."""
    marks = [child for child in noun.children if child.relation == "case" and child.i < noun.i]
    if not marks and noun.pos == "NUM":  # "at two to three hundred": the preposition hangs on the first number
        first = min(noun.subtree(), key=lambda token: token.i)
        return first.lower if first.pos == "ADP" else ""
    if not marks:
        return ""
    words = [marks[0], *(child for child in marks[0].children if child.relation == "fixed")]
    return " ".join(word.lower for word in words)


def negation(token: Token) -> Token | None:
    """The word that negates ``token``, if one does."""
    for child in token.children:
        if child.lower in NEGATIONS and child.relation in (
            "advmod",
            "det",
            "cc",
            "aux",
            "advcl",
            "neg",
            "dep",
        ):
            return child
    return None


def verb_group(verb: Token) -> list[Token]:
    """The verb with its auxiliaries, negation, particle and the adverbs that stand within the group, in order."""
    group = [verb]
    group += [c for c in verb.children if c.dep in _AUXILIARIES or c.dep == "compound:prt" or c.lower in _NOT]
    adverbs = [
        child for child in verb.children if child.relation == "advmod" and not child.children and child.pos == "ADV"
        and child.lower != "so"  # "So says the priest": what was said
    ]  # fmt: skip
    for adverb in sorted(adverbs, key=lambda token: -token.i):
        first, last = min(token.i for token in group), max(token.i for token in group)
        if adverb not in group and first - 1 <= adverb.i <= last:
            group.append(adverb)
    return contiguous(verb, group)


def contiguous(head: Token, tokens: Iterable[Token], gap: int = 3) -> list[Token]:
    """Those of ``tokens`` that lie around ``head`` with at most ``gap`` other tokens between neighbours, in order."""
    ordered = sorted(tokens, key=lambda token: token.i)
    at = ordered.index(head)
    first = last = at
    while first > 0 and ordered[first].i - ordered[first - 1].i <= gap:
        first -= 1
    while last + 1 < len(ordered) and ordered[last + 1].i - ordered[last].i <= gap:
        last += 1
    return ordered[first : last + 1]


def phrase(head: Token, without: Iterable[Token] = ()) -> list[Token]:
    """The noun phrase of ``head``: its subtree without what only stands beside it.

    Left out are coordinators, punctuation at the ends, parentheses of the whole clause, the preposition before it,
    and the subtrees of ``without``.
    """
    skipped = {token.i for token in without}
    found: list[Token] = []
    stack = [head]
    while stack:
        token = stack.pop()
        found.append(token)
        for child in token.children:
            if child.i in skipped or (
                token is head and child.relation in _OUTSIDE_PHRASE and child.relation != "punct"
            ):
                continue
            if token is head and child.relation in ("case", "mark") and child.i < head.i:
                continue
            if token is head and _day(child):
                continue
            stack.append(child)
    found.sort(key=lambda token: token.i)
    return trimmed(found)


def _day(noun: Token) -> bool:
    """True for "on Thursday" behind who speaks: "Aden's police on Thursday said" tells when, not who."""
    named = {noun.lower, *(child.lower for child in noun.all("compound"))}
    return noun.relation == "nmod" and bool(named & _WEEKDAYS) and preposition(noun) == "on"


def trimmed(tokens: Sequence[Token], marks: str = ",.;:—–-()[]") -> list[Token]:
    """``tokens`` without punctuation at either end (``marks`` only: quotation marks stay)."""
    first, last = 0, len(tokens)
    while first < last and tokens[first].text.strip(marks) == "":
        first += 1
    while last > first and tokens[last - 1].text.strip(marks) == "":
        last -= 1
    return list(tokens[first:last])


def unquoted(tokens: Sequence[Token]) -> list[Token]:
    """``tokens`` without a quotation mark at their start that belongs to what stands before them."""
    first = 0
    while first < len(tokens) and tokens[first].text in _MARKS and sum(t.text in _MARKS for t in tokens) % 2:
        first += 1
    return list(tokens[first:])


def spans(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """The ranges that ``tokens`` cover: one for each run of neighbouring tokens of one sentence or the next."""
    out: list[Span] = []
    previous: Token | None = None
    for token in sorted(set(tokens), key=lambda token: token.i):
        if previous is not None and token.i == previous.i + 1:
            out[-1] = Span(out[-1].start, token.end)
        else:
            out.append(token.span)
        previous = token
    return tuple(out)
