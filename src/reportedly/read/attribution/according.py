"""Sources in a prepositional phrase: "according to X", "per X", "in the words of X", "by X's own account"."""

from collections.abc import Iterator

from reportedly.language import Token
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.candidate import Candidate
from reportedly.read.attribution.context import Context

_APPOSING = {"a", "an", "the", "who", "which", "whose", "one", "its", "his", "her", "their"}
_MARKS = {'"', "“", "”", "``", "''"}  # a quotation is told, not the teller
_OPINIONS = {
    "in": {"words", "opinion", "view", "judgement", "judgment", "estimation", "telling", "mind", "eyes", "assessment"},
    "by": {"account", "accounts", "admission", "estimate", "estimates", "count", "reckoning", "telling", "calculation"},
}
_MEASURES = {"plan", "schedule", "rule", "instruction", "law", "size", "age"}  # "according to plan" tells no source


def according(context: Context, token: Token) -> Iterator[Candidate]:
    """ "according to X", "per X's reporting": X tells the sentence."""
    sentence = context.parse.sentence_of(token)
    tokens = context.parse.tokens_of(sentence)
    at = token.i - sentence.first
    cue = [token]
    if token.lower == "according":
        if at + 1 >= len(tokens) or tokens[at + 1].lower != "to":
            return
        cue.append(tokens[at + 1])
    behind = tokens[at + len(cue) :]
    if not behind:
        return
    speaker = _head_of_phrase(behind, cue)
    if speaker is None or (token.lower == "per" and not _can_speak(speaker)):
        return
    if token.lower == "according" and speaker.lemma in _MEASURES:
        return
    source = [
        t for t in grammar.phrase(speaker, without=[t for t in speaker.children if t.i < token.i]) if t.i > cue[-1].i
    ]
    source = grammar.contiguous(speaker, source, 1) if speaker in source else source
    source = _until_clause(source, speaker, at == 0)
    again = next((t for t in source if t.i > cue[-1].i and t.lower in ("per", "according")), None)
    if again is not None:  # "ten per the registry, thirty per the tribes": the next part of a list
        commas = [at for at, t in enumerate(source) if t.text in (",", ";") and speaker.i < t.i < again.i]
        source = source[: commas[-1]] if commas else source
    marks = [position for position, t in enumerate(source) if t.text in _MARKS and t.i > speaker.i]
    source = grammar.trimmed(source[: marks[0]]) if marks else source
    phrase = {t.i for t in (*cue, *source)} | {t.i for t in behind[:1] if t.lower in ("both", "either")}
    governor = speaker.head if speaker.head is not speaker and speaker.head.i not in phrase else None
    whole = at == 0 or tokens[at - 1].text == "," or governor is None
    if whole:
        content = [t for t in tokens if t.i not in phrase]
    else:
        assert governor is not None
        root = governor
        while root.pos not in ("VERB", "AUX") and root.child("cop") is None and root.head is not root:
            root = root.head
        content = [t for t in root.subtree() if t.i not in phrase]
    content = _own_part(content, tokens, token)
    here = context.quotations.at(token.start)
    if here is not None:
        inside = context.quotations.quotes[here]
        content = [t for t in content if inside.start <= t.start < inside.end]
    spans = context.bare(grammar.spans(grammar.trimmed(content)))
    if spans and source:
        rule = "according-to" if token.lower == "according" else "per"
        yield Candidate(rule=rule, cue=cue, source=source, speaker=speaker, content=spans, entry=context.say)


def _own_part(content: list[Token], tokens: list[Token], cue: Token) -> list[Token]:
    """Of a list of what several tell, the part of this one: "forty died per the ministry, sixty per the tribes"."""
    others = [t.i for t in tokens if t is not cue and (t.lower == "per" or t.lower == "according") and t.pos != "NOUN"]
    if not others:
        return content
    first = max((t.i for t in tokens if t.text in (";", ",") and t.i < cue.i - 1), default=-1)
    after = [t.i for t in tokens if t.text in (";", ",") and t.i > cue.i]
    last = min(after, default=tokens[-1].i + 1)
    inside = [t for t in content if first < t.i < last]
    told = any(first < i < last for i in others)
    return content if told or not inside else inside


def opinions(context: Context, noun: Token) -> Iterator[Candidate]:
    """ "In the opinion of the General Staff, …", "by their own account …": X tells the rest of the sentence."""
    preposition = noun.child("case")
    if preposition is None or preposition.i > noun.i or noun.lower not in _OPINIONS.get(preposition.lower, ()):
        return
    owner = noun.child("nmod:poss") or next(
        (child for child in noun.children if child.relation == "nmod" and grammar.preposition(child) == "of"), None
    )
    if owner is None:
        return
    sentence = context.parse.sentence_of(noun)
    tokens = context.parse.tokens_of(sentence)
    below = {token.i for token in noun.subtree()}
    last = max(below)
    opens = preposition.i == sentence.first or tokens[preposition.i - sentence.first - 1].text == ","
    if not (opens or last + 2 >= sentence.last):
        return
    link = [child for child in owner.children if child.relation == "case" and child.lower == "of"]
    own = {token.i for token in owner.subtree()}
    cue = [preposition, *(t for t in noun.subtree() if t.i not in own and t.relation in ("det", "amod")), noun, *link]
    source = [token for token in grammar.phrase(owner) if token.lower not in ("'s", "’s", "'", "’")]
    content = context.bare(grammar.spans(grammar.trimmed([t for t in tokens if t.i not in below])))
    if source and content:
        yield Candidate(
            rule="in-the-words-of", cue=sorted(cue, key=lambda token: token.i), source=source, speaker=owner,
            content=content, entry=context.say,
        )  # fmt: skip


def _head_of_phrase(tokens: list[Token], cue: list[Token]) -> Token | None:
    """The head of the noun phrase that ``tokens`` begin with."""
    marks = {token.i for token in cue}
    for token in tokens[:12]:
        if token.pos in ("NOUN", "PROPN", "PRON", "NUM"):
            head = token
            while (
                head.head is not head
                and head.head.i > cue[-1].i
                and (head.head.pos in ("NOUN", "PROPN", "PRON", "NUM") or head.head.tag == "NNP")
                and head.relation in ("compound", "flat", "nmod", "nummod", "amod", "det")
                and (head.relation != "nmod" or head.dep == "nmod:poss")
            ):
                head = head.head
            return head if head.i not in marks else None
        if token.text in ",.;:":
            return None
    return None


def _can_speak(head: Token) -> bool:
    # "per the registry", "per Reuters"; not "per day", "per cent"
    determined = any(child.relation in ("det", "nmod") and child.i < head.i for child in head.children)
    return determined or head.pos == "PROPN" or head.name in ("PER", "ORG")


def _until_clause(source: list[Token], speaker: Token, opens: bool) -> list[Token]:
    """A source phrase ends where a new main clause begins after a comma (a common slip of the parser).

    In a phrase that opens the sentence the first comma ends it, unless an apposition or relative clause follows.
    """
    for position, token in enumerate(source):
        if opens and token.i > speaker.i and token.text == "," and position + 1 < len(source):
            following = source[position + 1]
            if following.lower not in _APPOSING and following.pos != "PROPN":
                return source[:position]
        if token.i > speaker.i and token.text == "," and position + 1 < len(source):
            following = source[position + 1]
            root = following
            while root.head in source and root.head is not speaker:
                root = root.head
            if root.pos == "VERB" and root.dep not in ("acl:relcl", "acl") and root.child("nsubj") is not None:
                return source[:position]
    return grammar.trimmed(source)
