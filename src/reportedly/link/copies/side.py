"""A document with what comparing it takes, worked out once and only when it is asked for."""

from functools import cached_property

from reportedly.link.copies.alignment import ranked
from reportedly.link.copies.quotations import Marks, quoted
from reportedly.link.copies.words import Words, Words64, shingles, words
from reportedly.model import Document


class Side:
    """One side of a comparison."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def __len__(self) -> int:
        return len(self.words.numbers)

    @cached_property
    def words(self) -> Words:
        """Its words."""
        return words(self.document)

    @cached_property
    def shingles(self) -> Words64:
        """Its shingles, by their first words."""
        return shingles(self.words.numbers)

    @cached_property
    def seeds(self) -> Words64:
        """Its shingles, those that come again told apart."""
        return ranked(self.shingles)

    @cached_property
    def quoted(self) -> Marks:
        """For each word whether it is quoted."""
        return quoted(self.document, self.words)
