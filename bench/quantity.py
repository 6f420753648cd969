"""Quantities measured: the visible half of NewsQuant."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import newsquant
from bench.rows import read_rows, write_rows
from reportedly.clean import document_of
from reportedly.language import Parse
from reportedly.model import Document, Quantity
from reportedly.ontology.units import Units
from reportedly.read.quantities import find_quantities, scan
from reportedly.read.quantities.amount import Amount
from reportedly.read.quantities.grammar import grammar_of
from reportedly.read.times import find_times

if TYPE_CHECKING:
    from reportedly.read.reader import Reader

PEERS = {"CQE": "0.920 value, 0.881 hedge"}
"""Almasian et al. 2023, on the whole of NewsQuant."""


def predict(row: Mapping[str, Any], using: "Reader") -> dict[str, Any]:
    """What the scorer of NewsQuant wants of one sentence."""
    document = document_of(row["text"])
    return {"id": row["id"], "quantities": of_parse(document, using.language.parse(document), using.ontology.units)}


def of_parse(document: Document, parse: Parse, units: Units) -> list[dict[str, Any]]:
    """The quantities as NewsQuant counts them: durations and ages are among them."""
    times = find_times(document, parse)
    found = find_quantities(document, parse, {}, times, units)
    rows = [(one.span.start, _row(one)) for one in found if (one.low, one.high) != (None, None)]
    lasting = [time.span for time in times if time.kind in ("duration", "set") or time.rule == "ago"]
    for amount in scan(document.text, grammar_of(units)):
        if any(one.span.start < amount.end and amount.digits < one.span.end for one in found):
            continue
        if _AGE.match(document.text, amount.end) or any(
            span.start < amount.end and amount.digits < span.end for span in lasting
        ):
            rows.append((amount.start, _aside(amount)))
    return [row for _, row in sorted(rows, key=lambda item: item[0])]


_CHANGES = {"rise": "up", "fall": "down"}
_AGE = re.compile(r"[- ](?:year|month|week|day)s?[- ]old", re.IGNORECASE)


def _row(one: Quantity) -> dict[str, Any]:
    low, high = one.low, one.high
    change = "=" if low is not None and high is not None else "<" if low is None else ">"
    if change == "=" and one.rule in _CHANGES:
        change = _CHANGES[one.rule]
    elif one.approximate and one.rule != "round-number":
        change = "~"
    value = [low if low is not None else high, high if high is not None else low]
    if one.rule == "round-number" and low is not None:
        value = [
            low / 2,
            5 * low,
        ]  # "dozens": NewsQuant has one to ten of the scale, we two and what fits below the next
    return {"value": value, "change": change, "unit": one.unit or one.item}


def _aside(amount: Amount) -> dict[str, Any]:
    value = [amount.low if amount.low is not None else amount.high]
    value.append(amount.high if amount.high is not None else amount.low)
    return {"value": value, "change": amount.hedge, "unit": amount.unit}


def run(data: Path, using: "Reader") -> Iterator[str]:
    """The table, line by line."""
    rows = read_rows(data / "quantity" / "newsquant_dev.jsonl")
    ours = {row["id"]: predict(row, using)["quantities"] for row in rows}
    found = newsquant.scores({row["id"]: row["quantities"] for row in rows}, ours)
    yield f"NewsQuant dev, {len(rows)} sentences; F1 (precision/recall) of {', '.join(newsquant.MEASURES)}"
    cells = (f"{s.f1:.3f} ({s.precision:.3f}/{s.recall:.3f})" for s in (found[m] for m in newsquant.MEASURES))
    yield f"{'reportedly':24} {'   '.join(cells)}"
    for name, figures in PEERS.items():
        yield f"{name:24} {figures}"


def write_predictions(rows: Sequence[Mapping[str, Any]], using: "Reader", out: Path) -> None:
    """One JSON object a line for each of ``rows``."""
    write_rows((predict(row, using) for row in rows), out)
