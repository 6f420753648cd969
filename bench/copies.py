"""Copies measured: texts of the corpora, changed as outlets change each other's, to be found among all of them.

Each original gets two of the perturbations of ``copies_texts``; what they put in comes from texts that are not in the
set, each used once, so that no further pair is made alike. ``tune`` is what thresholds may be looked at on; ``report``
has other originals of the same outlets, other strangers and another seed; ``elsewhere`` has originals of other corpora,
of which no wrong pair was looked at.

A pair that was not planted counts as wrong unless an oracle that shares nothing with the package says that it is a
copy: 24 words in a row are the same, or 30 % of the shorter text's runs of five words. Pairs of two changed texts of
one original are not counted. datasketch (MinHash LSH, 128 permutations, five-word shingles) gets the same texts and
the same words in the same process, in turns; it gives pairs, without spans, where ours are compared word by word and
have spans. Speed is per second of processor time, which other work on the machine disturbs less than the clock.
"""

import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from bench.copies_growth import growth
from bench.copies_texts import PERTURBATIONS
from bench.rows import read_rows, write_rows
from reportedly.clean import document_of
from reportedly.link.copies import copies
from reportedly.model import READABLE, Document

if TYPE_CHECKING:
    from reportedly.read.reader import Reader


class Part(NamedTuple):
    """Texts to change, texts to put into them, by corpus; of both every ``step``-th from the ``start``-th on."""

    seed: int
    originals: tuple[str, ...]
    strangers: tuple[str, ...]
    start: int = 0
    step: int = 1


_NEWS = ("news/syria_guardian_dev", "attribution/polnear_train", "attribution/polnear_dev")
_LOCAL = ("geoparsing/lgl", "timex/timebank", "timex/aquaint")
_FOREIGN = ("geoparsing/geovirus", "muc4/texts")
PARTS = {
    "tune": Part(11, _NEWS, (*_LOCAL, *_FOREIGN), 0, 2),
    "report": Part(2026, _NEWS, (*_LOCAL, *_FOREIGN), 1, 2),
    "elsewhere": Part(3061, _LOCAL, _FOREIGN),
}

_ROUNDS = 3
_FEWEST = 100
_EACH = 2

Pair = tuple[str, str]
Finder = Callable[[Sequence[Document]], set[Pair]]


class Planted(NamedTuple):
    """The documents of a part, which perturbation made which pair, and the original of each."""

    documents: list[Document]
    pairs: dict[Pair, str]
    original: dict[str, str]


def run(data: Path, using: "Reader") -> Iterator[str]:
    """The tables, line by line."""
    yield from growth()
    for part in PARTS:
        planted = plant(data, part)
        found, speed = _in_turns(planted.documents)
        oracle = _Oracle(planted.documents)
        count = len(planted.documents)
        yield f"copies, {part}: {count:,} documents, {len(planted.pairs):,} changed from another; medians of {_ROUNDS}"
        for name, pairs in found.items():
            yield from _scored(name, pairs, planted, oracle)
        theirs = median(speed["datasketch .5"])
        for name, rounds in speed.items():
            middle, spread = median(rounds), f"[{min(rounds):,.0f}-{max(rounds):,.0f}]"
            yield f"  {name:15} {middle:6,.0f} documents/s {spread}, {middle / theirs:.1f} x datasketch .5"


def plant(data: Path, part: str) -> Planted:
    """The originals of a part and their changed versions, in an order that the seed gives."""
    seed, corpora, others, start, step = PARTS[part]
    random = Random(seed)
    originals = _texts(data, corpora)[start::step]
    strangers = _texts(data, others)[start::step]
    random.shuffle(strangers)
    ways = list(PERTURBATIONS)
    documents, pairs, original = [], {}, {}
    for number, (name, text) in enumerate(originals):
        documents.append(_document(name, text))
        original[name] = name
        for turn in range(_EACH):
            way = ways[(_EACH * number + turn) % len(ways)]
            changed = f"{name}/{way}"
            documents.append(_document(changed, PERTURBATIONS[way](text, random, strangers.pop()[1])))
            original[changed] = name
            pairs[name, changed] = way
    random.shuffle(documents)
    return Planted(documents, pairs, original)


def _texts(data: Path, names: Iterable[str]) -> list[tuple[str, str]]:
    rows = [(name, row) for name in names for row in read_rows(data / f"{name}.jsonl")]
    return [(f"{name}/{row['id']}", row["text"]) for name, row in rows if len(row["text"].split()) >= _FEWEST]


def _document(name: str, text: str) -> Document:
    """The outlet stands in the original's identifier; a changed text is another outlet's, which is not known."""
    outlet = None if name.count("/") > 2 else name.split("/")[2].split("_")[0].split("-")[0]
    return msgspec.structs.replace(document_of(text, publisher=outlet), id=name)


def _ours(documents: Sequence[Document]) -> set[Pair]:
    return {(copy.first, copy.second) for copy in copies(documents)}


def _datasketch(threshold: float) -> Finder:
    from datasketch import MinHash, MinHashLSH

    def find(documents: Sequence[Document]) -> set[Pair]:
        index = MinHashLSH(threshold=threshold, num_perm=128)
        pairs: set[Pair] = set()
        for document in documents:
            words = _words(document)
            print_ = MinHash(num_perm=128)
            print_.update_batch({" ".join(words[i : i + 5]).encode() for i in range(len(words) - 4)})
            pairs |= {_pair(document.id, other) for other in index.query(print_)}
            index.insert(document.id, print_)
        return pairs

    return find


def _in_turns(documents: Sequence[Document]) -> tuple[dict[str, set[Pair]], dict[str, list[float]]]:
    finders = {"reportedly": _ours, "datasketch .5": _datasketch(0.5), "datasketch .3": _datasketch(0.3)}
    found: dict[str, set[Pair]] = {}
    speed: dict[str, list[float]] = defaultdict(list)
    _ours(documents[:100])
    for _ in range(_ROUNDS):
        for name, find in finders.items():
            start = time.process_time()
            found[name] = find(documents)
            speed[name].append(len(documents) / (time.process_time() - start))
    return found, speed


def _scored(name: str, found: set[Pair], planted: Planted, oracle: "_Oracle") -> Iterator[str]:
    wanted = {_pair(*pair): way for pair, way in planted.pairs.items()}
    found = {_pair(*pair) for pair in found}
    right = found & wanted.keys()
    beyond = {pair for pair in found if planted.original[pair[0]] != planted.original[pair[1]]}
    real = {pair for pair in beyond if oracle.copied(*pair)}
    recall, precision = len(right) / len(wanted), (len(right) + len(real)) / max(1, len(right) + len(beyond))
    yield (
        f"  {name:15} recall {recall:.3f}   precision {precision:.3f}   "
        f"({len(right)} planted, {len(real)} real ones by the oracle, {len(beyond - real)} wrong)"
    )
    total, hit = Counter(wanted.values()), Counter(wanted[pair] for pair in right)
    yield "    " + "; ".join(f"{way} {hit[way] / total[way]:.2f}" for way in PERTURBATIONS)


class _Oracle:
    """Exact comparison of runs of words, kept as text."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._words = {document.id: _words(document) for document in documents}

    def copied(self, one: str, other: str) -> bool:
        """Whether two documents share 24 words in a row, or 30 % of the shorter one's runs of five words."""
        if self._runs(one, 24) & self._runs(other, 24):
            return True
        first, second = self._runs(one, 5), self._runs(other, 5)
        return len(first & second) >= 0.3 * min(len(first), len(second)) > 0

    def _runs(self, name: str, length: int) -> set[tuple[str, ...]]:
        words = self._words[name]
        return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


_WORD = re.compile(r"[^\W_]+")


def _words(document: Document) -> list[str]:
    readable = " ".join(block.span.of(document.text) for block in document.blocks if block.kind in READABLE)
    return _WORD.findall(readable.lower())


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def write_predictions(rows: Sequence[Mapping[str, Any]], using: "Reader", out: Path) -> None:
    """The copies among ``rows`` (``id``, ``text``, maybe ``published``), one JSON object a line."""
    documents = [
        msgspec.structs.replace(document_of(row["text"], published=row.get("published")), id=row["id"]) for row in rows
    ]
    write_rows((msgspec.to_builtins(copy) for copy in copies(documents)), out)
