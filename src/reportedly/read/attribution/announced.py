"""Quotations that one paragraph announces ("X described what came next.") and the next ones hold."""

from collections.abc import Sequence

from reportedly.language import Parse
from reportedly.model import merged
from reportedly.read.attribution.candidate import Candidate
from reportedly.read.attribution.direct import Quotations, without_marks
from reportedly.read.attribution.quotes import Quote

_TELLING = {"speech", "writing", "topic", "judgement"}


def announced(candidates: Sequence[Candidate], quotations: Quotations, parse: Parse) -> None:
    """Give a cue that ends its paragraph the quotations that fill the paragraphs behind it.

    By the usage of print a paragraph that is a quotation and names nobody is told by who spoke last. Here only the
    last cue of the paragraph right before counts, and only one of speech that has no quotation yet.
    """
    text = parse.text
    for index, quote in enumerate(quotations.quotes):
        if quote.kind != "speech" or index in quotations.owner or not _fills_paragraph(text, quote):
            continue
        ahead = text.rfind("\n", 0, quote.start)
        before = text[: ahead + 1].rstrip()
        if ahead < 0 or text[ahead + 1 : quote.start].strip() or not before.endswith((".", ":")):
            continue
        opened = before.rfind("\n") + 1
        speaking = [c for c in candidates if c.cue and c.entry is not None and opened <= c.cue[0].start < len(before)]
        last = max(speaking, key=lambda candidate: candidate.cue[0].start, default=None)
        if last is None or last.entry is None or last.entry.act not in _TELLING or last.speaker is None:
            continue
        if parse.sentence_of(last.cue[0]).end < len(before) or any(
            quotations.at(t.start) is not None for t in last.cue
        ):
            continue
        if any(span.overlaps(other.span) for span in last.content for other in quotations.quotes):
            continue
        quotations.owner[index] = last
        parts = [without_marks(text, part) for part in quote.parts]
        last.content = merged([*last.content, *(part for part in parts if len(part))])


def _fills_paragraph(text: str, quote: Quote) -> bool:
    end = text.find("\n", quote.end)
    return not text[quote.end : end if end >= 0 else len(text)].strip()
