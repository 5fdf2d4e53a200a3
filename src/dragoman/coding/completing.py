"""Completing: sides by where paths mostly lead, beside those that cue and grammar gave.

Whom a path from acts of this type hardly ever leads to is no side of one ("raised 400 fighters" is
done to nobody); a side that is left empty is filled by whom a path mostly leads to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman.coding.acts import Act
from dragoman.coding.marking import ACTOR, RECIPIENT
from dragoman.coding.match import Match
from dragoman.coding.paths import likeliest, load_paths, path
from dragoman.coding.sides import Scene, is_own, number_of
from dragoman.language.syntax import conjuncts

# From which share of its path on somebody is taken for a side: where the F1 of sides was best on
# the part of the corpus that is trained on (training/score_reading.py --only).
LEAST_SHARE = 0.4
# Under which share of a type's own path nobody is taken for a side, where the path was met often.
RARE_SHARE = 0.2
_ENOUGH = 12
# Types that are done with what is one's own ("recalled its envoy"): that is no recipient.
_OF_ONES_OWN = frozenset({"AID", "COOPERATE", "MOBILIZE", "RETREAT", "SANCTION"})


def completed(act: Act, scene: Scene) -> Act:
    """Return an act with its empty side filled by a path, where one mostly leads to such a side.

    A cue says itself who is on which side ("Lima received …" has a guest for its actor); where
    there is none, whom the type hardly ever has on a side is taken off it first.
    """
    if not act.by_cue:
        act = _without_rare(act)
    for role in (ACTOR, RECIPIENT):
        if not sides_of(act.match, role):
            act = _filled(act, role, scene)
    return act


def _without_rare(act: Act) -> Act:
    actors = tuple(t for t in act.match.actors if _may_be(t, act, ACTOR))
    recipients = tuple(t for t in act.match.recipients if _may_be(t, act, RECIPIENT))
    if not actors and not recipients:
        return act
    return replace(act, match=replace(act.match, actors=actors, recipients=recipients))


def _may_be(token: Token, act: Act, role: str) -> bool:
    if role == RECIPIENT and act.type in _OF_ONES_OWN and is_own(token):
        return False
    way = path(act.head, token)
    found = load_paths().get((act.type, way)) if way is not None else None
    return found is None or found.total < _ENOUGH or found.share(role) >= RARE_SHARE


def sides_of(match: Match, role: str) -> tuple[Token, ...]:
    """Return the mention heads on a side, by ACTOR or RECIPIENT."""
    return match.actors if role == ACTOR else match.recipients


def _filled(act: Act, role: str, scene: Scene) -> Act:
    found = likeliest(act.head, _free(act, scene), act.type, role)
    if found is None or found[2] < LEAST_SHARE:
        return act
    token, way, share = found
    taken = _taken(act, scene)
    named = tuple(t for t in conjuncts(token) if number_of(t, scene) not in {None, *taken})
    actors, recipients = act.match.actors, act.match.recipients
    actors, recipients = (named, recipients) if role == ACTOR else (actors, named)
    match = replace(act.match, actors=actors, recipients=recipients)
    why = f"{role} by the path {way!r}, which leads to one in {share:.0%} of our corpus"
    return replace(act, match=match, why=(*act.why, why))


def _free(act: Act, scene: Scene) -> Iterator[Token]:
    """Yield whoever is named in the sentence and on no side of the act yet."""
    taken = _taken(act, scene)
    # Sides that hang on the act's word; one that a relative clause hangs on stands above it.
    below = [s for s in (*act.match.actors, *act.match.recipients) if act.head.is_ancestor(s)]
    for token in act.head.sent:
        own = act.type in _OF_ONES_OWN and is_own(token)
        inside = any(side.is_ancestor(token) for side in below)
        free = number_of(token, scene) not in {None, *taken}
        if free and token != act.head and not own and not inside:
            yield token


def _taken(act: Act, scene: Scene) -> set[int | None]:
    return {number_of(token, scene) for token in (*act.match.actors, *act.match.recipients)}
