"""Who acts, on whom, by which preposition: questions to the parse of plain sentences."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Token

from dragoman.language import syntax
from reading import parse


def word(text: str, wanted: str) -> Token:
    """The first token of a sentence that is this word."""
    return next(token for token in parse(text).doc if token.text == wanted)


def texts(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("text", "verb", "actors"),
    [
        ("Peru praised Chile.", "praised", ["Peru"]),
        ("Peru and Chile praised Norway.", "praised", ["Peru", "Chile"]),
        ("Chile was praised by Peru.", "praised", ["Peru"]),
        ("Chile was praised.", "praised", []),
        ("Peru wants to help Chile.", "help", ["Peru"]),
        ("Peru urged Chile to sign the treaty.", "sign", ["Chile"]),
        ("Peru met Chile and praised it.", "praised", ["Peru"]),
        ("The minister who praised Chile left.", "praised", ["minister"]),
        ("Troops guarding the port left.", "guarding", ["Troops"]),
        ("Peru left without signing the treaty.", "signing", ["Peru"]),
    ],
)
def test_who_does_it(text: str, verb: str, actors: list[str]) -> None:
    assert texts(syntax.logical_subjects(word(text, verb))) == actors


@pytest.mark.parametrize(
    ("text", "verb", "objects"),
    [
        ("Peru praised Chile.", "praised", ["Chile"]),
        ("Peru praised Chile and Norway.", "praised", ["Chile", "Norway"]),
        ("Chile was praised by Peru.", "praised", ["Chile"]),
        ("The road that Peru closed is long.", "closed", ["road"]),
        ("Peru slept.", "slept", []),
    ],
)
def test_whom_it_is_done_to(text: str, verb: str, objects: list[str]) -> None:
    assert texts(syntax.logical_objects(word(text, verb))) == objects


def test_what_is_given_goes_to_the_indirect_object() -> None:
    sentence = "The minister offered Norway a ship."
    assert texts(syntax.datives(word(sentence, "offered"))) == ["Norway"]


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("Chile was praised.", True),
        ("Peru praised Chile.", False),
        ("Peru has praised Chile.", False),
    ],
)
def test_a_passive_is_told_by_its_auxiliary(text: str, passive: bool) -> None:  # noqa: FBT001
    assert syntax.is_passive(word(text, "praised")) is passive


def test_a_bare_participle_after_a_noun_is_passive() -> None:
    assert syntax.is_passive(word("The road closed by Peru is long.", "closed"))


def test_an_auxiliary_is_no_verb_of_its_own_but_be_is() -> None:
    assert not syntax.is_verb(word("Peru has praised Chile.", "has"))
    assert syntax.is_verb(word("Peru is ready.", "is"))


@pytest.mark.parametrize(
    ("text", "head", "prepositions", "governed"),
    [
        ("The talks with Chile ended.", "talks", ["with"], ["Chile"]),
        ("The talks with Chile and Norway ended.", "talks", ["with"], ["Chile", "Norway"]),
        ("The talks between Peru and Chile ended.", "talks", ["between"], ["Peru", "Chile"]),
        ("Rebels fired from within Chile.", "fired", ["from"], ["Chile"]),
        ("The talks with Chile ended.", "talks", ["on"], []),
    ],
)
def test_what_a_preposition_governs(
    text: str, head: str, prepositions: list[str], governed: list[str]
) -> None:
    assert texts(syntax.governed_by(word(text, head), prepositions)) == governed


def test_whose_a_noun_is() -> None:
    assert texts(syntax.possessors(word("Peru's minister spoke.", "minister"))) == ["Peru"]
    assert texts(syntax.possessors(word("The minister spoke.", "minister"))) == []


def test_a_noun_set_beside_another_is_in_apposition() -> None:
    noun = word("The envoy, a retired judge, spoke.", "envoy")
    assert texts(syntax.appositives(noun)) == ["judge"]


@pytest.mark.parametrize(
    ("text", "head", "phrase"),
    [
        ("The deputy interior minister spoke.", "minister", "The deputy interior minister"),
        ("The Minister of the Interior spoke.", "Minister", "The Minister of the Interior"),
        ("The minister, who is ill, spoke.", "minister", "The minister"),
        ("Peru's minister spoke.", "minister", "Peru's minister"),
        ("The talks in Quito ended.", "talks", "The talks"),
    ],
)
def test_a_phrase_keeps_its_of_but_nothing_else_after_it(text: str, head: str, phrase: str) -> None:
    read = parse(text)
    noun = next(token for token in read.doc if token.text == head)
    assert read.quote_tokens(*syntax.phrase_bounds(noun)).words == phrase


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Peru did not sign the treaty.", "sign"),
        ("Peru never signed the treaty.", "signed"),
        ("Peru signed no treaty.", "treaty"),
        ("Peru left without signing.", "signing"),
    ],
)
def test_what_is_denied(text: str, denied: str) -> None:
    assert syntax.is_negated(word(text, denied))
    assert not syntax.is_negated(word("Peru signed the treaty.", "signed"))


def test_a_word_belongs_to_the_verb_of_its_clause() -> None:
    text = "Peru said that Chile had closed the port."
    assert syntax.clause_head(word(text, "port")).text == "closed"
    assert syntax.clause_head(word(text, "Peru")).text == "said"


WORDS = st.lists(
    st.sampled_from(
        "Peru Chile , and or that who said praised by was to of not without ; — ( ) 's it".split()
    ),
    min_size=1,
    max_size=14,
).map(" ".join)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS)
def test_every_question_has_an_answer_within_the_sentence(text: str) -> None:
    read = parse(text)
    for token in read.doc:
        asked = (
            syntax.logical_subjects(token),
            syntax.logical_objects(token),
            syntax.datives(token),
            syntax.governed_by(token, ["of", "by", "to"]),
            [syntax.clause_head(token), *syntax.phrase_bounds(token)],
        )
        assert all(found.sent == token.sent for answer in asked for found in answer)
        first, last = syntax.phrase_bounds(token)
        assert first.i <= token.i <= last.i


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The delivery of vaccines to Chile by Peru ended.", "delivery"),
        ("Accusations against the ministry by Peru were false.", "Accusations"),
    ],
)
def test_a_by_phrase_that_hangs_further_down_is_found(text: str, head: str) -> None:
    assert [agent.text for agent in syntax.agents_below(word(text, head))] == ["Peru"]


def test_a_clause_below_keeps_its_by_phrase() -> None:
    assert syntax.agents_below(word("The road that was closed by Peru is long.", "road")) == []
