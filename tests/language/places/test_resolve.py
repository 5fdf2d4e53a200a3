"""Names -> places: what is said outright, what the article is about, and what everybody knows."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language.places import PlaceKind, Toponym, load_places, resolve

TABLE = load_places()


def told(text: str, home: str = "") -> dict[str, Toponym]:
    """What the bracketed names of a text mean, by their words."""
    clean, spans = "", []
    for part in re.split(r"(\[.+?\])", text):
        words = part.strip("[]") if part.startswith("[") else part
        if words != part:
            spans.append((len(clean), len(clean) + len(words)))
        clean += words
    return {t.words: t for t in resolve(clean, spans, TABLE, home)}


@pytest.mark.parametrize(
    ("text", "name", "country", "division"),
    [
        ("A court in [Paris], Texas, met.", "Paris", "USA", "TX"),
        ("The train left [Paris] at noon.", "Paris", "FRA", None),
        ("The [Cambridge], Massachusetts, council met.", "Cambridge", "USA", "MA"),
        ("[Melbourne], Fla., was flooded.", "Melbourne", "USA", "FL"),
        ("The Libyan city of [Tripoli] was shelled.", "Tripoli", "LBY", None),
        ("Workers in [Tripoli] in Lebanon struck.", "Tripoli", "LBN", None),
    ],
)
def test_what_the_words_beside_a_name_say_comes_first(
    text: str, name: str, country: str, division: str | None
) -> None:
    found = told(text)[name]
    assert found.place.country == country
    assert division in (None, found.place.division)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("[Venezuela] held an exercise in [Valencia].", "Valencia", "VEN"),
        ("[Spain] held an exercise in [Valencia].", "Valencia", "ESP"),
        ("[Lahore] and the [Punjab] voted, [Pakistan] said.", "Punjab", "PAK"),
        ("[Chandigarh] and the [Punjab] voted, [India] said.", "Punjab", "IND"),
        ("[Alabama], [Tennessee] and [Georgia] agreed; [Atlanta] voted.", "Georgia", "USA"),
        ("[Armenia], [Azerbaijan] and [Georgia] agreed; [Tbilisi] voted.", "Georgia", "GEO"),
    ],
)
def test_the_articles_other_places_decide_between_namesakes(
    text: str, name: str, country: str
) -> None:
    assert told(text)[name].place.country == country


def test_the_outlets_country_speaks_for_its_own_towns() -> None:
    assert told("Police in [Hamilton] met.", home="NZL")["Hamilton"].place.country == "NZL"
    assert told("Police in [Hamilton] met.", home="CAN")["Hamilton"].place.country == "CAN"


@pytest.mark.parametrize("name", ["Luxembourg", "Singapore", "Guatemala", "Peru", "Mexico"])
def test_a_country_never_becomes_a_city(name: str) -> None:
    assert told(f"The talks were held in [{name}].")[name].place.kind is PlaceKind.COUNTRY


def test_countries_in_a_list_do_not_hold_each_other() -> None:
    found = told("Envoys of [Cuba], [Mexico] and [Peru] met; so did [Lebanon], [Jordan].")
    assert {t.place.kind for t in found.values()} == {PlaceKind.COUNTRY}


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("Fighting went on in [Kandahar] province.", "Kandahar", "province"),
        ("Fighting went on in [Kandahar].", "Kandahar", "city"),
        ("Floods hit [northern Peru].", "northern Peru", "country"),
        ("Voters of [Cook County] queued.", "Cook County", "district"),
        ("Ships crossed the [Black Sea].", "Black Sea", "region"),
    ],
)
def test_the_precision_is_that_of_the_words(text: str, name: str, precision: str) -> None:
    assert told(text)[name].place.precision == precision


def test_a_site_that_no_table_knows_is_in_the_town_beside_it() -> None:
    found = told("The [Quxley Memorial Hospital] in [Arequipa] was closed.")
    site = found["Quxley Memorial Hospital"]
    assert site.place == found["Arequipa"].place
    assert site.rule == "places.site"
    assert site.confidence <= 0.5


def test_one_name_is_one_place_throughout_unless_the_words_say_otherwise() -> None:
    text = "Paris, Texas, voted. Later Paris celebrated. The mayor of Paris in France wrote."
    spans = [m.span() for m in re.finditer("Paris", text)]
    assert [t.place.country for t in resolve(text, spans[:2], TABLE)] == ["USA", "USA"]
    first, _, last = resolve(text, spans, TABLE)
    assert (first.place.country, last.place.country) == ("USA", "FRA")


def test_every_resolution_says_why() -> None:
    found = told("[Venezuela] held an exercise in [Valencia].")["Valencia"]
    assert found.rule == "places.country"
    assert any("VEN is meant by 100%" in line for line in found.detail)
    assert any("other places of that name" in line for line in found.detail)
    assert 0.5 < found.confidence <= 0.95


def test_a_name_that_no_place_bears_is_left_out() -> None:
    assert told("The [Qwxzville] council met.") == {}


NAMES = ("Paris", "Texas", "Georgia", "Atlanta", "Valencia", "Spain", "Hamilton", "Ontario",
         "Black Sea", "Victoria", "Peru", "Cook County", "Kandahar province")  # fmt: skip
TEXTS = st.lists(st.sampled_from(NAMES), min_size=1, max_size=8)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_in_which_spans_are_handed_over_does_not_matter(
    names: list[str], random: Random
) -> None:
    text, spans = _written(names)
    shuffled = sorted(spans, key=lambda _: random.random())
    assert resolve(text, shuffled, TABLE) == resolve(text, spans, TABLE)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.permutations(range(8)))
def test_the_order_of_sentences_does_not_matter(names: list[str], order: list[int]) -> None:
    moved = [names[i] for i in order if i < len(names)]
    found = {t.words: t.place for t in resolve(*_written(names), TABLE)}
    assert {t.words: t.place for t in resolve(*_written(moved), TABLE)} == found


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_what_is_found_is_a_bearer_of_the_name_and_quotes_the_text(names: list[str]) -> None:
    text, spans = _written(names)
    for toponym in resolve(text, spans, TABLE):
        assert text[toponym.start : toponym.end] == toponym.words
        assert 0 <= toponym.confidence <= 0.95
        words = toponym.words.removesuffix(" province")
        assert toponym.place in TABLE.find(words)


def _written(names: list[str]) -> tuple[str, list[tuple[int, int]]]:
    text, spans = "", []
    for name in names:
        text += "It rained on "
        spans.append((len(text), len(text) + len(name)))
        text += name + ".\n"
    return text, spans
