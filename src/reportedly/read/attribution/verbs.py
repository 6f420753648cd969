"""Verbs of saying, thinking and intending: cue, source and content by grammar, by commas, by quotation marks."""

from collections.abc import Iterator

from reportedly.language import Token
from reportedly.model import Span
from reportedly.ontology.cues import Cue
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.beside import add_quotations
from reportedly.read.attribution.candidate import Candidate
from reportedly.read.attribution.content import complement, so_said
from reportedly.read.attribution.context import Context
from reportedly.read.attribution.group import (
    REFUSING,
    asks_for_anonymity,
    in_neither,
    neither,
    nobody,
    opens_with_as,
    tail_of,
    with_matrix,
)
from reportedly.read.attribution.inserted import inserted, inverted, quoted_behind, speaks

_CONDITIONAL = {"if", "unless", "until", "once"}
_CITING = {"cite", "quote"}
_TOLD = {
    "it", "this", "that", "account", "claim", "version", "story", "statement", "view", "opinion", "concern", "figure",
    "estimate", "assessment", "report", "accusation", "allegation", "denial", "warning", "demand", "assurance",
    "explanation", "toll", "remark", "comment", "decision", "position", "belief", "fear", "doubt", "promise",
    "question", "critic", "criticism", "request", "charge", "letter",
}  # fmt: skip
_ATTACHED = 6  # tokens: a longer stretch behind the cited is a clause of its own


class Verbs:
    """Finds the attributions whose cue is a verb."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def candidates(self, verb: Token) -> Iterator[Candidate]:
        for entry in self.context.cues.of(verb.lemma, "VERB"):
            tail = tail_of(verb, entry)
            if tail is None:
                continue
            candidate = self._with_entry(verb, entry, tail)
            if candidate is not None:
                if (first := neither(verb)) is not None:
                    between = self.context.parse.tokens[first[0].i : candidate.cue[-1].i]
                    candidate.cue = [*between, candidate.cue[-1]]
                    candidate.stance, candidate.negation = "declines", first[0]
                yield candidate
                return

    def _with_entry(self, verb: Token, entry: Cue, tail: list[Token]) -> Candidate | None:
        if in_neither(verb):
            return None  # told with the second of the two cues
        if verb.lower == "according" or (verb.relation in ("amod", "compound") and not verb.children):
            return None
        speaker = grammar.subject(verb)
        passive = grammar.is_passive(verb)
        if passive:
            speaker = grammar.agent(verb)
        if speaker is not None and speaker.lower in ("it", "there") and speaker.dep == "expl":
            speaker = None
        if speaker is None and verb.relation == "xcomp" and verb.head.lower in ("able", "unable"):
            speaker = verb.head.child("expl")  # "It has been unable to verify": a body, no dummy subject
        if speaker is None and so_said(verb) is not None:
            speaker = verb.child("obj")
        group = grammar.verb_group(verb)
        group, matrix = with_matrix(verb, group)
        found = complement(verb, entry)
        source_given: list[Token] = []
        cited = entry.lemma in _CITING and self._citing(verb, entry, group)
        if cited:
            return cited
        if passive and entry.lemma in _CITING and any(opens_with_as(child) for child in verb.children):
            return None  # "is quoted as having said": the cue of what is said
        if "q" in entry.frames and speaker is None and not passive:
            who = self._after_quotation(group)
            if who:
                speaker = next((t for t in who if t.pos in ("PROPN", "NOUN", "PRON")), who[0])
                source_given = who
        if "q" in entry.frames:
            # the commas are stronger evidence than a subject that the parser found beyond them
            set_apart = inserted(verb, group, self.context) or inverted(verb, group, entry, self.context)
            if set_apart is not None and (
                speaker is None
                or found is None
                or found[0] == "parenthesis"
                or speaker not in set_apart[0]
                or any(token in set_apart[0] for token in found[1])
            ):
                who, rest = set_apart
                speaker = next((t for t in who if t.head not in who or t.head is t), who[-1])
                found = ("bracketed", grammar.trimmed(rest), [])
                candidate = Candidate(rule="bracketed", cue=group, source=who, speaker=speaker, content=(), entry=entry)
                candidate.content = self.context.bare(grammar.spans(found[1]))
                return candidate if candidate.content else None
        having = any(child.lower == "having" for child in verb.all("aux"))
        quoted = (verb.tag == "VBG" or having) and self._quoted_as_saying(verb)
        if quoted:
            speaker, extra = quoted
            group = sorted({*group, *extra}, key=lambda token: token.i)
            if verb.child("ccomp") is None:
                found = quoted_behind(verb.head, speaker, self.context) or found
        addressee = verb.child("obj", "iobj") if "a" in entry.frames else None
        if addressee is not None and addressee.tag == "DT" and addressee.lower in ("this", "that"):
            addressee = None  # "I have told this to four organisations"
        if found and found[0] == "object" and (addressee is not None or not self._tells(verb, entry)):
            found = None
        cue = sorted({*group, *tail, *(found[2] if found else ())}, key=lambda token: token.i)
        source = grammar.phrase(speaker, without=[verb, verb.head]) if speaker is not None else []
        phrase = grammar.unquoted(source_given or source)
        source = self._before_quotation(phrase, speaker)
        if speaker is not None and verb in speaker.subtree():
            source = [token for token in source if token.i < verb.i or token.i > max(t.i for t in verb.subtree())]
            source = [token for token in source if token not in cue]
            source = grammar.trimmed(grammar.contiguous(speaker, source, 1)) if speaker in source else []
        source = _with_name(source, speaker)
        candidate = Candidate(
            rule=found[0] if found else "", cue=cue, source=source, speaker=speaker, content=(), entry=entry,
            negation=grammar.negation(verb) or (grammar.negation(matrix) if matrix else None),
        )  # fmt: skip
        beside = {*cue, *source, *(phrase if len(phrase) > len(source) else ())}
        content = [] if found is None else [token for token in found[1] if token not in beside]
        content = self._without_further_reports(content, verb)
        candidate.content = grammar.spans(grammar.trimmed(content))
        if "q" in entry.frames:
            add_quotations(candidate, verb, self.context)
        candidate.content = self.context.tidy(candidate.content)
        if not candidate.content:
            return self._without_content(candidate, matrix)
        if matrix is not None and matrix.lemma in REFUSING:
            candidate.negation = candidate.negation or matrix
        return candidate if self._plausible(candidate, verb, passive) else None

    def _tells(self, verb: Token, entry: Cue) -> bool:
        """True if the object is something told, where the cue takes others too.

        One publishes a report, but also a map; one supports a plan, but also an army; what is shared may be a view.
        """
        target = verb.child("obj")
        if target is None or entry.act not in ("speech", "writing", "attitude", "restricted"):
            return True
        lemma = target.lemma.lower()
        if entry.act == "speech":  # "the ward admitted 26 patients": persons counted are not told
            persons = lemma in self.context.speakers.person or target.lower in self.context.speakers.people
            return not persons or "c" not in entry.frames or target.child("nummod") is None
        if entry.act == "writing":
            return lemma in self.context.documents
        if entry.act == "restricted":
            return lemma in _TOLD
        return self.context.is_stood_for(target)

    def _without_further_reports(self, content: list[Token], verb: Token) -> list[Token]:
        """ "X reported that …, and Y said that …", "X says he is fed and asks …": the second is beside the first.

        A further verb without a subject of its own goes with the first where it has its tense (``joined_above``); it
        stands behind the first, so nothing of a content before the cue does.
        """
        inside = {token.i for token in content}
        behind = [token for token in content if token.i > verb.i]
        cut = grammar.joined_above(behind, grammar.tense(verb), self.context.says)
        for token in content:
            if token.relation != "conj" or token.pos != "VERB" or token.head.i not in inside:
                continue
            if token.child("nsubj", "nsubj:pass") is not None:
                speech = any(
                    "q" in entry.frames and entry.act in ("speech", "writing")
                    for entry in self.context.cues.of(token.lemma, "VERB")
                )
                first = min(t.i for t in token.subtree())
                comma = any(self.context.parse.tokens[i].text == "," for i in range(max(first - 2, 0), first + 1))
                if speech and comma:
                    cut |= {t.i for t in token.subtree()}
        return [token for token in content if token.i not in cut]

    def _before_quotation(self, source: list[Token], speaker: Token | None) -> list[Token]:
        """A phrase of the speaker ends where a quotation of speech begins: 'said Karas, who fell there, "until …"'."""
        if speaker is None or self.context.quotations.at(speaker.start) is not None:
            return source
        for at, token in enumerate(source):
            index = self.context.quotations.at(token.start)
            if token.i > speaker.i and index is not None and self.context.quotations.quotes[index].kind == "speech":
                return grammar.trimmed(source[:at])
        return source

    def _after_quotation(self, group: list[Token]) -> list[Token]:
        """The source in "…," X, a nurse, told Y: all between quotation and verb, whatever the parse."""
        before = self.context.quotations.before(group[0].start)
        if before is None:
            return []
        start = self.context.quotations.quotes[before].end
        between = self.context.parse.text[start : group[0].start]
        if len(between) > 200 or "\n" in between or any(mark in between for mark in ".!?;:"):
            return []
        who = grammar.trimmed(self.context.parse.tokens_in(Span(start, group[0].start))) if between.strip() else []
        if not who or who[0].pos not in ("PROPN", "NOUN", "PRON", "DET", "ADJ"):
            return []
        return [] if any(t.tag in ("VBD", "VBZ", "VBP", "MD", "CC") for t in who) else who

    def _plausible(self, candidate: Candidate, verb: Token, passive: bool) -> bool:
        entry = candidate.entry
        assert entry is not None
        if candidate.speaker is None:
            if any(child.relation == "mark" and child.lower in _CONDITIONAL for child in verb.children):
                return False  # "if the loss is confirmed": nobody is said to have said it
            if passive:
                return bool(candidate.content)
            # an imperative, a participle or an infinitive with nobody to say it
            if verb.tag in ("VB", "VBG", "VBN") and not candidate.quoted:
                return False
            return candidate.rule in ("clause-before-cue", "parenthesis", "clause-after-cue") or bool(candidate.quoted)
        if asks_for_anonymity(verb):
            return False
        no_one = nobody(candidate.speaker)
        if no_one is not None:
            candidate.negation = candidate.negation or no_one  # "none of them would say", "few expect"
            if entry.act in ("intention", "judgement", "request"):
                return False
        unknowing = entry.lemma == "know" and candidate.negation is not None
        if unknowing and candidate.speaker.lower in ("i", "we") and self.context.quotations.at(verb.start) is not None:
            return False  # "We did not know who it was": part of what is quoted, no further voice
        own_voice = candidate.speaker.lower in ("i", "we") and self.context.quotations.at(verb.start) is None
        if own_voice and entry.act in ("intention", "request"):
            return False  # "we asked to see the logbook": what the document's author did
        if candidate.speaker.lower in ("what", "that", "this", "it") and entry.act in ("showing", "speech"):
            relative = candidate.speaker.tag == "WDT" and verb.dep == "acl:relcl"  # "the group that says it did"
            return candidate.speaker.lower == "it" or relative
        return True

    def _without_content(self, candidate: Candidate, matrix: Token | None) -> Candidate | None:
        """A refusal is a statement even where the text does not say about what: "declined to comment"."""
        verb = candidate.cue[-1]
        if candidate.speaker is None or candidate.entry is None:
            return None
        shared = self._shared(verb)
        if shared:
            candidate.content, candidate.rule = shared, "shared-content"
            return candidate
        if matrix is not None and matrix.lemma in REFUSING and candidate.entry.act in ("speech", "confirmation"):
            infinitive = [token for token in verb.subtree() if token.i >= verb.i - 1]
            candidate.cue = [token for token in candidate.cue if token.i <= matrix.i]
            candidate.content = self.context.tidy(grammar.spans(grammar.trimmed(infinitive)))
            candidate.negation = candidate.negation or matrix
            candidate.rule = "refusal"
            return candidate if candidate.content and candidate.cue else None
        return None

    def _shared(self, verb: Token) -> tuple[Span, ...]:
        """ "Confirmed and later denied that …": the content stands once, behind the last of the cues."""
        other = verb.child("conj")
        if other is None or not 1 < other.i - verb.i <= 5 or grammar.negation(verb) is not None:
            return ()
        if any(child.i > verb.i for child in verb.children if child.relation in ("obj", "ccomp", "xcomp", "punct")):
            return ()
        for entry in self.context.cues.of(other.lemma, "VERB"):
            found = complement(other, entry)
            if found is not None and found[0] not in ("parenthesis", "as-clause"):
                return self.context.tidy(grammar.spans(found[1]))
        return ()

    def _citing(self, verb: Token, entry: Cue, group: list[Token]) -> Candidate | None:
        """ "X reported …, citing Y": Y tells what X passes on, so the content is X's."""
        target = verb.child("obj", "iobj")
        beside = verb.tag == "VBG" and verb.relation in ("advcl", "acl", "conj", "xcomp", "parataxis", "ccomp")
        relative = verb.dep == "acl:relcl" and (who := verb.child("nsubj")) is not None and who.tag in ("WDT", "WP")
        if target is None or target.i < verb.i or not (beside or relative) or not speaks(target, self.context.speakers):
            return None  # "citing the risk": a reason, no voice
        source = grammar.phrase(target)
        source += self._up_to_comma(source[-1])
        return Candidate(
            rule="citing", cue=group, source=source, speaker=target, content=(), entry=self.context.say, shares=True
        )

    def _up_to_comma(self, last: Token) -> list[Token]:
        """ "Citing sources described by it as reliable.": what no comma parts from the cited is said of them."""
        found: list[Token] = []
        for token in self.context.parse.tokens[last.i + 1 : self.context.parse.sentence_of(last).last]:
            if token.pos == "PUNCT":
                break
            found.append(token)
        attached = found and found[0].pos in ("ADP", "SCONJ") and len(found) <= _ATTACHED
        return found if attached and not any(t.pos in ("VERB", "AUX") for t in found) else []

    def _quoted_as_saying(self, verb: Token) -> tuple[Token, list[Token]] | None:
        """ "X was quoted (by Y) as saying", "Y quoted X as saying": the speaker is X."""
        marker = next((child for child in verb.children if child.lower == "as" and child.i < verb.i), None)
        head = verb.head
        if marker is None or head.lemma not in ("quote", "cite", "report"):
            return None
        if grammar.is_passive(head) or head.tag == "VBN":
            speaker = head.child("nsubj:pass", "nsubj") or grammar.subject(head)
            return (speaker, [*grammar.verb_group(head), marker]) if speaker is not None else None
        speaker = head.child("obj", "iobj")
        return (speaker, [marker]) if speaker is not None else None


def _with_name(source: list[Token], speaker: Token | None) -> list[Token]:
    """``source`` with the name right behind a role that the parser made a second subject: "So says the baker Armand
    Kouadio"."""
    if speaker is None or speaker.pos != "NOUN" or any(token.i == speaker.i + 1 for token in source):
        return source
    name = next((t for t in speaker.head.children if t.i == speaker.i + 1), None)
    if name is None or name.name != "PER" or name.relation not in ("nsubj", "appos", "obj", "flat", "vocative"):
        return source
    words = grammar.contiguous(name, [t for t in name.subtree() if t.pos == "PROPN"], 1)
    return [*(token for token in source if token.i <= speaker.i), *words]
