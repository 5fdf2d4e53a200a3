"""Towns by name, the article's own countries first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.gazetteer import MIN_POPULATION, Gazetteer, Town, load_gazetteer

TOWNS = load_gazetteer()


def test_a_town_beside_its_country_is_the_one_meant() -> None:
    cuban = TOWNS.find("Santiago de Cuba", {"CUB"})
    assert cuban is not None
    assert cuban.country == "CUB"


@pytest.mark.parametrize("country", ["USA", "GBR", "CAN"])
def test_one_name_is_a_different_town_in_each_country(country: str) -> None:
    found = TOWNS.find("Cambridge", {country})
    assert found is not None
    assert found.country == country


def test_without_a_country_the_largest_town_is_meant() -> None:
    london = TOWNS.find("London", ())
    assert london is not None
    assert london.country == "GBR"


def test_a_country_that_has_no_such_town_does_not_hide_the_town() -> None:
    rotterdam = TOWNS.find("Rotterdam", {"PER"})
    assert rotterdam is not None
    assert rotterdam.country == "NLD"


def test_capitals_of_letters_do_not_matter() -> None:
    assert TOWNS.find("ROTTERDAM", ()) == TOWNS.find("rotterdam", ())


def test_no_town_bears_a_made_up_name() -> None:
    assert TOWNS.find("Qwxzville-upon-Nothing", ()) is None


def test_coordinates_are_degrees_and_small_towns_are_left_out() -> None:
    oslo = TOWNS.find("Oslo", ())
    assert oslo is not None
    assert oslo.lat == pytest.approx(59.9, abs=0.2)
    assert oslo.lon == pytest.approx(10.75, abs=0.2)
    assert oslo.population >= MIN_POPULATION


def test_the_gazetteer_is_read_once() -> None:
    assert load_gazetteer() is load_gazetteer()


TOWN = st.builds(
    Town,
    name=st.sampled_from(["Alba", "Brig"]),
    country=st.sampled_from(["AAA", "BBB", "CCC"]),
    lat=st.just(0.0),
    lon=st.just(0.0),
    population=st.integers(1, 9),
)


@given(st.lists(TOWN), st.sets(st.sampled_from(["AAA", "BBB", "CCC"])))
def test_the_largest_of_the_wanted_countries_wins_else_the_largest(
    towns: list[Town], countries: set[str]
) -> None:
    found = Gazetteer(towns).find("alba", countries)
    named = [town for town in towns if town.name == "Alba"]
    wanted = [town for town in named if town.country in countries] or named
    assert (found is None) == (not named)
    assert found is None or (
        found in wanted and found.population == max(town.population for town in wanted)
    )
