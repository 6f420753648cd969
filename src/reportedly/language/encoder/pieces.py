"""Words to the encoder's word pieces (WordPiece, Wu et al. 2016), as BERT's uncased vocabulary splits them.

Words come from the tokenizer of the treebanks' conventions. What BERT's own tokenizer does before is done here per
word: lower case, no accents, signs apart. ``Reader`` remembers the words that it has met; nothing is remembered here.
"""

import unicodedata
from collections.abc import Sequence

LONGEST_WORD = 40
"""Characters of a word that are looked at: a longer one is an address or noise."""
MOST_PIECES = 8
"""Pieces of a word that are kept: its first ones. One word must not fill a window."""


class WordPieces:
    """The vocabulary: one piece a line, its number its line; ``##`` marks a piece that continues a word."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown = self._numbers["[UNK]"]
        self.begin = self._numbers["[CLS]"]
        self.end = self._numbers["[SEP]"]
        self.padding = self._numbers["[PAD]"]

    def __call__(self, word: str) -> tuple[int, ...]:
        """The numbers of the pieces of ``word``: at least one, at most ``MOST_PIECES``."""
        numbers: list[int] = []
        for part in _parts(word[:LONGEST_WORD]):
            numbers.extend(self._longest_first(part))
        return tuple(numbers[:MOST_PIECES]) or (self.unknown,)

    def _longest_first(self, part: str) -> list[int]:
        numbers: list[int] = []
        start = 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = part[start:end] if start == 0 else "##" + part[start:end]
                number = self._numbers.get(piece)
                if number is not None:
                    numbers.append(number)
                    start = end
                    break
            else:
                return [self.unknown]
        return numbers


def _parts(word: str) -> list[str]:
    """``word`` in lower case, without accents, every sign a part of its own."""
    parts: list[str] = []
    fresh = True
    for character in unicodedata.normalize("NFD", word.lower()):
        category = unicodedata.category(character)
        if category == "Mn":
            continue
        if category[0] in "PS" or category == "Lo":
            parts.append(character)
            fresh = True
        elif category[0] in "CZ":
            fresh = True
        elif fresh:
            parts.append(character)
            fresh = False
        else:
            parts[-1] += character
    return parts
