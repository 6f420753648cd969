"""Attribution measured: PolNeAR's dev articles beside other extractors, and the project's own gold."""

import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench import polnear
from bench.gold_attribution import AttributionScore, score
from bench.gold_records import read_gold
from bench.polnear_edges import outermost
from bench.rows import MissingDataError, read_rows, write_rows
from reportedly.clean import document_of
from reportedly.read.reader import Reader

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "attribution"
PEERS = ("citron", "ggt", "textacy", "base")
_MEASURES = ("detect", "soft/triple", "exact/triple")


def predict(row: Mapping[str, Any], using: Reader) -> dict[str, Any]:
    """What the scorer of PolNeAR wants of one article: its outermost attributions."""
    reading = using.read(document_of(row["text"]))
    return {"id": row["id"], "attributions": list(outermost(reading))}


def run(data: Path, using: Reader) -> Iterator[str]:
    """The tables, line by line. A corpus that is not there is named, and the rest is measured."""
    try:
        yield from _polnear(data, using)
    except MissingDataError as missing:
        yield str(missing)
    yield ""
    yield from _gold(using)


def _polnear(data: Path, using: Reader) -> Iterator[str]:
    rows = read_rows(data / "attribution" / "polnear_dev.jsonl")
    gold = {row["id"]: (row["text"], row["attributions"]) for row in rows}
    begun = time.process_time()
    ours = {row["id"]: predict(row, using)["attributions"] for row in rows}
    spent = time.process_time() - begun
    words = sum(len(row["text"].split()) for row in rows)
    yield f"PolNeAR dev, {len(rows)} articles; F1 of {', '.join(_MEASURES)}"
    yield _line("reportedly", polnear.scores(gold, ours))
    for peer in PEERS:
        path = data / "attribution" / "peers" / f"{peer}_dev.jsonl"
        if path.exists():
            theirs = {row["id"]: row["attributions"] for row in read_rows(path)}
            shared = {key: gold[key] for key in gold if key in theirs}
            yield _line(f"{peer} ({len(shared)} articles)", polnear.scores(shared, theirs))
        else:
            yield f"{peer}: {path} is not there"
    yield f"everything read at {words / spent:.0f} words per second of one core"


def _line(name: str, found: Mapping[str, polnear.Score]) -> str:
    cells = (f"{found[m].f1:.3f} ({found[m].precision:.3f}/{found[m].recall:.3f})" for m in _MEASURES)
    return f"{name:24} " + "   ".join(cells)


def _gold(using: Reader) -> Iterator[str]:
    for part in ("dev", "held"):
        passages = read_gold(GOLD / f"{part}.jsonl")
        readings = {p.id: using.read(document_of(p.text, published=p.published)).to_dict() for p in passages}
        yield f"own gold, {part}"
        yield from _shown(score(passages, readings))


def _shown(found: AttributionScore) -> Iterator[str]:
    yield (
        f"  statements F1 {found.f1:.3f} ({found.precision:.3f}/{found.recall:.3f}; "
        f"{found.matched} of {found.gold} found, {found.predicted} predicted, {found.passages} passages)"
    )
    for name, tally in (
        ("chain parent", found.parents),
        ("chain parent, nested only", found.nested_parents),
        ("stance", found.stances),
        ("mode", found.modes),
        ("source identity", found.sources),
        ("source identity, words found", found.found_sources),
        ("same speaker", found.same_speakers),
    ):
        yield f"  {name} accuracy {tally.share:.3f} ({tally.right} of {tally.of})"
    wrong = found.sources.of - found.sources.right
    yield f"  source errors: {wrong - found.unresolved} wrong, {found.unresolved} left unresolved"


def write_predictions(rows: Sequence[Mapping[str, Any]], using: Reader, out: Path) -> None:
    """One JSON object a line for each of ``rows``."""
    write_rows((predict(row, using) for row in rows), out)
