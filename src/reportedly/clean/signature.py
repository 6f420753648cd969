"""Posts embedded in a page: the words, then "— Name (@handle) November 3, 2014"."""

import re

from reportedly.clean.dates import MONTH, spelled
from reportedly.model import Post, Span

_SIGNATURE = re.compile(
    r"(?:^|(?<=\s))(?:—|–|―|--?|&mdash;)\s{0,3}(?P<author>[^\n()—]{1,80}?)\s{0,3}\((?P<handle>@\w{1,30})\)"
    rf"[\s,|·-]{{0,4}}(?P<date>(?:\d{{1,2}}[:.]\d{{2}}[^\n]{{0,12}}?)?(?:{MONTH}\s\d{{1,2}},?\s\d{{4}}|\d{{1,2}}\s{MONTH},?\s\d{{4}})"
    r"(?:[^\n]{0,3}\d{1,2}[:.]\d{2}\s?(?:[AaPp][Mm])?)?)?\s*$",
    re.IGNORECASE,
)


def signature(text: str, offset: int) -> tuple[int, Post] | None:
    """The signature at the end of ``text``: where it starts in ``text``, and the post's data.

    ``offset`` is where ``text`` starts in the document. The date carries ``how="embedded-post"``.
    """
    tail = max(0, len(text) - 240)
    at = text.rfind("(@", tail)
    if at < 0:
        return None
    match = _SIGNATURE.search(text, tail)
    if match is None:
        return None
    start, end = match.start(), len(text.rstrip())
    return start, Post(
        author=match["author"].strip(),
        handle=match["handle"][1:],
        published=spelled(match["date"] or "", "embedded-post"),
        span=Span(offset + start, offset + end),
    )
