"""Candidates: verbs with an actor on a side, whether or not the codebook knows them."""

from __future__ import annotations

import pytest

from dragoman.actors.authority import load_authority
from dragoman.actors.resolve import find_cast
from dragoman.coding.candidates import propose
from dragoman.coding.codebook import load_codebook
from dragoman.coding.marking import ACTOR, CUE, RECIPIENT
from dragoman.coding.sides import Scene
from dragoman.language.places import load_places
from reading import parse


def told(text: str) -> list[tuple[list[str], list[str], list[str]]]:
    """Cue, actors and recipients of every candidate, as the words that they quote."""
    read = parse(text)
    scene = Scene(find_cast(read, load_authority(), load_places()), load_codebook())
    whole = read.article.text
    return [
        tuple([whole[a:b] for a, b in found.extents()[role]] for role in (CUE, ACTOR, RECIPIENT))
        for sentence in read.sentences
        for found in propose(read.tokens(sentence), scene, ())
    ]


@pytest.mark.parametrize(
    ("text", "cue", "actors", "recipients"),
    [
        ("Peru outwitted Chile.", ["outwitted"], ["Peru"], ["Chile"]),
        ("Chile was outwitted by Peru.", ["outwitted"], ["Peru"], ["Chile"]),
        ("Peru lied to Chile.", ["lied"], ["Peru"], ["Chile"]),
        ("Peru handed Chile a map.", ["handed", "map"], ["Peru"], ["Chile"]),
    ],
)
def test_a_verb_between_two_sides_is_a_candidate(
    text: str, cue: list[str], actors: list[str], recipients: list[str]
) -> None:
    assert told(text) == [(cue, actors, recipients)]


@pytest.mark.parametrize("text", ["Rain fell.", "Prices rose in spring.", "Peru is a republic."])
def test_what_nobody_does_to_anybody_is_none(text: str) -> None:
    assert told(text) == []


def test_what_a_cue_has_told_already_is_left_out() -> None:
    read = parse("Peru outwitted Chile.")
    scene = Scene(find_cast(read, load_authority(), load_places()), load_codebook())
    span = read.tokens(read.sentences[0])
    verb = next(token for token in span if token.text == "outwitted")
    assert list(propose(span, scene, [verb])) == []
