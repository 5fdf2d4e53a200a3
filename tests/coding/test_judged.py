"""The encoder beside the cues, in sentences read by the real model: what it drops and finds."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding.judge import load_judge
from dragoman.model.article import BlockKind, compose_article
from dragoman.model.report import Report
from dragoman.pipeline import load_tools, read_article


def told(text: str) -> list[Report]:
    article = compose_article(
        [(BlockKind.PARAGRAPH, text)],
        outlet="Sample",
        headline="",
        source="sample",
        published=dt.date(2026, 3, 12),
    )
    return list(read_article(article, load_tools()).reports)


def test_a_match_of_football_is_no_assault() -> None:
    assert (
        told("Chile beat Peru 3-1 in Saturday's qualifier, and the goalkeeper was cheered.") == []
    )


def test_an_act_without_a_cue_is_found() -> None:
    (report,) = told("Norway's state lender froze loans to Equatorial Guinea on Monday.")
    assert report.type == "SANCTION"
    assert report.how.rule == "coding.encoder"


def test_an_act_says_its_runner_up_and_margin() -> None:
    (report,) = told("Peru attacked Chile on Monday.")
    assert any("next would be" in line and "margin" in line for line in report.how.detail)
    assert report.how.version.endswith(load_judge().version)


def test_a_promise_is_told_once() -> None:
    reports = told("Norway agreed on Monday to share seismic data with Iceland.")
    assert [report.type for report in reports] == ["AGREE"]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [("Norway denounced Iceland's seizure of two trawlers.", "Iceland")],
)
def test_an_empty_side_is_filled_by_its_path(text: str, recipient: str) -> None:
    reports = [report for report in told(text) if report.type == "ACCUSE"]
    assert [side.quote.words for side in reports[0].recipients] == [recipient]


def test_the_words_that_moved_the_encoder_are_those_of_the_act() -> None:
    (report,) = told("Sudanese troops shelled the rebels' camp for an hour on Monday.")
    words = [one.word for one in load_judge().influences(report, 3)]
    assert "shelled" in words
    assert all(one.weight > 0 for one in load_judge().influences(report, 3))
