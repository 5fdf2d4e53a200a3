"""Heads of tone: they learn what can be told apart, and no side's name."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from training.train_opinion import fit, mirrored


@given(
    st.lists(
        st.sampled_from(["Republicans", "Democrats", "far-left", "far-right", "Labour", "the", "x"])
    )
)
def test_exchanging_the_camps_twice_gives_the_text_back(words: list[str]) -> None:
    text = " ".join(words)
    assert mirrored(mirrored(text)) == text


def test_camps_are_exchanged_as_whole_words() -> None:
    told = mirrored("Republicans and illiberal Democrats met the far-left Labour MP.")
    assert told == "Democrats and illiberal Republicans met the far-right Tory MP."


def test_a_head_tells_apart_what_one_number_tells_apart() -> None:
    draw = np.random.default_rng(3)
    surfaces = draw.normal(size=(4000, 5))
    labels = [bool(one) for one in surfaces[:, 2] > 0]
    head = fit(surfaces, labels)
    right = [(head.share(s) >= 0.5) == label for s, label in zip(surfaces, labels, strict=True)]
    assert np.mean(right) > 0.97
    assert abs(head.weights[2]) > 10 * max(abs(head.weights[n]) for n in (0, 1, 3, 4))


def test_a_rare_label_is_not_drowned_by_a_common_one() -> None:
    draw = np.random.default_rng(4)
    labels = [n % 20 == 0 for n in range(4000)]
    surfaces = draw.normal(size=(4000, 3)) + np.array(labels)[:, None] * 2.0
    head = fit(surfaces, labels)
    rare = [head.share(s) >= 0.5 for s, label in zip(surfaces, labels, strict=True) if label]
    assert np.mean(rare) > 0.8
