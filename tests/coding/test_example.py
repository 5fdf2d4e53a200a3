"""Worked examples quote their sentence, and a slip of the pen is told with what to write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.example import LABELS, parse_example
from dragoman.errors import CodebookError


def test_an_example_is_a_sentence_with_its_words_marked() -> None:
    made = parse_example(
        "[actor: Peru] [cue: recalled] [recipient: its envoy in [place: Quito]].",
        type_name="SANCTION",
        mode="withdraw",
    )
    assert made.text == "Peru recalled its envoy in Quito."
    assert [(mark.label, mark.quote.words) for mark in made.marks] == [
        ("actor", "Peru"),
        ("cue", "recalled"),
        ("recipient", "its envoy in Quito"),
        ("place", "Quito"),
    ]
    assert made.words("place") == ("Quito",)


@pytest.mark.parametrize(
    ("marked", "problem"),
    [
        ("[actor: Peru] left.", "its cue is not marked"),
        ("[actor: Peru [cue: left].", "[actor: is not closed"),
        ("Peru [cue: left]].", "a ] closes nothing"),
        ("Peru [left].", "a [ without a label"),
        ("Peru [sue: left].", "unknown label 'sue'"),
        ("Peru [cue: ] left.", "cue marks ''"),
        ("Peru [cue: left ]today.", "cue marks 'left '"),
    ],
)
def test_a_slip_is_told_with_what_to_write(marked: str, problem: str) -> None:
    with pytest.raises(CodebookError) as caught:
        parse_example(marked, type_name="SANCTION")
    assert problem in caught.value.message
    assert caught.value.hint


_PIECES = st.sampled_from(["[cue: ", "[actor: ", "[", "]", "Peru", " left", "é", "x:"])


@given(st.lists(_PIECES, max_size=10).map("".join))
def test_any_text_is_an_example_that_quotes_itself_or_a_codebook_error(marked: str) -> None:
    try:
        made = parse_example(marked, type_name="AID")
    except CodebookError:
        return
    assert "[cue: " in marked
    for mark in made.marks:
        assert mark.label in LABELS
        assert made.text[mark.quote.start : mark.quote.end] == mark.quote.words
