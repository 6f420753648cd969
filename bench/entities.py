"""Spans of mentions measured: re3d, conflict documents on Syria and Iraq.

``PROJECTIONS`` says for each type of re3d which mentions of a reading are of that type: a type is one function.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench import re3d
from bench.rows import read_rows, write_rows
from reportedly.clean import document_of
from reportedly.model import Reading, Span
from reportedly.ontology import load
from reportedly.read.reader import Reader

_NO_TIMES = frozenset({"now", "past-vague", "future-vague"})
_KNOWN = re.compile(r"\b(?:the|these|those|both|our|their|its|his|her|number) $", re.IGNORECASE)
_ABOVE = load().materiel.above
_PLATFORMS = frozenset({"aircraft", "ship", "vehicle"})
_MONEY = load().units.currencies


def temporal(reading: Reading) -> Iterator[Span]:
    """Times that say when: "now", "recent" and "every day" are none in re3d."""
    return (time.span for time in reading.mentions.times if time.kind != "set" and time.rule not in _NO_TIMES)


def quantity(reading: Reading) -> Iterator[Span]:
    """Numbers of things and measures, and durations in figures. Sums of money are another type, and neither "one"
    nor the number of "the two leaders" is a quantity."""
    text = reading.document.text
    for one in reading.mentions.quantities:
        told = one.span.of(text).lower() == "one" or _KNOWN.search(text, max(0, one.span.start - 8), one.span.start)
        if one.unit not in _MONEY and not told:
            yield one.span
    for time in reading.mentions.times:
        if time.kind == "duration" and any(letter.isdigit() for letter in time.span.of(text)):
            yield time.span


def weapon(reading: Reading) -> Iterator[Span]:
    """Weapons and ammunition, and materiel of no kind told ("military hardware"). Artillery is both in re3d; attacks
    ("air strike") are seldom, and no materiel."""
    for one in reading.mentions.materiel:
        if one.category == "materiel" or "weapon" in _ABOVE(one.category):
            yield one.span


def platform(reading: Reading) -> Iterator[Span]:
    """Aircraft, ships and military vehicles; "a truck" or "eight vehicles" with no word more are of a type of their own
    in re3d (whose annotations are mostly of something else: "st ISIL")."""
    for one in reading.mentions.materiel:
        if not _PLATFORMS.isdisjoint(_ABOVE(one.category)) and not (one.category == "vehicle" and " " not in one.name):
            yield one.span


PROJECTIONS: dict[str, Callable[[Reading], Iterator[Span]]] = {
    "Temporal": temporal,
    "Quantity": quantity,
    "Weapon": weapon,
    "MilitaryPlatform": platform,
}


def entities(reading: Reading) -> list[dict[str, Any]]:
    """The entities of a reading, in text order."""
    found = {(span.start, span.end, name) for name, project in PROJECTIONS.items() for span in project(reading)}
    return [{"start": start, "end": end, "type": name} for start, end, name in sorted(found)]


def predict(row: Mapping[str, Any], using: Reader) -> dict[str, Any]:
    """What the scorer of re3d wants of one document."""
    return {"id": row["id"], "entities": entities(using.read(document_of(row["text"])))}


def run(data: Path, using: Reader) -> Iterator[str]:
    """The table, line by line."""
    rows = read_rows(data / "entities" / "re3d_dev.jsonl")
    ours = {row["id"]: predict(row, using)["entities"] for row in rows}
    found = re3d.tallies({row["id"]: row["entities"] for row in rows}, ours, PROJECTIONS)
    yield f"re3d dev, {len(rows)} documents; F1 of overlapping and of exact spans (gold, predicted); nothing published"
    for name, one in found.items():
        yield f"{name:24} {one.f1(one.overlap):.3f}   {one.f1(one.exact):.3f}   ({one.gold}, {one.predicted})"


def write_predictions(rows: Sequence[Mapping[str, Any]], using: Reader, out: Path) -> None:
    """One JSON object a line for each of ``rows``."""
    write_rows((predict(row, using) for row in rows), out)
