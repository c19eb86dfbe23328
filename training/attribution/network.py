"""The network: MiniLM over words with clues, a scorer of cues, and a tagger of source and content for each cue.

The encoder is BERT's (Devlin et al. 2019) in the size of MiniLM-L6 (Wang et al. 2020). The clues to a word are added to
its pieces below the first layer and to its vector above the last. For every cue the words around it are tagged anew
with what they are to that cue, as in semantic role labelling, so that statements may lie in each other.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  # as everybody calls it

from counterclaim.speech.clues import PAIR_SIZES, WORD_SIZES
from counterclaim.speech.reading import ROLES

WIDTH = 384
HEADS = 12
LAYERS = 6
INNER = 1536
PIECES = 30522
POSITIONS = 512
ROLE_WIDTH = 192
TAGS = len(ROLES)
EPSILON = 1e-12


class Clues(nn.Module):
    """The sum of one vector a clue; all start at nothing, so that training begins with the bare encoder."""

    def __init__(self, sizes: tuple[int, ...], width: int, spread: float = 0.0) -> None:
        super().__init__()
        offsets = [sum(sizes[:n]) for n in range(len(sizes))]
        self.register_buffer("offsets", torch.tensor(offsets), persistent=False)
        self.table = nn.Embedding(sum(sizes), width)
        nn.init.normal_(self.table.weight, std=spread) if spread else nn.init.zeros_(self.table.weight)

    def forward(self, clues: Tensor) -> Tensor:
        """Clues (…, clues) to vectors (…, width)."""
        return self.table(clues + self.offsets).sum(-2)


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.after_attention = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.after_inner = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Shape (rows, length, WIDTH); `bias` is added to the attention's log-odds."""
        rows, length, _ = x.shape
        q, k, v = (f(x).view(rows, length, HEADS, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + bias, dim=-1)
        mixed = (self.dropout(weights) @ v).transpose(1, 2).reshape(rows, length, WIDTH)
        x = self.after_attention(x + self.dropout(self.out(mixed)))
        return self.after_inner(x + self.dropout(self.narrow(F.gelu(self.widen(x)))))


class Encoder(nn.Module):
    """Pieces and clues to words: how likely each is a cue's head, its vectors for the roles, and its role in anything.

    The last helps the layers below to learn and is not asked for when pages are read.
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.clues_below = Clues(WORD_SIZES, WIDTH)
        self.clues_above = Clues(WORD_SIZES, WIDTH)
        self.cue_inner = nn.Linear(WIDTH, ROLE_WIDTH)
        self.cue_score = nn.Linear(ROLE_WIDTH, 2)
        self.any_role = nn.Linear(WIDTH, TAGS)
        self.as_cue = nn.Linear(WIDTH, ROLE_WIDTH)
        self.as_word = nn.Linear(WIDTH, ROLE_WIDTH)

    def forward(
        self, pieces: Tensor, words: Tensor, clues: Tensor, firsts: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Shapes: pieces, words, mask (rows, length); firsts (rows, count); clues (rows, count + 1, clues).

        `words` gives for each piece its word's row in `clues`, whose last row stands for the marks at both ends.
        """
        below = self.clues_below(clues)
        x = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]]
        x = x + torch.gather(below, 1, words.unsqueeze(-1).expand(-1, -1, WIDTH))
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None, :]) * -10000.0 if mask is not None else x.new_zeros(())
        for layer in self.layers:
            x = layer(x, bias)
        of_words = torch.gather(x, 1, firsts.unsqueeze(-1).expand(-1, -1, WIDTH))
        of_words = self.dropout(of_words + self.clues_above(clues[:, :-1]))
        scores = self.cue_score(self.dropout(F.gelu(self.cue_inner(of_words))))
        return scores, self.as_cue(of_words), self.as_word(of_words), self.any_role(of_words)


class Roles(nn.Module):
    """What the words around a cue are to it: shape (cues, words, TAGS)."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.clues = Clues(PAIR_SIZES, ROLE_WIDTH, spread=0.1)
        self.norm = nn.LayerNorm(ROLE_WIDTH)
        self.dropout = nn.Dropout(dropout)
        self.along = nn.LSTM(ROLE_WIDTH, ROLE_WIDTH // 2, batch_first=True, bidirectional=True)
        self.tags = nn.Linear(2 * ROLE_WIDTH, TAGS)

    def forward(self, cues: Tensor, words: Tensor, clues: Tensor, mask: Tensor) -> Tensor:
        """Shapes: cues (cues, width), words (cues, words, width), clues (cues, words, clues), mask (cues, words)."""
        x = cues.unsqueeze(1) + words + self.clues(clues)
        x = self.dropout(F.gelu(self.norm(x)) * mask.unsqueeze(-1))
        along, _ = self.along(x)
        tags: Tensor = self.tags(self.dropout(torch.cat([x, along], dim=-1)))
        return tags


@dataclass
class Reader:
    """Both networks."""

    encoder: Encoder
    roles: Roles

    def parameters(self) -> list[nn.Parameter]:
        """The weights of both."""
        return [*self.encoder.parameters(), *self.roles.parameters()]

    def train(self, mode: bool = True) -> None:
        """Switch both to training, or from it."""
        self.encoder.train(mode)
        self.roles.train(mode)


def load_minilm(encoder: Encoder, weights: Mapping[str, Tensor]) -> None:
    """Put the published weights into the encoder; raises KeyError when one is missing."""
    with torch.no_grad():
        encoder.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"])
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        encoder.positions.weight.copy_(weights["embeddings.position_embeddings.weight"] + kind)
        copy_weights(encoder.norm, weights, "embeddings.LayerNorm")
        for n, layer in enumerate(encoder.layers):
            copy_layer(layer, weights, n)


def copy_layer(layer: nn.Module, weights: Mapping[str, Tensor], number: int) -> None:
    """Put the published weights of one layer of MiniLM into a `Layer`; raises KeyError when one is missing."""
    at = f"encoder.layer.{number}"
    for mine, theirs in (
        ("query", "attention.self.query"),
        ("key", "attention.self.key"),
        ("value", "attention.self.value"),
        ("out", "attention.output.dense"),
        ("after_attention", "attention.output.LayerNorm"),
        ("widen", "intermediate.dense"),
        ("narrow", "output.dense"),
        ("after_inner", "output.LayerNorm"),
    ):
        copy_weights(layer.get_submodule(mine), weights, f"{at}.{theirs}")


def copy_weights(module: nn.Module, weights: Mapping[str, Tensor], name: str) -> None:
    """Put the published weights and bias of that name into a linear map or a norm."""
    module.get_parameter("weight").copy_(weights[f"{name}.weight"])
    module.get_parameter("bias").copy_(weights[f"{name}.bias"])
