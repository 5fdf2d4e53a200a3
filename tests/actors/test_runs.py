"""Runs of capitalised words, before anybody asks what they name."""

from __future__ import annotations

import pytest

from dragoman.actors.authority import load_authority
from dragoman.actors.runs import trusted_runs
from reading import parse


def runs(*paragraphs: str, headings: tuple[str, ...] = ()) -> list[str]:
    read = parse(*paragraphs, headings=headings)
    found = trusted_runs(read, load_authority())
    return [read.doc[run.first : run.last + 1].text for run in found]


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("It met Ana Soto in March.", "Ana Soto"),
        ("It met Juan de la Cruz in March.", "Juan de la Cruz"),
        ("It met Ana Soto-Ruiz in March.", "Ana Soto-Ruiz"),
        ("It asked the Ministry of the Interior.", "Ministry of the Interior"),
        ("It asked the Ministry of Science and Technology.", "Ministry of Science and Technology"),
    ],
)
def test_a_run_goes_on_through_the_small_words_of_a_name(text: str, run: str) -> None:
    assert runs(text) == [run]


def test_of_does_not_tie_a_ministry_to_a_country() -> None:
    assert runs("It asked the Foreign Ministry of Chile.") == ["Foreign Ministry", "Chile"]


def test_months_and_weekdays_are_no_runs() -> None:
    assert runs("It met on Monday and again in December.") == []


def test_a_heading_counts_only_for_what_the_text_names_too() -> None:
    heading = ("Soto Opens Harbour",)
    assert runs("The harbour opened.", headings=heading) == []


def test_a_surname_that_opens_a_sentence_is_a_run_where_the_article_has_it_in_a_name() -> None:
    found = runs("Prime Minister Keir Starmer flew to Oslo. Starmer met engineers.")
    assert "Starmer" in found
