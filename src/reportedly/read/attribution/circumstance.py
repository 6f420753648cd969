"""When and where something was said: the time and the channel that stand beside the cue, outside what is said."""

from collections.abc import Collection, Sequence

from reportedly.language import Parse, Token
from reportedly.model import ActorMention, Said, Span, Time
from reportedly.ontology.speakers import Speakers
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.candidate import Candidate

_IN = {"in", "on", "via", "through", "during", "at", "over"}
_REACH = 9  # tokens from cue to channel: beyond, the phrase belongs to another verb


def said(candidate: Candidate, parse: Parse, times: Sequence[Time], inner: Sequence[Candidate]) -> Said | None:
    """When the statement was made, where the sentence of its cue tells it.

    A time inside the content tells when something happened, not when it was said; so does one inside what another
    candidate of the same sentence (``inner``) reports. Of several the nearest to the cue counts.
    """
    if candidate.post is not None:
        post = candidate.post.post
        if post is None or post.published is None or post.span is None:
            return None
        return Said(value=post.published.value, precision=post.published.precision, span=post.span)
    if not candidate.cue:
        return None  # a signed line tells no time of its own
    head = candidate.cue[-1]
    sentence = _sentence(parse, head)
    taken = [span for other in (candidate, *inner) for span in other.content]
    best: tuple[int, Time] | None = None
    for time in times:
        if time.kind not in ("date", "time") or time.precision in ("duration", "set", "vague"):
            continue
        if time.span not in sentence or any(span.overlaps(time.span) for span in taken):
            continue
        if time.rule.startswith("since"):
            continue
        distance = min(abs(time.span.start - head.end), abs(head.start - time.span.end))
        if best is None or distance < best[0]:
            best = (distance, time)
    if best is None:
        return None
    if _another_verb_between(parse, head, best[1].span, candidate):
        return None
    return Said(value=best[1].value, precision=best[1].precision, span=best[1].span)


def _sentence(parse: Parse, head: Token) -> Span:
    """The sentence of ``head``, with what was cut from its front: words before it on the line that nothing ends."""
    sentence = parse.sentence_of(head)
    start = sentence.start
    first = sentence.first
    while first > 0:
        before = parse.tokens[first - 1]
        if not before.text[-1].isalnum() or "\n" in parse.text[before.end : start]:
            break
        earlier = parse.sentence_of(before)
        start, first = earlier.start, earlier.first
    return Span(start, sentence.end)


def _another_verb_between(parse: Parse, head: Token, span: Span, candidate: Candidate) -> bool:
    """True if the time hangs on another verb than the cue: "who was killed on Friday, said"."""
    tokens = parse.tokens_in(span)
    cue = {token.i for token in candidate.cue}
    source = {token.i for token in candidate.source}
    for token in tokens[:1]:
        for above in (token, *token.ancestors()):
            if above.i in cue:
                return False
            if above.i in source:
                # "an article published late Sunday": the document's own date is when it speaks
                return not (
                    above.pos == "VERB" and above.lemma in ("publish", "post", "release", "issue", "broadcast", "air")
                )
            if above.pos == "VERB" and above.i not in cue:
                between = range(min(above.i, head.i), max(above.i, head.i))
                return len(between) > 2 and abs(token.i - head.i) > 4
    return False


def channel(
    candidate: Candidate,
    parse: Parse,
    words: Speakers,
    actors: Sequence[ActorMention],
    outlets: Collection[str],
) -> str | None:
    """The medium in which it was said, as the text names it: "in a statement", "on Twitter", "told the Post"."""
    if candidate.post is not None:
        return "embedded post"
    if not candidate.cue:
        return None
    head = candidate.cue[-1]
    addressee = head.child("obj", "iobj")
    if candidate.entry is not None and "a" in candidate.entry.frames and addressee is not None:
        for mention in actors:
            if mention.actor in outlets and addressee.span in mention.span:
                return mention.name
        if addressee.lemma in words.outlet:
            return _words(parse, grammar.phrase(addressee))
    sentence = parse.tokens_of(parse.sentence_of(head))
    for token in sentence:
        lemma = token.lemma.lower()
        if lemma not in words.channels or candidate.covers(token.span) or abs(token.i - head.i) > _REACH:
            continue
        if token in candidate.source and candidate.rule not in ("according-to", "per"):
            continue
        if any(mark.lower in _IN and mark.i < token.i for mark in token.all("case")):
            return _words(parse, [t for t in grammar.phrase(token) if t.i <= token.i])
    return None


def _words(parse: Parse, tokens: Sequence[Token]) -> str | None:
    if not tokens:
        return None
    return " ".join(parse.text[tokens[0].start : tokens[-1].end].split())
