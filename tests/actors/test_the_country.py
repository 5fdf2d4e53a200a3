"""Nouns for a country mean the state told of, where one is plain."""

from __future__ import annotations

import pytest

from dragoman.actors.regions import region_members
from reading import cast, who, words_of


def test_the_only_state_is_the_country() -> None:
    found = cast("Peru held elections. The country has voted before.")
    assert who(found, "The country").name == "Peru"


@pytest.mark.parametrize(
    ("words", "name"), [("The kingdom", "Norway"), ("The Nordic state", "Norway")]
)
def test_a_realm_is_the_state_that_is_one(words: str, name: str) -> None:
    assert who(cast(f"Norway wrote to Peru. {words} is patient."), words).name == name


def test_her_country_is_that_of_the_person() -> None:
    found = cast("Ana Lima, Peru's foreign minister, met Chile's envoy. She praised her country.")
    assert who(found, "her country").name == "Peru"


def test_its_neighbour_is_the_one_other_state() -> None:
    found = cast("Peru accused Chile. Lima said its neighbour had moved the fence.")
    assert who(found, "its neighbour").name == "Chile"


def test_of_two_neighbours_none_is_taken() -> None:
    found = cast("Peru, Chile and Bolivia met. Lima said its neighbour had moved the fence.")
    assert "its neighbour" not in words_of(found)


def test_regions_have_states() -> None:
    assert region_members("Baltic") == {"EST", "LTU", "LVA"}
    assert region_members("green") is None
