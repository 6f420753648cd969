"""Words that tell an event: which tokens trigger which frames, and the slots they open."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportedly.language import Parse, Token
from reportedly.ontology import GIVEN, Frame, Ontology
from reportedly.read.events.antecedents import is_resolvable, subjects_before
from reportedly.read.events.doers import doers_of
from reportedly.read.events.fillers import Fillers
from reportedly.read.events.generic import is_definite, is_remark
from reportedly.read.events.headlines import PARTICLES, headline_verb, is_first_word, is_verbless
from reportedly.read.events.lexicon import Pattern, lexicon
from reportedly.read.events.mend import mended
from reportedly.read.events.phrases import TIMES, is_state
from reportedly.read.events.slots import (
    DURING,
    Slots,
    conjuncts,
    is_gerund_noun,
    noun_slots,
    prepositions,
    verb_slots,
)

_ARGUMENTS = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "obl:agent", "nmod", "iobj", "acl"})
_VERBAL = frozenset({"VBD", "VBN", "VBG", "VBZ", "VBP", "VB"})
_OCCASION = frozenset({"in", "of", "from", "during"})
_STORY = "story"
_NATURE = "nature"
_TAKERS = frozenset({"force", "armed", "state", "outlaw"})
_STATED = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "PRON"})


@dataclass(slots=True)
class Candidate:
    """A trigger and the frame that fits it. ``carrier`` is the verb that carries a noun, with its own slots.

    ``fillers`` are the tokens that satisfied the frame's needs, by slot: a slot with needs is filled by them
    alone. ``text`` is the pattern that fits.
    """

    token: Token
    frame: Frame
    slots: Slots
    fillers: Slots = field(default_factory=dict)
    carrier: Token | None = None
    words: tuple[Token, ...] = ()
    text: str = ""


def find_triggers(parse: Parse, ontology: Ontology, fillers: Fillers) -> Iterator[Candidate]:
    """The triggers of a document, in text order. One trigger may tell two events ("seized the town and two
    tanks")."""
    table = lexicon(ontology)
    for token in parse.tokens:
        patterns: tuple[Pattern, ...] | None
        passive = token.pos == "ADJ" and token.child("nsubj:pass", "aux:pass") is not None  # "was riddled with bullets"
        adjective = token.pos == "ADJ" and (token.tag in _VERBAL or is_state(token))
        if token.pos in ("VERB", "AUX") or adjective or passive:
            patterns = table.verbs.get(token.lower) or table.verbs.get(token.lemma.lower())
            if is_gerund_noun(token) and token.lower in table.nouns:
                yield from _noun(token, table.nouns[token.lower], parse, ontology, fillers)
            elif patterns and _eventive(token, ontology) and not _empty(token, ontology):
                yield from _verb(token, patterns, fillers, parse)
        elif (patterns := table.verbs.get(token.lower)) and (parts := headline_verb(token, parse)) is not None:
            yield from _headline(token, patterns, parts, fillers, parse)
        elif token.pos in ("NOUN", "PROPN"):
            patterns = table.nouns.get(token.lower)
            if patterns and (not token.name or is_first_word(token, parse)):
                yield from _noun(token, patterns, parse, ontology, fillers)
        if token.pos in _STATED and (patterns := table.predicates.get(token.lower)) is not None:
            yield from _predicate(token, patterns, fillers, parse)


def _eventive(token: Token, ontology: Ontology) -> bool:
    """A participle before a noun names a property ("captured fighters"), unless an adverb makes it a
    happening."""
    if token.dep == "compound":
        return False
    if token.dep != "amod" or token.i > token.head.i:
        return True
    return any(child.relation == "advmod" and ontology.hedges.at("adverb", child.lower) for child in token.children)


def _empty(token: Token, ontology: Ontology) -> bool:
    """A verb that tells nothing: with its object ("took part in the rally", but not "took part of the town"), or as
    what did not go with something else ("left without firing a shot")."""
    without = any(child.dep == "mark" and child.lower == "without" for child in token.children)
    return any(
        child.relation == "obj"
        and (
            ((token.lemma.lower(), child.lower) in ontology.lexicon.empty and "of" not in noun_slots(child))
            or (without and child.lower in ontology.lexicon.without)
        )
        for child in token.children
    )


def _verb(token: Token, patterns: tuple[Pattern, ...], fillers: Fillers, parse: Parse) -> Iterator[Candidate]:
    plain: Slots | None = None
    taken: set[int] = set()
    told: set[str] = set()
    done = False
    # "took off" is another verb than "took"
    particles = _particles(token)
    for pattern in patterns:
        if pattern.frame.type in told:
            continue
        governed = _governed(token, pattern) if pattern.governed else None
        if (pattern.governed and governed is None) or not particles <= {*pattern.words, pattern.before}:
            continue
        words = _words(token, pattern.words)
        if words is None:
            continue
        if pattern.prefix and "-" not in token.text:
            before = _preceding(token, pattern.prefix, parse)
            if before is None:
                continue
            words = [*before, *words]
        if plain is None:
            plain = verb_slots(token)
            _settle(token, plain, patterns, fillers, parse)
        slots = mended(plain, pattern, words, token, fillers, parse)
        if _STORY in pattern.frame.need:
            slots = {**slots, _STORY: _story(token, parse)}
        if governed is not None:
            slots = _with_noun(slots, governed, pattern)
        found = _fitting(pattern.frame, slots, fillers, taken, done)
        if found is None:
            continue
        done = True
        told.add(pattern.frame.type)
        taken.update(filler.i for heads in found.values() for filler in heads)
        if "obj" not in found:  # a frame that asks nothing of its object takes all of it
            taken.update(filler.i for filler in slots.get("obj", ()))
        extra = tuple(words) + ((governed,) if governed else ())
        yield Candidate(token, pattern.frame, slots, found, words=extra, text=pattern.text)
        if not pattern.frame.need:
            return


def _settle(verb: Token, slots: Slots, patterns: tuple[Pattern, ...], fillers: Fillers, parse: Parse) -> None:
    """Let the pronouns beside a verb stand for what the verb may be said of, where somebody acts who takes and hits."""
    doers = slots.get("subj", [])
    if any(child.relation in ("xcomp", "ccomp", "csubj") for child in verb.children):
        return  # "made it clear", "took it upon themselves to"
    doers = [*doers, *(meant for head in doers if is_resolvable(head) for meant in subjects_before(parse, head))]
    for head in slots.get("subj", ()):
        for part in head.children:
            if head.pos == "NUM" and part.lower == "them":  # "three of them landed"
                wanted = frozenset[str]().union(*(pattern.frame.need.get("subj", ()) for pattern in patterns))
                fillers.settle(part, wanted - GIVEN)
                fillers.forget(head)
    if not any(fillers.kinds(head) & _TAKERS for head in doers):
        return
    for slot, heads in slots.items():
        for head in heads:
            if head.lower in ("it", "them") and slot != "subj":
                wanted = frozenset[str]().union(*(pattern.frame.need.get(slot, ()) for pattern in patterns))
                fillers.settle(head, wanted - GIVEN)


def _headline(
    token: Token, patterns: tuple[Pattern, ...], parts: tuple[list[Token], list[Token]], fillers: Fillers, parse: Parse
) -> Iterator[Candidate]:
    """A verb that was read for a noun, with its subject and object; the object carries what stands behind it."""
    subject, goal = parts
    next_word = parse.tokens[token.i + 1]
    for pattern in patterns:
        beside = next_word.lower if next_word.lower in PARTICLES or next_word.lower == "dead" else ""
        if pattern.governed or pattern.prefix or pattern.words != ((beside,) if beside else ()):
            continue
        slots: Slots = {"subj": subject, "obj": goal}
        found = _fitting(pattern.frame, slots, fillers, set(), False)
        if found is not None:
            words = (next_word,) if pattern.words else ()
            yield Candidate(token, pattern.frame, slots, found, goal[0] if goal else None, words)
            return


def _particles(verb: Token) -> frozenset[str]:
    """The particle of a verb, "back" apart; what looks like a second one opens a place ("blown up off the coast")."""
    found = [child for child in verb.children if child.dep == "compound:prt" and child.lower != "back"]
    days = [child.subtree()[0].i for child in verb.children if child.relation == "obl" and child.lower in TIMES]
    found = [child for child in found if child.i + 1 not in days]  # "took it on | Sunday morning"
    return frozenset({min(found, key=lambda child: child.i).lower}) if found else frozenset()


def _noun(
    token: Token, patterns: tuple[Pattern, ...], parse: Parse, ontology: Ontology, fillers: Fillers
) -> Iterator[Candidate]:
    if token.relation == "compound" and token.head.pos in ("NOUN", "PROPN") and token.head.i > token.i:
        return
    if token.dep == "amod" or (token.relation == "nmod" and token.head.lower == "one"):
        return  # "one of the deadliest attacks" tells none
    slots = noun_slots(token)
    carrier = _carry(token, slots, ontology)
    if not slots.get("subj"):
        slots["subj"] = doers_of(token, ontology.lexicon.doers)
    for pattern in patterns:
        words = _preceding(token, pattern.words, parse)
        if words is None or (pattern.frame.headline and not is_verbless(token, parse)):
            continue
        if pattern.frame.again and (token.pos == "PROPN" or not (is_definite(token, dated=True) or is_remark(token))):
            continue
        around = {**slots, _STORY: _story(token, parse)} if _STORY in pattern.frame.need else slots
        found = _fitting(pattern.frame, around, fillers, set(), False)
        if found is not None:
            yield Candidate(token, pattern.frame, slots, found, carrier, words)
            return


def _story(token: Token, parse: Parse) -> list[Token]:
    """The nouns of the sentence and of the ones beside it in its block: what is spoken of beside "the exchange"."""
    block = parse.sentences[token.sent].block
    near = (item for item in parse.sentences[max(token.sent - 1, 0) : token.sent + 2] if item.block == block)
    return [word for item in near for word in parse.tokens_of(item) if word.pos == "NOUN" and word is not token]


def _predicate(token: Token, patterns: tuple[Pattern, ...], fillers: Fillers, parse: Parse) -> Iterator[Candidate]:
    """Predicates: "are in the hands of", "is free"; "free to go" is another word."""
    stated = token.child("cop") is not None
    if not stated and token.dep not in ("acl", "acl:relcl", "obl"):
        return
    words = prepositions(token)
    for pattern in patterns:
        if pattern.before is None and (not stated or words or token.child("xcomp", "ccomp", "advcl") is not None):
            continue
        if pattern.before is not None and pattern.before not in words:
            continue
        slots = noun_slots(token)
        if (token.dep == "acl:relcl" and token.child("nsubj") is None) or token.relation == "nmod":
            slots["subj"] = [token.head]
        slots = mended(slots, pattern, [], token, fillers, parse)
        if _STORY in pattern.frame.need:
            slots = {**slots, _STORY: _story(token, parse)}
        found = _fitting(pattern.frame, slots, fillers, set(), False)
        if found is not None:
            yield Candidate(token, pattern.frame, slots, found)
            return


def _fitting(frame: Frame, slots: Slots, fillers: Fillers, taken: set[int], done: bool) -> Slots | None:
    """The fillers that satisfy the frame's needs; ``None`` where it does not fit or adds nothing to what
    fired before."""
    if done and not frame.need:
        return None
    if any(_NATURE in fillers.kinds(head) for head in slots.get("subj", ())):
        return None  # an earthquake does harm, and no deed
    for slot, kinds in frame.bar.items():
        if any(fillers.kinds(head) & kinds for head in slots.get(slot, ())):
            return None
    found: Slots = {}
    fresh = not done
    for slot, kinds in frame.need.items():
        fit = [head for head in slots.get(slot, ()) if fillers.kinds(head) & kinds]
        if slot in ("obj", "of"):
            fresh = fresh or any(head.i not in taken for head in fit)
            fit = [head for head in fit if head.i not in taken]
            if fit:  # "lost Tal Rasha and the gas field": what is not known is of the kind of what it is joined to
                unknown = [head for head in slots[slot] if head.i not in taken and _is_unknown(head, fillers)]
                fit = [head for head in slots[slot] if head in fit or head in unknown]
        if not fit:
            return None
        # what is coordinated in a subject does one deed: "fighters and their families left"
        found[slot] = list(slots[slot]) if slot == "subj" else fit
    return found if fresh else None


def _is_unknown(head: Token, fillers: Fillers) -> bool:
    return fillers.is_mere_name(head) or "unknown" in fillers.kinds(head)


def _words(token: Token, words: tuple[str, ...]) -> list[Token] | None:
    """The particles or prepositions of a pattern beside a verb; ``None`` if one is missing."""
    found: list[Token] = []
    for word in words:
        match = None
        for child in token.children:
            if child.lower == word and child.i > token.i and child.dep not in ("nsubj", "conj"):
                match = child
                break
            if child.i > token.i and child.relation in ("obl", "nmod", "advcl", "obj", "xcomp"):
                match = next(
                    (part for part in child.children if part.lower == word and part.dep in ("case", "mark")),
                    None,
                )
                if match is not None:
                    break
        if match is None:
            match = _result(token, word)
        if match is None:
            return None
        found.append(match)
    return found


def _result(token: Token, word: str) -> Token | None:
    """The state that a verb brings its object to, which may stand before it: "shot dead 40 people"."""
    for child in token.children:
        if child.relation == "obj":
            for part in child.children:
                if part.dep == "amod" and part.i == token.i + 1 and part.lower == word:
                    return part
    return None


def _governed(token: Token, pattern: Pattern) -> Token | None:
    for child in token.children:
        adverbial = child.relation == "advmod" and child.pos == "NOUN"  # "switched sides"
        if child.relation not in ("obj", "obl", "nsubj", "xcomp", "nmod", "dep", "advmod") and not adverbial:
            continue
        if child.dep == "nsubj" or child.lemma.lower() != pattern.governed:
            continue
        before = prepositions(child) or [part.lower for part in child.children if part.dep == "mark"]
        if not before:  # "laid down their arms": a particle stands with the verb
            before = [part.lower for part in token.children if part.dep == "compound:prt"]
            if pattern.before is None or pattern.before not in before:
                before = []
        if (pattern.before is None and before) or (pattern.before is not None and pattern.before not in before):
            continue
        if pattern.after is not None and not _after(token, child, pattern.after):
            continue
        return child
    return None


def _after(token: Token, noun: Token, preposition: str) -> bool:
    return any(
        preposition in prepositions(child) and child.i > noun.i for head in (noun, token) for child in head.children
    )


def _with_noun(slots: Slots, noun: Token, pattern: Pattern) -> Slots:
    """The verb's slots and those of the noun it governs, which is no filler itself."""
    joined = {name: [head for head in heads if head is not noun] for name, heads in slots.items()}
    for name, heads in noun_slots(noun).items():
        known = joined.setdefault(name, [])
        known.extend(head for head in heads if head not in known)
    if pattern.before is not None and pattern.before in joined:
        joined[pattern.before] = [head for head in joined[pattern.before] if head is not noun]
    return joined


def _preceding(token: Token, words: tuple[str, ...], parse: Parse) -> tuple[Token, ...] | None:
    """The words of a compound directly before its last one ("air strike", "air-strike")."""
    found: list[Token] = []
    position = token.i - 1
    for word in reversed(words):
        while position >= 0 and parse.tokens[position].text == "-":
            position -= 1
        if position < 0 or word not in (parse.tokens[position].lower, parse.tokens[position].lemma.lower()):
            return None
        found.append(parse.tokens[position])
        position -= 1
    return tuple(reversed(found))


def _carry(token: Token, slots: Slots, ontology: Ontology) -> Token | None:
    """Open the slots of the verb that carries a noun; gives the verb."""
    lexicon_ = ontology.lexicon
    for child in token.children:  # "strikes carried out by the army", "an offensive that the army launched"
        if child.relation == "acl" and child.pos == "VERB" and child.lemma in lexicon_.carriers:
            if child.child("xcomp") is not None:
                continue  # "the raid that the ministry made public"
            for head in verb_slots(child).get("subj", ()):
                if head is not token:
                    slots.setdefault("subj", []).append(head)
    top = token
    while top.dep == "conj" and top.head.pos in ("NOUN", "PROPN"):
        top = top.head
    verb = top.head
    if verb.lemma.lower() in lexicon_.victims and _OCCASION.intersection(prepositions(top)):
        return verb  # "two dead in a market blast", "the victims of the raid"
    verbal = verb.pos in ("VERB", "AUX") or (verb.pos == "ADJ" and verb.tag in _VERBAL)
    if is_gerund_noun(top) and verbal and (verb.lemma in lexicon_.carried or verb.lemma in lexicon_.victims):
        return verb
    if verb is top or not verbal or top.dep not in _ARGUMENTS:
        return None
    own = verb_slots(verb)
    members = conjuncts(top)
    if token in own.get("subj", ()) or top in own.get("subj", ()):
        if verb.lemma in lexicon_.carried:
            _extend(slots, "hit", own.get("obj", ()), members)
            _prepositions(slots, own, members)
            return verb
        _prepositions(slots, own, members)
        return verb if verb.lemma in lexicon_.carriers | lexicon_.happening else None
    if (token in own.get("obj", ()) or top in own.get("obj", ())) and verb.lemma in lexicon_.carriers:
        _extend(slots, "subj", own.get("subj", ()), members)
        _prepositions(slots, own, members)
        return verb
    if top.relation == "obl" and any((verb.lemma, word) in lexicon_.behind for word in prepositions(top)):
        _extend(slots, "subj", own.get("subj", ()), members)
        _prepositions(slots, own, members)
        return verb
    if top.relation == "obl" and DURING.intersection(prepositions(top)) and verb.lemma in lexicon_.carried:
        _extend(slots, "hit", own.get("obj", ()), members)
        return verb
    return None


def _extend(slots: Slots, name: str, heads: "list[Token] | tuple[Token, ...]", members: list[Token]) -> None:
    known = slots.setdefault(name, [])
    known.extend(head for head in heads if head not in known and head not in members)


def _prepositions(slots: Slots, own: Slots, members: list[Token]) -> None:
    for name, heads in own.items():
        if name not in ("subj", "obj", "iobj", "comp"):
            _extend(slots, name, heads, members)
