"""Politics: companies and private people among themselves, and matches, are no political events.

PLOVER codes interactions of political actors; a company may be on one side ("signed a contract with
the ministry"), not on both. Material conflict is coded whoever is on its sides, but a score beside
it tells a match ("beat Peru 3-1").
"""

from __future__ import annotations

import re

from dragoman.coding.acts import Act
from dragoman.coding.sides import Scene
from dragoman.model.actor import ActorKind, Appearance

_MATERIAL_CONFLICT = "material conflict"
_BUSINESS = frozenset({"BUS"})
_SCORE = re.compile(r"\s*\d{1,3}\s?[-–]\s?\d{1,3}\b(?!\s*(?:vote|majority))")
# How the names of companies end.
_COMPANY = re.compile(
    r"\b(?:AG|Co|Company|Corp|Corporation|GmbH|Inc|LLC|Ltd|NV|PLC|plc|SA|SpA)\.?$"
)


def is_political(act: Act, scene: Scene) -> bool:
    """Whether somebody on a side of an act is, or may be, a political actor."""
    if scene.codebook.quad(act.type) == _MATERIAL_CONFLICT:
        return not _is_match(act)
    heads = (*act.match.actors, *act.match.recipients)
    sides = [scene.cast.who(m) for head in heads for m in scene.cast.all_at(head)]
    return not all(_is_company(who) or who.private for who in sides if who is not None)


def _is_match(act: Act) -> bool:
    """Whether a score stands right behind the words of an act and its sides."""
    words = (*act.match.words, *act.match.actors, *act.match.recipients)
    last = max(words, key=lambda word: word.i)
    behind = last.doc[last.i + 1 : last.sent.end].text
    return _SCORE.match(behind) is not None


def _is_company(who: Appearance) -> bool:
    if who.sectors:
        return set(who.sectors) <= _BUSINESS
    return who.kind is ActorKind.ORGANIZATION and _COMPANY.search(who.name) is not None
