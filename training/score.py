"""Score trained weights on the tenth of the corpus that they never saw.

python -m training.score FOLDER
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from dragoman.pipeline import load_tools
from training.figures import f1
from training.files import corpus_files, read_corpus
from training.heads import Judged, figures_of_heads
from training.held_out import is_held_out
from training.judging import judge, load_trained
from training.labels import labels_of
from training.preparing import SEED, prepare

_MOST_CONFUSED = 3


def main() -> None:
    """Print type, factuality, mode, context and voice figures, and the calibration error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder that training wrote")
    folder = parser.parse_args().folder
    labels = labels_of(load_tools().codebook)
    model, tokenizer = load_trained(folder, labels)
    held = [item for item in read_corpus(corpus_files()).items if is_held_out(item)]
    examples = list(prepare(held, SEED))
    judged = judge(model, tokenizer, labels, [example.text for example in examples])
    print(f"{len(held)} items held out, {len(examples)} candidates")
    print_figures(list(zip(examples, judged, strict=True)))


def print_figures(judged: Judged) -> None:
    """Print each head's figure, and what each type is taken for."""
    for what, figure in figures_of_heads(judged):
        print(f"{what:34}{figure:7.3f}")
    pairs = [(example.type, said.type) for example, said in judged]
    for label in sorted({true for true, _ in pairs}):
        wrong = Counter(said for true, said in pairs if true == label != said)
        taken = ", ".join(f"{said} {n}" for said, n in wrong.most_common(_MOST_CONFUSED))
        print(f"  {label:12}{f1(pairs, label):7.3f}  taken for {taken or 'nothing else'}")


if __name__ == "__main__":
    main()
