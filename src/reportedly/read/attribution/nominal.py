"""Nouns and adjectives that report: "the claim that …", "its threat to …", "is confident that …"."""

from collections.abc import Iterator, Sequence

from reportedly.language import Token
from reportedly.ontology.cues import Cue
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.candidate import Candidate
from reportedly.read.attribution.content import complement
from reportedly.read.attribution.context import Context

_OPENING = {"that", "whether", "if"}
_PREDICATIVE = ("xcomp", "acl", "advcl", "conj", "parataxis", "ccomp", "root")
_LIGHT = {
    "make", "issue", "give", "raise", "express", "voice", "have", "offer", "repeat", "reiterate", "send", "deliver",
    "level", "air", "hold", "share", "harbour", "harbor", "hurl", "bring", "receive", "utter", "reaffirm", "renew",
    "cast", "drop", "lodge", "file", "withdraw", "abandon", "announce", "outline", "launch", "post", "release",
    "publish", "put", "state", "show", "see", "take", "sound", "face",
}  # fmt: skip
_PASSING_ON = {
    "hear",
    "read",
    "deny",
    "reject",
    "believe",
    "know",
    "confirm",
    "dismiss",
    "spread",
    "write",
    "tell",
    "say",
}
_TOLD = {"speech", "accusation", "denial"}
_HELD = {"prediction", "belief", "doubt", "intention", "request"}


class Nominals:
    """Finds the attributions whose cue is a noun or an adjective."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def nouns(self, noun: Token) -> Iterator[Candidate]:
        for entry in self.context.cues.of(noun.lemma, "NOUN"):
            if entry.tail:
                continue
            content = self._noun_content(noun, entry)
            light = _light_verb(noun)
            if content is None and light is not None:
                content = self._noun_content(noun, entry, light)
            if content is None:
                content = _clause_behind(noun, entry)
            if content is None:
                continue
            rule, tokens = content
            speaker = _possessor(noun)
            if speaker is None:
                speaker = next((child for child in noun.children if _preposition(child) in ("by", "from")), None)
                if speaker is not None and speaker in tokens:
                    speaker = None
            cue = [noun]
            if speaker is None and (told := _told_by(noun)) is not None:
                verb, speaker = told
                cue = [noun, verb]
                own = {token.i for token in verb.subtree()}
                tokens = [token for token in tokens if token.i not in own]
            if speaker is None and light is not None and (doer := _doer(light)) is not None and doer not in tokens:
                speaker, cue, rule = doer, [*grammar.verb_group(light), noun], f"light-verb-{rule}"
            if speaker is None and entry.act not in _TOLD and not (entry.act in _HELD and _voiced(noun, rule, tokens)):
                continue
            source = (
                [] if speaker is None else [t for t in grammar.phrase(speaker) if t.lower not in ("'s", "’s", "'", "’")]
            )
            governor = next((t for t in noun.ancestors() if t.pos == "VERB"), None)
            beyond = (
                grammar.joined_above(tokens, grammar.tense(governor), self.context.says)
                if governor is not None
                else set()
            )
            tokens = grammar.trimmed([token for token in tokens if token.i not in beyond])
            source = [token for token in source if token not in cue]
            spans = self.context.tidy(grammar.spans(t for t in tokens if t not in source and t not in cue))
            if spans:
                negation = grammar.negation(noun) or (grammar.negation(light) if light else None)
                yield Candidate(
                    rule=rule, cue=sorted(cue, key=lambda token: token.i), source=source, speaker=speaker,
                    content=spans, entry=entry, negation=negation,
                )  # fmt: skip
            return

    def _noun_content(self, noun: Token, entry: Cue, above: Token | None = None) -> tuple[str, list[Token]] | None:
        for child in (above or noun).children:
            if child.i <= noun.i:
                continue
            if child.relation == "nmod" and _preposition(child) in ("by", "from") and "i" in entry.frames:
                told = next((c for c in child.all("acl") if any(m.lower == "to" for m in c.all("mark"))), None)
                if told is not None:
                    return "noun-infinitive", grammar.trimmed(told.subtree())
            if child.relation in ("acl", "ccomp", "appos", "advcl") and child.dep != "acl:relcl":
                marker = child.child("mark")
                if marker is not None and marker.lower == "that" and "c" in entry.frames:
                    return "noun-clause", grammar.trimmed(child.subtree())
                if marker is not None and marker.lower == "to" and "i" in entry.frames:
                    return "noun-infinitive", grammar.trimmed(child.subtree())
            if "c" in entry.frames and entry.act != "question":
                hosts = [child, *(child.all("acl") if _preposition(child) in ("by", "from") else ())]
                clause = next((host for host in hosts if host.relation == "acl" and _told_in(host)), None)
                if clause is not None:
                    return "noun-clause", grammar.trimmed(clause.subtree())
            if (
                child.relation in ("nmod", "obl")
                and _preposition(child) == "of"
                and self._speaks(child)
                and entry.act in _TOLD
            ):
                return None  # "the report of the commission": who tells, not what
            if child.relation in ("nmod", "obl") and entry.act == "attitude" and not self.context.is_stood_for(child):
                continue
            if child.relation in ("nmod", "obl") and _preposition(child) in entry.prepositions:
                preposition = next(mark for mark in child.children if mark.relation == "case")
                return "noun-prepositional", [t for t in grammar.trimmed(child.subtree()) if t is not preposition]
        return self._predicated(noun, entry)

    def _speaks(self, noun: Token) -> bool:
        words = self.context.speakers
        return noun.name in ("PER", "ORG") or bool(
            {noun.lower, noun.lemma.lower()} & (words.person | words.organisation)
        )

    def _predicated(self, noun: Token, entry: Cue) -> tuple[str, list[Token]] | None:
        """ "Their fear is that …", "the question is whether …"."""
        clause = noun.head
        if noun.relation != "nsubj" or "c" not in entry.frames or clause.i < noun.i:
            return None
        copula = next((c for c in clause.children if c.relation == "cop" and c.lemma == "be" and c.i > noun.i), None)
        marker = next((c for c in clause.children if c.relation == "mark" and c.lower in _OPENING), None)
        if copula is None or marker is None or not 0 < marker.i - copula.i <= 2:
            return None
        content = [token for token in clause.subtree() if token.i >= marker.i]
        return "noun-predicate", grammar.trimmed(content)

    def adjectives(self, adjective: Token) -> Iterator[Candidate]:
        """ "is confident that …", "remain hopeful that …", "residents, worried that …"."""
        copula = adjective.child("cop") or adjective.child("aux:pass")
        form = adjective.lemma if adjective.pos == "ADJ" else adjective.lower
        for entry in self.context.cues.of(form, "ADJ"):
            if entry.tail or (copula is None and adjective.relation not in _PREDICATIVE):
                continue
            target = adjective.child("obl")
            if entry.act == "attitude" and target is not None and not self.context.is_stood_for(target):
                continue  # "nations opposed to the government": a side is taken, nothing is said
            found = complement(adjective, entry)
            speaker = adjective.child("nsubj:pass") or grammar.subject(adjective)
            if speaker is None and adjective.relation == "acl":
                speaker = adjective.head
            if found is None or found[0] in ("parenthesis", "as-clause", "passive") or speaker is None:
                continue
            if speaker.dep == "expl" or speaker.lower in ("it", "there", "this", "that", "which"):
                continue
            linking = adjective.head if adjective.relation == "xcomp" and adjective.head.pos == "VERB" else None
            group = [adjective, *adjective.all("aux", "aux:pass", "cop"), *found[2]]
            negation = grammar.negation(adjective)
            if linking is not None:
                group += grammar.verb_group(linking)
                negation = negation or grammar.negation(linking)
            if negation is not None:
                group.append(negation)
            cue = grammar.contiguous(adjective, {*group})
            source = [t for t in grammar.phrase(speaker, without=[adjective]) if t not in cue]
            content = self.context.tidy(grammar.spans(t for t in found[1] if t not in cue and t not in source))
            if content:
                yield Candidate(
                    rule=f"adjective-{found[0]}", cue=cue, source=source, speaker=speaker, content=content, entry=entry,
                    negation=negation,
                )  # fmt: skip
            return


def _clause_behind(noun: Token, entry: Cue) -> tuple[str, list[Token]] | None:
    """ "Confirmed the mayor's account that …": the clause that touches the noun tells it, whatever it hangs on."""
    verb = noun.head
    if noun.relation != "obj" or verb.pos != "VERB" or "c" not in entry.frames or entry.act == "question":
        return None
    last = noun.subtree()[-1].i
    for child in verb.children:
        marker = child.child("mark")
        if child.dep == "ccomp" and marker is not None and marker.lower == "that" and marker.i == last + 1:
            return "noun-clause", grammar.trimmed(child.subtree())
    return None


def _possessor(noun: Token) -> Token | None:
    """Whose words they are: "the mayor's claim", "Russian claims"."""
    owner = noun.child("nmod:poss")
    if owner is not None:
        return owner
    return next((t for t in noun.children if t.relation in ("amod", "compound") and t.name and t.i < noun.i), None)


def _told_in(clause: Token) -> bool:
    """True if the clause after "that" is told, and no relative clause: it lacks nothing the pronoun could stand for."""
    that = next((child for child in clause.children if child.lower == "that" and child.tag in ("IN", "WDT")), None)
    if that is None or that.i != min(token.i for token in clause.subtree()):
        return False
    subject = any(child.relation in ("nsubj", "csubj", "expl") and child is not that for child in clause.children)
    return that.relation == "mark" or (subject and clause.lemma not in _LIGHT | _PASSING_ON)


def _told_by(noun: Token) -> tuple[Token, Token] | None:
    """The participle and the noun of "a rumour put about by chandlers", "claims made by a survivor"."""
    for child in noun.children:
        if child.relation == "acl" and child.tag == "VBN" and (by := grammar.agent(child)) is not None:
            return child, by
    return None


def _light_verb(noun: Token) -> Token | None:
    """The verb that only carries the noun: "raised concerns", "issued a warning", "made no mention"."""
    verb = noun.head
    if noun.relation == "obj" and verb.pos == "VERB" and verb.lemma in _LIGHT and verb.i < noun.i:
        return verb
    return None


def _doer(verb: Token) -> Token | None:
    speaker = grammar.agent(verb) if grammar.is_passive(verb) else grammar.subject(verb)
    if speaker is None or speaker.dep == "expl" or speaker.lower in {"it", "there", "this", "that", "what"}:
        return None
    return speaker


def _voiced(noun: Token, rule: str, tokens: Sequence[Token]) -> bool:
    """True if somebody must hold what the noun tells: "fears that …", "calls for …"; not "fear of heights".

    Where the noun is the object of a verb with a subject, that one has it: "rejected the idea that …".
    """
    if noun.relation == "obj" and noun.head.pos == "VERB" and noun.head.child("nsubj") is not None:
        return False
    if rule != "noun-prepositional":
        return True
    return any(_preposition(token) in ("about", "for", "over") for token in tokens if token.head is noun)


def _preposition(token: Token) -> str:
    """The preposition of a nominal; see ``clause.preposition``."""
    return grammar.preposition(token) if token.relation in ("nmod", "obl") else ""
