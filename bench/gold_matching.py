"""Which predicted statement is which annotated one.

Everything is compared over words, counted from the start of the text, so that a reading whose text differs from the
passage in white space or punctuation marks alone can be scored.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from bench.gold_records import GoldPassage, GoldStatement
from reportedly.errors import ReportedlyError
from reportedly.model import Span

_WORD = re.compile(r"\w+")
SAME_CONTENT = 0.5
"""Two contents are the same where their words' Jaccard index reaches this."""


class Words(msgspec.Struct, frozen=True):
    """A statement's source, cue and content as the positions of their words in the text."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


class Pair(msgspec.Struct, frozen=True):
    """An annotated statement and the predicted one (in the shape of ``Reading.to_dict``) that was matched to it."""

    gold: GoldStatement
    predicted: Mapping[str, Any]


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Shared words over all words; 0 where both are empty."""
    together = one | other
    return len(one & other) / len(together) if together else 0.0


def same_statement(gold: Words, predicted: Words) -> bool:
    """True if ``predicted`` may stand for ``gold``.

    The cues share a word (anything goes where the gold has no cue), and the contents' Jaccard index is at least
    ``SAME_CONTENT`` (anything goes where the gold has no content).
    """
    if gold.cue and not gold.cue & predicted.cue:
        return False
    return not gold.content or jaccard(gold.content, predicted.content) >= SAME_CONTENT


def matched(passage: GoldPassage, reading: Mapping[str, Any]) -> tuple[Pair, ...]:
    """The one-to-one matching of most statements; among those, the one whose words agree best.

    Args:
        reading: a reading of this passage, in the shape of ``Reading.to_dict``.

    Raises:
        ReportedlyError: where the reading's text has other words than the passage.
    """
    text = reading["document"]["text"]
    if _WORD.findall(text) != _WORD.findall(passage.text):
        raise ReportedlyError(f"passage {passage.id}: the reading is of another text")
    gold = [_words(passage.text, s.source_spans, s.cue, s.content) for s in passage.statements]
    statements: Sequence[Mapping[str, Any]] = reading["statements"]
    predicted = [_words(text, *(_spans(s[part]) for part in ("source_spans", "cue", "content"))) for s in statements]
    edges = [[at for at, words in enumerate(predicted) if same_statement(wanted, words)] for wanted in gold]

    @cache
    def best(row: int, used: frozenset[int]) -> tuple[int, float, tuple[tuple[int, int], ...]]:
        if row == len(gold):
            return 0, 0.0, ()
        found = best(row + 1, used)
        for column in edges[row]:
            if column in used:
                continue
            count, agreement, pairs = best(row + 1, used | {column})
            agreement += _agreement(gold[row], predicted[column])
            if (count + 1, agreement) > found[:2]:
                found = count + 1, agreement, ((row, column), *pairs)
        return found

    return tuple(Pair(passage.statements[row], statements[column]) for row, column in best(0, frozenset())[2])


def _agreement(gold: Words, predicted: Words) -> float:
    # The source tells apart the two statements of "X was quoted by Y as saying", which share cue and content.
    parts = (gold.source, predicted.source), (gold.cue, predicted.cue), (gold.content, predicted.content)
    return sum(jaccard(one, other) for one, other in parts)


def _words(text: str, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]) -> Words:
    at = [match.span() for match in _WORD.finditer(text)]

    def covered(spans: Sequence[Span]) -> frozenset[int]:
        return frozenset(
            number for number, (start, end) in enumerate(at) for span in spans if span.start < end and start < span.end
        )

    return Words(covered(source), covered(cue), covered(content))


def _spans(pairs: Sequence[Sequence[int]]) -> list[Span]:
    return [Span(start, end) for start, end in pairs]
