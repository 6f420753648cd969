"""Nouns and adjectives that report: "the claim that …", "its threat to …", "is confident that …"."""

from collections.abc import Iterator

from reportedly.language import Token
from reportedly.ontology.cues import Cue
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.candidate import Candidate
from reportedly.read.attribution.content import complement
from reportedly.read.attribution.context import Context

_FIRST_PERSON = {"i", "we"}


class Nominals:
    """Finds the attributions whose cue is a noun or an adjective."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def nouns(self, noun: Token) -> Iterator[Candidate]:
        for entry in self.context.cues.of(noun.lemma, "NOUN"):
            if entry.tail:
                continue
            content = self._noun_content(noun, entry)
            if content is None:
                continue
            rule, tokens = content
            speaker = noun.child("nmod:poss")
            if speaker is None:
                speaker = next((child for child in noun.children if _preposition(child) in ("by", "from")), None)
                if speaker is not None and speaker in tokens:
                    speaker = None
            if speaker is None and entry.act not in ("speech", "accusation", "denial"):
                continue
            source = (
                [] if speaker is None else [t for t in grammar.phrase(speaker) if t.lower not in ("'s", "’s", "'", "’")]
            )
            spans = self.context.tidy(grammar.spans(token for token in tokens if token not in source))
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
            if child.relation == "nmod" and _preposition(child) in entry.prepositions:
                preposition = next(mark for mark in child.children if mark.relation == "case")
                return "noun-prepositional", [t for t in grammar.trimmed(child.subtree()) if t is not preposition]
        return None

    def adjectives(self, adjective: Token) -> Iterator[Candidate]:
        copula = adjective.child("cop")
        for entry in self.context.cues.of(adjective.lemma, "ADJ"):
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
            content = self.context.tidy(grammar.spans(t for t in found[1] if t not in cue and t not in source))
            if content:
                yield Candidate(
                    rule=f"adjective-{found[0]}", cue=cue, source=source, speaker=speaker, content=content, entry=entry,
                    negation=negation,
                )  # fmt: skip
            return


def _preposition(token: Token) -> str:
    """The preposition of a nominal; see ``clause.preposition``."""
    return grammar.preposition(token) if token.relation in ("nmod", "obl") else ""
