from __future__ import annotations

from typing import Any

from dragoman.model.article import BlockKind


def test_an_answer_to_why_is_a_reason_and_a_question_is_not(read: Any, told: Any) -> None:
    outcome = read(
        [
            (BlockKind.QUESTION, "Why did Ruritania close its embassy?"),
            (BlockKind.ANSWER, "The treasury is empty. The embassy was costly."),
        ],
        told("close its embassy", "SANCTION"),
    )
    reason = outcome.only
    assert (reason.cue.words, reason.content.words) == ("Why", "The treasury is empty")
    assert outcome.explained_by(reason) == "close its embassy"
