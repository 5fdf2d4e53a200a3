"""Words for several actors mean exactly as many as they count, of their kind."""

from __future__ import annotations

import pytest

from dragoman.actors.cast import Cast
from reading import cast


def several(found: Cast, words: str) -> list[str]:
    """The names of those whom these words mean together, in the order of the text."""
    told = [m for several in found.together.values() for m in several if m.quote.words == words]
    return [found.appearances[m.appearance].name for m in told if m.appearance is not None]


@pytest.mark.parametrize("words", ["The two countries", "Both governments", "The two sides"])
def test_two_states_told_before_are_meant(words: str) -> None:
    found = cast(f"Peru and Chile opened talks. {words} hope for a treaty.")
    assert several(found, words) == ["Peru", "Chile"]


def test_of_three_states_those_joined_are_meant() -> None:
    found = cast("Norway received Peru and Chile. The two countries signed a treaty.")
    assert several(found, "The two countries") == ["Peru", "Chile"]


def test_of_three_states_that_nothing_joins_none_are() -> None:
    found = cast("Norway, which Peru envies, thanked Chile. The two countries smiled.")
    assert several(found, "The two countries") == []


def test_who_acts_on_the_two_is_none_of_them() -> None:
    found = cast("Peru and Chile quarrelled. Norway invited the two countries.")
    assert several(found, "the two countries") == ["Peru", "Chile"]


def test_a_region_says_which_two() -> None:
    text = "Latvia and Peru spoke first, and Estonia answered. The two Baltic states agreed."
    assert several(cast(text), "The two Baltic states") == ["Latvia", "Estonia"]


def test_they_are_those_who_are_joined() -> None:
    found = cast("Peru, Chile and Norway said that they would sign.")
    assert several(found, "they") == ["Peru", "Chile", "Norway"]


def test_both_ministries() -> None:
    text = "The Peruvian foreign ministry and the Chilean foreign ministry met."
    assert len(several(cast(f"{text} Both ministries agreed."), "Both ministries")) == 2


def test_every_one_of_several_has_a_mention_of_the_same_words() -> None:
    found = cast("Peru and Chile opened talks. The two countries hope.")
    spans = {(m.quote.start, m.quote.end) for told in found.together.values() for m in told}
    assert len(spans) == 1
    assert all(m in found.mentions for told in found.together.values() for m in told)


def test_both_before_a_list_joins_nobody_told_before() -> None:
    found = cast("Peru and Chile spoke. Norway invited both Latvia and Estonia.")
    assert several(found, "both") == []


def test_officers_of_a_force_are_not_two_politicians() -> None:
    found = cast("Senator Ana Soto and Senator Jorge Mora spoke. The two police officers left.")
    assert several(found, "The two police officers") == []
