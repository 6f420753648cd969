"""Attribution in headlines, by marks and word forms: "Ministry: convoy was hit", "ARMY DENIES SHELLING MARKET".

A headline leaves out what a parser leans on (articles, auxiliaries, small letters), so its verbs are known by their
forms, and its parts by where the marks stand.
"""

import re
from collections.abc import Iterator, Sequence

from reportedly.language import Parse, Token
from reportedly.model import Block, Span
from reportedly.ontology.cues import Cue, Cues
from reportedly.ontology.speakers import Speakers
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.candidate import Candidate
from reportedly.read.attribution.direct import without_marks

_COLON = re.compile(r"^(?P<who>[^:\n]{2,60}):\s+(?P<what>\S.{12,})$", re.DOTALL)
_TRAILING = re.compile(r"^(?P<what>.{15,}?)(?:\s*[:–—]\s+|\s-\s?)(?P<who>[^:,–—\n]{2,50})$", re.DOTALL)
_INVERTED = re.compile(r"^(?P<what>.{15,}?),\s+(?P<cue>\w+)\s+(?P<who>[^,\n]{2,60})$", re.DOTALL)
_ASKED = re.compile(r"^(?P<what>.{10,}?\?[\"”’']?),?\s+(?P<who>[^,;:?\n]{2,40})\s(?P<cue>\w+)\b", re.DOTALL)
_SEGMENT = re.compile(r"[^;\n]+")
_LINE = 140  # code points; a line without a stop that is no longer is set like a headline
_SHORT = 6  # words in the source of a headline
_REACH = 8  # words before the verb of a headline
_TITLES = {"opinion", "analysis", "explainer", "update", "updated", "live", "watch", "video", "breaking", "exclusive",
           "fact check", "timeline", "photos", "in pictures", "profile", "factbox", "editorial", "review",
           "note"}  # fmt: skip
_ACTS = {"speech", "denial", "doubt", "confirmation", "prediction", "request", "accusation", "estimate", "question"}
_QUOTED = re.compile(r"^[\"“‘'].*[\"”’']$", re.DOTALL)


def headlines(parse: Parse, cues: Cues, speakers: Speakers) -> Iterator[Candidate]:
    """The attributions in lines that are set like headlines; one a segment, where semicolons part them."""
    for block in parse.blocks:
        if not _set_like_one(block, parse.text):
            continue
        text = block.span.of(parse.text)
        capitals = text.isupper()
        for segment in _SEGMENT.finditer(text) if capitals else [re.compile(r".+", re.DOTALL).match(text)]:
            if segment is None or not segment.group().strip():
                continue
            words = segment.group()
            start = block.start + segment.start() + len(words) - len(words.lstrip())
            line = Span(start, start + len(words.strip()))
            found = _by_marks(parse, line, cues, speakers) or _by_verb(parse, line, cues, capitals)
            if found is not None:
                yield found


def _set_like_one(block: Block, text: str) -> bool:
    words = block.span.of(text)
    if block.kind in ("headline", "heading"):
        return True
    stop = words.rstrip().endswith((".", "!", "?"))
    return block.kind in ("paragraph", "lead") and len(words) <= _LINE and not stop and "\n" not in words.strip()


def _by_marks(parse: Parse, line: Span, cues: Cues, speakers: Speakers) -> Candidate | None:
    """ "Ministry: convoy was hit", "Convoy was hit – ministry", "Convoy was hit, says ministry", "… ? Kyiv asks"."""
    for rule, pattern in (
        ("headline-colon", _COLON),
        ("headline-trailing", _TRAILING),
        ("headline-says", _INVERTED),
        ("headline-asks", _ASKED),
    ):
        match = pattern.match(line.of(parse.text))
        if match is None:
            continue
        who = Span(line.start + match.start("who"), line.start + match.end("who"))
        what = without_marks(parse.text, Span(line.start + match.start("what"), line.start + match.end("what")))
        source = grammar.trimmed(parse.tokens_in(who))
        entry: Cue | None = cues.of("say", "VERB")[-1]
        if "cue" in match.re.groupindex:
            cue = parse.tokens_in(Span(line.start + match.start("cue"), line.start + match.end("cue")))[:1]
            entry = _tells(cue[0], cues) if cue else None
            certain = entry is not None
        else:
            cue = _mark(parse, line, match)
            certain = rule == "headline-trailing" and _QUOTED.match(match.group("what")) is not None
            last = _tells(source[-1], cues) if len(source) > 1 else None
            if certain and last is not None:  # "“No ransom was paid”: employer speaks"
                cue, source, entry = source[-1:], source[:-1], last
        if not source or not cue or entry is None or len(source) > _SHORT:
            continue
        if not (certain or _speaks(source, speakers)) or _rubric(who.of(parse.text)):
            continue
        return Candidate(rule=rule, cue=cue, source=source, speaker=_head(source), content=(what,), entry=entry)
    return None


def _by_verb(parse: Parse, line: Span, cues: Cues, capitals: bool) -> Candidate | None:
    """ "ARMY DENIES SHELLING MARKET", "UN envoy doubts truce will hold": where the parser saw no verb."""
    tokens = parse.tokens_in(line)
    for at, token in enumerate(tokens[:_REACH]):
        entry = _tells(token, cues) if at else None
        if entry is None or (token.pos == "VERB" and not capitals) or any(t.text in ",:–—-" for t in tokens[:at]):
            continue
        if at + 1 < len(tokens) and (tokens[at + 1].pos == "ADP" or _tells(tokens[at + 1], cues) is not None):
            continue  # "POLICE REPORTS SAY", "claims of"
        content = _before_signature(parse, Span(token.end, line.end))
        if len(content.of(parse.text).split()) > 1:
            source = grammar.trimmed(tokens[:at])
            return Candidate(
                rule="headline-verb", cue=[token], source=source, speaker=_head(source), content=(content,), entry=entry
            )
    return _told_last(parse, tokens, cues) if capitals else None


def _told_last(parse: Parse, tokens: Sequence[Token], cues: Cues) -> Candidate | None:
    """ "TRUCKS BURNED NEAR CHECKPOINT, DELEGATE TELLS AGENCIES"."""
    comma = max((at for at, token in enumerate(tokens) if token.text == ","), default=0)
    for at in range(comma + 2, len(tokens)):
        entry = _tells(tokens[at], cues)
        if comma and entry is not None and len(tokens) - at <= 3 and at - comma - 1 <= _SHORT:
            source = list(tokens[comma + 1 : at])
            content = Span(tokens[0].start, tokens[comma - 1].end)
            return Candidate(
                rule="headline-says", cue=[tokens[at]], source=source, speaker=_head(source),
                content=(without_marks(parse.text, content),), entry=entry,
            )  # fmt: skip
    return None


def _tells(token: Token, cues: Cues) -> Cue | None:
    """The cue that ``token`` is a finite form of, whatever its tag: "SAYS", "denies", "doubts", "deny"."""
    word = token.lower
    stems = [word, token.lemma.lower()]
    if word.endswith("s"):
        stems += [word[:-1], f"{word[:-3]}y"] if word.endswith("ies") else [word[:-1]]
    for stem in stems:
        for entry in cues.of(stem, "VERB"):
            if entry.act in _ACTS and not entry.tail and not entry.frames.isdisjoint("cqo"):
                return entry
    return None


def _before_signature(parse: Parse, span: Span) -> Span:
    """``span`` without a channel behind a dash: "ARMY SAYS TWO DEAD -STATEMENT"."""
    words = span.of(parse.text)
    match = re.search(r"\s[-–—]\s?\w+$", words)
    end = span.start + match.start() if match else span.end
    start = span.start + len(words) - len(words.lstrip())
    return without_marks(parse.text, Span(start, max(start, end)))


def _mark(parse: Parse, line: Span, match: re.Match[str]) -> list[Token]:
    first = min(match.end("who"), match.end("what"))
    last = max(match.start("who"), match.start("what"))
    marks = parse.tokens_in(Span(line.start + first, line.start + last))
    return [token for token in marks if token.text.strip(":–—-") == ""][:1]


def _rubric(words: str) -> bool:
    return words.strip().lower() in _TITLES


def _speaks(source: Sequence[Token], speakers: Speakers) -> bool:
    """A person's or body's name, or a noun that can speak; not a rubric ("Analysis") or a place ("Hama province")."""
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
