"""Parses made by hand: every word hangs on the next noun, tags from a short list of words."""

import re

from reportedly.language import Name, Parse, Sentence, Token
from reportedly.language.parse import NameLabel
from reportedly.model import Block, Document, Published

WORDS = re.compile(r"\d[\d,.]*\d|\d|[A-Za-z][\w’'-]*\w|\w|[^\w\s]")
NOT_NOUNS = {
    "ADP": {"in", "of", "at", "from", "near", "on", "to", "by", "with", "for", "after", "between"},
    "DET": {"the", "a", "an", "no"},
    "CCONJ": {"and", "or"},
    "VERB": {
        "were",
        "was",
        "captured",
        "said",
        "fired",
        "seized",
        "left",
        "fell",
        "shelled",
        "will",
        "hold",
        "is",
        "are",
    },
    "ADJ": {"armoured", "heavy", "wounded", "displaced", "new"},
    "ADV": {"about", "nearly", "some", "least", "more", "than", "up"},
}


def _pos(word: str) -> tuple[str, str]:
    for pos, words in NOT_NOUNS.items():
        if word.lower() in words:
            return pos, pos
    if word[0].isdigit():
        return "NUM", "CD"
    if not word[0].isalnum():
        return "PUNCT", "."
    if word[0].isupper():
        return "PROPN", "NNP"
    return "NOUN", "NNS" if word.endswith("s") else "NN"


def document(text: str, published: str | None = "2014-11-03") -> Document:
    """One paragraph; published on Monday, 3 November 2014 unless told otherwise."""
    when = Published(value=published, precision="day", how="given") if published else None
    return Document(id="d", text=text, blocks=(Block(kind="paragraph", start=0, end=len(text)),), published=when)


def parse(text: str, names: dict[str, NameLabel] | None = None) -> Parse:
    """One sentence for the whole text; ``names`` are labelled wherever they stand."""
    tokens: list[Token] = []
    for match in WORDS.finditer(text):
        pos, tag = _pos(match.group())
        tokens.append(Token(len(tokens), match.start(), match.group(), match.group().lower(), pos, tag, 0))
    for token in tokens:
        if token.pos == "NUM":
            token.dep = "nummod"
            token.head = next((other for other in tokens[token.i + 1 :] if other.pos == "NOUN"), token)
    found = []
    for words, label in (names or {}).items():
        for match in re.finditer(re.escape(words), text):
            inside = [token.i for token in tokens if match.start() <= token.start < match.end()]
            found.append(Name(label, inside[0], inside[-1] + 1, match.start(), match.end()))
    found.sort(key=lambda name: name.start)
    sentences = [Sentence(0, 0, len(tokens), 0, len(text), 0)]
    return Parse(text, (Block(kind="paragraph", start=0, end=len(text)),), tokens, sentences, found)
