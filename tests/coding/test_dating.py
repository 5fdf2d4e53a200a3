from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

Code = Callable[..., Any]


def _date(coded: Code, type_name: str, *paragraphs: str, **options: Any) -> str | None:
    date = coded(*paragraphs, **options).told(type_name).date
    return date.edtf if date else None


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("Peru's attack of January 3, 2026 on Chile shocked Bolivia.", "2026-01-03"),
        ("Peru's January attack on Chile shocked Bolivia.", "2026-01"),
        ("Peru's 2019 attack on Chile shocked Bolivia.", "2019"),
    ],
)
def test_a_date_inside_the_acts_own_phrase_dates_it(coded: Code, sentence: str, edtf: str) -> None:
    assert _date(coded, "ASSAULT", sentence) == edtf


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("Peru attacked Chile on January 3, 2026.", "2026-01-03"),
        ("In March 2024 Peru attacked Chile.", "2024-03"),
        ("Peru attacked Chile on Tuesday.", "2026-03-10"),
        ("Peru attacked Chile on Thursday.", "2026-03-12"),
        ("Peru will attack Chile on Friday.", "2026-03-13"),
        ("By 2023 Peru had attacked Chile.", "../2023"),
    ],
)
def test_a_date_in_the_acts_clause_dates_it(coded: Code, sentence: str, edtf: str) -> None:
    assert _date(coded, "ASSAULT", sentence) == edtf


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("The army of Peru, now in retreat, attacked Chile in 2019.", "2019"),
        ("Peru recently attacked Chile on March 5, 2026.", "2026-03-05"),
        ("Peru, which may respond now, attacked Chile in 2019.", "2019"),
        ("The current army of Peru attacked Chile in 2019.", "2019"),
    ],
)
def test_a_date_outranks_a_vague_time(coded: Code, sentence: str, edtf: str) -> None:
    assert _date(coded, "ASSAULT", sentence) == edtf


def test_a_relative_clause_keeps_its_own_date(coded: Code) -> None:
    found = coded("Peru, which had attacked Chile in 2019, criticised Bolivia on Tuesday.")
    assert found.told("ASSAULT").date.edtf == "2019"
    assert found.told("ACCUSE").date.edtf == "2026-03-10"


def test_a_joined_verb_shares_the_date_of_the_first(coded: Code) -> None:
    sentence = "Peru attacked Chile on January 3, 2026 and criticised Bolivia."
    assert _date(coded, "ACCUSE", sentence) == "2026-01-03"


def test_a_participle_shares_the_date_of_its_clause(coded: Code) -> None:
    assert _date(coded, "ASSAULT", "In 2019 Peru built a wall, attacking Chile.") == "2019"


def test_the_date_of_the_saying_does_not_date_what_is_said(coded: Code) -> None:
    sentence = "On Monday Bolivia said that Peru attacked Chile in 2019."
    assert _date(coded, "ASSAULT", sentence) == "2019"


def test_a_story_goes_on_at_the_date_it_set(coded: Code) -> None:
    paragraph = (
        "In January 2024 Peru attacked Chile. The Peruvian army arrested the mayor. "
        "Bolivia criticised Peru."
    )
    arrest = coded(paragraph).told("COERCE")
    assert arrest.date.edtf == "2024-01"
    assert arrest.date_how.rule == "dating.story"
    assert arrest.date_quote.words == "January 2024"
    assert _date(coded, "ACCUSE", paragraph) == "2024-01"


def test_a_new_paragraph_ends_the_story(coded: Code) -> None:
    first, second = "In January 2024 Peru attacked Chile.", "The Peruvian army arrested the mayor."
    assert _date(coded, "COERCE", first, second) == "2026-03-12~"


@pytest.mark.parametrize("opening", ["After the attack", "Following the attack"])
def test_what_comes_after_the_story_opens_an_interval(coded: Code, opening: str) -> None:
    first, second = (
        "On January 3, 2026, Peru attacked Chile.",
        f"{opening}, Bolivia criticised Peru.",
    )
    report = coded(first, second).told("ACCUSE")
    assert report.date.edtf == "2026-01-03/.."
    assert (report.date.earliest, report.date.latest) == (dt.date(2026, 1, 3), None)
    assert report.date_how.rule == "dating.story, and after"


def test_since_then_counts_from_the_story(coded: Code) -> None:
    paragraph = "Peru attacked Chile in 2024. Since then Bolivia has supported Peru."
    assert _date(coded, "SUPPORT", paragraph) == "2024/.."


def test_the_present_is_not_drawn_into_a_story_of_the_past(coded: Code) -> None:
    paragraph = "In January 2024 Peru attacked Chile. Bolivia now supports Peru."
    assert _date(coded, "SUPPORT", paragraph) == "2026-03-12~"


def test_a_day_counted_from_publication_starts_no_story(coded: Code) -> None:
    paragraph = "On Monday Peru attacked Chile. Bolivia criticised Peru."
    assert _date(coded, "ACCUSE", paragraph) == "2026-03-12~"


def test_news_without_a_date_is_about_the_day_of_publication(coded: Code) -> None:
    report = coded("Bolivia criticised Peru.").only
    assert report.date.edtf == "2026-03-12~"
    assert report.date_quote is None
    assert report.date_how.rule == "dating.publication"


def test_what_is_taken_as_known_happened_some_time_before(coded: Code) -> None:
    report = coded("Bolivia criticised Peru over the attack on Chile.").told("ASSAULT")
    assert report.date.edtf == "../2026-03-12"
    assert report.date_how.rule == "dating.known before"
    assert report.date_how.detail


def test_what_is_to_come_has_a_date_open_to_the_future(coded: Code) -> None:
    assert _date(coded, "ACCUSE", "Bolivia will criticise Peru.") == "2026-03-12/.."


@pytest.mark.parametrize(
    "sentence",
    [
        "Bolivia may criticise Peru.",
        "Bolivia would criticise Peru.",
        "Bolivia did not criticise Peru.",
        "If Bolivia criticises Peru, the region will suffer.",
    ],
)
def test_what_is_not_told_as_done_gets_no_date_from_publication(coded: Code, sentence: str) -> None:
    report = coded(sentence).told("ACCUSE")
    assert report.date is None
    assert report.date_how.rule == "dating.none: not told as done"


def test_a_possible_act_keeps_the_date_that_the_text_gives_it(coded: Code) -> None:
    assert _date(coded, "ACCUSE", "Bolivia may criticise Peru on Friday.") == "2026-03-13"


def test_an_article_without_a_dateline_dates_nothing_of_its_own(coded: Code) -> None:
    report = coded("Bolivia criticised Peru.", published=None).only
    assert report.date is None
    assert report.date_how.rule == "dating.none: no date, no dateline"


def test_the_events_of_a_day_do_not_date_the_meeting_they_are_recalled_at(coded: Code) -> None:
    sentence = (
        "Peru's foreign minister met Chile's president and recalled the events of January 3rd."
    )
    assert _date(coded, "CONSULT", sentence) == "2026-03-12~"
    sentence = (
        "At the talks with Peru on Tuesday, Chile's president recalled the events of January 3rd."
    )
    assert _date(coded, "CONSULT", sentence) == "2026-03-10"


def test_a_punishment_dated_since_does_not_date_what_it_is_for(coded: Code) -> None:
    sentence = (
        "Peru, sanctioned by Chile since 2012 for its part in the war on Bolivia, built a wall."
    )
    assert _date(coded, "SANCTION", sentence) == "2012/.."
    assert _date(coded, "ASSAULT", sentence) == "../2026-03-12"


def test_the_day_of_a_quarrel_is_not_the_day_of_what_it_is_over(coded: Code) -> None:
    sentence = "Bolivia criticised Peru on Monday over the attack on Chile."
    assert _date(coded, "ACCUSE", sentence) == "2026-03-09"
    assert _date(coded, "ASSAULT", sentence) == "../2026-03-12"


def test_how_often_something_happens_is_not_when(coded: Code) -> None:
    assert _date(coded, "ACCUSE", "Every year Peru criticises Chile.") == "2026-03-12~"


def test_the_words_that_give_a_date_are_quoted_from_the_text(coded: Code) -> None:
    found = coded("Peru attacked Chile on January 3, 2026.")
    quote = found.only.date_quote
    assert "January 3, 2026" in quote.words
    assert found.parse.article.text[quote.start : quote.end] == quote.words
