"""The whole system on the project's own gold of lineages: read, link, weigh; both halves, or one."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from bench.gold_lineage import F1S, SHARES, Found, Score, score
from bench.gold_lineage_records import GoldCase, read_lineage_gold
from bench.rows import write_rows
from reportedly.clean import document_of
from reportedly.flow.weighing import weigh_readings
from reportedly.model import Document, Reading
from reportedly.read.reader import Reader

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "lineage"
HALVES = ("dev", "held")


def run(_data: Path, using: Reader, half: str | None = None) -> Iterator[str]:
    """The tables, line by line; what is wrong is listed for the visible half alone."""
    for name in HALVES if half is None else (half,):
        cases = read_lineage_gold(GOLD / f"{name}.jsonl")
        incidents = sum(len(case.incidents) for case in cases)
        yield f"own gold of lineages, {name}: {len(cases)} cases, {incidents} incidents"
        found = score(cases, {case.id: weigh(case, using) for case in cases})
        yield from shown(found)
        if name == "dev":
            yield from (f"    {error}" for error in found.errors)


def weigh(case: GoldCase, using: Reader) -> Found:
    """One case read, linked and weighed, as of now and as of each day that it asks for."""
    readings = {report.id: using.read(document) for report, document in zip(case.reports, documents(case), strict=True)}
    days = sorted({at.date for incident in case.incidents for at in incident.as_of})
    return Found(
        documents={reading.document.id: name for name, reading in readings.items()},
        events={name: reading.events for name, reading in readings.items()},
        weighed=weigh_readings(tuple(readings.values())),
        as_of={day: weigh_readings(tuple(readings.values()), as_of=day) for day in days},
    )


def documents(case: GoldCase) -> list[Document]:
    """The reports of a case, in its order; the addresses keep copies with the same words apart."""
    return [
        document_of(report.text, published=report.published, url=report.url, publisher=report.publisher)
        for report in case.reports
    ]


def shown(found: Score) -> Iterator[str]:
    """The measures, a line each."""
    whole = found.incidents
    yield f"  {'incidents':14} F1 {whole.f1:.3f} ({whole.precision:.3f}/{whole.recall:.3f}; {whole.tellings} tellings)"
    for name in F1S:
        part = found.parts[name]
        yield (
            f"  {name:14} F1 {part.f1:.3f} ({part.precision:.3f}/{part.recall:.3f}; "
            f"{part.right} right of {part.predicted} predicted, {part.gold} annotated)"
        )
    for name in SHARES:
        part = found.parts[name]
        share = f"{part.recall:.3f}" if part.gold else "  -  "
        yield f"  {name:14} exact {share} ({part.right} of {part.gold})"


def predict(row: Mapping[str, Any], using: Reader) -> dict[str, Any]:
    """Copies, incidents and weighings of one case. ``row`` holds id and reports (publisher, url, published, text)."""
    readings: Sequence[Reading] = [
        using.read(
            document_of(
                report["text"],
                published=report.get("published"),
                url=report.get("url"),
                publisher=report.get("publisher"),
            )
        )
        for report in row["reports"]
    ]
    weighed = weigh_readings(readings)
    return {
        "id": row["id"],
        "copies": msgspec.to_builtins(weighed.copies),
        "incidents": msgspec.to_builtins(weighed.incidents),
        "weighings": msgspec.to_builtins(weighed.weighings),
    }


def write_predictions(rows: Sequence[Mapping[str, Any]], using: Reader, out: Path) -> None:
    """One JSON object a line for each of ``rows``."""
    write_rows((predict(row, using) for row in rows), out)
