"""Cues that a verb heads, matched against its subject, its object and what hangs on both."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.coding.cue import Cue
from dragoman.coding.match import Match, built
from dragoman.coding.sides import Scene, is_own, is_place, owners, side_heads, states_of
from dragoman.coding.slots import Filled, fill_slots
from dragoman.language.syntax import (
    children,
    conjuncts,
    is_passive,
    is_verb,
    logical_objects,
    logical_subjects,
)

# Types in which the people that a cue names as its object are those it is done to.
_DONE_TO_PEOPLE = frozenset({"ASSAULT", "COERCE", "SANCTION"})


def verb_matches(verb: Token, scene: Scene) -> Iterator[Match]:
    """Yield the matches of the cues that a verb heads, the most specific first."""
    for cue in scene.codebook.cues_for(verb.lemma_.lower(), "verb"):
        match = _match_verb(cue, verb, scene)
        if match is not None:
            yield match


def _match_verb(cue: Cue, verb: Token, scene: Scene) -> Match | None:
    particles = [p for p in children(verb, "prt", "advmod", "prep") if p.lower_ == cue.particle]
    if cue.particle and not particles:
        return None
    target = _object_of(cue, verb, scene)
    if target is None:
        return None
    slots = fill_slots(cue, (verb, *target.words, *target.tokens), scene, verb)
    if slots is None:
        return None
    subject = _subject_of(cue, verb, scene)
    if subject is None:
        return None
    sides: dict[str, list[Token]] = {"A": [], "R": [], "*": []}
    sides[cue.subject or "*"].extend(subject.tokens)
    sides[cue.object or "*"].extend(target.tokens)
    for slot, filled in slots:
        sides[slot.side].extend(filled.tokens)
    sides["*"].extend(target.words)
    if cue.possessive and target.words:
        whose = owners(target.words[0], scene, recipient=cue.possessive == "R")
        sides[cue.possessive].extend(whose)
    if not sides["R"] and any(slot.side == "R" for slot, _ in slots):
        sides["R"].extend(_recipient_by_means(verb, scene))
    done_to_people = cue.subject == "A" and cue.type in _DONE_TO_PEOPLE
    if done_to_people and all(is_place(token, scene) for token in sides["R"]):
        # In "arrested two men in Lima" it is the men who are arrested, not Lima.
        named = [w for w in target.words if scene.at(w) is not None and not is_own(w)]
        sides["R"] = named or sides["R"]
    if not sides["R"] and cue.subject == "A" and cue.type in _DONE_TO_PEOPLE:
        sides["R"].extend(side_heads(target.words, scene, recipient=True))
    words = (verb, *particles[:1], *target.words, *(w for _, f in slots for w in f.words))
    return built(cue, verb, words, sides, scene)


def _recipient_by_means(verb: Token, scene: Scene) -> list[Token]:
    """Return who is helped in "helped Lima | by sending oil": the object of the main verb."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "by" or not is_verb(verb.head.head):
        return []
    return list(side_heads(logical_objects(verb.head.head), scene, recipient=True))


def _object_of(cue: Cue, verb: Token, scene: Scene) -> Filled | None:
    """Return what fills the object, an empty filling for a cue without one, None for no match."""
    if verb.lemma_ == "be":
        candidates = [j for c in children(verb, "attr", "acomp") for j in conjuncts(c)]
    else:
        candidates = logical_objects(verb)
    if cue.object is None and not cue.object_nouns:
        return Filled()
    nouns = [
        c
        for c in candidates
        if c.lemma_.lower() in cue.object_nouns or c.lower_ in cue.object_nouns
    ]
    if nouns:
        return Filled(words=tuple(nouns[:1]))
    if cue.object == "*":
        candidates = candidates or children(verb, "ccomp")
        return Filled(tokens=tuple(candidates)) if candidates else _missing(cue)
    if cue.object in ("A", "R"):
        # One who welcomes talks receives nobody; but "Welcomed by …, Lima's visit" has a guest.
        persons = [
            c
            for c in candidates
            if scene.at(c) is not None
            or not scene.is_act(c)
            or (is_passive(verb) and children(c, "poss"))
        ]
        sides = tuple(side_heads(persons, scene, recipient=cue.object == "R"))
        if sides:
            return Filled(tokens=sides)
    return _missing(cue)


def _missing(cue: Cue) -> Filled | None:
    """An object that is not there: no matter where it is optional, no match otherwise."""
    return Filled() if cue.object_optional else None


def _subject_of(cue: Cue, verb: Token, scene: Scene) -> Filled | None:
    if cue.subject is None:
        return Filled()
    candidates = logical_subjects(verb)
    if cue.subject == "*":
        return Filled()
    sides = tuple(side_heads(candidates, scene, recipient=cue.subject == "R"))
    sides = sides or tuple(states_of(candidates, scene))
    if sides:
        return Filled(tokens=sides)
    # Somebody acts whom no table and no noun shows to be an actor ("the storm killed …").
    return None if candidates and not is_passive(verb) else Filled()
