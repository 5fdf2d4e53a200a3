from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.coding.placing import place_act

Code = Callable[..., Any]


def _place(coded: Code, sentence: str, type_name: str = "CONSULT") -> tuple[str, str, str] | None:
    place = coded(sentence).told(type_name).place
    return (place.name, place.country, place.precision) if place else None


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The Peruvian foreign minister met Chile's president in Santiago.", ("Santiago", "CHL")),
        ("Russia's foreign minister met Cuba's president in Havana.", ("Havana", "CUB")),
        ("The talks in Oslo between Peru and Chile failed.", ("Oslo", "NOR")),
        ("In Lima the Peruvian foreign minister met Chile's president.", ("Lima", "PER")),
    ],
)
def test_a_city_is_placed_as_a_city(coded: Code, sentence: str, place: tuple[str, str]) -> None:
    assert _place(coded, sentence) == (*place, "city")


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The Peruvian foreign minister met Chile's president in Bolivia.", ("Bolivia", "BOL")),
        ("The talks between Peru and Chile in Norway failed.", ("Norway", "NOR")),
    ],
)
def test_a_country_is_never_made_a_city(coded: Code, sentence: str, place: tuple[str, str]) -> None:
    assert _place(coded, sentence) == (*place, "country")
    report = coded(sentence).told("CONSULT")
    assert (report.place.lat, report.place.lon) == (None, None)


def test_a_city_has_its_position_on_the_map(coded: Code) -> None:
    place = coded("The Peruvian foreign minister met Chile's president in Santiago.").only.place
    assert place.lat == pytest.approx(-33.4, abs=0.5)
    assert place.lon == pytest.approx(-70.6, abs=0.5)


@pytest.mark.parametrize(
    "sentence",
    ["Peru criticised Chile.", "Lima criticised Santiago.", "Peru's army attacked Chile."],
)
def test_an_actor_is_not_a_place(coded: Code, sentence: str) -> None:
    assert coded(sentence).only.place is None


def test_the_place_of_another_clause_does_not_place_an_act(coded: Code) -> None:
    found = coded("Peru's president met Chile's president in Oslo, and Bolivia criticised Peru.")
    assert found.told("CONSULT").place.name == "Oslo"
    assert found.told("ACCUSE").place is None


def test_the_place_in_the_acts_own_phrase_comes_before_one_in_its_clause(coded: Code) -> None:
    sentence = "In Quito, Bolivia praised the talks in Oslo between Peru and Chile."
    assert coded(sentence).told("CONSULT").place.name == "Oslo"


def test_a_place_is_quoted_from_the_text(coded: Code) -> None:
    found = coded("The talks in Oslo between Peru and Chile failed.")
    quote = found.only.place_quote
    assert quote.words == "Oslo"
    assert found.parse.article.text[quote.start : quote.end] == "Oslo"


def test_the_placing_of_a_word_can_be_asked_alone(coded: Code) -> None:
    found = coded("The talks in Oslo between Peru and Chile failed.")
    placing = place_act(found.head("talks"), found.parse, found.cast)
    assert placing is not None
    assert placing.place.country == "NOR"
