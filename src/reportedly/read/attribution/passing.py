"""Those who pass a statement on: "X was quoted by Z as saying …", "X, quoted by Z, said …"."""

from collections.abc import Iterable, Sequence

from reportedly.language import Token
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.candidate import Candidate
from reportedly.read.attribution.context import Context

_PASSING = {"quote", "cite"}


def passed_on(candidates: Sequence[Candidate], context: Context) -> list[Candidate]:
    """``candidates`` and those who carry one in its own words, each carried one led to its carrier.

    The carrier's statement has the same content and stands around the one that it quotes.
    """
    out = list(candidates)
    for candidate in candidates:
        if not candidate.cue or not candidate.content or candidate.speaker is None:
            continue
        found = _quoting(candidate)
        if found is None:
            continue
        verb, by = found
        out = [other for other in out if not (other is not candidate and other.cue and other.cue[-1] is verb)]
        source = [token for token in grammar.phrase(by, without=list(candidate.cue)) if token not in candidate.cue]
        carrier = Candidate(
            rule="quoted-by", cue=[verb], source=source, speaker=by, content=candidate.content, entry=context.say
        )
        inside = {token.i for token in verb.subtree()} | {verb.i}
        if verb not in candidate.cue:
            candidate.source = grammar.trimmed([t for t in candidate.source if t.i not in inside]) or candidate.source
        candidate.carrier, candidate.passed_on = carrier, True
        out.append(carrier)
    return out


def _quoting(candidate: Candidate) -> tuple[Token, Token] | None:
    """The participle by which the statement is passed on, and who does so."""
    assert candidate.speaker is not None
    below: Iterable[Token] = candidate.speaker.children
    addressee = candidate.cue[-1].child("iobj", "obj")
    relative = addressee.all("acl") if addressee is not None else []
    for verb in (*candidate.cue, *below, *candidate.cue[-1].children, *relative):
        if verb.lemma not in _PASSING or verb.tag != "VBN":
            continue
        by = grammar.agent_phrase(verb)
        if by is None and verb in candidate.cue:
            by = grammar.agent_phrase(candidate.cue[-1])  # "quoted as saying by Z"
        if by is not None and by is not candidate.speaker:
            return verb, by
    return None
