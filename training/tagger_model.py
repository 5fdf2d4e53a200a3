"""The tagger's own upper half: pieces of the lower half -> what each tells."""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn

from dragoman.coding.tagger import CHANNELS, VOICES
from training.model import Coder, mean_of

WIDTH = 384
_FAR = -1e4  # what is added to the attention that padding would get


class UpperHalf(nn.Module):
    """The upper half of a trained coder's layers, and a linear head each for channels and voices.

    Whether a cause is stated is told by the first piece and the mean of all.
    """

    def __init__(self, coder: Coder) -> None:
        super().__init__()
        layers = coder.encoder.encoder.layer
        self.layers = copy.deepcopy(layers[len(layers) // 2 :])
        self.dropout = nn.Dropout(0.1)
        self.channels = nn.Linear(WIDTH, len(CHANNELS))
        self.voices = nn.Linear(WIDTH, len(VOICES))
        self.stated = nn.Linear(2 * WIDTH, 1)

    def forward(self, pieces: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return logits: texts x pieces x channels, texts x pieces x voices, texts."""
        states = pieces
        unseen = (1.0 - mask[:, None, None, :].to(states.dtype)) * _FAR
        for layer in self.layers:
            told = layer(states, unseen)
            states = told[0] if isinstance(told, tuple) else told
        states = self.dropout(states)
        gist = torch.cat([states[:, 0], mean_of(states, mask)], -1)
        return self.channels(states), self.voices(states), self.stated(gist).squeeze(-1)
