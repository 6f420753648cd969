"""The characters of a capture: which encoding, and by what evidence.

The order follows the encoding sniffing of the HTML standard: byte order mark, transport header, the
page's own declaration, then UTF-8 where the bytes are valid UTF-8, then charset-normalizer's guess.
"""

import codecs
import re
from dataclasses import dataclass

from reportedly.clean.align import decoded_runs
from reportedly.model import Run

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_META = re.compile(rb"<meta[^>]{0,500}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([a-zA-Z0-9_:.-]{2,40})", re.IGNORECASE)
_HEADER = re.compile(r"charset\s*=\s*[\"']?([a-zA-Z0-9_:.-]{2,40})", re.IGNORECASE)
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_C1 = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SAMPLE = 256 * 1024
_MAX_REPLACED = 0.01  # share of characters; browsers show such a page too


@dataclass(slots=True, frozen=True)
class Decoded:
    """Text of a capture, without byte order mark, and the map from its characters to the capture's bytes."""

    text: str
    encoding: str
    runs: tuple[Run, ...]


@dataclass(slots=True, frozen=True)
class Undecodable:
    """No encoding gives text. ``reason`` and ``detail`` as in ``Skipped``."""

    reason: str
    detail: str


def decode(content: bytes, *, header: str = "", markup: bool = False) -> Decoded | Undecodable:
    """The text of ``content``.

    Args:
        content: the bytes of a page or text.
        header: the ``Content-Type`` that came with it, if any.
        markup: the content is HTML: a ``<meta charset>`` counts, and stray bytes in an otherwise sound
            page are
            replaced by U+FFFD as a browser does. A text with broken UTF-8 is refused instead.
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _strictly(content, encoding, len(bom)) or _broken(content, encoding, len(bom), markup)
    declared = _declared(content, header, markup)
    # Legacy text of any length is not valid UTF-8 by chance, so that valid UTF-8 outweighs a wrong label;
    # bytes
    # without a high bit say nothing (ISO-2022-JP has none).
    order = ("utf-8", *declared) if _HIGH.search(content) else (*declared, "utf-8")
    for encoding in order:
        if found := _strictly(content, encoding, 0):
            return found
    if not declared or not markup:
        guess = _guess(content)
        if guess and (found := _strictly(content, guess, 0)):
            return found
    return _broken(content, declared[0] if declared else "utf-8", 0, markup)


_WEB = frozenset(
    ["cp866", "cp874", "cp932", "cp949", "cp950", "big5", "big5hkscs", "euc_jp", "euc_kr", "gb18030", "gb2312", "gbk"]
    + ["iso2022_jp", "koi8_r", "koi8_u", "mac_cyrillic", "shift_jis", "utf_8", "ascii", "latin_1", "mac_roman"]
    + [f"cp{number}" for number in range(1250, 1259)]
    + [f"iso8859_{number}" for number in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16)]
)
"""Python's names of the legacy encodings that the Encoding standard (WHATWG) knows."""


def _declared(content: bytes, header: str, markup: bool) -> list[str]:
    labels = _HEADER.findall(header)
    if markup and (match := _META.search(content[:4096])):
        labels.append(match.group(1).decode("ascii"))
    found = []
    for label in labels:
        try:
            name = codecs.lookup(label).name
            "a".encode(name)
        except (LookupError, UnicodeError):
            continue
        # Pages that say Latin-1 are Windows-1252 (Encoding standard, section 4.2); UTF-16 without a mark
        # is a mistake.
        name = "cp1252" if name in ("iso8859-1", "ascii") else name
        if not name.startswith(("utf-16", "utf-32", "utf-7")):
            found.append(name)
    return found


def _strictly(content: bytes, encoding: str, skip: int) -> Decoded | None:
    body = content[skip:]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        # A cut inside the last character is an unfinished text, not a wrong encoding.
        if encoding != "utf-8" or error.end != len(body) or error.reason != "unexpected end of data":
            return None
        body = body[: error.start]
        text = body.decode(encoding)
    except UnicodeError:
        return None
    if encoding.startswith("cp") and len(_C1.findall(text[:_SAMPLE])) > 2:
        return None
    return Decoded(text=text, encoding=encoding, runs=tuple(decoded_runs(body, encoding, skip)))


def _broken(content: bytes, encoding: str, skip: int, markup: bool) -> Decoded | Undecodable:
    body = content[skip:]
    text = body.decode(encoding, "replace")
    wrong = text.count("�")
    if markup and wrong <= max(_MAX_REPLACED * len(text), 3):
        return Decoded(text=text, encoding=encoding, runs=tuple(decoded_runs(body, encoding, skip)))
    reason = "invalid UTF-8" if encoding == "utf-8" else "undecodable text"
    return Undecodable(reason=reason, detail=f"{wrong} characters cannot be decoded as {encoding}")


def _guess(content: bytes) -> str | None:
    """The legacy encoding charset-normalizer finds; none where the bytes are damaged UTF-8 or no text at
    all.
    """
    sample = content[:_SAMPLE]
    whole = sum(len(match) for match in _UTF8_SEQUENCE.findall(sample))
    high = len(_HIGH.findall(sample))
    if whole * 2 >= high:
        return None
    from charset_normalizer import from_bytes

    matches = from_bytes(sample)
    best = matches.best()
    if best is None or best.encoding.startswith(("utf_16", "utf_32", "utf_7")):
        return None
    if best.chaos > 0.2 or _C1.search(str(best)):
        return None
    if best.encoding not in _WEB:
        return None  # damaged bytes look like some rare code page; no page of the web is written in one
    # Among equals the most common legacy encoding of the web (Encoding standard: the default for western
    # locales).
    for match in matches:
        equal = match.chaos <= best.chaos and match.coherence >= best.coherence
        if equal and "cp1252" in (match.encoding, *match.could_be_from_charset):
            return "cp1252"
    return best.encoding
