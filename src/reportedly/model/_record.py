"""The base of all nouns: frozen, slotted records with one JSON form."""

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """An immutable record. Fields are keyword-only; unknown fields of a newer version are ignored on reading."""


class Span(msgspec.Struct, frozen=True, array_like=True, order=True, gc=False):
    """A half-open range ``[start, end)``; in JSON the array ``[start, end]``.

    Unless a field says otherwise the unit is the code point of ``Document.text``.

    Raises:
        ValueError: if ``start`` is negative or ``end`` lies before ``start``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end < self.start:
            raise ValueError(f"a span must satisfy 0 <= start <= end, not [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: "Span | int") -> bool:
        if isinstance(other, int):
            return self.start <= other < self.end
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """True if the two ranges share at least one position."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words this span stands for in ``text``."""
        return text[self.start : self.end]


def merged(spans: "list[Span] | tuple[Span, ...]", text: str = "") -> tuple[Span, ...]:
    """``spans`` in order, overlapping and touching ones joined.

    Where ``text`` is given, spans that only white space keeps apart are joined as well.
    """
    out: list[Span] = []
    for span in sorted(spans):
        if out and (span.start <= out[-1].end or (text and not text[out[-1].end : span.start].strip())):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
