"""How far the name of a body reaches."""

from __future__ import annotations

import pytest

from reading import cast, people, who, words_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Liberal Party of Peru refused.", "Liberal Party of Peru"),
        ("The Norwegian Harbour Union refused.", "Norwegian Harbour Union"),
        ("The Partido Verde de Peru refused.", "Partido Verde de Peru"),
    ],
)
def test_a_party_or_union_bears_its_country_in_its_name(text: str, name: str) -> None:
    found = cast(text)
    assert name in words_of(found)
    assert who(found, name).country in {"PER", "NOR"}


def test_a_ministry_s_name_is_without_its_country() -> None:
    assert "Ministry of Health" in words_of(cast("The Peruvian Ministry of Health spoke."))


def test_a_person_in_a_body_s_name_is_nobody() -> None:
    assert people(cast("The Winston Churchill Memorial Society met.")) == []


def test_a_known_name_at_the_end_of_a_longer_one_is_not_meant() -> None:
    assert "New Harbour Democratic Party" in words_of(cast("The New Harbour Democratic Party won."))


def test_a_part_of_a_country_keeps_its_name() -> None:
    found = cast("The premier of Western Australia resigned.")
    assert "Western Australia" in words_of(found)
    assert who(found, "Western Australia").country == "AUS"
