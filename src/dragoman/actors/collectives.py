"""Collectives: "the ministry", "the rebels", "the bloc": the one body or group told before."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.agreement import are_several, is_plural_noun, is_something
from dragoman.actors.drafts import Casting, Draft
from dragoman.actors.folding import fold
from dragoman.language.syntax import children
from dragoman.model.actor import ActorKind

_REACH = 4
_KINDS = frozenset({ActorKind.BODY, ActorKind.ORGANIZATION, ActorKind.GROUP})
_ARMED = frozenset({"REB", "UAF"})
_FORCES = frozenset({"MIL"})
_LAWS = frozenset({"LEG"})
_ANY = frozenset({"*"})
# What a plain noun can mean when nothing is called by it: the sectors of the actors that fit.
# "*" fits every body that is no part of a state.
_SECTORS = {
    "agency": _ANY,
    "alliance": _ANY,
    "army": _FORCES,
    "bloc": _ANY,
    "body": _ANY,
    "court": frozenset({"JUD"}),
    "fighter": _ARMED,
    "group": _ANY,
    "guerrilla": _ARMED,
    "insurgent": _ARMED,
    "judge": frozenset({"JUD"}),
    "lawmaker": _LAWS,
    "legislator": _LAWS,
    "legislature": _LAWS,
    "militant": _ARMED,
    "military": _FORCES,
    "militia": _ARMED,
    "movement": _ANY,
    "mutineer": _FORCES | _ARMED,
    "organisation": _ANY,
    "organization": _ANY,
    "parliament": _LAWS,
    "paramilitary": _ARMED,
    "party": frozenset({"PTY"}),
    "plotter": _FORCES | _ARMED,
    "putschist": _FORCES | _ARMED,
    "rebel": _ARMED,
    "senator": _LAWS,
    "soldier": _FORCES,
    "troop": _FORCES,
}
# Plural nouns that take up the one body of such people: "the judges" for a court.
_PEOPLE_OF = frozenset(
    "guerrilla insurgent judge lawmaker legislator militant paramilitary rebel senator".split()
)
# Words that only colour a collective noun and need not have been said before.
_COLOURS = frozenset(
    "armed extremist far-right global insurgent international islamist jihadist left-wing "
    "leftist militant muslim radical regional right-wing ruling same separatist shi'ite shia "
    "shiite sunni western world".split()
)
# Nouns for bodies that the table of agent nouns leaves out, since they are as often none.
COLLECTIVE_NOUNS = frozenset(
    "agency alliance bloc body coalition federation front movement organisation organization "
    "union".split()
)


def described_body(casting: Casting, noun: Token, country: str | None) -> Draft | None:
    """Return the one body or group told before that a definite noun takes up, or None.

    First by its own word ("the court" for the Supreme Court), else by what it is ("the rebels"
    for an armed group); of several in one sentence, none.
    """
    before = [
        (head, draft)
        for head, draft in casting.before(noun, _REACH)
        if draft.kind in _KINDS and not _is_inside(noun, head) and _agrees(draft, country)
        if _agrees_in_number(noun, draft, head)
    ]
    lemma = noun.lemma_.lower()
    asked = _asked(casting, noun)
    named = [(h, d) for h, d in before if _is_named(casting, d, lemma, asked)]
    if named:
        return _nearest(casting, named)
    wanted = _SECTORS.get(lemma)
    coloured = {t.lower_ for t in noun.lefts} & asked
    if wanted is None or coloured - _COLOURS or country is not None:
        return None
    return _nearest(casting, [(h, d) for h, d in before if _is_such(d, wanted)])


def _is_inside(noun: Token, head: Token) -> bool:
    """Whether one phrase holds the other: "a faction of the army" is not the army."""
    return noun.is_ancestor(head) or head.is_ancestor(noun)


def _agrees_in_number(noun: Token, draft: Draft, head: Token) -> bool:
    """Whether number lets a noun take a mention up: "the group" no plural, "soldiers" no body."""
    if is_plural_noun(noun):
        men = draft.kind is ActorKind.GROUP or are_several(draft, head)
        return men or noun.lemma_.lower() in _PEOPLE_OF
    return is_something(draft, head) or noun.lower_ == head.lower_


def _agrees(draft: Draft, country: str | None) -> bool:
    return country is None or draft.country in (country, None)


def _asked(casting: Casting, noun: Token) -> set[str]:
    specified = [t for t in noun.lefts if t.dep_ in {"amod", "compound", "nmod"}]
    specified += [o for of in children(noun, "prep") for o in children(of, "pobj")]
    return {
        word
        for t in specified
        if casting.authority.adjective_country(t.text) is None
        for word in (t.lower_, t.lemma_.lower())
        if t.lower_ == word
    }


def _is_named(casting: Casting, draft: Draft, lemma: str, asked: set[str]) -> bool:
    """Whether a body bears the noun in a name or description, with all that specifies it."""
    names = [*draft.names, *([draft.entry.name] if draft.entry else [])]
    for name in names:
        # "Court of Justice" is a court; "chiefs of the ministry" are none.
        words = set(fold(name).lower().replace("-", " ").partition(" of ")[0].split())
        if words & {lemma, f"{lemma}s"} and not asked - words - _COLOURS:
            return True
    heads = {casting.parse.doc[spot.head].lemma_.lower() for spot in draft.spots}
    return lemma in heads and not asked - _COLOURS


def _is_such(draft: Draft, wanted: frozenset[str]) -> bool:
    if wanted is _ANY:
        of_a_state = draft.kind is ActorKind.BODY and {"GOV", "MIL", "COP", "JUD", "LEG"} & set(
            draft.sectors
        )
        return not of_a_state
    return bool(wanted & set(draft.sectors))


def _nearest(casting: Casting, found: list[tuple[Token, Draft]]) -> Draft | None:
    """Return the draft of the nearest sentence that has just one of them; None for several."""
    if not found:
        return None
    nearest = max(casting.parse.sentence_of(head).number for head, _ in found)
    there = {id(d): d for head, d in found if casting.parse.sentence_of(head).number == nearest}
    return next(iter(there.values())) if len(there) == 1 else None
