"""From a spaCy ``Doc`` to the project's own tokens, whatever label set the model was trained on.

The shipped pipeline speaks Universal Dependencies already. The ``en_core_web_*`` models speak CLEAR: there a
preposition governs its noun and the copula governs its predicate. ``adopt`` turns those trees round, so that a rule
is written once.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from reportedly.language.parse import Name, NameLabel, Sentence, Token
from reportedly.language.repair import repair

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token as SpacyToken

_CLEAR_TO_UD = {
    "ROOT": "root", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "dobj": "obj",
    "dative": "iobj", "prt": "compound:prt", "neg": "advmod", "poss": "nmod:poss", "npadvmod": "obl:npmod",
    "relcl": "acl:relcl", "nn": "compound", "intj": "discourse", "preconj": "cc:preconj", "predet": "det:predet",
    "quantmod": "advmod", "meta": "parataxis", "oprd": "xcomp", "num": "nummod",
}  # fmt: skip
_LABELS: dict[str, NameLabel] = {
    "PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "NORP": "NORP",
}  # fmt: skip
_INFLECTED = {"VERB", "NOUN", "AUX", "ADJ", "ADV"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM"}


def adopt(
    doc: "Doc", offset: int, block: int, tokens: list[Token], sentences: list[Sentence], names: list[Name]
) -> None:
    """Append the tokens, sentences and names of ``doc`` to the three lists.

    ``offset`` is where the parsed text starts in the document, in code points; ``block`` the index of its block.
    """
    base = len(tokens)
    # White space tokens are spaCy's own; they carry nothing, and the offsets keep the gaps.
    kept = [token for token in doc if not token.is_space]
    index = {token.i: base + position for position, token in enumerate(kept)}
    sentence_starts = {first.i for sentence in doc.sents if (first := _first(sentence)) is not None}
    number = len(sentences) - 1
    first_of: list[int] = []
    for token in kept:
        if token.i in sentence_starts or not first_of:
            number += 1
            first_of.append(len(tokens))
        lemma = _lemma(token.text if token.pos_ == "PROPN" else token.lower_, token.pos_)
        tokens.append(Token(len(tokens), offset + token.idx, token.text, lemma, token.pos_, token.tag_, number))
    for spacy_token in kept:
        own = tokens[index[spacy_token.i]]
        head = spacy_token.head
        while head.is_space and head.i != head.head.i:
            head = head.head
        own.dep = spacy_token.dep_
        own.head = own if head.i == spacy_token.i or head.i not in index else tokens[index[head.i]]
        if own.head is own:
            own.dep = "root"
    if any(token.dep in ("pobj", "prep", "dobj", "nsubjpass", "attr") for token in tokens[base:]):
        _clear_to_ud(tokens[base:])
    repair(tokens[base:])
    for own in tokens[base:]:
        if own.head is not own:
            own.head.children.append(own)
    for begin, end in zip(first_of, [*first_of[1:], len(tokens)], strict=True):
        sentences.append(Sentence(len(sentences), begin, end, tokens[begin].start, tokens[end - 1].end, block))
    for entity in doc.ents:
        label = _LABELS.get(entity.label_)
        inside = [index[token.i] for token in entity if token.i in index]
        if label is None or not inside:
            continue
        begin, end = inside[0], inside[-1] + 1
        for position in range(begin, end):
            tokens[position].name = label
        names.append(Name(label, begin, end, tokens[begin].start, tokens[end - 1].end))


@lru_cache(maxsize=65536)
def _lemma(word: str, pos: str) -> str:
    """The dictionary form of ``word``, by the NIH SPECIALIST lexicon and rules for what it lacks (lemminflect)."""
    if pos not in _INFLECTED:
        return word
    from lemminflect import getLemma

    forms: tuple[str, ...] = getLemma(word, pos)
    return forms[0] if forms else word


def _first(sentence: "SpacySpan") -> "SpacyToken | None":
    return next((token for token in sentence if not token.is_space), None)


def _clear_to_ud(tokens: list[Token]) -> None:
    """Turn CLEAR trees into UD trees in place. Only heads and relations change."""
    for token in tokens:  # preposition over noun: the noun takes the preposition's place
        if token.dep in ("pobj", "pcomp") and token.head.dep in ("prep", "agent", "dative") and token.head is not token:
            preposition = token.head
            governor = preposition.head
            token.head = governor if governor is not preposition else token
            if token.dep == "pcomp":
                token.dep = "advcl"
            elif preposition.dep == "agent":
                token.dep = "obl:agent"
            elif governor.pos in ("NOUN", "PROPN", "PRON", "NUM"):
                token.dep = "nmod"
            else:
                token.dep = "obl"
            if preposition.head is preposition:
                token.dep = "root"
            preposition.head = token
            preposition.dep = "case" if token.dep != "advcl" else "mark"
    for token in tokens:  # copula over predicate: the predicate takes the copula's place
        if token.dep in ("attr", "acomp") and token.head.lemma == "be" and token.pos in _NOMINAL:
            copula = token.head
            token.head, token.dep = (token, "ROOT") if copula.head is copula else (copula.head, copula.dep)
            for other in tokens:
                if other.head is copula and other is not copula and other is not token:
                    other.head = token
            copula.head, copula.dep = token, "cop"
    for token in tokens:
        token.dep = _CLEAR_TO_UD.get(token.dep, token.dep)
        if token.dep == "prep":
            token.dep = "case" if token.head.pos in _NOMINAL else "advmod"
        if token.dep == "dep" and token.head is token:
            token.dep = "root"
