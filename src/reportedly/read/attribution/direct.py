"""Quotations as content: which quotations a cue introduces, and how far one cue carries them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reportedly.language import Token
from reportedly.model import Span
from reportedly.read.attribution.quotes import Quote

_STOP = re.compile(r"[.!?…][\"”’']?(?:\s|$)|\n\s*\n")
_GAP = 220  # code points between a cue and its quotation; a longer stretch is another clause
_ONLY_BLANK = re.compile(r"[\s,:;—–-]*$")


class Quotations:
    """The quotations of a document, and who has claimed which."""

    def __init__(self, text: str, quotes: Sequence[Quote]) -> None:
        self.text = text
        self.quotes = list(quotes)
        self._starts = [quote.start for quote in quotes]
        self.owner: dict[int, object] = {}

    def at(self, position: int) -> int | None:
        """The index of the quotation that covers ``position``, or ``None``."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and position < self.quotes[index].end:
            return index
        return None

    def before(self, position: int) -> int | None:
        """The index of the last quotation that ends at or before ``position``."""
        index = bisect_right(self._starts, position) - 1
        while index >= 0 and self.quotes[index].end > position:
            index -= 1
        return index if index >= 0 else None

    def after(self, position: int) -> int | None:
        """The index of the first quotation that starts at or after ``position``."""
        index = bisect_left(self._starts, position)
        return index if index < len(self.quotes) else None

    def beside(self, first: Token, last: Token, *, bare: bool = False) -> list[int]:
        """Quotations that the clause of a cue introduces or follows.

        The one before must be followed by nothing but the clause ("…," said X); the one after must begin in the same
        sentence, or after a colon at the end of the paragraph. A clause of saying that says nothing itself (``bare``)
        and introduces nothing tells the quotation before it, also where that one ended as a sentence.
        """
        text = self.text
        found: list[int] = []
        previous = self.before(first.start)
        if previous is not None:
            quote = self.quotes[previous]
            between = text[quote.end : first.start]
            ends = quote.inner[-1].of(text).rstrip()
            if len(between) <= _GAP and not _STOP.search(between) and "\n" not in between:
                # "…," or "…?" leads on to the cue; after "…." only a lower-case word or the cue at once continues
                follows = between.lstrip()
                leads = ends.endswith((",", "?", "!", "—", "–", "-")) or follows.startswith(",")
                ended = ends.endswith(".") and len(follows) <= 40 and follows[:1].islower()
                unmarked = ends[-1:].isalnum() and len(between) <= 3
                alone = bare and not follows and not self._introduces(last.end)
                if leads or (quote.kind == "speech" and (ended or unmarked or alone)):
                    found.append(previous)
        following = self.after(last.end)
        if following is not None:
            quote = self.quotes[following]
            between = text[last.end : quote.start]
            if (len(between) <= _GAP and not _STOP.search(between)) or re.fullmatch(r"[^.!?\n]{0,120}:\s*", between):
                found.append(following)
        return found

    def _introduces(self, position: int) -> bool:
        """True if a quotation begins in the rest of the sentence at ``position``."""
        following = self.after(position)
        if following is None:
            return False
        between = self.text[position : self.quotes[following].start]
        return len(between) <= _GAP and not _STOP.search(between) and "\n" not in between

    def continued(self, index: int, claimed: "set[int]", breaks: Sequence[int]) -> list[int]:
        """Quotations after ``index`` that the same cue carries on.

        ``"…," she said. "…"``: a quotation that opens the next sentence of the same or the next paragraph, as long as
        nobody else's cue stands between (``breaks``: positions of other cues outside quotations, sorted).
        """
        out: list[int] = []
        current = index
        while current + 1 < len(self.quotes):
            quote, candidate = self.quotes[current], self.quotes[current + 1]
            between = self.text[quote.end : candidate.start]
            if current + 1 in claimed or candidate.kind != "speech":
                break
            if current == index:
                sentences = len(re.findall(r"[.!?…](?:\s|$)", between))
                if len(between) > _GAP or sentences > 1:
                    break
                if sentences == 0 and not _ONLY_BLANK.match(between):
                    break
                if not re.search(r"[.:!?…]\s*$|\n\s*$|^\s*$", between):
                    break
            elif between.strip():
                break
            if self._announced(current + 1, breaks):
                break
            out.append(current + 1)
            current += 1
        return out

    def _announced(self, index: int, breaks: Sequence[int]) -> bool:
        """True if another cue stands right behind the quotation: "…," he added."""
        quote = self.quotes[index]
        stop = _STOP.search(self.text, quote.end)
        end = min(stop.start() if stop else len(self.text), quote.end + _GAP)
        ends = quote.inner[-1].of(self.text).rstrip()
        if not ends.endswith((",", "?", "!", "—")):
            return False
        at = bisect_left(breaks, quote.end)
        return at < len(breaks) and breaks[at] < end


def without_marks(text: str, span: Span) -> Span:
    """``span`` without white space, quotation marks at its ends, and the comma print puts before a closing one."""
    start, end = span.start, span.end
    single = "'’" if text[start:end].lstrip()[:1] in "‘'" or " ‘" in text[start:end] or " '" in text[start:end] else ""
    opening = '"“”„«»‘`' + ("'" if any(mark in text[start + 1 : end] for mark in "'’") else "")
    while start < end and (text[start].isspace() or text[start] in opening):
        start += 1
    closing = '"“”„«»' + single  # without an opening mark an apostrophe at the end is one: "the rebels'"
    marked = text[end : end + 1] in "\"”’'" and text[end : end + 1] != ""
    while end > start and (text[end - 1].isspace() or text[end - 1] in closing):
        end -= 1
        marked = True
    if marked and end > start and text[end - 1] == ",":
        end -= 1
    return Span(start, end)
