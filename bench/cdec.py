"""Events of different documents that are one event, measured: ECB+ with gold mentions (Cybulska and Vossen 2014)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.cdec_score import Scores, scores
from bench.rows import read_rows, write_rows
from reportedly.link.cluster import clusters
from reportedly.link.likeness import Telling, evidence, lemma, stories, story_words, words
from reportedly.ontology.names import words_of

if TYPE_CHECKING:
    from reportedly.read.reader import Reader

Row = Mapping[str, Any]
Grouping = Callable[[Sequence[Row]], dict[str, str]]
PARTS = ("train", "dev")
WITHIN = ("corpus", "topic", "subtopic")
"""What is given of which documents belong together: nothing, or the gold topic or subtopic."""

_ENDS = frozenset({".", "?", "!"})


def grouped(rows: Sequence[Row]) -> dict[str, str]:
    """The cluster of each mention: documents into stories first, then mentions within a story."""
    tellings = {row["id"]: telling(row) for row in rows}
    documents = {tellings[name].document: tellings[name].whole for name in sorted(tellings)}
    found: dict[str, str] = {}
    for story in stories(documents):
        members = set(story)
        names = sorted(name for name, one in tellings.items() if one.document in members)

        def weight(a: str, b: str) -> float:
            return evidence(tellings[a], tellings[b])

        near = ((a, b) for place, a in enumerate(names) for b in names[place + 1 :] if weight(a, b) > 0)
        for cluster in clusters(names, near, weight):
            found.update(dict.fromkeys(cluster, cluster[0]))
    return found


def by_lemma(rows: Sequence[Row]) -> dict[str, str]:
    """The floor: mentions whose heads have one lemma are one event."""
    return {row["id"]: (row["lemma"] or row["text"]).lower() for row in rows}


def telling(row: Row) -> Telling:
    """A mention and the words around it. Sentences end at a full stop, a question or an exclamation mark."""
    context, places = row["context"], set(row["tokens"])
    start = end = min(places)
    while start > 0 and context[start - 1] not in _ENDS:
        start -= 1
    while end < len(context) and context[end] not in _ENDS:
        end += 1
    around = [word for place, word in enumerate(context[start:end], start) if place not in places]
    return Telling(
        document=row["doc"],
        sentence=row["sent"],
        lemma=_head(row),
        around=words(" ".join(around)),
        whole=story_words(" ".join(context)),
    )


def _head(row: Row) -> str:
    given = row.get("lemma") or ""
    own = given if given and not given.startswith("-") else row["text"].split()[-1]
    return lemma(" ".join(word.key for word in words_of(own)) or own)


def within(rows: Sequence[Row], given: str, grouping: Grouping = grouped) -> dict[str, str]:
    """``grouping`` in each gold topic or subtopic by itself, or over all ``rows`` at once.

    Args:
        given: one of ``WITHIN``.
    """
    parts: dict[str, list[Row]] = {}
    for row in rows:
        parts.setdefault("" if given == "corpus" else row[given], []).append(row)
    found: dict[str, str] = {}
    for part, members in parts.items():
        found.update({name: f"{part}|{cluster}" for name, cluster in grouping(members).items()})
    return found


def run(data: Path, using: "Reader") -> Iterator[str]:
    """The table, line by line."""
    yield "events of ECB+, gold mentions; CoNLL F1 (MUC, B3, CEAF-e)   LEA"
    for part in PARTS:
        rows = read_rows(data / "cdec" / f"ecb_{part}.jsonl")
        gold = {row["id"]: row["cluster"] for row in rows}
        for given in WITHIN:
            for name, grouping in (("reportedly", grouped), ("head lemma", by_lemma)):
                yield f"{part:6} {given:9} {name:11} {_cells(scores(gold, within(rows, given, grouping)))}"


def _cells(found: Scores) -> str:
    parts = ", ".join(f"{100 * one:.1f}" for one in (found.muc, found.b3, found.ceafe))
    return f"{100 * found.conll:.1f} ({parts})   {100 * found.lea:.1f}"


def write_predictions(rows: Sequence[Row], using: "Reader", out: Path, given: str = "corpus") -> None:
    """One JSON object a line for each of ``rows``: its id and its cluster.

    Args:
        given: one of ``WITHIN``.
    """
    found = within(rows, given)
    write_rows(({"id": row["id"], "cluster": found[row["id"]]} for row in rows), out)
