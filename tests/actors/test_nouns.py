from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.authority import load_authority
from dragoman.actors.nouns import former

NOUNS = load_authority().nouns
CODES = st.lists(st.sampled_from(["GOV", "MIL", "COP", "REB", "CVL", "ELI", "IGO"]), unique=True)


@pytest.mark.parametrize(
    ("phrase", "sectors"),
    [
        ("former president", ("ELI",)),
        ("ex-minister of defence", ("ELI", "MIL")),
        ("ousted interior minister", ("ELI", "COP")),
        ("the former senator", ("ELI", "LEG")),
        ("former guerrilla", ("REB",)),
        ("former student", ("EDU",)),
        ("congressional group", ("LEG",)),
        ("unknown gunmen", ("UAF",)),
        ("paramilitaries", ("PRM",)),
        ("civil society", ("SOC",)),
        ("fighter pilot", ("MIL",)),
        ("presidential hopeful", ("PTY",)),
    ],
)
def test_a_noun_gives_plovers_sectors(phrase: str, sectors: tuple[str, ...]) -> None:
    assert NOUNS.sectors(phrase) == sectors


@given(CODES)
def test_leaving_a_post_twice_is_leaving_it_once(codes: list[str]) -> None:
    once = former(tuple(codes))
    assert former(once) == once


def test_a_noun_that_borrows_says_so_only_without_what_it_belongs_to() -> None:
    assert NOUNS.borrows("spokesman")
    assert NOUNS.borrows("leader")
    assert not NOUNS.borrows("police chief")
    assert not NOUNS.borrows("soldier")
