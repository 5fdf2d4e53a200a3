from __future__ import annotations

import datetime as dt

from builders import Head, a_day, a_report, a_year, actor_of

from dragoman.merging.events import merge_reports
from dragoman.merging.linking import bundle, comparable
from dragoman.merging.tellings import tell
from dragoman.model.dates import NewsDate
from dragoman.model.report import Report

WHO = actor_of("A")


def an_arrest(article: str, date: NewsDate, *, at: int = 0) -> Report:
    return a_report(
        article, "COERCE", mode="arrest", cue="arrested", actors=("police",),
        recipients=("students",), date=date, at=at,
    )  # fmt: skip


def test_one_event_told_by_many_costs_no_comparison():
    heads = {f"N{n}": Head(f"Outlet {n}", None) for n in range(300)}
    reports = [an_arrest(article, a_day("2026-01-20")) for article in heads]
    tellings = [tell(report, actor_of(*heads)) for report in reports]
    bundles = bundle(tellings, frozenset())
    assert len(list(comparable(members[0] for members in bundles.values()))) == 0
    (event,) = merge_reports(reports, actor_of(*heads), heads)
    assert event.independent_outlets == 300


def test_comparisons_grow_with_the_reports_and_not_with_their_square():
    def comparisons(count: int) -> int:
        days = [a_day(str(dt.date(2020, 1, 1) + dt.timedelta(days=3 * n))) for n in range(count)]
        tellings = [tell(an_arrest("A", day, at=n), WHO) for n, day in enumerate(days)]
        return len(list(comparable(tellings)))

    assert comparisons(400) <= 2.1 * comparisons(200)


def test_a_report_judged_apart_is_bundled_with_no_other():
    heads = ("A", "B")
    tellings = [
        tell(an_arrest(article, a_day("2026-01-20")), actor_of(*heads)) for article in heads
    ]
    assert len(bundle(tellings, frozenset())) == 1
    assert len(bundle(tellings, frozenset({tellings[0].id}))) == 2


def test_equal_words_about_a_year_are_bundled_and_about_a_decade_are_not():
    decade = a_day("2010-01-01", until="2019-12-31")
    for date, count in ((a_year(2023), 1), (decade, 2)):
        tellings = [tell(an_arrest(article, date), actor_of("A", "B")) for article in "AB"]
        assert len(bundle(tellings, frozenset())) == count
