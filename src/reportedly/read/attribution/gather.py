"""All candidates of a document, each with its whole content and its carrier."""

from reportedly.language import Parse
from reportedly.model import Mode, Span, merged
from reportedly.ontology.cues import Cues
from reportedly.ontology.speakers import Speakers
from reportedly.read.attribution import forms, nesting
from reportedly.read.attribution.announced import announced
from reportedly.read.attribution.candidate import Candidate
from reportedly.read.attribution.context import Context
from reportedly.read.attribution.direct import Quotations, without_marks
from reportedly.read.attribution.finder import find_cues
from reportedly.read.attribution.headlines import headlines
from reportedly.read.attribution.passing import passed_on
from reportedly.read.attribution.quotes import find_quotes
from reportedly.read.attribution.signature import signatures

_EVERYBODY = {"everybody", "everyone", "anybody", "anyone"}
_KNOWING = {"know", "see", "understand", "remember"}


def gather(parse: Parse, cues: Cues, speakers: Speakers) -> tuple[list[Candidate], Quotations]:
    """The attributions of a parsed document in text order, nested ones with their carrier, and its quotations."""
    quotations = Quotations(parse.text, find_quotes(parse.text, parse.blocks))
    context = Context(parse, cues, quotations, speakers)
    found = [
        *headlines(parse, cues, speakers),
        *find_cues(context),
        *forms.unverified(parse, cues),
        *forms.posts(parse, cues),
        *forms.signed_lines(parse, cues),
        *forms.turns(parse, cues),
        *signatures(parse, cues, speakers),
    ]
    candidates = nesting.distinct([one for one in found if not _called_to_witness(one)])
    announced(candidates, quotations, parse)
    _carry_on(candidates, quotations)
    candidates = passed_on(nesting.shared(candidates, context), context)
    nesting.carriers(candidates)
    candidates = nesting.telling(candidates)
    for candidate in candidates:
        candidate.quoted = _quoted(candidate, quotations)
        candidate.mode = _mode(candidate)
    return candidates, quotations


def _called_to_witness(candidate: Candidate) -> bool:
    """True for "everybody knows that the cartel did it": who says so vouches for it, and nobody else."""
    entry, speaker = candidate.entry, candidate.speaker
    return (
        entry is not None and entry.lemma in _KNOWING and candidate.negation is None
        and speaker is not None and speaker.lower in _EVERYBODY
    )  # fmt: skip


def _carry_on(candidates: list[Candidate], quotations: Quotations) -> None:
    """Add to each direct quotation the ones that follow it without a cue of their own."""
    outside = [c for c in candidates if c.cue and quotations.at(c.cue[0].start) is None]
    breaks = sorted(c.cue[0].start for c in outside)
    claimed: dict[int, Candidate] = {}
    for candidate in outside:
        for index, quote in enumerate(quotations.quotes):
            if any(span.overlaps(quote.span) for span in candidate.content):
                claimed.setdefault(index, candidate)
    for index in sorted(claimed):
        candidate = claimed[index]
        more = quotations.continued(index, set(claimed), breaks)
        # a quotation before its cue is carried on behind the cue's clause
        if not more:
            continue
        spans = [*candidate.content]
        for following in more:
            spans.extend(without_marks(quotations.text, part) for part in quotations.quotes[following].parts)
            quotations.owner[following] = candidate
        candidate.content = merged([span for span in spans if len(span)])


def _quoted(candidate: Candidate, quotations: Quotations) -> list[Span]:
    found: list[Span] = []
    for span in candidate.content:
        for quote in quotations.quotes:
            if quote.start >= span.end:
                break
            for inner in quote.inner:
                start, end = max(inner.start, span.start), min(inner.end, span.end)
                if start < end:
                    found.append(Span(start, end))
    return found


def _mode(candidate: Candidate) -> Mode:
    covered = sum(len(span) for span in candidate.quoted)
    spoken = candidate.post is not None or candidate.account is not None or candidate.rule == "turn"
    if spoken or covered >= candidate.extent:
        return "direct"
    return "mixed" if covered else "indirect"
