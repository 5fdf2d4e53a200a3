"""Questions and answers: which questions of a text are asked of the reader and answered."""

from __future__ import annotations

import re

from dragoman.model.article import BlockKind
from dragoman.sources.composing import Part

_QUESTION_WORDS = 30
_ENOUGH_PAIRS = 2
"""One question over a paragraph is a heading or rhetoric; two in a row are a questionnaire."""

_OVER_QUESTIONS = re.compile(
    r"\b(?:faqs?|frequently asked questions?|questions? (?:and|&) answers?|q\s?(?:&|and)\s?a|"
    r"your questions|key questions|common questions|questions answered)\b",
    re.I,
)
_ANSWERING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)
_LABEL = re.compile(r"^(?:Q(?:uestion)?|A(?:nswer)?)\s*\d{0,2}\s*[:.)]\s+(?=\S)")

Pair = tuple[int, int]  # the question's place, and the place after its last answer


def mark_questions(parts: list[Part]) -> list[Part]:
    """Return the parts with runs of answered questions marked as questions and answers.

    A run is two or more questions, each followed by its answer, or any number of them under a
    heading such as "Frequently asked questions". A question that nothing marks stays what it was.
    """
    marked = list(parts)
    for run in _runs(parts):
        if len(run) >= _ENOUGH_PAIRS or _is_announced(parts, run[0][0]):
            _mark(marked, run)
    return marked


def _mark(parts: list[Part], run: list[Pair]) -> None:
    for question, end in run:
        parts[question] = BlockKind.QUESTION, _LABEL.sub("", parts[question][1])
        for at in range(question + 1, end):
            kind, words = parts[at]
            if kind is BlockKind.PARAGRAPH:
                parts[at] = BlockKind.ANSWER, _LABEL.sub("", words)


def _runs(parts: list[Part]) -> list[list[Pair]]:
    """Return the pairs in groups that nothing but their own answers parts."""
    runs: list[list[Pair]] = []
    at = 0
    while at < len(parts):
        end = _answer_end(parts, at) if _is_question(parts[at]) else at
        if end <= at + 1:
            at += 1
            continue
        if runs and runs[-1][-1][1] == at:
            runs[-1].append((at, end))
        else:
            runs.append([(at, end)])
        at = end
    return [_with_last_answer_cut(run) for run in runs]


def _answer_end(parts: list[Part], question: int) -> int:
    end = question + 1
    while end < len(parts) and parts[end][0] in _ANSWERING and not _is_question(parts[end]):
        end += 1
    return end


def _with_last_answer_cut(run: list[Pair]) -> list[Pair]:
    """Return the run with its last answer no longer than the longest before it.

    Nothing marks where a last answer ends; where all the others are a paragraph long, the text
    after the first paragraph is the article's again.
    """
    if len(run) < _ENOUGH_PAIRS:
        return run
    longest = max(end - question for question, end in run[:-1])
    question, end = run[-1]
    return [*run[:-1], (question, min(end, question + longest))]


def _is_question(part: Part) -> bool:
    kind, words = part
    return (
        kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
        and words.endswith("?")
        and len(words.split()) <= _QUESTION_WORDS
        and not words.startswith(('"', "“", "«", "‘"))
        and not re.search(r"[.!]\s", words)
    )


def _is_announced(parts: list[Part], question: int) -> bool:
    before = parts[question - 1] if question else None
    return bool(before and before[0] is BlockKind.HEADING and _OVER_QUESTIONS.search(before[1]))
