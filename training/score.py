"""Score trained weights on the tenth of the corpus that they never saw.

python -m training.score FOLDER
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from dragoman.coding.deciding import LEAST_CONTEXT
from dragoman.coding.judgement import NONE, Judgement
from dragoman.pipeline import load_tools
from training.examples import Example
from training.figures import calibration_error, f1, macro_f1, sets_f1
from training.files import corpus_files, read_corpus
from training.held_out import is_held_out
from training.judging import judge, load_trained
from training.labels import labels_of
from training.preparing import SEED, prepare

_MOST_CONFUSED = 3

Judged = Sequence[tuple[Example, Judgement]]


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
    print_types(list(zip(examples, judged, strict=True)))
    print_rest(list(zip(examples, judged, strict=True)))


def print_types(judged: Judged) -> None:
    """Print how well types are told, and what each is taken for."""
    pairs = [(example.type, said.type) for example, said in judged]
    quiet = [said for true, said in pairs if true == NONE]
    false = sum(said != NONE for said in quiet)
    right = [(said.types[said.type], said.type == example.type) for example, said in judged]
    print(f"{'type, macro-F1':34}{macro_f1(pairs):7.3f}")
    print(f"{'calibration error':34}{calibration_error(right):7.3f}")
    print(f"{'false events, of silent candidates':34}{false / max(1, len(quiet)):7.3f}")
    for label in sorted({true for true, _ in pairs}):
        wrong = Counter(said for true, said in pairs if true == label != said)
        taken = ", ".join(f"{said} {n}" for said, n in wrong.most_common(_MOST_CONFUSED))
        print(f"  {label:12}{f1(pairs, label):7.3f}  taken for {taken or 'nothing else'}")


def print_rest(judged: Judged) -> None:
    """Print factuality, mode, contexts and voice, over the events."""
    events = [(example.event, said) for example, said in judged if example.event is not None]
    facts = [(event.factuality, said.factuality) for event, said in events]
    voices = [(event.voice, said.voice) for event, said in events]
    modes = [
        (f"{event.type}/{event.modes[0]}", f"{event.type}/{_mode(said, event.type)}")
        for event, said in events
        if event.modes
    ]
    contexts = [(event.contexts, said.contexts_from(LEAST_CONTEXT)) for event, said in events]
    print(f"{'factuality, macro-F1':34}{macro_f1(facts):7.3f}")
    print(f"{'mode, given the type, macro-F1':34}{macro_f1(modes):7.3f}")
    print(f"{'contexts, micro-F1':34}{sets_f1(contexts):7.3f}")
    print(f"{'voice, macro-F1':34}{macro_f1(voices):7.3f}")


def _mode(said: Judgement, type_name: str) -> str:
    best = said.mode(type_name)
    return best[0] if best else ""


if __name__ == "__main__":
    main()
