from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.merging.names import (
    Naming,
    PersonName,
    body_words,
    can_be_one,
    fold,
    names_a_role,
    one_spelling,
    person_name,
)


def parts(text: str, naming: Naming = Naming.WESTERN) -> PersonName:
    name = person_name(text, naming)
    assert name is not None
    return name


def test_folding_takes_off_case_accents_and_apostrophes_and_leaves_the_hyphen():
    assert fold("Díaz–Canel’s  Łódź") == "diaz-canels lodz"


def test_titles_and_particles_are_no_part_of_a_name():
    assert parts("President Bashar al-Assad") == parts("Bashar Assad")
    assert parts("Mr. Ernesto de la Torre") == parts("Ernesto Torre")


def test_a_particle_alone_is_a_name():
    assert parts("Le").surname == "le"


def test_a_spanish_name_of_three_words_ends_with_the_mothers_surname():
    name = parts("Raúl Castro Ruz", Naming.SPANISH)
    assert (name.given, name.surname, name.second) == (("raul",), "kastro", "ruz")


def test_a_second_given_name_is_no_surname():
    assert parts("Juan Carlos Varela", Naming.SPANISH).given == ("iuan", "karlos")


def test_an_eastern_name_begins_with_the_surname():
    assert parts("Kim Jong-un", Naming.EASTERN) == parts("Kim Jong Un", Naming.EASTERN)
    assert parts("Xi Jinping", Naming.EASTERN).surname == "xi"


def test_no_word_of_a_name_without_surname_can_be_left_out():
    assert not can_be_one(parts("Kyaw Tint Shwe", Naming.WHOLE), parts("Kyaw Shwe", Naming.WHOLE))


@pytest.mark.parametrize(
    "spellings",
    [
        "sergey sergei sergej",
        "dmitry dmitri dmitriy dmitrii",
        "alexander aleksandr aleksander",
        "mikhail mihail",
        "gorbachev gorbachyov",
        "muhammad mohammed mohamed",
        "lavrov lawrow",
        "poutin putin",
    ],
)
def test_romanisations_of_one_name_share_a_spelling(spellings: str):
    assert len({one_spelling(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize(
    "pair", ["ivanov ivanova", "maria mario", "li lee", "andre andrei", "castro castillo"]
)
def test_names_that_only_look_alike_keep_two_spellings(pair: str):
    assert len({one_spelling(word) for word in pair.split()}) == 2


def test_an_initial_agrees_with_its_name_only():
    assert can_be_one(parts("F. Castro"), parts("Fidel Castro"))
    assert not can_be_one(parts("R. Castro"), parts("Fidel Castro"))


def test_a_middle_name_may_be_left_out_but_not_changed():
    assert can_be_one(parts("George Bush"), parts("George W. Bush"))
    assert not can_be_one(parts("George H. W. Bush"), parts("George W. Bush"))


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(Naming))
def test_likeness_of_names_is_mutual_and_any_text_is_borne(one: str, other: str, naming: Naming):
    here, there = person_name(one, naming), person_name(other, naming)
    if here and there:
        assert can_be_one(here, there) == can_be_one(there, here)
        assert can_be_one(here, here)


def test_a_bodys_words_have_no_order():
    assert body_words("Ministry of the Interior") == body_words("the Interior Ministry")
    assert body_words("Ministry of Defence") == body_words("Defense Ministry")


def test_a_name_that_any_body_could_bear_has_no_words():
    assert body_words("the Ministry") == body_words("security forces") == frozenset()


def test_a_role_is_told_from_a_proper_name():
    assert names_a_role("Interior Ministry")
    assert not names_a_role("Prensa Latina")
