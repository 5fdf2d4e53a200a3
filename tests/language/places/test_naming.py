"""One key for the many spellings of a place's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.places.naming import bare_key, place_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Louis", "Saint Louis"),
        ("Saint-Étienne", "St Etienne"),
        ("Sana'a", "Sanaa"),
        ("Sana\u2019a", "SANAA"),
        ("Tromsø", "Tromso"),
        ("Łódź", "Lodz"),
        ("U.S.", "US"),
        ("Port-au-Prince", "Port au Prince"),
        ("Mt. Etna", "Mount Etna"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert place_key(one) == place_key(other) != ""


def test_a_short_word_alone_is_not_written_out() -> None:
    assert place_key("St") == "st"


def test_an_article_in_front_can_go_but_not_the_whole_name() -> None:
    assert bare_key("the gambia") == "gambia"
    assert bare_key("el") == "el"


@given(st.text(max_size=30))
def test_the_key_of_a_key_is_the_key(name: str) -> None:
    assert place_key(place_key(name)) == place_key(name)


@given(st.text(max_size=30))
def test_a_key_has_no_marks_to_part_a_table_by(name: str) -> None:
    assert not set(place_key(name)) & set("\t\n|.")
