"""Vessels by their own names: "HMS Anvil", its hull number behind it, and the bare name afterwards."""

import re
from collections.abc import Iterator

from reportedly.language import Parse, Token
from reportedly.model import Document, MaterielMention, Span
from reportedly.ontology import Materiel

_HULL = re.compile(r"\s?\((?P<hull>[A-Z]{1,4}[ -]?\d{1,4})\)")
_WITHIN = frozenset({"de", "du", "des", "von", "la", "le", "of", "the", "al"})
_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "X"})
_LONGEST = 4
_SHORTEST = 4  # letters of a name in capitals; shorter ones are acronyms


def find_ships(document: Document, parse: Parse, materiel: Materiel) -> Iterator[MaterielMention]:
    """The vessels named with the prefix of a navy ("USS"), in text order for each.

    The pennant or hull number in brackets behind the name is a mention of its own. A name that was given with its
    prefix is one without it too, unless its words are also a place's or a person's there.
    """
    names: dict[str, str] = {}
    for token in parse.tokens:
        category = materiel.prefixes.get(token.text)
        if category is None or (end := _named(parse, token)) is None:
            continue
        span = Span(token.start, end)
        yield MaterielMention(name=" ".join(span.of(parse.text).split()), category=category, span=span, rule="ship")
        names[" ".join(parse.text[token.end : end].split())] = category
        if hull := _HULL.match(parse.text, end):
            yield MaterielMention(
                name=hull["hull"], category=category, span=Span(*hull.span("hull")), rule="ship-number"
            )
    for name, category in names.items():
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", document.text):
            tokens = parse.tokens_in(Span(*found.span()))
            if tokens and not _longer(parse, materiel, tokens):
                yield MaterielMention(name=name, category=category, span=Span(*found.span()), rule="ship-bare-name")


def _named(parse: Parse, prefix: Token) -> int | None:
    """Where the name behind ``prefix`` ends; ``None`` if there is none."""
    end = None
    shouted = parse.sentence_of(prefix).span.of(parse.text).isupper()
    for token in parse.tokens[prefix.i + 1 : prefix.i + 1 + _LONGEST]:
        if token.sent != prefix.sent:
            break
        capitals = token.text[1:].isupper()  # "USS ANVIL", but neither "HMS Anvil US" nor all of a text in capitals
        named = token.text[0].isupper() and not (capitals and (shouted or len(token.text) < _SHORTEST))
        if named and token.pos in _NAMES:
            end = token.end
        elif token.lower not in _WITHIN:
            break
    return end


def _longer(parse: Parse, materiel: Materiel, tokens: list[Token]) -> bool:
    """True where the words stand behind a prefix, or are a place's name or a part of a longer one."""
    first, last = tokens[0], tokens[-1]
    if first.i and parse.tokens[first.i - 1].text in materiel.prefixes:
        return True
    around = (name for name in parse.names if name.first <= first.i and last.i < name.last)
    if any(name.last - name.first > len(tokens) for name in around):
        return True
    return last.pos != "PROPN" or any(token.name in ("LOC", "NORP") for token in tokens)
