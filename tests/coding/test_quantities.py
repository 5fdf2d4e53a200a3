from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.quantities import count_bounds

Code = Callable[..., Any]
Bounds = tuple[int | None, int | None]


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("17", (17, 17)),
        ("seventeen", (17, 17)),
        ("twenty-one", (21, 21)),
        ("1,200", (1200, 1200)),
        ("a hundred", (100, 100)),
        ("one hundred and twenty-one", (121, 121)),
        ("two thousand three hundred", (2300, 2300)),
        ("two hundred thousand", (200_000, 200_000)),
        ("1.5 million", (1_500_000, 1_500_000)),
        ("two billion", (2_000_000_000, 2_000_000_000)),
    ],
)
def test_an_exact_count_is_its_own_bounds(words: str, bounds: Bounds) -> None:
    assert count_bounds(words) == bounds


@pytest.mark.parametrize(
    ("words", "least"),
    [
        ("dozens", 24),
        ("hundreds of", 200),
        ("thousands of", 2000),
        ("millions", 2_000_000),
        ("at least 32", 32),
        ("more than 1,200", 1200),
        ("over 40", 40),
        ("no fewer than 300", 300),
        ("no less than two", 2),
    ],
)
def test_some_counts_only_have_a_least(words: str, least: int) -> None:
    assert count_bounds(words) == (least, None)


@pytest.mark.parametrize(
    ("words", "most"),
    [
        ("up to 300", 300),
        ("at most ten", 10),
        ("fewer than 300", 300),
        ("less than 40", 40),
        ("no more than 5", 5),
        ("as many as twelve", 12),
    ],
)
def test_some_counts_only_have_a_most(words: str, most: int) -> None:
    assert count_bounds(words) == (None, most)


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("between 1,000 and 5,000", (1000, 5000)),
        ("12 to 15", (12, 15)),
        ("10-20", (10, 20)),
        ("10–20", (10, 20)),
        ("two to three", (2, 3)),
    ],
)
def test_a_range_gives_both_bounds(words: str, bounds: Bounds) -> None:
    assert count_bounds(words) == bounds


@pytest.mark.parametrize("words", ["some", "many", "", "the"])
def test_what_is_no_count_has_no_bounds(words: str) -> None:
    assert count_bounds(words) == (None, None)


@given(st.integers(0, 10**9))
def test_a_number_in_figures_means_itself(number: int) -> None:
    assert count_bounds(f"{number:,}") == (number, number)
    assert count_bounds(f"at least {number}") == (number, None)
    assert count_bounds(f"up to {number}") == (None, number)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_the_least_of_a_range_is_never_above_the_most(one: int, other: int) -> None:
    least, most = count_bounds(f"between {one} and {other}")
    assert (least, most) == (min(one, other), max(one, other))


@given(st.text(max_size=30))
def test_any_words_at_all_can_be_asked(words: str) -> None:
    least, most = count_bounds(words)
    assert least is None or most is None or least <= most


@pytest.mark.parametrize(
    ("sentence", "words", "bounds"),
    [
        ("Peru arrested 17 Chilean soldiers.", "17", (17, 17)),
        ("Peru arrested at least 32 protesters.", "at least 32", (32, None)),
        ("Peru arrested thousands of protesters.", "thousands", (2000, None)),
        ("Peruvian police arrested 12 to 15 people.", "12 to 15", (12, 15)),
        ("Peruvian police arrested more than 1,200 people.", "more than 1,200", (1200, None)),
        ("Peru deported up to 300 Chilean citizens.", "up to 300", (None, 300)),
        ("Peru deported no fewer than 300 Chilean citizens.", "no fewer than 300", (300, None)),
        ("Peru expelled twenty-one Chilean diplomats.", "twenty-one", (21, 21)),
        ("At least 32 Peruvian soldiers were killed by Chile.", "At least 32", (32, None)),
        ("Brazil lent Bolivia two billion dollars.", "two billion", (2 * 10**9, 2 * 10**9)),
    ],
)
def test_the_count_of_an_act_is_that_of_those_who_suffer_it_or_of_what_is_given(
    coded: Code, sentence: str, words: str, bounds: Bounds
) -> None:
    quantity = coded(sentence).only.quantity
    assert quantity.quote.words == words
    assert (quantity.at_least, quantity.at_most) == bounds


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru attacked Chile on 3 January 2026.",
        "Peru attacked Chile.",
        "Two days ago Peru criticised Chile.",
        "Peru's 54-year-old president criticised Chile.",
    ],
)
def test_a_date_or_an_age_is_no_count_of_an_act(coded: Code, sentence: str) -> None:
    assert coded(sentence).only.quantity is None
