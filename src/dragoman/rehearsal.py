"""Rehearsal: a codebook's worked examples read by its own cues, to see which are coded as meant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.coding.example import Example
from dragoman.model.article import BlockKind, compose_article
from dragoman.model.report import Report
from dragoman.pipeline import Tools, read_article

# Any day will do, for an example is coded by its words; it is fixed, so that runs agree.
DAY = dt.date(2026, 3, 4)


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """An example and what it was coded as: (type, modes), one for each report of it.

    It is ``as_meant`` when one report has the example's type and mode, and a cue that shares words
    with the marked one.
    """

    example: Example
    coded: tuple[tuple[str, tuple[str, ...]], ...]
    as_meant: bool


def rehearse(tools: Tools) -> Iterator[Rehearsed]:
    """Yield each example of the tools' codebook as its cues alone code it.

    A judge by examples would find each to be its own like.
    """
    by_cues = replace(tools, judge=None)
    for example in tools.codebook.examples():
        article = compose_article(
            [(BlockKind.PARAGRAPH, example.text)],
            outlet="examples",
            headline="",
            source=tools.codebook.name,
            published=DAY,
        )
        reports = read_article(article, by_cues).reports
        coded = tuple((report.type, report.modes) for report in reports)
        yield Rehearsed(example, coded, any(_is_meant(report, example) for report in reports))


def _is_meant(report: Report, example: Example) -> bool:
    if report.type != example.type or example.mode not in (None, *report.modes):
        return False
    cues = (mark.quote for mark in example.marks if mark.label == "cue")
    return any(q.start < report.cue.end and report.cue.start < q.end for q in cues)
