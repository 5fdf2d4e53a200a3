"""Train the tagger over the shipped encoder's lower half: ``python -m training.train_tagger``.

It starts from the upper half that ``training.train`` wrote and learns from the corpus, its held-out
tenth apart, and from the Causal News Corpus. ``training.score_tagger`` measures how well causes
are told.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from dragoman.actors.authority import load_authority
from dragoman.coding.codebook import load_codebook
from dragoman.coding.encoder import Pieces, load_encoder
from dragoman.coding.marking import Extent
from dragoman.coding.tagger import CHANNELS, VOICES, pieces_of
from dragoman.language.parser import load_model
from training import ROOT
from training.causal_news import news_lines
from training.export_tagger import export
from training.files import corpus_files, read_corpus
from training.held_out import is_held_out
from training.judging import load_trained
from training.labels import labels_of
from training.model import Coder
from training.preparing import SEED
from training.tagger_model import UpperHalf
from training.tagging import Row, corpus_rows, news_rows
from training.train import fingerprint, pace

OUT = ROOT / "src" / "dragoman" / "data" / "tagger" / "tagger.onnx"
_VOICE_WEIGHT, _STATED_WEIGHT = 0.3, 0.5
# The share of sentences learned from that show nothing but voices and acts.
_SHARE_OF_OTHERS = 0.4


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train: passes, batch size, peak rates of layers and heads."""

    epochs: int = 4
    batch: int = 16
    rate: float = 3e-4
    head_rate: float = 1e-3
    seed: int = SEED


@dataclass(frozen=True, slots=True)
class Example:
    """A row as numbers, a line for each piece; ``voices`` is -1 where a piece has none."""

    extents: tuple[Extent, ...]
    pieces: Tensor
    wanted: Tensor
    voices: Tensor
    known: Tensor
    stated: float


def example_of(row: Row, read: Pieces) -> Example:
    """Return a row as numbers; a piece tells what a span that it overlaps does."""
    places = read.extents
    wanted, voices = torch.zeros(len(places), len(CHANNELS)), torch.full((len(places),), -1)
    for channel, extent in row.spans:
        wanted[_at(places, extent), CHANNELS.index(channel)] = 1.0
    for voice, extent in row.voices:
        voices[_at(places, extent)] = VOICES.index(voice)
    known = torch.tensor([float(channel in row.known) for channel in CHANNELS])
    stated = -1.0 if row.stated is None else float(row.stated)
    return Example(places, torch.from_numpy(read.states).half(), wanted, voices, known, stated)


def _at(places: Sequence[Extent], extent: Extent) -> list[int]:
    start, end = extent
    return [i for i, (a, b) in enumerate(places) if a < b and a < end and start < b]


def examples_of(rows: Iterable[Row]) -> list[Example]:
    """Return rows as numbers, read by the shipped encoder's lower half."""
    encoder, authority = load_encoder(), load_authority()
    return [example_of(row, pieces_of(row.text, encoder, authority)) for row in rows]


def padded(examples: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return pieces, their mask, what they tell and their voices, one text a row."""
    pad = torch.nn.utils.rnn.pad_sequence
    pieces = pad([e.pieces.float() for e in examples], batch_first=True)
    lengths = torch.tensor([len(e.pieces) for e in examples])
    mask = (torch.arange(pieces.shape[1])[None] < lengths[:, None]).long()
    wanted = pad([e.wanted for e in examples], batch_first=True)
    voices = pad([e.voices for e in examples], batch_first=True, padding_value=-1)
    return pieces, mask, wanted, voices


def batches(examples: Sequence[Example], size: int, draw: random.Random) -> Iterator[list[Example]]:
    """Yield shuffled batches of examples of like length."""
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].pieces) + draw.random() * 8)
    cut = [order[at : at + size] for at in range(0, len(order), size)]
    draw.shuffle(cut)
    for places in cut:
        yield [examples[i] for i in places]


def loss_of(model: UpperHalf, batch: Sequence[Example]) -> Tensor:
    """Return the weighted sum of the losses; what is unknown of an example counts for nothing."""
    pieces, mask, wanted, voices = padded(batch)
    channels, voiced, stated = model(pieces, mask)
    counts = mask[:, :, None] * torch.stack([e.known for e in batch])[:, None, :]
    each = binary_cross_entropy_with_logits(channels, wanted, reduction="none")
    total = (each * counts).sum() / mask.sum()
    if (voices >= 0).any():
        total = total + _VOICE_WEIGHT * cross_entropy(voiced[voices >= 0], voices[voices >= 0])
    true = torch.tensor([e.stated for e in batch])
    if (true >= 0).any():
        told = binary_cross_entropy_with_logits(stated[true >= 0], true[true >= 0])
        total = total + _STATED_WEIGHT * told
    return total


def train(coder: Coder, examples: Sequence[Example], settings: Settings) -> UpperHalf:
    """Return the trained upper half."""
    torch.manual_seed(settings.seed)
    torch.use_deterministic_algorithms(mode=True)
    draw = random.Random(settings.seed)
    model = UpperHalf(coder)
    model.train()
    heads = [*model.channels.parameters(), *model.voices.parameters(), *model.stated.parameters()]
    optimizer = torch.optim.AdamW(
        [
            {"params": model.layers.parameters(), "lr": settings.rate},
            {"params": heads, "lr": settings.head_rate},
        ],
        weight_decay=0.01,
        fused=True,
    )
    steps = settings.epochs * math.ceil(len(examples) / settings.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: pace(step, steps))
    for epoch in range(settings.epochs):
        started, total, count = time.monotonic(), 0.0, 0
        for batch in batches(examples, settings.batch, draw):
            loss = loss_of(model, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, count = total + loss.item(), count + 1
        spent = time.monotonic() - started
        told = f"loss {total / count:.3f}, {spent:.0f} s, weights {fingerprint(model)}"
        print(f"pass {epoch + 1}: {told}", flush=True)
    model.eval()
    return model


def corpus_examples() -> list[Example]:
    """Return the corpus's sentences, but for the tenth held out, as numbers."""
    items = [item for item in read_corpus(corpus_files()).items if not is_held_out(item)]
    draw = random.Random(SEED)
    rows = corpus_rows(items, load_model())
    return examples_of(r for r in rows if len(r.known) > 1 or draw.random() < _SHARE_OF_OTHERS)


def main() -> None:
    """Train, and write the weights."""
    parser = argparse.ArgumentParser(description="Train the tagger of claims and reasons.")
    parser.add_argument("trained", type=Path, help="folder that training.train wrote")
    parser.add_argument("--version", default="0", help="the number that explanations name it by")
    given = parser.parse_args()
    coder, _ = load_trained(given.trained, labels_of(load_codebook()))
    lines = news_lines()
    examples = [*corpus_examples(), *examples_of(news_rows(lines))]
    print(f"{len(examples)} sentences, {len(lines)} of them of the Causal News Corpus", flush=True)
    export(train(coder, examples, Settings()), OUT, given.version)


if __name__ == "__main__":
    main()
