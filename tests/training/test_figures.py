"""Figures are what their papers say they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.figures import calibration_error, f1, macro_f1, sets_f1, share_right

PAIRS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1)


def test_f1_of_a_label_counts_misses_and_false_ones() -> None:
    pairs = [("a", "a"), ("a", "b"), ("b", "a")]
    assert f1(pairs, "a") == pytest.approx(0.5)
    assert f1(pairs, "b") == 0


def test_a_label_that_is_never_true_has_no_part_in_the_mean() -> None:
    assert macro_f1([("a", "a"), ("a", "z")]) == pytest.approx(2 / 3)


@given(PAIRS)
def test_saying_what_is_true_is_perfect(pairs: list[tuple[str, str]]) -> None:
    right = [(true, true) for true, _ in pairs]
    assert macro_f1(right) == 1
    assert share_right(right) == 1
    assert 0 <= macro_f1(pairs) <= 1


def test_sets_are_counted_label_by_label() -> None:
    assert sets_f1([({"a", "b"}, {"a"}), ({"c"}, {"c", "d"})]) == pytest.approx(2 * 2 / 6)


def test_who_is_sure_and_half_wrong_is_badly_calibrated() -> None:
    assert calibration_error([(1.0, True), (1.0, False)]) == pytest.approx(0.5)
    assert calibration_error([(0.5, True), (0.5, False)]) == pytest.approx(0.0)
