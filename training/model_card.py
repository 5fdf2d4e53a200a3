"""Write the model card of the shipped weights: ``python -m training.model_card``.

All figures are of the held-out tenth of the corpus: first what the encoder says of marked events
and of silent candidates, then what the whole reader makes of the same items from raw text.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.coding.encoder import Encoder, load_encoder
from dragoman.pipeline import Tools, load_tools
from training.figures import f1
from training.files import corpus_files, read_corpus
from training.heads import Judged, figures_of_heads, sure
from training.held_out import is_held_out
from training.markup import Item
from training.preparing import SEED, prepare
from training.score_reading import figures_of, outcomes

_CARD = Path("training/MODEL_CARD.md")
_BINS = 10
_ABOUT = """# Model card: the coder's encoder

- **What it is.** MiniLM (6 layers, 384 wide, 22 million parameters) with heads for type, mode,
  contexts, factuality and voice, in 8-bit integers. Base: all-MiniLM-L6-v2
  (sentence-transformers, Apache-2.0).
- **What it reads.** One sentence with marks around cue, actor and recipient; names of states are
  hidden from it.
- **What it is for.** Judging the acts that reading proposes (`dragoman.coding.judged`).
- **What it is not for.** Other languages; truth, or the opinion of a writer; people: it never sees
  who somebody is.
- **What it learned from.** `training/corpus` (CC0) but for its held-out tenth, and nothing else.
- **How it is made.** `make train`, then
  `python -m training.export trained src/dragoman/data/coder --version N`.
- **Known limits.** News of our own making is not news. On campaign features and business pages many
  acts that it found without a cue were none, so reading takes only sure ones. Voice needs more
  than one sentence.
"""


def main() -> None:
    """Write the card."""
    parser = argparse.ArgumentParser(description="Write the model card of the shipped weights.")
    parser.add_argument("-o", "--output", type=Path, default=_CARD)
    output = parser.parse_args().output
    tools, encoder = load_tools(), load_encoder()
    items = [item for item in read_corpus(corpus_files()).items if is_held_out(item)]
    examples = list(prepare(items, SEED))
    judged = list(zip(examples, encoder.judge([e.text for e in examples]), strict=True))
    lines = [
        _ABOUT,
        *_figures(judged, encoder),
        *_confusion(judged, encoder),
        *_calibration(judged),
    ]
    lines += _reading(items, tools)
    output.write_text("\n".join(lines) + "\n", "utf-8")


def _figures(judged: Judged, encoder: Encoder) -> Iterator[str]:
    events = sum(example.event is not None for example, _ in judged)
    silent = len(judged) - events
    yield f"## Marked candidates ({encoder.version}; {events} events, {silent} silent)\n"
    yield "| figure | |"
    yield "| --- | --- |"
    for what, figure in figures_of_heads(judged):
        yield f"| {what} | {figure:.3f} |"
    yield ""


def _confusion(judged: Judged, encoder: Encoder) -> Iterator[str]:
    labels = encoder.labels["types"]
    counts = Counter((example.type, said.type) for example, said in judged)
    yield "## Types: true (rows) and said (columns)\n"
    yield f"| | {' | '.join(label[:4].lower() for label in labels)} | F1 |"
    yield f"|{' --- |' * (len(labels) + 2)}"
    pairs = [(example.type, said.type) for example, said in judged]
    for true in labels:
        row = " | ".join(str(counts[true, said] or "·") for said in labels)
        yield f"| {true} | {row} | {f1(pairs, true):.2f} |"
    yield ""


def _calibration(judged: Judged) -> Iterator[str]:
    told = [sure(example, said) for example, said in judged]
    yield "## Calibration: how often a type of such a probability is right\n"
    yield "| probability | candidates | mean | right |"
    yield "| --- | --- | --- | --- |"
    for at in range(_BINS):
        inside = [s for s in told if at / _BINS < s[0] <= (at + 1) / _BINS]
        if inside:
            mean = sum(share for share, _ in inside) / len(inside)
            right = sum(hit for _, hit in inside) / len(inside)
            bounds = f"{at / _BINS:.1f} to {(at + 1) / _BINS:.1f}"
            yield f"| {bounds} | {len(inside)} | {mean:.2f} | {right:.2f} |"
    yield ""


def _reading(items: Sequence[Item], tools: Tools) -> Iterator[str]:
    yield "## The whole reader, from the raw text of the same items\n"
    yield "| figure | |"
    yield "| --- | --- |"
    for what, figure in figures_of(list(outcomes(items, tools))):
        yield f"| {what} | {figure:.3f} |"


if __name__ == "__main__":
    main()
