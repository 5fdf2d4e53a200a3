"""Stated causes: the Causal News Corpus, beside BERT-base.

    PYTHONPATH=src:. python benchmarks/reasons.py [--first N]

The lines are the corpus's training part (`reasons/cnc_train_*.csv`, CC0; 3,075 sentences on
protests and the like). Each is put together as print has it and read by the whole pipeline as an
article of one paragraph.

- *Stated*: a sentence is said to state a cause when reading finds a reason in it. Precision, recall
  and F1 of the sentences that do.
- *Cause*: the words of our reasons; of a consequence, those of the report that it follows from.
  *Effect*: those of the report that a reason explains; of a consequence, its own. The words of a
  report run from the first to the last of its cue and sides, without those of the reason and of its
  cue. A reason of no known report has one span only, so effects are fewer than causes.
- *Tokens*: what is cause (effect) in any relation of a sentence is one set on each side; precision,
  recall and F1 over the set's tokens of all sentences together, those that state no cause among
  them.
- *Spans*, marks apart: a span of ours is right when a gold span of the role has more than half of
  its tokens, a gold span is found when one of ours has more than half of its. *Exact* asks for the
  very tokens.

BERT-base has F1 0.863 for sentences and 0.627 for spans, on the corpus's other part and trained on
this one (yardsticks/README.md, which does not say how spans were counted; the corpus's own measure
also counts signals). So the ratio of spans is near in kind only. *Always* is the figure of saying
that every sentence states a cause.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from dragoman.model.claim import Reason, ReasonKind
from dragoman.model.reading import Reading
from dragoman.model.report import Report
from dragoman.pipeline import Tools, load_tools, read_article
from names import article_of
from training.causal_news import (
    CAUSE,
    EFFECT,
    FILES,
    Line,
    Spans,
    Tokens,
    exactly,
    lines_of,
    mostly,
    span_scores,
    stated_scores,
    token_scores,
)
from training.figures import f1
from training.printing import Written, covered, printed
from yardsticks import find_yardstick

PEER_SENTENCES, PEER_SPANS = 0.863, 0.627
ROLES = {"cause": CAUSE, "effect": EFFECT}


def found_spans(reading: Reading, written: Written) -> Spans:
    """Return the tokens of the causes and effects that reading finds."""
    reports = {report.id: report for report in reading.reports}
    spans: Spans = {CAUSE: [], EFFECT: []}
    for reason in reading.reasons:
        own, other = CAUSE, EFFECT
        if reason.kind is ReasonKind.CONSEQUENCE:
            own, other = other, own
        words = covered(written, [reason.content.span])
        spans[own].append(words)
        report = reports.get(reason.report_id or "")
        if report is not None:
            told = _told(report, reason, written) - words
            spans[other] += [told] if told else []
    return spans


def _told(report: Report, reason: Reason, written: Written) -> Tokens:
    quotes = [report.cue, *(side.quote for side in (*report.actors, *report.recipients))]
    whole = (min(q.start for q in quotes), max(q.end for q in quotes))
    return covered(written, [whole]) - covered(written, [reason.cue.span])


def print_spans(role: str, lines: Sequence[Line], ours: Sequence[Spans]) -> None:
    """Print the figures of one role."""
    tag = ROLES[role]
    _print_row(f"{role}, tokens", *token_scores(tag, lines, ours))
    _print_row(f"{role}, spans", *span_scores(tag, lines, ours, agree=mostly), peer=PEER_SPANS)
    _print_row(f"{role}, exact", *span_scores(tag, lines, ours, agree=exactly), peer=PEER_SPANS)


def _print_row(name: str, precision: float, recall: float, *, peer: float | None = None) -> None:
    both = precision + recall
    figure = 2 * precision * recall / both if both else 0.0
    beside = f"{peer:8.3f}{figure / peer:8.2f}" if peer else ""
    print(f"{name:20}{precision:8.3f}{recall:8.3f}{figure:8.3f}{beside}")


def print_sentences(lines: Sequence[Line], ours: Sequence[Spans]) -> None:
    """Print how well sentences that state a cause are told."""
    said = [bool(own[CAUSE] or own[EFFECT]) for own in ours]
    _print_row("stated", *stated_scores(lines, said), peer=PEER_SENTENCES)
    always = f1([(str(line.causal), "True") for line in lines], "True")
    print(f"{'always':20}{'':16}{always:8.3f}")


def read(line: Line, tools: Tools) -> Spans:
    """Return the causes and effects that the whole pipeline finds in a sentence."""
    written = printed(line.tokens)
    return found_spans(read_article(article_of(written), tools), written)


def main() -> int:
    """Print the table; 0, also where the set is absent."""
    parser = argparse.ArgumentParser(description="Stated causes in the Causal News Corpus.")
    parser.add_argument("--first", type=int, metavar="N", help="the first N sentences alone")
    first = parser.parse_args().first
    labels, relations = (find_yardstick(name) for name in FILES)
    if labels is None or relations is None:
        print(f"reasons: skipped, {' or '.join(FILES)} is not there")
        return 0
    tools = load_tools()
    lines = lines_of(labels, relations)[:first]
    ours = [read(line, tools) for line in lines]
    print(f"{len(lines)} sentences, {sum(line.causal for line in lines)} state a cause")
    print(f"{'':20}{'P':>8}{'R':>8}{'F1':>8}{'BERT':>8}{'ratio':>8}")
    print_sentences(lines, ours)
    for role in ROLES:
        print_spans(role, lines, ours)
    return 0


if __name__ == "__main__":
    sys.exit(main())
