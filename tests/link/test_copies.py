"""Copies: what is one, what is none, which words, and who came first."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.copies import CopyIndex, copies, covers
from reportedly.model import Block, BlockKind, Document, Published, Span

REPORT = (
    "Two shells hit the grain store of Tal Amrun before dawn on Tuesday, killing a watchman and burning most of the "
    "harvest, the town council said. Neighbours carried water from the canal until the fire was out, but by noon only "
    "the walls were left standing. The council has asked the province for flour and for tents, since forty families "
    "who had slept in the yard are again without a roof."
)
OTHER = (
    "Fuel is scarce in the valley this winter. Drivers wait for hours at the two pumps that still open, and the price "
    "of a canister has doubled since the road to the coast was closed. Teachers burn old desks to keep the smaller "
    "classrooms warm while the older pupils are sent home after lunch."
)
PARAGRAPH = REPORT[REPORT.index("Neighbours") :]


def document(name: str, *parts: str | tuple[BlockKind, str], on: str | None = None, by: str | None = None) -> Document:
    text, blocks = "", []
    for part in parts:
        kind: BlockKind = "paragraph" if isinstance(part, str) else part[0]
        words = part if isinstance(part, str) else part[1]
        text += "\n\n" if text else ""
        blocks.append(Block(kind=kind, start=len(text), end=len(text) + len(words)))
        text += words
    published = Published(value=on, precision="day", how="given") if on else None
    return Document(id=name, text=text, blocks=tuple(blocks), published=published, publisher=by)


def test_the_same_text_is_a_duplicate_whatever_its_typography() -> None:
    (copy,) = copies([document("b", REPORT), document("a", REPORT.upper().replace(", ", " – "))])
    assert (copy.first, copy.second, copy.directed, copy.kind) == ("a", "b", False, "duplicate")
    assert copy.of_first == copy.of_second == 1


def test_part_of_a_text_is_a_rewrite_of_it() -> None:
    (copy,) = copies([document("a", REPORT), document("b", REPORT[: len(REPORT) // 2])])
    assert copy.kind == "rewrite"
    assert copy.of_second > 0.9 > copy.of_first


def test_a_paragraph_in_another_text_is_an_excerpt() -> None:
    longer = [
        OTHER.replace("valley", place).replace("winter", place)
        for place in ("north", "south", "east", "west", "centre")
    ]
    (copy,) = copies([document("a", REPORT), document("b", OTHER, PARAGRAPH, *longer)])
    ((first, second),) = copy.shared
    assert copy.kind == "excerpt"
    assert first.of(REPORT) == PARAGRAPH.rstrip(".")
    assert second.start == len(OTHER) + 2


@pytest.mark.parametrize(
    "phrase",
    [
        "The claim could not be independently verified by reporters who were not allowed into the town.",
        "He spoke on condition of anonymity because he was not authorised to speak to the press.",
    ],
)
def test_a_set_phrase_makes_no_copy(phrase: str) -> None:
    assert not copies([document("a", REPORT, phrase), document("b", phrase, OTHER)])


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "“{}", "‘{}’", "``{}''"])
def test_who_quotes_the_same_speaker_has_not_copied(marks: str) -> None:
    quote = marks.format(PARAGRAPH)
    assert not copies([document("a", REPORT[:120], quote), document("b", OTHER, quote)])


def test_who_quotes_the_other_report_has_copied_from_it() -> None:
    assert copies([document("a", REPORT), document("b", OTHER, f"“{PARAGRAPH}”")])


def test_the_same_embedded_post_makes_no_copy_but_the_post_itself_is_copied() -> None:
    embedding = [document("a", REPORT[:100], ("post", OTHER)), document("b", REPORT[200:], ("post", OTHER))]
    assert not copies(embedding)
    assert len(copies([*embedding, document("c", ("post", OTHER))])) == 2


def test_menus_and_notices_are_no_words_of_a_document() -> None:
    assert not copies([document("a", REPORT, ("boilerplate", OTHER)), document("b", ("boilerplate", OTHER))])


def test_a_note_of_the_house_makes_no_excerpt() -> None:
    note = "This report is one of a series on life behind the front lines; " + PARAGRAPH
    first = " ".join(OTHER.replace("valley", place) for place in ("north", "south", "east", "west"))
    second = " ".join(reversed(first.split()))
    assert not copies([document("a", first, note, by="Courier"), document("b", second, note, by="Courier")])
    assert copies([document("a", first, note, by="Courier"), document("b", second, note, by="Mirror")])


LONGER = " ".join(OTHER.replace("valley", place).replace("winter", place) for place in ("north", "south", "east"))
SENTENCE = (
    "Neighbours carried water from the canal until the fire was out, but by noon only the walls were left standing"
)


@pytest.mark.parametrize("by", [(None, None), ("Courier", "Courier"), ("Courier", "Mirror")])
def test_a_report_quoted_in_another_is_an_excerpt(by: tuple[str | None, str | None]) -> None:
    quoting = document("b", OTHER, f"“{SENTENCE},” wrote a neighbour's paper.", LONGER, by=by[1])
    (copy,) = copies([document("a", REPORT, by=by[0]), quoting])
    ((_, second),) = copy.shared
    assert copy.kind == "excerpt"
    assert second.of(quoting.text) == SENTENCE


def test_reports_that_quote_one_report_have_not_copied_each_other() -> None:
    quoting = [document("b", OTHER, f"“{SENTENCE},” it said."), document("c", LONGER[::-1], f"It wrote: “{SENTENCE}.”")]
    assert not copies(quoting)
    assert [(copy.first, copy.second) for copy in copies([*quoting, document("a", REPORT)])] == [("a", "b"), ("a", "c")]


def test_the_same_words_without_quotation_marks_are_too_few_for_an_excerpt() -> None:
    assert not copies([document("a", REPORT, LONGER[::-1]), document("b", OTHER, SENTENCE, LONGER)])


@pytest.mark.parametrize("label", ["Editor’s note", "EDITOR'S NOTE", "This article was amended", "Sign up"])
def test_a_note_that_is_labelled_makes_no_excerpt_whoever_printed_it(label: str) -> None:
    note = f"{label}: {PARAGRAPH}"
    first, second = document("a", LONGER[::-1], note), document("b", LONGER, note)
    assert not copies([first, second])
    assert not copies([first, document("c", LONGER, PARAGRAPH)])
    assert copies([document("a", LONGER[::-1], PARAGRAPH), document("c", LONGER, PARAGRAPH)])


def test_a_correction_published_by_itself_is_found_where_it_is_copied() -> None:
    correction = f"Correction: {REPORT}"
    (copy,) = copies([document("a", correction), document("b", correction)])
    assert copy.kind == "duplicate"


def test_what_both_quote_is_left_aside_in_the_share_that_makes_a_version() -> None:
    quote = "“We had an hour to leave, and nobody told us where to go or when we might come back to them,” she said."
    told = "The shelter by the canal took in the last families only after midnight, and its kitchen had no bread. "
    end = "Forty people slept on the steps of the town hall, and more came before it was light."
    first, second = document("a", told, quote, OTHER[:120]), document("b", told.replace("families", "x"), quote, end)
    (copy,) = copies([first, second])
    assert copy.kind == "rewrite"


@pytest.mark.parametrize(
    ("a", "b", "first", "directed"),
    [
        ("2031-05-07", "2031-05-06", "b", True),
        ("2031-05-06", "2031-05-06", "a", False),
        ("2031-05", "2031-05-06", "a", False),
        ("2031-05-06T18:00:00+03:00", "2031-05-06T14:30:00Z", "b", True),
        ("2031-05-06T18:00:00", "2031-05-06T14:30:00Z", "a", False),
        (None, "2031-05-06", "a", False),
    ],
)
def test_direction_is_told_only_where_the_times_tell_it(a: str | None, b: str, first: str, directed: bool) -> None:
    (copy,) = copies([document("a", REPORT, on=a), document("b", REPORT, on=b)])
    assert (copy.first, copy.directed) == (first, directed)


def test_a_document_is_entered_once() -> None:
    index = CopyIndex()
    assert index.add(document("a", REPORT)) == index.add(document("a", REPORT)) == []
    assert len(index) == 1


def test_a_copied_sentence_is_traced_to_where_it_stood() -> None:
    second = document("b", OTHER, PARAGRAPH.replace("the fire", "a blaze"), on="2031-05-07")
    (copy,) = copies([document("a", REPORT, on="2031-05-06"), second])
    start = second.text.index("Neighbours")
    found = covers(copy, Span(start, len(second.text)))
    assert found is not None
    assert found.of(REPORT) == PARAGRAPH.rstrip(".")
    assert covers(copy, Span(0, 60)) is None


def test_what_is_known_is_entered_without_being_compared() -> None:
    index = CopyIndex()
    index.enter(document("a", REPORT))
    index.enter(document("b", REPORT))
    assert len(index) == 2
    assert index.add(document("b", REPORT)) == []
    assert [(copy.first, copy.second) for copy in index.add(document("c", REPORT))] == [("a", "c"), ("b", "c")]


def test_a_document_that_comes_twice_at_once_is_entered_once() -> None:
    index = CopyIndex()
    assert len(index.add(document("a", REPORT), document("b", REPORT), document("a", REPORT))) == 1
    assert index.add() == []
    assert len(index) == 2


def test_words_of_documents_that_come_together_do_not_run_on_into_each_other() -> None:
    half = len(PARAGRAPH.split()) // 2
    parts = [" ".join(PARAGRAPH.split()[:half]), " ".join(PARAGRAPH.split()[half:])]
    first, second = document("a", LONGER, parts[0]), document("b", parts[1], LONGER[::-1])
    assert not copies([first, second, document("c", PARAGRAPH + LONGER[::-2])])
    assert copies([document("a", LONGER, *parts), document("c", PARAGRAPH + LONGER[::-2])])


@pytest.mark.parametrize("empty", ["", " ", "…", "one", "“", "Sign up", "\U0001f600"])
def test_documents_of_hardly_a_word_make_no_copies_and_hinder_none(empty: str) -> None:
    few = [document("x", empty), document("y", ("boilerplate", empty)), document("z", empty)]
    assert not copies(few)
    assert not copies([few[0]])
    assert [(copy.first, copy.second) for copy in copies([*few, document("a", REPORT), document("b", REPORT)])] == [
        ("a", "b")
    ]


def test_a_document_that_was_let_go_is_taken_up_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.link.copies.index._RECENT", 0)
    assert len(copies(document(name, REPORT) for name in "abc")) == 3


def test_digits_that_change_places_between_words_make_other_words() -> None:
    first, second = document("a", PARAGRAPH, "22 6 men of the town"), document("b", PARAGRAPH, "26 2 men of the town")
    (copy,) = copies([first, second])
    assert [one.of(first.text) for one, _ in copy.shared] == [PARAGRAPH.rstrip(".")]


words = st.integers(0, 2**32).map(lambda seed: Random(seed).sample(REPORT.split() + OTHER.split(), 60))
parts = st.lists(
    st.sampled_from(
        [REPORT, OTHER, f"“{SENTENCE}”", f"Editor’s note: {SENTENCE}", *REPORT.split(". "), "é" * 9, "no " * 40]
    ),
    min_size=1,
    max_size=5,
)


@st.composite
def corpora(draw: st.DrawFn) -> list[Document]:
    days = st.sampled_from([None, "2031-05-06", "2031-05-07"])
    kinds: st.SearchStrategy[BlockKind] = st.sampled_from(["headline", "paragraph", "boilerplate", "post"])
    return [
        document(f"d{n}", *[(draw(kinds), part) for part in [*draw(parts), " ".join(draw(words))]], on=draw(days))
        for n in range(draw(st.integers(2, 6)))
    ]


def folded(text: str) -> list[str]:
    return "".join(c.lower() if c.isalnum() else " " for c in text).split()


@given(corpora(), st.randoms(use_true_random=False))
def test_copies_do_not_depend_on_the_order(documents: list[Document], random: Random) -> None:
    before = copies(documents)
    random.shuffle(documents)
    assert copies(documents) == before
    index = CopyIndex()
    assert sorted((copy for one in documents for copy in index.add(one)), key=lambda c: (c.first, c.second)) == before


@given(corpora(), st.integers(1, 4), st.integers(1, 4))
def test_copies_do_not_depend_on_how_many_are_taken_up_at_once(
    documents: list[Document], some: int, pairs: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reportedly.link.copies.portion._DOCUMENTS", some)
        patch.setattr("reportedly.link.copies.index._PAIRS", pairs)
        found = copies(documents)
    assert found == copies(documents)


@given(corpora(), st.integers(0, 6))
def test_entering_and_adding_find_what_adding_finds(documents: list[Document], known: int) -> None:
    index = CopyIndex()
    index.enter(*documents[:known])
    later = [copy for one in documents[known:] for copy in index.add(one)]
    among = copies(documents[:known])
    assert sorted(later + among, key=lambda c: (c.first, c.second)) == copies(documents)


@given(st.integers(0, 2**32))
def test_a_passage_is_found_wherever_it_stands(seed: int) -> None:
    random = Random(seed)
    vocabulary = [f"w{n}" for n in range(9999)]
    passage = random.sample(vocabulary, 24)
    texts = [random.sample(vocabulary, random.randint(100, 200)) for _ in range(2)]
    for text in texts:
        at = random.randrange(len(text))
        text[at:at] = passage
    assert len(copies(document(f"d{n}", " ".join(text)) for n, text in enumerate(texts))) == 1


@given(corpora())
def test_shared_spans_have_the_same_words_and_no_word_twice(documents: list[Document]) -> None:
    texts = {one.id: one.text for one in documents}
    for copy in copies(documents):
        for first, second in copy.shared:
            assert folded(first.of(texts[copy.first])) == folded(second.of(texts[copy.second]))
            assert len(first) == len(second)
        for side in zip(*copy.shared, strict=True):
            spans = sorted(side)
            assert all(a.end <= b.start for a, b in pairwise(spans))
        assert 0 < copy.of_first <= 1
        assert 0 < copy.of_second <= 1
        assert not copy.directed or copy.first != copy.second


@pytest.mark.parametrize("seed", range(20))
def test_a_short_report_edited_here_and_there_is_a_rewrite(seed: int) -> None:
    drawn = Random(seed)
    words = [f"word{drawn.randrange(10**6)}" for _ in range(70)]
    edited = [f"other{place}" if place % 14 >= 8 else word for place, word in enumerate(words)]
    (copy,) = copies([document("a", " ".join(words)), document("b", " ".join(edited))])
    assert copy.kind == "rewrite"
