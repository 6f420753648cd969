"""Every input is taken in or told of; nothing is lost and nothing raises."""

import gzip
import io
import json
import os
import sys
import time
from pathlib import Path

import pytest

from reportedly.capture import MAX_ITEM, capture
from reportedly.model import Capture, Skipped, sha256

PAGE = b"<!DOCTYPE html><html><body><p>The army said on Monday that it took the village.</p></body></html>"
TEXT = "The army said on Monday that it took the village of Karm.\n"


def clock() -> str:
    return "2020-01-02T03:04:05Z"


def take(*paths: Path | str, url: str | None = None) -> tuple[list[Capture], list[Skipped]]:
    items = list(capture(paths, obtained=clock, url=url))
    return [i for i in items if isinstance(i, Capture)], [i for i in items if isinstance(i, Skipped)]


def put(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_page_keeps_its_bytes_its_hash_and_where_it_came_from(tmp_path: Path) -> None:
    path = put(tmp_path, "page.html", PAGE)
    (got,), skipped = take(path, url="https://example.org/a")
    assert not skipped
    assert got.content == PAGE
    assert got.provenance.sha256 == sha256(PAGE)
    assert (got.provenance.size, got.provenance.origin) == (len(PAGE), str(path))
    assert (got.provenance.media_type, got.provenance.method) == ("text/html", "file")
    assert (got.provenance.url, got.obtained) == ("https://example.org/a", "2020-01-02T03:04:05Z")


def test_content_counts_more_than_the_name(tmp_path: Path) -> None:
    (html,), _ = take(put(tmp_path, "page.txt", PAGE))
    (text,), _ = take(put(tmp_path, "text.html", TEXT))
    (posts,), _ = take(put(tmp_path, "posts.txt", '{"text": "One tank near Karm"}\n'))
    assert html.provenance.media_type == "text/html"
    assert text.provenance.media_type == "text/plain"
    assert posts.provenance.media_type == "application/json"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1256", "utf-32"])
def test_text_in_other_encodings_is_text(tmp_path: Path, encoding: str) -> None:
    (got,), _ = take(put(tmp_path, "a.txt", "قال الجيش إن القرية".encode(encoding) + TEXT.encode(encoding)))
    assert got.provenance.media_type == "text/plain"


def test_gzip_around_a_page_or_text(tmp_path: Path) -> None:
    got, skipped = take(
        put(tmp_path, "a.html.gz", gzip.compress(PAGE)), put(tmp_path, "b.gz", gzip.compress(TEXT.encode()))
    )
    assert [c.content for c in got] == [PAGE, TEXT.encode()]
    assert not skipped


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    put(tmp_path, "c.txt", TEXT)
    put(tmp_path / "b", "z.txt", TEXT)
    put(tmp_path / "b", "a.txt", TEXT)
    put(tmp_path, ".hidden.txt", TEXT)
    put(tmp_path / ".git", "x.txt", TEXT)
    got, skipped = take(tmp_path)
    names = [str(Path(c.provenance.origin).relative_to(tmp_path)) for c in got]
    assert names == [str(Path("b", "a.txt")), str(Path("b", "z.txt")), "c.txt"]
    assert not skipped


def test_what_describes_a_folder_is_read_only_by_name(tmp_path: Path) -> None:
    path = put(tmp_path, "README.md", TEXT)
    got, skipped = take(tmp_path)
    assert not got
    assert [s.reason for s in skipped] == ["not a report"]
    assert len(take(path)[0]) == 1


def test_a_folder_linked_into_itself_ends(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", TEXT)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    got, skipped = take(tmp_path)
    assert len(got) == 1
    assert {(Path(s.item).name, s.reason) for s in skipped} == {
        ("loop", "symlink loop"), ("self", "symlink loop"), ("gone", "link without target"),
    }  # fmt: skip


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    put(tmp_path, "a.txt", TEXT)
    got, skipped = take(tmp_path)
    assert len(got) == 1
    assert skipped[0].reason == "not a regular file"


def test_an_unreadable_and_a_missing_file(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", TEXT)
    path.chmod(0)
    got, skipped = take(path, tmp_path / "missing", tmp_path / "x" / "y")
    expected = ["unreadable"] if os.geteuid() else []
    assert [s.reason for s in skipped] == [*expected, "no such file", "no such file"]
    assert len(got) + len(skipped) == 3


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty file"),
        (b" \r\n\t\n", "empty file"),
        (b"\xef\xbb\xbf", "empty file"),
        (gzip.compress(b""), "empty member"),
        (b"%PDF-1.7\n\x00\x01", "PDF is not read"),
        (b"PK\x03\x04\x14\x00", "archive is not read"),
        (b"\x89PNG\r\n\x1a\n\x00", "not text"),
        (bytes(range(256)) * 8, "not text"),
        (b"text then\x00nothing", "not text"),
        (gzip.compress(gzip.compress(b"a")), "not text"),
        (b"x" * (MAX_ITEM + 10), "line too long"),
        (b"<html><p>" + b"<br>x\n" * (MAX_ITEM // 5), "too large"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(tmp_path: Path, content: bytes, reason: str) -> None:
    path = put(tmp_path, "a.bin", content)
    got, skipped = take(path, put(tmp_path, "good.txt", TEXT))
    assert [c.provenance.origin for c in got] == [str(tmp_path / "good.txt")]
    assert [s.reason for s in skipped] == [reason]
    assert str(path) in skipped[0].item
    assert skipped[0].stage == "capture"


def test_a_cut_gzip_keeps_what_came_before(tmp_path: Path) -> None:
    lines = "".join(f"Line {i} of the report, {os.urandom(8).hex()}.\n" for i in range(3000)).encode()
    data = gzip.compress(lines)
    (got,), (skipped,) = take(put(tmp_path, "a.txt.gz", data[: len(data) // 2]))
    assert 1000 < len(got.content) < len(lines)
    assert lines.startswith(got.content)
    assert skipped.reason == "truncated gzip"
    assert skipped.detail == "what came before it is kept"


def test_a_cut_gzip_of_which_nothing_is_kept_does_not_say_so(tmp_path: Path) -> None:
    got, skipped = take(put(tmp_path, "a.txt.gz", gzip.compress(b" " * 5000)[:-12]))
    assert not got
    assert {s.reason for s in skipped} == {"truncated gzip"}
    assert not [s for s in skipped if "is kept" in s.detail]


def test_posts_keep_their_own_bytes_and_unknown_fields(tmp_path: Path) -> None:
    first = '{"id": 1, "text": "Two tanks near Karm", "url": "https://example.org/1", '
    first += '"likes": 5, "place": {"a": "ü"}}'
    second = '{"text":"caf\\u00e9 open"}'
    path = put(tmp_path, "posts.jsonl", f"{first}\n\n{second}\r\n")
    got, skipped = take(path)
    assert not skipped
    assert [c.content.decode() for c in got] == [first, second]
    assert [c.provenance.origin for c in got] == [f"{path}#1", f"{path}#3"]
    assert got[0].provenance.url == "https://example.org/1"
    assert {k: json.loads(v) for k, v in got[0].fields.items()} == {"likes": 5, "place": {"a": "ü"}}


def test_bad_lines_cost_themselves_alone(tmp_path: Path) -> None:
    good = b'{"text": "Good line"}'
    bad = [b"[1, 2]", b'"text"', b"17", b"null", b'{"text": ', b'{"id": 1}', b'{"text": ""}', b'{"text": 5}',
           b'{"text": "\xff"}', b"[" * 100_000, b'{"text": "' + b"x" * (MAX_ITEM + 5) + b'"}']  # fmt: skip
    got, skipped = take(put(tmp_path, "a.jsonl", b"\n".join(x for b in bad for x in (b, good))))
    assert [c.content for c in got] == [good] * len(bad)
    assert [s.reason for s in skipped] == [
        *["not a JSON object"] * 4, "not JSON", "no text", "no text", "no text",
        "invalid UTF-8", "not JSON", "line too long",
    ]  # fmt: skip
    assert [s.item.rpartition("#")[2] for s in skipped] == [str(2 * i + 1) for i in range(len(bad))]


def test_posts_stream(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", b"".join(b'{"text": "post %d"}\n' % i for i in range(50_000)))
    start = time.perf_counter()
    first = next(capture([path], obtained=clock))
    assert isinstance(first, Capture)
    assert time.perf_counter() - start < 0.2


def test_one_json_object_over_several_lines(tmp_path: Path) -> None:
    (got,), _ = take(put(tmp_path, "a.json", json.dumps({"text": "One post"}, indent=2)))
    assert got.provenance.media_type == "application/json"
    _, (skipped,) = take(put(tmp_path, "b.json", json.dumps([{"text": "One post"}], indent=2)))
    assert skipped.reason == "not a JSON object"


class _Slow(io.RawIOBase):
    """Hands out one byte at a time, as a pipe may."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def read(self, size: int | None = -1) -> bytes:
        part, self.data = self.data[:1], self.data[1:]
        return part


@pytest.mark.parametrize(
    ("data", "media_type"),
    [(PAGE, "text/html"), (TEXT.encode(), "text/plain"), (gzip.compress(PAGE), "text/html")],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, media_type: str) -> None:
    class Standard:
        buffer = _Slow(data)

    monkeypatch.setattr(sys, "stdin", Standard())
    (got,), _ = take("-")
    assert (got.provenance.method, got.provenance.origin, got.provenance.media_type) == (
        "stdin",
        "-",
        media_type,
    )
