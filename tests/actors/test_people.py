"""Persons: full names and short ones, and who stays private."""

from __future__ import annotations

import datetime as dt

import pytest

from reading import cast, mention, people, who


def test_a_surname_joins_the_full_name_before_it() -> None:
    found = cast("Ana Soto, Peru's health minister, arrived in Quito. Soto met doctors.")
    assert who(found, "Soto") == who(found, "Ana Soto")


def test_a_surname_joins_the_full_name_that_comes_after_it() -> None:
    found = cast("Minister Soto will stay.", "Health minister Ana Soto told doctors so.")
    assert people(found) == ["Ana Soto"]


def test_a_surname_that_two_people_share_goes_to_the_one_named_last() -> None:
    found = cast(
        "Ana Soto, Peru's health minister, met Jorge Soto, the mayor of Quito. Soto spoke first."
    )
    assert people(found) == ["Ana Soto", "Jorge Soto"]
    assert who(found, "Soto").name == "Jorge Soto"


def test_full_names_keep_two_people_of_one_surname_apart() -> None:
    found = cast(
        "Ana Soto, Peru's health minister, met Jorge Soto, a mayor. Ana Soto thanked Jorge Soto."
    )
    assert who(found, "Ana Soto", 1) == who(found, "Ana Soto")
    assert who(found, "Jorge Soto", 1) == who(found, "Jorge Soto")
    assert who(found, "Ana Soto") != who(found, "Jorge Soto")


def test_a_first_name_alone_does_not_join() -> None:
    found = cast("Ana Soto, Peru's health minister, spoke. Mrs Ana Ruiz, a mayor, listened.")
    assert people(found) == ["Ana Soto", "Ana Ruiz"]


def test_a_known_person_is_the_same_with_and_without_title_and_first_name() -> None:
    found = cast("Prime Minister Keir Starmer flew to Kyiv. Starmer met engineers.")
    assert who(found, "Prime Minister Keir Starmer") == who(found, "Starmer")
    assert who(found, "Starmer").country == "GBR"


@pytest.mark.parametrize(
    ("text", "gender"),
    [("Mr Soto spoke.", "male"), ("Mrs Soto spoke.", "female"), ("Sir Juan Soto spoke.", "male")],
)
def test_a_courtesy_title_tells_the_gender(text: str, gender: str) -> None:
    (person,) = cast(text).appearances
    assert person.gender == gender


def test_the_title_belongs_to_the_mention_but_not_to_the_name() -> None:
    found = cast("Foreign Minister Ana Soto visited Norway.")
    assert mention(found, "Foreign Minister Ana Soto").form.value == "name"
    assert who(found, "Foreign Minister Ana Soto").name == "Ana Soto"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pedro Soto, a retired teacher, was detained in Quito.", "Pedro Soto"),
        ("A detainee, Pedro Soto, wrote a letter.", "Pedro Soto"),
        ("A witness, Pedro Soto, told the court that he saw nothing.", "Pedro Soto"),
        ("The recruit, Pedro Soto, came home in March.", "Pedro Soto"),
        ("The minister thanked his sister, Eva Soto, for her help.", "Eva Soto"),
        ("The soldier's mother, Eva Soto, wept.", "Eva Soto"),
        ("Pedro Soto, a deckhand from Quito, was detained.", "Pedro Soto"),
        ("A hiker, Pedro Soto, was rescued.", "Pedro Soto"),
        ("A refugee, Pedro Soto, told his story.", "Pedro Soto"),
        ("The victim, Eva Soto, was buried on Friday.", "Eva Soto"),
        ("A survivor, Eva Soto, testified.", "Eva Soto"),
        ("Her cousin, Eva Soto, waited outside.", "Eva Soto"),
        ("Eva Soto, a truck driver, was among the wounded.", "Eva Soto"),
        ("Pedro Soto said that he would stay.", "Pedro Soto"),
    ],
)
def test_a_person_without_a_public_role_is_private(text: str, name: str) -> None:
    assert who(cast(text), name).private


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Soto, Peru's health minister, spoke.", "Ana Soto"),
        ("The mayor, Ana Soto, spoke.", "Ana Soto"),
        ("General Pedro Soto spoke.", "General Pedro Soto"),
        ("A spokesman for Peru's army, Pedro Soto, spoke.", "Pedro Soto"),
        ("Pedro Soto of Norway's Ministry of Health spoke.", "Pedro Soto"),
        ("Keir Starmer spoke.", "Keir Starmer"),
        ("Pedro Soto, a union leader, spoke.", "Pedro Soto"),
        ("Eva Soto, a singer, spoke.", "Eva Soto"),
        ("Eva Soto, a former president of Peru, spoke.", "Eva Soto"),
    ],
)
def test_an_official_is_not_private(text: str, name: str) -> None:
    assert not who(cast(text), name).private


def test_a_witness_who_holds_office_is_not_private() -> None:
    found = cast("A witness, Pedro Soto, spoke. Pedro Soto, Peru's health minister, then left.")
    assert not who(found, "Pedro Soto").private


def test_a_bare_surname_is_the_head_of_government_of_that_day() -> None:
    found = cast("Merkel spoke in Oslo.", published=dt.date(2015, 5, 1))
    assert who(found, "Merkel").key == "person:angela-merkel"


def test_after_the_term_a_bare_surname_is_nobody_known() -> None:
    found = cast("Merkel spoke in Oslo.", published=dt.date(2026, 1, 21))
    assert all(not seen.key.startswith("person:angela") for seen in found.appearances)
