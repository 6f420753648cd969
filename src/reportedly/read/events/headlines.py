"""Headlines: clauses without a verb, and verbs that were read for nouns.

A headline leaves out articles and auxiliaries (Mårdh 1980), so a tagger takes "snatch" in "Masked men snatch activist"
for a noun. English compounds have no plural before their last noun: there it is the verb, and so is an -s form behind a
singular.
"""

from reportedly.language import Parse, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_BEFORE_NOUN = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "DET", "PRON"})
PARTICLES = frozenset({"away", "off", "up", "down", "out", "over", "back"})
_COMMA = frozenset({",", ";", ":", "-", "–", "—"})
_PLURALS = frozenset({"police", "people", "dozens", "hundreds", "thousands", "scores"})
_LONGEST = 14  # tokens of a headline's clause


def is_first_word(token: Token, parse: Parse) -> bool:
    """True for a plural with the capital of a sentence's first word, which a tagger may take for a name."""
    sentence = parse.sentences[token.sent]
    if token.i != sentence.first or not token.lower.endswith("s"):
        return False
    following = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
    return following is None or not following.name


def is_verbless(token: Token, parse: Parse) -> bool:
    """True if the clause of ``token``, between commas and colons, is a headline's without a verb."""
    sentence = parse.sentences[token.sent]
    tokens = parse.tokens_of(sentence)
    if not tokens or tokens[-1].text in (".", "?", "!", "…"):
        return False
    clause = _clause(token, parse)
    return len(clause) <= _LONGEST and not any(
        other.tag in _FINITE and other.pos in ("VERB", "AUX") and other is not token for other in clause
    )


def headline_verb(token: Token, parse: Parse) -> tuple[list[Token], list[Token]] | None:
    """Subject and object of a verb that a headline's ``token`` was not read for; ``None`` for any other word.

    "Shot dead" is no noun phrase in any text.
    """
    if token.pos == "VERB" or token.i == 0 or token.i + 1 >= len(parse.tokens):
        return None
    before, behind = parse.tokens[token.i - 1], parse.tokens[token.i + 1]
    if token.lower == "shot" and behind.lower == "dead" and token.pos == "NOUN":
        return _doer_of_phrase(before), _run(parse, behind.i + 1)
    if before.sent != token.sent or behind.sent != token.sent or not is_verbless(token, parse):
        return None
    joined = before.text == "," and before.i > 0  # "Bandits storm school, snatch nine"
    if not joined and (before.pos not in _NOMINAL or not _agrees(before, token)):
        return None
    start = behind.i + 1 if behind.lower in PARTICLES and behind.i + 1 < len(parse.tokens) else behind.i
    if parse.tokens[start].pos not in _BEFORE_NOUN:
        return None
    goal = _run(parse, start)
    return ([] if joined else [before], goal) if goal else None


def _agrees(subject: Token, verb: Token) -> bool:
    plural = subject.tag in ("NNS", "NNPS") or subject.lower in _PLURALS
    plural = plural or (subject.pos == "PROPN" and subject.lower.endswith("s"))
    return plural != verb.lower.endswith("s")


def _clause(token: Token, parse: Parse) -> list[Token]:
    sentence = parse.tokens_of(parse.sentences[token.sent])
    found: list[Token] = []
    for other in sentence:
        if other.text in _COMMA:
            if other.i > token.i:
                break
            found = []
        else:
            found.append(other)
    return found


def _run(parse: Parse, start: int) -> list[Token]:
    """The last noun of the run of nouns and their modifiers at ``start``."""
    last = None
    for token in parse.tokens[start:]:
        if token.sent != parse.tokens[start].sent or token.pos not in _BEFORE_NOUN:
            break
        if last is not None and token.pos in ("DET", "PRON"):
            break
        if last is not None and last.pos == "NOUN" and token.pos == "PROPN":
            break  # "the magistrate [Salem Ba Nafi]"
        if token.pos in _NOMINAL or token.pos in ("PRON", "NUM"):
            last = token
    return [last] if last is not None else []


def _doer_of_phrase(noun: Token) -> list[Token]:
    """The noun before the phrase that ``noun`` stands in: the men of "two men on a motorbike [shot dead]"."""
    for token in (noun, noun.head):
        if token.lower == "shot" and token.relation == "nmod":
            return [token.head]
    return [noun] if noun.pos in _NOMINAL else []
