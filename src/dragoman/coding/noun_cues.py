"""Cues that a noun heads: "talks between", "the arrest of", "came under criticism from"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.coding.cue import Cue, Side
from dragoman.coding.match import Match, built
from dragoman.coding.sides import Scene, owners, side_heads
from dragoman.coding.slots import fill_slots
from dragoman.language.syntax import agents_below, children, governed_by, is_verb, subjects

# Verbs that lend their subject to the noun of an act: "launched an attack", "cut short a visit".
_LIGHT_VERBS = frozenset(
    "announce begin boost build carry cement complete conclude conduct continue cut deepen develop "
    "do end establish expand extend finish give have hold increase intensify launch lead make "
    "mount open organise organize pay perform resume stage start strengthen take undertake wage "
    "widen".split()
)
# Prepositions that set one act beside another: "during the meeting with Lima, Quito said …".
_MEANWHILE = frozenset("after at before during following in".split())


def noun_matches(noun: Token, scene: Scene) -> Iterator[Match]:
    """Yield the matches of the cues that a noun heads, the most specific first."""
    for cue in scene.codebook.cues_for(noun.lemma_.lower(), "noun"):
        match = _match_noun(cue, noun, scene)
        if match is not None:
            yield match


def _match_noun(cue: Cue, noun: Token, scene: Scene) -> Match | None:
    modifiers = [c for c in noun.lefts if c.lemma_.lower() in cue.modifiers]
    if cue.modifiers and not modifiers:
        return None
    undergone = undergone_by(cue, noun, scene)
    things = (thing for thing in governed_by(noun, ("of",)) if scene.at(thing) is None)
    slots = fill_slots(cue, (noun, *things), scene, None)
    if slots is None:
        return None
    sides: dict[str, list[Token]] = {"A": [], "R": [], "*": []}
    for slot, filled in slots:
        if "between" in slot.prepositions and len(filled.tokens) > 1:
            sides["A"].extend(filled.tokens[:1])
            sides["R"].extend(filled.tokens[1:])
        else:
            sides[slot.side].extend(filled.tokens)
    if cue.possessive:
        owner = _side_of_owner(cue, sides)
        sides[owner].extend(owners(noun, scene, recipient=owner == "R"))
    if undergone:
        sides["R"] = sides["R"] or undergone
        sides["A"] = sides["A"] or _from_whom(noun, scene)
    if not sides["A"]:
        sides["A"].extend(side_heads(agents_below(noun), scene, recipient=False))
    if not sides["A"]:
        sides["A"].extend(_subject_of_light_verb(cue, noun, scene))
    if not sides["A"] and not sides["R"]:
        return None
    if cue.type == "CONSULT" and not sides["A"]:
        sides["A"].extend(_partner_by_clause(noun, scene))
    return built(cue, noun, (*modifiers[:1], noun), sides, scene)


def _side_of_owner(cue: Cue, sides: dict[str, list[Token]]) -> Side:
    """Return the side of a possessive: the other one where an of-phrase has filled its own.

    "Lima's arrest" is done to Lima, "Lima's arrest of a courier" by it.
    """
    other: Side = "A" if cue.possessive == "R" else "R"
    taken = bool(sides[cue.possessive or "*"]) and not sides[other]
    could = any(slot.side == other for slot in cue.prep_slots)
    return other if taken and could else cue.possessive or other


def _subject_of_light_verb(cue: Cue, noun: Token, scene: Scene) -> list[Token]:
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in _LIGHT_VERBS:
        return []
    if cue.symmetric and (parties := _between_as_subject(verb, scene)):
        return parties
    return list(side_heads(subjects(verb), scene, recipient=False))


def _between_as_subject(verb: Token, scene: Scene) -> list[Token]:
    """Return both sides of "contacts between Lima and Quito | deepened cooperation"."""
    for subject in children(verb, "nsubj"):
        for noun in subject.subtree:
            parties = list(side_heads(governed_by(noun, ("between",)), scene, recipient=False))
            if len(parties) > 1:
                return parties
    return []


def undergone_by(cue: Cue, noun: Token, scene: Scene) -> list[Token]:
    """Return to whom it is done where an act is undergone: "Lima faced criticism from Quito"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in scene.codebook.undergoing:
        return []
    if cue.symmetric or not {"A", "R"} <= {cue.possessive, *(s.side for s in cue.prep_slots)}:
        return []
    return list(side_heads(subjects(verb), scene, recipient=True))


def _from_whom(noun: Token, scene: Scene) -> list[Token]:
    sources = [g for anchor in (noun, noun.head) for g in governed_by(anchor, ("from", "by"))]
    return list(side_heads(sources, scene, recipient=False))


def _partner_by_clause(noun: Token, scene: Scene) -> list[Token]:
    """Return who was at "the meeting with …": the subject of the clause that it goes with."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in _MEANWHILE or not is_verb(preposition.head):
        return []
    return list(side_heads(subjects(preposition.head), scene, recipient=False))
