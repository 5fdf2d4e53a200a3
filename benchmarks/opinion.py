"""Opinion against fact: which sentences of BABE are said to be loaded or the writer's judgement.

    PYTHONPATH=src:. python benchmarks/opinion.py [--first N]

The sentences are `opinion/babe_sg1.jsonl` (BABE, 1,700 from American outlets), each read as an
article of one paragraph, since the set gives no context. A sentence is said to be biased when
reading gives a claim with the voice ``author``, or a loaded word that stands in no quotation.

- *bias*: macro-F1 of Biased and Non-biased;
- *opinion*: macro-F1 of opinionated ("Expresses writer's opinion", "Somewhat factual but also
  opinionated") and factual ("Entirely factual"), for what the same rule says.

Both leave out the sentences on which the annotators did not agree. Precision and recall are those
of Biased and of opinionated. *The author alone* and *loaded words alone* are the two halves of the
rule; *always biased* and *never* are what no reading at all reaches.

*Loaded words* are compared in every sentence: one of ours, outside quotations, is right when it
overlaps one that the annotators marked; one of theirs is found when one of ours overlaps it. A
word that they marked counts once, where it first stands.

The peer is BERT with distant supervision, 0.804 over bias, five-fold, on the larger sister set and
not on these lines (yardsticks/README.md). It was trained on such sentences. Ours is rules, and
heads of tone trained on sentences of our own. Nothing learned from these lines, but they were
looked at: for the rules' and heads' confidences, for the heads' penalty and number of plain items
(`training/train_opinion.py`) and for the shares from which they decide
(`src/dragoman/voices/opinion.py`). Between the values that were tried the figure moved by .03.
"""

from __future__ import annotations

import argparse
import ast
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.actors.resolve import find_cast
from dragoman.coding.tagger import tag_sentences
from dragoman.language.parser import parse_article
from dragoman.model.article import BlockKind, compose_article
from dragoman.model.report import Voice
from dragoman.pipeline import Tools, load_tools
from dragoman.voices import find_claims
from dragoman.voices.loaded import loaded_words
from dragoman.voices.quotations import find_quotations
from training.figures import Pair, macro_f1
from yardsticks import find_yardstick

NAME = "opinion/babe_sg1.jsonl"
PEER = 0.804
YES, NO = "yes", "no"
BIAS = {"Biased": YES, "Non-biased": NO}
OPINION = {
    "Expresses writer’s opinion": YES,
    "Somewhat factual but also opinionated": YES,
    "Entirely factual": NO,
}

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """What reading says of one sentence: whether its writer judges, and its loaded words."""

    author: bool
    loaded: tuple[Span, ...]


RULES: tuple[tuple[str, Callable[[Said], bool]], ...] = (
    ("ours", lambda said: said.author or bool(said.loaded)),
    ("the author alone", lambda said: said.author),
    ("loaded words alone", lambda said: bool(said.loaded)),
    ("always biased", lambda _: True),
    ("never biased", lambda _: False),
)


def read(sentence: str, tools: Tools) -> Said:
    """Return what reading says of a sentence, with offsets into it as print has it."""
    article = compose_article(
        [(BlockKind.PARAGRAPH, sentence)], outlet="-", headline="-", source="-"
    )
    parse = parse_article(article, tools.model)
    cast = find_cast(parse, tools.authority, tools.places)
    tagged = tag_sentences(parse, tools.tagger)
    claims = find_claims(parse, cast, (), tagged, tools.tone_judge)
    quotations = find_quotations(article)
    loaded = loaded_words(parse, (0, len(article.text)))
    return Said(
        author=any(claim.attribution.voice is Voice.AUTHOR for claim in claims),
        loaded=tuple(word.span for word in loaded if quotations.at(word.start) is None),
    )


def marked(record: Mapping[str, str]) -> list[Span]:
    """Return where the words stand that the annotators marked as loaded."""
    text = " ".join(record["sentence"].split()).lower()
    spans = []
    for words in ast.literal_eval(record["loaded_words"]):
        plain = " ".join(words.split()).lower()
        start = text.find(plain)
        if plain and start >= 0:
            spans.append((start, start + len(plain)))
    return spans


def met(spans: Sequence[Span], others: Sequence[Span]) -> int:
    """Return how many spans overlap one of the others."""
    return sum(any(a < d and c < b for c, d in others) for a, b in spans)


def print_agreement(
    name: str, records: Sequence[Mapping[str, str]], said: Sequence[Said], key: str
) -> None:
    """Print the figures of all rules over the sentences that the annotators agreed on."""
    classes = BIAS if key == "bias" else OPINION
    agreed = [(classes[r[key]], s) for r, s in zip(records, said, strict=True) if r[key] in classes]
    print(f"{name}, {len(agreed)} sentences{'':8}{'P':>8}{'R':>8}{'macro-F1':>10}")
    for rule, is_biased in RULES:
        pairs = [(gold, YES if is_biased(one) else NO) for gold, one in agreed]
        figure = macro_f1(pairs)
        precision, recall = _precision_recall(pairs)
        beside = f"   BERT {PEER:.3f}   ours / theirs {figure / PEER:.2f}" if rule == "ours" else ""
        beside = beside if key == "bias" else ""
        print(f"  {rule:28}{precision:8.3f}{recall:8.3f}{figure:10.3f}{beside}")


def _precision_recall(pairs: Sequence[Pair]) -> tuple[float, float]:
    right = pairs.count((YES, YES))
    named = sum(one == YES for _, one in pairs)
    true = sum(gold == YES for gold, _ in pairs)
    return right / named if named else 0.0, right / true if true else 0.0


def print_words(records: Sequence[Mapping[str, str]], said: Sequence[Said]) -> None:
    """Print precision, recall and F1 of loaded words by overlap."""
    both = [(marked(record), one.loaded) for record, one in zip(records, said, strict=True)]
    ours, gold = sum(len(f) for _, f in both), sum(len(w) for w, _ in both)
    right, reached = sum(met(f, w) for w, f in both), sum(met(w, f) for w, f in both)
    precision, recall = right / ours if ours else 0.0, reached / gold if gold else 0.0
    both_ways = precision + recall
    figure = 2 * precision * recall / both_ways if both_ways else 0.0
    print(f"loaded words: {gold} marked, {ours} ours")
    print(f"  by overlap: P {precision:.3f}  R {recall:.3f}  F1 {figure:.3f}")


def main() -> int:
    """Print the figures; 0, also where the set is absent."""
    parser = argparse.ArgumentParser(description="Opinion and loaded words in BABE.")
    parser.add_argument("--first", type=int, metavar="N", help="the first N sentences alone")
    first = parser.parse_args().first
    path = find_yardstick(NAME)
    if path is None:
        print(f"opinion: skipped, {NAME} is not there")
        return 0
    tools = load_tools()
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()[:first]]
    said = [read(record["sentence"], tools) for record in records]
    print_agreement("bias", records, said, "bias")
    print_agreement("opinion", records, said, "opinion")
    print_words(records, said)
    return 0


if __name__ == "__main__":
    sys.exit(main())
