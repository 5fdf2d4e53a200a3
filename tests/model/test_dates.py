"""EDTF strings say their own days and precision, and survive a round trip."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dragoman.errors import RecordError
from dragoman.model import dates
from dragoman.model.dates import NewsDate, Precision, parse_edtf

YEARS = st.integers(1800, 2099)
DAYS = st.dates(dt.date(1800, 1, 1), dt.date(2099, 12, 31))
POINTS = st.one_of(
    st.builds(dates.day, DAYS),
    st.builds(dates.about, DAYS),
    st.builds(dates.month, YEARS, st.integers(1, 12)),
    st.builds(dates.season, YEARS, st.sampled_from([21, 22, 23, 24])),
    st.builds(dates.year, YEARS),
    st.builds(dates.decade, YEARS),
    st.builds(dates.century, st.integers(18, 21)),
)
RANGES = st.one_of(st.builds(dates.week, DAYS), st.builds(dates.quarter, YEARS, st.integers(1, 4)))
ANY_DATE = st.one_of(POINTS, RANGES, POINTS.map(dates.approximate), RANGES.map(dates.approximate))


def show(date: NewsDate) -> tuple[str, str, str]:
    return str(date.earliest), str(date.latest), date.precision.value


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "precision"),
    [
        ("2026-01-03", "2026-01-03", "2026-01-03", "day"),
        ("2026-01-21~", "2026-01-19", "2026-01-22", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2025", "2025-01-01", "2025-12-31", "year"),
        ("199X", "1990-01-01", "1999-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "century"),
        ("2025-22", "2025-06-01", "2025-08-31", "season"),
        ("2023-24", "2023-12-01", "2024-02-29", "season"),
        ("2023-10/2023-12", "2023-10-01", "2023-12-31", "quarter"),
        ("2026-01-19/2026-01-25", "2026-01-19", "2026-01-25", "week"),
        ("2026-01-20/2026-01-26", "2026-01-20", "2026-01-26", "interval"),
        ("2012/..", "2012-01-01", "None", "interval"),
        ("../2023", "None", "2023-12-31", "interval"),
        ("2006~/2026~", "2006-01-01", "2026-12-31", "interval"),
        ("2023~", "2022-07-02", "2024-07-01", "year"),
    ],
)
def test_an_edtf_string_says_its_days(
    edtf: str, earliest: str, latest: str, precision: str
) -> None:
    date = parse_edtf(edtf)
    assert (date.edtf, *show(date)) == (edtf, earliest, latest, precision)


@pytest.mark.parametrize(
    "words",
    ["", "soon", "2026-1-3", "2026-02-30", "2026-13", "2026-25", "199X-01", "../..", "2025/2024",
     "2026-01-03/2026-01-04/2026-01-05", "19X5", "2026?", "0000"],
)  # fmt: skip
def test_what_is_not_a_date_is_refused_with_a_hint(words: str) -> None:
    with pytest.raises(RecordError) as refused:
        parse_edtf(words)
    assert refused.value.message


def test_a_date_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(RecordError):
        NewsDate("2026", dt.date(2026, 2, 1), dt.date(2026, 1, 1), Precision.YEAR)


@given(ANY_DATE)
def test_every_date_we_make_is_read_back_as_itself(date: NewsDate) -> None:
    assert parse_edtf(date.edtf) == date


@given(ANY_DATE)
def test_no_date_ends_before_it_begins(date: NewsDate) -> None:
    assert date.earliest is not None
    assert date.latest is not None
    assert date.earliest <= date.latest


@given(POINTS, POINTS)
def test_an_interval_holds_both_its_ends(one: NewsDate, other: NewsDate) -> None:
    assume("~" not in one.edtf + other.edtf)
    first, last = sorted((one, other), key=lambda date: str(date.earliest))
    assume(str(first.earliest) <= str(last.latest))
    both = dates.interval(first, last)
    assert both.overlaps(first)
    assert both.overlaps(last)


@given(ANY_DATE)
def test_open_intervals_leave_their_side_open(date: NewsDate) -> None:
    since, until = dates.interval(date, None), dates.interval(None, date)
    assert (since.latest, until.earliest) == (None, None)
    assert parse_edtf(since.edtf) == since
    assert parse_edtf(until.edtf) == until


@given(ANY_DATE)
def test_approximating_twice_is_approximating_once(date: NewsDate) -> None:
    once = dates.approximate(date)
    assert dates.approximate(once) == once
    assert once.overlaps(date)


def test_about_a_day_is_two_days_before_to_one_after() -> None:
    about = dates.about(dt.date(2026, 1, 21))
    assert (about.edtf, *show(about)) == ("2026-01-21~", "2026-01-19", "2026-01-22", "day")


def test_an_interval_of_one_date_is_that_date() -> None:
    assert dates.interval(dates.year(2025), dates.year(2025)) == dates.year(2025)


@pytest.mark.parametrize(("make", "number"), [
    (dates.month, 13), (dates.month, 0), (dates.quarter, 5), (dates.season, 25),
])  # fmt: skip
def test_a_part_that_no_year_has_is_refused(make: type, number: int) -> None:
    with pytest.raises(RecordError):
        make(2026, number)


def test_dates_overlap_when_a_day_lies_in_both() -> None:
    assert parse_edtf("2012/..").overlaps(parse_edtf("2026-01-03"))
    assert not parse_edtf("../2011").overlaps(parse_edtf("2012/.."))
