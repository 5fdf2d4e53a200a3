"""Home: the country of those who need no country in the text, because it tells of one only."""

from __future__ import annotations

from collections import Counter

from dragoman.actors.bodies import body_key
from dragoman.actors.drafts import Casting, Draft
from dragoman.model.actor import ActorKind

# Public roles that somebody holds in one country: its powers, its forces, its parties.
_OF_A_COUNTRY = frozenset("GOV LEG JUD COP MIL SPY PTY OPP ELI".split())
_LENT_TO = frozenset({ActorKind.PERSON, ActorKind.BODY})
# An article is at home in a country that has four fifths of the mentions whose country is known,
# and at least so many: a choice by eye, that of two countries in dealings neither is the home.
_SHARE = 0.8
_MENTIONS = 5


def lend_home(casting: Casting) -> None:
    """Give office-holders and bodies of no stated country that of an article told of one only.

    "Congress" and "Senator Lima" need no country in a paper at home. Organizations, groups and
    people without a public role get none: they may be from anywhere.
    """
    home = _home(casting)
    if home is None:
        return
    for draft in casting.drafts:
        if draft.country is None and _is_of_a_country(draft):
            draft.country = home
            _join_namesakes_of_there(casting, draft)
            draft.notes.append(f"country {home}: the article tells of hardly any other")


def _join_namesakes_of_there(casting: Casting, draft: Draft) -> None:
    """Key a body as articles do that say its country, so that "the Senate" is Peru's in all."""
    if draft.kind is ActorKind.BODY:
        key = body_key(draft.name, draft.country)
        draft.key = key if casting.known(key) is None else draft.key


def _home(casting: Casting) -> str | None:
    told: Counter[str] = Counter()
    for draft in casting.drafts:
        if draft.country is not None:
            told[draft.country] += len(draft.spots)
    country, mentions = max(told.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    known = casting.authority.state(country) is not None
    enough = mentions >= _MENTIONS and mentions >= _SHARE * told.total()
    return country if known and enough else None


def _is_of_a_country(draft: Draft) -> bool:
    public = _OF_A_COUNTRY & (set(draft.sectors) - draft.private_sectors)
    return draft.kind in _LENT_TO and bool(public)
