"""Events measured on the project's own gold, both halves, with the parts of an event apart."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.gold_event_records import GoldEventPassage, read_event_gold
from bench.gold_events import ACCURACIES, PARTS, score
from bench.rows import write_rows
from reportedly.clean import document_of
from reportedly.read.reader import Reader

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "events"


def predict(row: Mapping[str, Any], using: Reader) -> dict[str, Any]:
    """The events of one text, as ``Reading.to_dict`` gives them. ``row`` holds id, text and, if known, published."""
    reading = using.read(document_of(row["text"], published=row.get("published"))).to_dict()
    return {"id": row["id"], "events": reading["events"]}


def run(_data: Path, using: Reader) -> Iterator[str]:
    """The tables, line by line."""
    for half in ("dev", "held"):
        passages = read_event_gold(GOLD / f"{half}.jsonl")
        yield f"own gold of events, {half}: {len(passages)} passages"
        yield from _shown(passages, {p.id: read(p, using) for p in passages})


def read(passage: GoldEventPassage, using: Reader) -> dict[str, Any]:
    """The reading of one passage, in the shape of ``Reading.to_dict``."""
    return using.read(document_of(passage.text, published=passage.published)).to_dict()


def _shown(passages: Sequence[GoldEventPassage], readings: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    found = score(passages, readings)
    for name in PARTS:
        part = found[name]
        label = "all right" if name == "events" else name
        yield (
            f"  {label:12} F1 {part.f1:.3f} ({part.precision:.3f}/{part.recall:.3f}; "
            f"{part.right} right of {part.predicted} predicted, {part.gold} annotated)"
        )
    for name in ACCURACIES:
        yield f"  {name:12} accuracy {found[name].precision:.3f} ({found[name].right} of {found[name].gold})"


def write_predictions(rows: Sequence[Mapping[str, Any]], using: Reader, out: Path) -> None:
    """One JSON object a line for each of ``rows``."""
    write_rows((predict(row, using) for row in rows), out)
