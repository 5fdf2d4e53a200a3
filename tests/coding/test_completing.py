"""A side that a cue left empty is filled by a path; what is given is no side."""

from __future__ import annotations

from dragoman.model.article import BlockKind, compose_article
from dragoman.model.report import Report
from dragoman.pipeline import load_tools, read_article


def told(text: str, type_name: str) -> Report:
    article = compose_article(
        [(BlockKind.PARAGRAPH, text)], outlet="", headline="", source="sample", published=None
    )
    reports = read_article(article, load_tools()).reports
    return next(report for report in reports if report.type == type_name)


def test_the_owner_of_what_is_deplored_is_whom_it_is_said_to() -> None:
    report = told("Norway deplored Iceland's seizure of two trawlers on Monday.", "ACCUSE")
    assert [side.quote.words for side in report.recipients] == ["Iceland"]
    assert any("by the path" in line for line in report.how.detail)


def test_a_cue_that_names_its_sides_is_left_alone() -> None:
    report = told("Canada's prime minister received Norway's foreign minister.", "CONSULT")
    assert [side.quote.words for side in report.actors] == ["Norway's foreign minister"]
    assert [side.quote.words for side in report.recipients] == ["Canada's prime minister"]


def test_a_full_report_says_nothing_of_paths() -> None:
    report = told("Norway criticised Iceland on Monday.", "ACCUSE")
    assert not any("by the path" in line for line in report.how.detail)
