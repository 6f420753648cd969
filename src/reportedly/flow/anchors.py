"""Where the words of judgements stand now: a newer version may clean a page into another text."""

from collections.abc import Iterable

from msgspec.structs import replace

from reportedly.case import Case
from reportedly.case.errors import UnknownIdError
from reportedly.model import Anchor, Judgement, Span


def placed(judgements: Iterable[Judgement], case: Case) -> tuple[Judgement, ...]:
    """``judgements`` with their anchors where the words stand now.

    Words that are no longer where they were are looked for in the text; an anchor whose words are gone, or stand there
    more than once, is left out: it must not come to be about another happening.
    """
    texts: dict[str, str] = {}

    def move(anchors: Iterable[Anchor]) -> tuple[Anchor, ...]:
        return tuple(there for anchor in anchors if (there := _there(anchor, case, texts)) is not None)

    return tuple(replace(one, subject=move(one.subject), other=move(one.other)) for one in judgements)


def _there(anchor: Anchor, case: Case, texts: dict[str, str]) -> Anchor | None:
    if anchor.document not in texts:
        try:
            texts[anchor.document] = case.text(anchor.document)
        except UnknownIdError:
            return None
    text = texts[anchor.document]
    if anchor.span.of(text) == anchor.words:
        return anchor
    if text.count(anchor.words) != 1:
        return None
    start = text.index(anchor.words)
    return replace(anchor, span=Span(start, start + len(anchor.words)))
