"""Names that are places: towns, provinces, seas; what acts, or is a person, is none."""

from __future__ import annotations

import pytest

from dragoman.model.actor import ActorKind, Mention, MentionKind
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


@pytest.mark.parametrize(
    ("text", "words", "country", "precision"),
    [
        ("The governor of Florida spoke in Texas.", "Texas", "USA", "province"),
        ("Afghanistan's army fought in Kandahar province.", "Kandahar", "AFG", "province"),
        ("Ships of Norway met in the Black Sea.", "Black Sea", None, "region"),
        ("The envoys of Chile and Cuba met in Paris, Texas.", "Paris", "USA", "city"),
        ("Atlanta and Savannah voted, as did Alabama, but in Georgia it rained.", "Georgia",
         "USA", "province"),
    ],
)  # fmt: skip
def test_provinces_seas_and_namesakes_are_places_of_their_own_precision(
    text: str, words: str, country: str | None, precision: str
) -> None:
    mention = place_of(text, words)

    assert mention is not None
    assert mention.kind is MentionKind.PLACE
    assert mention.place is not None
    assert (mention.place.country, mention.place.precision) == (country, precision)


def test_a_sea_stands_for_no_state() -> None:
    found = cast("Ships of Norway met in the Black Sea.")
    mention = next(m for m in found.mentions if m.quote.words == "Black Sea")

    assert mention.appearance is None
    assert found.who(mention) is None
    assert (mention.place.lat, mention.place.lon) == (None, None) if mention.place else False


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # metonyms of governments
        ("Lima criticised Santiago.", "Lima"),
        ("The Kremlin denied the report in Oslo.", "Kremlin"),
        ("Talks with Havana failed, Peru's minister said.", "Havana"),
        # people whose names are places' names
        ("Senator Ana Lima spoke. Lima thanked the nurses.", "Lima"),
        ("Foreign Minister Paris Jackson of Norway spoke. Jackson left.", "Jackson"),
        ("Prime Minister Jack London met the envoys, and London left early.", "London"),
        # teams and firms
        ("Shares of Phoenix rose, Peru's stock exchange said.", "Phoenix"),
        ("Peru beat Chile, and Arsenal beat Chelsea, in the cup on Sunday.", "Arsenal"),
    ],
)
def test_what_acts_or_is_a_person_or_team_is_no_place(text: str, words: str) -> None:
    found = cast(text)

    assert all(m.place is None for m in found.mentions if m.quote.words == words)


def test_a_hamlet_needs_more_than_a_preposition() -> None:
    """Hamlets have ordinary words for names: the article must say that one is a place."""
    unsure = place_of("The United States lives in Hope.", "Hope")
    assert unsure is None or unsure.place is None or unsure.place.country is None
    found = place_of("The president of the United States was born in Hope, Arkansas.", "Hope")
    assert found is not None
    assert found.place is not None
    assert found.place.country == "USA"


def test_a_place_says_by_what_evidence_it_was_resolved() -> None:
    mention = place_of("Venezuela held an exercise in Valencia.", "Valencia")

    assert mention is not None
    assert mention.how.rule == "places.country"
    assert any("VEN is meant by" in line for line in mention.how.detail)
    assert mention.how.confidence <= 0.9


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A court of the United States met in Albany, N.Y., on Monday.", "N.Y."),
        ("Peru's team flew to Boston. Snow fell in Boston.", "Boston"),
    ],
)
def test_a_label_makes_no_body_of_what_the_text_treats_as_a_place(text: str, words: str) -> None:
    found = cast(text)

    bodies = {a.name for a in found.appearances if a.kind is ActorKind.ORGANIZATION}
    assert words not in bodies
