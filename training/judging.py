"""Trained weights at work: marked texts -> what every head says of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer

from dragoman.coding.judgement import Judgement
from training.labels import Labels
from training.model import HEADS, Coder, openings
from training.train import LONGEST, Row, tensors

_BATCH = 32


def load_trained(folder: Path, labels: Labels) -> tuple[Coder, Tokenizer]:
    """Return the model and tokenizer that training wrote to a folder."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(LONGEST)
    layers = json.loads((folder / "labels.json").read_text("utf-8"))["layers"]
    model = Coder(labels, openings(tokenizer), layers)
    model.load_state_dict(torch.load(folder / "coder.pt"))
    return model.eval(), tokenizer


def judge(
    model: Coder, tokenizer: Tokenizer, labels: Labels, texts: Iterable[str]
) -> tuple[Judgement, ...]:
    """Return what the heads say of each marked text, in the same order."""
    rows = [Row(tuple(tokenizer.encode(text).ids), 0, (), (), -1, -1) for text in texts]
    return tuple(
        judged
        for at in range(0, len(rows), _BATCH)
        for judged in _judge_batch(model, labels, rows[at : at + _BATCH])
    )


def _judge_batch(model: Coder, labels: Labels, rows: Sequence[Row]) -> Iterable[Judgement]:
    with torch.no_grad():
        told = dict(zip(HEADS, model(*tensors(rows)), strict=True))
    for i in range(len(rows)):
        yield Judgement(
            types=_named(labels.types, told["types"][i].softmax(-1)),
            modes=_named(labels.modes, told["modes"][i].softmax(-1)),
            contexts=_named(labels.contexts, told["contexts"][i].sigmoid()),
            factualities=_named(labels.factualities, told["factualities"][i].softmax(-1)),
            voices=_named(labels.voices, told["voices"][i].softmax(-1)),
        )


def _named(labels: Sequence[str], shares: torch.Tensor) -> dict[str, float]:
    return dict(zip(labels, shares.tolist(), strict=True))
