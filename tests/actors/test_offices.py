"""Offices as the text states them: title, body, country, and since when."""

from __future__ import annotations

import pytest

from dragoman.actors.offices import body_of_title
from dragoman.model.actor import Office
from reading import cast, parse, who


def office(text: str, name: str) -> Office:
    """The one office that a text gives to a person."""
    (held,) = who(cast(text), name).offices
    return held


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Soto, Peru's health minister, spoke.", "Ana Soto"),
        ("Peru's health minister, Ana Soto, spoke.", "Ana Soto"),
        ("Peru's health minister Ana Soto spoke.", "Ana Soto"),
        ("Peruvian Health Minister Ana Soto spoke.", "Health Minister Ana Soto"),
        ("Ana Soto is Peru's health minister.", "Ana Soto"),
        ("The Peruvian health minister, Ana Soto, spoke.", "Ana Soto"),
    ],
)
def test_a_title_is_learned_wherever_it_stands(text: str, name: str) -> None:
    held = office(text, name)
    assert (held.title.lower(), held.country) == ("health minister", "PER")
    assert held.body == "Health Ministry"
    assert who(cast(text), name).country == "PER"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Minister of Health", "Ministry of Health"),
        ("Minister of the Interior", "Ministry of the Interior"),
        ("deputy foreign minister", "Foreign Ministry"),
        ("interior minister", "Interior Ministry"),
        ("head of the police", "police"),
        ("prime minister", None),
        ("president", None),
    ],
)
def test_a_title_tells_the_body(title: str, body: str | None) -> None:
    assert body_of_title(title) == body


def test_a_portfolio_that_is_tagged_as_an_adjective_stays_in_the_title() -> None:
    held = office("Pedro Soto, Peru's interior minister, spoke.", "Pedro Soto")
    assert held.title == "interior minister"


def test_praise_is_no_part_of_the_title() -> None:
    held = office("Pedro Soto, Peru's tireless interior minister, spoke.", "Pedro Soto")
    assert held.title == "interior minister"


def test_the_country_is_no_part_of_the_title() -> None:
    held = office("Ana Soto, the foreign minister of Peru, spoke.", "Ana Soto")
    assert (held.title, held.country) == ("foreign minister", "PER")


@pytest.mark.parametrize(
    "text",
    [
        "Eva Ruiz, a spokesperson for Peru's defence ministry, declined to comment.",
        "Eva Ruiz, a spokesperson for the Peruvian defence ministry, declined to comment.",
        "The Peruvian defence ministry's spokesperson, Eva Ruiz, declined to comment.",
        "Peru's defence ministry spokesperson Eva Ruiz declined to comment.",
    ],
)
def test_a_spokesperson_takes_country_and_sectors_of_the_ministry(text: str) -> None:
    seen = who(cast(text), "Eva Ruiz")
    assert (seen.country, seen.sectors) == ("PER", ("GOV", "MIL"))
    assert seen.offices


def test_an_unnamed_spokesman_takes_them_too() -> None:
    seen = who(cast("A spokesman for Peru's defence ministry said no."), "A spokesman")
    assert (seen.country, seen.sectors) == ("PER", ("GOV", "MIL"))


@pytest.mark.parametrize(
    ("second", "year"),
    [
        ("Minister of Health since 2015, she has headed the Ministry for years.", "2015"),
        ("She has headed the Ministry of Health since 2015.", "2015"),
        ("Since 2015 she has headed the Ministry of Health.", "2015"),
    ],
)
def test_since_when_an_office_is_held_is_learned_from_a_later_sentence(
    second: str, year: str
) -> None:
    held = office(f"Eva Ruiz, Peru's health minister, spoke first. {second}", "Eva Ruiz")
    assert (held.title, held.since, held.country) == ("health minister", year, "PER")


def test_since_when_an_office_is_held_may_stand_beside_the_name() -> None:
    held = office("Pedro Soto, Peru's interior minister since 2012, spoke.", "Pedro Soto")
    assert held.since == "2012"


def test_a_former_office_has_ended_by_the_articles_day() -> None:
    held = office("Ana Soto, Peru's former health minister, spoke.", "Ana Soto")
    assert (held.title, held.until) == ("health minister", "../2026-01-21")


def test_two_different_offices_are_both_kept() -> None:
    found = cast("Ana Soto, Peru's health minister, spoke. Deputy Foreign Minister Ana Soto left.")
    titles = [held.title.lower() for held in who(found, "Ana Soto").offices]
    assert titles == ["health minister", "deputy foreign minister"]


def test_one_office_in_two_wordings_is_one() -> None:
    found = cast("Ana Soto, Peru's health minister, spoke. Minister of Health Ana Soto left.")
    assert len(who(found, "Ana Soto").offices) == 1


@pytest.mark.parametrize("noun", ["sister", "neighbour", "witness", "detainee"])
def test_a_private_role_is_no_office(noun: str) -> None:
    assert who(cast(f"The driver's {noun}, Eva Soto, wept."), "Eva Soto").offices == ()


def test_an_office_quotes_the_words_that_say_it() -> None:
    text = "Peru's health minister, Ana Soto, spoke."
    held = office(text, "Ana Soto")
    assert parse(text).article.text[held.quote.start : held.quote.end] == held.quote.words
    assert "health minister" in held.quote.words


def test_membership_gives_country_and_sectors_but_no_title() -> None:
    seen = who(cast("Juan Brito of Norway's Ministry of Health answered."), "Juan Brito")
    assert (seen.country, seen.sectors, seen.offices) == ("NOR", ("GOV", "MED"), ())


@pytest.mark.parametrize(
    ("text", "sectors", "country"),
    [
        ("Hezbollah leader Pedro Soto spoke.", ("REB",), "LBN"),
        ("The Taliban spokesman, Pedro Soto, spoke.", ("REB",), "AFG"),
        ("Pedro Soto, the Texas governor, spoke.", ("GOV",), "USA"),
        ("Pedro Soto, the governor of Sindh, spoke.", ("GOV",), "PAK"),
        ("Former Chilean president Pedro Soto spoke.", ("ELI",), "CHL"),
        ("Peru's former defence minister, Pedro Soto, spoke.", ("ELI", "MIL"), "PER"),
    ],
)
def test_a_title_lends_what_it_belongs_to(
    text: str, sectors: tuple[str, ...], country: str
) -> None:
    seen = who(cast(text), "Pedro Soto")
    assert (seen.sectors, seen.country) == (sectors, country)


def test_an_adjective_inside_the_title_stays() -> None:
    held = office("Pedro Soto, the blunt civil rights chief of Peru, spoke.", "Pedro Soto")
    assert held.title == "civil rights chief"


@pytest.mark.parametrize("calling", ["a physicist", "a Democrat", "an expert", "a tax lawyer"])
def test_a_calling_is_no_office(calling: str) -> None:
    assert who(cast(f"Pedro Soto, {calling}, spoke."), "Pedro Soto").offices == ()


def test_not_every_of_phrase_is_a_body() -> None:
    assert office("Pedro Soto, Peru's chief of staff, spoke.", "Pedro Soto").body is None


def test_the_employer_lends_what_it_is() -> None:
    seen = who(cast("The BBC's Ana Soto asked first."), "Ana Soto")
    assert (seen.country, seen.private) == ("GBR", False)
