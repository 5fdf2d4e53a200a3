"""Measure how well the tagger tells causes: each fifth of the Causal News Corpus by weights that
learned the other four and our corpus.

    python -m training.score_tagger TRAINED [--folds N] [--alone]

Figures are counted as ``benchmarks/reasons.py`` counts them. *Stated* is the head that judges the
whole sentence; spans are told where it says that a cause is stated. ``--alone`` learns nothing but
the Causal News Corpus.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import torch

from dragoman.coding.codebook import load_codebook
from dragoman.coding.tagger import Tags
from training.causal_news import (
    CAUSE,
    EFFECT,
    SIGNAL,
    Line,
    Scores,
    Spans,
    exactly,
    mostly,
    news_lines,
    span_scores,
    stated_scores,
    token_scores,
)
from training.judging import load_trained
from training.labels import labels_of
from training.preparing import SEED
from training.printing import covered, printed
from training.tagger_model import UpperHalf
from training.tagging import Row, news_rows
from training.train_tagger import Example, Settings, corpus_examples, examples_of, train

FOLDS = 5
LEAST = 0.5
# A word of a long cause is often less sure than the cause: the share from which it is taken in.
LEAST_WORD = 0.3
_CHANNELS = {CAUSE: "because", EFFECT: "effect"}


def folds_of(count: int, folds: int) -> list[list[int]]:
    """Return the places of each part, drawn once for all runs."""
    order = list(range(count))
    random.Random(SEED).shuffle(order)
    return [order[fold::folds] for fold in range(folds)]


def tags_of(model: UpperHalf, example: Example) -> Tags:
    """Return the tags that a model gives one example."""
    with torch.no_grad():
        pieces = example.pieces.float()[None]
        shares, voices, stated = model(pieces, torch.ones(pieces.shape[:2], dtype=torch.long))
    sure = float(stated.sigmoid()[0])
    return Tags(example.extents, shares[0].sigmoid().numpy(), voices[0].softmax(-1).numpy(), sure)


def spans_of(tags: Tags, line: Line) -> Spans:
    """Return the tokens of the causes and effects of a sentence; none where none is stated."""
    written = printed(line.tokens)
    found: Spans = {CAUSE: [], EFFECT: [], SIGNAL: []}
    for role, channel in _CHANNELS.items() if tags.stated >= LEAST else ():
        runs = tags.runs((channel,), LEAST_WORD)
        tokens = (covered(written, [(run.start, run.end)]) for run in runs)
        found[role] = [words for words in tokens if words]
    return found


def print_scores(lines: Sequence[Line], said: Sequence[Tags]) -> None:
    """Print the table of all sentences that were judged."""
    ours = [spans_of(tags, line) for tags, line in zip(said, lines, strict=True)]
    print(f"{len(lines)} sentences{'P':>14}{'R':>8}{'F1':>8}")
    _print_row("stated", stated_scores(lines, [tags.stated >= LEAST for tags in said]))
    for name, role in (("cause", CAUSE), ("effect", EFFECT)):
        _print_row(f"{name}, tokens", token_scores(role, lines, ours))
        _print_row(f"{name}, spans", span_scores(role, lines, ours, mostly))
        _print_row(f"{name}, exact", span_scores(role, lines, ours, exactly))


def _print_row(name: str, scores: Scores) -> None:
    precision, recall = scores
    both = precision + recall
    print(f"{name:20}{precision:8.3f}{recall:8.3f}{2 * precision * recall / (both or 1):8.3f}")


def main() -> None:
    """Train once a fold, and print the figures of all parts together."""
    parser = argparse.ArgumentParser(description="Measure the tagger on stated causes.")
    parser.add_argument("trained", type=Path, help="folder that training.train wrote")
    parser.add_argument("--folds", type=int, default=FOLDS, help="how many of the five to run")
    parser.add_argument("--alone", action="store_true", help="learn no item of our corpus")
    given = parser.parse_args()
    coder, _ = load_trained(given.trained, labels_of(load_codebook()))
    lines = news_lines()
    rows: list[Row] = list(news_rows(lines))
    examples, beside = examples_of(rows), [] if given.alone else corpus_examples()
    judged: list[int] = []
    said: list[Tags] = []
    for part in folds_of(len(lines), FOLDS)[: given.folds]:
        others = set(range(len(lines))).difference(part)
        model = train(coder, [*beside, *(examples[i] for i in sorted(others))], Settings())
        judged += part
        said += [tags_of(model, examples[i]) for i in part]
        print_scores([lines[i] for i in judged], said)


if __name__ == "__main__":
    main()
