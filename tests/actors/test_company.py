"""What the names beside a name say of it."""

from __future__ import annotations

import pytest

from reading import cast, who, words_of


def test_a_short_form_in_brackets_is_of_the_same_sort() -> None:
    found = cast("The Harbour Party (HBP) refused. The HBP left the talks.")
    assert who(found, "HBP").sectors == ("PTY",)
    assert who(found, "HBP") == who(found, "Harbour Party")


def test_what_is_listed_with_parties_is_a_party() -> None:
    found = cast("The talks between the Harbour Party, the QRX and the Civic Party failed.")
    assert "PTY" in who(found, "QRX").sectors


@pytest.mark.parametrize(
    "text",
    [
        "The QRX won nine seats in the assembly.",
        "The QRX candidate thanked the nurses.",
    ],
)
def test_a_party_is_told_by_what_is_said_of_it(text: str) -> None:
    assert "PTY" in who(cast(text), "QRX").sectors


def test_a_family_of_parties_before_a_candidate_is_named() -> None:
    assert "PTY" in who(cast("A Social Democratic candidate spoke."), "Social Democratic").sectors


def test_an_adjective_of_politics_elsewhere_names_nobody() -> None:
    assert "Liberal" not in words_of(cast("He read Liberal arts in Lima."))


def test_another_nation_s_party_is_no_namesake() -> None:
    found = cast("The Norwegian Brothers of Italy choir sang for the Peruvian Forza Italia.")
    assert all(seen.key != "body:ITA:forza-italia" for seen in found.appearances)
