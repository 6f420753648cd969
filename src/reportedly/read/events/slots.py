"""The slots of a verb or noun: its logical subject and object, and what its prepositions govern, over a UD
tree.

Passives are turned round; subjects that syntax leaves out are found through relative clauses, participles,
control and coordination. Every filler is the head token of its phrase; coordinated fillers are listed one by
one.
"""

from reportedly.language import Token
from reportedly.read.events.phrases import TIMES, is_state

Slots = dict[str, list[Token]]

_RELATIVE = frozenset({"which", "who", "that", "whom", "whose"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET", "ADJ"})
_CONJUNCTIONS = frozenset({"after", "before", "since", "until", "as"})  # parsers take them for prepositions
_CONTRASTS = frozenset({"not", "rather", "instead", "never"})
_DIRECTIONS = frozenset({"into", "toward", "towards"})
_PHRASAL = {("at", "hands"): "by", ("in", "front"): "outside"}
"""Phrases that are a preposition together with "of", and the one that says the same."""
DURING = frozenset({"in", "during", "amid"})
"""Prepositions behind which a happening is the occasion of what the verb tells."""
_CHARGING = frozenset({"of", "for", "from"})
_FEW = 12  # steps up a tree before a walk is given up: a deeper one means a broken parse


def conjuncts(token: Token) -> list[Token]:
    """``token`` and the nominals coordinated with it, in text order."""
    found = [token]
    for item in found:
        found.extend(child for child in item.children if _joined(child, item))
        if len(found) > 60:
            break
    found.extend(other for other in _detached(token) if other not in found)
    return found


def _joined(child: Token, item: Token) -> bool:
    if child.dep == "conj":
        return child.pos in _NOMINAL and not is_contrast(child)
    if child.dep == "appos" and child.pos in ("NOUN", "PROPN") and _lists(child, item):
        return True
    # "A, B, C and D" with B taken for a modifier of A
    loose = child.dep in ("nmod:unmarked", "appos", "list", "dep") and child.pos == "PROPN" and child.i > item.i
    return (
        loose
        and any(part.dep == "punct" and part.text == "," for part in child.children)
        and item.child("conj") is not None
    )


def _lists(child: Token, item: Token) -> bool:
    """True for the second of "the mayor, her driver and two guards", which no comma sets off again as an apposition."""
    later = next((other for other in item.children if other.dep == "conj" and other.i > child.i), None)
    joint = later.child("cc") if later is not None else None
    return joint is not None and joint.i == child.subtree()[-1].i + 1 and child.subtree()[0].text == ","


def is_contrast(token: Token) -> bool:
    """True for the one that it was not: "the army, not the rebels", "gunmen rather than soldiers"."""
    for child in token.children:
        if child.i > token.i:
            break
        if child.relation in ("cc", "advmod", "case", "mark") and child.lower in _CONTRASTS:
            return True
    return False


def _detached(token: Token) -> list[Token]:
    """A conjunct that the parser hung too high: it has a conjunction of its own and follows the phrase
    directly."""
    found: list[Token] = []
    end = -1
    head = token
    for _ in range(8):
        if head.head is head:
            break
        head = head.head
        for child in head.children:
            if child.i <= token.i or child.dep not in ("obl", "nmod", "dep", "obj") or child.pos not in _NOMINAL:
                continue
            joint = child.child("cc")
            if joint is None or joint.i > child.i:
                continue
            if end < 0:
                end = max(part.i for part in token.subtree())
            if 0 < joint.i - end <= 2:
                found.append(child)
    return found


def prepositions(token: Token) -> list[str]:
    """The prepositions of a phrase, lower case ("out of" gives both)."""
    found: list[str] = []
    for child in token.children:
        if child.dep == "case" and child.lower == "according":
            found.append("according to")  # it names a source, and is neither a direction nor a receiver
        elif child.dep == "case":
            found.append(child.lower)
            found.extend(part.lower for part in child.children if part.dep == "fixed")
    if not found:  # a preposition hung on a modifier before the noun
        for child in token.children:
            if child.i < token.i and child.relation in ("compound", "amod", "flat"):
                found.extend(part.lower for part in child.children if part.dep == "case" and part.i < child.i)
    return found


def is_gerund_noun(token: Token) -> bool:
    """True for a participle that stands for a happening as a noun does: "died in fighting north of the town"."""
    if (
        token.tag != "VBG"
        or token.dep not in ("advcl", "acl")
        or token.child("obj", "nsubj", "aux", "advcl") is not None
    ):
        return False
    return any(child.relation in ("mark", "case") and child.lower in DURING for child in token.children)


def is_passive(token: Token) -> bool:
    """True if the verb is passive: by its auxiliary or subject, as a bare participle after a noun, or by
    coordination."""
    agent = token.child("obl:agent")
    if token.tag in ("VBN", "VBD") and agent is not None and token.child("obj", "aux") is None:
        # "Two men shot dead Judge X": what no preposition ties to a bare verb is its object
        return agent.i < token.i or bool(prepositions(agent)) or token.child("aux:pass") is not None
    if is_state(token):
        return True
    if token.dep == "root" and token.child("aux", "aux:pass", "cop") is None and token.subtree()[-1].text == ".":
        return False  # outside headlines a passive has its auxiliary: "a blast ripped through the hall"
    if _is_perfect(token):
        return False
    for child in token.children:
        if child.dep in ("nsubj:pass", "aux:pass", "csubj:pass"):
            return True
        if child.dep == "nsubj" and token.tag == "VBN" and token.dep == "conj" and _is_bare(token):
            return is_passive(token.head)  # "nine were killed and 20 [were] wounded"
        if child.dep in ("nsubj", "obj"):
            return False
    if token.tag != "VBN" and not (token.tag == "VBD" and token.dep == "acl"):
        return False
    if any(child.dep == "aux" for child in token.children):
        return False
    if token.dep in ("acl", "amod", "advcl", "root", "xcomp", "dep", "parataxis"):
        return True
    return token.dep == "conj" and token.head is not token and is_passive(token.head)


def _is_bare(token: Token) -> bool:
    """True for a participle with neither an auxiliary nor an object."""
    return token.child("aux", "obj") is None


def _is_perfect(token: Token) -> bool:
    """True for "have withdrawn": a perfect with no "been" is active, whatever its subject is labelled."""
    auxiliaries = [child for child in token.children if child.relation == "aux"]
    return any(child.lemma == "have" for child in auxiliaries) and not any(
        child.lemma in ("be", "get") for child in auxiliaries
    )


def surface_subject(token: Token, depth: int = 0) -> list[Token]:
    """The subject that a verb has or shares, each conjunct of it; empty where there is none."""
    for child in token.children:
        if child.relation == "nsubj" and "by" not in prepositions(child):
            return _resolved(child, token)
    finite = token.tag in ("VBD", "VBZ", "VBP") or token.child("aux", "aux:pass") is not None
    if finite and token.dep not in ("conj", "xcomp", "acl:relcl") and (found := _neighbour(token)):
        return found
    if depth > _FEW or token.head is token:
        return []
    head = token.head
    if token.dep == "conj" or token.dep == "parataxis":
        return surface_subject(head, depth + 1) if head.pos in ("VERB", "AUX", "ADJ") else []
    if token.dep == "xcomp":
        controlled = head.child("obj", "iobj")
        if controlled is not None and not is_passive(head):
            return conjuncts(controlled)
        return surface_subject(head, depth + 1)
    if token.relation == "acl" and token.tag == "VBG" and any(child.dep == "mark" for child in token.children):
        return surface_subject(head, depth + 1) if head.pos != "VERB" else []  # "in addition to seizing"
    if head.pos in _NOMINAL and depth and token.relation in ("obl", "nmod") and head.pos != "VERB":
        return []
    if token.pos in _NOMINAL and token.relation == "obl" and depth:
        return surface_subject(head, depth + 1)
    if token.dep == "advcl" and (charged := _charged(token)) is not None:
        return conjuncts(charged)
    if token.dep == "advcl" and token.child("aux") is None and (token.tag in ("VBG", "VBN") or _infinitive(token)):
        return surface_subject(head, depth + 1) if head.pos in ("VERB", "AUX", "ADJ", "NOUN") else []
    if token.relation == "acl" and head.pos in _NOMINAL and not _infinitive(token):
        return [head]
    return []


def verb_slots(token: Token) -> Slots:
    """The slots of a verb: ``subj``, ``obj``, ``iobj``, ``comp``, ``bare`` (an oblique with no
    preposition: a time, or an object that the parser took for one) and one for each preposition."""
    slots: Slots = {}
    passive = is_passive(token)
    children = token.children
    if token.dep == "xcomp" and token.tag == "VBN" and token.head.lemma == "have" and not passive_mark(token):
        # a perfect that the parser took for "have something done"
        children = [*(child for child in token.head.children if child is not token), *children]
        passive = False
    for child in children:
        relation = child.relation
        if relation == "nsubj" and "by" in prepositions(child):
            continue  # "captured by rebels after ... were overrun": the agent of the verb before
        if child.dep in ("nsubj:pass", "csubj:pass") or relation == "nsubj":
            _add(slots, "obj" if passive else "subj", _resolved(child, token))
        elif relation in ("obj", "iobj") and any(part.dep == "case" for part in child.children):
            _oblique(slots, child, token, passive)
        elif relation == "obj" and passive and (opening := child.subtree()[0]).dep == "case":
            _add(slots, "subj" if opening.lower == "by" else opening.lower, conjuncts(child))
        elif relation in ("obj", "iobj"):
            _add(slots, relation, _resolved(child, token))
        elif child.dep == "xcomp" and child.pos in ("NOUN", "PROPN", "ADJ"):
            _add(slots, "comp", conjuncts(child))
        elif relation in ("obl", "nmod"):
            _oblique(slots, child, token, passive)
    if not slots.get("obj" if passive else "subj"):
        _add(slots, "obj" if passive else "subj", _left_out(token, passive))
    if not slots.get("obj") and not passive:
        _add(slots, "obj", _shared_object(token) or _relative_beyond(token))
    if slots.get("iobj") and not slots.get("obj") and not passive:  # "gave him up": the only object
        slots["obj"] = slots.pop("iobj")
    if children is not token.children:
        _add(slots, "obj", _shared_object(token.head))
    if not passive and not slots.get("subj") and (actor := _behind_a_time(token)) is not None:
        slots = {name: [head for head in heads if head is not actor] for name, heads in slots.items()}
        slots["subj"] = conjuncts(actor)
    given = token.child("obj") if passive and token.child("nsubj:pass") is not None else None
    if given is not None and given in slots.get("obj", ()):  # "was handed rifles"
        receivers = [head for head in slots["obj"] if head not in conjuncts(given)]
        slots["obj"] = conjuncts(given)
        _add(slots, "iobj", receivers)
    return slots


def _relative_beyond(token: Token) -> list[Token]:
    """The noun whose relative pronoun was taken for the object of the verb of saying: "the tank that they say they
    destroyed"."""
    said = token.head
    if token.dep != "ccomp" or said.dep != "acl:relcl" or (pronoun := said.child("obj")) is None:
        return []
    return [said.head] if pronoun.lower in _RELATIVE and pronoun.i < said.i else []


def _behind_a_time(token: Token) -> Token | None:
    """The subject right before a finite verb that was taken into the time before it: "On Monday [Iraqi] jets
    bombed"."""
    for child in token.children:
        if child.relation != "obl" or child.i != token.i - 1 or child.pos not in ("NOUN", "PROPN"):
            continue
        words = child.subtree()
        if child.lower not in TIMES and any(word.lower in TIMES and word.i < child.i for word in words[:4]):
            return child
    return None


def passive_mark(token: Token) -> bool:
    """True if an auxiliary or subject marks the verb as passive."""
    return any(child.dep in ("nsubj:pass", "aux:pass") for child in token.children)


def noun_slots(token: Token) -> Slots:
    """The slots of a noun: ``poss``, ``mod`` (words before it) and one for each preposition."""
    slots: Slots = {}
    for child in token.children:
        if child.dep == "nmod:poss":
            _add(slots, "poss", _owners(child, token))
        elif child.relation in ("compound", "amod", "nmod") and not prepositions(child) and child.i < token.i:
            _add(slots, "mod", [child, *(part for part in child.children if part.relation == "compound")])
        elif child.relation in ("nmod", "obl"):
            for preposition in prepositions(child):
                _add(slots, preposition, conjuncts(child))
        elif child.relation in ("nsubj", "obj"):
            _add(slots, "subj" if child.relation == "nsubj" else "obj", _resolved(child, token))
    if not slots.get("poss"):
        _add(slots, "poss", _genitive_beside(token))
    return slots


def _genitive_beside(token: Token) -> list[Token]:
    """The noun whose genitive mark stands right before the noun ``token`` or its modifiers, beside it in the tree."""
    first = min((child.i for child in token.children if child.relation in ("compound", "amod")), default=token.i)
    for other in token.head.children:
        for child in other.children:
            if child.tag == "POS" and child.i == min(first, token.i) - 1 and other is not token:
                return _owners(other, token)
    return []


def _owners(genitive: Token, noun: Token) -> list[Token]:
    """``genitive`` and its conjuncts before ``noun``: behind it stand no owners ("the league's raid on A, or B")."""
    return [owner for owner in conjuncts(genitive) if owner.i < noun.i or owner is genitive]


def _oblique(slots: Slots, child: Token, token: Token, passive: bool) -> None:
    words = prepositions(child)
    for part in child.children:  # "at the hands of", "in front of": together a preposition
        joint = next((_PHRASAL[word, child.lower] for word in words if (word, child.lower) in _PHRASAL), None)
        if joint is not None and part.relation == "nmod" and "of" in prepositions(part):
            _add(slots, joint, conjuncts(part))
            return
    if not words and child.i > token.i and child.pos in ("NOUN", "PROPN", "NUM"):
        _add(slots, "bare", conjuncts(child))
    if child.dep == "obl:agent" or (passive and words == ["by"]):
        _add(slots, "subj" if words or passive else "obj", _resolved(child, token))
    for word in words:
        _add(slots, word, _resolved(child, token))
    for part in child.children:  # "moved in small groups into the province": a direction is the verb's
        if part.relation == "nmod" and (direction := _DIRECTIONS.intersection(prepositions(part))):
            _add(slots, min(direction), conjuncts(part))


def _left_out(token: Token, passive: bool) -> list[Token]:
    if token.dep == "amod":  # behind its noun it is a verb: "gunships strafed the boats"
        return [token.head] if passive or token.i > token.head.i else []
    if passive and token.dep == "acl":
        return [token.head] if token.head.pos in _NOMINAL else []
    return surface_subject(token)


def _neighbour(token: Token) -> list[Token]:
    """The noun right before a finite verb that has no subject, over auxiliaries, adverbs and one insertion in
    commas."""
    left = token
    sentence: dict[int, Token] = {}
    top = token
    while top.head is not top:
        top = top.head
    for part in top.subtree():
        sentence[part.i] = part
    position = token.i - 1
    while position in sentence and sentence[position].pos in ("AUX", "ADV", "PART"):
        position -= 1
    left_token = sentence.get(position)
    if left_token is not None and left_token.text == ",":
        opening = next(
            (i for i in range(position - 1, position - 7, -1) if i in sentence and sentence[i].text == ","),
            None,
        )
        left_token = sentence.get(opening - 1) if opening is not None else None
    if left_token is None or left_token is left or left_token.pos not in ("NOUN", "PROPN"):
        return []
    while (
        left_token.head.i in sentence
        and left_token.relation in ("flat", "compound")
        and left_token.head is not left_token
    ):
        left_token = left_token.head
    governed = [word for word in prepositions(left_token) if word not in _CONJUNCTIONS]
    if governed or (left_token.relation in ("obl", "nmod", "obj") and not prepositions(left_token)):
        return []
    return [left_token]


def _shared_object(token: Token) -> list[Token]:
    """The object a verb takes from a relative clause's noun ("the towns they took") or from the verb it is
    joined to."""
    if token.dep == "conj" and token.head.pos == "VERB" and token.child("nsubj") is None:
        shared = token.head.child("obj")  # "to arm and train five thousand men", with the object on the first verb
        if shared is not None and shared.i > token.i and not is_passive(token.head):
            return conjuncts(shared)
    if token.dep == "acl" and token.pos in ("VERB", "AUX") and token.child("nsubj") is not None:
        return [token.head]
    if token.dep == "acl:relcl" and token.child("nsubj") is not None:
        adverbial = any(child.lower in ("where", "when", "why", "whose") for child in token.children)
        taken = any(child.lower in _RELATIVE and child.relation == "nsubj" for child in token.children)
        return [] if adverbial or taken or token.child("ccomp", "xcomp") else [token.head]
    for child in token.children:
        if child.dep == "conj" and child.pos == "VERB" and child.child("nsubj", "nsubj:pass") is None:
            if is_passive(child) or child.i - token.i > 3:
                return []
            shared = child.child("obj")
            return conjuncts(shared) if shared is not None else []
    return []


def _resolved(child: Token, verb: Token) -> list[Token]:
    """A relative pronoun stands for the noun that its clause describes."""
    if child.lower in _RELATIVE and child.pos in ("PRON", "DET", "SCONJ"):
        clause = verb
        for _ in range(_FEW):
            if clause.relation == "acl":
                return [_clefted(_asserted(clause.head))]
            if clause.dep not in ("conj", "xcomp", "ccomp") or clause.head is clause:
                break
            clause = clause.head
    return conjuncts(child)


def _clefted(token: Token) -> Token:
    """The one that a cleft is about, wherever its clause was hung: "it is the men of the company who shot them"."""
    top = token
    while top.relation == "nmod" and top.head.pos in ("NOUN", "PROPN"):
        top = top.head
    subject = top.child("nsubj", "expl")
    return top if subject is not None and subject.lower == "it" and top.child("cop") is not None else token


def _asserted(token: Token) -> Token:
    """The one it was, where a clause hangs on the one it was not: "gunmen rather than soldiers who fired"."""
    if token.dep in ("conj", "obl", "nmod") and is_contrast(token) and token.head.pos in _NOMINAL:
        return token.head
    return token


def _charged(clause: Token) -> Token | None:
    """Who is said to have done it: "accused the army on Tuesday of shelling the town"."""
    marked = any(child.dep == "mark" and child.lower in _CHARGING for child in clause.children)
    return clause.head.child("obj", "iobj") if marked and clause.tag == "VBG" and not is_passive(clause.head) else None


def _infinitive(token: Token) -> bool:
    return token.tag == "VB" and any(child.lower == "to" and child.dep in ("mark", "aux") for child in token.children)


def _add(slots: Slots, name: str, tokens: list[Token]) -> None:
    known = slots.setdefault(name, [])
    known.extend(token for token in tokens if token not in known)
