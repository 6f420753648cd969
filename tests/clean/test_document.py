"""Captures of every kind made into documents, or told of."""

import json
import time

import pytest

from reportedly.clean import clean
from reportedly.model import Block, Capture, Document, Skipped

BODY = (
    "The provincial council said on Sunday that its fighters had taken the village of Karm after heavy fighting. " * 2
)
PAGE = f"""<!DOCTYPE html><html><head><title>Council takes Karm - The Globe</title>
<meta property="og:site_name" content="The Globe"><meta name="author" content="Dana Whitfield; Omar Said">
<meta property="article:published_time" content="2017-05-04T09:15:00+02:00">
<link rel="canonical" href="https://example.org/world/karm">
<style>p {{ color: red }}</style><script>var a = "<p>never this</p>";</script></head><body>
<nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Council takes village of <em>Karm</em></h1>
<p class="byline">By Dana Whitfield</p><p>KARM (Globe Press) &mdash; {BODY}</p>
<figure><img src="a.jpg"><figcaption>Smoke over Karm on Sunday</figcaption></figure>
<p>A doctor said &ldquo;eleven people&rdquo; were brought in<br>since the morning. {BODY}</p>
<blockquote><p>Karm is ours tonight <a href="#">#Karm</a></p>&mdash; Karm Media (@karmoffice)
<a href="https://example.com/1">May 3, 2017</a></blockquote><h2>What the army says</h2>
<blockquote><p>No position has been lost &amp; none will be.</p></blockquote>
<ul><li>Ten tanks were seen by residents.</li><li>Two were destroyed.</li></ul><p>{BODY}</p></article>
<footer>Terms of use</footer></body></html>"""


def captured(content: bytes | str, media_type: str = "text/plain", **more: str) -> Capture:
    data = content.encode() if isinstance(content, str) else content
    return Capture.of(
        data, origin="a#1", method="file", media_type=media_type, obtained="2020-01-01T00:00:00Z",
        url=more.get("url"), fetched=more.get("fetched"),
    )  # fmt: skip


def document(content: bytes | str, media_type: str = "text/plain", **more: str) -> Document:
    found = clean(captured(content, media_type, **more))
    assert isinstance(found, Document), found
    return found


def of_kind(found: Document, kind: str) -> list[str]:
    return [block.span.of(found.text) for block in found.blocks if block.kind == kind]


def test_a_page() -> None:
    found = document(PAGE, "text/html")
    assert found.title == "Council takes village of Karm"
    assert found.authors == ("Dana Whitfield", "Omar Said")
    assert found.publisher == "The Globe"
    assert found.url == "https://example.org/world/karm"
    assert found.published is not None
    assert (found.published.value, found.published.how) == ("2017-05-04T09:15:00+02:00", "metadata")
    assert [block.kind for block in found.blocks] == [
        "headline", "byline", "dateline", "paragraph", "caption", "paragraph", "post", "heading", "quote",
        "list", "list", "paragraph",
    ]  # fmt: skip
    assert found.text.startswith("Council takes village of Karm\n\n")
    assert of_kind(found, "caption") == ["Smoke over Karm on Sunday"]
    assert "never this" not in found.text
    assert "color" not in found.text
    assert "Terms" not in found.text


def test_every_block_of_a_page_leads_back_to_the_source() -> None:
    found = document(PAGE, "text/html")
    source = PAGE.encode()
    for block in found.blocks:
        assert block.source is not None
    (quote,) = (block for block in found.blocks if block.kind == "quote")
    assert quote.source is not None
    assert source[quote.source.start : quote.source.end] == b"No position has been lost &amp; none will be."
    start = found.text.index("“eleven")
    span = found.source_of(Block(kind="quote", start=start, end=start + 1).span)
    assert span is not None
    assert source[span.start : span.end] == b"&ldquo;"


def test_an_embedded_post_on_a_page() -> None:
    (post,) = (block.post for block in document(PAGE, "text/html").blocks if block.kind == "post")
    assert post is not None
    assert (post.author, post.handle) == ("Karm Media", "karmoffice")
    assert post.published is not None
    assert post.published.value == "2017-05-03"


@pytest.mark.parametrize("depth", [300, 3000])
def test_a_page_nested_too_deep_for_a_tree(depth: int) -> None:
    found = document(
        "<div>" * depth + f"<h1>Council takes Karm</h1><p>{BODY}</p><p>{BODY}</p>" + "</div>" * depth,
        "text/html",
    )
    assert BODY.strip() in found.text
    assert all(block.source is not None for block in found.blocks)


def test_a_short_page() -> None:
    found = document("<html><body><p>Two tanks seen near Karm.</p></body></html>", "text/html")
    assert "Two tanks seen near Karm." in found.text


@pytest.mark.parametrize(
    "content",
    [
        "<html><head><title></title><script>x()</script></head><body></body></html>",
        "<html><body><img src='a.jpg'></body></html>",
        "<html><body>  &nbsp; </body></html>",
        "<html",
        "<!-- nothing but a comment -->",
    ],
)
def test_a_page_without_text_says_so(content: str) -> None:
    found = clean(captured(content, "text/html"))
    assert isinstance(found, Skipped)
    assert (found.stage, found.reason, found.item) == ("clean", "no text", "a#1")
    assert found.sha256


@pytest.mark.parametrize(
    ("content", "media_type", "reason"),
    [
        (b"", "text/plain", "empty file"),
        (b"\n \n", "text/html", "empty file"),
        (b"--- *** ---", "text/plain", "no text"),
        ("caf\u00e9 \u201cyes\u201d ".encode() * 5 + b"\xff\xfa", "text/plain", "invalid UTF-8"),
        (b"x" * 10_000_000, "text/plain", "line too long"),
        (b"word " * 2_000_000, "text/plain", "line too long"),
        (b"[1]", "application/json", "not JSON"),
        (b'{"text": 7}', "application/json", "no text"),
        (b'{"text": "' + b"word " * 300_000 + b'"}', "application/json", "line too long"),
    ],
)  # fmt: skip
def test_bad_input_says_why(content: bytes, media_type: str, reason: str) -> None:
    start = time.process_time()
    found = clean(captured(content, media_type))
    assert time.process_time() - start < 2
    assert isinstance(found, Skipped)
    assert found.reason == reason


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        ("word " * 190_000, "text/plain"),
        ("a\n" * 60_000, "text/plain"),
        ("(@" * 400_000, "text/plain"),
        ("- " * 400_000, "text/plain"),
        ("A/" * 400_000, "text/plain"),
        ("\"" * 500_000, "text/plain"),
        ("<a \"" * 200_000 + "word", "text/html"),
        ("<" * 700_000 + "word", "text/html"),
        ("&" * 700_000 + "word", "text/html"),
        ("<!--" * 200_000 + "word", "text/html"),
        ("<script>" * 100_000 + "word", "text/html"),
        ("<figcaption>a" * 50_000, "text/html"),
        ("<p>" + "word " * 190_000, "text/html"),
    ],
    ids=range(13),
)  # fmt: skip
def test_nothing_takes_long(content: str, media_type: str) -> None:
    start = time.process_time()
    clean(captured(content, media_type))
    assert time.process_time() - start < 5


def post(**fields: object) -> Document:
    return document(json.dumps(fields), "application/json", url="https://example.org/p/1")


def test_a_post() -> None:
    found = post(
        id="1",
        author="Karm Media",
        handle="@karmoffice",
        date="2017-05-03T21:00:00Z",
        text="Karm is ours\n#Karm ",
    )
    (block,) = found.blocks
    assert (block.kind, block.span.of(found.text)) == ("post", "Karm is ours\n#Karm")
    assert block.post is not None
    assert (block.post.author, block.post.handle) == ("Karm Media", "karmoffice")
    assert found.publisher == "Karm Media"
    assert found.published is not None
    assert (found.published.value, found.published.how) == ("2017-05-03T21:00:00Z", "metadata")
    assert post(handle="@karmoffice", text="Karm is ours").publisher == "@karmoffice"


def test_a_crawled_article_reads_as_one() -> None:
    found = post(publisher="The Globe", title="Council takes Karm", date="2017-05-04", text=BODY * 8)
    assert [block.kind for block in found.blocks] == ["paragraph"]
    assert (found.publisher, found.title) == ("The Globe", "Council takes Karm")
    assert found.published is not None
    assert found.published.value == "2017-05-04"


@pytest.mark.parametrize(
    ("published", "url", "text", "fetched", "value", "how"),
    [
        (
            "2017-05-01",
            "https://example.org/2017/05/02/a",
            "Posted: 3 May 2017",
            "2017-05-04",
            "2017-05-01",
            "given",
        ),
        (None, "https://example.org/2017/05/02/a", "Posted: 3 May 2017", "2017-05-04", "2017-05-02", "url"),
        (None, None, "Posted: 3 May 2017", "2017-05-04T01:02:03Z", "2017-05-03", "text"),
        (None, None, "KARM, Syria, May 3, 2017 (Globe) - It began.", None, "2017-05-03", "text"),
        (
            None,
            None,
            "Ours\n\n— Karm (@karm) May 3, 2017",
            "2017-05-04T01:02:03Z",
            "2017-05-03",
            "embedded-post",
        ),
        (None, None, "Nothing else", "2017-05-04T01:02:03Z", "2017-05-04T01:02:03Z", "archive-date"),
    ],
)
def test_when_it_was_published(
    published: str | None, url: str | None, text: str, fetched: str | None, value: str, how: str
) -> None:
    capture = Capture.of(
        f"{BODY}\n\n{text}".encode(), origin="a", method="file", media_type="text/plain",
        obtained="2020-01-01T00:00:00Z", url=url, fetched=fetched,
    )  # fmt: skip
    found = clean(capture, published=published)
    assert isinstance(found, Document)
    assert found.published is not None
    assert (found.published.value, found.published.how) == (value, how)


def test_the_latest_embedded_post_is_nearest_to_publication() -> None:
    found = document(f"{BODY}\n\nOne\n\n— A (@a) May 3, 2017\n\n{BODY}\n\nTwo\n\n— B (@b) May 1, 2017")
    assert found.published is not None
    assert found.published.value == "2017-05-03"


def test_the_same_bytes_give_the_same_document() -> None:
    assert clean(captured(PAGE, "text/html")) == clean(captured(PAGE, "text/html"))
    assert document(BODY).id == document(BODY).id
    assert document(BODY).id != document(BODY, url="https://example.org/1").id
