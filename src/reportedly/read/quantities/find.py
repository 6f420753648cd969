"""The quantities of a document."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping

from reportedly.language import Parse
from reportedly.model import READABLE, Document, Quantity, Span, Time
from reportedly.ontology.units import Units
from reportedly.read.quantities.amount import Amount
from reportedly.read.quantities.change import change_of, goes_on
from reportedly.read.quantities.count import age, is_count
from reportedly.read.quantities.grammar import grammar_of
from reportedly.read.quantities.item import item_span
from reportedly.read.quantities.scan import scan

Category = Callable[[str], str | None]
_CHANGES = frozenset({"number", "number-hedged", "number-plus"})
MOST = 1e15
"""Counts beyond this, or of fewer than none, count nothing: they are kept as words with no value."""


def find_quantities(
    document: Document,
    parse: Parse,
    materiel: Mapping[str, str] | Category,
    times: Iterable[Time],
    units: Units,
) -> tuple[Quantity, ...]:
    """The numbers of things and measures in the readable blocks, in text order.

    ``materiel`` gives the category of a counted thing (its words as written): a mapping or a function.
    ``times`` are those of ``find_times``: dates, times of day and durations are no quantities; ``units`` those of the
    ontology. ``span`` covers the hedge, the number and its unit; ``item`` is what is counted, in the
    words of the text.
    """
    told = [time.span for time in times]
    starts = [span.start for span in told]
    grammar = grammar_of(units)
    category = materiel if callable(materiel) else materiel.get
    found: list[Quantity] = []
    for left, right in _ranges(document):
        last: Amount | None = None
        change: str | None = None
        for amount in scan(document.text, grammar, left, right):
            if _in_time(amount, told, starts) or age(parse, amount) or not is_count(parse, amount):
                continue
            measured = amount.unit is not None or item_span(parse, amount) is None
            before, change = change, change_of(document.text, amount.start, measured)
            if change is None and last is not None and goes_on(document.text, last.end, amount.start):
                change = before
            last = amount
            found.append(_quantity(parse, amount, category, change))
    return tuple(found)


def _ranges(document: Document) -> list[tuple[int, int]]:
    if not document.blocks:
        return [(0, len(document.text))]
    return [(block.start, block.end) for block in document.blocks if block.kind in READABLE]


def _in_time(amount: Amount, told: list[Span], starts: list[int]) -> bool:
    index = bisect_right(starts, amount.digits)
    near = told[max(0, index - 1) : index + 1]
    return any(span.start < amount.end and amount.digits < span.end for span in near)


def _many(parse: Parse, span: Span) -> bool:
    """True where what follows "35m" is counted: "35m of its devices", "2m people"; a "40m wall" is measured."""
    tokens = parse.tokens_in(span)
    return any(token.tag in ("NNS", "NNPS") or token.lower == "people" for token in tokens)


def _quantity(parse: Parse, amount: Amount, category: Category, change: str | None) -> Quantity:
    span = item_span(parse, amount)
    if amount.rule == "number-m" and span is not None and _many(parse, span):
        amount = amount._replace(
            low=amount.low and amount.low * 1e6, high=amount.high and amount.high * 1e6, unit=None, rule="number"
        )
    item = " ".join(span.of(parse.text).split()) if span else ""
    if item.endswith(("'s", "’s")) and item[:-2].isupper():
        item = item[:-2] + "s"
    told = (amount.low or 0, amount.high or 0)
    absurd = max(told) > MOST or bool(item and amount.unit is None and min(told) < 0)
    approximate = amount.hedge == "~" or amount.rule == "round-number"
    return Quantity(
        item=item,
        category=category(item) if item else None,
        low=None if absurd else amount.low,
        high=None if absurd else amount.high,
        approximate=approximate,
        unit=amount.unit,
        span=Span(amount.start, amount.end),
        rule=change if change is not None and amount.rule in _CHANGES else amount.rule,
    )
