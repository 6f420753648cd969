"""MUC-4's templates of terrorist incidents: written from a reading, and scored slot by slot.

The texts are wire copy in capitals, 1988 to 1991. A text's dateline gives its day and the country it is told from.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.muc4_score import fillers_score, slot_scores
from bench.muc4_templates import templates
from bench.rows import read_rows, write_rows
from reportedly.clean import document_of
from reportedly.gazetteer import Gazetteer
from reportedly.read.reader import Reader

_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
_STAMP = re.compile(r"\b(\d{1,2}) ([A-Z]{3})[A-Z]* (\d{2})\b")
TEST = "TST2-"  # identifiers of the texts nothing was tuned on


def predict(row: Mapping[str, Any], using: Reader) -> dict[str, Any]:
    """The templates of one text. ``row`` holds id, text and, if known, dateline."""
    dateline = row.get("dateline")
    reading = using.read(document_of(row["text"], published=published(dateline)))
    found = templates(reading, using.ontology, using.gazetteer, country_of(dateline, using.gazetteer))
    return {"id": row["id"], "templates": found}


def published(dateline: str | None) -> str | None:
    """The day of a dateline ("LIMA, 16 JAN 90 (EFE) --") in ISO 8601, where it tells one."""
    match = _STAMP.search(dateline or "")
    if match is None or match[2] not in _MONTHS:
        return None
    return f"19{match[3]}-{_MONTHS.index(match[2]) + 1:02d}-{int(match[1]):02d}"


def country_of(dateline: str | None, gazetteer: Gazetteer) -> str | None:
    """The country of a dateline's city, in brackets behind it or that of the most populous place of its name."""
    place = re.split(r",|\s--", dateline or "")[0]
    match = re.match(r"(.*?)\s*\(([^)]*)\)", place)
    if match is not None:
        return match[2].lower()
    found = [t for t in gazetteer.find(place.strip(), "exact") if t.country]
    best = max(found, key=lambda toponym: toponym.population, default=None)
    country = gazetteer.country(best.country) if best is not None and best.country else None
    return country.name.lower() if country is not None else None


def run(data: Path, using: Reader) -> Iterator[str]:
    """The tables, line by line: the part that was put aside, then the rest."""
    texts = read_rows(data / "muc4" / "texts.jsonl")
    keys = {row["id"]: row["templates"] for row in read_rows(data / "muc4" / "keys.jsonl")}
    for label, aside in (("TST2 (nothing tuned on it)", True), ("the rest", False)):
        rows = [row for row in texts if row["id"].startswith(TEST) == aside and row["id"] in keys]
        gold = {row["id"]: keys[row["id"]] for row in rows}
        found = {row["id"]: predict(row, using)["templates"] for row in rows}
        yield f"MUC-4, {label}: {len(rows)} texts, {sum(map(len, gold.values()))} templates"
        for slot, score in slot_scores(gold, found).items():
            yield f"  {slot:11} {score}"
        for slot, score in fillers_score(gold, found).items():
            yield f"  role fillers, {slot:8} {score}"


def write_predictions(rows: Sequence[Mapping[str, Any]], using: Reader, out: Path) -> None:
    """One JSON object a line for each of ``rows``."""
    write_rows((predict(row, using) for row in rows), out)
