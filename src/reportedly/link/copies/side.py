"""One document's part of a portion: what comparing it takes."""

from functools import cached_property

from reportedly.link.copies.alignment import Seeds, seeds
from reportedly.link.copies.words import Marks, Words, Words64
from reportedly.model import Document


class Side:
    """One side of a comparison: a document, its words, which of them are quoted and which in a note of the house.

    It holds some 40 bytes for each word of the document.
    """

    def __init__(self, document: Document, words: Words, shingles: Words64, quoted: Marks, notes: Marks) -> None:
        self.document = document
        self.words = words
        self.quoted = quoted
        self.notes = notes
        self._shingles = shingles

    def __len__(self) -> int:
        return len(self.words.numbers)

    @cached_property
    def seeds(self) -> Seeds:
        """Its words and shingles, those that come again told apart."""
        return seeds(self.words.numbers, self._shingles)
