from __future__ import annotations

from dragoman.answers.answer import Answer, Line, Section


def test_a_line_prints_with_the_numbers_that_carry_it() -> None:
    assert str(Line("Norway met Canada", (1, 3))) == "Norway met Canada [1][3]"


def test_an_answer_without_sections_is_not_found() -> None:
    assert not Answer("Why?", missing="nothing").found
    assert Answer("Why?", (Section("What happened", (Line("x", (1,)),)),)).found
