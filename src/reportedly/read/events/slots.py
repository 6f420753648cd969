"""The slots of a verb or noun: its logical subject and object, and what its prepositions govern, over a UD tree.

Passives are turned round; subjects that syntax leaves out are found through relative clauses, participles, control and
coordination. Every filler is the head token of its phrase; coordinated fillers are listed one by one.
"""

from reportedly.language import Token

Slots = dict[str, list[Token]]

_RELATIVE = frozenset({"which", "who", "that", "whom", "whose"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET", "ADJ"})
_FEW = 12  # steps up a tree before a walk is given up: a deeper one means a broken parse


def conjuncts(token: Token) -> list[Token]:
    """``token`` and the nominals coordinated with it, in text order."""
    found = [token]
    for item in found:
        found.extend(child for child in item.children if child.dep == "conj" and child.pos in _NOMINAL)
        if len(found) > 60:
            break
    return found


def prepositions(token: Token) -> list[str]:
    """The prepositions of a phrase, lower case ("out of" gives both)."""
    found: list[str] = []
    for child in token.children:
        if child.dep == "case":
            found.append(child.lower)
            found.extend(part.lower for part in child.children if part.dep == "fixed")
    return found


def is_passive(token: Token) -> bool:
    """True if the verb is passive: by its auxiliary or subject, as a bare participle after a noun, or by coordination."""
    for child in token.children:
        if child.dep in ("nsubj:pass", "aux:pass", "csubj:pass"):
            return True
        if child.dep in ("nsubj", "obj"):
            return False
    if token.tag != "VBN" and not (token.tag == "VBD" and token.dep == "acl"):
        return False
    if any(child.dep == "aux" for child in token.children):
        return False
    if token.dep in ("acl", "amod", "advcl", "root", "xcomp", "dep", "parataxis"):
        return True
    return token.dep == "conj" and token.head is not token and is_passive(token.head)


def surface_subject(token: Token, depth: int = 0) -> list[Token]:
    """The subject that a verb has or shares, each conjunct of it; empty where there is none."""
    for child in token.children:
        if child.relation == "nsubj":
            return _resolved(child, token)
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
    if token.dep == "advcl" and (token.tag in ("VBG", "VBN") or _infinitive(token)):
        return surface_subject(head, depth + 1) if head.pos in ("VERB", "AUX", "ADJ", "NOUN") else []
    if token.relation == "acl" and head.pos in _NOMINAL and not _infinitive(token):
        return [head]
    return []


def verb_slots(token: Token) -> Slots:
    """The slots of a verb: ``subj``, ``obj``, ``iobj``, ``comp`` and one for each preposition."""
    slots: Slots = {}
    passive = is_passive(token)
    for child in token.children:
        relation = child.relation
        if child.dep in ("nsubj:pass", "csubj:pass"):
            _add(slots, "obj", _resolved(child, token))
        elif relation == "nsubj":
            _add(slots, "obj" if passive else "subj", _resolved(child, token))
        elif relation in ("obj", "iobj"):
            _add(slots, relation, _resolved(child, token))
        elif child.dep == "xcomp" and child.pos in ("NOUN", "PROPN"):
            _add(slots, "comp", conjuncts(child))
        elif relation in ("obl", "nmod"):
            _oblique(slots, child, token, passive)
    if not slots.get("obj" if passive else "subj"):
        _add(slots, "obj" if passive else "subj", _left_out(token, passive))
    if not slots.get("obj") and not passive:
        _add(slots, "obj", _shared_object(token))
    return slots


def noun_slots(token: Token) -> Slots:
    """The slots of a noun: ``poss``, ``mod`` (words before it) and one for each preposition."""
    slots: Slots = {}
    for child in token.children:
        if child.dep == "nmod:poss":
            _add(slots, "poss", conjuncts(child))
        elif child.relation in ("compound", "amod", "nmod") and not prepositions(child) and child.i < token.i:
            _add(slots, "mod", [child, *(part for part in child.children if part.relation == "compound")])
        elif child.relation in ("nmod", "obl"):
            for preposition in prepositions(child):
                _add(slots, preposition, conjuncts(child))
        elif child.relation == "nsubj":
            _add(slots, "subj", _resolved(child, token))
    return slots


def _oblique(slots: Slots, child: Token, token: Token, passive: bool) -> None:
    words = prepositions(child)
    if child.dep == "obl:agent" or (passive and words == ["by"]):
        _add(slots, "subj", _resolved(child, token))
    for word in words:
        _add(slots, word, _resolved(child, token))


def _left_out(token: Token, passive: bool) -> list[Token]:
    if token.dep == "amod":
        return [token.head] if passive else []
    if passive and token.dep == "acl":
        return [token.head] if token.head.pos in _NOMINAL else []
    return surface_subject(token)


def _shared_object(token: Token) -> list[Token]:
    """The object a verb takes from a relative clause's noun ("the towns they took") or from the verb it is joined to."""
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
                return [clause.head]
            if clause.dep not in ("conj", "xcomp", "ccomp") or clause.head is clause:
                break
            clause = clause.head
    return conjuncts(child)


def _infinitive(token: Token) -> bool:
    return any(child.lower == "to" and child.dep in ("mark", "aux") for child in token.children)


def _add(slots: Slots, name: str, tokens: list[Token]) -> None:
    known = slots.setdefault(name, [])
    known.extend(token for token in tokens if token not in known)
