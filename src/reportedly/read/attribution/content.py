"""What hangs on a cue: the content of an attribution by grammar, one function a frame."""

from collections.abc import Callable

from reportedly.language import Token
from reportedly.ontology.cues import Cue
from reportedly.read.attribution.clausal import Found, below, finite_clause, is_time
from reportedly.read.attribution.clause import agent, is_passive, preposition, trimmed

_TOLD_OF_THINGS = {"denial", "confirmation", "accusation", "judgement", "estimate", "speech", "finding", "showing"}
_BARE = {"it", "so", "this", "that", "which", "what"}
_CIRCUMSTANCES = {"within", "into", "by", "until", "before", "in", "at", "from", "to", "over", "with"}
_RELATIVE = ("WDT", "WP")
_NEAR = 4  # tokens from "put" to its number
_REPORTS = {
    "claim", "report", "charge", "allegation", "accusation", "account", "version", "story", "assertion", "statement",
    "figure", "suggestion", "rumour", "rumor",
}  # fmt: skip
_TOLL = {"life", "victim", "casualty"}  # what a bombing claims; nobody says so
_PREDICATIVE = ("xcomp", "obl:npmod", "ccomp")


def complement(verb: Token, entry: Cue) -> Found | None:
    """The content of ``verb`` under ``entry``, by the first frame that is filled; ``None`` where none is."""
    frames = entry.frames
    steps: list[Callable[[Token, Cue], Found | None]] = []
    if is_passive(verb) and not frames.isdisjoint("noxgic"):
        steps.append(_passive)
    if "c" in frames:
        steps.append(_pointed_at)
        steps.append(finite_clause)
    if entry.act == "estimate" and entry.prepositions:
        steps.insert(0, _shifted)
    if "o" in frames or "x" in frames:
        steps.append(_object_and_predicate)
    if "i" in frames:
        steps.append(_infinitive)
    target = _target(verb)
    if "n" in frames and "a" not in frames and target is not None and target.i > verb.i:
        steps.append(_object)  # "rejected the offer as a trap": the object, and what is said of it
    if entry.prepositions and not (entry.act in ("judgement", "estimate") and "o" in frames):
        steps.append(_prepositional)
    if "g" in frames:
        steps.append(_gerund)
    if "p" in frames:
        steps.append(_predicate)
    if "n" in frames:
        steps.append(_object)
    if "q" in frames:
        steps.append(_indirect_question)
    if "c" in frames:
        steps.append(_bare_pronoun)
        steps.append(_host)
    for step in steps:
        found = step(verb, entry)
        if found is not None:
            return found
    return None


def _host(verb: Token, entry: Cue) -> Found | None:
    """The cue stands inside or behind what it reports: "the town, he said, has fallen"; "as he said"."""
    if verb.head is verb:
        return None
    marker = verb.child("mark")
    as_clause = verb.relation == "advcl" and marker is not None and marker.lower == "as"
    bare = verb.relation == "advcl" and marker is None and verb.tag in ("VBD", "VBZ", "VBP")
    parenthesis = (verb.relation == "parataxis" or bare) and verb.child("nsubj") is not None
    if not (as_clause or parenthesis) or entry.act in ("intention", "request"):
        return None
    own = {token.i for token in verb.subtree()}
    host = [token for token in verb.head.subtree() if token.i not in own]
    if parenthesis and verb.i < verb.head.i and len(own) > 12:
        return None
    return ("as-clause" if as_clause else "parenthesis"), trimmed(host), []


def _infinitive(verb: Token, entry: Cue) -> Found | None:
    for child in verb.children:
        if child.relation in ("xcomp", "ccomp", "advcl", "acl") and child.i > verb.i and _is_infinitive(child):
            return "infinitive", below([child]), []
    if entry.act in ("intention", "request"):  # "threatened in a recording to strike", hung on the recording
        for child in verb.all("obl"):
            hung = next((c for c in child.all("acl") if _is_infinitive(c)), None)
            if hung is not None and child.i > verb.i and verb.child("obj", "iobj") is None:
                return "infinitive", below([hung]), []
    target = verb.child("obj")
    if target is not None and not entry.frames.isdisjoint("ao"):  # "warned residents to leave", hung on the residents
        for child in target.children:
            if child.relation == "acl" and child.i > target.i and _is_infinitive(child):
                return "infinitive", below([target] if "o" in entry.frames else [child]), []
    return None


def _is_infinitive(clause: Token) -> bool:
    return any(child.lower == "to" and child.pos == "PART" for child in clause.children)


def _gerund(verb: Token, entry: Cue) -> Found | None:
    for child in verb.children:
        if child.relation not in ("xcomp", "ccomp", "advcl", "obj") or not _is_gerund(child) or child.i < verb.i:
            continue
        if not any(mark.text == "," and verb.i < mark.i < child.i for mark in (*verb.children, *child.children)):
            return "gerund", below([child]), []
    return None


def _predicate(verb: Token, entry: Cue) -> Found | None:
    """ "Felt abandoned by its allies": a predicate of the subject."""
    for child in verb.children:
        if child.relation == "xcomp" and child.i > verb.i and not _is_infinitive(child):
            return "predicate", below([child]), []
    return None


def _is_gerund(verb: Token) -> bool:
    return verb.tag == "VBG" or any(child.lower == "having" for child in verb.all("aux"))


def _prepositional(verb: Token, entry: Cue) -> Found | None:
    for child in verb.children:
        if child.i < verb.i or is_time(child):
            continue
        if child.relation in ("obl", "nmod", "advcl", "ccomp", "xcomp"):
            marker = preposition(child) or next(
                (mark.lower for mark in child.children if mark.relation == "mark" and mark.i < child.i), ""
            )
            if marker in entry.prepositions:
                marks = [mark for mark in child.children if mark.relation in ("case", "mark") and mark.lower == marker]
                inside = [token for token in below([child]) if token not in marks]
                near = [mark for mark in marks if mark.i - verb.i <= 2]
                if entry.act == "request":  # "called on all parties to withdraw"
                    behind = [c for c in verb.children if c.relation in ("xcomp", "advcl") and c.i > child.i]
                    inside += [t for c in behind if _is_infinitive(c) for t in c.subtree()]
                return "prepositional", trimmed(inside), near
    return None


def so_said(verb: Token) -> Token | None:
    """The first word of "So says the priest"."""
    return next((c for c in verb.all("advmod") if c.lower == "so" and c.i == verb.i - 1 and not c.children), None)


def _pointed_at(verb: Token, entry: Cue) -> Found | None:
    """ "That is what the elders told us", "So says the priest": what was said stands before, and is only pointed at."""
    if (so := so_said(verb)) is not None:
        return "pronoun", [so], []
    what = verb.head
    if verb.dep not in ("acl:relcl", "ccomp", "csubj") or what.lower not in ("what", "how"):
        return None
    that = what.child("nsubj") or what.head.child("nsubj")
    pointing = that is not None and that.lower in ("that", "this", "such") and that.i < what.i
    return ("pronoun", [that], []) if that is not None and pointing else None


def _bare_pronoun(verb: Token, entry: Cue) -> Found | None:
    """ "They always say that", "told him so": what was said stands before, and is only pointed at."""
    if entry.act not in ("speech", "writing") or is_passive(verb):
        return None
    for child in verb.children:
        pointing = child.relation == "obj" and child.lower in ("that", "this", "so")
        if (
            child.i > verb.i
            and (pointing or (child.lower == "so" and child.relation == "advmod"))
            and not child.children
        ):
            return "pronoun", [child], []
    return None


def _indirect_question(verb: Token, entry: Cue) -> Found | None:
    """What is left of a question: "would not say to whom", "did not say why"."""
    for child in verb.children:
        if child.i > verb.i and child.relation in ("obl", "advmod", "obj"):
            words = child.subtree()
            if any(token.tag in ("WP", "WRB", "WDT") for token in words[:2]) and len(words) <= 3:
                return "fragment", below([child]), []
    return None


def _target(verb: Token) -> Token | None:
    """The object; the one of "quoted a source as saying" stands where an addressee would."""
    return verb.child("obj") or verb.child("iobj")


def _object(verb: Token, entry: Cue) -> Found | None:
    target = _target(verb)
    if target is not None and target.lower == "that" and target.i < verb.i:
        target = None  # "a claim that the army rejected": the claim
    if target is None and (antecedent := _antecedent(verb, entry)):
        return "relative-object", antecedent, []
    if target is None or (target.i < verb.i and target.tag not in _RELATIVE):
        return None
    if target.lower.endswith(("self", "selves")) or (verb.child("iobj") is not None and entry.act == "denial"):
        return None  # "suggested itself"; "denied ambulances access" denies nothing that was said
    # "denied it" is a denial all the same; "said it" alone tells nothing
    # "described what came next" is no bare pronoun, nor is the relative one that stands before its verb
    if entry.lemma == "claim" and target.lemma in _TOLL:
        return None
    if entry.lemma == "deny" and len([c for c in verb.all("obj", "iobj") if c.i > verb.i]) > 1:
        return None
    bare = target.lower in _BARE and not target.all("acl") and not (target.tag in _RELATIVE and target.i < verb.i)
    if bare and entry.act not in ("denial", "confirmation", "doubt", "belief"):
        return None
    if entry.act in ("showing", "finding") and any(t.tag == "CD" for t in target.children):
        # "recorded 17 bombs on the town on Sunday": what was counted, with where and when
        circumstances = [c for c in verb.children if c.relation == "obl" and c.i > target.i]
        return "object", below([target, *circumstances]), []
    return "object", below([target, *_satellites(verb, target, entry)]), []


def _antecedent(verb: Token, entry: Cue) -> list[Token]:
    """What a relative clause is about: "a charge Tehran denies", "a claim that the army rejected"."""
    noun = verb.head
    report = noun.lemma.lower() in _REPORTS and noun.i < verb.i
    relative = verb.dep == "acl:relcl" or (verb.dep == "acl" and report)
    if not relative or entry.act == "writing" or noun.name or verb.i - noun.i > 6 or is_passive(verb):
        return []
    own = {token.i for token in verb.subtree()}
    subject = verb.child("nsubj")
    if subject is None or subject.tag in _RELATIVE or (not report and any(t.tag in _RELATIVE for t in verb.children)):
        return []
    return trimmed([token for token in noun.subtree() if token.i not in own])


def _object_and_predicate(verb: Token, entry: Cue) -> Found | None:
    target = verb.child("obj", "iobj")
    if target is None or (target.i < verb.i and target.tag not in _RELATIVE):
        return None
    rest = _satellites(verb, target, entry)
    rest += [
        child
        for child in verb.children
        if child.i > max(target.i, verb.i) and child.relation in ("obj", "xcomp", "ccomp")
    ]
    if not rest or (entry.act == "estimate" and not _measured(target, rest)):
        return None
    return "object-and-predicate", below([target, *rest]), []


def _shifted(verb: Token, entry: Cue) -> Found | None:
    """ "Put at 30 the number of dead": a heavy object behind the number."""
    number = next((c for c in verb.children if c.relation == "obl" and preposition(c) in entry.prepositions), None)
    if number is None or not 0 < number.i - verb.i <= _NEAR or not _measured(number, []):
        return None
    behind = [c for c in verb.children if c.i > number.i and c.relation in ("obj", "ccomp", "nsubj", "xcomp", "dep")]
    return ("object-and-predicate", below([number, *behind]), []) if behind else None


def _measured(target: Token, rest: list[Token]) -> bool:
    """ "put the toll at 30" tells a number; "put his men at risk" does not."""
    return any(token.pos == "NUM" or token.tag == "CD" for part in (target, *rest) for token in part.subtree())


def _satellites(verb: Token, target: Token, entry: Cue) -> list[Token]:
    """What follows the object and completes it: a predicate, or the prepositional phrase of an accusation."""
    return [
        child
        for child in verb.children
        if child.i > target.i
        and (
            child.dep in _PREDICATIVE
            or (
                child.relation == "obl"
                and (
                    (preposition(child) in {"of", "for", "as", "against"} | entry.prepositions and not is_time(child))
                    or _ahead(child, entry)
                )
            )
            or (
                child.relation == "advcl"
                and any(mark.lower in ("of", "for", "as") for mark in child.all("mark", "case"))
            )
        )
    ]


def _ahead(child: Token, entry: Cue) -> bool:
    """What is wanted or foreseen takes its circumstances with it: "promised results within a week"."""
    return entry.act in ("intention", "request", "prediction") and preposition(child) in _CIRCUMSTANCES


def _passive(verb: Token, entry: Cue) -> Found | None:
    target = verb.child("nsubj:pass")
    clause = next((child for child in verb.children if child.relation in ("ccomp", "csubj") and child.i > verb.i), None)
    if clause is not None:
        return "passive-clause", below([clause]), []
    if "a" in entry.frames:  # "was told not to film": the subject is the addressee
        told = next((child for child in verb.children if child.relation == "xcomp" and child.i > verb.i), None)
        return None if told is None else ("passive-infinitive", below([told]), [])
    if entry.act == "restricted":
        return None
    doer = agent(verb)
    if (
        target is None
        and verb.relation == "acl"
        and doer is not None
        and "n" in entry.frames
        and entry.act != "writing"
    ):
        own = {token.i for token in verb.subtree()}
        return "participle", trimmed([token for token in verb.head.subtree() if token.i not in own]), []
    if target is None or target.lower in ("it", "there"):
        return None
    rest = [
        child
        for child in verb.children
        if child.i > verb.i
        and child is not doer
        and (child.relation == "xcomp" or (child.relation in ("obl", "advcl") and _marked(child, entry)))
    ]
    if doer is None and not rest and entry.act == "speech" and target.pos in ("NUM", "PRON"):
        return None
    if not rest and (entry.frames.isdisjoint("no") or entry.act not in _TOLD_OF_THINGS):
        return None  # "23 wounded were admitted": people are no content
    return "passive", below([target, *rest]), []


def _marked(child: Token, entry: Cue) -> bool:
    marks = {mark.lower for mark in child.all("case", "mark")}
    return bool(marks & (entry.prepositions | {"as"}))
