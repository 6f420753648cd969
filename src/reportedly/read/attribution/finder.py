"""Candidates: every cue of a document with its source and content, one rule a form."""

import re
from collections.abc import Collection, Iterator

from reportedly.language import Parse, Token
from reportedly.model import Span, merged
from reportedly.ontology.cues import Cue, Cues
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.candidate import Candidate
from reportedly.read.attribution.content import complement
from reportedly.read.attribution.direct import Quotations, without_marks

_FIRST_PERSON = {"i", "we"}
_MATRIX_OF_REFUSAL = {
    "refuse",
    "decline",
    "fail",
    "unable",
    "unwilling",
    "try",
    "attempt",
    "manage",
    "struggle",
}
_REFUSING = {"refuse", "decline", "fail", "unable", "unwilling"}
_LINKING = {
    "go",
    "continue",
    "want",
    "like",
    "quick",
    "have",
    "need",
    "be",
    "begin",
    "come",
    "seem",
    "appear",
}
_APPOSING = {"a", "an", "the", "who", "which", "whose", "one", "its", "his", "her", "their"}
_CITING = {"cite", "quote"}
_BREAKS = {",", "—", "–", "-", "”", '"', "’"}


class Finder:
    """Finds the attributions of one document by its cues."""

    def __init__(self, parse: Parse, cues: Cues, quotations: Quotations, documents: Collection[str]) -> None:
        self.parse = parse
        self.documents = documents
        self.cues = cues
        self.quotations = quotations

    def candidates(self) -> Iterator[Candidate]:
        """The candidates in the order of their cues; sources, nesting and continued quotations are not settled."""
        for token in self.parse.tokens:
            if token.pos == "VERB" or (token.pos == "AUX" and token.dep not in ("aux", "aux:pass", "cop")):
                yield from self._verb(token)
            elif token.pos == "NOUN":
                yield from self._noun(token)
            elif token.pos == "ADJ":
                yield from self._adjective(token)
            if token.lower in ("according", "per"):
                yield from self._according(token)

    # ---- verbs -----------------------------------------------------------------------------------------------------

    def _verb(self, verb: Token) -> Iterator[Candidate]:
        for entry in self.cues.of(verb.lemma, "VERB"):
            tail = _tail(verb, entry)
            if tail is None:
                continue
            candidate = self._with_entry(verb, entry, tail)
            if candidate is not None:
                yield candidate
                return

    def _with_entry(self, verb: Token, entry: Cue, tail: list[Token]) -> Candidate | None:
        if verb.lower == "according" or (verb.relation in ("amod", "compound") and not verb.children):
            return None
        speaker = grammar.subject(verb)
        passive = grammar.is_passive(verb)
        if passive:
            speaker = grammar.agent(verb)
        if speaker is not None and speaker.lower in ("it", "there") and speaker.dep == "expl":
            speaker = None
        group = grammar.verb_group(verb)
        group, matrix = _with_matrix(verb, group)
        found = complement(verb, entry)
        cited = entry.lemma in _CITING and self._citing(verb, entry, group)
        if cited:
            return cited
        if "q" in entry.frames and (found is None or speaker is None or found[0] == "object"):
            bracketed = self._bracketed(verb, group)
            if bracketed is not None:
                who, rest = bracketed
                speaker = next((t for t in who if t.head not in who or t.head is t), who[-1])
                found = ("bracketed", grammar.trimmed(rest), [])
                candidate = Candidate(rule="bracketed", cue=group, source=who, speaker=speaker, content=(), entry=entry)
                candidate.content = self._tidy(_trim_spans(self.parse.text, grammar.spans(found[1])))
                return candidate if candidate.content else None
        quoted = verb.lemma in ("say", "state") and verb.tag == "VBG" and self._quoted_as_saying(verb)
        if quoted:
            speaker, extra = quoted
            group = sorted({*group, *extra}, key=lambda token: token.i)
        addressee = verb.child("obj", "iobj") if "a" in entry.frames else None
        if found and found[0] == "object" and (addressee is not None or not self._tells(verb, entry)):
            found = None
        cue = sorted({*group, *tail, *(found[2] if found else ())}, key=lambda token: token.i)
        source = grammar.phrase(speaker, without=[verb, verb.head]) if speaker is not None else []
        if speaker is not None and verb in speaker.subtree():
            source = [token for token in source if token.i < verb.i or token.i > max(t.i for t in verb.subtree())]
            source = [token for token in source if token not in cue]
            source = grammar.trimmed(grammar.contiguous(speaker, source, 1)) if speaker in source else []
        candidate = Candidate(
            rule=found[0] if found else "", cue=cue, source=source, speaker=speaker, content=(), entry=entry,
            negation=grammar.negation(verb) or (grammar.negation(matrix) if matrix else None),
        )  # fmt: skip
        content = [] if found is None else [token for token in found[1] if token not in cue and token not in source]
        content = self._without_further_reports(content)
        candidate.content = grammar.spans(grammar.trimmed(content))
        if "q" in entry.frames:
            self._add_quotations(candidate, verb)
        candidate.content = self._tidy(candidate.content)
        if not candidate.content:
            return self._without_content(candidate, matrix)
        if matrix is not None and matrix.lemma in _REFUSING:
            candidate.negation = candidate.negation or matrix
        return candidate if self._plausible(candidate, verb, passive) else None

    def _tells(self, verb: Token, entry: Cue) -> bool:
        """What is written or published as an object tells something only if it is a document: "published a report"."""
        target = verb.child("obj")
        return entry.act != "writing" or (target is not None and target.lemma in self.documents)

    def _without_further_reports(self, content: list[Token]) -> list[Token]:
        """ "X reported that …, and Y said that …": the second report is beside the first, not in it."""
        inside = {token.i for token in content}
        cut: set[int] = set()
        for token in content:
            if token.relation == "conj" and token.pos == "VERB" and token.head.i in inside and token.child("nsubj"):
                speech = any(
                    "q" in entry.frames and entry.act in ("speech", "writing")
                    for entry in self.cues.of(token.lemma, "VERB")
                )
                first = min(t.i for t in token.subtree())
                comma = any(self.parse.tokens[i].text == "," for i in range(max(first - 2, 0), first + 1))
                if speech and comma:
                    cut |= {t.i for t in token.subtree()}
        return [token for token in content if token.i not in cut]

    def _bracketed(self, verb: Token, group: list[Token]) -> tuple[list[Token], list[Token]] | None:
        """ "Hazm, Sly reported, has received …", "…, the ministry said.": source and content told by the commas alone.

        The parser often takes such an insertion for something else; commas on both sides of a short noun phrase with a
        finite verb of saying leave little doubt.
        """
        if verb.tag not in ("VBD", "VBZ", "VBP", "VBN") or group[-1] is not verb:
            return None
        sentence = self.parse.tokens_of(self.parse.sentence_of(verb))
        at = verb.i - sentence[0].i
        start = group[0].i - sentence[0].i
        left = next((i for i in range(start - 1, max(start - 8, -1), -1) if sentence[i].text in _BREAKS), None)
        if left is None or left < 1 or start - left < 2:
            return None
        who = sentence[left + 1 : start]
        closed = at + 1 >= len(sentence) or sentence[at + 1].text in (",", ".", "—", "–", "-")
        if not closed or any(t.pos in ("VERB", "AUX", "SCONJ", "CCONJ", "ADP") for t in who):
            return None
        if who[-1].pos not in ("PROPN", "NOUN", "PRON") or sentence[left].text in '"”’':
            return None
        return who, [*sentence[:left], *sentence[at + 1 :]]

    def _plausible(self, candidate: Candidate, verb: Token, passive: bool) -> bool:
        entry = candidate.entry
        assert entry is not None
        if candidate.speaker is None:
            if passive:
                return bool(candidate.content)
            # an imperative, a participle or an infinitive with nobody to say it
            if verb.tag in ("VB", "VBG", "VBN") and not candidate.quoted:
                return False
            return candidate.rule in ("clause-before-cue", "parenthesis", "clause-after-cue") or bool(candidate.quoted)
        if candidate.speaker.lower in _FIRST_PERSON and entry.act in (
            "belief",
            "prediction",
            "intention",
            "finding",
        ):
            return False
        if candidate.speaker.lower in ("what", "that", "this", "it") and entry.act in ("showing", "speech"):
            return candidate.speaker.lower == "it"
        return True

    def _without_content(self, candidate: Candidate, matrix: Token | None) -> Candidate | None:
        """A refusal is a statement even where the text does not say about what: "declined to comment"."""
        verb = candidate.cue[-1]
        if candidate.speaker is None or candidate.entry is None:
            return None
        if matrix is not None and matrix.lemma in _REFUSING and candidate.entry.act in ("speech", "confirmation"):
            infinitive = [token for token in verb.subtree() if token.i >= verb.i - 1]
            candidate.cue = [token for token in candidate.cue if token.i <= matrix.i]
            candidate.content = self._tidy(grammar.spans(grammar.trimmed(infinitive)))
            candidate.negation = candidate.negation or matrix
            candidate.rule = "refusal"
            return candidate if candidate.content and candidate.cue else None
        return None

    def _citing(self, verb: Token, entry: Cue, group: list[Token]) -> Candidate | None:
        """ "X reported …, citing Y": Y tells what X passes on, so the content is X's."""
        target = verb.child("obj")
        if target is None or verb.tag != "VBG" or verb.relation not in ("advcl", "acl", "conj", "xcomp", "parataxis"):
            return None
        source = grammar.phrase(target)
        return Candidate(
            rule="citing", cue=group, source=source, speaker=target, content=(), entry=self._say, shares=True
        )

    @property
    def _say(self) -> Cue:
        return self.cues.of("say", "VERB")[-1]

    def _quoted_as_saying(self, verb: Token) -> tuple[Token, list[Token]] | None:
        """ "X was quoted (by Y) as saying", "Y quoted X as saying": the speaker is X."""
        marker = next((child for child in verb.children if child.lower == "as" and child.i < verb.i), None)
        head = verb.head
        if marker is None or head.lemma not in ("quote", "cite", "report"):
            return None
        if grammar.is_passive(head) or head.tag == "VBN":
            speaker = head.child("nsubj:pass", "nsubj") or grammar.subject(head)
            return (speaker, [*grammar.verb_group(head), marker]) if speaker is not None else None
        speaker = head.child("obj")
        return (speaker, [marker]) if speaker is not None else None

    # ---- quotations ------------------------------------------------------------------------------------------------

    def _add_quotations(self, candidate: Candidate, verb: Token) -> None:
        text = self.parse.text
        here = self.quotations.at(verb.start)
        clause = [*candidate.cue, *candidate.source]
        first = min(clause, key=lambda token: token.i)
        last = max(clause, key=lambda token: token.i)
        if here is not None:
            return  # a cue inside a quotation: what it carries is told by grammar, or by single marks within
        spans = list(candidate.content)
        for index in self.quotations.beside(first, last):
            quote = self.quotations.quotes[index]
            overlap = sum(max(0, min(span.end, quote.end) - max(span.start, quote.start)) for span in spans)
            outside = sum(len(span) for span in spans) - overlap
            if (
                quote.kind == "words"
                and not overlap
                and (spans or not self._only_marks_between(quote.span, first, last))
            ):
                continue
            if all(span in quote.span for span in spans) and (lead := self._lead(last, quote.start)) is not None:
                spans = [Span(lead, quote.end)]
            elif overlap and outside > 2 and quote.start > min(span.start for span in spans):
                # "said that fighters had \"left the town\"": the clause holds the quotation and goes to its end
                spans.append(quote.span)
            elif overlap or not spans or quote.kind == "speech":
                spans = [span for span in spans if not span.overlaps(quote.span)]
                spans.extend(quote.parts)
            self.quotations.owner[index] = candidate
        if self.quotations.owner and not candidate.rule:
            candidate.rule = "quotation"
        candidate.content = merged([Span(span.start, span.end) for span in spans], text) if spans else ()

    def _lead(self, last: Token, quote: int) -> int | None:
        """Where the indirect part of a partial quotation begins: 'said the convoy "fell into enemy hands"'."""
        words = self.parse.tokens_in(Span(last.end, quote)) if quote > last.end else []
        if len(words) < 2 or not words[-1].text[-1].isalnum() or words[-1].pos in ("ADP", "ADV"):
            return None
        if not any(token.pos in ("VERB", "AUX", "NOUN", "PROPN", "PRON") for token in words):
            return None
        return words[0].start if words[0].pos in ("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM", "SCONJ") else None

    def _only_marks_between(self, quote: Span, first: Token, last: Token) -> bool:
        text = self.parse.text
        between = text[quote.end : first.start] if quote.end <= first.start else text[last.end : quote.start]
        return len(between.split()) <= 1

    def _tidy(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        text = self.parse.text
        tidy = [without_marks(text, span) for span in spans]
        return tuple(span for span in tidy if any(char.isalnum() for char in span.of(text)))

    # ---- nouns, adjectives, prepositions -----------------------------------------------------------------------------

    def _noun(self, noun: Token) -> Iterator[Candidate]:
        for entry in self.cues.of(noun.lemma, "NOUN"):
            if entry.tail:
                continue
            content = self._noun_content(noun, entry)
            if content is None:
                continue
            rule, tokens = content
            speaker = noun.child("nmod:poss")
            if speaker is None:
                speaker = next((child for child in noun.children if preposition_of(child) in ("by", "from")), None)
                if speaker is not None and speaker in tokens:
                    speaker = None
            if speaker is None and entry.act not in ("speech", "accusation", "denial"):
                continue
            source = (
                [] if speaker is None else [t for t in grammar.phrase(speaker) if t.lower not in ("'s", "’s", "'", "’")]
            )
            spans = self._tidy(grammar.spans(token for token in tokens if token not in source))
            if spans:
                yield Candidate(
                    rule=rule, cue=[noun], source=source, speaker=speaker, content=spans, entry=entry,
                    negation=grammar.negation(noun),
                )  # fmt: skip
            return

    def _noun_content(self, noun: Token, entry: Cue) -> tuple[str, list[Token]] | None:
        for child in noun.children:
            if child.i < noun.i:
                continue
            if child.relation in ("acl", "ccomp", "appos", "advcl") and child.dep != "acl:relcl":
                marker = child.child("mark")
                if marker is not None and marker.lower == "that" and "c" in entry.frames:
                    return "noun-clause", grammar.trimmed(child.subtree())
                if marker is not None and marker.lower == "to" and "i" in entry.frames:
                    return "noun-infinitive", grammar.trimmed(child.subtree())
            if child.dep == "acl:relcl" and "c" in entry.frames and entry.act != "question":
                marker = next(
                    (mark for mark in child.children if mark.lower == "that" and mark.tag in ("IN", "WDT")),
                    None,
                )
                # a relative clause lacks what the pronoun stands for; a full clause after "that" is the content
                if marker is not None and marker.relation == "mark":
                    return "noun-clause", grammar.trimmed(child.subtree())
            if child.relation == "nmod" and preposition_of(child) in entry.prepositions:
                preposition = next(mark for mark in child.children if mark.relation == "case")
                return "noun-prepositional", [t for t in grammar.trimmed(child.subtree()) if t is not preposition]
        return None

    def _adjective(self, adjective: Token) -> Iterator[Candidate]:
        copula = adjective.child("cop")
        for entry in self.cues.of(adjective.lemma, "ADJ"):
            if entry.tail or copula is None:
                continue
            found = complement(adjective, entry)
            speaker = grammar.subject(adjective)
            if (
                found is None
                or found[0] in ("parenthesis", "as-clause")
                or speaker is None
                or speaker.lower in _FIRST_PERSON
            ):
                continue
            if speaker.dep == "expl" or speaker.lower in ("it", "there", "this", "that", "which"):
                continue
            group = [adjective, copula, *adjective.all("aux"), *found[2]]
            negation = grammar.negation(adjective)
            if negation is not None:
                group.append(negation)
            cue = grammar.contiguous(adjective, {*group})
            source = grammar.phrase(speaker)
            content = self._tidy(grammar.spans(t for t in found[1] if t not in cue and t not in source))
            if content:
                yield Candidate(
                    rule=f"adjective-{found[0]}", cue=cue, source=source, speaker=speaker, content=content, entry=entry,
                    negation=negation,
                )  # fmt: skip
            return

    def _according(self, token: Token) -> Iterator[Candidate]:
        """ "according to X", "per X's reporting": X tells the sentence."""
        sentence = self.parse.sentence_of(token)
        tokens = self.parse.tokens_of(sentence)
        at = token.i - sentence.first
        cue = [token]
        if token.lower == "according":
            if at + 1 >= len(tokens) or tokens[at + 1].lower != "to":
                return
            cue.append(tokens[at + 1])
        behind = tokens[at + len(cue) :]
        if not behind:
            return
        speaker = _head_of_phrase(behind, cue)
        if speaker is None or (token.lower == "per" and not _can_speak(speaker)):
            return
        if token.lower == "according" and speaker.lemma in (
            "plan",
            "schedule",
            "rule",
            "instruction",
            "law",
            "size",
            "age",
        ):
            return
        source = [
            t
            for t in grammar.phrase(speaker, without=[t for t in speaker.children if t.i < token.i])
            if t.i > cue[-1].i
        ]
        source = grammar.contiguous(speaker, source, 1) if speaker in source else source
        source = _until_clause(source, speaker, at == 0)
        phrase = {t.i for t in (*cue, *source)}
        governor = speaker.head if speaker.head is not speaker and speaker.head.i not in phrase else None
        whole = at == 0 or tokens[at - 1].text == "," or governor is None
        if whole:
            content = [t for t in tokens if t.i not in phrase]
        else:
            assert governor is not None
            root = governor
            while root.pos not in ("VERB", "AUX") and root.child("cop") is None and root.head is not root:
                root = root.head
            content = [t for t in root.subtree() if t.i not in phrase]
        here = self.quotations.at(token.start)
        if here is not None:
            inside = self.quotations.quotes[here]
            content = [t for t in content if inside.start <= t.start < inside.end]
        spans = self._tidy(_trim_spans(self.parse.text, grammar.spans(grammar.trimmed(content))))
        if spans and source:
            rule = "according-to" if token.lower == "according" else "per"
            yield Candidate(rule=rule, cue=cue, source=source, speaker=speaker, content=spans, entry=self._say)


def preposition_of(token: Token) -> str:
    """The preposition of a nominal; see ``clause.preposition``."""
    return grammar.preposition(token) if token.relation in ("nmod", "obl") else ""


def _tail(verb: Token, entry: Cue) -> list[Token] | None:
    """The tokens behind ``verb`` that the cue's further words ask for, or ``None`` where they are missing."""
    if not entry.tail:
        return []
    found: list[Token] = []
    for word in entry.tail:
        match = next((child for child in verb.children if child.lower == word and 0 < child.i - verb.i <= 4), None)
        if match is None:
            return None
        found.append(match)
    return found


def _with_matrix(verb: Token, group: list[Token]) -> tuple[list[Token], Token | None]:
    """ "refused to confirm", "went on to say", "was quick to add": the governing verb belongs to the cue."""
    head = verb.head
    if verb.relation not in ("xcomp", "advcl", "ccomp") or head is verb or verb.tag != "VB":
        return group, None
    marker = next((child for child in verb.children if child.lower == "to" and child.pos == "PART"), None)
    if marker is None or head.lemma not in _MATRIX_OF_REFUSAL | _LINKING or not 1 < verb.i - head.i <= 4:
        return group, None
    above = [*grammar.verb_group(head), *[child for child in head.children if child.dep == "cop"]]
    between = [token for token in (marker, *above)]
    return sorted({*group, *between}, key=lambda token: token.i), head


def _head_of_phrase(tokens: list[Token], cue: list[Token]) -> Token | None:
    """The head of the noun phrase that ``tokens`` begin with."""
    marks = {token.i for token in cue}
    for token in tokens[:12]:
        if token.pos in ("NOUN", "PROPN", "PRON", "NUM"):
            head = token
            while (
                head.head is not head
                and head.head.i > cue[-1].i
                and head.head.pos in ("NOUN", "PROPN", "PRON", "NUM")
                and head.relation in ("compound", "flat", "nmod", "nummod", "amod", "det")
                and (head.relation != "nmod" or head.i < head.head.i)
            ):
                head = head.head
            return head if head.i not in marks else None
        if token.text in ",.;:":
            return None
    return None


def _can_speak(head: Token) -> bool:
    return head.pos == "PROPN" or head.name in ("PER", "ORG") or head.lemma in (
        "report", "reporting", "statement", "official", "source", "account", "tweet", "post",
    )  # fmt: skip


def _until_clause(source: list[Token], speaker: Token, opens: bool) -> list[Token]:
    """A source phrase ends where a new main clause begins after a comma (a common slip of the parser).

    In a phrase that opens the sentence the first comma ends it, unless an apposition or relative clause follows.
    """
    for position, token in enumerate(source):
        if opens and token.i > speaker.i and token.text == "," and position + 1 < len(source):
            following = source[position + 1]
            if following.lower not in _APPOSING and following.pos != "PROPN":
                return source[:position]
        if token.i > speaker.i and token.text == "," and position + 1 < len(source):
            following = source[position + 1]
            root = following
            while root.head in source and root.head is not speaker:
                root = root.head
            if root.pos == "VERB" and root.dep not in ("acl:relcl", "acl") and root.child("nsubj") is not None:
                return source[:position]
    return grammar.trimmed(source)


def _trim_spans(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    out: list[Span] = []
    for span in spans:
        words = span.of(text)
        stripped = re.sub(r"^[\s,;:—–-]+|[\s,;:.—–-]+$", "", words)
        if stripped:
            start = span.start + words.index(stripped)
            out.append(Span(start, start + len(stripped)))
    return tuple(out)
