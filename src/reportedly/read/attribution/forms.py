"""Attributions without a verb of saying: headlines with a colon or dash, embedded posts, what nobody could tell."""

import re
from collections.abc import Iterator, Sequence

from reportedly.language import Parse, Token
from reportedly.model import READABLE, Span
from reportedly.ontology.cues import Cues
from reportedly.ontology.speakers import Speakers
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.candidate import Candidate
from reportedly.read.attribution.direct import without_marks

_COLON = re.compile(r"^(?P<who>[^:\n]{2,60}):\s+(?P<what>\S.{12,})$", re.DOTALL)
_TRAILING = re.compile(r"^(?P<what>.{15,}?)(?:\s*[:–—]\s+|\s-\s)(?P<who>[^:,–—\n]{2,50})$", re.DOTALL)
_INVERTED = re.compile(r"^(?P<what>.{15,}?),\s+(?P<cue>\w+)\s+(?P<who>[^,\n]{2,60})$", re.DOTALL)
_LINE = 140  # code points; a line without a stop that is no longer is set like a headline
_SHORT = 6  # words in the source of a headline
_TITLES = {"opinion", "analysis", "explainer", "update", "updated", "live", "watch", "video", "breaking", "exclusive",
           "fact check", "timeline", "photos", "in pictures", "profile", "factbox", "editorial", "review",
            "note"}  # fmt: skip


def headlines(parse: Parse, cues: Cues, speakers: Speakers) -> Iterator[Candidate]:
    """ "Ministry: convoy was hit", "Convoy was hit – ministry", "Convoy was hit, says ministry"."""
    for block in parse.blocks:
        text = block.span.of(parse.text)
        alone = (
            block.kind in ("paragraph", "lead") and len(text) <= _LINE and not text.rstrip().endswith((".", "!", "?"))
        )
        if block.kind not in ("headline", "heading") and not (alone and "\n" not in text.strip()):
            continue
        for rule, pattern in (
            ("headline-colon", _COLON),
            ("headline-trailing", _TRAILING),
            ("headline-says", _INVERTED),
        ):
            match = pattern.match(text.strip())
            if match is None:
                continue
            offset = block.start + (len(text) - len(text.lstrip()))
            who = Span(offset + match.start("who"), offset + match.end("who"))
            what = without_marks(parse.text, Span(offset + match.start("what"), offset + match.end("what")))
            source = grammar.trimmed(parse.tokens_in(who))
            cue = _headline_cue(parse, rule, offset, match)
            if not source or not cue or len(source) > _SHORT or not _speaks(source, who.of(parse.text), speakers):
                continue
            if rule == "headline-says" and not any(cues.of(token.lemma, "VERB") for token in cue):
                continue
            entry = cues.of(cue[0].lemma, "VERB")[-1] if rule == "headline-says" else cues.of("say", "VERB")[-1]
            yield Candidate(rule=rule, cue=cue, source=source, speaker=_head(source), content=(what,), entry=entry)
            break


def _headline_cue(parse: Parse, rule: str, offset: int, match: re.Match[str]) -> list[Token]:
    if rule == "headline-says":
        return parse.tokens_in(Span(offset + match.start("cue"), offset + match.end("cue")))
    between = (
        (match.end("who"), match.start("what")) if rule == "headline-colon" else (match.end("what"), match.start("who"))
    )
    marks = parse.tokens_in(Span(offset + between[0], offset + between[1]))
    return [token for token in marks if token.text.strip(":–—-") == ""][:1]


def _speaks(source: Sequence[Token], words: str, speakers: Speakers) -> bool:
    """A person's or body's name, or a noun that can speak; not a rubric ("Analysis") or a place ("Hama province")."""
    if words.strip().lower() in _TITLES:
        return False
    if any(token.pos == "VERB" for token in source):
        return False
    nouns = speakers.person | speakers.outlet | speakers.organisation | speakers.document | speakers.people
    return any(token.name in ("PER", "ORG") or {token.lower, token.lemma.lower()} & nouns for token in source)


def _head(tokens: Sequence[Token]) -> Token:
    inside = {token.i for token in tokens}
    for token in tokens:
        if token.pos in ("NOUN", "PROPN") and (token.head is token or token.head.i not in inside):
            return token
    return tokens[-1]


def posts(parse: Parse, cues: Cues) -> Iterator[Candidate]:
    """A post that a page embeds: the account says its words; the signature line is the source."""
    others = any(block.kind in ("paragraph", "lead", "headline") for block in parse.blocks)
    for block in parse.blocks:
        if block.kind != "post" or block.post is None or block.post.span is None or not others:
            continue
        signature = block.post.span
        body = Span(block.start, signature.start) if signature.start > block.start else Span(signature.end, block.end)
        end = body.start + len(body.of(parse.text).rstrip())
        start = end - len(parse.text[body.start : end].lstrip())
        if start < end:
            yield Candidate(
                rule="embedded-post", cue=(), source=(), speaker=None,
                content=(without_marks(parse.text, Span(start, end)),),
                entry=cues.of("post", "VERB")[-1], post=block, mode="direct",
            )  # fmt: skip


_HANDLE = re.compile(r"^(?P<who>[^\n:—–(@]{0,50}\(?@\w{2,30}\)?)\s*[:—–-]\s+(?P<what>\S.*)$", re.DOTALL)


def signed_lines(parse: Parse, cues: Cues) -> Iterator[Candidate]:
    """A post copied into running text, its account before it: "Lina Shaar (@lina): They are shelling …"."""
    for block in parse.blocks:
        if block.kind not in READABLE or block.post is not None:
            continue
        match = _HANDLE.match(parse.text[block.start : block.end].rstrip())
        if match is None:
            continue
        who = Span(block.start + match.start("who"), block.start + match.end("who"))
        what = without_marks(parse.text, Span(block.start + match.start("what"), block.start + match.end("what")))
        source = parse.tokens_in(who)
        if source and len(what):
            yield Candidate(
                rule="signed-line", cue=(), source=source, speaker=source[0], content=(what,),
                entry=cues.of("post", "VERB")[-1], mode="direct", account=who,
            )  # fmt: skip


_UNKNOWN = {"unclear", "unknown", "unconfirmed", "unverified"}
_KNOWN = {"clear", "known", "certain", "possible"}
_CHECKING = {"verify", "confirm", "corroborate", "authenticate", "establish", "determine", "substantiate"}


def unverified(parse: Parse, cues: Cues) -> Iterator[Candidate]:
    """ "It was not clear where …", "the claim could not be verified": said with nobody named, and worth keeping.

    The words belong to whoever tells the sentence; where that is the document itself there is no source.
    """
    entry = cues.of("verify", "VERB")[-1]
    for token in parse.tokens:
        if token.pos == "ADJ" or token.lower in _UNKNOWN | _KNOWN:
            negation = grammar.negation(token)
            if not (token.lower in _UNKNOWN or (token.lower in _KNOWN and negation is not None)):
                continue
            clause = next(
                (c for c in token.children if c.relation in ("csubj", "ccomp", "advcl") and c.i > token.i and _asks(c)),
                None,
            )
            if clause is None:
                continue
            group = [token, *token.all("cop", "aux"), *([negation] if negation else [])]
            yield Candidate(
                rule="not-known", cue=grammar.contiguous(token, group), source=(), speaker=None,
                content=grammar.spans(grammar.trimmed(clause.subtree())), entry=entry, stance="cannot-verify",
                stance_spans=grammar.spans(group),
            )  # fmt: skip
        elif token.pos == "VERB" and token.lemma in _CHECKING and grammar.is_passive(token):
            target = token.child("nsubj:pass")
            negation = grammar.negation(token)
            if target is None or negation is None or target.dep == "expl":
                continue
            doer = grammar.agent(token)
            group = grammar.verb_group(token)
            yield Candidate(
                rule="not-verified", cue=group, source=grammar.phrase(doer) if doer else (), speaker=doer,
                content=grammar.spans(grammar.phrase(target)), entry=entry, negation=negation, stance="cannot-verify",
                stance_spans=grammar.spans(group),
            )  # fmt: skip


def _asks(clause: Token) -> bool:
    """An indirect question: "whether", "where", "who", "how", "if"."""
    words = {token.lower for token in clause.subtree()[:3]}
    return bool(
        words & {"whether", "if", "where", "who", "whom", "when", "how", "why", "what", "which", "whose", "that"}
    )
