"""Politics: dealings of companies and private people among themselves are no political events.

PLOVER codes interactions of political actors; a company may be on one side ("signed a contract with
the ministry"), not on both. Material conflict is coded whoever is on its sides.
"""

from __future__ import annotations

import re

from dragoman.coding.acts import Act
from dragoman.coding.sides import Scene
from dragoman.model.actor import ActorKind, Appearance

_MATERIAL_CONFLICT = "material conflict"
_BUSINESS = frozenset({"BUS"})
# How the names of companies end.
_COMPANY = re.compile(
    r"\b(?:AG|Co|Company|Corp|Corporation|GmbH|Inc|LLC|Ltd|NV|PLC|plc|SA|SpA)\.?$"
)


def is_political(act: Act, scene: Scene) -> bool:
    """Whether somebody on a side of an act is, or may be, a political actor."""
    if scene.codebook.quad(act.type) == _MATERIAL_CONFLICT:
        return True
    heads = (*act.match.actors, *act.match.recipients)
    sides = [scene.cast.who(m) for head in heads for m in scene.cast.all_at(head)]
    return not all(_is_company(who) or who.private for who in sides if who is not None)


def _is_company(who: Appearance) -> bool:
    if who.sectors:
        return set(who.sectors) <= _BUSINESS
    return who.kind is ActorKind.ORGANIZATION and _COMPANY.search(who.name) is not None
