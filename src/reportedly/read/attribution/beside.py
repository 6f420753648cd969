"""The quotations beside a cue, joined with what grammar found of its content."""

from reportedly.language import Token
from reportedly.model import Span, merged
from reportedly.read.attribution.candidate import Candidate
from reportedly.read.attribution.context import Context


def add_quotations(candidate: Candidate, verb: Token, context: Context) -> None:
    """Give ``candidate`` the quotations that stand beside the clause of its cue."""
    text = context.parse.text
    here = context.quotations.at(verb.start)
    if verb.relation == "acl" and verb.tag == "VBN":
        return  # "a statement posted on Telegram": what stands beside is not told to have been posted
    clause = [*candidate.cue, *candidate.source]
    first = min(clause, key=lambda token: token.i)
    last = max(clause, key=lambda token: token.i)
    if here is not None:
        return  # a cue inside a quotation: what it carries is told by grammar, or by single marks within
    spans = list(candidate.content)
    for index in context.quotations.beside(first, last, bare=not spans):
        if index in context.quotations.owner:
            continue  # the cue before it has introduced it
        quote = context.quotations.quotes[index]
        overlap = sum(max(0, min(span.end, quote.end) - max(span.start, quote.start)) for span in spans)
        outside = sum(len(span) for span in spans) - overlap
        if (
            quote.kind == "words"
            and not overlap
            and (spans or not _only_marks_between(context, quote.span, first, last))
        ):
            continue
        if all(span in quote.span for span in spans) and (lead := _lead(context, last, quote.start)) is not None:
            spans = [Span(lead, quote.end)]
        elif overlap and outside > 2 and quote.start > min(span.start for span in spans):
            # "said that fighters had \"left the town\"": the clause holds the quotation and goes to its end
            spans.append(quote.span)
        elif overlap or not spans or quote.kind == "speech":
            spans = [span for span in spans if not span.overlaps(quote.span)]
            if quote.kind == "speech" and quote.end <= first.start:
                # "…," X, a nurse in Sarn, in the north, told Y: what stands between tells who speaks
                spans = [span for span in spans if not (quote.end <= span.start and span.end <= last.start)]
            spans.extend(quote.parts)
        context.quotations.owner[index] = candidate
    if context.quotations.owner and not candidate.rule:
        candidate.rule = "quotation"
    candidate.content = merged([Span(span.start, span.end) for span in spans], text) if spans else ()


def _lead(context: Context, last: Token, quote: int) -> int | None:
    """Where the indirect part of a partial quotation begins: 'said the convoy "fell into enemy hands"'."""
    words = context.parse.tokens_in(Span(last.end, quote)) if quote > last.end else []
    if len(words) < 2 or not words[-1].text[-1].isalnum() or words[-1].pos in ("ADP", "ADV"):
        return None
    if not any(token.pos in ("VERB", "AUX", "NOUN", "PROPN", "PRON") for token in words):
        return None
    return words[0].start if words[0].pos in ("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM", "SCONJ") else None


def _only_marks_between(context: Context, quote: Span, first: Token, last: Token) -> bool:
    text = context.parse.text
    between = text[quote.end : first.start] if quote.end <= first.start else text[last.end : quote.start]
    return len(between.split()) <= 1
