"""What an uncased vocabulary loses and a reader needs: how a word is written, and what stood before it."""

from enum import IntEnum


class Case(IntEnum):
    """How a word is written."""

    NONE = 0  # no letter in it
    LOWER = 1
    TITLE = 2
    UPPER = 3
    INITIAL = 4  # one capital alone
    MIXED = 5
    DIGITS = 6
    MARKER = 7  # not a word of the text: the window's edges


class Gap(IntEnum):
    """What stands between a word and the one before it."""

    JOINED = 0
    SPACE = 1
    NEWLINE = 2
    START = 3  # the word begins the text


def case_of(word: str) -> Case:
    """The case of ``word``."""
    if word.islower():
        return Case.LOWER
    if word.isupper():
        return Case.UPPER if len(word) > 1 else Case.INITIAL
    if word.isdigit():
        return Case.DIGITS
    if not any(map(str.isalpha, word)):
        return Case.NONE
    if word[0].isupper() and word[1:].islower():
        return Case.TITLE
    return Case.MIXED


def gap_of(between: str, first: bool) -> Gap:
    """The gap that the characters ``between`` two words make; ``first``: no word stands before."""
    if first:
        return Gap.START
    if between == " ":
        return Gap.SPACE
    if not between:
        return Gap.JOINED
    return Gap.NEWLINE if "\n" in between else Gap.SPACE
