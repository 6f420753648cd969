"""Clauses that tell no happening: what somebody is able to do, does as a habit, what a class of things is like, and
what sums up many happenings.

Each mark of genericity (Krifka et al. 1995) is a rule with a name: ``generic_mark`` sees the words of the clause alone,
``vague_mark`` what has been made of it.
"""

from collections.abc import Iterator, Sequence

from reportedly.language import Token
from reportedly.read.events.draft import Telling
from reportedly.read.events.phrases import TIMES
from reportedly.read.events.slots import is_passive, prepositions, surface_subject

_ABILITY = frozenset({"can", "ca", "cannot"})
_ABLE = frozenset({"able", "capable", "unable"})
_CAPACITY = frozenset({"ability", "capability", "capacity", "range"})
_HABIT = frozenset(
    {"often", "regularly", "usually", "frequently", "routinely", "sometimes", "occasionally", "typically", "generally"}
    | {"normally", "commonly", "rarely", "seldom", "always"}
)
_EACH = frozenset({"daily", "nightly", "hourly", "weekly", "monthly", "yearly"})
_PRESENT = frozenset({"VBZ", "VBP"})
_CLASSES = frozenset({"such", "each", "every", "any"})
_FREE = frozenset({"any", "every", "each"})
_ANYBODY = frozenset({"anyone", "anybody", "everyone", "everybody", "whoever"})
_SPANS = frozenset({"year", "month", "decade", "week", "century", "generation"})
_SUMS = frozenset({"many", "countless", "numerous", "several", "thousands", "millions", "innumerable"})
_WIDE = frozenset({"country", "region", "continent", "province"})
_WITNESSED = frozenset({"hear", "see", "witness", "report", "record", "count", "document", "film", "confirm", "note"})
_BEGUN = frozenset(
    {
        "erupt",
        "break",
        "flare",
        "rage",
        "resume",
        "start",
        "begin",
        "occur",
        "follow",
        "ensue",
        "rock",
        "stop",
        "end",
        "go",
        "last",
        "keep",
    }
)
_LONG = frozenset({"year", "decade", "century"})
_DOING = frozenset({"VBD", "VBN"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "such"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their"})
_DAYS = frozenset({"yesterday", "today", "year", "month", "week"})
_ORDINALS = frozenset(
    {"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "latest", "first"}
)
_FEW = 4


def generic_mark(trigger: Token, carrier: Token | None = None) -> str | None:
    """The name of what shows that the clause of ``trigger`` tells no single happening; ``None`` where nothing does."""
    if _is_span(trigger):
        return "span-of-time"
    if trigger.pos in ("NOUN", "PROPN"):
        if _class_of(trigger):
            return "class"
        if _commented(trigger):
            return "remark"
        if carrier is None:
            return "habit" if any(_habitual(verb) for verb in _around(trigger)) else None
    verb = trigger if trigger.pos not in ("NOUN", "PROPN") or carrier is None else carrier
    if _habitual(verb):
        return "habit"
    if any(child.relation == "advmod" and child.lower in _EACH for child in verb.children):
        return "iterated"
    if _able(verb):
        return "ability"
    if _used_to(verb):
        return "habit"
    if trigger is verb and _is_of_a_class(verb):
        return "relative-present"
    if trigger is verb and _by_anybody(verb):
        return "free-choice"
    if trigger is verb and _is_deed_at_large(verb):
        return "deed-at-large"
    return None


def is_definite(noun: Token, dated: bool = False) -> bool:
    """True for a noun that takes up what was told: "the raid", "this crime", with ``dated`` "Tuesday's incident"."""
    return any(
        child.lower in _DEFINITE or (dated and child.dep == "nmod:poss" and child.lower in TIMES | _DAYS)
        for child in noun.children
    )


def is_remark(noun: Token) -> bool:
    """ "It was the third such raid": said of what was told before, and so one more telling of it."""
    return _commented(noun) and any(child.lower == "such" or child.lower in _ORDINALS for child in noun.children)


def vague_mark(telling: Telling) -> str | None:
    """The name of what shows that a telling sums up many happenings; ``None`` where nothing does. What has a day, a
    spot, a number or a headline is no sum."""
    if telling.headline or telling.absorbed or telling.definite or telling.polarity == "negative":
        return None
    if _since(telling):
        return "since"
    if telling.time is not None or any(place.precision not in _WIDE for place in telling.places):
        return None
    if telling.quantities or any(item.low is not None or item.high is not None for item in telling.casualties):
        return None
    token = telling.token
    if token.pos == "NOUN":
        stated = token.child("cop") is not None  # "they are masters of the town"
        return "bare-plural" if not stated and _is_bare_plural(token) and not _is_done(telling) else None
    if _is_perfect(token) and telling.type.violent and _sums_up(telling):
        return "sum"
    return None


def in_passing(trigger: Token) -> bool:
    """True for what is only said of something on the way: "the areas held by the group", "which controls the town",
    "to hold the line"."""
    if trigger.pos in ("NOUN", "PROPN"):
        return trigger.child("cop") is None or trigger.relation == "acl"
    if trigger.dep in ("acl", "acl:relcl", "amod", "xcomp", "csubj") or trigger.tag == "VB":
        return True
    if trigger.tag == "VBG":
        return trigger.child("aux") is None  # "are holding the bridge" is asserted
    return trigger.tag == "VBN" and trigger.child("aux", "aux:pass") is None


def is_asserted(noun: Token) -> bool:
    """True for a noun whose clause says in the past that it was there: "a gun battle raged", "there was shelling",
    "residents heard heavy fire". What is known already is taken up with an article, and asserts nothing."""
    if any(child.lower in _KNOWN and child.relation in ("det", "nmod") for child in noun.children):
        return False
    top = noun
    while top.head.pos in ("NOUN", "PROPN") and (top.dep == "conj" or "with" in prepositions(top)):
        top = top.head  # "people with gunshot wounds were brought in"
    if any(child.tag in _DOING for child in noun.children if child.relation == "cop"):
        return True  # "was a war crime"
    verb = top.head
    if top is not noun and "with" in prepositions(noun):
        return verb.tag in _DOING
    if top.relation not in ("nsubj", "obj") or verb.pos not in ("VERB", "AUX", "ADJ", "NOUN", "ADV"):
        return False
    if top.relation == "obj" and verb.lemma not in _WITNESSED | _BEGUN:
        return False
    return verb.tag in _DOING or any(child.tag in _DOING for child in verb.children if child.relation in ("aux", "cop"))


def _class_of(noun: Token) -> bool:
    """ "Such raids", "each offensive"."""
    return any(child.lower in _CLASSES and child.i < noun.i for child in noun.children)


def _commented(noun: Token) -> bool:
    """ "It was the third such raid": a remark on what was told before; "it was behind the raid" is none."""
    if noun.child("cop") is None or noun.child("case") is not None:
        return False
    subject = noun.child("nsubj")
    return subject is not None and subject.lower in ("it", "this", "that")


def _is_span(noun: Token) -> bool:
    """ "Years of shelling", "after months of siege": what goes on for so long is a state of things."""
    head = noun.head
    while noun.relation == "conj" and head is not noun:
        noun, head = head, head.head
    of = any(child.lower == "of" and child.relation in ("case", "mark") for child in noun.children)
    return of and noun.relation in ("nmod", "acl") and head.lemma in _SPANS and head.tag == "NNS"


def _habitual(verb: Token) -> bool:
    present = verb.tag in _PRESENT and verb.child("aux:pass", "aux") is None
    present = present or any(child.tag in _PRESENT and child.dep == "aux:pass" for child in verb.children)
    return present and any(child.relation == "advmod" and child.lower in _HABIT for child in verb.children)


def _used_to(verb: Token) -> bool:
    """ "Used to shell the villages": the habit of the past."""
    head = verb.head
    return verb.relation == "xcomp" and verb.tag == "VB" and head.lower == "used" and head.child("aux:pass") is None


def _able(verb: Token) -> bool:
    """ "Can hit", "is able to shell", "has the range to reach"; what somebody was able to do was done."""
    node = verb
    for _ in range(_FEW):
        if any(child.relation == "aux" and child.lower in _ABILITY for child in node.children):
            return not any(child.lower == "not" for child in node.children)
        head = node.head
        if head is node or node.relation not in ("xcomp", "acl", "advcl", "ccomp", "conj"):
            return False
        if head.lemma in _ABLE and node.relation != "conj":
            return any(child.relation == "cop" and child.tag in _PRESENT for child in head.children)
        if head.lemma in _CAPACITY and node.relation == "acl":
            return head.head.tag in _PRESENT
        if node.relation not in ("conj", "xcomp"):
            return False
        node = head
    return False


def _is_simple_present(verb: Token) -> bool:
    if any(child.dep == "aux" for child in verb.children):
        return False
    if verb.tag in _PRESENT:
        return True
    return verb.tag == "VBN" and any(child.dep == "aux:pass" and child.tag in _PRESENT for child in verb.children)


def _is_of_a_class(verb: Token) -> bool:
    """ "A ruler who massacres his people": a relative clause in the present tells what its noun is like."""
    clause = verb
    while clause.dep == "conj" and clause.head.pos == "VERB":
        clause = clause.head
    return clause.dep == "acl:relcl" and _is_simple_present(verb) and not _is_counted(verb)


def _is_counted(verb: Token) -> bool:
    return any(part.pos == "NUM" for child in verb.children for part in (child, *child.children))


def _by_anybody(verb: Token) -> bool:
    """ "Any party that breaks the truce", "anyone giving him arms": whoever it may be. In the past tense "any" goes
    with what is denied: "denied that any tanks had been seized"."""
    return (
        (_is_simple_present(verb) or verb.tag == "VBG")
        and any(
            subject.lower in _ANYBODY
            or any(child.relation == "det" and child.lower in _FREE for child in subject.children)
            for subject in surface_subject(verb)
        )
        and not any(child.lower in ("not", "n't", "never") for child in verb.children)
    )


def _is_deed_at_large(verb: Token) -> bool:
    """ "Selling weapons is wrong": a gerund as the subject of what holds in general."""
    if verb.dep != "csubj" or verb.tag != "VBG" or surface_subject(verb):
        return False
    above = verb.head
    finite = [above, *(child for child in above.children if child.relation in ("cop", "aux"))]
    return any(token.tag in _PRESENT for token in finite)


def _is_bare_plural(noun: Token) -> bool:
    """ "Attacks", "terrorist attacks in Europe": without article, owner, number or words that tell which."""
    if noun.tag != "NNS":
        return False
    return not any(
        child.relation in ("det", "nummod", "acl") or child.dep in ("nmod:poss", "acl:relcl") for child in noun.children
    )


def _is_done(telling: Telling) -> bool:
    """True where a verb in the past carries them, "launched attacks", "strikes hit the town", somebody was there,
    "heard blasts", or the dead were counted, "the toll from clashes"."""
    verb = telling.carrier
    if telling.token.head.lemma == "toll" or is_asserted(telling.token):
        return True
    if verb is None or verb.tag not in _DOING:
        return False
    return not any(child.tag in _PRESENT and child.lemma != "have" for child in verb.children)


def _around(noun: Token) -> Iterator[Token]:
    """The verb whose object, subject or oblique the noun belongs to."""
    top = noun
    for _ in range(_FEW):
        if top.head.pos not in ("NOUN", "PROPN") or top.relation not in ("conj", "nmod"):
            break
        top = top.head
    if top.head.pos == "VERB" and top.relation in ("obj", "nsubj", "obl"):
        yield top.head


def _since(telling: Telling) -> bool:
    """ "Have killed thousands since 2011": a sum over years."""
    verb = telling.carrier or telling.token
    if telling.time is None or not telling.type.violent or telling.time.precision not in _LONG or not _is_perfect(verb):
        return False
    return any(child.relation == "obl" and "since" in prepositions(child) for child in verb.children)


def _is_perfect(verb: Token) -> bool:
    return any(child.relation == "aux" and child.lower in ("has", "have") for child in verb.children)


def _sums_up(telling: Telling) -> bool:
    """True if nobody in particular was hit: "have killed many people", "has bombed hospitals"."""
    hit: Sequence[Token] = [filled.head for filled in telling.of("target")]
    if not hit:
        return False
    return all(head.tag == "NNS" and head.pos == "NOUN" and _is_any_number(head) for head in hit) and not is_passive(
        telling.token
    )


def _is_any_number(noun: Token) -> bool:
    parts = [child for child in noun.children if child.relation in ("det", "nummod", "amod", "nmod", "compound")]
    return all(part.relation in ("amod", "compound") or part.lower in _SUMS for part in parts)
