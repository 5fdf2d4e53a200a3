"""Train the coder's weights from the corpus: ``python -m training.train``.

The same seed gives the same weights to the bit on one machine. A tenth of the corpus, whole files,
is held out and never trained on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from dragoman.pipeline import load_tools
from training.examples import Example, without_cue
from training.files import corpus_files, read_corpus
from training.held_out import is_held_out
from training.labels import Labels, labels_of
from training.model import HEADS, Coder, load_tokenizer, openings
from training.preparing import SEED, prepare

LONGEST = 96
_WEIGHTS = {"types": 1.0, "modes": 0.5, "contexts": 2.0, "factualities": 0.5, "voices": 0.25}
_SMOOTHING = 0.05


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train: passes, batch size, peak rates of encoder and heads, share without a cue."""

    epochs: int = 4
    batch: int = 16
    rate: float = 1e-4
    head_rate: float = 1e-3
    cueless: float = 0.4
    layers: int = 6
    seed: int = SEED


@dataclass(frozen=True, slots=True)
class Row:
    """An example as numbers: tokens, and the place of each label; -1 where there is none."""

    tokens: tuple[int, ...]
    type: int
    modes: tuple[int, ...]
    contexts: tuple[int, ...]
    factuality: int
    voice: int


def row_of(example: Example, tokenizer: Tokenizer, labels: Labels) -> Row:
    """Return an example as numbers."""
    tokens = tuple(tokenizer.encode(example.text).ids)
    event = example.event
    if event is None:
        return Row(tokens, 0, (), (), -1, -1)
    return Row(
        tokens,
        labels.types.index(event.type),
        tuple(labels.modes.index(f"{event.type}/{mode}") for mode in event.modes),
        tuple(labels.contexts.index(context) for context in event.contexts),
        labels.factualities.index(event.factuality),
        labels.voices.index(event.voice),
    )


def batches(rows: Sequence[Row], size: int, draw: random.Random) -> Iterator[list[Row]]:
    """Yield shuffled batches of rows of like length."""
    order = sorted(range(len(rows)), key=lambda i: (len(rows[i].tokens) + draw.random() * 8, i))
    cut = [order[at : at + size] for at in range(0, len(order), size)]
    draw.shuffle(cut)
    for places in cut:
        yield [rows[i] for i in places]


def tensors(rows: Sequence[Row]) -> tuple[Tensor, Tensor]:
    """Return padded token ids and their mask."""
    longest = max(len(row.tokens) for row in rows)
    ids = torch.tensor([[*row.tokens, *[0] * (longest - len(row.tokens))] for row in rows])
    lengths = torch.tensor([len(row.tokens) for row in rows])
    return ids, (torch.arange(longest)[None] < lengths[:, None]).long()


def loss_of(logits: tuple[Tensor, ...], rows: Sequence[Row]) -> Tensor:
    """Return the weighted sum of the heads' losses; a head counts where its label is known."""
    by = dict(zip(HEADS, logits, strict=True))
    types = torch.tensor([row.type for row in rows])
    total = _WEIGHTS["types"] * cross_entropy(by["types"], types, label_smoothing=_SMOOTHING)
    told = [i for i, row in enumerate(rows) if row.factuality >= 0]
    if told:
        facts = torch.tensor([rows[i].factuality for i in told])
        total = total + _WEIGHTS["factualities"] * cross_entropy(by["factualities"][told], facts)
        voices = torch.tensor([rows[i].voice for i in told])
        total = total + _WEIGHTS["voices"] * cross_entropy(by["voices"][told], voices)
        wanted = many_hot([rows[i].contexts for i in told], by["contexts"].shape[1])
        total = total + _WEIGHTS["contexts"] * binary_cross_entropy_with_logits(
            by["contexts"][told], wanted
        )
    moded = [i for i, row in enumerate(rows) if row.modes]
    if moded:
        share = many_hot([rows[i].modes for i in moded], by["modes"].shape[1])
        share = share / share.sum(1, keepdim=True)
        total = total + _WEIGHTS["modes"] * cross_entropy(by["modes"][moded], share)
    return total


def many_hot(chosen: Sequence[Sequence[int]], width: int) -> Tensor:
    """Return one row a sequence, with ones at its places."""
    hot = torch.zeros(len(chosen), width)
    for at, places in enumerate(chosen):
        hot[at, list(places)] = 1.0
    return hot


def train(
    examples: Sequence[Example], labels: Labels, settings: Settings
) -> tuple[Coder, Tokenizer]:
    """Return the trained model with its tokenizer."""
    torch.manual_seed(settings.seed)
    torch.use_deterministic_algorithms(mode=True)
    draw = random.Random(settings.seed)
    tokenizer = load_tokenizer(LONGEST)
    model = Coder(labels, openings(tokenizer), settings.layers)
    encoder = {id(p) for p in model.encoder.parameters()}
    optimizer = torch.optim.AdamW(
        [
            {"params": model.encoder.parameters(), "lr": settings.rate},
            {
                "params": [p for p in model.parameters() if id(p) not in encoder],
                "lr": settings.head_rate,
            },
        ],
        weight_decay=0.01,
        fused=True,
    )
    steps = settings.epochs * math.ceil(len(examples) / settings.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: pace(step, steps))
    model.train()
    for epoch in range(settings.epochs):
        seen = [without_cue(e) if draw.random() < settings.cueless else e for e in examples]
        rows = [row_of(example, tokenizer, labels) for example in seen]
        started, total, count = time.monotonic(), 0.0, 0
        for batch in batches(rows, settings.batch, draw):
            loss = loss_of(model(*tensors(batch)), batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, count = total + loss.item(), count + 1
        spent = time.monotonic() - started
        told = f"loss {total / count:.3f}, {spent:.0f} s, weights {fingerprint(model)}"
        print(f"pass {epoch + 1}: {told}", flush=True)
    return model.eval(), tokenizer


def fingerprint(model: torch.nn.Module) -> str:
    """Return the beginning of the SHA-256 of all weights: the same for the same bits."""
    digest = hashlib.sha256()
    for name, weights in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(weights.numpy().tobytes())
    return digest.hexdigest()[:12]


def pace(step: int, steps: int) -> float:
    """Return the share of the peak rate at a step: it rises for a tenth of all, then falls."""
    warm = max(1, steps // 10)
    return step / warm if step < warm else max(0.0, (steps - step) / (steps - warm))


def main() -> None:
    """Train, and write weights, tokenizer and labels to a folder."""
    usual = Settings()
    parser = argparse.ArgumentParser(description="Train the coder's weights from the corpus.")
    parser.add_argument("out", type=Path, help="folder for weights, tokenizer and labels")
    parser.add_argument("--epochs", type=int, default=usual.epochs)
    parser.add_argument("--layers", type=int, default=usual.layers)
    parser.add_argument("--all", action="store_true", help="learn from the held-out tenth, too")
    given = parser.parse_args()
    settings = Settings(epochs=given.epochs, layers=given.layers)
    items = [i for i in read_corpus(corpus_files()).items if given.all or not is_held_out(i)]
    tools = load_tools()
    labels = labels_of(tools.codebook)
    examples = list(prepare(items, settings.seed))
    quiet = sum(example.event is None for example in examples)
    print(f"{len(items)} items, {len(examples)} examples, {quiet} of them silent", flush=True)
    model, tokenizer = train(examples, labels, settings)
    given.out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), given.out / "coder.pt")
    tokenizer.save(str(given.out / "tokenizer.json"))
    told = {name: getattr(labels, name) for name in HEADS}
    told["layers"] = settings.layers
    (given.out / "labels.json").write_text(json.dumps(told, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
