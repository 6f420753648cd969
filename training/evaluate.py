"""Measure a pipeline on raw text: the scores of the treebanks' test parts, names on the development part,
speed, size.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy.about
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import load_model

if TYPE_CHECKING:
    from spacy.language import Language

PARTS = ("ewt-dev", "ewt-test", "gum-dev", "gum-test")
SCORES = {
    "tokens_f": "token_f",
    "xpos": "tag_acc",
    "upos": "pos_acc",
    "morph": "morph_acc",
    "lemma": "lemma_acc",
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


def score_part(nlp: Language, gold: list[Doc]) -> dict[str, Any]:
    """Scores in percent of the pipeline on the raw text of `gold`; names are left out where gold has none."""
    scores = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in gold])
    row: dict[str, Any] = {ours: percent(scores.get(theirs)) for ours, theirs in SCORES.items()}
    if not any(doc.has_annotation("ENT_IOB") for doc in gold):
        row = {key: value for key, value in row.items() if not key.startswith("names")}
    else:
        row["names_by_label"] = {
            label: {key: percent(value) for key, value in cells.items()}
            for label, cells in sorted(scores["ents_per_type"].items())
        }
    return row


def words_per_second(nlp: Language, texts: list[str]) -> int:
    """Words (tokens that are not space) read per second of processor time by the whole pipeline: best of some
    rounds.
    """
    best = 0.0
    for _ in range(SPEED_ROUNDS):
        start = time.process_time()
        words = sum(sum(not token.is_space for token in doc) for doc in nlp.pipe(texts, batch_size=64))
        best = max(best, words / (time.process_time() - start))
    return int(round(best, -2))


def measure(model: Path, corpus: Path) -> dict[str, Any]:
    """Return all scores of the pipeline in `model` on the parts in `corpus` (the output of
    `corpora.write_corpora`).
    """
    nlp = load_model(model)
    golds = {part: list(DocBin().from_disk(corpus / f"{part}.spacy").get_docs(nlp.vocab)) for part in PARTS}
    return {
        "parts": {part: score_part(nlp, gold) for part, gold in golds.items()},
        "words_per_cpu_second": words_per_second(nlp, [doc.text for doc in golds["gum-test"]]),
        "megabytes": round(sum(file.stat().st_size for file in model.rglob("*") if file.is_file()) / 1e6, 1),
        "spacy": spacy.about.__version__,
    }


def main() -> None:
    from thinc.api import NumpyOps, set_current_ops

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("corpus", type=Path)
    args = parser.parse_args()
    set_current_ops(NumpyOps(use_blis=False))
    print(json.dumps(measure(args.model, args.corpus), indent=2))


if __name__ == "__main__":
    main()
