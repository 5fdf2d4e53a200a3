"""How far the text commits to an event: UW's words and their judgements, beside two plain rules.

    PYTHONPATH=src:. python benchmarks/factuality.py [--train] [--first N]

The lines are `factuality/uw_dev.jsonl` (``--train``: `uw_train.jsonl`, from which nothing is
learned): sentences of news with words for events, each with the mean of what people answered, from
-3 (certainly did not happen) to +3 (certainly did).

Each sentence is put together as print has it and read as an article of one paragraph. The marked
token is looked up in the parse (of several that the parser makes of it, the one that governs the
others), and ``judge_factuality`` says how far the sentence commits to it. The six values stand for
numbers, as a start and not fitted to these lines: happened and ongoing 3, planned and possible 1,
hypothetical 0, denied -3.

- *r*: Pearson's correlation of our numbers with people's; none for a rule that always says one.
- *error*: mean absolute difference.
- *macro-F1* over happened, uncertain and denied: whichever of 3, 0 and -3 is nearest, so above 1.5
  a word is happened, below -1.5 denied, for people's numbers and for ours.

Two rules of our own computing stand beside, since the yardsticks' README has no peer's figure yet:

- *majority*: every word has happened, 3;
- *modal verb*: no parse; denied where one of the three tokens before the word is a negation, else
  1 where one is a modal verb, else 3.

The last table is for judging the numbers: how often we say each value, and people's mean for it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from statistics import StatisticsError, correlation, fmean
from typing import Any

from spacy.tokens import Token

from dragoman.coding.factuality import judge_factuality
from dragoman.language.parser import Parse, parse_article
from dragoman.model.report import Factuality
from dragoman.pipeline import Tools, load_tools
from names import article_of
from training.figures import f1, macro_f1
from training.printing import printed
from yardsticks import find_yardstick

NUMBER = {
    Factuality.HAPPENED: 3.0,
    Factuality.ONGOING: 3.0,
    Factuality.PLANNED: 1.0,
    Factuality.POSSIBLE: 1.0,
    Factuality.HYPOTHETICAL: 0.0,
    Factuality.DENIED: -3.0,
}
CLASSES = ("happened", "uncertain", "denied")
_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor"})
_MODALS = frozenset("may might can could shall should will would must 'll wo ca".split())
_WINDOW = 3  # tokens before the word that the rule without a parse looks at
_BORDER = 1.5  # half-way between 3 and 0


def read(record: Mapping[str, Any], tools: Tools) -> list[Factuality]:
    """Return how far reading says that a sentence commits to each of its marked words."""
    written = printed(record["text"].split(), hyphens=True)
    parse = parse_article(article_of(written), tools.model)
    places = [written.places[target["span1"][0]] for target in record["targets"]]
    heads = [_head(parse, *place) for place in places]
    return [judge_factuality(head, tools.codebook).factuality for head in heads]


def _head(parse: Parse, start: int, end: int) -> Token:
    span = parse.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no token at {start}:{end}")
    return span.root


def by_modal(record: Mapping[str, Any]) -> list[float]:
    """Return the numbers that the rule without a parse gives a sentence's marked words."""
    tokens = [token.lower() for token in record["text"].split()]
    said = []
    for target in record["targets"]:
        at = target["span1"][0]
        before = set(tokens[max(0, at - _WINDOW) : at])
        doubt = 1.0 if before & _MODALS else 3.0
        said.append(-3.0 if before & _NEGATIONS else doubt)
    return said


def label(number: float) -> str:
    """Return the class of a number: the one of 3, 0 and -3 that is nearest."""
    if number > _BORDER:
        return "happened"
    return "denied" if number < -_BORDER else "uncertain"


def print_row(name: str, gold: Sequence[float], said: Sequence[float]) -> None:
    """Print r, error, macro-F1 and the F1 of each class."""
    try:
        r = f"{correlation(gold, said):8.3f}"
    except StatisticsError:  # always the same number
        r = f"{'-':>8}"
    error = fmean(abs(g - s) for g, s in zip(gold, said, strict=True))
    pairs = [(label(g), label(s)) for g, s in zip(gold, said, strict=True)]
    each = "".join(f"{f1(pairs, name):11.3f}" for name in CLASSES)
    print(f"{name:14}{r}{error:8.3f}{macro_f1(pairs):10.3f}{each}")


def print_values(gold: Sequence[float], said: Sequence[Factuality]) -> None:
    """Print how often each value is said, the number it stands for, and people's mean."""
    print(f"{'value':14}{'words':>8}{'number':>8}{'people':>8}")
    for value, number in NUMBER.items():
        own = [g for g, s in zip(gold, said, strict=True) if s is value]
        mean = f"{fmean(own):8.2f}" if own else f"{'-':>8}"
        print(f"{value:14}{len(own):8}{number:8.1f}{mean}")


def main() -> int:
    """Print the table; 0, also where the set is absent."""
    parser = argparse.ArgumentParser(description="Factuality of UW's words for events.")
    parser.add_argument("--train", action="store_true", help="measure on the set's other part")
    parser.add_argument("--first", type=int, metavar="N", help="the first N sentences alone")
    asked = parser.parse_args()
    name = f"factuality/uw_{'train' if asked.train else 'dev'}.jsonl"
    path = find_yardstick(name)
    if path is None:
        print(f"factuality: skipped, {name} is not there")
        return 0
    tools = load_tools()
    lines = path.read_text("utf-8").splitlines()[: asked.first]
    records = [json.loads(line) for line in lines]
    gold = [float(target["label"]) for record in records for target in record["targets"]]
    said = [value for record in records for value in read(record, tools)]
    print(f"{name}: {len(gold)} words in {len(records)} sentences")
    classes = "".join(f"{name:>11}" for name in CLASSES)
    print(f"{'':14}{'r':>8}{'error':>8}{'macro-F1':>10}{classes}")
    print_row("ours", gold, [NUMBER[value] for value in said])
    print_row("modal verb", gold, [number for record in records for number in by_modal(record)])
    print_row("majority", gold, [3.0] * len(gold))
    print_values(gold, said)
    return 0


if __name__ == "__main__":
    sys.exit(main())
