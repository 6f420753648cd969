"""The training loop: losses of all layers together, averaged weights, a learning rate that ends at nothing."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import spacy
import torch
from augment import news_variants, vary
from corpora import training_docs
from names import pools
from torch import Tensor, nn
from windows import MISSING, Encoder, Example, batches, targets_of, to_batch

from reportedly.language.encoder.reader import Scores

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from corpora import Sentence
    from network import Network
    from spacy.vocab import Vocab

    from reportedly.language.encoder.batch import Batch
    from reportedly.language.encoder.pieces import WordPieces

WEIGHTS = {"heads": 1.0, "deps": 1.0, "pos": 0.5, "tags": 0.5, "starts": 1.0, "names": 1.5, "phrases": 0.7}
"""Share of each layer in the loss."""
REPORTED = 3
"""Epochs between two measurements on the development parts."""
VARIED = 0.5
"""Share of the texts of which a variant in one of the styles of news is read."""


@dataclass(slots=True, frozen=True)
class Schedule:
    """`steps` at most, `minutes` at most; the rates fall in line with whichever ends first."""

    steps: int
    minutes: float
    encoder_rate: float = 3e-4
    head_rate: float = 2e-3
    warm_up: float = 0.05
    pieces: int = 1024
    averaging: float = 0.995


def epoch(
    sources: Mapping[str, list[Sentence]], phrases: list[Example], encoder: Encoder, vocab: Vocab, rng: random.Random
) -> list[Example]:
    """The examples of one epoch, varied afresh."""
    names, variants = pools(), news_variants()
    found = [
        encoder.of_doc(vary(doc, names, variants, rng) if rng.random() < VARIED else doc, rng)
        for doc in training_docs(sources, vocab, rng)
    ]
    return found + phrases * 2


def loss_of(network: Network, batch: Batch, targets: dict[str, Tensor]) -> Tensor:
    """The weighted sum of the layers' mean losses; a layer that the batch lacks adds nothing."""
    inputs = {name: torch.from_numpy(array) for name, array in batch.inputs().items()}
    with torch.autocast("cpu", torch.bfloat16):
        pos, tags, starts, arcs, below, above, names, phrases = network(**inputs)
        known = targets["heads"].clamp(min=0)
        deps = network.relations(below, above, known)
    total = torch.zeros(())
    scores = {"pos": pos, "tags": tags, "heads": arcs, "deps": deps, "names": names, "phrases": phrases}
    for layer, found in scores.items():
        if (targets[layer] != MISSING).any():
            part = nn.functional.cross_entropy(
                found.float().flatten(0, 1), targets[layer].flatten(), ignore_index=MISSING
            )
            total = total + WEIGHTS[layer] * part
    told = targets["starts"] != MISSING
    if told.any():
        gold = targets["starts"][told].float()
        total = total + WEIGHTS["starts"] * nn.functional.binary_cross_entropy_with_logits(starts[told].float(), gold)
    return total


def learn(
    network: Network,
    sources: Mapping[str, list[Sentence]],
    phrases: list[Example],
    encoder: Encoder,
    vocabulary: WordPieces,
    schedule: Schedule,
    report: Callable[[Network, int, int], None],
    seed: int = 20,
) -> Network:
    """Train `network` in place; returns the network of averaged weights. `report` is called after each epoch."""
    torch.manual_seed(seed)
    # One thread: with two, each step waits for whatever else the second core does (measured 300 to 1,150 pieces/s under
    # load, one thread 1,900). Denormal numbers, of which averages are full, are slow.
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    rng = random.Random(seed)
    lower = [*network.embeddings.parameters(), *network.layers.parameters()]
    lower = [p for p in lower if p.requires_grad]
    ids = {id(p) for p in lower}
    upper = [p for p in network.parameters() if p.requires_grad and id(p) not in ids]
    groups = [{"params": lower, "peak": schedule.encoder_rate}, {"params": upper, "peak": schedule.head_rate}]
    optimizer = torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    averaged = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(schedule.averaging)
    )
    vocab = spacy.blank("en").vocab  # knows white space
    began = time.monotonic()
    step = number = 0
    seen = 0
    while True:
        number += 1
        for group in batches(epoch(sources, phrases, encoder, vocab, rng), schedule.pieces, rng):
            done = max(step / schedule.steps, (time.monotonic() - began) / 60 / schedule.minutes)
            if done >= 1:
                report(averaged.module, number, step)
                best: Network = averaged.module
                return best
            rate = min(done / schedule.warm_up, (1 - done) / (1 - schedule.warm_up))
            for parameters in optimizer.param_groups:
                parameters["lr"] = rate * parameters["peak"]
            network.train()
            targets = {layer: torch.from_numpy(array) for layer, array in targets_of(group).items()}
            loss = loss_of(network, to_batch(group, vocabulary), targets)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            averaged.update_parameters(network)
            step += 1
            seen += sum(e.pieces for e in group)
            if step % 50 == 0:
                pace = seen / (time.monotonic() - began)
                print(f"epoch {number} step {step} loss {loss.item():.3f} {pace:.0f} pieces/s {done:.1%}", flush=True)
        if number % REPORTED == 0:
            report(averaged.module, number, step)


def scores_of(network: Network) -> Callable[[Batch], Scores]:
    """The network as the reader calls it."""

    def run(batch: Batch) -> Scores:
        network.eval()
        with torch.no_grad():
            found = network(**{name: torch.from_numpy(array) for name, array in batch.inputs().items()})
        return Scores(*(tensor.numpy() for tensor in found))

    return run
