"""The Causal News Corpus is read as its authors marked it, and figures are counted by hand."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from training.causal_news import (
    CAUSE,
    EFFECT,
    SIGNAL,
    exactly,
    lines_of,
    marked_spans,
    mostly,
    span_scores,
    stated_scores,
    token_scores,
)

MARKED = "<ARG1>They marched</ARG1> <SIG0>because</SIG0> of <ARG0>the new tax</ARG0> ."
PLAIN = "They marched because of the new tax ."


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    labels, relations = tmp_path / "labels.csv", tmp_path / "relations.csv"
    for path, rows in (
        (labels, [["index", "text", "label"], ["1", PLAIN, "1"], ["2", "It rained .", "0"]]),
        (
            relations,
            [["text", "causal_text_w_pairs"], [PLAIN, repr([MARKED])], ["It rained .", "[]"]],
        ),
    ):
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)
    return labels, relations


def test_tags_give_the_tokens_between_their_ends() -> None:
    assert marked_spans(MARKED) == [
        ("ARG1", frozenset({0, 1})),
        ("SIG0", frozenset({2})),
        ("ARG0", frozenset({4, 5, 6})),
    ]


def test_a_line_has_its_label_and_its_spans_by_role(files: tuple[Path, Path]) -> None:
    stated, plain = lines_of(*files)
    assert stated.causal
    assert not plain.causal
    assert stated.spans[CAUSE] == [frozenset({4, 5, 6})]
    assert stated.spans[SIGNAL] == [frozenset({2})]
    assert plain.spans == {CAUSE: [], EFFECT: [], SIGNAL: []}


def test_files_of_different_lines_are_refused(files: tuple[Path, Path]) -> None:
    labels, relations = files
    relations.write_text(relations.read_text("utf-8").replace("It rained .", "It snowed ."))
    with pytest.raises(ValueError, match="differ"):
        lines_of(labels, relations)


def test_figures_are_what_one_counts_by_hand(files: tuple[Path, Path]) -> None:
    lines = lines_of(*files)
    # "the new" of "the new tax", and something in the sentence that states nothing.
    ours = [
        {CAUSE: [frozenset({4, 5})], EFFECT: [], SIGNAL: []},
        {CAUSE: [frozenset({1})], EFFECT: [], SIGNAL: []},
    ]
    assert stated_scores(lines, [True, True]) == (0.5, 1.0)
    assert token_scores(CAUSE, lines, ours) == (2 / 3, 2 / 3)
    assert span_scores(CAUSE, lines, ours, mostly) == (0.5, 1.0)
    assert span_scores(CAUSE, lines, ours, exactly) == (0.0, 0.0)
    assert span_scores(EFFECT, lines, ours, mostly) == (0.0, 0.0)
