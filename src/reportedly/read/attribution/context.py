"""What the rules of one document share: its parse, the cues, its quotations."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from reportedly.language import Parse, Token
from reportedly.model import Span
from reportedly.ontology.cues import Cue, Cues
from reportedly.ontology.speakers import Speakers
from reportedly.read.attribution.direct import Quotations, without_marks

_BREATH = re.compile(r"[\s,]*")  # a comma that the parser hung elsewhere parts no content
_EDGES = re.compile(r"^[\s,;:—–-]+|[\s,;:.—–-]+$")


@dataclass(slots=True, frozen=True)
class Context:
    """``speakers`` are the nouns for those who speak, and for things that say ("report", "video")."""

    parse: Parse
    cues: Cues
    quotations: Quotations
    speakers: Speakers

    @property
    def documents(self) -> Collection[str]:
        """Nouns for things that say, lower case."""
        return self.speakers.document

    @property
    def say(self) -> Cue:
        """The plain cue, for forms without a verb of their own."""
        return self.cues.of("say", "VERB")[-1]

    def says(self, verb: Token) -> bool:
        """True for a verb by which something may be said."""
        return bool(self.cues.of(verb.lemma, "VERB"))

    def is_stood_for(self, noun: Token) -> bool:
        """To support a man or a plan is to judge; to support an army may be to arm it."""
        if noun.name:
            return noun.name == "PER"
        words, lemma = self.speakers, noun.lemma.lower()
        people = lemma in words.people or noun.lower in words.people or lemma in words.organisation
        return noun.pos == "NOUN" and not people and not (lemma in words.person and noun.tag == "NNS")

    def tidy(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """``spans`` without the quotation marks at their ends; those without a letter or digit dropped."""
        text = self.parse.text
        out: list[Span] = []
        for span in spans:
            tidy = without_marks(text, span)
            if text[tidy.end - 1 : tidy.end] == ",":
                tidy = Span(min(tidy.start, tidy.end - 1), tidy.end - 1)
            if out and _BREATH.fullmatch(text, out[-1].end, span.start):
                out[-1] = Span(out[-1].start, max(out[-1].end, tidy.end))
            elif any(char.isalnum() for char in tidy.of(text)):
                out.append(tidy)
        return tuple(out)

    def bare(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """``tidy`` spans without punctuation at their ends: for content that is the rest of a sentence."""
        text = self.parse.text
        out: list[Span] = []
        for span in spans:
            words = span.of(text)
            stripped = _EDGES.sub("", words)
            if stripped:
                start = span.start + words.index(stripped)
                out.append(Span(start, start + len(stripped)))
        return self.tidy(tuple(out))
