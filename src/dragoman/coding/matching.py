"""Cues over a parse: which words of a sentence tell an act, and which mentions are its sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from dragoman.coding.match import Match
from dragoman.coding.noun_cues import noun_matches, undergone_by
from dragoman.coding.sides import Scene, number_of
from dragoman.coding.verb_cues import verb_matches
from dragoman.language.syntax import is_verb


def find_matches(sentence: Span, scene: Scene) -> tuple[Match, ...]:
    """Return the cues of a sentence with their sides, one a word, in the order of the text.

    Of several cues that one word heads, the most specific that matches is taken, with the sides
    of a plainer cue of its type where that names both and keeps them; a noun that belongs to a
    verb's cue ("pay a visit") is not coded again.
    """
    found: list[Match] = []
    used: set[int] = set()
    for token in sentence:
        if is_verb(token) and (match := _fullest(verb_matches(token, scene))):
            found.append(match)
            used.update(word.i for word in match.words)
    for token in sentence:
        may_tell = token.pos_ in {"NOUN", "PROPN"} and token.i not in used
        if not may_tell or scene.at(token) is not None:
            continue
        if match := _fullest(noun_matches(token, scene)):
            found = [other for other in found if not _lends_subject(other, match, scene)]
            found.append(match)
    return tuple(sorted(_without_echoes(found, scene), key=lambda match: match.head.i))


def _fullest(matches: Iterator[Match]) -> Match | None:
    first = next(matches, None)
    if first is None or (first.actors and first.recipients):
        return first
    for other in matches:
        both = bool(other.actors and other.recipients) and other.cue.type == first.cue.type
        kept = {*first.actors} <= {*other.actors} and {*first.recipients} <= {*other.recipients}
        if both and kept:
            return replace(first, actors=other.actors, recipients=other.recipients)
    return first


def _lends_subject(verb: Match, noun: Match, scene: Scene) -> bool:
    """Whether a verb only says that the noun is undergone: who "met criticism" has met nobody."""
    return (
        verb.head == noun.head.head
        and not verb.recipients
        and bool(undergone_by(noun.cue, noun.head, scene))
    )


def _without_echoes(matches: list[Match], scene: Scene) -> Iterator[Match]:
    """Leave out a noun's match when another of its type and sentence has all its sides already."""
    for match in matches:
        echo = match.cue.pos == "noun" and any(
            other is not match
            and other.cue.type == match.cue.type
            and _numbers(match, scene) <= _numbers(other, scene)
            and (other.cue.pos == "verb" or other.head.i < match.head.i)
            for other in matches
        )
        if not echo:
            yield match


def _numbers(match: Match, scene: Scene) -> set[int | None]:
    return {number_of(token, scene) for token in (*match.actors, *match.recipients)}
