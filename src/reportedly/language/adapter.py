"""From what a pipeline says of a text to the tokens of a document, whatever label set the pipeline was trained on.

The shipped pipeline speaks Universal Dependencies already; other spaCy models may speak CLEAR. ``adopt`` gives one kind
of tree, so that a rule is written once.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reportedly.language.analysis import Analysis
from reportedly.language.clear import speaks_clear, to_universal
from reportedly.language.parse import Name, NameLabel, Phrase, Sentence, Token
from reportedly.language.repair import repair

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LABELS: dict[str, NameLabel] = {
    "PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "NORP": "NORP",
}  # fmt: skip
_ARTICLES = {"the", "a", "an"}
_INFLECTED = {"VERB", "NOUN", "AUX", "ADJ", "ADV"}


def analysis_of(doc: "Doc") -> Analysis:
    """What a spaCy pipeline says. White space tokens are left out: the offsets keep the gaps."""
    kept = [token for token in doc if not token.is_space]
    place = {token.i: position for position, token in enumerate(kept)}
    analysis = Analysis([(token.idx, token.text) for token in kept])
    analysis.pos = [token.pos_ for token in kept]
    analysis.tags = [token.tag_ for token in kept]
    analysis.deps = [token.dep_ for token in kept]
    for position, token in enumerate(kept):
        head = token.head
        while head.is_space and head.i != head.head.i:
            head = head.head
        analysis.heads.append(place.get(head.i, position))
    for sentence in doc.sents:
        first = next((place[token.i] for token in sentence if token.i in place), None)
        if first is not None:
            analysis.sentences.append(first)
    for entity in doc.ents:
        inside = [place[token.i] for token in entity if token.i in place]
        if inside:
            analysis.names.append((entity.label_, inside[0], inside[-1] + 1))
    return analysis


class Gathered(NamedTuple):
    """What a document's analyses have become so far."""

    tokens: list[Token]
    sentences: list[Sentence]
    names: list[Name]
    phrases: list[Phrase]


def adopt(analysis: Analysis, offset: int, block: int, into: Gathered) -> None:
    """Append the tokens, sentences, names and phrases of ``analysis`` to those of ``into``.

    ``offset`` is where the analysed text starts in the document, in code points; ``block`` the index of its block.
    """
    tokens, sentences, names, phrases = into
    base = len(tokens)
    borders = [*analysis.sentences[1:], len(analysis.words)]
    number, border = len(sentences), 0
    for i, ((start, form), pos, tag) in enumerate(zip(analysis.words, analysis.pos, analysis.tags, strict=True)):
        if i == borders[border]:
            border += 1
        lemma = _lemma(form if pos == "PROPN" else form.lower(), pos)
        tokens.append(Token(base + i, offset + start, form, lemma, pos, tag, number + border))
    own = tokens[base:]
    for i, (token, head, dep) in enumerate(zip(own, analysis.heads, analysis.deps, strict=True)):
        token.head = own[head]
        token.dep = "root" if head == i else dep
    if speaks_clear(own):
        to_universal(own)
    repair(own)
    for token in own:
        if token.head is not token:
            token.head.children.append(token)
    for first, last in zip(analysis.sentences, borders, strict=False):
        sentences.append(
            Sentence(len(sentences), base + first, base + last, own[first].start, own[last - 1].end, block)
        )
    for kind, first, last in analysis.names:
        label = _LABELS.get(kind)
        if label is None:
            continue
        if label != "LOC" and last - first > 1 and own[first].lower in _ARTICLES:
            first += 1  # "the Harbour Gazette": the article is the phrase's; "The Hague" keeps its own
        for token in own[first:last]:
            token.name = label
        names.append(Name(label, base + first, base + last, own[first].start, own[last - 1].end))
    for kind, first, last in analysis.phrases:
        phrases.append(Phrase(kind, base + first, base + last, own[first].start, own[last - 1].end))


@lru_cache(maxsize=65536)
def _lemma(word: str, pos: str) -> str:
    """The dictionary form of ``word``, by the NIH SPECIALIST lexicon and rules for what it lacks (lemminflect)."""
    if pos not in _INFLECTED:
        return word
    from lemminflect import getLemma

    forms: tuple[str, ...] = getLemma(word, pos)
    return forms[0] if forms else word
