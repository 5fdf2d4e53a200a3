from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.short_forms import is_part_of, name_parts

PARTS = st.lists(st.sampled_from(["ana", "maria", "soto", "ruiz"]), max_size=4).map(tuple)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Ana Soto", ("ana", "soto")),
        ("Ana M. Soto", ("ana", "soto")),
        ("Ana Soto-Ruiz", ("ana", "soto", "ruiz")),
        ("José Núñez", ("jose", "nunez")),
        ("", ()),
    ],
)
def test_a_name_is_plain_lower_case_words_without_initials(
    words: str, parts: tuple[str, ...]
) -> None:
    assert name_parts(words) == parts


@pytest.mark.parametrize(
    ("short", "long", "is_short"),
    [
        ("Soto", "Ana Soto", True),
        ("Ana Soto", "Ana Maria Soto", True),
        ("Maria Soto", "Ana Maria Soto", True),
        ("Díaz", "Miguel Díaz-Canel", True),
        ("Ana", "Ana Soto", False),
        ("Soto Ana", "Ana Soto", False),
        ("Ana Soto", "Ana Soto", False),
        ("Ruiz", "Ana Soto", False),
    ],
)
def test_a_surname_shortens_a_name_and_a_first_name_alone_does_not(
    short: str, long: str, *, is_short: bool
) -> None:
    assert is_part_of(name_parts(short), name_parts(long)) is is_short


@given(PARTS, PARTS)
def test_nothing_shortens_itself_and_no_two_names_shorten_each_other(
    one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    assert not is_part_of(one, one)
    assert not (is_part_of(one, other) and is_part_of(other, one))
