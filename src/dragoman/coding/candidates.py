"""Candidates: the words of a sentence that may tell an act, with who is on its sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from dragoman.coding.marking import ACTOR, CUE, RECIPIENT, Extent
from dragoman.coding.match import Match
from dragoman.coding.sides import Scene, distinct, number_of, owners, side_heads
from dragoman.language.syntax import (
    children,
    datives,
    is_passive,
    is_verb,
    logical_objects,
    logical_subjects,
    phrase_bounds,
)

# Verbs that tell no act by themselves, whatever stands beside them: of light sense, of state, and
# of saying and holding, which are for claims. Of the last, fewer than one in twenty of those that
# reading proposed in the corpus told an act.
_EMPTY = frozenset(
    "accord add be become believe belong cost do get have know let live mean need owe remain reply "
    "report say seem show suggest think wait".split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may tell an act: its head, its cue's words, the mention heads of its sides."""

    head: Token
    words: tuple[Token, ...]
    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]

    def extents(self) -> dict[str, list[Extent]]:
        """Return where cue and sides stand, in code points of the article's text, by role."""
        return {
            CUE: [_word(token) for token in self.words],
            ACTOR: [_phrase(token) for token in self.actors],
            RECIPIENT: [_phrase(token) for token in self.recipients],
        }


def of_match(match: Match) -> Candidate:
    """Return a cue's match as a candidate."""
    return Candidate(match.head, match.words, match.actors, match.recipients)


def with_grammar(candidate: Candidate) -> Candidate:
    """Return a candidate with the sides that grammar alone gives its verb.

    Whom no table and no noun shows to be an actor may still act ("jets bombed a market"); for the
    encoder that is a side, too. A nationality stands for the whole phrase that it is part of.
    """
    verb = candidate.head
    if not is_verb(verb):
        return candidate
    said = {word.i for word in candidate.words}
    subjects = [t for t in logical_subjects(verb) if t.pos_ != "PRON"]
    objects = [t for t in logical_objects(verb) if t.i not in said]
    actors = _whole(candidate.actors, subjects) or tuple(subjects)
    recipients = _whole(candidate.recipients, objects) or tuple(objects)
    return replace(candidate, actors=actors, recipients=recipients)


def _whole(sides: tuple[Token, ...], nouns: list[Token]) -> tuple[Token, ...]:
    heads = (token.head if token.head in nouns else token for token in sides)
    return tuple(dict.fromkeys(heads))


def propose(sentence: Span, scene: Scene, known: Iterable[Token]) -> Iterator[Candidate]:
    """Yield the verbs of a sentence with an actor on a side, but for those ``known`` already."""
    heads = {token.i for token in known}
    for verb in sentence:
        if not is_verb(verb) or verb.i in heads or verb.lemma_.lower() in _EMPTY:
            continue
        objects = logical_objects(verb)
        actors = list(side_heads(logical_subjects(verb), scene, recipient=False))
        recipients = _recipients(verb, objects, scene)
        actors = distinct(actors, scene, set())
        recipients = distinct(recipients, scene, {number_of(token, scene) for token in actors})
        if actors or recipients:
            yield Candidate(verb, _cue(verb, objects, scene), tuple(actors), tuple(recipients))


def _recipients(verb: Token, objects: list[Token], scene: Scene) -> list[Token]:
    """Return whom it is done to: the object, else who is given it, else who is beside it."""
    for beside in (objects, datives(verb), _prepositional(verb)):
        found = list(side_heads(beside, scene, recipient=True))
        things = [noun for noun in beside if scene.at(noun) is None]
        found += [t for noun in things for t in owners(noun, scene, recipient=True)]
        if found:
            return found
    return []


def _prepositional(verb: Token) -> list[Token]:
    agent = "by" if is_passive(verb) else ""
    preps = [p for p in children(verb, "prep", "prt", "advmod") if p.lower_ != agent]
    return [noun for preposition in preps for noun in children(preposition, "pobj")]


def _cue(verb: Token, objects: list[Token], scene: Scene) -> tuple[Token, ...]:
    """Return a verb with its particles and a bare thing as its object ("opened | fire")."""
    particles = children(verb, "prt")
    things = [noun for noun in objects if scene.at(noun) is None][:1]
    return tuple(sorted((verb, *particles, *things), key=lambda token: token.i))


def _word(token: Token) -> Extent:
    return token.idx, token.idx + len(token)


def _phrase(head: Token) -> Extent:
    first, last = phrase_bounds(head)
    return first.idx, last.idx + len(last)
