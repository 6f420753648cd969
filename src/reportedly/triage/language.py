"""Which language a document is in: only English is read."""

import re

import msgspec

from reportedly.model import READABLE, Document, Skipped

_STAGE = "triage"
_SAMPLE = 6_000  # characters
_SHORT = 160  # characters; below that the detector's ranks say little (its own documentation: 150)
_SURE = 900  # rank; "values above 1200 are usually false results"
_FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        "the of and to in a that is was were said for on by with as from has have had at it be are an its "
        "their which he they not who but been this after or his also when",
    )
)
_ENGLISH_SHARE = 0.12  # of words; running English has 0.3 to 0.45, other languages in Latin letters under 0.1
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z]+")


def triage(document: Document) -> Document | Skipped:
    """``document`` with its language, or ``Skipped`` where it is clearly not English or has no words to
    read.

    The detector is resiliparse's (character n-grams); a text that it takes for another language is still
    read if it is short or full of English function words.
    """
    text = _readable(document)
    letters = sum(map(len, _WORD.findall(text)))
    if not letters:
        return _skipped(document, "no text", "no block of the document has words to read")
    latin = sum(map(len, _LATIN.findall(text)))
    if latin * 2 < letters:
        return _skipped(document, "not English", _detected(text)[0])
    language, rank = _detected(text)
    if language == "en" or len(text) < _SHORT or rank > _SURE or _share(text) >= _ENGLISH_SHARE:
        return document if document.language == "en" else msgspec.structs.replace(document, language="en")
    return _skipped(document, "not English", language)


def _readable(document: Document) -> str:
    parts: list[str] = []
    size = 0
    for block in document.blocks:
        if block.kind in READABLE:
            part = document.text[block.start : min(block.end, block.start + _SAMPLE - size)]
            parts.append(part)
            size += len(part)
            if size >= _SAMPLE:
                break
    return "\n".join(parts)


def _detected(text: str) -> tuple[str, int]:
    from resiliparse.parse.lang import detect_fast

    language, rank = detect_fast(text)
    return str(language), int(rank)


def _share(text: str) -> float:
    found = [word.lower() for word in _LATIN.findall(text)]
    return sum(1 for word in found if word in _FUNCTION_WORDS) / max(len(found), 1)


def _skipped(document: Document, reason: str, detail: str) -> Skipped:
    source = document.capture
    return Skipped(
        item=source.origin if source else document.id, stage=_STAGE, reason=reason, detail=detail,
        sha256=source.sha256 if source else None,
    )  # fmt: skip
