"""The Causal News Corpus (Tan et al., 2022; V2, CC0): sentences that state causes, and others."""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.overlap import yardsticks

FILES = ("reasons/cnc_train_subtask1.csv", "reasons/cnc_train_subtask2_grouped.csv")
CAUSE, EFFECT, SIGNAL = "ARG0", "ARG1", "SIG"
_TAG = re.compile(r"<(/?)([A-Z]+\d)>")

Tokens = frozenset[int]
Spans = dict[str, list[Tokens]]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: its tokens, whether it states a cause, and the tokens of its spans."""

    tokens: tuple[str, ...]
    causal: bool
    spans: Spans


def lines_of(labels: Path, relations: Path) -> list[Line]:
    """Return the sentences of the two files, which have the same lines in the same order."""
    out = []
    for row, related in zip(_rows(labels), _rows(relations), strict=True):
        if row["text"] != related["text"]:
            raise ValueError(f"{row['index']}: the two files differ")
        spans: Spans = {CAUSE: [], EFFECT: [], SIGNAL: []}
        for marked in ast.literal_eval(related["causal_text_w_pairs"]):
            for role, tokens in marked_spans(marked):
                spans[SIGNAL if role.startswith(SIGNAL) else role].append(tokens)
        out.append(Line(tuple(row["text"].split()), row["label"] == "1", spans))
    return out


def news_lines() -> list[Line]:
    """Return the corpus's sentences; raises FileNotFoundError where its files are not at hand."""
    labels, relations = (yardsticks() / name for name in FILES)
    return lines_of(labels, relations)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def marked_spans(marked: str) -> list[tuple[str, Tokens]]:
    """Return each tag of a marked sentence with the numbers of the tokens between its ends."""
    plain, at, opened = "", 0, dict[str, int]()
    extents = []
    for tag in _TAG.finditer(marked):
        plain += marked[at : tag.start()]
        at = tag.end()
        if tag[1]:
            extents.append((tag[2], opened.pop(tag[2]), len(plain)))
        else:
            opened[tag[2]] = len(plain)
    plain += marked[at:]
    places = [word.span() for word in re.finditer(r"\S+", plain)]
    return [
        (role, frozenset(i for i, (a, b) in enumerate(places) if a < end and start < b))
        for role, start, end in extents
    ]


Scores = tuple[float, float]
Agree = Callable[[Tokens, Tokens], bool]


def stated_scores(lines: Sequence[Line], said: Sequence[bool]) -> Scores:
    """Return precision and recall of telling the sentences that state a cause."""
    pairs = [(line.causal, told) for line, told in zip(lines, said, strict=True)]
    right = pairs.count((True, True))
    return right / (sum(said) or 1), right / (sum(line.causal for line in lines) or 1)


def token_scores(tag: str, lines: Sequence[Line], ours: Sequence[Spans]) -> Scores:
    """Return precision and recall of a role's tokens, all its spans of a sentence as one set."""
    right = found = wanted = 0
    for line, own in zip(lines, ours, strict=True):
        gold, said = _all(line.spans[tag]), _all(own[tag])
        right, found, wanted = right + len(gold & said), found + len(said), wanted + len(gold)
    return right / (found or 1), right / (wanted or 1)


def span_scores(tag: str, lines: Sequence[Line], ours: Sequence[Spans], agree: Agree) -> Scores:
    """Return precision and recall of a role's spans, marks apart.

    A span of ours is right when it agrees with a gold one, a gold span is found when one of ours
    does with it.
    """
    right = reached = found = wanted = 0
    for line, own in zip(lines, ours, strict=True):
        gold = {_worded(span, line) for span in line.spans[tag]}
        said = {_worded(span, line) for span in own[tag]}
        found, wanted = found + len(said), wanted + len(gold)
        right += sum(any(agree(s, g) for g in gold) for s in said)
        reached += sum(any(agree(g, s) for s in said) for g in gold)
    return right / (found or 1), reached / (wanted or 1)


def mostly(one: Tokens, other: Tokens) -> bool:
    """Whether more than half of one span's tokens are the other's, too."""
    return 2 * len(one & other) > len(one)


def exactly(one: Tokens, other: Tokens) -> bool:
    """Whether two spans have the same tokens."""
    return one == other


def _all(spans: Iterable[Tokens]) -> Tokens:
    return frozenset().union(*spans)


def _worded(span: Tokens, line: Line) -> Tokens:
    """A span without marks."""
    return frozenset(i for i in span if any(letter.isalnum() for letter in line.tokens[i]))
