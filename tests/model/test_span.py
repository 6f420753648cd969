import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Span, merged

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 12))


def test_a_span_quotes_its_words() -> None:
    assert Span(4, 7).of("The dam broke") == "dam"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 4)])
def test_an_impossible_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="span"):
        Span(start, end)


@given(st.lists(spans, max_size=12))
def test_merged_covers_the_same_positions_in_order_and_apart(parts: list[Span]) -> None:
    joined = merged(parts)
    assert {i for part in parts for i in range(part.start, part.end)} == {
        i for part in joined for i in range(part.start, part.end)
    }
    assert all(one.end < other.start for one, other in itertools.pairwise(joined))


def test_merged_joins_over_white_space_only_where_the_text_is_given() -> None:
    assert merged([Span(0, 3), Span(4, 7)]) == (Span(0, 3), Span(4, 7))
    assert merged([Span(0, 3), Span(4, 7)], "one two") == (Span(0, 7),)


@given(spans, spans)
def test_overlap_is_symmetric_and_agrees_with_positions(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)
