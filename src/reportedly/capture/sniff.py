"""What an input is, told from its first bytes; the name only decides where the bytes leave it open."""

import re
from typing import Literal

Kind = Literal["empty", "gzip", "warc", "html", "posts", "json", "text", "pdf", "archive", "binary"]

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"\x1f\x8b", "gzip"),
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "archive"), (b"7z\xbc\xaf\x27\x1c", "archive"), (b"Rar!", "archive"), (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"), (b"\x28\xb5\x2f\xfd", "archive"),
    (b"\x89PNG", "binary"), (b"\xff\xd8\xff", "binary"), (b"GIF8", "binary"), (b"RIFF", "binary"),
    (b"\x7fELF", "binary"),
    (b"MZ\x90", "binary"), (b"SQLite format 3\x00", "binary"), (b"\xd0\xcf\x11\xe0", "binary"),
    (b"ID3\x03", "binary"),
)  # fmt: skip
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*){0,5}"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|header|main|article|section|nav|div|table|"
    rb"h[1-6]|p|span|ul|ol|a|img|figure|blockquote)\b",
    re.IGNORECASE,
)
_SOME_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROL = 0.02  # share of control bytes; text has next to none, compressed or machine data about a tenth
_JSON_NAMES = (".jsonl", ".ndjson", ".json")


def sniff(head: bytes, name: str = "") -> Kind:
    """What the input is that begins with ``head`` (up to 64 KiB) and is called ``name``.

    ``posts`` is JSON lines, ``json`` one JSON value over several lines, ``archive`` a container that is
    not read.
    """
    if not head.strip(b" \t\r\n\x0c\x0b\xef\xbb\xbf"):
        return "empty"
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if re.match(rb"WARC/\d", head.lstrip(b"\r\n")):
        return "warc"
    if not head.startswith(_WIDE_BOMS) and _is_binary(head):
        return "binary"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    suffix = name.lower().removesuffix(".gz")
    if start[:1] in (b"{", b"[") or suffix.endswith(_JSON_NAMES):
        kind_of_json = _json_kind(start, suffix)
        if kind_of_json != "text":
            return kind_of_json
    if _HTML.match(start) or (suffix.endswith((".html", ".htm", ".xhtml")) and _SOME_HTML.search(start)):
        return "html"
    return "text"


def _is_binary(head: bytes) -> bool:
    return b"\x00" in head or len(_CONTROL.findall(head)) > _MAX_CONTROL * len(head)


def _json_kind(start: bytes, name: str) -> Kind:
    first = start.partition(b"\n")[0].strip()
    if first in (b"{", b"[", b"[{") or (name.endswith(".json") and start[:1] == b"["):
        return "json"
    if name.endswith(_JSON_NAMES):
        return "posts"
    return "posts" if re.match(rb"\{\s*(?:\"|\})", first) else "text"
