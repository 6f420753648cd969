"""The shipped weights: the folder, and the network run by onnxruntime."""

import json
from pathlib import Path

import numpy as np

from reportedly.language.encoder.batch import Batch
from reportedly.language.encoder.labels import Labels
from reportedly.language.encoder.pieces import WordPieces
from reportedly.language.encoder.reader import Network, Reader, Scores

OUTPUTS = ("pos", "tags", "starts", "arcs", "below", "above", "names", "phrases")
"""The network's outputs, in the order of the fields of ``Scores``."""


def load(folder: Path) -> Reader:
    """The reader of the weights in ``folder``.

    Raises:
        OSError: a file is missing or cannot be read.
        ValueError: a file is not what it should be.
    """
    import spacy
    from spacy.tokenizer import Tokenizer

    tokenizer = Tokenizer(spacy.blank("en").vocab).from_disk(folder / "tokenizer")
    labels = Labels(**{key: tuple(value) for key, value in json.loads((folder / "labels.json").read_text()).items()})
    with np.load(folder / "relations.npz") as arrays:
        relations = (arrays["weight"].astype(np.float32), arrays["bias"].astype(np.float32))
    vocabulary = WordPieces((folder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1])
    return Reader(tokenizer, vocabulary, labels, _session(folder / "encoder.onnx"), relations)


def _session(file: Path) -> Network:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # One thread: matrices this small are not worth sharing, and sums keep their order.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Without this, processors that lack VNNI instructions multiply in pairs that overflow 16 bits, and read otherwise.
    options.add_session_config_entry("session.x64quantprecision", "1")
    try:
        session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's own exception types are not public
        raise ValueError(f"{file.name} is not a network that onnxruntime reads: {error}") from error

    def run(batch: Batch) -> Scores:
        return Scores(*session.run(list(OUTPUTS), batch.inputs()))

    return run
