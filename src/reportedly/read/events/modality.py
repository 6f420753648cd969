"""Polarity and modality of an event: what the words around its trigger, and the statement that tells it, say
of it."""

from collections.abc import Callable
from dataclasses import dataclass

from reportedly.language import Parse, Token
from reportedly.model import Modality, Polarity, Span, Statement
from reportedly.ontology import Hedge, Hedges, Ontology
from reportedly.read.events.slots import is_passive

_RANK: dict[Modality, int] = {
    "actual": 0,
    "hedged": 1,
    "possible": 2,
    "planned": 3,
    "hypothetical": 4,
    "counterfactual": 5,
}
_STEPS = 8
_NEGATIVE_SUBJECTS = frozenset({"nobody", "none", "nothing", "no-one"})
_NEITHER = frozenset({"neither"})
_TAKEN = frozenset({"of", "from", "in", "for", "on", "to"})
_GRANTED = frozenset(
    {"over", "into", "after", "behind", "following", "since", "during", "about", "regarding", "concerning"}
)
"""Prepositions before what has happened already: "an inquiry into the bombing", "questioned over the attack"."""
_GRANTED_OF = frozenset({"of", "for", "in", "on", "to"})
"""Those before it where a noun that promises nothing stands before them: "the victims of the bombing"."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "last"})
_OPENING = frozenset({"aux", "cop"})
_ASKED_OF = frozenset({"ccomp", "xcomp", "conj"})
_OPEN_QUESTION = frozenset({"WDT", "WP", "WP$", "WRB"})
_GOVERNED = frozenset({"obj", "obl", "nmod", "nsubj:pass", "xcomp", "ccomp", "csubj", "acl", "dep"})


@dataclass(slots=True)
class Factuality:
    """What is said of an event's reality, and the words that say it."""

    polarity: Polarity = "positive"
    modality: Modality = "actual"
    spans: tuple[Span, ...] = ()

    def add(self, hedge: Hedge, span: Span) -> None:
        """Take up one hedge; the stronger modality stays, negations cancel out."""
        if hedge.modality is not None and _RANK[hedge.modality] > _RANK[self.modality]:
            self.modality = hedge.modality
        if hedge.negative:
            self.polarity = "positive" if self.polarity == "negative" else "negative"
        if hedge.modality != "actual":
            self.mark(span)

    def set(self, modality: Modality, span: Span) -> None:
        """Take up a modality that grammar, not a word, gives."""
        if _RANK[modality] > _RANK[self.modality]:
            self.modality = modality
        self.mark(span)

    def mark(self, span: Span) -> None:
        """Note words that carry it."""
        if span not in self.spans:
            self.spans = tuple(sorted((*self.spans, span)))


class FactualityReader:
    """Reads polarity and modality of triggers in one document."""

    def __init__(self, parse: Parse, ontology: Ontology) -> None:
        self._parse = parse
        self._hedges: Hedges = ontology.hedges
        self._carriers = ontology.lexicon.carriers | ontology.lexicon.carried

    def read(self, trigger: Token, carrier: Token | None, statement: Statement | None) -> Factuality:
        """Polarity and modality of the event that ``trigger`` tells within ``statement``.

        They hold for this telling: what the statement denies is negative, what it intends is planned.
        """
        found = Factuality()
        stop = _outside(statement)
        self._adjacent(trigger, found)
        self._negated_arguments(trigger, found)
        node = trigger
        for _ in range(_STEPS):
            self._inspect(node, found, statement is not None, trigger)
            following = self._climb(node, found, carrier, stop)
            if following is None:
                break
            node = following
        asking = self._asking(trigger)
        if asking is not None:
            found.set("hypothetical", asking.span)
        if statement is not None:
            hedge = self._hedges.at("stance", statement.stance)
            told = hedge is not None and hedge.modality == "planned" and _told(trigger)
            granted = _presupposed(trigger, stop) or self._granted(trigger, stop)
            if hedge is not None and not told and not granted:
                first, *rest = statement.stance_spans or statement.cue or (trigger.span,)
                found.add(hedge, first)
                for span in rest:
                    found.mark(span)
        return found

    def _granted(self, trigger: Token, stop: Callable[[Token], bool]) -> bool:
        """True for a noun behind another that is promised or denied: "called for an inquiry into the bombing" plans no
        bombing, "plans for an attack" do (presupposition; Strawson 1950)."""
        if trigger.pos not in ("NOUN", "PROPN") or trigger.relation not in ("nmod", "obl") or stop(trigger.head):
            return False
        before = {child.lower for child in trigger.children if child.relation == "case"}
        if before & _GRANTED:
            return True
        definite = any(child.lower in _DEFINITE or child.dep == "nmod:poss" for child in trigger.children)
        above = trigger.head
        governor = self._hedges.at("governor", above.lemma.lower())
        promised = governor is not None and governor.modality not in ("actual", None)
        return bool(before & _GRANTED_OF) and definite and above.pos == "NOUN" and not promised

    def _asking(self, trigger: Token) -> Token | None:
        """The auxiliary that opens the question of whether it happened: "did they shell it?", "can anybody confirm that
        they did?". Asking why or where it happened takes it for granted."""
        sentence = self._parse.sentence_of(trigger)
        node = trigger
        while node.dep in _ASKED_OF and node.head is not node:
            node = node.head
        subject = node.child("nsubj", "nsubj:pass")
        if node.head is not node or subject is None or self._parse.tokens_of(sentence)[-1].text != "?":
            return None
        if any(token.tag in _OPEN_QUESTION for token in self._parse.tokens[sentence.first : subject.i]):
            return None
        return next((child for child in node.children if child.relation == "aux" and child.i < subject.i), None)

    def _adjacent(self, trigger: Token, found: Factuality) -> None:
        """A hedge right before the verb belongs to it wherever the parser hung it."""
        for position in range(trigger.i - 1, max(trigger.i - 4, -1), -1):
            token = self._parse.tokens[position]
            if token.sent != trigger.sent:
                return
            hedge = self._hedges.at("adverb", token.lower)
            if hedge is not None and not hedge.negative:
                found.add(hedge, token.span)
                return
            if token.pos not in ("AUX", "ADV", "PART"):
                return

    def _negated_arguments(self, trigger: Token, found: Factuality) -> None:
        for child in trigger.children:
            if child.relation not in ("nsubj", "obj", "obl"):
                continue
            for part in (child, *child.children):
                joined = part is not child and part.lower in _NEITHER and part.relation in ("cc", "advmod", "det")
                negated = part.lower in _NEGATIVE_SUBJECTS if part is child else part.relation == "det"
                if joined or (negated and (part is child or part.lower == "no")):
                    found.add(_NEGATION, part.span)
                    return

    def _inspect(self, node: Token, found: Factuality, told: bool, trigger: Token) -> None:
        perfect = any(child.dep == "aux" and child.lower in ("have", "’ve", "'ve") for child in node.children)
        conditional = any(
            child.dep == "advcl"
            and any(part.dep == "mark" and part.lower in ("if", "unless") for part in child.children)
            for child in node.children
        )
        for child in node.children:
            place = child.relation
            if place == "aux" and not (node.dep == "advcl" and _inverted(node, child)):
                hedge = self._hedges.at("auxiliary", child.lower)
                if hedge is None:
                    continue
                if hedge.modality == "hypothetical" and perfect:
                    found.set("counterfactual", child.span)
                elif conditional:
                    found.set("hypothetical", child.span)
                elif hedge.modality == "hypothetical" and told and child.lower in ("would", "'d", "’d"):
                    found.set("planned", child.span)  # the future of the past: "said it would send troops"
                else:
                    found.add(hedge, child.span)
            elif place in ("advmod", "cc") or (place == "det" and node.pos != "NOUN"):
                hedge = self._hedges.at("adverb", child.lower)
                if hedge is not None and not (hedge.negative and _focus(child)):
                    self._once(found, hedge, child.span)
            elif place in ("amod", "det", "case") and node.pos in ("NOUN", "PROPN"):
                hedge = self._hedges.at("adjective", child.lower)
                if hedge is not None:
                    self._once(found, hedge, child.span)
            elif place in _OPENING and node.dep == "advcl" and _inverted(node, child):
                found.set("counterfactual" if child.lower == "had" else "hypothetical", child.span)
            elif place == "mark":
                fixed = [part.lower for part in child.children if part.dep == "fixed"]
                hedge = self._hedges.at("mark", " ".join((child.lower, *fixed)))
                if hedge is not None:
                    found.add(hedge, child.span)
                elif child.lower == "without":
                    found.add(_NEGATION, child.span)

    @staticmethod
    def _once(found: Factuality, hedge: Hedge, span: Span) -> None:
        if span not in found.spans:
            found.add(hedge, span)

    def _climb(
        self, node: Token, found: Factuality, carrier: Token | None, stop: Callable[[Token], bool]
    ) -> Token | None:
        """Take up what the head says of ``node``; the head, if what is said of it holds for ``node`` as
        well."""
        head, relation = node.head, node.relation
        if (
            head is not node and stop(head) and relation == "xcomp" and node.tag == "VB"
        ):  # "refused to free them", a saying that is a deed
            governor = self._governor(head, node)
            if governor is not None and governor.negative:
                found.add(governor, head.span)
        if head is node or stop(head):
            return None
        infinitive = node.tag == "VB" and any(
            child.lower == "to" and child.dep in ("mark", "aux") for child in node.children
        )
        if relation == "conj":
            if node.child("nsubj", "aux") is not None and node.pos == "VERB":
                return None
            return head
        if node.dep in _GOVERNED or relation in _GOVERNED:
            governor = self._governor(head, node)
        elif relation == "advcl" and node.tag == "VBG" and _prepositional(node):
            governor = self._governor(head, node)  # "capable of fighting", "prevented from entering"
        elif relation == "advcl" and infinitive and head.pos == "VERB":
            governor = self._governor(head, node)  # "led thousands to flee", the complement taken for an adverbial
            if governor is not None and governor.modality == "actual":
                return head
            governor = None
        else:
            governor = None
        if governor is not None:
            found.add(governor, head.span)
            return head if governor.at == "governor" and relation not in ("ccomp", "advcl") else None
        if relation == "advcl":
            if infinitive:
                found.set("planned", _to(node))
            return None
        if relation == "acl":
            if infinitive and node.dep != "acl:relcl":
                found.set("planned", _to(node))
            return None
        if relation == "xcomp":
            if infinitive and head.pos == "VERB":
                found.set("possible", head.span)
            return head
        if node.pos in ("NOUN", "PROPN") and relation in ("obj", "nsubj", "obl", "nsubj:pass"):
            if head is carrier or (head.pos == "VERB" and head.lemma in self._carriers):
                return head
            return None
        return None

    def _governor(self, head: Token, node: Token) -> Hedge | None:
        lemma = head.lemma.lower()
        nominal = node.pos in ("NOUN", "PROPN")
        if head.pos == "VERB" and is_passive(head):
            hedge = self._hedges.at("passive-governor", lemma)
            if hedge is not None and not nominal:
                return hedge
        hedge = self._hedges.at("governor", lemma)
        if hedge is None:
            return None
        if nominal and (hedge.modality in ("actual", None) and not hedge.negative):
            return None
        if nominal and node.relation == "obl" and hedge.modality in ("planned", "possible"):
            # "planned on Sunday" or "called for a ceasefire": only the prepositions that governors take
            words = {child.lower for child in node.children if child.dep == "case"}
            if not words & {"for", "of", "on", "to", "against", "with"}:
                return None
        return hedge


def _outside(statement: Statement | None) -> Callable[[Token], bool]:
    """A test whether a token lies outside the statement's content: what is said there is not said of the
    event."""
    if statement is None:
        return lambda token: False
    spans = statement.content
    return lambda token: not any(token.start in span for span in spans)


def _presupposed(trigger: Token, stop: Callable[[Token], bool]) -> bool:
    """True within a finite relative clause of what is said: a denial or a plan takes it for granted ("denied that it
    shelled the camp, where twelve people died")."""
    node = trigger
    for _ in range(_STEPS):
        if node.dep == "acl:relcl":
            return node.tag != "VB" and node.child("mark") is None
        if node.head is node or stop(node.head):
            return False
        node = node.head
    return False


def _told(trigger: Token) -> bool:
    """True if a finite past verb tells the happening itself, so that an intention around it can't be about
    it."""
    if trigger.tag == "VBN" and trigger.child("nsubj") is not None and trigger.child("aux", "aux:pass") is None:
        return True  # a past tense that was tagged as a participle
    return trigger.tag == "VBD" or any(child.tag == "VBD" and child.dep == "aux:pass" for child in trigger.children)


def _inverted(node: Token, child: Token) -> bool:
    """True if the auxiliary opens a condition without "if": "had the guards not fled"."""
    subject = node.child("nsubj")
    if child.lower not in ("had", "should", "were") or subject is None or subject.i < child.i:
        return False
    return all(other.i >= child.i for other in node.children if other.relation not in ("cc", "punct"))


def _focus(negation: Token) -> bool:
    """True for "not only", which denies nothing."""
    return any(
        child.lower in ("only", "just", "merely") and child.i == negation.i + 1
        for child in (*negation.head.children, *negation.children)
    )


def _prepositional(node: Token) -> bool:
    return any(child.dep in ("mark", "case") and child.lower in _TAKEN for child in node.children)


def _to(node: Token) -> Span:
    return next(child.span for child in node.children if child.lower == "to" and child.dep in ("mark", "aux"))


_NEGATION = Hedge(id="negation", label="Negation", at="adverb", words=frozenset(), negative=True)
