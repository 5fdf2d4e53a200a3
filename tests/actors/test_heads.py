"""What a noun in a name says of its bearer."""

from __future__ import annotations

import pytest

from dragoman.actors.heads import HeadClass, load_heads


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("Civic Party", HeadClass.PARTY),
        ("Party of Fishermen", HeadClass.PARTY),
        ("Partido Verde", HeadClass.PARTY),
        ("Küstenpartei", HeadClass.PARTY),
        ("Liberal Union", HeadClass.PARTY),
        ("National Front", HeadClass.PARTY),
        ("Seamen's Union", HeadClass.ASSOCIATION),
        ("University of Cusco", HeadClass.ORGANIZATION),
        ("Harbour Council", HeadClass.AGENCY),
        ("Constituent Assembly", HeadClass.LEGISLATURE),
        ("Soto County", HeadClass.PLACE),
        ("Kingdom of Cusco", HeadClass.REALM),
        ("Fisheries Act", HeadClass.WORK),
    ],
)
def test_a_head_tells_the_class(name: str, of: HeadClass) -> None:
    head = load_heads().head(name.split())
    assert head is not None
    assert head.of is of


@pytest.mark.parametrize("name", ["Ana Soto", "Cusco", "Blue Otter"])
def test_other_names_have_none(name: str) -> None:
    assert load_heads().head(name.split()) is None


def test_a_head_that_is_a_surname_too_is_marked() -> None:
    heads = load_heads()
    church, party = heads.head(["Ana", "Church"]), heads.head(["Civic", "Party"])
    assert church is not None
    assert party is not None
    assert heads.is_shared(church)
    assert not heads.is_shared(party)


def test_a_party_has_its_sector() -> None:
    head = load_heads().head(["Liberal", "Union"])
    assert head is not None
    assert head.sectors == ("PTY",)
