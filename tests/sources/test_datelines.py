from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.datelines import parse_date, parse_date_line

DAY = dt.date(2026, 3, 4)


@pytest.mark.parametrize(
    "words",
    [
        "2026-03-04", "2026/03/04", "20260304", "March 4, 2026", "4 March 2026", "Mar. 4, 2026",
        "Wednesday, March 4, 2026", "Wednesday 4 March 2026", "4th of March 2026",
        "Wed, 04 Mar 2026 10:15:00 GMT", "2026-03-04T10:15:00+01:00", "March 4 2026",
    ],
)  # fmt: skip
def test_the_common_forms_of_a_day_are_read(words: str) -> None:
    date = parse_date(words)
    assert date is not None
    assert date.published == DAY


@pytest.mark.parametrize("words", ["04/03/2026", "yesterday", "March 2026", "2026", "2026-13-40"])
def test_an_ambiguous_or_unfinished_date_is_no_day(words: str) -> None:
    assert parse_date(words) is None


def test_a_time_is_kept_only_with_its_zone() -> None:
    zoned, bare = parse_date("2026-03-04T10:15:00Z"), parse_date("2026-03-04 10:15")
    assert zoned is not None
    assert zoned.published_time == "2026-03-04T10:15:00+00:00"
    assert bare is not None
    assert bare.published_time is None


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Wednesday, March 4, 2026 by Jane Roe", ("Jane Roe",)),
        ("By Jane Roe — 4 March 2026", ("Jane Roe",)),
        ("By Jane Roe and John Doe | March 4, 2026 | 3 min read", ("Jane Roe", "John Doe")),
        ("Published: 2026-03-04", ()),
        ("Published 4 March 2026, 10:15 GMT", ()),
        ("Updated March 5, 2026 10:15 a.m. | Published March 4, 2026", ()),
        ("March 4, 2026 at 9:05 pm", ()),
        ("Last updated on 4 March 2026", ()),
    ],
)
def test_a_date_line_gives_its_day_and_who_signs(line: str, authors: tuple[str, ...]) -> None:
    date = parse_date_line(line)
    assert date is not None
    assert date.authors == authors


@pytest.mark.parametrize(
    "line",
    [
        "By 4 March 2026 the army had left the city.",
        "On March 4, 2026, the ministers signed a treaty.",
        "The treaty of March 4, 2026",
        "By Jane Roe",
        "March was cold",
    ],
)
def test_a_sentence_with_a_date_is_no_date_line(line: str) -> None:
    assert parse_date_line(line) is None


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_is_read_back_from_the_forms_it_is_written_in(day: dt.date) -> None:
    month = day.strftime("%B")
    for words in (
        day.isoformat(),
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
    ):
        date = parse_date_line(words)
        assert date is not None
        assert date.published == day


@given(st.text())
def test_any_words_can_be_asked_for_a_date(words: str) -> None:
    parse_date_line(words)
    parse_date(words)
