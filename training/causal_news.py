"""The Causal News Corpus (Tan et al., 2022; V2, CC0): sentences that state causes, and others."""

from __future__ import annotations

import ast
import csv
import re
from dataclasses import dataclass
from pathlib import Path

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
