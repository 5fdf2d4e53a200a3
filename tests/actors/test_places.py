"""Towns that no table of actors knows are places, never actors."""

from __future__ import annotations

import pytest

from dragoman.model.actor import Mention, MentionKind
from reading import cast


def place_of(text: str, words: str) -> Mention | None:
    found = cast(text)
    return next((m for m in found.mentions if m.quote.words == words), None)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The president of Ecuador spoke in Guayaquil.", "Guayaquil", "ECU"),
        ("Peru's health minister arrived in Arequipa on Monday.", "Arequipa", "PER"),
        ("The ministers of Chile and Cuba met near Valparaíso.", "Valparaíso", "CHL"),
    ],
)
def test_a_town_of_a_country_in_the_article_is_a_place_in_it(
    text: str, words: str, country: str
) -> None:
    mention = place_of(text, words)

    assert mention is not None
    assert mention.kind is MentionKind.PLACE
    assert mention.place is not None
    assert (mention.place.country, mention.place.precision) == (country, "city")


def test_a_town_is_in_the_country_that_the_article_names() -> None:
    mention = place_of("Venezuela held an exercise in Valencia.", "Valencia")

    assert mention is not None
    assert mention.place is not None
    assert mention.place.country == "VEN"


def test_an_unknown_name_that_acts_is_no_town() -> None:
    found = cast("Peru protested. Arequipa beat Cusco on Sunday.")

    assert all(m.place is None for m in found.mentions if m.quote.words == "Arequipa")
