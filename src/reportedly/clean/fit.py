"""Finding the words of an extracted block in the visible text of its page."""

import re

from reportedly.clean.page import Page
from reportedly.model import Run

_WORD = re.compile(r"\S+")
_MAX_MISSES = 64  # blocks looked for in vain over the whole page, before only the rest of it is searched


class Fitter:
    """Aligns blocks one after the other: each is looked for after the one before, then from the start."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._at = 0
        self._misses = 0

    def fit(self, text: str) -> tuple[list[Run], tuple[int, int] | None]:
        """The map from ``text`` to the characters of the page's visible text, and the range it takes there.

        White space does not count. ``([], None)`` where the words do not stand in the page in this order.
        """
        words = [(match.start(), match.group()) for match in _WORD.finditer(text)]
        needle = "".join(word for _, word in words)
        if not needle:
            return [], None
        page = self._page
        found = page.compact.find(needle, self._at)
        if found < 0 and self._misses < _MAX_MISSES:
            found = page.compact.find(needle)
        if found < 0:
            self._misses += 1
            return [], None
        self._at = found + len(needle)
        runs: list[Run] = []
        at = found
        for start, word in words:
            done = 0
            while done < len(word):
                # A word of the block may be several words of the page, and the other way round.
                visible = page.visible_at(at + done)
                size = min(len(word) - done, _word_end(page, visible) - visible)
                runs.append(Run(start + done, start + done + size, visible, visible + size))
                done += size
            at += len(word)
        return _bridged(runs, text, page.visible), (runs[0].first, runs[-1].last)


def _word_end(page: Page, start: int) -> int:
    end = page.visible.find(" ", start)
    return len(page.visible) if end < 0 else end


def _bridged(runs: list[Run], text: str, visible: str) -> list[Run]:
    """Neighbouring words joined over the one space that stands between them on both sides."""
    out: list[Run] = []
    for run in runs:
        if out and run.start - out[-1].end == run.first - out[-1].last <= 1:
            between = text[out[-1].end : run.start]
            if between in ("", " ") and visible[out[-1].last : run.first] == between:
                out[-1] = Run(out[-1].start, run.end, out[-1].first, run.last)
                continue
        out.append(run)
    return out
