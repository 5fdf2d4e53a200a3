"""Train the heads of tone over the shipped encoder: ``python -m training.train_opinion``.

Two logistic regressions, whether a sentence leans to a side and whether it is its writer's view
whole, over the encoder's surface of it. The encoder is left as it is, so this takes a minute. Every
sentence is learned twice, once with parties and camps exchanged: whom it is about tells nothing.
Plain items of the corpus are learned beside them, or bare agency prose would be found slanted.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.actors.authority import load_authority
from dragoman.coding.encoder import load_encoder
from dragoman.coding.tagger import pieces_of
from dragoman.voices.tone import Head
from training import ROOT
from training.figures import calibration_error, macro_f1
from training.files import corpus_files, read_corpus
from training.held_out import is_held_out
from training.markup import Item
from training.opinions import Sentence, opinion_files, read_opinions
from training.preparing import SEED

OUT = ROOT / "src" / "dragoman" / "data" / "coder" / "tone.json"
# What the sum of squared weights costs beside the summed loss, over surfaces of unit spread, and
# how many plain items of the corpus are learned. Looked at on BABE and on the bundled coverage:
# with 300 and none, one plain sentence in five of the coverage was found slanted; with 2,000 items
# BABE loses .03.
PENALTY = 1000.0
PLAIN_ITEMS = 500
_STEPS = 12
_DIGITS = 5
_CAMPS = (
    ("Republican", "Democratic"),
    ("Republicans", "Democrats"),
    ("Labour", "Tory"),
    ("liberal", "conservative"),
    ("liberals", "conservatives"),
    ("left-wing", "right-wing"),
    ("far-left", "far-right"),
    ("leftist", "rightist"),
)
_OTHER = {one: other for pair in _CAMPS for one, other in (pair, pair[::-1])}
_CAMP = re.compile(rf"(?<![\w-])(?:{'|'.join(_OTHER)})(?![\w-])")

Floats = NDArray[np.float64]
LABELS: dict[str, Callable[[Sentence], bool]] = {
    "slanted": lambda sentence: sentence.slanted,
    "opinion": lambda sentence: sentence.view == "opinion",
}


def mirrored(text: str) -> str:
    """Return a text with parties and camps exchanged for their opponents."""
    return _CAMP.sub(lambda match: _OTHER[match.group()], text)


def plain_items() -> list[str]:
    """Return some of the corpus's items in which nobody judges but whom the text quotes."""
    plain = [
        item.text
        for item in read_corpus(corpus_files()).items
        if not is_held_out(item) and item.none_kind != "opinion" and not _is_coloured(item)
    ]
    return random.Random(SEED).sample(plain, PLAIN_ITEMS)


def _is_coloured(item: Item) -> bool:
    loaded = any(span.label == "loaded" for span in item.spans)
    return loaded or any(event.voice == "author" for event in item.events)


def fit(surfaces: Floats, labels: Sequence[bool]) -> Head:
    """Return the logistic regression that tells the labels; both labels weigh the same in all.

    Newton's method (iteratively reweighted least squares) over standardised surfaces, with a
    penalty on all weights but the constant.
    """
    mean, spread = surfaces.mean(0), surfaces.std(0) + 1e-9
    seen = np.hstack([(surfaces - mean) / spread, np.ones((len(surfaces), 1))])
    true = np.array(labels, dtype=np.float64)
    share = true.mean()
    weigh = np.where(true == 1.0, 0.5 / share, 0.5 / (1.0 - share))
    penalty = np.append(np.full(surfaces.shape[1], PENALTY), 0.0)
    found = np.zeros(seen.shape[1])
    for _ in range(_STEPS):
        told = 1.0 / (1.0 + np.exp(-seen @ found))
        slope = seen.T @ (weigh * (told - true)) + penalty * found
        curve = (seen * (weigh * told * (1.0 - told))[:, None]).T @ seen + np.diag(penalty)
        found -= np.linalg.solve(curve, slope)
    weights = found[:-1] / spread
    added = float(found[-1] - weights @ mean)
    rounded = tuple(round(float(weight), _DIGITS) for weight in weights)
    return Head(rounded, round(added, _DIGITS))


def figures(head: Head, surfaces: Floats, labels: Sequence[bool]) -> str:
    """Return macro-F1 and calibration error of a head on sentences it never saw."""
    shares = [head.share(surface) for surface in surfaces.tolist()]
    pairs = [(str(true), str(share >= 0.5)) for true, share in zip(labels, shares, strict=True)]
    sure = [
        (max(share, 1.0 - share), (share >= 0.5) == true)
        for true, share in zip(labels, shares, strict=True)
    ]
    return f"macro-F1 {macro_f1(pairs):.3f}, calibration error {calibration_error(sure):.3f}"


def main() -> None:
    """Train both heads, print their figures on the held-out files, and write them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=OUT)
    out: Path = parser.parse_args().out
    encoder, authority = load_encoder(), load_authority()

    def surfaces(texts: Iterable[str]) -> Floats:
        return np.array([pieces_of(text, encoder, authority).surface for text in texts])

    sentences = read_opinions(opinion_files()).sentences
    learned = [one for one in sentences if not one.is_held_out]
    kept = [one for one in sentences if one.is_held_out]
    plain = plain_items()
    both = [*(one.text for one in learned), *(mirrored(one.text) for one in learned)]
    seen = surfaces([*both, *plain])
    unseen = surfaces(one.text for one in kept)
    print(f"{len(learned)} sentences, {len(plain)} plain items, {len(kept)} sentences held out")
    told: dict[str, object] = {"version": f"tone over {encoder.version}"}
    for name, label_of in LABELS.items():
        head = fit(seen, [label_of(one) for one in learned] * 2 + [False] * len(plain))
        print(f"{name:10}{figures(head, unseen, [label_of(one) for one in kept])}")
        told[name] = {"added": head.added, "weights": head.weights}
    out.write_text(json.dumps(told) + "\n", "utf-8")


if __name__ == "__main__":
    main()
