"""The country: "the country", "the kingdom", "her country", "its neighbour" as states."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.agreement import is_plural_noun
from dragoman.actors.beside import mark_noun
from dragoman.actors.drafts import BY_NOUN, Casting, Draft
from dragoman.actors.pronouns import is_third_person, resolve_pronoun
from dragoman.actors.regions import region_members
from dragoman.language.syntax import SUBJECTS, children, clause_head, possessors, subjects
from dragoman.model.actor import ActorKind

_COUNTRIES = frozenset("country homeland motherland nation republic".split())
_NEIGHBOURS = frozenset({"neighbor", "neighbour"})
# Nouns that alone say which states they fit (data/language/regions.tsv).
_REALMS = frozenset("archipelago emirate federation island kingdom principality sultanate".split())


def is_country_noun(noun: Token) -> bool:
    """Whether a noun means a state by its sort: "country", "kingdom", "the Baltic state"."""
    lemma = noun.lemma_.lower()
    if lemma in _COUNTRIES | _REALMS:
        return True
    if lemma in _NEIGHBOURS:
        return bool(children(noun, "poss"))
    return lemma == "state" and bool(_regions(noun))


def main_state(casting: Casting) -> Draft | None:
    """Return the state that the article mentions most, or None."""
    states = [d for d in casting.drafts if d.kind is ActorKind.STATE and d.spots]
    return max(states, key=lambda d: (len(d.spots), d.key), default=None)


def cast_country(casting: Casting, noun: Token) -> None:
    """Join a definite noun for a country to the state it means, where that is plain."""
    if is_plural_noun(noun) or children(noun, "relcl", "acl"):
        return
    named = [casting.at_head.get(t.i) for t in (*children(noun, "appos"), noun.head)]
    beside = [d for d in named if d is not None and d.kind is ActorKind.STATE]
    if beside and (noun.dep_ == "appos" or children(noun, "appos")):
        draft: Draft | None = beside[0]
    elif noun.lemma_.lower() in _NEIGHBOURS:
        draft = _neighbour(casting, noun)
    elif children(noun, "poss"):
        draft = _owned(casting, noun)
    else:
        draft = _told_of(casting, noun)
    if draft is not None:
        mark_noun(casting, draft, noun, "actors.the_country", BY_NOUN)


def _regions(noun: Token) -> list[frozenset[str]]:
    words = [t.text for t in noun.lefts]
    if noun.lemma_.lower() in _REALMS:
        words.append(noun.lemma_)
    return [members for word in words if (members := region_members(word)) is not None]


def _neighbour(casting: Casting, noun: Token) -> Draft | None:
    """ "Its neighbour": the one other state told of before."""
    owners = _owners(casting, noun)
    countries = {owner.country for owner in owners}
    others = [d for d in _states_before(casting, noun) if d.country not in countries]
    return others[0] if owners and len(others) == 1 else None


def _owned(casting: Casting, noun: Token) -> Draft | None:
    """ "Her country": the state of whoever owns it, else the only one told of before."""
    owners = _owners(casting, noun)
    countries = {owner.country for owner in owners if owner.country}
    if len(owners) != 1:
        return None
    if countries:
        state = casting.authority.state(countries.pop())
        return casting.draft(state.id, state.kind, state) if state is not None else None
    states = _states_before(casting, noun)
    return states[0] if len(states) == 1 else None


def _owners(casting: Casting, noun: Token) -> list[Draft]:
    found: list[Draft] = []
    for owner in possessors(noun):
        if is_third_person(owner):
            resolve_pronoun(casting, owner)
        draft = casting.at_head.get(owner.i)
        found += [draft] if draft is not None else casting.together.get(owner.i, ())
    return found


def _told_of(casting: Casting, noun: Token) -> Draft | None:
    """ "The country": the only state told of, else that of who acts here, else the main one."""
    regions = _regions(noun)
    states = [d for d in _states_before(casting, noun) if all(d.country in r for r in regions)]
    if noun.lemma_.lower() == "island" and len(states) != 1:
        return None
    if len(states) <= 1:
        return states[0] if states else None
    acting = [casting.at_head.get(s.i) for s in subjects(clause_head(noun))]
    homes = {d.country for d in acting if d is not None and d.kind is ActorKind.PERSON}
    at_home = [d for d in states if d.country in homes]
    if at_home:
        return at_home[0]
    most = main_state(casting)
    counts = sorted((len(d.spots) for d in states), reverse=True)
    clear = counts[0] > counts[1] and any(d is most for d in states)
    return most if clear else _subject_of_last(casting, noun, states)


def _subject_of_last(casting: Casting, noun: Token, states: list[Draft]) -> Draft | None:
    """Return the state that is the subject of the sentence before, or owns it."""
    number = casting.parse.sentence_of(noun).number
    for head, draft in casting.before(noun, 1):
        acts = head.dep_ in SUBJECTS and casting.parse.sentence_of(head).number < number
        if acts and any(draft is d for d in states):
            return draft
    return None


def _states_before(casting: Casting, noun: Token) -> list[Draft]:
    """Return the states mentioned before a noun, adjectives too, the latest first."""
    spots = [
        (spot.head, draft)
        for draft in casting.drafts
        if draft.kind is ActorKind.STATE
        for spot in draft.spots
        if spot.head < noun.i and not noun.is_ancestor(casting.parse.doc[spot.head])
    ]
    spots.sort(key=lambda pair: -pair[0])
    return list({id(draft): draft for _, draft in spots}.values())
