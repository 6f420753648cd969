"""Whether single tellings are recognised, and as what, on the project's own bank of sentences; both halves, or one."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench.rows import write_rows
from reportedly.clean import document_of
from reportedly.model import Event, Span
from reportedly.read.reader import Reader

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "tellings"
HALVES = ("dev", "held")
NOTHING = "-"
PUBLISHED = "2031-05-06"


class Telling(NamedTuple):
    """A sentence of the bank: the types that are right (none where nothing is told), and the words that tell it."""

    id: str
    types: frozenset[str]
    words: str
    polarity: str
    sentence: str


class Score(NamedTuple):
    """Rows that tell an event: how many, how many were found at their words, of a right type or its family, with the
    right polarity as well. Rows that tell none: how many, and how many were left alone. ``errors`` say what is wrong.
    """

    told: int
    found: int
    typed: int
    right: int
    untold: int
    left: int
    errors: tuple[str, ...]


def read_tellings(path: Path) -> list[Telling]:
    """The rows of a half of the bank."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Telling(
            row["id"], frozenset() if row["type"] == NOTHING else frozenset(row["type"].split("|")),
            row["words"], row["polarity"], row["sentence"],
        )
        for row in rows
    ]  # fmt: skip


def score(tellings: Sequence[Telling], events: Mapping[str, Sequence[Event]], families: Mapping[str, str]) -> Score:
    """The counts; ``events`` are those read from each sentence, by the row's identifier."""
    counts = dict.fromkeys(("told", "found", "typed", "right", "untold", "left"), 0)
    errors = []
    for telling in tellings:
        if not telling.types:
            counts["untold"] += 1
            counts["left"] += not events[telling.id]
            errors += [f"{telling.id}: {one.type} read from “{telling.sentence}”" for one in events[telling.id]]
            continue
        counts["told"] += 1
        start = telling.sentence.index(telling.words)
        words = Span(start, start + len(telling.words))
        at = [one for one in events[telling.id] if any(span.overlaps(words) for span in (one.trigger, *one.mentions))]
        wanted = {families.get(name, name) for name in telling.types}
        typed = [one for one in at if one.type in telling.types or one.family in wanted]
        right = [one for one in typed if one.polarity == telling.polarity]
        for name, hits in (("found", at), ("typed", typed), ("right", right)):
            counts[name] += bool(hits)
        if not right:
            read = ", ".join(f"{one.type} {one.polarity}" for one in at) or "nothing"
            types = " or ".join(sorted(telling.types))
            errors.append(f"{telling.id}: {types} at “{telling.words}” of “{telling.sentence}”: {read}")
    return Score(**counts, errors=tuple(errors))


def measured(half: str, using: Reader) -> Score:
    """The score of one half."""
    tellings = read_tellings(GOLD / f"{half}.tsv")
    events = {one.id: using.read(document_of(one.sentence, published=PUBLISHED)).events for one in tellings}
    return score(tellings, events, {name: one.family for name, one in using.ontology.events.items()})


def run(_data: Path, using: Reader, half: str | None = None) -> Iterator[str]:
    """The tables, line by line; what is wrong is listed for the visible half alone."""
    for name in HALVES if half is None else (half,):
        found = measured(name, using)
        yield f"own bank of tellings, {name}: {found.told} told, {found.untold} not"
        for label, count in (("found", found.found), ("of the right kind", found.typed), ("all right", found.right)):
            yield f"  {label:18} {count / found.told:.3f} ({count} of {found.told})"
        yield f"  {'left alone':18} {found.left / found.untold:.3f} ({found.left} of {found.untold})"
        if name == "dev":
            yield from (f"    {error}" for error in found.errors)


def write_predictions(rows: Sequence[Mapping[str, Any]], using: Reader, out: Path) -> None:
    """One JSON object a line for each of ``rows`` (id, text): the events read."""
    write_rows(
        ({"id": row["id"], "events": using.read(document_of(row["text"])).to_dict()["events"]} for row in rows), out
    )
