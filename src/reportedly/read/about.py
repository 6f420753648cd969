"""Statements that tell no event but are about what others tell: "could not verify the claim", "denied the reports",
"declined to comment on the strike".

Conservative: such words are led back to what was told shortly before, in the same block or the one before it, by
somebody else. Where that is not plain they are about nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportedly.language import Parse, Token
from reportedly.model import Claim, Event, Span, Stance, Statement
from reportedly.ontology import EventType, Ontology
from reportedly.read.attribution.clause import negation
from reportedly.read.attribution.stance import FALSE
from reportedly.read.events.lexicon import lexicon
from reportedly.read.topics import REFERRING, Topic, called, taken, topic
from reportedly.read.topics import top as top_of

_ABOUT: frozenset[Stance] = frozenset({"denies", "doubts", "cannot-verify", "declines", "corroborates"})
_TOLD = frozenset({"actual", "hedged", "possible"})
_TELLS: frozenset[Stance] = frozenset({"affirms", "corroborates"})
_TAKING_UP = frozenset({"the", "this", "that", "these", "those", "such", "neither", "either", "both"})
_ANYBODYS = frozenset({"its", "their", "his", "her"})
_SAYING = frozenset({"speech", "accusation"})
_ARGUMENTS = frozenset({"obj", "obl", "nsubj", "nmod"})
_BACKGROUND = frozenset({"advcl", "acl", "acl:relcl"})
_OPEN = frozenset({"unconfirmed", "unverified", "unproven", "uncorroborated"})
_AT_LARGE = "other-violence"
_BACK = 3
"""Sentences that what is answered may lie behind."""


class About(NamedTuple):
    """A statement, the words that take up what it is about, and the claims that it answers. ``denied``: it says that
    nothing of them happened, whatever its stance. ``part``: only that the speaker did it."""

    statement: Statement
    words: Span
    denied: bool
    claims: tuple[Claim, ...]
    part: bool = False


class Abouts:
    """Finds the statements of one document that are about other tellings. ``claims`` are those of the tellings."""

    def __init__(
        self,
        parse: Parse,
        statements: Sequence[Statement],
        events: Sequence[Event],
        claims: Sequence[Claim],
        ontology: Ontology,
    ) -> None:
        self._parse = parse
        self._ontology = ontology
        self._nouns = lexicon(ontology).nouns
        self._statements = statements
        self._by_id = {statement.id: statement for statement in statements}
        self._events = {event.id: event for event in events}
        self._innermost: defaultdict[str, list[Claim]] = defaultdict(list)
        self._by_sentence: defaultdict[int, list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.chain:
                self._innermost[claim.chain[0]].append(claim)
            token = parse.token_at(claim.trigger.start)
            if token is not None and claim.polarity == "positive" and claim.modality in _TOLD:
                self._by_sentence[token.sent].append(claim)

    def restated(self, claim: Claim) -> Claim:
        """``claim`` with the stance of those who are said to answer it, where nobody is said to tell it: "denied
        reports that the town fell" has no other teller."""
        if claim.polarity == "positive" and (stance := self._judged(claim)) is not None:
            return self._with_stance(claim, stance)
        if len(claim.chain) < 2 or claim.polarity == "negative":
            return claim
        inner, outer = (self._by_id[name] for name in claim.chain[:2])
        if inner.source is not None or outer.stance not in _ABOUT or self._reported(outer, inner) is None:
            return claim
        return self._with_stance(claim, outer.stance)

    def _with_stance(self, claim: Claim, stance: Stance) -> Claim:
        return Claim(
            id=claim.id, event=claim.event, chain=claim.chain, stance=stance, polarity=claim.polarity,
            modality=claim.modality, trigger=claim.trigger, part=claim.part,
        )  # fmt: skip

    def _judged(self, claim: Claim) -> Stance | None:
        """The stance of a report that says itself that what is told is not so, or not known to be: "What was published
        about a raid is untrue", "reports of a raid are false", "the reported raid remains unconfirmed"."""
        token = self._parse.token_at(claim.trigger.start)
        if token is None or any(self._by_id[name].source is not None for name in claim.chain):
            return None
        for above in (token, *token.ancestors()):
            verb = above.head
            if above.relation not in ("nsubj", "csubj"):
                continue
            predicate = (
                verb if verb.child("cop") is not None else verb.child("xcomp") if verb.lemma == "remain" else None
            )
            if predicate is None or negation(predicate) is not None:
                continue
            reported = above.lower == "what" or self._is_report(above)
            if reported and predicate.lower in FALSE:
                return "denies"
            if (reported or above is token) and predicate.lower in _OPEN:
                return "cannot-verify"
        return None

    def found(self) -> Iterator[About]:
        """The statements about other tellings, in the order of the statements."""
        for statement in self._statements:
            told = self._innermost[statement.id]
            if not all(claim.part for claim in told) or self._said_within(statement):
                continue
            found = topic(statement, self._parse, self._takes_up)
            if found is None:
                continue
            if statement.stance == "affirms" and not found.denied and not found.part:
                yield from self._vouched(statement, found)
            if statement.stance not in _ABOUT and not found.denied and not found.part:
                continue
            claims = self._carried(statement)
            if claims is None:
                claims = self._answered(statement, found)
            if claims and not any(claim.event == other.event for claim in claims for other in told):
                yield About(statement, found.word.span, found.denied, tuple(claims), found.part)

    def _vouched(self, statement: Statement, found: Topic) -> Iterator[About]:
        """What the document has told in its own voice before it says whom it has it from: "That is what a nurse told
        us", "The information comes from the prefect", "This was stated by the police"."""
        head = found.word
        if not (head.lower in REFERRING or statement.rule == "comes-from"):
            return
        block = self._parse.sentences[head.sent].block
        told = [
            claim
            for number in range(head.sent - 1, max(head.sent - _BACK, 0) - 1, -1)
            if self._parse.sentences[number].block == block
            for claim in self._by_sentence[number]
            if not claim.chain and _affirmed(claim)
        ]
        if told:
            yield About(statement, head.span, denied=False, claims=tuple(told))

    def _takes_up(self, noun: Token) -> bool:
        return self._is_report(noun) or bool(self._types(noun))

    def _carried(self, statement: Statement) -> list[Claim] | None:
        """The claims of others that the statement itself words: "denied the rebels' claim that the town fell";
        ``None`` where it words none."""
        for inner in self._statements:
            if inner.within == statement.id and self._innermost[inner.id]:
                if inner.source in (None, statement.source) or self._reported(statement, inner) is None:
                    return []
                return [claim for claim in self._innermost[inner.id] if _affirmed(claim)]
        return None

    def _reported(self, outer: Statement, inner: Statement) -> Token | None:
        """The noun that makes the inner statement, where it is what the outer one is about."""
        top = top_of(outer, self._parse)
        if top is None or top.relation not in _ARGUMENTS:  # "reports that" may be tagged as a verb
            return None
        return top if any(top.start in span for span in inner.cue) else None

    def _said_within(self, statement: Statement) -> bool:
        """True for "it said it could not verify the claim", where the speaker's inner words are a statement already."""
        return any(
            inner.within == statement.id and inner.source == statement.source and inner.stance in _ABOUT
            for inner in self._statements
        )

    def _answered(self, statement: Statement, found: Topic) -> list[Claim]:
        head = found.word
        if head.lower in REFERRING or found.whole or found.part:
            return self._nearest(statement, head, frozenset(), spoken=False, by=None)
        if taken(head):
            return self._nearest(statement, head, frozenset(), spoken=True, by=None)
        if self._is_report(head):
            return self._report(statement, head)
        types = self._types(head)
        if found.denied:
            return self._nearest(statement, head, types, spoken=False, by=None)
        plain = all(child.relation in ("det", "compound", "case", "punct", "amod") for child in head.children)
        if types and plain and any(child.lower in _TAKING_UP for child in head.children):
            return self._nearest(statement, head, types, spoken=False, by=None)
        return []

    def _is_report(self, noun: Token) -> bool:
        return noun.pos == "NOUN" and any(
            cue.stance == "affirms" and cue.act in _SAYING and "c" in cue.frames
            for cue in self._ontology.cues.of(noun.lemma, "NOUN")
        )

    def _report(self, statement: Statement, noun: Token) -> list[Claim]:
        """What "the claim", "reports of a massacre" or "the rebels' account" takes up."""
        types: frozenset[str] = frozenset()
        by: str | None = None
        taken = noun.tag == "NNS"
        for child in noun.children:
            if child.lower in _TAKING_UP | _ANYBODYS:
                taken = True
            elif child.relation == "nmod" and child.dep == "nmod:poss":
                by, taken = child.lower, True
            elif child.relation == "nmod" and child.child("case") is not None and _of(child):
                types = self._types(child)
                if not types:
                    return []
            elif child.dep.startswith("acl") and statement.rule == "relative-object":
                taken = True  # "a claim that the army rejected"
            elif child.dep == "acl" and child.tag == "VBN" and not _clause(child):
                continue  # "the claim, made in an audio message"
            elif child.relation not in ("det", "amod", "case", "punct", "compound") and not called(child):
                return []
        return self._nearest(statement, noun, types, spoken=True, by=by) if taken else []

    def _types(self, noun: Token) -> frozenset[str]:
        """The types that the noun may name an event of; empty for a noun that names none."""
        before = tuple(child.lower for child in noun.children if child.relation == "compound")
        patterns = self._nouns.get(noun.lower, ())
        return frozenset(pattern.frame.type for pattern in patterns if pattern.words in ((), before))

    def _nearest(
        self, statement: Statement, head: Token, types: frozenset[str], *, spoken: bool, by: str | None
    ) -> list[Claim]:
        """What the nearest words before ``head`` that tell an event of ``types`` tell; of any, where it is empty.

        Empty where they are the speaker's own, where ``spoken`` asks for somebody who tells and nobody does, and where
        nobody called ``by`` tells them.
        """
        block = self._parse.sentences[head.sent].block
        start = min(head.start, *(span.start for span in statement.cue))
        back = 0 if head.lower == "which" else _BACK
        for number in range(head.sent, max(head.sent - back, 0) - 1, -1):
            sentence = self._parse.sentences[number]
            if block - sentence.block > 1 or self._parse.blocks[sentence.block].kind in ("headline", "heading"):
                return []
            told = [
                claim
                for claim in self._by_sentence[number]
                if claim.trigger.start < start and self._may_be(claim, types)
            ]
            if told:
                return self._main(statement, told, spoken=spoken, by=by)
        return []

    def _may_be(self, claim: Claim, types: frozenset[str]) -> bool:
        """True if a noun of ``types`` may name the event of ``claim``: "the attack" any violence, "the torture" torture
        alone."""
        event = self._events[claim.event]
        if not types or event.type in types:
            return True
        families = {
            self._ontology.events[name].family for name in types if not _particular(self._ontology.events[name])
        }
        groups = {group for family in families for group in self._ontology.kin.of(family)}
        return not groups.isdisjoint(self._ontology.kin.of(event.family))

    def _main(self, statement: Statement, told: list[Claim], *, spoken: bool, by: str | None) -> list[Claim]:
        """The claims of the last teller among ``told``, without what only stands in the background."""
        last = max(told, key=lambda claim: (bool(claim.chain), claim.trigger))
        told = [claim for claim in told if claim.chain == last.chain and _affirmed(claim)]
        teller = self._by_id[last.chain[0]] if last.chain else None
        if teller is None and (spoken or by is not None):
            return []
        if teller is not None and teller.source is not None and teller.source == statement.source:
            return []
        if by is not None and (teller is None or not self._names(teller, by)):
            return []
        main = [claim for claim in told if not self._background(claim)]
        return main or told[:1]

    def _names(self, teller: Statement, word: str) -> bool:
        return any(word in span.of(self._parse.text).lower() for span in teller.source_spans)

    def _background(self, claim: Claim) -> bool:
        token = self._parse.token_at(claim.trigger.start)
        content = self._by_id[claim.chain[0]].content if claim.chain else ()
        while token is not None and token.head is not token:
            if content and not any(token.start in span for span in content):
                return False
            if token.dep in _BACKGROUND:
                return True
            token = token.head
        return False


def _affirmed(claim: Claim) -> bool:
    return claim.stance in _TELLS and claim.polarity == "positive" and claim.modality in _TOLD


def _clause(verb: Token) -> bool:
    """True for what a noun words itself: "claims that the post had been warned"."""
    return bool(verb.all("mark")) or any(child.relation in ("nsubj", "csubj") for child in verb.children)


def _particular(event_type: EventType) -> bool:
    """True for a kind of violence that is no other's kin, but for attacks at large."""
    return event_type.family == _AT_LARGE and event_type.id not in (_AT_LARGE, "attack")


def _of(noun: Token) -> bool:
    return any(child.relation == "case" and child.lower in ("of", "about") for child in noun.children)
