"""Careers: who comes into an office and who goes out of it, as the text tells it.

"The new president" is who was sworn in, "the former president" who resigned or was beaten.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.drafts import Casting, Draft
from dragoman.language.syntax import (
    children,
    governed_by,
    is_verb,
    logical_objects,
    logical_subjects,
)

NEW = frozenset("incoming new newly newly-elected".split())
PAST = frozenset(
    "defeated departing deposed erstwhile ex former late onetime ousted outgoing retiring "
    "then toppled".split()
)
# Who does these comes in; whom these are done to comes in; the same for going out.
_COMING = frozenset("become replace succeed win".split())
_BROUGHT_IN = frozenset(
    "appoint declare elect inaugurate install name nominate proclaim reelect swear".split()
)
_GOING = frozenset("abdicate concede depart flee lose quit resign retire".split())
_SENT_OUT = frozenset(
    "beat defeat depose dismiss impeach oust overthrow recall remove replace sack succeed "
    "suspend topple unseat".split()
)
_POWER = frozenset("office oath power charge helm".split())


def newcomers(casting: Casting, noun: Token) -> list[Draft]:
    """Return who came into an office in the words before a noun, the latest last."""
    found: list[Token] = []
    for verb in _verbs_before(noun):
        lemma = verb.lemma_.lower()
        if lemma in _COMING or _takes_power(verb):
            found += logical_subjects(verb)
        if lemma in _BROUGHT_IN:
            found += logical_objects(verb)
            found += children(verb, "oprd", "ccomp")
    return _drafts(casting, found, noun)


def leavers(casting: Casting, noun: Token) -> list[Draft]:
    """Return who went out of an office in the words before a noun, the latest last."""
    found: list[Token] = []
    for verb in _verbs_before(noun):
        lemma = verb.lemma_.lower()
        steps_down = lemma in {"step", "stand"} and any(p.lower_ == "down" for p in verb.children)
        if lemma in _GOING or steps_down:
            found += logical_subjects(verb)
        if lemma in _SENT_OUT:
            found += logical_objects(verb)
        if _takes_power(verb):
            found += governed_by(verb, ("from",))
    return _drafts(casting, found, noun)


def _verbs_before(noun: Token) -> list[Token]:
    return [token for token in noun.doc[: noun.i] if is_verb(token)]


def _takes_power(verb: Token) -> bool:
    if verb.lemma_.lower() not in {"take", "assume", "seize"}:
        return False
    over = any(p.lower_ == "over" for p in children(verb, "prt", "prep", "advmod"))
    return over or any(o.lemma_.lower() in _POWER for o in children(verb, "dobj"))


def _drafts(casting: Casting, tokens: list[Token], noun: Token) -> list[Draft]:
    known = [casting.at_head.get(t.i) for t in tokens if t.i < noun.i]
    distinct: dict[int, Draft] = {id(d): d for d in known if d is not None}
    return list(distinct.values())
