"""What the same expressions are in TIMEX3, in sentences of our own."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given

from dragoman.language.dates import Timex3, find_dates, timexes
from dragoman.language.dates.timex3 import value_of
from dragoman.model.dates import parse_edtf
from language.test_dates import DAYS, PUBLISHED, TEXTS


def tags(text: str, published: dt.date | None = PUBLISHED) -> list[Timex3]:
    return [tag for e in find_dates(text, published) for tag in timexes(e)]


def read(text: str) -> list[tuple[str, str, str]]:
    return [(tag.words, tag.type, tag.value) for tag in tags(text)]


@pytest.mark.parametrize(
    ("text", "words", "type_", "value"),
    [
        ("It met on January 3, 2025.", "January 3, 2025", "DATE", "2025-01-03"),
        ("It met in March 2024.", "March 2024", "DATE", "2024-03"),
        ("It met last week.", "last week", "DATE", "2026-W03"),
        ("It met over the weekend.", "the weekend", "DATE", "2026-W03-WE"),
        ("It met in the third quarter of 2024.", "the third quarter of 2024", "DATE", "2024-Q3"),
        ("A third-quarter loss of 2024 hurt.", "third-quarter", "DATE", "2025-Q3"),
        ("It met in the first half of 2024.", "the first half of 2024", "DATE", "2024-H1"),
        ("It met last summer.", "last summer", "DATE", "2025-SU"),
        ("It met in the 1990s.", "the 1990s", "DATE", "199"),
        ("It met in the 19th century.", "the 19th century", "DATE", "18"),
        ("It met three years ago.", "three years ago", "DATE", "2023"),
        ("It met several years ago.", "several years ago", "DATE", "PAST_REF"),
        ("It met recently.", "recently", "DATE", "PAST_REF"),
        ("It meets now.", "now", "DATE", "PRESENT_REF"),
        ("It may meet in the near future.", "the near future", "DATE", "FUTURE_REF"),
        ("It met on Tuesday night.", "Tuesday night", "TIME", "2026-01-20TNI"),
        ("It met this morning.", "this morning", "TIME", "2026-01-21TMO"),
        ("It met on the night of January 3.", "the night of January 3", "TIME", "2026-01-03TNI"),
        ("It met at 9:30 a.m. Tuesday.", "9:30 a.m. Tuesday", "TIME", "2026-01-20T09:30"),
        ("It met at noon.", "noon", "TIME", "2026-01-21T12:00"),
        ("It met for two days.", "two days", "DURATION", "P2D"),
        ("A 48-hour truce held.", "48-hour", "DURATION", "PT48H"),
        ("It lasted two decades.", "two decades", "DURATION", "P2E"),
        ("It lasted a year and a half.", "a year and a half", "DURATION", "P1Y6M"),
        ("It lasted half an hour.", "half an hour", "DURATION", "PT30M"),
        ("It grew over the past three months.", "the past three months", "DURATION", "P3M"),
        ("It closed in recent weeks.", "recent weeks", "DURATION", "PXW"),
        ("It took several days.", "several days", "DURATION", "PXD"),
        ("It meets every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
        ("It meets on Tuesday nights.", "Tuesday nights", "SET", "XXXX-WXX-2TNI"),
        ("It meets each January.", "each January", "SET", "XXXX-01"),
        ("It meets every five years.", "every five years", "SET", "P5Y"),
        ("It meets twice a month.", "twice a month", "SET", "P1M"),
        ("It reports annually.", "annually", "SET", "P1Y"),
    ],
)
def test_spans_types_and_values(text: str, words: str, type_: str, value: str) -> None:
    assert (words, type_, value) in read(text)


@pytest.mark.parametrize(
    ("text", "words", "value", "mod"),
    [
        ("It began in early 2024.", "early 2024", "2024", "START"),
        ("It ends in mid-March 2027.", "mid-March 2027", "2027-03", "MID"),
        ("It is due by the end of 2027.", "the end of 2027", "2027", "END"),
        ("It began around January 10.", "around January 10", "2026-01-10", "APPROX"),
        ("It lasted more than three years.", "more than three years", "P3Y", "MORE_THAN"),
        ("It lasted up to 30 days.", "up to 30 days", "P30D", "EQUAL_OR_LESS"),
        ("It lasted nearly 30 days.", "nearly 30 days", "P30D", "APPROX"),
    ],
)
def test_words_that_shade_a_time_are_its_mod(text: str, words: str, value: str, mod: str) -> None:
    (tag,) = tags(text)
    assert (tag.words, tag.value, tag.mod) == (words, value, mod)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was shut since 2012.", ["2012"]),
        ("It was shut between March 2024 and June 2024.", ["March 2024", "June 2024"]),
        ("It was shut from January 3 to 5, 2025.", ["January 3", "5, 2025"]),
        ("The term 2018-2022 was calm.", ["2018", "2022"]),
    ],
)
def test_each_time_is_one_tag_without_its_preposition(text: str, expected: list[str]) -> None:
    assert [tag.words for tag in tags(text)] == expected


def test_the_ends_of_a_range_keep_their_own_values() -> None:
    assert [value for _, _, value in read("It was shut from January 3 to 5, 2025.")] == [
        "2025-01-03",
        "2025-01-05",
    ]


@pytest.mark.parametrize(
    ("edtf", "value"),
    [
        ("2026-01-03~", "2026-01-03"),
        ("2026-01-12/2026-01-18", "2026-W03"),
        ("2026-04/2026-06", "2026-Q2"),
        ("2026-07/2026-12", "2026-H2"),
        ("2026-24", "2026-WI"),
        ("19XX", "19"),
        ("2012/..", "FUTURE_REF"),
        ("../2012", "PAST_REF"),
        ("2012/2014", "2012"),
    ],
)
def test_a_date_has_a_value(edtf: str, value: str) -> None:
    assert value_of(parse_edtf(edtf)) == value


WELL_FORMED = {
    "DATE": r"\d{2,4}|\d{4}-\d\d(-\d\d)?|\d{4}-(W\d\d(-WE)?|Q[1-4]|H[12]|SP|SU|FA|WI)|XXXX-XX-XX|"
    r"(PAST|PRESENT|FUTURE)_REF",
    "TIME": r"(\d{4}-\d\d-\d\d|XXXX-XX-XX)T(MO|AF|EV|NI|\d\d:\d\d)",
    "DURATION": r"P(T?(\d+(\.\d+)?|X)[YMWDQECHS])+",
    "SET": r"XXXX-(WXX-([1-7](T\w\w)?|WE)|\d\d|SP|SU|FA|WI|XX-XXT(\w\w|\d\d:\d\d))|"
    r"P(T?(\d+(\.\d+)?|X)[YMWDQECHS])+",
}


@given(TEXTS, DAYS)
def test_tags_lie_in_their_expression_in_order_and_are_well_formed(
    text: str, published: dt.date
) -> None:
    end = 0
    for expression in find_dates(text, published):
        for tag in timexes(expression):
            assert end <= tag.start < tag.end <= expression.end
            assert expression.start <= tag.start
            assert text[tag.start : tag.end] == tag.words
            assert re.fullmatch(WELL_FORMED[tag.type], tag.value), tag
            end = tag.end


@given(TEXTS)
def test_without_a_day_of_publication_tags_are_well_formed_too(text: str) -> None:
    for tag in tags(text, None):
        assert re.fullmatch(WELL_FORMED[tag.type], tag.value), tag
