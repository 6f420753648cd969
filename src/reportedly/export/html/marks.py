"""Overlapping and crossing spans laid over a text: the text is cut wherever any of them starts or ends."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from reportedly.model import Span

MarkKind = Literal["content", "source", "cue", "stance", "trigger", "place", "time", "materiel", "quantity", ""]

KINDS: tuple[MarkKind, ...] = ("source", "cue", "stance", "place", "time", "materiel", "quantity", "trigger")
"""Kinds that are drawn on the words themselves, in the order in which they are nested (outermost first)."""

_LEVELS = 3  # deeper contents keep the third tint: a fourth could no longer be told from it


@dataclass(frozen=True, slots=True)
class Mark:
    """Something told about the words in ``span``.

    ``key`` is the class that all words of one statement or event share, ``title`` the tooltip, ``href``
    where the words lead, ``number`` what stands behind them. A mark of kind ``""`` is not drawn but lights
    up with its key.
    """

    span: Span
    kind: MarkKind
    key: str = ""
    title: str = ""
    href: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text over which nothing starts or ends.

    ``level`` is how many contents lie over it, at most 3; ``opens``/``closes`` are the brackets of contents
    that start or end here; ``edges`` are ``first``/``last`` where a trigger starts or ends here;
    ``anchors`` are the identifiers of places that lie at its start.
    """

    start: int
    end: int
    text: str
    kinds: tuple[MarkKind, ...] = ()
    level: int = 0
    keys: tuple[str, ...] = ()
    title: str = ""
    href: str = ""
    number: str = ""
    opens: str = ""
    closes: str = ""
    edges: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()

    @property
    def plain(self) -> bool:
        """True if nothing lies over these words."""
        return not (self.kinds or self.level or self.keys)

    @property
    def classes(self) -> str:
        """The classes of the outermost element, separated by spaces."""
        level = (f"c{self.level}",) if self.level else ()
        return " ".join(("m", *level, *self.keys))


def segments(
    text: str, marks: Iterable[Mark], *, anchors: Iterable[tuple[int, str]] = (), cuts: Iterable[int] = ()
) -> list[Segment]:
    """``text`` cut at every start and end of ``marks``, at every anchor and at ``cuts``.

    The texts of the segments, joined, are ``text``. Marks and anchors that reach beyond it are clipped;
    marks over nothing are left out.
    """
    size = len(text)
    laid = [mark for mark in marks if mark.span.start < min(mark.span.end, size)]
    laid.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    held: dict[int, list[str]] = {}
    for position, name in anchors:
        held.setdefault(min(position, size), []).append(name)
    edges = {0, size, *held, *(min(max(cut, 0), size) for cut in cuts)}
    for mark in laid:
        edges.update((mark.span.start, min(mark.span.end, size)))
    borders = sorted(edges)

    found: list[Segment] = []
    active: list[Mark] = []
    following = 0
    for start, end in pairwise(borders):
        active = [mark for mark in active if mark.span.end > start]
        while following < len(laid) and laid[following].span.start <= start:
            active.append(laid[following])
            following += 1
        found.append(_segment(text, start, end, active, tuple(held.get(start, ()))))
    if size in held:  # anchors behind the last character, or in an empty text
        found.append(Segment(size, size, "", anchors=tuple(held[size])))
    return found


def _segment(text: str, start: int, end: int, active: list[Mark], anchors: tuple[str, ...]) -> Segment:
    contents = [mark for mark in active if mark.kind == "content"]
    present = {mark.kind for mark in active}
    ends = [mark for mark in active if min(mark.span.end, len(text)) == end]
    edges = tuple(
        name
        for name, meets in (
            ("first", any(mark.kind == "trigger" and mark.span.start == start for mark in active)),
            ("last", any(mark.kind == "trigger" for mark in ends)),
        )
        if meets
    )
    # A cue leads to its card even where it is also the trigger of an event or part of a longer source.
    leading = sorted((m for m in active if m.href), key=lambda m: (m.kind != "cue", m.kind != "trigger"))
    return Segment(
        start=start,
        end=end,
        text=text[start:end],
        kinds=tuple(kind for kind in KINDS if kind in present),
        level=min(len(contents), _LEVELS),
        keys=tuple(dict.fromkeys(mark.key for mark in active if mark.key)),
        title="\n".join(dict.fromkeys(mark.title for mark in reversed(active) if mark.title)),
        href=leading[0].href if leading else "",
        number=" ".join(dict.fromkeys(mark.number for mark in ends if mark.number)),
        opens="[" * sum(mark.span.start == start for mark in contents),
        closes="]" * sum(mark.kind == "content" for mark in ends),
        edges=edges,
        anchors=anchors,
    )
