"""Make the pipeline: corpora, vectors, training, measurement, packaging, in one command.

    python training/train.py --data ../shared/data --out build/training

Steps whose output stands under `--out` are not repeated, so an interrupted run goes on where it stopped;
an empty folder makes everything again.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import augment  # noqa: F401  registers reportedly.fresh_variants.v1
import tokenization  # noqa: F401  registers reportedly.news_tokenizer.v1
from corpora import write_corpora
from evaluate import measure
from free_text import re3d_words
from modelcard import model_card
from names import listed_words
from package import export
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop
from spacy.util import load_config, registry
from thinc.api import NumpyOps, set_current_ops
from vectors import encode, gazetteer_words, project, vocabulary, word_pieces, write_vectors

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

HERE = Path(__file__).parent
PACKAGE_WEIGHTS = HERE.parent / "src" / "reportedly" / "language" / "weights"
VECTOR_ROWS, VECTOR_WIDTH = 50_000, 128


class OutOfTimeError(Exception):
    """The time that the run may take is over; the best checkpoint stands."""


def prepare(data: Path, out: Path) -> None:
    """Write the training files under `out/corpus` and the word vectors under `out/vectors`."""
    if (out / "vectors").exists():
        return
    sources = write_corpora(data, out / "corpus")
    train_words = [w for key, part in sources.items() if key.endswith("train") for s in part for w in s.words]
    extra = list(gazetteer_words(data / "gazetteer"))
    corpus = [*listed_words(), *train_words, *re3d_words(data / "entities" / "re3d_dev.jsonl")]
    words = vocabulary(corpus, extra, word_pieces(), VECTOR_ROWS)
    rows, kept = project(encode(words), VECTOR_WIDTH)
    print(f"vectors: {len(words)} rows, {VECTOR_WIDTH} of 384 dimensions keep {kept:.1%} of the variance")
    write_vectors(words, rows, out / "vectors")


def stop_after(deadline: float) -> Callable[[Language, dict[str, Any]], None]:
    """Callback for each step that ends training once `time.monotonic()` passes `deadline`."""

    def check(nlp: Language, step: dict[str, Any]) -> None:
        if time.monotonic() > deadline:
            raise OutOfTimeError(f"stopped at step {step['step']}, epoch {step['epoch']}")

    return check


def train(out: Path, max_steps: int, minutes: float) -> Path:
    """Train for `max_steps` or `minutes`, whichever ends first; return the best checkpoint's folder."""
    deadline = time.monotonic() + 60 * minutes
    registry.callbacks("reportedly.stop_after.v1", func=lambda: stop_after(deadline))
    config = load_config(
        HERE / "config.cfg",
        overrides={
            "paths.train": str(out / "corpus" / "train.spacy"),
            "paths.dev": str(out / "corpus" / "dev.spacy"),
            "paths.vectors": str(out / "vectors"),
            "training.max_steps": max_steps,
        },
    )
    config["training"]["before_update"] = {"@callbacks": "reportedly.stop_after.v1"}
    (out / "model").mkdir(parents=True, exist_ok=True)
    try:
        train_loop(init_nlp(config), out / "model", stdout=sys.stdout, stderr=sys.stderr)
    except OutOfTimeError as stopped:
        print(stopped)
    return out / "model" / "model-best"


def finish(checkpoint: Path, corpus: Path, weights: Path) -> None:
    """Package the checkpoint into `weights`, measure what was packaged, write `scores.json` and the model
    card.
    """
    export(checkpoint, weights)
    scores = measure(weights, corpus)
    (HERE / "scores.json").write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")
    (weights / "MODEL_CARD.md").write_text(model_card(scores), encoding="utf-8")
    print(json.dumps(scores, indent=2))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with treebank/, ner/, gazetteer/, entities/")
    parser.add_argument("--out", type=Path, required=True, help="working folder (corpora, vectors, checkpoints)")
    parser.add_argument("--weights", type=Path, default=PACKAGE_WEIGHTS, help="where the finished pipeline goes")
    parser.add_argument("--max-steps", type=int, default=7200)
    parser.add_argument("--minutes", type=float, default=90, help="stop training after so long")
    args = parser.parse_args()
    # the blis wheel picks a generic kernel on many processors: 2.5-4.5 times slower than numpy's own BLAS
    set_current_ops(NumpyOps(use_blis=False))
    prepare(args.data, args.out)
    best = args.out / "model" / "model-best"
    if not best.exists():
        train(args.out, args.max_steps, args.minutes)
    if not best.exists():
        raise SystemExit(f"no checkpoint after {args.minutes} minutes: give --minutes more")
    finish(best, args.out / "corpus", args.weights)


if __name__ == "__main__":
    main()
