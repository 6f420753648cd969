import itertools

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Block
from reportedly.read.attribution.quotes import Quote, find_quotes


def quotes(text: str) -> list[Quote]:
    return find_quotes(text, [Block(kind="paragraph", start=0, end=len(text))])


def words(text: str) -> list[str]:
    return [part.of(text) for quote in quotes(text) for part in quote.inner]


def test_straight_and_curly_marks() -> None:
    assert words('"We are leaving," she said. "Nobody came."') == ["We are leaving,", "Nobody came."]
    assert words("“We are leaving,” she said. “Nobody came.”") == ["We are leaving,", "Nobody came."]


def test_single_marks_where_there_are_no_double_ones() -> None:
    assert words("The rebels' spokesman spoke of 'a safe road' and left") == ["a safe road"]


def test_marks_within_marks_make_one_quotation() -> None:
    assert words("“He told us ‘run’ and we ran,” she said.") == ["He told us ‘run’ and we ran,"]


def test_a_quotation_runs_on_over_paragraphs_that_open_with_a_mark() -> None:
    text = "“We heard shelling.\n\n“Then it stopped.”\n\nShe left."
    (quote,) = quotes(text)
    assert [part.of(text) for part in quote.inner] == ["We heard shelling.", "Then it stopped."]
    assert quote.matched


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = "He said “we will hold the town.\n\nThe army withdrew."
    (quote,) = quotes(text)
    assert not quote.matched
    assert quote.span.of(text) == "“we will hold the town."


def test_a_word_in_marks_is_no_speech() -> None:
    (quote,) = quotes("The “liberated” town was empty.")
    assert quote.kind == "words"


def test_inches_and_apostrophes_are_no_quotations() -> None:
    assert quotes("The rebels’ 60mm mortars and the farmers’ tools") == []


@given(st.text(alphabet="ab .,\n\"“”'‘’", max_size=80))
def test_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = quotes(text)
    for quote in found:
        assert 0 <= quote.start < quote.end <= len(text)
        assert all(part in quote.span for part in quote.parts)
        assert all(inner in part for inner, part in zip(quote.inner, quote.parts, strict=True))
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
