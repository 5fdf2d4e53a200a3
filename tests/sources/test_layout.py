from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.layout import text_blocks


def test_blank_lines_part_blocks() -> None:
    assert text_blocks("One.\n\n \nTwo.") == ["One.", "Two."]


def test_list_items_of_a_wrapped_text_stay_apart() -> None:
    text = "- the first demand of the\nunions\n- the second demand of the\nunions"
    assert text_blocks(text) == [
        "- the first demand of the unions",
        "- the second demand of the unions",
    ]


@given(st.text())
def test_no_word_is_lost_or_made(text: str) -> None:
    assert " ".join(text_blocks(text)).split() == text.split()
