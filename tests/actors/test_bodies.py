"""Ministries, forces, courts: told apart by country, joined by short form and by noun."""

from __future__ import annotations

import pytest

from dragoman.actors.bodies import body_key, normal_name
from reading import cast, who


def test_a_ministry_is_the_same_in_either_word_order() -> None:
    assert normal_name("Ministry of the Interior") == normal_name("the Interior Ministry")
    assert body_key("Ministry of Health", "PER") == body_key("Health Ministry", "PER")
    assert body_key("Ministry of Health", "PER") != body_key("Ministry of Health", "NOR")


@pytest.mark.parametrize(
    "text",
    [
        "Peru's Ministry of Health wrote to Norway's Ministry of Health.",
        "The Peruvian Ministry of Health wrote to the Norwegian Ministry of Health.",
        "The Ministry of Health of Peru wrote to the Ministry of Health of Norway.",
    ],
)
def test_ministries_of_two_countries_stay_apart(text: str) -> None:
    found = cast(text)
    assert who(found, "Ministry of Health", 0).country == "PER"
    assert who(found, "Ministry of Health", 1).country == "NOR"


def test_each_ministry_is_met_again_under_its_own_country() -> None:
    found = cast(
        "Peru's Ministry of Health wrote to Norway's Ministry of Health.",
        "Norway's Health Ministry answered.",
    )
    assert who(found, "Health Ministry") == who(found, "Ministry of Health", 1)


def test_a_ministry_has_its_sectors() -> None:
    assert who(cast("Peru's Ministry of Health spoke."), "Ministry of Health").sectors == (
        "GOV",
        "MED",
    )


def test_a_ministry_without_country_joins_the_only_one_named() -> None:
    found = cast("Peru's Ministry of Health opened an office.", "The Ministry of Health is busy.")
    assert who(found, "Ministry of Health", 1) == who(found, "Ministry of Health", 0)


def test_a_short_form_in_parentheses_names_the_same_body() -> None:
    found = cast(
        "Peru's Ministry of Agrarian Development (MIDAGRI) opened an office. MIDAGRI is busy."
    )
    assert who(found, "MIDAGRI", 0) == who(found, "Ministry of Agrarian Development")
    assert who(found, "MIDAGRI", 1) == who(found, "Ministry of Agrarian Development")


def test_a_known_body_is_joined_by_its_short_form() -> None:
    found = cast("The International Monetary Fund (IMF) met. The IMF agreed.")
    assert {who(found, "International Monetary Fund").key, who(found, "IMF", 1).key} == {"org:IMF"}


def test_the_ministry_that_somebody_leads_is_his_own() -> None:
    found = cast(
        "Pedro Soto, Peru's interior minister, spoke.", "He has led the Ministry of the Interior."
    )
    assert who(found, "Ministry of the Interior").country == "PER"


def test_the_ministry_alone_is_the_one_of_its_ministers_office() -> None:
    found = cast(
        "Eva Ruiz, Peru's health minister, spoke.",
        "Minister of Health since 2015, she has headed the Ministry for years.",
    )
    assert who(found, "Ministry").key == body_key("Health Ministry", "PER")


def test_a_ministry_somebody_visits_need_not_be_of_his_country() -> None:
    found = cast("Pedro Soto, Peru's interior minister, visited the Ministry of Culture.")
    assert who(found, "Ministry of Culture").country is None


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("The Norwegian police searched a ship.", "The Norwegian police", "NOR", "COP"),
        ("Peru's army rebuilt the bridge.", "Peru's army", "PER", "MIL"),
        ("Peru's congress passed the law.", "Peru's congress", "PER", "LEG"),
        ("The Supreme Court of Chile agreed.", "Supreme Court", "CHL", "JUD"),
    ],
)
def test_a_force_a_court_or_a_parliament_is_a_body(
    text: str, words: str, country: str, sector: str
) -> None:
    seen = who(cast(text), words)
    assert (seen.kind.value, seen.country) == ("body", country)
    assert sector in seen.sectors
