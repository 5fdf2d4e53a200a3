"""Trained weights at work: marked texts -> what every head says of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.labels import Labels
from training.model import HEADS, Coder, openings
from training.train import LONGEST, Row, tensors

_BATCH = 32
# A context is said from this probability on. It maximises the F1 of contexts on training text.
_CONTEXT = 0.3


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the heads say of a marked text; ``types`` are probabilities by name, NONE among them."""

    types: Mapping[str, float]
    modes: Mapping[str, float]
    contexts: tuple[str, ...]
    factuality: str
    voice: str

    @property
    def type(self) -> str:
        """The likeliest type, or NONE."""
        return max(self.types, key=self.types.__getitem__)

    def mode(self, type_name: str) -> str | None:
        """Return the likeliest mode of a type; None for a type without modes."""
        own = {m: s for m, s in self.modes.items() if m.startswith(f"{type_name}/")}
        return max(own, key=own.__getitem__).partition("/")[2] if own else None


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
        contexts = told["contexts"][i].sigmoid().tolist()
        yield Judgement(
            types=dict(zip(labels.types, told["types"][i].softmax(-1).tolist(), strict=True)),
            modes=dict(zip(labels.modes, told["modes"][i].tolist(), strict=True)),
            contexts=tuple(
                name for name, p in zip(labels.contexts, contexts, strict=True) if p >= _CONTEXT
            ),
            factuality=labels.factualities[int(told["factualities"][i].argmax())],
            voice=labels.voices[int(told["voices"][i].argmax())],
        )
