"""Every character leads back to its bytes."""

import html
import json
import re
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reportedly.clean import clean
from reportedly.clean.align import compose, decoded_runs, lines_normalised
from reportedly.model import Capture, Document, Run, Span, located

ENCODINGS = [
    "utf-8",
    "utf-16-le",
    "utf-32-be",
    "cp1252",
    "cp1256",
    "koi8-r",
    "shift_jis",
    "gb18030",
    "iso2022_jp",
    "utf-7",
]
TEXT = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("ab “”—\r\n&<é\ufeffش漢😀"), max_size=60)


def encodable(text: str, encoding: str) -> str:
    """The characters of ``text`` that ``encoding`` has."""
    # an escape character opens a shift sequence in ISO-2022: alone it is no text of that encoding
    return text.replace("\x1b", "").encode(encoding, "ignore").decode(encoding)


def sorted_apart(runs: list[Run]) -> bool:
    return all(a.end <= b.start and a.last <= b.first for a, b in pairwise(runs))


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=TEXT, data=st.data())
def test_located_bytes_decode_to_the_words(encoding: str, text: str, data: st.DataObject) -> None:
    text = encodable("Karm " + text, encoding)
    content = text.encode(encoding)
    assume(content.decode(encoding) == text)
    runs = decoded_runs(content, encoding)
    assert sorted_apart(runs)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = located(runs, Span(start, end))
    assert found is not None
    if encoding not in ("iso2022_jp", "utf-7"):  # their bytes mean something only from the start on
        assert content[found.start : found.end].decode(encoding) == text[start:end]


@given(st.binary(max_size=60))
def test_broken_bytes_are_covered_once_and_in_order(content: bytes) -> None:
    runs = decoded_runs(content, "utf-8")
    assert sorted_apart(runs)
    assert sum(run.end - run.start for run in runs) == len(content.decode("utf-8", "replace"))
    assert sum(run.last - run.first for run in runs) == len(content)


@given(TEXT)
def test_line_ends(text: str) -> None:
    made, runs = lines_normalised(text)
    assert "\r" not in made
    assert made == text.replace("\r\n", "\n").replace("\r", "\n")
    for run in runs:
        if run.end - run.start == run.last - run.first:
            assert made[run.start : run.end].replace("\n", "\r") == text[run.first : run.last].replace("\n", "\r")
    assert sum(run.last - run.first for run in runs) == len(text)


def test_composing_units() -> None:
    assert compose([Run(0, 3, 2, 5)], [Run(0, 3, 0, 3), Run(3, 4, 3, 6), Run(4, 9, 6, 11)]) == [
        Run(0, 1, 2, 3), Run(1, 2, 3, 6), Run(2, 3, 6, 7),
    ]  # fmt: skip
    assert compose([Run(0, 1, 1, 7)], [Run(0, 9, 10, 19)]) == [Run(0, 1, 11, 17)]


def document(content: bytes, media_type: str) -> Document:
    found = clean(
        Capture.of(content, origin="x", method="file", media_type=media_type, obtained="2020-01-01T00:00:00Z")
    )
    assert isinstance(found, Document), found
    return found


@given(text=TEXT, ascii_only=st.booleans(), data=st.data())
def test_posts_through_their_escapes(text: str, ascii_only: bool, data: st.DataObject) -> None:
    text = "Karm " + text
    content = json.dumps({"a": {"text": "no"}, "text": text, "b": '"text": 1'}, ensure_ascii=ascii_only).encode()
    found = document(content, "application/json")
    assert found.text == text
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = found.source_of(Span(start, end))
    assert span is not None
    assert json.loads(b'"' + content[span.start : span.end] + b'"') == text[start:end]


@given(text=TEXT)
def test_plain_text_is_unchanged_but_for_mark_and_line_ends(text: str) -> None:
    text = "Army " + text.replace("\x00", "") + "."
    found = document(b"\xef\xbb\xbf" + text.encode(), "text/plain")
    assert found.text == text.replace("\r\n", "\n").replace("\r", "\n")
    covered = [i for block in found.blocks for i in range(block.start, block.end)]
    assert len(covered) == len(set(covered))
    assert covered == sorted(covered)
    missing = set(range(len(found.text))) - set(covered)
    assert not any(found.text[i].isalnum() for i in missing)
    assert all(block.source is not None for block in found.blocks)


WORDS = st.lists(
    st.sampled_from(["army", "“took”", "café", "R&D", "<10", "محمد", "😀", "a b", "'s"]),
    min_size=1,
    max_size=9,
)


@settings(deadline=None)
@given(paragraphs=st.lists(WORDS, min_size=1, max_size=5), encoding=st.sampled_from(["utf-8", "utf-16"]))
def test_html_words_stand_in_the_source(paragraphs: list[list[str]], encoding: str) -> None:
    def marked(words: list[str]) -> str:
        return " ".join(f"<b>{html.escape(w)}</b>" if i % 3 else html.escape(w) for i, w in enumerate(words))

    tail = "The governor of the province said on Monday that the road to the town of Karm was open again. " * 4
    body = "".join(f"<p>{marked(words)} {i} {tail}</p>\n" for i, words in enumerate(paragraphs))
    content = f"<html><body><article>{body}</article></body></html>".encode(encoding)
    found = document(content, "text/html")
    for block in found.blocks:
        assert block.source is not None
        for start, word in words_of(found.text, block.start, block.end):
            span = found.source_of(Span(start, start + len(word)))
            assert span is not None
            source = content[span.start : span.end].decode(encoding if encoding == "utf-8" else "utf-16-le")
            assert html.unescape(source) == word


def words_of(text: str, start: int, end: int) -> list[tuple[int, str]]:
    return [(start + m.start(), m.group()) for m in re.finditer(r"\w+|[^\w\s]", text[start:end])]
