from __future__ import annotations

from dragoman.answers.nearest import nearest_matter
from dragoman.answers.question import parse_question
from dragoman.ledger import Ledger, Pseudonyms


def _nearest(ledger: Ledger, text: str) -> str:
    shown = Pseudonyms(ledger.pseudonyms())
    return nearest_matter(ledger, parse_question(text, ledger), shown)


def test_the_last_event_of_somebody_who_is_named_comes_first(ledger: Ledger) -> None:
    assert "Finland" in _nearest(ledger, "Why is Finland in Brazil?")


def test_else_an_event_told_in_the_same_words(ledger: Ledger) -> None:
    assert "patrol boats" not in _nearest(ledger, "Why sanctions?")
    assert "sanctions" in _nearest(ledger, "why those sanctions")


def test_else_the_event_with_most_outlets_and_both_sides(ledger: Ledger) -> None:
    nearest = _nearest(ledger, "Why is Brazil in Atlantis?")
    assert nearest == "May 2024: Canada imposed penalties on Norway (“imposed sanctions”)"


def test_nothing_is_near_in_an_empty_ledger(empty: Ledger) -> None:
    assert _nearest(empty, "Why is Norway in Canada?") == ""


def test_a_private_person_is_not_named(ledger: Ledger) -> None:
    assert "Nordmann" not in _nearest(ledger, "Why is Ola Nordmann in Brazil?")
