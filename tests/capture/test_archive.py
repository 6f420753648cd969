"""WARC and WET: pages come out, damage costs one record, the archive's own records pass in silence."""

import gzip
import os
from pathlib import Path

import pytest

from reportedly.capture import capture
from reportedly.model import Capture, Skipped

PAGE = b"<html><body><p>The army said on Monday that it took the village.</p></body></html>"


def record(kind: str, url: str, body: bytes, content_type: str = "application/http; msgtype=response") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2014-11-03T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: {url}\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def answer(body: bytes, status: str = "200 OK", media: str = "text/html; charset=utf-8", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\nServer: s\r\n{more}\r\n".encode() + body


def page(n: int, body: bytes = PAGE, **options: str) -> bytes:
    return record("response", f"https://example.org/{n}", answer(body, **options))


def take(path: Path, data: bytes) -> tuple[list[Capture], list[Skipped]]:
    path.write_bytes(data)
    items = list(capture([path], obtained=lambda: "2020-01-01T00:00:00Z"))
    return [i for i in items if isinstance(i, Capture)], [i for i in items if isinstance(i, Skipped)]


def urls(captures: list[Capture]) -> list[str]:
    return [(c.provenance.url or "").rpartition("/")[2] for c in captures]


@pytest.mark.parametrize("packed", [False, True])
def test_responses_and_conversions(tmp_path: Path, packed: bool) -> None:
    parts = [
        record("warcinfo", "", b"software: x\r\n", "application/warc-fields"),
        record("request", "https://example.org/1", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        page(1),
        record("conversion", "https://example.org/2", b"The army took the village.\n", "text/plain"),
        record("metadata", "https://example.org/1", b"a: b\r\n", "application/warc-fields"),
        page(3, gzip.compress(PAGE), more="Content-Encoding: gzip\r\n"),
    ]
    got, skipped = take(tmp_path / "a.warc", b"".join(gzip.compress(p) if packed else p for p in parts))
    assert not skipped
    assert [c.provenance.method for c in got] == ["warc", "wet", "warc"]
    assert [c.content for c in got] == [PAGE, b"The army took the village.\n", PAGE]
    assert [c.provenance.media_type for c in got] == ["text/html", "text/plain", "text/html"]
    first = got[0]
    assert first.provenance.fetched == "2014-11-03T10:00:00Z"
    assert first.provenance.url == "https://example.org/1"
    assert first.provenance.origin == f"{tmp_path / 'a.warc'}#3"
    assert first.fields["content-type"] == "text/html; charset=utf-8"
    assert first.fields["server"] == "s"


def test_what_is_no_page_says_why(tmp_path: Path) -> None:
    data = b"".join([
        page(1, b"gone", status="404 Not Found"),
        page(2, b"\x89PNG", media="image/png"),
        page(3, b"%PDF-1.4 \x00", media="application/pdf"),
        page(4, b""),
        record("response", "https://example.org/5", b""),
        page(6, b"not gzip", more="Content-Encoding: gzip\r\n"),
        page(7, b"\x00\x01\x02" * 30),
        page(8),
    ])  # fmt: skip
    got, skipped = take(tmp_path / "a.warc", data)
    assert urls(got) == ["8"]
    assert [s.reason for s in skipped] == [
        "not found", "not text", "PDF is not read", "empty record", "empty record",
        "damaged record", "not text",
    ]  # fmt: skip
    assert all(f"https://example.org/{i}" in s.item for i, s in enumerate(skipped, start=1))


def test_an_empty_gzip_member_hides_nothing(tmp_path: Path) -> None:
    data = gzip.compress(page(1)) + gzip.compress(b"") + gzip.compress(page(2))
    got, skipped = take(tmp_path / "a.warc.gz", data)
    assert urls(got) == ["1", "2"]
    assert [s.reason for s in skipped] == ["empty member"]


def noise(n: int) -> bytes:
    return b"<html>" + os.urandom(30_000).hex().encode()


def test_a_cut_archive_keeps_the_whole_records(tmp_path: Path) -> None:
    packed = [gzip.compress(page(i, noise(i))) for i in range(4)]
    got, skipped = take(tmp_path / "a.warc.gz", b"".join(packed)[: len(packed[0]) + len(packed[1]) + 9000])
    assert urls(got) == ["0", "1"]
    assert {s.reason for s in skipped} == {"truncated gzip", "truncated record"}
    got, skipped = take(tmp_path / "b.warc", b"".join([page(0), page(1), page(2)[:-40]]))
    assert urls(got) == ["0", "1"]
    assert [s.reason for s in skipped] == ["truncated record"]


def test_damage_in_the_middle_costs_one_record(tmp_path: Path) -> None:
    packed = [gzip.compress(page(i, noise(i))) for i in range(4)]
    broken = packed[1][:15_000] + b"\x00" * 200 + packed[1][15_200:]
    got, skipped = take(tmp_path / "a.warc.gz", packed[0] + broken + packed[2] + packed[3])
    assert urls(got) == ["0", "2", "3"]
    assert "damaged gzip" in {s.reason for s in skipped}
    got, skipped = take(tmp_path / "b.warc", page(0) + b"garbage\r\n" * 30 + page(1))
    assert urls(got) == ["0", "1"]
    assert [s.reason for s in skipped] == ["not a WARC record"]


def test_a_wrong_length_costs_one_record(tmp_path: Path) -> None:
    wrong = page(1).replace(b"Content-Length: ", b"Content-Length: 1")
    got, skipped = take(tmp_path / "a.warc", page(0) + wrong + page(2) + page(3) * 40)
    assert urls(got)[0] == "0"
    assert len(got) + len(skipped) >= 41
    assert "damaged record" in {s.reason for s in skipped}


def test_a_huge_record_is_passed_over(tmp_path: Path) -> None:
    got, skipped = take(tmp_path / "a.warc", page(0) + page(1, b"<p>" + b"x" * (9 << 20)) + page(2))
    assert urls(got) == ["0", "2"]
    assert [s.reason for s in skipped] == ["too large"]
