"""Where what is told comes from: "The information comes from the district chief", "…, relying on two nurses"."""

from collections.abc import Iterator

from reportedly.language import Token
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.candidate import Candidate
from reportedly.read.attribution.context import Context
from reportedly.read.attribution.inserted import speaks

_COMING = {"come", "stem", "originate", "derive", "arrive", "emanate"}
_TOLD = {
    "information", "account", "report", "news", "claim", "figure", "version", "story", "word", "toll", "number",
    "detail", "description", "allegation", "count", "tally", "testimony", "statement", "estimate", "it", "this", "that",
    "all", "accusation", "warning", "confirmation",
}  # fmt: skip


def provenance(context: Context, verb: Token) -> Iterator[Candidate]:
    """The statement of whoever ``verb`` says that what was told comes from."""
    if verb.lemma not in _COMING or verb.tag not in ("VBZ", "VBP", "VBD", "VBN"):
        return
    told = verb.child("nsubj")
    if told is None or told.lemma.lower() not in _TOLD or grammar.negation(verb) is not None:
        return
    for speaker in verb.all("obl"):
        marks = [child for child in speaker.all("case") if child.lower == "from"]
        if marks and speaker.i > verb.i and speaks(speaker, context.speakers) and speaker.name != "LOC":
            content = [token for token in grammar.phrase(told) if token.i < verb.i]
            yield Candidate(
                rule="comes-from", cue=sorted([verb, *marks], key=lambda token: token.i),
                source=grammar.phrase(speaker), speaker=speaker, content=grammar.spans(content), entry=context.say,
            )  # fmt: skip
            return


_LEARNING = {"learn", "hear", "understand"}


def learned(context: Context, verb: Token) -> Iterator[Candidate]:
    """The statement of those from whom somebody has learned it: "the Union has learned from Radio Bay of the murder",
    "we heard from the mayor that shells had fallen"."""
    if verb.lemma not in _LEARNING or grammar.negation(verb) is not None or grammar.is_passive(verb):
        return
    for speaker in verb.all("obl"):
        marks = [child for child in speaker.all("case") if child.lower == "from"]
        if not marks or speaker.i < verb.i or not speaks(speaker, context.speakers):
            continue
        if speaker.lemma.lower() in context.speakers.document:
            continue  # "from press reports": nobody's word
        told = next((c for c in (*verb.all("ccomp"), *speaker.all("acl")) if c.i > speaker.i and _that(c)), None)
        told = told or next((c for c in (*speaker.all("nmod"), *verb.all("obl")) if c.i > speaker.i and _of(c)), None)
        if told is None:
            continue
        content = [token for token in told.subtree() if not (token.lower == "of" and token.head is told)]
        spans = context.tidy(grammar.spans(grammar.trimmed(content)))
        if spans:
            yield Candidate(
                rule="learned-from", cue=sorted([verb, *marks], key=lambda token: token.i),
                source=grammar.phrase(speaker, without=[told]), speaker=speaker, content=spans, entry=context.say,
            )  # fmt: skip
            return


def _that(clause: Token) -> bool:
    return any(mark.lower in ("that", "how") for mark in (*clause.all("mark"), *clause.all("advmod")))


def _of(noun: Token) -> bool:
    return grammar.preposition(noun) in ("of", "about")


_LEANING = {"rely", "lean", "draw", "depend", "base"}


def leaning(context: Context, verb: Token) -> Iterator[Candidate]:
    """The statement of those on whom a report says that it rests: "writes the Post, relying on two nurses"."""
    beside = verb.tag in ("VBG", "VBN") and verb.relation in ("advcl", "acl", "conj", "xcomp", "parataxis", "ccomp")
    if verb.lemma not in _LEANING or not (beside or verb.dep == "acl:relcl"):
        return
    for speaker in verb.all("obl"):
        marks = [child for child in speaker.all("case") if child.lower in ("on", "upon")]
        if marks and speaker.i > verb.i and speaks(speaker, context.speakers):
            yield Candidate(
                rule="citing", cue=sorted([verb, *marks], key=lambda token: token.i),
                source=grammar.phrase(speaker), speaker=speaker, content=(), entry=context.say, shares=True,
            )  # fmt: skip
            return


_SHOWING = {
    "video", "footage", "picture", "photograph", "photo", "image", "clip", "recording", "film", "tape", "drone-footage",
}  # fmt: skip
_PUBLISHING = {"publish", "post", "release", "share", "upload", "broadcast", "air", "circulate", "distribute", "obtain"}


def published(context: Context, verb: Token) -> Iterator[Candidate]:
    """The statement of whoever published pictures of something: "the footage of the raid that Hill Eye posted"."""
    if verb.lemma not in _PUBLISHING or verb.relation not in ("acl", "advcl", "conj"):
        return
    noun = next((above for above in verb.ancestors() if above.lemma.lower() in _SHOWING), None)
    if noun is None or noun.i > verb.i or any(above.pos == "VERB" for above in _between(verb, noun)):
        return
    speaker = grammar.agent(verb) if grammar.is_passive(verb) else verb.child("nsubj")
    shown = next((child for child in noun.all("nmod") if grammar.preposition(child) == "of"), None)
    if speaker is None or shown is None or shown.i > verb.i or speaker.tag in ("WDT", "WP"):
        return
    below = {token.i for token in verb.subtree()}
    content = context.tidy(grammar.spans(grammar.trimmed([t for t in grammar.phrase(shown) if t.i not in below])))
    if content:
        yield Candidate(
            rule="published", cue=[verb], source=grammar.phrase(speaker), speaker=speaker, content=content,
            entry=context.say,
        )  # fmt: skip


def pictured(context: Context, verb: Token) -> Iterator[Candidate]:
    """What pictures show: "a video in which three men are shot"."""
    noun = verb.head
    which = next((child for child in verb.all("obl") if child.lower in ("which", "where")), None)
    if verb.dep != "acl:relcl" or which is None or noun.lemma.lower() not in _SHOWING or noun.i > which.i:
        return
    below = [token for token in verb.subtree() if token.i > which.i]
    content = context.tidy(grammar.spans(grammar.trimmed(below)))
    if content:
        source = [token for token in grammar.phrase(noun, without=[verb]) if token.i < which.i]
        yield Candidate(
            rule="pictured", cue=[which], source=grammar.trimmed(source), speaker=noun, content=content,
            entry=context.say,
        )  # fmt: skip


def shown_in(context: Context, noun: Token) -> Iterator[Candidate]:
    """What pictures show, told behind them: "In the clip, shared by the page Hill Eye, the men are shot"."""
    marks = noun.all("case")
    sentence = context.parse.sentence_of(noun)
    if noun.lemma.lower() not in _SHOWING or not marks or marks[0].i != sentence.first or marks[0].lower != "in":
        return
    below = {token.i for token in noun.subtree() if token.pos != "PUNCT"}  # a comma far behind may hang on the noun
    tokens = context.parse.tokens_of(sentence)
    last = max((i for i in below if noun.head.i < noun.i or i < noun.head.i), default=noun.i)
    if last + 2 >= sentence.last or context.parse.tokens[last + 1].text != ",":
        return
    behind = context.parse.tokens[last + 2]
    posted = next((v for v in (*noun.all("acl"), behind) if v.lemma in _PUBLISHING and _shared(v)), None)
    by = grammar.agent_phrase(posted) if posted is not None else None
    if posted is behind:  # ", shared by the page," hung on what is told
        start = by.i if by is not None else behind.i
        last = next((token.i - 1 for token in tokens if token.i > start and token.text == ","), sentence.last)
    content = context.tidy(grammar.spans(grammar.trimmed([token for token in tokens if token.i > last])))
    speaker = by if by is not None else noun
    if content:
        cue = marks[0] if by is None or posted is None else posted
        yield Candidate(
            rule="pictured" if by is None else "published", cue=[cue],
            source=[t for t in grammar.phrase(speaker, without=[] if posted is None else [posted]) if t.i <= last],
            speaker=speaker, content=content, entry=context.say,
        )  # fmt: skip


def _shared(verb: Token) -> bool:
    """True for a participle, which the parser takes for a past tense where the sentence goes on behind a comma."""
    return verb.tag == "VBN" or (verb.tag == "VBD" and verb.child("nsubj") is None)


_BETWEEN = 2  # words of a day or a place between "emerged" and "of"
_APPEARING = {"emerge", "surface", "circulate", "appear"}


def emerged(context: Context, verb: Token) -> Iterator[Candidate]:
    """What pictures show that have come to light: "Footage has emerged of soldiers executing four villagers"."""
    noun = verb.child("nsubj")
    if verb.lemma not in _APPEARING or noun is None or noun.lemma.lower() not in _SHOWING:
        return
    tokens = [token for token in verb.subtree() if token.i > verb.i]
    at = next((i for i, token in enumerate(tokens) if token.lower in ("of", "showing") and _at_large(tokens[:i])), None)
    if at is None:
        return
    content = tokens[at + 1 :]
    spans = context.tidy(grammar.spans(grammar.trimmed(content)))
    if spans:
        yield Candidate(
            rule="pictured", cue=grammar.verb_group(verb), source=grammar.phrase(noun), speaker=noun, content=spans,
            entry=context.say,
        )  # fmt: skip


def _at_large(before: list[Token]) -> bool:
    """True if nothing but a day, or where, stands between: "appeared on Sunday of", "surfaced online of"."""
    return len(before) <= _BETWEEN and all(token.pos in ("ADP", "ADV", "PROPN", "NOUN") for token in before)


def _between(lower: Token, upper: Token) -> Iterator[Token]:
    """The words on the way up from ``lower`` to ``upper``, without either."""
    for above in lower.ancestors():
        if above is upper:
            return
        yield above
