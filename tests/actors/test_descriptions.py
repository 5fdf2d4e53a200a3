"""Descriptions take up the one person told before whom they fit, or nobody."""

from __future__ import annotations

import pytest

from reading import cast, mention, who, words_of

PAIR = "Peru's interior minister met the Chilean ambassador in Lima."


def test_the_minister_is_the_one_told_before_without_a_name() -> None:
    found = cast(f"{PAIR} The minister thanked the ambassador.")
    assert who(found, "The minister") == who(found, "Peru's interior minister")
    assert who(found, "the ambassador") == who(found, "the Chilean ambassador")


def test_the_minister_is_no_prime_minister() -> None:
    text = "Pedro Soto, Peru's prime minister, spoke. The interior minister was silent."
    found = cast(text)
    assert who(found, "The interior minister") != who(found, "Pedro Soto")


def test_an_indefinite_noun_brings_in_somebody_else() -> None:
    found = cast("A senator spoke. A senator laughed.")
    assert who(found, "A senator") != who(found, "A senator", 1)


@pytest.mark.parametrize(
    ("words", "name"),
    [("The new president", "Ana Ruiz"), ("The former president", "Pedro Soto")],
)
def test_who_came_is_new_and_who_went_is_former(words: str, name: str) -> None:
    text = "Senator Ana Ruiz was sworn in as president of Peru after Pedro Soto resigned."
    found = cast(f"{text} {words} spoke in Cusco.")
    assert who(found, words).name == name


def test_his_rival_is_the_one_other_person() -> None:
    found = cast("Pedro Soto debated with Senator Ana Ruiz in Cusco. He praised his rival.")
    assert who(found, "his rival").name == "Ana Ruiz"


def test_of_two_rivals_none_is_taken() -> None:
    found = cast(
        "Pedro Soto debated with Senator Ana Ruiz and Senator Eva Vega. He praised his rival."
    )
    assert "his rival" not in words_of(found)


def test_a_role_is_nobody_new() -> None:
    found = cast("Ana Ruiz was elected as the president of the senate.")
    assert "the president of the senate" not in words_of(found)


def test_a_description_says_its_rule() -> None:
    found = cast(f"{PAIR} The minister thanked the ambassador.")
    assert mention(found, "The minister").how.rule == "actors.nominal_title"
