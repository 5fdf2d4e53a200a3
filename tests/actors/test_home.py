"""Home: an article told of one country lends it to that country's powers, and to nobody else."""

from __future__ import annotations

import pytest

from reading import cast, who

AT_HOME = (
    "Peru raised taxes on Monday. Peru also cut spending. Peruvian miners protested. "
    "The Peruvian government answered. Peru expects growth."
)


@pytest.mark.parametrize("words", ["Senator Ana Soto", "Senate"])
def test_powers_are_those_of_the_country_told_of(words: str) -> None:
    appearance = who(cast(AT_HOME, f"On Tuesday the {words} spoke against the tax."), words)
    assert appearance.country == "PER"


def test_the_reason_is_told() -> None:
    seen = who(cast(AT_HOME, "Senator Ana Soto spoke."), "Senator Ana Soto")
    assert any("hardly any other" in note for note in seen.how.detail)


def test_an_article_of_two_countries_is_at_home_in_neither() -> None:
    both = AT_HOME.replace("Peruvian", "Chilean")
    assert who(cast(both, "Senator Ana Soto spoke."), "Senator Ana Soto").country is None


def test_who_holds_no_public_office_is_from_nowhere_in_particular() -> None:
    found = cast(AT_HOME, "Ana Soto, a nurse, watched. The singer Jorge Mora watched too.")
    assert who(found, "Ana Soto").country is None
    assert who(found, "Jorge Mora").country is None


def test_a_body_at_home_is_the_one_that_others_name_with_its_country() -> None:
    at_home = who(cast(AT_HOME, "The Senate voted against the tax."), "Senate")
    abroad = who(cast("Chile waited while Peru's Senate voted."), "Senate")
    assert at_home.key == abroad.key
