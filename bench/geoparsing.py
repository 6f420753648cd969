"""Geoparsing measured: local news of the USA and elsewhere (LGL) and world news on epidemics (GeoVirus).

Both corpora, and those that others are measured on, count as toponyms what ``reportedly`` keeps apart: the names of
places within names of bodies ("Karlow County Court") and, but for GeoVirus, demonyms. What is written for a scorer has
them; the table shows the places alone, too.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.geography import Score, Scores, scores
from bench.rows import MissingDataError, read_rows, write_rows
from reportedly.clean import document_of
from reportedly.model import Document, Place
from reportedly.read.places import find_toponyms
from reportedly.read.reader import Reader

CORPORA = ("lgl", "geovirus")
PEERS = {
    "Edinburgh Geoparser, LGL": "0.499",
    "Edinburgh Geoparser, GeoWebNews": "0.616",
}
"""End-to-end F1 within 161 km of its published output, by the same measure; GeoWebNews is not among these corpora."""


def predict(row: Mapping[str, Any], using: Reader) -> dict[str, Any]:
    """What the scorer wants of one document: places, and what is called after them."""
    document, parse = _parsed(row, using)
    found = find_toponyms(document, parse, using.gazetteer)
    return {"id": row["id"], "toponyms": _rows([*found.named, *found.associated])}


def _parsed(row: Mapping[str, Any], using: Reader) -> tuple[Document, Any]:
    document = document_of(row["text"], published=row.get("date") or None)
    return document, using.language.parse(document)


def _rows(places: Sequence[Place]) -> list[dict[str, Any]]:
    return [
        {
            "start": place.span.start,
            "end": place.span.end,
            "name": place.name,
            "lat": place.lat,
            "lon": place.lon,
            "geonameid": place.geonameid if place.geonameid and place.geonameid > 0 else None,
        }
        for place in sorted(places, key=lambda place: place.span)
    ]


def run(data: Path, using: Reader) -> Iterator[str]:
    """The table, line by line. A corpus that is not there is named, and the rest is measured."""
    yield "toponyms; F1 (precision/recall) within 161 km, F1 (precision/recall) of spans, right of those placed"
    for name in CORPORA:
        try:
            rows = read_rows(data / "geoparsing" / f"{name}.jsonl")
        except MissingDataError as missing:
            yield str(missing)
            continue
        gold = [row["toponyms"] for row in rows]
        alone, spent, parsing = [], 0.0, 0.0
        whole = []
        for row in rows:
            begun = time.process_time()
            document, parse = _parsed(row, using)
            parsed = time.process_time()
            found = find_toponyms(document, parse, using.gazetteer)
            spent += time.process_time() - parsed
            parsing += parsed - begun
            alone.append(_rows(found.named))
            whole.append(_rows([*found.named, *found.associated]))
        yield _line(f"{name}, {len(rows)} texts", scores(gold, whole))
        yield _line(f"{name}, places alone", scores(gold, alone))
        yield f"{'':24} places take {spent / parsing:.1%} of the time of the parse"
    for name, figure in PEERS.items():
        yield f"{name:32} {figure}"


def _line(name: str, found: Scores) -> str:
    return (
        f"{name:24} {_cell(found.end_to_end)}   {_cell(found.recognition)}   "
        f"{found.placed_right / max(found.placed, 1):.3f} of {found.placed}"
    )


def _cell(score: Score) -> str:
    return f"{score.f1:.3f} ({score.precision:.3f}/{score.recall:.3f})"


def write_predictions(rows: Sequence[Mapping[str, Any]], using: Reader, out: Path) -> None:
    """One JSON object a line for each of ``rows``."""
    write_rows((predict(row, using) for row in rows), out)
