"""Definite nouns for bodies and groups take up the one told before."""

from __future__ import annotations

import pytest

from reading import cast, who, words_of


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        ("Peru's Supreme Court met. The court said no.", "The court", "Supreme Court"),
        ("The Supreme Court of Peru met. The judges voted.", "The judges", "Supreme Court of Peru"),
        ("NATO met in Oslo. The alliance agreed.", "The alliance", "NATO"),
    ],
)
def test_a_noun_takes_up_the_body(text: str, words: str, first: str) -> None:
    found = cast(text)
    assert first.split()[0] in who(found, words).name


def test_a_faction_of_the_army_is_not_the_army() -> None:
    found = cast("A faction of the army mutinied in Peru.")
    assert who(found, "A faction of the army") != who(found, "the army")


def test_soldiers_are_no_ministry() -> None:
    found = cast("The defence ministry of Peru spoke. The soldiers marched.")
    assert who(found, "The soldiers") != who(found, "The defence ministry of Peru")


def test_of_two_courts_in_one_sentence_none_is_taken() -> None:
    text = "Peru's Supreme Court answered Chile's Constitutional Court. The court was calm."
    found = cast(text)
    both = {seen.number for seen in found.appearances if "Court" in seen.name}
    assert "The court" not in words_of(found) or who(found, "The court").number not in both
