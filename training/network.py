"""The network: MiniLM's lower layers, what its vocabulary loses, and one head a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from reportedly.language.encoder.shapes import Case, Gap

if TYPE_CHECKING:
    from pathlib import Path

    from reportedly.language.encoder.labels import Labels

LAYERS = 5
ARC_WIDTH = 256
RELATION_WIDTH = 160
NOTHING = -1e4
"""Score of what cannot be: large enough for any softmax, small enough for half precision."""


class Network(nn.Module):  # type: ignore[misc]
    """Word pieces in, scores of all layers of annotation out (see `reportedly.language.encoder.Scores`)."""

    def __init__(self, encoder: Path, labels: Labels, layers: int = LAYERS, dropout: float = 0.25) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(encoder)
        config._attn_implementation = "eager"
        whole = BertModel.from_pretrained(encoder, config=config, add_pooling_layer=False)
        whole.encoder.layer = whole.encoder.layer[:layers]
        self.embeddings = whole.embeddings
        self.layers = whole.encoder.layer
        for parameter in self.embeddings.word_embeddings.parameters():
            parameter.requires_grad = False  # the pieces that the treebanks lack must stay where they are
        width = config.hidden_size
        self.case = nn.Embedding(len(Case), width)
        self.gap = nn.Embedding(len(Gap), width)
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.gap.weight)
        self.dropout = nn.Dropout(dropout)
        self.pos = nn.Linear(width, len(labels.pos))
        self.tags = nn.Linear(width, len(labels.tags))
        self.starts = nn.Linear(width, 1)
        self.names = nn.Linear(width, len(labels.names))
        self.phrases = nn.Linear(width, len(labels.phrases))
        self.arc_below = nn.Linear(width, ARC_WIDTH)
        self.arc_above = nn.Linear(width, ARC_WIDTH)
        self.arc = nn.Linear(ARC_WIDTH, ARC_WIDTH, bias=False)
        self.arc_prior = nn.Linear(ARC_WIDTH, 1)
        self.below = nn.Linear(width, RELATION_WIDTH)
        self.above = nn.Linear(width, RELATION_WIDTH)
        self.relation = nn.Linear(RELATION_WIDTH, len(labels.deps))

    def encode(self, pieces: Tensor, cases: Tensor, gaps: Tensor, mask: Tensor) -> Tensor:
        """States of the pieces: b × n × width."""
        table = self.embeddings
        positions = torch.arange(pieces.shape[1], device=pieces.device).unsqueeze(0)
        states = table.word_embeddings(pieces) + table.position_embeddings(positions)
        states = states + table.token_type_embeddings.weight[0] + self.case(cases) + self.gap(gaps)
        states = table.dropout(table.LayerNorm(states))
        hidden = (1.0 - mask[:, None, None, :].to(states.dtype)) * NOTHING
        for layer in self.layers:
            found = layer(states, attention_mask=hidden)
            states = found[0] if isinstance(found, tuple) else found
        return states

    def forward(
        self, pieces: Tensor, cases: Tensor, gaps: Tensor, mask: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        """Scores in the order of `reportedly.language.encoder.network.OUTPUTS`."""
        states = self.encode(pieces, cases, gaps, mask)
        width = states.shape[-1]
        begin = torch.gather(states, 1, first.unsqueeze(-1).expand(-1, -1, width))
        end = torch.gather(states, 1, last.unsqueeze(-1).expand(-1, -1, width))
        words = self.dropout((begin + end) * 0.5)
        root = self.dropout(states[:, :1])
        heads = torch.cat((root, words), dim=1)
        arc_below = self.dropout(nn.functional.gelu(self.arc_below(words)))
        arc_above = self.dropout(nn.functional.gelu(self.arc_above(heads)))
        arcs = self.arc(arc_below) @ arc_above.transpose(1, 2) + self.arc_prior(arc_above).transpose(1, 2)
        no_word = torch.cat((torch.zeros_like(first[:, :1], dtype=torch.bool), first == 0), dim=1)
        arcs = arcs.masked_fill(no_word.unsqueeze(1), NOTHING)
        return (
            self.pos(words), self.tags(words), self.starts(words).squeeze(-1), arcs,
            self.below(words), self.above(heads), self.names(words), self.phrases(words),
        )  # fmt: skip

    def relations(self, below: Tensor, above: Tensor, heads: Tensor) -> Tensor:
        """Scores of the relation of each word to the head at column `heads` (b × w) of `above`."""
        chosen = torch.gather(above, 1, heads.unsqueeze(-1).expand(-1, -1, above.shape[-1]))
        hidden = nn.functional.dropout(torch.relu(below + chosen), 0.2, self.training)
        return self.relation(hidden)
