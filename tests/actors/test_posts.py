from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.posts import fits_post, had_ended, was_held

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)).map(dt.date.isoformat)
TITLES = st.sampled_from(
    ["Minister of the Interior", "deputy prime minister", "Governor of the Central Bank", "King"]
)


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Minister of the Interior", "interior minister"),
        ("Interior Minister", "Minister of the Interior"),
        ("Minister of Foreign Affairs", "foreign minister"),
        ("Foreign Secretary", "foreign minister"),
        ("Minister of Defence", "defense minister"),
        ("acting interior minister", "interior minister"),
        ("Vice President", "vice president"),
    ],
)
def test_one_post_has_many_wordings(title: str, asked: str) -> None:
    assert fits_post(title, asked)


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Vice President", "president"),
        ("deputy interior minister", "interior minister"),
        ("interior minister", "deputy interior minister"),
        ("Minister of Health", "interior minister"),
        ("Minister of Health", ""),
    ],
)
def test_another_rank_or_portfolio_is_another_post(title: str, asked: str) -> None:
    assert not fits_post(title, asked)


@given(TITLES)
def test_a_post_is_itself(title: str) -> None:
    assert fits_post(title, title)


def test_an_office_without_a_start_counts_from_the_day_it_is_told() -> None:
    assert was_held(None, None, "2026-01-20", "2026-01-20")
    assert was_held(None, None, "2026-01-20", "2026-02-20")
    assert not was_held(None, None, "2026-01-20", "2026-01-19")


def test_a_start_reaches_back_before_the_article() -> None:
    assert was_held("2012", None, "2026-01-20", "2024-05-01")
    assert not was_held("2012", None, "2026-01-20", "2011-12-31")


def test_of_an_office_that_is_over_nothing_is_known_without_its_start() -> None:
    assert not was_held(None, "../2026-01-20", "2026-01-20", "2025-01-01")
    assert was_held("2012", "2020", "2026-01-20", "2020-12-31")


def test_an_article_without_a_day_vouches_for_none() -> None:
    assert not was_held(None, None, None, "2026-01-20")


def test_a_date_that_is_none_says_nothing() -> None:
    assert not had_ended("some time", "2026-01-20")


@given(st.none() | DAYS, st.none() | DAYS, DAYS, DAYS)
def test_no_text_vouches_for_a_day_after_the_end_it_tells(
    since: str | None, until: str | None, told: str, day: str
) -> None:
    assert not (was_held(since, until, told, day) and had_ended(until, day))
