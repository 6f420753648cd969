"""What the rules of one document share: its parse, the cues, its quotations."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from reportedly.language import Parse
from reportedly.model import Span
from reportedly.ontology.cues import Cue, Cues
from reportedly.read.attribution.direct import Quotations, without_marks

_EDGES = re.compile(r"^[\s,;:—–-]+|[\s,;:.—–-]+$")


@dataclass(slots=True, frozen=True)
class Context:
    """``documents`` are nouns for things that say ("report", "video"), lower case."""

    parse: Parse
    cues: Cues
    quotations: Quotations
    documents: Collection[str]

    @property
    def say(self) -> Cue:
        """The plain cue, for forms without a verb of their own."""
        return self.cues.of("say", "VERB")[-1]

    def tidy(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """``spans`` without the quotation marks at their ends; those without a letter or digit dropped."""
        tidy = [without_marks(self.parse.text, span) for span in spans]
        return tuple(span for span in tidy if any(char.isalnum() for char in span.of(self.parse.text)))

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
