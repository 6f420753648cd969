"""How a source stands to what it is said to have said, and the words that carry it."""

from reportedly.language import Parse, Token
from reportedly.model import Span, Stance
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.candidate import Candidate

_CHECKING = {
    "verify",
    "confirm",
    "corroborate",
    "authenticate",
    "establish",
    "determine",
    "substantiate",
    "ascertain",
}
_INABILITY = {"could", "cannot", "can", "unable", "able", "can't", "couldn't", "position"}
FALSE = {
    "false", "untrue", "baseless", "unfounded", "fabricated", "incorrect", "groundless", "inaccurate", "fake", "lie",
    "lies", "wrong", "fabrication", "nonsense", "propaganda", "misleading", "hoax", "invention", "liar", "liars",
}  # fmt: skip
_SPEECH_NOUNS = {
    "report", "claim", "account", "statement", "allegation", "assertion", "story", "version", "rumour", "rumor", "word",
}  # fmt: skip
_NO_KNOWLEDGE = {
    "information",
    "knowledge",
    "evidence",
    "confirmation",
    "indication",
    "details",
    "detail",
    "proof",
}
_LEARNING = {"know", "hear", "learn", "see", "understand", "find out"}
_WANTING = {"want", "wish", "like", "need", "hope", "seek", "try"}
_COMING = {"will", "shall", "'ll"}
_DIRECTED = {"passive-infinitive", "infinitive"}
_NO_ANSWER = {"comment", "response", "reaction", "answer"}


def settle(candidate: Candidate, parse: Parse) -> None:
    """Set ``stance`` and ``stance_spans``: the cue's own, under negation, and as the content turns it."""
    if candidate.rule in ("not-known", "not-verified", "not-confirmed") or candidate.entry is None:
        return
    entry = candidate.entry
    words = list(candidate.cue)
    candidate.stance, candidate.stance_spans = entry.stance, grammar.spans(words)
    if candidate.negation is not None:
        stance: Stance = entry.negated
        inability = {token.lower for token in words} & _INABILITY
        nobodys = entry.lemma == "confirmation" and candidate.speaker is None
        if (
            nobodys
            or (entry.lemma in _CHECKING and inability)
            or (inability & {"able", "unable"} and entry.act in ("speech", "finding", "estimate"))
            or entry.lemma in ("verify", "authenticate")
            or (entry.lemma in _CHECKING and entry.stance == "corroborates")
        ):
            stance = "cannot-verify"
        elif entry.stance in ("declines", "denies") and entry.act == "refusal":
            stance = entry.negated
        candidate.stance = stance
        candidate.stance_spans = grammar.spans({*words, candidate.negation})
        return
    told = entry.act in ("speech", "question") and not entry.frames.isdisjoint("ao")
    if candidate.rule in _DIRECTED and (told or entry.lemma == "refuse"):
        candidate.stance = "intends"  # "told them to stay", "were asked to leave", "refuses to talk"
        return
    if candidate.speaker is not None and _asked(words, candidate.speaker, parse):
        candidate.stance = "questions"
        return
    if candidate.stance == "affirms" and entry.lemma in _LEARNING and (sought := _sought(words)) is not None:
        candidate.stance = sought
        return
    if candidate.stance == "affirms" and entry.act not in ("intention", "request"):
        turned = _turned(candidate, parse)
        if turned is not None:
            candidate.stance, candidate.stance_spans = turned
    if entry.act == "restricted" and candidate.content and _same(candidate, parse):
        candidate.stance = "corroborates"
    if entry.act == "confirmation" and candidate.stance == "affirms" and _about_a_report(candidate, parse):
        candidate.stance = "corroborates"


def _asked(cue: list[Token], speaker: Token, parse: Parse) -> bool:
    """True for "Can anybody confirm that …?", "Did the army say …?": nobody is told to have said it."""
    sentence = parse.tokens_of(parse.sentence_of(speaker))
    before = [token for token in cue if token.i < speaker.i]
    return sentence[-1].text == "?" and any(token.pos == "AUX" for token in before)


def _sought(cue: list[Token]) -> Stance | None:
    """How those stand to what is told who have yet to learn it: "want to know who fired", "the court will hear"."""
    said = {token.lemma.lower() for token in cue}
    if said & _WANTING:
        return "questions"
    return "intends" if said & _COMING else None


def _turned(candidate: Candidate, parse: Parse) -> tuple[Stance, tuple[Span, ...]] | None:
    """The stance that the head of the content gives a plain "said": "said the report was false"."""
    tokens = [token for span in candidate.content[:1] for token in parse.tokens_in(span)]
    inside = {token.i for token in tokens}
    roots = [token for token in tokens if token.head is token or token.head.i not in inside]
    for root in roots[:1]:
        negation = grammar.negation(root)
        group = {token.lower for token in grammar.verb_group(root)}
        if root.lower in ("unclear", "unknown") or (root.lower in ("clear", "known") and negation is not None):
            return "cannot-verify", grammar.spans([root, *root.all("cop"), *([negation] if negation else [])])
        if root.lemma in _CHECKING and negation is not None and (group & _INABILITY or grammar.is_passive(root)):
            return "cannot-verify", grammar.spans(grammar.verb_group(root))
        if root.lemma in _CHECKING and root.head.lower == "unable":
            return "cannot-verify", grammar.spans([root.head, root])
        governed = root.child("xcomp")
        if root.lower == "unable" and governed is not None and governed.lemma in _CHECKING:
            return "cannot-verify", grammar.spans([root, governed])
        if root.lemma == "have":
            lacking = root.child("obj")
            if lacking is not None and any(child.lower == "no" for child in lacking.children):
                if lacking.lower in _NO_KNOWLEDGE:
                    return "cannot-verify", grammar.spans([root, *lacking.all("det"), lacking])
                if lacking.lower in _NO_ANSWER:
                    return "declines", grammar.spans([root, *lacking.all("det"), lacking])
        if root.lemma in ("comment", "discuss", "respond") and negation is not None:
            return "declines", grammar.spans(grammar.verb_group(root))
        if root.lemma in ("happen", "occur") and _nothing(root, negation):
            return "denies", grammar.spans(grammar.verb_group(root))
        if root.lower in FALSE and negation is None and _about(root, tokens):
            return "denies", (root.span,)
        if root.lower == "true" and negation is not None:
            return "denies", grammar.spans([negation, root])
    if (false := _called_false(tokens)) is not None:
        return "denies", (false.span,)
    if candidate.entry is not None and candidate.entry.act == "judgement":
        false = next((token for token in tokens if token.lower in FALSE), None)
        if false is not None:
            return "denies", (false.span,)
    return None


def _called_false(tokens: list[Token]) -> Token | None:
    """The predicate of "reports that … were untrue", whose noun the parser took for a verb."""
    first = next((token for token in tokens if token.pos != "DET"), None)
    last = next((token for token in reversed(tokens) if token.lower in FALSE), None)
    if first is None or last is None or first.lemma not in _SPEECH_NOUNS or last.child("cop") is None:
        return None
    return last if grammar.negation(last) is None else None


def _nothing(root: Token, negation: Token | None) -> bool:
    """ "Nothing of the kind happened", "no such thing occurred", "it never happened"."""
    subject = grammar.subject(root)
    if subject is None:
        return False
    if negation is not None:
        return subject.lower in ("it", "this", "that")
    such = {child.lower for child in subject.children} & {"no", "such"}
    return (subject.lower == "nothing" and subject.child("nmod") is not None) or len(such) > 1


def _about(root: Token, tokens: list[Token]) -> bool:
    """The predicate is said of a report or claim, not of any thing: "the claim is false", "it was a lie"."""
    subject = grammar.subject(root)
    return subject is not None and (
        subject.lemma in _SPEECH_NOUNS or subject.lower in ("it", "this", "that", "they", "these")
    )


def _same(candidate: Candidate, parse: Parse) -> bool:
    """ "gave the same version": what another has told before."""
    return any(token.lower == "same" for token in parse.tokens_in(candidate.content[0])[:2])


def _about_a_report(candidate: Candidate, parse: Parse) -> bool:
    tokens = [token for span in candidate.content[:1] for token in parse.tokens_in(span)]
    inside = {token.i for token in tokens}
    roots = [token for token in tokens if token.head is token or token.head.i not in inside]
    return any(root.lemma in _SPEECH_NOUNS for root in roots)
