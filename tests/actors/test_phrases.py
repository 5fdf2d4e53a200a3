from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.authority import load_authority
from dragoman.actors.phrases import CodedPhrase, code_phrase, country_of_phrase
from dragoman.language.places import load_places
from dragoman.model.actor import ActorKind

AUTHORITY, PLACES = load_authority(), load_places()


def coded(phrase: str, day: dt.date | None = None, context: str = "") -> CodedPhrase:
    found = code_phrase(phrase, AUTHORITY, PLACES, day, context)
    assert found is not None, phrase
    return found


@pytest.mark.parametrize(
    ("phrase", "country", "sectors"),
    [
        ("Norwegian soldiers", "NOR", ("MIL",)),
        ("two Danish nurses", "DNK", ("MED",)),
        ("the Ministry of Health of Peru", "PER", ("GOV", "MED")),
        ("Peruvian interior minister Ana Lima", "PER", ("GOV", "COP")),
        ("Interior Minister Ana Lima", None, ("GOV", "COP")),
        ("former Peruvian interior minister", "PER", ("ELI", "COP")),
        ("retired Chilean general", "CHL", ("ELI", "MIL")),
        ("former rebels", None, ("REB",)),
        ("police in Guayaquil", "ECU", ("COP",)),
        ("Guayaquil police", "ECU", ("COP",)),
        ("the governor of Texas", "USA", ("GOV",)),
        ("Sindh police", "PAK", ("COP",)),
        ("NATO officials", "IGO", ("IGO",)),
        ("UN envoy", "UNO", ("IGO",)),
        ("the Kremlin spokesman", "RUS", ("GOV",)),
        ("Danes", "DNK", ("CVL",)),
        ("pro-government militia", None, ("PRM",)),
        ("Abkhazia", "GEO", ("PRE",)),
        ("NORWEGIAN PARLIAMENT", "NOR", ("LEG",)),
    ],
)
def test_a_phrase_is_coded_by_its_noun_and_its_country(
    phrase: str, country: str | None, sectors: tuple[str, ...]
) -> None:
    found = coded(phrase)
    assert (found.country, found.sectors[: len(sectors)]) == (country, sectors)


def test_a_state_by_itself_is_a_country_without_a_sector() -> None:
    found = coded("Norway")
    assert (found.kind, found.country, found.sectors) == (ActorKind.STATE, "NOR", ())


def test_a_capital_by_itself_is_the_government() -> None:
    found = coded("Oslo")
    assert (found.kind, found.country, found.sectors) == (ActorKind.STATE, "NOR", ("GOV",))


@pytest.mark.parametrize("phrase", ["a table", "the weather in spring", "", "of the"])
def test_what_means_no_actor_gives_none(phrase: str) -> None:
    assert code_phrase(phrase, AUTHORITY, PLACES) is None


def test_the_day_decides_which_office_was_held() -> None:
    assert coded("Angela Merkel", dt.date(2010, 5, 1)).sectors == ("GOV",)
    assert coded("Angela Merkel", dt.date(2024, 5, 1)).sectors[0] == "ELI"


def test_the_phrase_outranks_the_tables() -> None:
    assert coded("former chancellor Angela Merkel", dt.date(2010, 5, 1)).sectors[0] == "ELI"


def test_a_title_and_a_surname_mean_the_holder_of_that_day() -> None:
    found = coded("Chancellor Merkel", dt.date(2010, 5, 1))
    assert found.entry is not None
    assert found.entry.name == "Angela Merkel"


def test_initials_tell_two_of_one_surname_apart() -> None:
    found = coded("G. W. Bush")
    assert found.entry is not None
    assert found.entry.name == "George W. Bush"


def test_a_capital_that_ends_a_name_is_a_surname() -> None:
    found = coded("Ana Lima")
    assert (found.kind, found.country, found.sectors) == (ActorKind.PERSON, None, ())


def test_a_title_before_a_body_borrows_its_sectors() -> None:
    assert coded("Hezbollah leader").sectors == ("REB",)


def test_the_rest_is_what_the_country_leaves() -> None:
    assert country_of_phrase("four Norwegian women", AUTHORITY, PLACES) == ("NOR", "four women")


def test_every_coding_says_why() -> None:
    for phrase in ("Norwegian soldiers", "Angela Merkel", "Norway", "Chancellor Merkel"):
        assert coded(phrase, dt.date(2010, 5, 1)).votes


@given(st.text(max_size=60))
def test_any_text_can_be_coded(text: str) -> None:
    found = code_phrase(text, AUTHORITY, PLACES)
    assert found is None or found.phrase


@given(
    st.sampled_from(["Norwegian soldiers", "NATO officials", "Angela Merkel"]), st.integers(1, 4)
)
def test_spaces_do_not_matter(phrase: str, width: int) -> None:
    assert coded(phrase.replace(" ", " " * width)) == coded(phrase)
