"""Pronouns: to the actor that is meant, or to nobody."""

from __future__ import annotations

import pytest

from reading import cast, mention, who, words_of

MINISTER = "Pedro Soto, Peru's health minister, arrived in Quito."


@pytest.mark.parametrize(
    ("second", "pronoun"),
    [
        ("He met doctors.", "He"),
        ("Doctors met him.", "him"),
        ("His visit was short.", "His"),
        ("On Monday he left.", "he"),
    ],
)
def test_he_is_the_man_just_named(second: str, pronoun: str) -> None:
    found = cast(f"{MINISTER} {second}")
    assert who(found, pronoun) == who(found, "Pedro Soto")
    assert mention(found, pronoun).form.value == "pronoun"


def test_she_is_the_woman_just_named() -> None:
    found = cast("Ana Soto, Peru's health minister, arrived in Quito. She met doctors.")
    assert who(found, "She") == who(found, "Ana Soto")


def test_she_is_not_a_man() -> None:
    found = cast("Mr Soto met Mrs Ruiz. She spoke first, and he listened.")
    assert who(found, "She").names == ("Ruiz",)
    assert who(found, "he").names == ("Soto",)


def test_he_is_nobody_where_only_a_woman_is_named() -> None:
    assert "he" not in words_of(cast("Mrs Ruiz spoke. Then he listened."))


def test_he_is_nobody_where_nobody_is_named() -> None:
    assert "He" not in words_of(cast("The roads were bad. He wept."))


def test_he_is_not_a_state() -> None:
    assert "He" not in words_of(cast("Peru recalled its ships from Chile. He wept."))


def test_he_does_not_reach_back_over_three_sentences() -> None:
    text = f"{MINISTER} Rain fell. Roads were closed. Buses stood still. He wept."
    assert "He" not in words_of(cast(text))


def test_nobody_praises_himself_by_an_object_pronoun() -> None:
    found = cast(f"{MINISTER} He praised him.")
    assert who(found, "He") == who(found, "Pedro Soto")
    assert "him" not in words_of(found)


@pytest.mark.parametrize(
    ("text", "pronoun", "key"),
    [
        ("Peru recalled its ambassador.", "its", "state:PER"),
        ("Peru said it would sign.", "it", "state:PER"),
        ("Peru recalled the envoy. It said the step was needed.", "It", "state:PER"),
        ("NATO said it would expand.", "it", "org:NATO"),
        ("The Kremlin said it was ready.", "it", "state:RUS"),
    ],
)
def test_it_is_the_state_or_body_that_acts(text: str, pronoun: str, key: str) -> None:
    assert who(cast(text), pronoun).key == key


def test_it_is_a_ministry() -> None:
    found = cast("Norway's health ministry said it had found the cause.")
    assert who(found, "it") == who(found, "Norway's health ministry")


@pytest.mark.parametrize(
    "text",
    [
        "Peru thanked Chile. It was raining.",
        "Peru thanked Chile. It was Monday.",
        "Peru thanked Chile. It was clear that talks would go on.",
        "Peru thanked Chile. It was time to leave.",
        "Peru thanked Chile. It seemed that talks would go on.",
        "The treaty pleased Peru. It has ten pages.",
        "The storm reached Norway. It was strong.",
        "Ana Soto, Peru's minister, spoke. It was a long speech.",
    ],
)
def test_it_is_nobody_where_a_thing_or_nothing_is_meant(text: str) -> None:
    assert not {"It", "it"} & set(words_of(cast(text)))


@pytest.mark.parametrize(
    ("text", "pronoun", "words"),
    [
        ("Farmers blocked the road. They want lower taxes.", "They", "Farmers"),
        ("Analysts said they expected a rise.", "they", "Analysts"),
        ("Thousands of Cubans left. They went by sea.", "They", "Thousands of Cubans"),
        ("Police said they had found the ship.", "they", "Police"),
    ],
)
def test_they_are_the_group_that_acts(text: str, pronoun: str, words: str) -> None:
    found = cast(text)
    assert who(found, pronoun) == who(found, words)


def test_they_are_nobody_where_only_things_are_named() -> None:
    assert "They" not in words_of(cast("The roads were bad. They were closed."))


def test_his_may_stand_before_the_name() -> None:
    found = cast("Welcomed by his hosts, Pedro Soto, Peru's health minister, spoke.")
    assert who(found, "his") == who(found, "Pedro Soto")


def test_computing_is_no_pronoun() -> None:
    found = cast("The ministry spoke. The IT department left.")
    assert all(m.form.value != "pronoun" for m in found.mentions)
