from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.answers.question import Question, parse_question
from dragoman.ledger import Ledger


def _named(question: Question) -> list[tuple[str, list[str], bool]]:
    return [
        (named.words, [known.actor.name for known in named.actors], named.as_place)
        for named in question.named
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Why did Canada impose sanctions on Norway?",
        "why did canada impose sanctions on norway",
        "WHY DID CANADA IMPOSE SANCTIONS ON NORWAY?",
        "Why did Canada's government impose sanctions on Norway?",
    ],
)
def test_names_are_known_whatever_their_case_and_with_a_possessive(
    ledger: Ledger, text: str
) -> None:
    question = parse_question(text, ledger)
    assert [known for _, known, _ in _named(question)] == [["Canada"], ["Norway"]]
    assert question.unknown == ()


def test_the_first_one_named_is_the_subject_and_the_rest_are_the_others(ledger: Ledger) -> None:
    question = parse_question("Why did Canada impose sanctions on Norway?", ledger)
    assert question.subject is not None
    assert question.subject.words == "Canada"
    assert [named.words for named in question.others] == ["Norway"]


@pytest.mark.parametrize("text", ["Why is Norway in Canada?", "Why did Norway go to Canada?"])
def test_who_stands_after_in_or_to_is_asked_for_as_a_place(ledger: Ledger, text: str) -> None:
    question = parse_question(text, ledger)
    assert [named.as_place for named in question.named] == [False, True]


def test_the_longest_name_is_taken(ledger: Ledger) -> None:
    question = parse_question("Why did Canadian police arrest a deckhand?", ledger)
    assert _named(question) == [("Canadian police", ["Canadian police"], False)]


def test_a_capital_that_the_articles_name_is_its_country(ledger_of: Callable[..., Ledger]) -> None:
    ledger = ledger_of("Oslo criticised Ottawa on Monday.")
    question = parse_question("Why did Oslo criticise Ottawa?", ledger)
    assert [known for _, known, _ in _named(question)] == [["Norway"], ["Canada"]]


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Why is Brazil in Canada?", ("Brazil",)),
        ("Why did Brazil's navy leave?", ("Brazil",)),
        ("Why did Atlantis attack Lemuria?", ("Atlantis", "Lemuria")),
    ],
)
def test_a_capitalised_word_that_nobody_bears_is_unknown(
    ledger: Ledger, text: str, unknown: tuple[str, ...]
) -> None:
    assert parse_question(text, ledger).unknown == unknown


@pytest.mark.parametrize("text", ["Quotas?", "Why?", "Sanctions on whom?"])
def test_the_word_that_opens_a_question_is_not_taken_for_an_unknown_name(
    ledger: Ledger, text: str
) -> None:
    assert parse_question(text, ledger).unknown == ()


def test_a_lower_case_word_that_is_only_part_of_a_name_is_no_name(ledger: Ledger) -> None:
    question = parse_question("why were police there", ledger)
    assert question.named == ()
    assert "police" in question.words


def test_what_is_left_is_for_searching(ledger: Ledger) -> None:
    question = parse_question("Why did Canada impose sanctions on Norway?", ledger)
    assert question.words == ("impose", "sanctions")


def test_an_empty_question_asks_for_nothing(ledger: Ledger) -> None:
    question = parse_question("", ledger)
    assert (question.subject, question.named, question.unknown, question.words) == (
        None,
        (),
        (),
        (),
    )


def test_an_empty_ledger_knows_nobody(empty: Ledger) -> None:
    question = parse_question("Why is Norway in Canada?", empty)
    assert question.subject is None
    assert question.unknown == ("Norway", "Canada")


@given(st.text(max_size=80))
@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_at_all_can_be_asked(ledger: Ledger, text: str) -> None:
    question = parse_question(text, ledger)
    assert question.text == text
