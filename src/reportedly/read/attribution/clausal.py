"""Finite clauses as content: the complement of a cue, also where a day, a noun or another clause stands between."""

from collections.abc import Iterable, Iterator

from reportedly.language import Token
from reportedly.ontology.cues import Cue
from reportedly.read.attribution.clause import is_passive, main_for_reduced, trimmed

Found = tuple[str, list[Token], list[Token]]
"""The rule, the tokens of the content, and further tokens that belong to the cue (a preposition)."""

_TEMPORAL = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "week", "weekend", "month", "year", "day", "morning", "afternoon", "evening", "night", "hour", "minute",
    "earlier", "later", "tonight", "time",
}  # fmt: skip


def below(tokens: Iterable[Token]) -> list[Token]:
    """All tokens of the subtrees of ``tokens``, in order, without punctuation at the ends."""
    out = [lower for token in tokens for lower in token.subtree()]
    out.sort(key=lambda token: token.i)
    return trimmed(out)


def _finite(clause: Token) -> bool:
    """A clause of its own: with a subject, a finite verb, a complementiser or an auxiliary."""
    if clause.child("nsubj", "csubj", "aux", "cop", "expl") is not None:
        return True
    if any(child.relation == "mark" and child.lower != "to" for child in clause.children):
        return True
    return clause.tag in ("VBD", "VBZ", "VBP", "MD") or clause.pos not in ("VERB", "AUX")


def _reduced(verb: Token, participle: Token) -> bool:
    """True for "residents reached by radio said": a form in -ed right behind the subject, without one of its own."""
    subject = verb.child("nsubj")
    if subject is None or participle.child("nsubj", "nsubj:pass", "aux", "mark") is not None:
        return False
    return participle.tag in ("VBN", "VBD") and participle.i == subject.i + 1 < verb.i


def finite_clause(verb: Token, entry: Cue) -> Found | None:
    """The finite clause that ``verb`` governs, before or behind it; ``None`` where there is none."""
    for child in verb.children:
        if child.dep == "ccomp" and child.i < verb.i and child.tag == "VBN" and not _finite(child):
            continue  # "Abu Tariq, contacted by this agency, said …"
        if child.dep == "ccomp" and (_reduced(verb, child) or child is main_for_reduced(verb)):
            continue
        if child.dep == "ccomp" and (_finite(child) or child.i < verb.i or "q" in entry.frames):
            rule = "clause-before-cue" if child.i < verb.i else "clause-after-cue"
            content = _said_when(verb, below([*_told_noun(verb, child, entry), child, *_abutting(verb, child)]))
            return rule, content + _rest_of_clause(verb, content), []
    behind = [child for child in verb.children if child.relation == "nsubj" and child.i > verb.i]
    if behind and not is_passive(verb) and any(c.relation == "nsubj" and c.i < verb.i for c in verb.children):
        # the speaker stands before the cue, so a second subject is that of what is said
        return (
            "clause-after-cue",
            trimmed([token for token in verb.subtree() if token.i >= behind[0].subtree()[0].i]),
            [],
        )
    spelt = _that_clause(verb) if entry.act != "intention" else None
    if spelt:
        return "that-clause", spelt, []
    for child in verb.children:
        # the parser's other names for a finite clause that a verb of saying takes
        if child.relation in ("parataxis", "advcl") and "q" in entry.frames and child.child("nsubj", "nsubj:pass"):
            marker = child.child("mark")
            opened = {"that", "whether"} | ({"if"} if entry.act in ("question", "belief", "finding") else set())
            if child.relation == "advcl" and (marker is None or marker.lower not in opened):
                continue
            if child.relation == "parataxis" and child.lemma in ("say", "add", "tell", "according"):
                continue
            return "clause-beside-cue", below([child]), []
        if child.relation == "csubj" and verb.child("expl") is not None:
            return "clause-after-cue", below([child]), []
    return None


def _told_noun(verb: Token, clause: Token, entry: Cue) -> list[Token]:
    """ "Confirmed the mayor's account that …": a noun between cue and clause tells it, and is content too."""
    noun = verb.child("obj")
    if noun is None or noun.pos != "NOUN" or not entry.frames.isdisjoint("ao") or "n" not in entry.frames:
        return []
    marker = clause.child("mark")
    touches = noun.i > verb.i and clause.subtree()[0].i == noun.subtree()[-1].i + 1
    return [noun] if touches and marker is not None and marker.lower == "that" else []


def _abutting(verb: Token, clause: Token) -> list[Token]:
    """A second "that" clause right behind the first belongs into it: "told us she had heard that …".

    So does all that the parser hung beside a clause before the verb: "reports that … were lies, he said".
    """
    if clause.i < verb.i:
        return [child for child in verb.all("ccomp") if clause.i < child.i < verb.i]
    last = clause.subtree()[-1].i
    for child in verb.children:
        if child.dep == "ccomp" and clause.i > verb.i and child.i > last and child.subtree()[0].i == last + 1:
            return [child] if any(mark.lower == "that" for mark in child.all("mark")) else []
    return []


def _said_when(verb: Token, content: list[Token]) -> list[Token]:
    """The content without the day that stands between cue and clause: "said on Sunday the bridge had been hit"."""
    if not content or content[0].i != verb.i + 1:
        return content
    for token in content[:5]:
        if token.relation in ("obl", "advmod", "nmod") and is_time(token) and token.head.i > token.i:
            ahead = [t for t in token.subtree() if t.i <= token.i]
            if ahead and ahead[0].i == verb.i + 1 and len(ahead) == token.i - verb.i:
                return [t for t in content if t.i > token.i]
    return content


def _rest_of_clause(verb: Token, content: list[Token]) -> list[Token]:
    """What the parser cut off a clause by taking its verb for the main one.

    "X reported that fighters belonging to Y have moved": if "reported" hangs on "moved" without a subordinator it is no
    adverbial clause, so "have moved" goes on with what X reported.
    """
    main = verb.head
    finite = verb.tag in ("VBD", "VBZ", "VBP") and verb.child("nsubj") is not None
    if verb.relation != "advcl" or not finite or not content or main.i <= content[-1].i or main.child("nsubj"):
        return []
    if any(child.i < verb.i and child.relation in ("mark", "case") for child in verb.children):
        return []
    if any(child.tag in ("WRB", "WDT", "WP") for child in verb.children):
        return []
    return trimmed([token for token in main.subtree() if token.i > content[-1].i])


def _that_clause(verb: Token) -> list[Token]:
    """The clause that "that" opens right behind the cue, where the parser hung it on a word in between.

    Times and places of saying stand between ("said on Friday that …"); so does the addressee ("told reporters that").
    """
    for token in _following(verb):
        if token.text in ";:" or (token.pos == "VERB" and token.i > verb.i):
            return []
        if token.lower == "that" and token.tag in ("IN", "WDT") and token.relation in ("mark", "nsubj", "obj", "case"):
            head = token.head
            clausal = head.relation in ("acl", "advcl", "ccomp", "xcomp", "conj", "parataxis") or head.head is verb
            if head.i <= token.i or not clausal:
                return []
            if head.dep == "acl:relcl" and head.head.i == token.i - 1 and not _with_subject(head, token):
                return []  # "the group that …" is no content
            target = verb.child("obj")
            if target is not None and head in target.subtree():
                return []  # "corroborated reports that …": the object is the content, and a cue of its own
            return below([head])
    return []


def _with_subject(clause: Token, that: Token) -> bool:
    """ "told the paper that the groups had left": a clause with a subject of its own needs no "that" for one."""
    return any(child.relation in ("nsubj", "csubj", "expl") and child is not that for child in clause.children)


def _following(verb: Token, reach: int = 10) -> Iterator[Token]:
    """The tokens after ``verb`` in its own tree, in order, at most ``reach`` of them."""
    root = verb
    while root.head is not root:
        root = root.head
    behind = [token for token in root.subtree() if token.i > verb.i]
    yield from behind[:reach]


def is_time(token: Token) -> bool:
    return token.dep == "obl:tmod" or token.lower in _TEMPORAL or token.lemma.lower() in _TEMPORAL
