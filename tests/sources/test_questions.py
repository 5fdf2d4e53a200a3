from __future__ import annotations

from dragoman.model.article import BlockKind
from dragoman.sources.questions import mark_questions

P, H, Q, A = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUESTION, BlockKind.ANSWER


def marked(*parts: tuple[BlockKind, str]) -> list[BlockKind]:
    return [kind for kind, _ in mark_questions(list(parts))]


def test_two_answered_questions_in_a_row_are_marked() -> None:
    assert marked((P, "Who came?"), (P, "Two."), (H, "Who left?"), (P, "One.")) == [Q, A, Q, A]


def test_the_text_after_the_last_answer_is_the_article_again() -> None:
    parts = [(P, "Who came?"), (P, "Two."), (P, "Who left?"), (P, "One."), (P, "It rained.")]
    assert marked(*parts) == [Q, A, Q, A, P]


def test_answers_may_be_several_paragraphs() -> None:
    parts = [(H, "Who came?"), (P, "Two."), (P, "In cars."), (H, "Who left?"), (P, "One.")]
    assert marked(*parts) == [Q, A, A, Q, A]


def test_a_question_in_quotation_marks_is_somebody_s() -> None:
    parts = [(P, "“Who came?”"), (P, "Two."), (P, "“Who left?”"), (P, "One.")]
    assert marked(*parts) == [P, P, P, P]


def test_labels_of_questions_and_answers_go() -> None:
    parts = [(P, "Q: Who came?"), (P, "A: Two."), (P, "Q: Who left?"), (P, "A: One.")]
    assert [words for _, words in mark_questions(parts)] == [
        "Who came?", "Two.", "Who left?", "One.",
    ]  # fmt: skip
