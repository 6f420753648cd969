"""A document with what comparing it takes, worked out once and only when it is asked for."""

from functools import cached_property
from typing import NamedTuple

import numpy as np

from reportedly.link.copies.alignment import Seeds, seeds
from reportedly.link.copies.notes import notes
from reportedly.link.copies.quotations import quoted
from reportedly.link.copies.words import (
    NOTHING,
    PASSAGE,
    SHINGLE,
    WINDOW,
    Marks,
    Words,
    Words64,
    fingerprints,
    shingles,
    words,
)
from reportedly.model import Document


class Prints(NamedTuple):
    """Fingerprints of shingles, those marked that are quoted from end to end, and of runs so long as a passage has."""

    words: Words64
    passages: Words64


class Side:
    """One side of a comparison. It holds some 40 bytes for each word of the document."""

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

    @property
    def prints(self) -> Prints:
        """Its fingerprints. Notes of the house have none: they would bring together all that one outlet prints."""
        numbers, length = self.words.numbers, PASSAGE - WINDOW + 1
        count = len(self.shingles)
        marked = self.quoted[:count] & self.quoted[SHINGLE - 1 :][:count]
        of_words, of_passages = self.shingles, shingles(numbers, length)
        if self.notes.any():
            of_words = np.where(self.notes[:count], NOTHING, of_words)
            of_passages = np.where(self.notes[: len(of_passages)], NOTHING, of_passages)
        return Prints(fingerprints(of_words, marked), fingerprints(of_passages))

    @cached_property
    def seeds(self) -> Seeds:
        """Its shingles, those that come again told apart."""
        return seeds(self.shingles)

    @cached_property
    def quoted(self) -> Marks:
        """For each word whether it is quoted."""
        return quoted(self.document, self.words)

    @cached_property
    def notes(self) -> Marks:
        """For each word whether it is in a note of the house."""
        return notes(self.document, self.words)
