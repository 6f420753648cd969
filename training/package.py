"""Turn the trained network into what ships: an int8 network, its labels, vocabulary and tokenizer."""

from __future__ import annotations

import dataclasses
import json
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from reportedly.language.encoder.network import OUTPUTS

if TYPE_CHECKING:
    from network import Network
    from spacy.tokenizer import Tokenizer

    from reportedly.language.encoder.labels import Labels

META = Path(__file__).with_name("meta.json")
"""Name, version, licence and sources, as they stand in the package."""
LICENCE = Path(__file__).with_name("LICENSE.weights")
OPSET = 17


def export(network: Network, labels: Labels, tokenizer: Tokenizer, vocabulary: Path, out: Path) -> None:
    """Write the package to `out`; a rename swaps it in, so that a reader never sees half of it."""
    fresh = out.with_name(out.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        write_onnx(network, whole)
        quantize(whole, fresh / "encoder.onnx")
    np.savez(
        fresh / "relations.npz",
        weight=network.relation.weight.detach().numpy().T.astype(np.float32),
        bias=network.relation.bias.detach().numpy().astype(np.float32),
    )
    (fresh / "labels.json").write_text(json.dumps(dataclasses.asdict(labels), indent=1) + "\n", encoding="utf-8")
    lines = vocabulary.read_text(encoding="utf-8").splitlines()
    (fresh / "vocab.txt").write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    tokenizer.to_disk(fresh / "tokenizer")
    shutil.copyfile(META, fresh / "meta.json")
    shutil.copyfile(LICENCE, fresh / "LICENSE")
    old = out.with_name(out.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def write_onnx(network: Network, file: Path) -> None:
    """The network in single precision."""
    network.eval()
    pieces = torch.ones((2, 9), dtype=torch.long)
    words = torch.tensor([[1, 2, 3, 4], [1, 3, 5, 0]])
    arguments = (pieces, torch.zeros_like(pieces), torch.zeros_like(pieces), torch.ones_like(pieces), words, words)
    names = ["pieces", "cases", "gaps", "mask", "first", "last"]
    axes = {name: {0: "b", 1: "w" if name in ("first", "last") else "n"} for name in names}
    axes |= {name: {0: "b"} for name in OUTPUTS}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network, arguments, str(file), input_names=names, output_names=list(OUTPUTS), dynamic_axes=axes,
            opset_version=OPSET, dynamo=False,
        )  # fmt: skip


def quantize(whole: Path, file: Path) -> None:
    """The network with 8-bit weights, one scale a column; activations are scaled as they come."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(whole, file, weight_type=QuantType.QInt8, per_channel=True)
