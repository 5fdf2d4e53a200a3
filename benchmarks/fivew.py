"""Who and why of an article's main event: Giveme5W1H's articles and people's phrases.

    PYTHONPATH=src python benchmarks/fivew.py [--first N]

The 48 articles are `fivew/giveme5w1h_dev.jsonl`: title, text and the phrases that people marked as
answers. Each is read whole: the title as the headline, the text, which has no paragraphs, as one.
We give one answer to each question:

- *who*: the main actor, that is whom the headline and the two sentences after it name most often;
  to act in one of the first five reports which have an actor, in the order of the text, counts as
  being named once more; of equals, the one named first. The answer is the name under which the
  article knows it. (News tells its main event there. By the reports alone it was .175, since most
  of these articles tell of sport, trade and accidents, of which we code no act; of 1, 3, 6 and 12
  sentences looked at here, all gave between .51 and .54.)
- *why*: the main event is the first report of those five in which the main actor acts. The answer
  is the reason that explains it, or a report of the same type by the same actor; else the
  article's first reason. Reasons that are denied, and consequences, are no answers.

An answer counts by token overlap with the nearest of people's phrases: F1 of words in small
letters without marks and articles, the best of all phrases (as answers in SQuAD are counted). The
figure is the mean over the articles in which people gave a phrase for the question; no answer is 0.
*Answered* is the share of those articles to which we have one, and *of those answered* the mean
over them alone. *Met* is the share of articles in which answer and phrase share a word.

*The headline* is the title as the answer to both questions: what needs no reading at all.

Giveme5W1H's paper has precision 0.73 over its whole set and all questions, by graders who judged
whether an answer was relevant. That is a kinder measure than this one and not of these articles
alone; the difference to it says little, and is printed since it is the only figure there is.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import Any

from dragoman.model.actor import MentionKind
from dragoman.model.article import Article, BlockKind, compose_article
from dragoman.model.claim import Reason, ReasonKind
from dragoman.model.reading import Reading
from dragoman.model.report import Report
from dragoman.pipeline import load_tools, read_article
from yardsticks import find_yardstick

NAME = "fivew/giveme5w1h_dev.jsonl"
PEER = 0.73
_FIRST = 5  # reports; news tells its main event in the headline and the lead
_LEAD = 3  # sentences, the headline among them
_ARTICLES = frozenset({"a", "an", "the"})


def article_of(record: Mapping[str, Any]) -> Article:
    """Return the article of a record: its title as the headline, its text as one paragraph."""
    day = str(record["published"])[:10]
    return compose_article(
        [(BlockKind.HEADLINE, record["title"]), (BlockKind.PARAGRAPH, record["text"])],
        outlet="-",
        headline=record["title"],
        source=record["id"],
        published=None if day == "None" else dt.date.fromisoformat(day),
    )


def main_actor(reading: Reading, first: Sequence[Report]) -> int | None:
    """Return the appearance that an article's beginning names most often, or None."""
    named = Counter(
        mention.appearance
        for mention in reading.mentions
        if mention.kind is MentionKind.ACTOR
        and mention.appearance is not None
        and mention.sentence < _LEAD
    )
    named.update(n for report in first for n in dict.fromkeys(_actors(report)))
    return max(named, key=lambda number: named[number], default=None)


def _actors(report: Report) -> list[int]:
    return [side.appearance for side in report.actors]


def who(reading: Reading, actor: int | None) -> str | None:
    """Return the name of the main actor."""
    return next((one.name for one in reading.appearances if one.number == actor), None)


def why(reading: Reading, first: Sequence[Report], actor: int | None) -> str | None:
    """Return the words of the reason of the main event, else of the first reason there is."""
    main = next((report for report in first if actor in _actors(report)), None)
    reasons = [r for r in reading.reasons if not r.denied and r.kind is not ReasonKind.CONSEQUENCE]
    chosen = next((r for r in _explaining(main, reasons)), None)
    if chosen is None and main is not None:
        alike = [r for r in reading.reports if r.type == main.type and actor in _actors(r)]
        chosen = next((r for report in alike for r in _explaining(report, reasons)), None)
    if chosen is None:
        chosen = next(iter(reasons), None)
    return None if chosen is None else chosen.content.words


def _explaining(report: Report | None, reasons: Sequence[Reason]) -> list[Reason]:
    return [] if report is None else [r for r in reasons if r.report_id == report.id]


def answers_of(reading: Reading) -> dict[str, str | None]:
    """Return our answer to each question, None where there is none."""
    told = sorted((r for r in reading.reports if r.actors), key=lambda r: r.cue.span)
    first = told[:_FIRST]
    actor = main_actor(reading, first)
    return {"who": who(reading, actor), "why": why(reading, first, actor)}


def agreement(answer: str | None, phrase: str) -> float:
    """Return the F1 of the words that two phrases share."""
    one, other = _words(answer or ""), _words(phrase)
    shared = (one & other).total()
    return 2 * shared / (one.total() + other.total()) if shared else 0.0


def _words(phrase: str) -> Counter[str]:
    words = re.findall(r"\w+(?:['’]\w+)?", phrase.lower())
    return Counter(word.removesuffix("'s").removesuffix("’s") for word in words) - Counter(
        {article: len(words) for article in _ARTICLES}
    )


def print_rows(question: str, rows: Sequence[tuple[Mapping[str, Any], str | None]]) -> None:
    """Print our figures for a question, and the headline's."""
    ours, headline, answered = [], [], []
    for record, answer in rows:
        given = record["answers"].get(question, ())
        phrases = [item["text"] for item in given if item.get("text")]
        if phrases:
            ours.append(max(agreement(answer, phrase) for phrase in phrases))
            headline.append(max(agreement(record["title"], phrase) for phrase in phrases))
            answered.append(answer is not None)
    figure, share = fmean(ours), fmean(answered)
    met = fmean(value > 0 for value in ours)
    of_those = figure / share if share else 0.0
    print(f"{question:6}{len(ours):9}{share:10.2f}{figure:8.3f}{of_those:19.3f}{met:7.2f}"
          f"{fmean(headline):14.3f}{PEER:12.2f}{figure - PEER:+12.2f}")  # fmt: skip


def main() -> int:
    """Print the table; 0, also where the set is absent."""
    parser = argparse.ArgumentParser(description="Who and why of Giveme5W1H's articles.")
    parser.add_argument("--first", type=int, metavar="N", help="the first N articles alone")
    first = parser.parse_args().first
    path = find_yardstick(NAME)
    if path is None:
        print(f"fivew: skipped, {NAME} is not there")
        return 0
    tools = load_tools()
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()[:first]]
    ours = [answers_of(read_article(article_of(record), tools)) for record in records]
    print(f"{'':6}{'articles':>9}{'answered':>10}{'F1':>8}{'of those answered':>19}{'met':>7}"
          f"{'the headline':>14}{'Giveme5W1H':>12}{'difference':>12}")  # fmt: skip
    for question in ("who", "why"):
        pairs = zip(records, ours, strict=True)
        print_rows(question, [(record, said[question]) for record, said in pairs])
    return 0


if __name__ == "__main__":
    sys.exit(main())
