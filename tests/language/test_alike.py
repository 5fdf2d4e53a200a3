"""The words of every state are read alike."""

from __future__ import annotations

import pytest

from dragoman.language.alike import stand_ins
from dragoman.language.parser import load_model

FRAME = "{name} recalled its envoy from {capital} after {adjective} troops shelled two villages."


def parsed(name: str, adjective: str, capital: str) -> list[tuple[str, str, str, int]]:
    doc = load_model()(FRAME.format(name=name, adjective=adjective, capital=capital))
    return [(token.tag_, token.dep_, token.ent_type_, token.head.i) for token in doc]


@pytest.mark.parametrize(
    "words",
    [
        ("Lesotho", "Malagasy", "Maseru"),
        ("Kyrgyzstan", "Kyrgyz", "Bishkek"),
        ("Togo", "Togolese", "Tashkent"),
        ("Uruguay", "Chinese", "Ouagadougou"),
    ],
)
def test_a_sentence_is_parsed_alike_whatever_state_it_names(words: tuple[str, str, str]) -> None:
    assert parsed(*words) == parsed("Iran", "Iranian", "Tehran")


def test_words_and_lemmas_stay_as_they_are() -> None:
    doc = load_model()("Lesotho met the Serbs.")
    assert doc.text == "Lesotho met the Serbs."
    assert doc[0].lemma_ == "Lesotho"


def test_a_word_is_read_like_one_other() -> None:
    words = [word for word, _ in stand_ins()]
    assert len(words) == len(set(words))


def test_peoples_are_read_as_several() -> None:
    known = dict(stand_ins())
    assert known["Serbs"] == known["Kenyans"] == "Iranians"
    assert known["Swiss"] == "Iranian"


def test_what_may_be_a_first_name_is_left_alone() -> None:
    assert not {"Jordan", "Chad", "Sofia"} & {word for word, _ in stand_ins()}
