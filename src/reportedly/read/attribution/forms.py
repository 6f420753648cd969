"""Attributions without a verb of saying: embedded posts, signed lines, what nobody could tell."""

import re
from collections import Counter
from collections.abc import Iterator

from reportedly.language import Parse, Token
from reportedly.model import READABLE, Span
from reportedly.ontology.cues import Cues
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.candidate import Candidate
from reportedly.read.attribution.direct import without_marks


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


_TURN = re.compile(
    r"^[\"“]?(?P<who>[QA]|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}): (?P<what>\S.*(?:\n(?![\"“]?[^\n:]{1,40}: ).+)*)",
    re.MULTILINE,
)
_TURNS = 3  # lines of one form make a transcript; fewer are headings


def turns(parse: Parse, cues: Cues) -> Iterator[Candidate]:
    """The turns of a transcript: "WALLACE: Let us talk about …", "Q: … A: …"; each speaker's label comes back."""
    matches = [
        match
        for block in parse.blocks
        if block.kind in READABLE and block.post is None
        for match in _TURN.finditer(parse.text, block.start, block.end)
    ]
    labels = Counter(match.group("who") for match in matches)
    again = [match for match in matches if labels[match.group("who")] > 1]
    if len(again) < _TURNS:
        return
    for match in again:
        source = parse.tokens_in(Span(*match.span("who")))
        cue = parse.tokens_in(Span(match.end("who"), match.end("who") + 1))
        content = without_marks(parse.text, Span(*match.span("what")))
        if source and cue and len(content):
            yield Candidate(
                rule="turn", cue=cue, source=source, speaker=source[-1], content=(content,),
                entry=cues.of("say", "VERB")[-1], mode="direct",
            )  # fmt: skip


_UNKNOWN = {"unclear", "unknown", "unconfirmed", "unverified"}
_KNOWN = {"clear", "known", "certain", "possible"}
CONFIRMING = frozenset({"confirmation", "verification", "corroboration", "substantiation"})
_NONE = {"none", "neither", "nothing", "little"}
_REPORTS = {"claim", "report", "account", "version", "allegation", "assertion", "statement", "part", "detail"}
_WAYS = {"possible", "impossible", "way", "means"}
_NEAR = 4  # words from "possible" to the verb
_AT_HAND = {"available", "forthcoming", "possible"}
_COMING = {"come", "emerge", "receive", "obtain"}
_CHECKING = {"verify", "confirm", "corroborate", "authenticate", "establish", "determine", "substantiate"}
_TESTING = _CHECKING | {"check", "ascertain", "test"}


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
            if target is None or target.dep == "expl":
                continue
            negation = grammar.negation(token) or _no_report(target)
            if negation is None:
                continue
            doer = grammar.agent(token)
            group = grammar.verb_group(token)
            if target.lower == "it":  # "it cannot be established at this stage whether …"
                target = next((child for child in token.children if _whether(child)), target)
            yield Candidate(
                rule="not-verified", cue=group, source=grammar.phrase(doer) if doer else (), speaker=doer,
                content=_of_target(target), entry=entry, negation=negation, stance="cannot-verify",
                stance_spans=grammar.spans(group),
            )  # fmt: skip
        elif token.tag in ("VB", "VBG") and token.lemma in _TESTING and (open_ := _impossible(token)) is not None:
            checked = token.child("ccomp", "obj")
            if checked is None or checked.i < token.i:
                continue
            had = token.head.head if token.head.relation == "obj" else None
            who = grammar.subject(had) if had is not None and had.lemma == "have" else None
            yield Candidate(
                rule="not-verified", cue=open_, source=grammar.phrase(who) if who is not None else (), speaker=who,
                content=_of_target(checked), entry=entry, stance="cannot-verify", stance_spans=grammar.spans(open_),
            )  # fmt: skip
        elif token.lower in CONFIRMING and (said := _lacking(token)) is not None:
            who = grammar.subject(said) if said.lemma == "have" else None
            yield Candidate(
                rule="not-confirmed", cue=grammar.verb_group(said), speaker=who,
                source=grammar.phrase(who) if who is not None else (),
                content=grammar.spans(grammar.phrase(token)), entry=entry, stance="cannot-verify",
                stance_spans=grammar.spans([*grammar.verb_group(said), *token.all("det"), token]),
            )  # fmt: skip


def _impossible(verb: Token) -> list[Token] | None:
    """The words of "it was not possible to verify", "there was no way to establish", in order."""
    above = verb.head
    marker = verb.child("mark")
    if marker is None or marker.lower not in ("to", "of") or not 0 < verb.i - above.i <= _NEAR:
        return None
    if above.lemma.lower() not in _WAYS:
        return None
    had = above.relation == "obj" and above.head.lemma == "have"
    if above.child("expl") is None and above.head.child("expl") is None and not had:
        return None
    if above.lower != "impossible" and grammar.negation(above) is None:
        return None
    own = ("cop", "advmod", "det", "aux")
    beside = [child for child in above.children if child.relation in own and child.i < above.i]
    return grammar.contiguous(verb, [*beside, above, marker, verb])


def _of_target(target: Token) -> tuple[Span, ...]:
    clause = target.pos in ("VERB", "AUX")
    return grammar.spans(grammar.trimmed(target.subtree()) if clause else grammar.phrase(target))


def _no_report(target: Token) -> Token | None:
    """The word that negates the subject of "neither claim could be verified", "none of this has been confirmed"."""
    if target.lower in _NONE:
        return target
    no = target.child("det")
    told = no is not None and (no.lower == "neither" or (no.lower == "no" and target.lemma in _REPORTS))
    return no if told else None


def _whether(clause: Token) -> bool:
    mark = clause.child("mark")
    asked = mark is not None and mark.lower in ("whether", "if", "that")
    return asked and clause.relation in ("advcl", "ccomp", "csubj")


def _lacking(noun: Token) -> Token | None:
    """The verb of "there was no independent confirmation", "no confirmation was available", where nobody is told who
    might have given it."""
    if not any(child.lower in ("no", "without") for child in noun.all("det")):
        return None
    if any(grammar.preposition(child) in ("from", "by") for child in noun.all("nmod")):
        return None
    above = noun.head
    exists = above.lemma == "be" and above.child("expl") is not None
    lacks = noun.relation in ("nsubj", "nsubj:pass") and (above.lower in _AT_HAND or above.lemma in _COMING)
    had = above.lemma == "have" and noun.relation == "obj"
    return above if exists or lacks or had else None


def _asks(clause: Token) -> bool:
    """An indirect question: "whether", "where", "who", "how", "if"."""
    words = {token.lower for token in clause.subtree()[:3]}
    return bool(
        words & {"whether", "if", "where", "who", "whom", "when", "how", "why", "what", "which", "whose", "that"}
    )
