from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from dragoman.cli.inert import inert, inert_text, one_line


@given(st.text())
def test_one_line_is_one_line_and_nothing_in_it_is_obeyed(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert not any(unicodedata.category(character) == "Cc" for character in line)


@given(st.text(st.characters(exclude_categories=["C"])))
def test_what_is_harmless_stays_as_it_is(text: str) -> None:
    assert inert(text) == text


def test_an_escape_sequence_and_a_direction_mark_are_shown_as_marks() -> None:
    assert one_line("a\x1b[31m\nb\u202ec") == "a�[31m b�c"


def test_styles_survive_where_nothing_is_odd() -> None:
    text = Text.assemble(("bold", "bold"), " plain")
    assert inert_text(text) is text
    assert inert_text(Text("\x1b")).plain == "�"
