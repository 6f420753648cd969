"""Make the pipeline: corpora, training, measurement, packaging, in one command.

    python training/train.py --data ../shared/data --out build/training

The trained network under `--out` is not made again, so an interrupted run of the later steps goes on where it stopped;
an empty folder makes everything again.
"""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import Any

os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")

import spacy
import torch
from corpora import gold_docs, read_sources
from encoder import encoder_folder
from evaluate import measure, megabytes, score_phrases, words_per_second
from learn import Schedule, learn, scores_of
from modelcard import model_card
from network import Network
from package import export
from tokenization import adapt
from windows import PHRASES, Encoder, labels_of, read_re3d

from reportedly.language.encoder.network import load
from reportedly.language.encoder.pieces import WordPieces
from reportedly.language.encoder.reader import Reader

HERE = Path(__file__).parent
PACKAGE_WEIGHTS = HERE.parent / "src" / "reportedly" / "language" / "weights"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with treebank/, ner/, entities/")
    parser.add_argument("--out", type=Path, required=True, help="working folder (the trained network)")
    parser.add_argument("--weights", type=Path, default=PACKAGE_WEIGHTS, help="where the finished pipeline goes")
    parser.add_argument("--steps", type=int, default=5200)
    parser.add_argument("--minutes", type=float, default=120, help="stop training after so long")
    args = parser.parse_args()

    sources = read_sources(args.data)
    labels = labels_of(s for key, part in sources.items() if key.endswith("train") for s in part)
    learnt, aside = read_re3d(args.data / "entities" / "re3d_dev.jsonl")
    vocabulary = WordPieces((encoder_folder() / "vocab.txt").read_text(encoding="utf-8").splitlines())
    nlp = adapt(spacy.blank("en"))
    torch.manual_seed(20)
    network = Network(encoder_folder(), labels)

    def reader(of: Network) -> Reader:
        relations = (of.relation.weight.detach().numpy().T.copy(), of.relation.bias.detach().numpy().copy())
        return Reader(nlp.tokenizer, vocabulary, labels, scores_of(of), relations)

    def report(of: Network, epoch: int, step: int) -> None:
        torch.save(of.state_dict(), args.out / "last.pt")
        for part, row in measure(reader(of), sources, ("ewt-dev", "gum-dev")).items():
            print(epoch, step, part, {k: v for k, v in row.items() if k != "names_by_label"}, flush=True)

    args.out.mkdir(parents=True, exist_ok=True)
    trained = args.out / "network.pt"
    if trained.exists():
        network.load_state_dict(torch.load(trained))
    else:
        encoder = Encoder(vocabulary, labels)
        phrases = [example for document in learnt for example in encoder.of_re3d(nlp, document)]
        schedule = Schedule(args.steps, args.minutes)
        network = learn(network, sources, phrases, encoder, vocabulary, schedule, report)
        torch.save(network.state_dict(), trained)
    scores: dict[str, Any] = {"network": measure(reader(network), sources, ("ewt-dev", "gum-dev"))}
    export(network, labels, nlp.tokenizer, encoder_folder() / "vocab.txt", args.weights)
    shipped = load(args.weights)
    scores["parts"] = measure(shipped, sources)
    scores["phrases"] = score_phrases(shipped, aside, PHRASES)
    texts = [doc.text for doc in gold_docs(sources["gum-test"], nlp.vocab)]
    scores["words_per_cpu_second"] = words_per_second(shipped, texts)
    scores["megabytes"] = megabytes(args.weights)
    (HERE / "scores.json").write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")
    (args.weights / "MODEL_CARD.md").write_text(model_card(scores), encoding="utf-8")
    print(json.dumps(scores, indent=2))


if __name__ == "__main__":
    main()
