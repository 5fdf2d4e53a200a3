"""States, capitals and seats of power: governments that act, and places."""

from __future__ import annotations

import pytest

from reading import cast, mention, who, words_of


@pytest.mark.parametrize(
    "text",
    ["Lima rejected the offer.", "Officials in Quito accused Lima.", "Talks with Lima failed."],
)
def test_a_capital_that_acts_or_is_acted_on_is_the_government(text: str) -> None:
    found = cast(text)
    assert mention(found, "Lima").kind.value == "actor"
    assert mention(found, "Lima").form.value == "metonym"
    assert who(found, "Lima").key == "state:PER"


@pytest.mark.parametrize(
    "text",
    [
        "The minister arrived in Lima.",
        "The envoys met in Lima.",
        "The envoy flew to Lima.",
        "The envoy returned from Lima.",
        "Lima airport was closed.",
    ],
)
def test_a_capital_where_something_happens_is_a_place(text: str) -> None:
    place = mention(cast(text), "Lima")
    assert place.kind.value == "place"
    assert place.place is not None
    assert (place.place.name, place.place.country) == ("Lima", "PER")
    assert place.place.precision == "city"
    assert place.place.lat == pytest.approx(-12.05, abs=0.3)


def test_a_place_still_tells_whose_it_is() -> None:
    assert who(cast("The minister arrived in Lima."), "Lima").country == "PER"


def test_a_country_as_a_place_has_the_precision_of_a_country() -> None:
    place = mention(cast("Troops trained in Norway."), "Norway").place
    assert place is not None
    assert (place.country, place.precision) == ("NOR", "country")


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The Kremlin denied the report.", "Kremlin", "RUS"),
        ("Downing Street declined to comment.", "Downing Street", "GBR"),
        ("The White House urged calm.", "White House", "USA"),
    ],
)
def test_a_seat_of_power_is_the_government(text: str, words: str, country: str) -> None:
    found = cast(text)
    assert who(found, words).key == f"state:{country}"
    assert mention(found, words).form.value == "metonym"


@pytest.mark.parametrize("owner", ["Peru's", "The Peruvian"])
def test_a_state_is_the_same_by_name_and_by_adjective(owner: str) -> None:
    found = cast(f"{owner} government acted. Peru is small.")
    assert {a.key for a in found.appearances if a.kind.value == "state"} == {"state:PER"}


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Thousands of Cubans left.", "Thousands of Cubans", "CUB"),
        ("Three Peruvians were hurt.", "Three Peruvians", "PER"),
        ("Norwegians voted on Sunday.", "Norwegians", "NOR"),
        ("Dozens of Chileans marched.", "Dozens of Chileans", "CHL"),
    ],
)
def test_a_countrys_people_are_a_group_with_their_count(
    text: str, words: str, country: str
) -> None:
    seen = who(cast(text), words)
    assert (seen.kind.value, seen.country) == ("group", country)


def test_a_countrys_people_are_not_its_state() -> None:
    found = cast("Norway voted. Norwegians were glad.")
    assert who(found, "Norway") != who(found, "Norwegians")


def test_a_state_that_only_qualifies_a_word_is_mentioned_too() -> None:
    assert "Peruvian" in words_of(cast("Peruvian fishermen came home."))


def test_small_letters_are_not_a_state() -> None:
    assert words_of(cast("The turkey and the china were sold, and it told us so.")) == []
