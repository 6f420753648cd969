"""Measure a reader on raw text: the scores of the treebanks' parts, names on the development part, phrases on what is
held aside of re3d, speed, size.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from corpora import gold_docs
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from corpora import Sentence

    from reportedly.language.analysis import Analysis
    from reportedly.language.encoder import Reader

PARTS = ("ewt-dev", "ewt-test", "gum-dev", "gum-test")
SCORES = {
    "tokens_f": "token_f",
    "xpos": "tag_acc",
    "upos": "pos_acc",
    "uas": "dep_uas",
    "las": "dep_las",
    "sentences_f": "sents_f",
    "names_p": "ents_p",
    "names_r": "ents_r",
    "names_f": "ents_f",
}
"""Our name of a score to spaCy's. UAS and LAS ignore punctuation, as spaCy's scorer does."""
SPEED_ROUNDS = 3


def percent(value: float | None) -> float | None:
    return None if value is None else round(100 * float(value), 1)


def to_doc(vocab: Vocab, text: str, analysis: Analysis) -> Doc:
    """The analysis as a spaCy doc, for spaCy's scorer."""
    words = [form for _, form in analysis.words]
    spaces = [text[start + len(form) : start + len(form) + 1].isspace() for start, form in analysis.words]
    names = ["O"] * len(words)
    for label, first, last in analysis.names:
        names[first:last] = [f"B-{label}", *[f"I-{label}"] * (last - first - 1)]
    deps = ["ROOT" if dep == "root" else dep for dep in analysis.deps]
    return Doc(
        vocab, words=words, spaces=spaces, tags=analysis.tags, pos=analysis.pos, heads=analysis.heads, deps=deps,
        ents=names,
    )  # fmt: skip


def score_part(reader: Reader, gold: list[Doc], vocab: Vocab) -> dict[str, Any]:
    """Scores in percent on the raw text of `gold`; names are left out where gold has none."""
    examples = []
    for doc in gold:
        (analysis,) = reader.read([doc.text])
        examples.append(Example(to_doc(vocab, doc.text, analysis), doc))
    scores: dict[str, Any] = {}
    scorer = Scorer(default_pipeline=["tagger", "morphologizer", "parser", "ner"])
    scores = scorer.score(examples)
    row: dict[str, Any] = {ours: percent(scores.get(theirs)) for ours, theirs in SCORES.items()}
    if not any(doc.has_annotation("ENT_IOB") for doc in gold):
        return {key: value for key, value in row.items() if not key.startswith("names")}
    row["names_by_label"] = {
        label: {key: percent(value) for key, value in cells.items()}
        for label, cells in sorted(scores["ents_per_type"].items())
    }
    return row


def score_phrases(reader: Reader, documents: Iterable[Mapping[str, Any]], types: Iterable[str]) -> dict[str, Any]:
    """F1 in percent of the types of re3d: a span counts when it overlaps one of its type that is not taken yet."""
    counts = {kind: [0, 0, 0] for kind in types}
    for document in documents:
        (analysis,) = reader.read([document["text"]])
        found = {
            (analysis.words[first][0], analysis.words[last - 1][0] + len(analysis.words[last - 1][1]), label)
            for label, first, last in analysis.phrases
        }
        gold = {(e["start"], e["end"], e["type"]) for e in document["entities"] if e["type"] in counts}
        for _, _, label in gold:
            counts[label][0] += 1
        for _, _, label in found:
            counts[label][1] += 1
        free = sorted(found)
        for start, end, label in sorted(gold):
            match = next((f for f in free if f[2] == label and f[0] < end and start < f[1]), None)
            if match is not None:
                free.remove(match)
                counts[label][2] += 1
    return {
        kind: {"gold": gold, "found": found, "f": percent(2 * hit / (gold + found) if gold + found else None)}
        for kind, (gold, found, hit) in counts.items()
    }


def words_per_second(reader: Reader, texts: list[str]) -> int:
    """Words read per second of processor time, tokens and all: best of some rounds."""
    best = 0.0
    for _ in range(SPEED_ROUNDS):
        start = time.process_time()
        words = sum(len(reader.read([text])[0].words) for text in texts)
        best = max(best, words / (time.process_time() - start))
    return int(round(best, -2))


def measure(reader: Reader, sources: Mapping[str, list[Sentence]], parts: Iterable[str] = PARTS) -> dict[str, Any]:
    """All scores of the reader on `parts` of `sources`."""
    vocab = Vocab()
    return {part: score_part(reader, gold_docs(sources[part], vocab), vocab) for part in parts}


def megabytes(folder: Path) -> float:
    return round(sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6, 1)
