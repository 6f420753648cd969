"""What cleaning makes of the example reports: who published what, when, and which words are its own."""

from functools import cache
from pathlib import Path

import pytest

from reportedly.capture import capture
from reportedly.clean import clean
from reportedly.model import Document, Skipped

EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def _documents() -> dict[str, Document]:
    """The documents of the examples by file name and item (``12-posts.jsonl#1``)."""
    found = {}
    for captured in capture([EXAMPLES]):
        if isinstance(captured, Skipped):
            continue
        document = clean(captured)
        assert isinstance(document, Document), document
        assert document.capture is not None
        found[Path(document.capture.origin).name] = document
    return found


def _words(document: Document, *kinds: str) -> str:
    return "\n".join(block.span.of(document.text) for block in document.blocks if block.kind in kinds)


@pytest.mark.parametrize(
    ("name", "title", "publisher", "published"),
    [
        ("01-depot-levant-wire.html", "Rebel brigade seizes rival’s arms depot", "Levant Wire", "2016-06-12"),
        ("02-depot-harbour-times.txt", "Western missiles lost as rebel depot falls", None, "2016-06-13"),
        ("04-depot-meridian-review.html", "Who has the missiles?", "Meridian Review", "2016-06-17"),
        ("05-market-orontes-daily.html", "At least 17 dead after air strike", "Orontes Daily", "2016-06-14"),
        ("06-market-levant-wire.txt", "Air raid on market in northwest Syria", None, "2016-06-15"),
        ("07-market-harbour-times.html", "Syria: children among 19", "The Harbour Times", "2016-06-15"),
        ("08-market-capital-bulletin.html", "Defence ministry: no sorties", None, "2016-06-15"),
        ("09-road-two-rivers.html", "Iraqi army retakes town", "Two Rivers News", "2016-06-16"),
        ("10-road-steppe-observer.txt", "“The army is not in Shura”", None, "2016-06-18"),
        ("11-road-levant-wire.txt", "Iraqi army says it now controls", None, "2016-06-20"),
        ("12-posts.jsonl#6", None, "Binnish Civil Defence", "2016-06-14"),
    ],
)
def test_title_publisher_and_date(name: str, title: str | None, publisher: str | None, published: str) -> None:
    document = _documents()[name]
    assert (document.title or "").startswith(title or "")
    assert publisher is None or document.publisher == publisher
    assert document.published is not None
    assert document.published.value.startswith(published)


def test_the_readme_is_no_report_and_every_post_is_one() -> None:
    assert "README.md" not in _documents()
    assert sum(name.startswith("12-posts.jsonl") for name in _documents()) == 9


@pytest.mark.parametrize(
    ("name", "debris"),
    [
        ("01-depot-levant-wire.html", ("cookies", "Related articles", "All rights reserved")),
        ("02-depot-harbour-times.txt", ("icon", "Advertisement", "Share on Facebook", "Most viewed")),
        ("06-market-levant-wire.txt", ("Skip to content", "Most read", "Our Standards")),
        ("10-road-steppe-observer.txt", ("MenuMenu", "Leave a comment", "Next post")),
    ],
)
def test_what_is_no_report_is_not_read(name: str, debris: tuple[str, ...]) -> None:
    readable = _words(_documents()[name], "headline", "heading", "lead", "paragraph", "quote", "list", "post")
    assert not [words for words in debris if words in readable]


def test_the_embedded_post_is_a_block_with_its_author_and_day() -> None:
    for name in ("01-depot-levant-wire.html", "02-depot-harbour-times.txt"):
        [block] = [block for block in _documents()[name].blocks if block.kind == "post"]
        assert block.post is not None
        assert block.post.published is not None
        assert (block.post.handle, block.post.published.value) == ("nshield_media", "2016-06-11")


def test_an_old_page_is_decoded_as_it_declares() -> None:
    words = _documents()["08-market-capital-bulletin.html"].text
    assert "the ministry’s own website" in words
    assert "“No aircraft of the Syrian Arab Air Force" in words


def test_every_block_of_a_plain_text_leads_back_to_its_bytes() -> None:
    for name, document in _documents().items():
        if name.endswith(".txt"):
            content = (EXAMPLES / name).read_bytes()
            for block in document.blocks:
                assert block.source is not None
                assert content[block.source.start : block.source.end].decode() == block.span.of(document.text)
