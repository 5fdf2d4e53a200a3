"""The date that a sentence inherits from the passage it stands in."""

from __future__ import annotations

import pytest

from dragoman.language.narrative import DatedSentence, date_sentences
from reading import parse


def dated(*paragraphs: str) -> tuple[DatedSentence, ...]:
    return date_sentences(parse(*paragraphs))


def inherited(*paragraphs: str) -> list[str | None]:
    return [d.inherited.edtf if d.inherited else None for d in dated(*paragraphs)]


def test_there_is_one_for_each_sentence() -> None:
    assert len(dated("Peru signed. Chile did not.", "Norway waited.")) == 3


def test_offsets_are_counted_in_the_article() -> None:
    paragraphs = ("Norway waited.", "Peru signed the treaty on 3 May 2024.")
    read = parse(*paragraphs)
    (expression,) = date_sentences(read)[1].expressions
    assert read.article.text[expression.start : expression.end] == "3 May 2024"


def test_a_date_holds_to_the_end_of_its_paragraph() -> None:
    assert inherited("Peru signed on 3 May 2024. Chile followed. Norway came last.") == [
        None,
        "2024-05-03",
        "2024-05-03",
    ]


def test_a_later_date_takes_over() -> None:
    told = inherited("Peru signed on 3 May 2024. Chile signed on 9 June 2024. Norway did not.")
    assert told[-1] == "2024-06-09"


def test_a_new_paragraph_starts_afresh() -> None:
    assert inherited("Peru signed on 3 May 2024.", "Chile has a new port.") == [None, None]


@pytest.mark.parametrize("opening", ["After the signing", "Then", "The next day", "Later"])
def test_a_paragraph_that_goes_on_keeps_the_date(opening: str) -> None:
    assert inherited("Peru signed on 3 May 2024.", f"{opening}, Chile signed too.")[1] == (
        "2024-05-03"
    )


def test_a_weekday_counted_from_publication_does_not_move_the_story() -> None:
    assert inherited("Peru signed on Monday. Chile did not.") == [None, None]


@pytest.mark.parametrize("bound", ["since", "until", "before"])
def test_a_bound_does_not_move_the_story(bound: str) -> None:
    assert inherited(f"Peru has waited {bound} 2012. Chile did not.") == [None, None]


def test_the_words_that_set_the_date_are_quoted() -> None:
    second = dated("Peru signed on 3 May 2024. Chile followed.")[1]
    assert second.set_by is not None
    assert second.set_by.words == "3 May 2024"


def dates(*paragraphs: str) -> list[list[str | None]]:
    return [[e.date.edtf if e.date else None for e in d.expressions] for d in dated(*paragraphs)]


def test_two_days_later_counts_from_the_paragraph_before_whatever_it_counted_from() -> None:
    told = dates("Peru signed on Tuesday.", "Two days later Chile signed.")
    assert told == [["2026-01-20"], ["2026-01-22"]]


def test_a_day_earlier_counts_from_the_news_at_the_head_of_a_paragraph() -> None:
    told = dates("Peru recalled the treaty of 3 May 2024.", "A day earlier Chile signed.")
    assert told[-1] == ["2026-01-20"]


def test_two_days_later_does_not_count_from_further_back() -> None:
    told = dates("Peru signed on 3 May 2024.", "Norway waited.", "Two days later Chile signed.")
    assert told[-1] == [None]


def test_a_report_on_a_quarter_is_on_it_throughout() -> None:
    told = dates(
        "Exports grew in the second quarter of 2024.", "Peru waited.", "The quarter ended."
    )
    assert told[-1] == ["2024-04/2024-06"]
