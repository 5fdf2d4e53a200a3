"""The table of parties, and families of parties."""

from __future__ import annotations

from dragoman.actors.authority import load_authority
from dragoman.actors.given_names import is_given_name
from dragoman.actors.parties import is_family, is_family_adjective, party_rows


def test_a_party_of_one_country_is_known_with_its_country() -> None:
    entries = load_authority().lookup("Parti Québécois")
    assert [(entry.country, entry.sectors) for entry in entries] == [("CAN", ("PTY",))]


def test_every_party_has_a_country_and_no_two_share_a_name() -> None:
    entries, names = party_rows()
    every = [row["name"] for row in (*entries, *names)]
    assert all(len(row["country"]) == 3 for row in entries)
    assert len(set(every)) == len(every)


def test_families_by_form() -> None:
    assert is_family("Social Democrats")
    assert not is_family("Liberal")
    assert is_family_adjective("Liberal")
    assert not is_family_adjective("Harbour")


def test_given_names_whatever_their_accents() -> None:
    assert is_given_name("José")
    assert is_given_name("Jose")
    assert not is_given_name("Harbour")
