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
from collections.abc import Iterable, Sequence

from dragoman.model.claim import Reason, ReasonKind
from dragoman.model.reading import Reading
from dragoman.model.report import Report
from dragoman.pipeline import Tools, load_tools, read_article
from names import article_of
from training.causal_news import CAUSE, EFFECT, FILES, Line, Spans, Tokens, lines_of
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


def print_tokens(role: str, lines: Sequence[Line], ours: Sequence[Spans]) -> None:
    """Print the token figures of one role."""
    tag = ROLES[role]
    right = found = wanted = 0
    for line, own in zip(lines, ours, strict=True):
        gold, said = _all(line.spans[tag]), _all(own[tag])
        right, found, wanted = right + len(gold & said), found + len(said), wanted + len(gold)
    _print_row(f"{role}, tokens", right / (found or 1), right / (wanted or 1))


def print_spans(role: str, lines: Sequence[Line], ours: Sequence[Spans], *, exact: bool) -> None:
    """Print the span figures of one role."""
    tag = ROLES[role]
    right = reached = found = wanted = 0
    for line, own in zip(lines, ours, strict=True):
        gold = {_worded(span, line) for span in line.spans[tag]}
        said = {_worded(span, line) for span in own[tag]}
        found, wanted = found + len(said), wanted + len(gold)
        right += sum(any(_agree(s, g, exact=exact) for g in gold) for s in said)
        reached += sum(any(_agree(g, s, exact=exact) for s in said) for g in gold)
    name = f"{role}, {'exact' if exact else 'spans'}"
    _print_row(name, right / (found or 1), reached / (wanted or 1), PEER_SPANS)


def _all(spans: Iterable[Tokens]) -> Tokens:
    return frozenset().union(*spans)


def _worded(span: Tokens, line: Line) -> Tokens:
    """A span without marks."""
    return frozenset(i for i in span if any(letter.isalnum() for letter in line.tokens[i]))


def _agree(one: Tokens, other: Tokens, *, exact: bool) -> bool:
    return one == other if exact else 2 * len(one & other) > len(one)


def _print_row(name: str, precision: float, recall: float, peer: float | None = None) -> None:
    both = precision + recall
    figure = 2 * precision * recall / both if both else 0.0
    beside = f"{peer:8.3f}{figure / peer:8.2f}" if peer else ""
    print(f"{name:20}{precision:8.3f}{recall:8.3f}{figure:8.3f}{beside}")


def print_sentences(lines: Sequence[Line], ours: Sequence[Spans]) -> None:
    """Print how well sentences that state a cause are told."""
    gold = [str(line.causal) for line in lines]
    said = [str(bool(own[CAUSE] or own[EFFECT])) for own in ours]
    pairs = list(zip(gold, said, strict=True))
    right = pairs.count(("True", "True"))
    _print_row(
        "stated", right / (said.count("True") or 1), right / (gold.count("True") or 1),
        PEER_SENTENCES,
    )  # fmt: skip
    always = f1([(one, "True") for one in gold], "True")
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
        print_tokens(role, lines, ours)
        print_spans(role, lines, ours, exact=False)
        print_spans(role, lines, ours, exact=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
