"""Slots: what the words after a preposition bring to a cue."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.coding.cue import Cue, Slot
from dragoman.coding.sides import Scene, side_heads, states_of
from dragoman.language.syntax import datives, governed_by


@dataclass(frozen=True, slots=True)
class Filled:
    """What one slot took: mention heads for a side, plain nouns for anything else."""

    tokens: tuple[Token, ...] = ()
    words: tuple[Token, ...] = ()


def fill_slots(
    cue: Cue, anchors: tuple[Token, ...], scene: Scene, verb: Token | None
) -> list[tuple[Slot, Filled]] | None:
    """Return what each prepositional slot took, or None when one that must be filled is not."""
    filled = []
    for slot in cue.prep_slots:
        taken = _fill_slot(cue, slot, anchors, scene, verb)
        if taken is None and not slot.optional:
            return None
        filled.append((slot, taken or Filled()))
    return filled


def _fill_slot(
    cue: Cue, slot: Slot, anchors: tuple[Token, ...], scene: Scene, verb: Token | None
) -> Filled | None:
    candidates = [g for anchor in anchors for g in governed_by(anchor, slot.prepositions)]
    if verb is not None and "to" in slot.prepositions:
        candidates.extend(datives(verb))
    if slot.nouns:
        nouns = tuple(c for c in candidates if c.lemma_.lower() in slot.nouns)
        return Filled(words=nouns[:1]) if nouns else None
    if slot.side == "*":
        return Filled(tokens=tuple(candidates)) if candidates else None
    sides = tuple(side_heads(candidates, scene, recipient=slot.side == "R"))
    if not sides and scene.codebook.quad(cue.type).startswith("material"):
        sides = tuple(states_of(candidates, scene))
    return Filled(tokens=sides) if sides else None
