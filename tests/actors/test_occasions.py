"""Occasions are mentions that belong to nobody."""

from __future__ import annotations

from dragoman.model.actor import MentionKind
from reading import cast, mention


def test_an_election_is_a_mention_without_an_appearance() -> None:
    found = cast("Ana Soto won the 2011 Peruvian general election.")
    said = mention(found, "2011 Peruvian general election")
    assert said.kind is MentionKind.OCCASION
    assert said.appearance is None
    assert said.how.rule == "actors.occasion.election"


def test_nobody_is_named_in_the_name_of_a_scandal() -> None:
    found = cast("The Harbour scandal broke in Lima.")
    assert all(seen.name != "Harbour" for seen in found.appearances)


def test_the_country_in_the_name_of_an_election_is_still_named() -> None:
    found = cast("The 2011 Peruvian general election was close.")
    assert [seen.key for seen in found.appearances] == ["state:PER"]
