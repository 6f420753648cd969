import io
import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from tests.readings import advance, capture, denial, silent

from reportedly.export import context, detail, phrases, terminal
from reportedly.model import Reading, Span


def printed(reading: Reading, width: int, *, tty: bool = False, known: frozenset[str] | None = None) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=tty, color_system=None, _environ={})
    terminal.render(reading, console, known_types=known)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def squeezed(text: str) -> str:
    """The text without white space, in which no column can break a word."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("width", [80, 100, 120, 140])
@pytest.mark.parametrize("reading", [advance(), denial()])
def test_no_word_is_cut_off(reading: Reading, width: int) -> None:
    shown = printed(reading, width)
    assert max(map(len, shown.splitlines())) <= width
    words = set(re.findall(r"\w+", shown))
    text = reading.document.text
    for statement in reading.statements:
        assert set(re.findall(r"\w+", phrases.joined(statement.content, text))) <= words
    for source in reading.sources:
        assert set(source.name.split()) <= words
    for event in reading.events:
        assert set(event.type.split("-")) <= words
        for role in event.roles:
            assert set(re.findall(r"\w+", role.name)) <= words
    assert "\x1b" not in shown


def test_the_heading_says_what_is_read() -> None:
    shown = printed(advance(), 100)
    assert "Meridian Post · Dana Halloran · 2019-03-04 (day, from embedded-post)" in shown
    assert "9 blocks (1 boilerplate) · 7 sources · 8 statements · 6 events" in shown
    assert "reports/meridian.txt" in shown


def test_statements_stand_under_their_carriers() -> None:
    lines = printed(advance(), 140).splitlines()
    at = next(index for index, line in enumerate(lines) if "Sarhad Monitor" in line)
    assert any("└ field sources (unnamed)" in line and "the same words" in line for line in lines[at + 1 : at + 3])


def test_denied_planned_and_possible_are_told_apart() -> None:
    shown = squeezed(printed(advance(), 140))
    assert "saidnottohavehappened" in shown
    assert "planned" in shown
    assert "possible" in shown
    assert "41ormoreanti-tank" in shown
    assert "BeitSarha(notplaced)" not in shown
    assert "fieldsources(unnamed)←" in squeezed(printed(advance(), 200))


def test_long_contents_are_shortened_only_in_a_terminal() -> None:
    reading = advance()
    words = "word " * 400
    document = msgspec.structs.replace(reading.document, text=words)
    long = msgspec.structs.replace(reading.statements[0], content=(Span(0, 1999),), cue=())
    reading = msgspec.structs.replace(reading, document=document, statements=(long,), events=())
    assert printed(reading, 100).count("word") == 400
    shortened = printed(reading, 100, tty=True)
    assert shortened.count("word") < 100
    assert " …" in shortened


def test_unknown_types_are_marked() -> None:
    assert "unknown type" not in printed(advance(), 140)
    assert "(unknown type)" in printed(denial(), 140, known=frozenset({"clash"}))


def test_nothing_to_tell_is_told() -> None:
    shown = printed(silent(), 80)
    assert "“The river was quiet in the morning light.”" in shown
    assert "date not known" in shown
    assert "Nobody is found" in shown


def test_words_of_a_page_steer_no_terminal() -> None:
    reading = advance()
    document = msgspec.structs.replace(reading.document, title="\x1b[2J[bold]Title\u202e\x07[/x]")
    shown = printed(msgspec.structs.replace(reading, document=document), 80)
    assert "�[2J[bold]Title��[/x]" in shown


def test_a_ring_of_carriers_is_shown_once() -> None:
    one, two = advance().statements[:2]
    ring = (msgspec.structs.replace(one, within=two.id), two)
    assert [statement.id for statement, _ in terminal.nested(ring)] == [one.id, two.id]
    assert len(phrases.chain(msgspec.structs.replace(advance(), statements=ring), one.id)) == 2


def full(kind: str, index: int, width: int = 100) -> str:
    reading = advance()
    console = Console(file=io.StringIO(), width=width, color_system=None, _environ={})
    one = getattr(reading, f"{kind}s")[index]
    getattr(detail, kind)(reading, one, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_statement_in_full() -> None:
    shown = full("statement", 1, 400)
    assert "⟦The Northern Front overran" in shown
    assert "missiles⟧, the Sarhad Monitor said on Monday, <citing> {unnamed field sources}." in shown
    assert "{source}   <cue>   ⟦content⟧" in shown
    assert re.search(r"Meridian Post publishes.*\n└── Sarhad Monitor.*\n    └── field sources", shown)
    assert "130–321 of the capture" in shown
    assert advance().document.id in shown


def test_an_event_in_full() -> None:
    shown = full("event", 5, 200)
    assert "36.1042° N 37.2519° E, within 2.5 km" in shown
    assert "about 24–99 trucks (truck)" in shown
    assert "tells: materiel-captured" in shown
    assert "*inventory*" in shown
    assert "4.2500° S 0.5000° W" in full("event", 4, 200)
    denied = full("event", 2, 200)
    assert "said not to have happened (“denied”)" in denied


def test_a_source_and_a_claim_in_full() -> None:
    shown = full("source", 4, 200)
    assert "{spokesman Colonel Idris Vann} told the Meridian Post. {He} declined" in shown
    assert "declines" in shown
    assert "10–14 people killed" in full("claim", 3)


@given(st.data())
def test_bytes_hold_the_words(data: st.DataObject) -> None:
    document = advance().document
    length = len(document.text)
    start = data.draw(st.integers(0, length - 1))
    end = data.draw(st.integers(start + 1, length))
    found = document.source_of(Span(start, end))
    assert found is not None
    assert capture(advance()).content[found.start : found.end].decode() == document.text[start:end]


def test_words_without_bytes_are_not_aligned() -> None:
    document = msgspec.structs.replace(advance().document, alignment=())
    assert document.source_of(Span(0, 5)) is None


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=6), st.booleans())
def test_marks_leave_the_words_as_they_are(ends: list[tuple[int, int]], brackets: bool) -> None:
    text = "abcdefghijklmnopqrst"
    spans = tuple(Span(min(two), max(two)) for two in ends)
    marks = [context.source_mark(spans[:3]), context.content_mark(spans[3:])]
    shown = context.highlighted(text, Span(0, len(text)), marks, brackets=brackets).plain
    assert re.sub(r"[{}⟦⟧]", "", shown) == text
    if brackets:
        assert shown.count("{") == shown.count("}") == sum(len(span) > 0 for span in spans[:3])


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2019-03-04", "2019-03-04"),
        ("2019-03-03TNI", "2019-03-03, night"),
        ("2019-W11", "week of 2019-03-11"),
        ("2014-W44-WE", "weekend of 2014-11-01"),
        ("2020-W53", "week of 2020-12-28"),
        ("2019-03-01/2019-03-03", "2019-03-01 to 2019-03-03"),
        ("PAST_REF", ""),
        (None, ""),
    ],
)
def test_dates_for_people(value: str | None, words: str) -> None:
    assert phrases.dated(value) == words
