"""Nominals and pronouns: "the Cuban leader", "his counterpart", "the regime", "he", "its".

Read once through the article from left to right. Wrong joins are worse than missed ones: where
nothing in the text singles an actor out, the words stay an actor of their own or nobody.
"""

from __future__ import annotations

import datetime as dt

from spacy.tokens import Token

from dragoman.actors.authority import Entry, TitleClass
from dragoman.actors.beside import is_plural, mark_noun, person_beside
from dragoman.actors.bodies import body_key, country_beside
from dragoman.actors.collectives import COLLECTIVE_NOUNS, described_body
from dragoman.actors.counterparts import cast_counterpart
from dragoman.actors.descriptions import described_person, is_called, is_relation, other_person
from dragoman.actors.drafts import BY_NOUN, BY_TITLE, Casting, Draft
from dragoman.actors.first_person import cast_first_person
from dragoman.actors.offices import spoken_for
from dragoman.actors.pronouns import is_third_person, resolve_ahead, resolve_pronoun
from dragoman.actors.the_country import cast_country, is_country_noun, main_state
from dragoman.actors.together import cast_together
from dragoman.language.syntax import children, governed_by, is_verb, phrase_bounds, possessors
from dragoman.model.actor import ActorKind

_GOVERNMENTS = frozenset(
    "administration authorities authority cabinet government junta regime state".split()
)
# Federations whose parts are called states (ISO 3166-2): there "the state" is rarely the whole.
_OF_STATES = frozenset("AUS AUT BRA DEU FSM IND MEX MMR MYS NGA PLW SDN SOM SSD USA VEN".split())
# Armed bodies that the press calls by a plain noun in the singular.
_FORCES = frozenset("army gendarmerie military navy police".split())
# Nouns that go with a body's own name and mean no other body.
_GROUPS = frozenset(
    "alliance bloc coalition group guerrilla insurgent militant militia movement organisation "
    "organization party rebel".split()
)
_INDEFINITE = frozenset("a an another any each every many no several some".split())
_COUNTS = frozenset("dozen handful hundred million number score ten thousand".split())
# Nouns that fit whatever office a person holds.
_GENERAL = frozenset("diplomat dignitary envoy leader official politician representative".split())
_SOURCES = frozenset(
    "analyst commentator critic diplomat economist expert insider observer researcher source "
    "witness".split()
)
# Nouns that mean all the armed forces of a state where nothing narrows them.
_ARMED_FORCES = frozenset("force forces military troop troops".split())
# Nouns for bodies that as often mean a relation between states.
_RELATIONS = frozenset("alliance axis bloc coalition partnership union".split())
# Singular nouns that stand for people without any article ("police fired").
_BARE = frozenset("congress military opposition parliament police".split())
_LEADERS = {
    "leader": TitleClass.LEADER,
    "ruler": TitleClass.LEADER,
    "president": TitleClass.HEAD_OF_STATE,
    "premier": TitleClass.HEAD_OF_GOVERNMENT,
    "minister": TitleClass.HEAD_OF_GOVERNMENT,
    "chancellor": TitleClass.HEAD_OF_GOVERNMENT,
}
# The day up to which the tables know who holds an office (data/README.md).
_TABLES_KNOW_UNTIL = dt.date(2026, 1, 31)
# What stands around a verb and is no clause of its own.
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "dative", "prep", "agent")
_WHERE = frozenset({"at", "in"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def cast_nominals(casting: Casting) -> None:
    """Join or draft every noun phrase and pronoun that means an actor, in the order of the text."""
    for token in casting.parse.doc:
        if token.i in casting.at_head or token.i in casting.reserved:
            continue
        if is_third_person(token):
            resolve_pronoun(casting, token)
        elif cast_together(casting, token):
            continue
        elif token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"compound", "nmod", "amod"}:
            _cast_noun(casting, token)
    for token in casting.parse.doc:
        if is_third_person(token):
            resolve_ahead(casting, token)
    cast_first_person(casting)


def _cast_noun(casting: Casting, noun: Token) -> None:
    lemma = noun.lemma_.lower()
    if (lemma in _GOVERNMENTS or noun.lower_ in _GOVERNMENTS) and not _is_other_sense(noun):
        _cast_government(casting, noun)
        return
    if is_country_noun(noun):
        if _is_definite(noun):
            cast_country(casting, noun)
        return
    if lemma == "counterpart":
        cast_counterpart(casting, noun)
        return
    if _is_definite(noun) and _take_up(casting, noun):
        return
    if noun.dep_ in {"attr", "oprd"}:
        return  # it says what somebody is; it brings nobody new in
    if lemma in _RELATIONS or not _is_referring(noun) or _is_counted_already(casting, noun):
        return
    first, last = phrase_bounds(noun)
    words = casting.parse.doc[first.i : last.i + 1].text
    kind = casting.authority.agent_kind(words)
    if kind is None and lemma in _SOURCES:
        kind = ActorKind.PERSON
    if kind is None and lemma in COLLECTIVE_NOUNS:
        kind = ActorKind.GROUP
    if kind is ActorKind.BODY or noun.lower_ in _FORCES:
        _cast_body_noun(casting, noun, words)
    elif kind is not None:
        _cast_person_noun(casting, noun, words, kind)


def _take_up(casting: Casting, noun: Token) -> bool:
    """Join a definite noun to the body, group or person told before that it takes up."""
    if noun.dep_ in {"attr", "oprd", "appos"} or is_role(noun):
        return False
    named = person_beside(casting, noun)
    if named is not None:
        if is_relation(noun):
            mark_noun(casting, named, noun, "actors.title", BY_TITLE)
        return is_relation(noun)
    rival = other_person(casting, noun)
    if rival is not None:
        mark_noun(casting, rival, noun, "actors.the_other", BY_NOUN)
        return True
    if children(noun, "poss", "relcl", "acl"):
        return False
    first, last = phrase_bounds(noun)
    kind = casting.authority.agent_kind(casting.parse.doc[first.i : last.i + 1].text)
    if kind is ActorKind.PERSON:
        return False
    country = country_beside(casting, noun)
    body = _name_in_front(casting, noun) or described_body(casting, noun, country)
    if body is not None:
        if body.country is None and country is not None:
            body.country = country
            body.notes.append(f"country {country}: the text calls it {noun.text!r} of there")
        mark_noun(casting, body, noun, "actors.the_body", BY_NOUN)
    return body is not None


def _name_in_front(casting: Casting, noun: Token) -> Draft | None:
    """Return the body whose name says which group is meant: "the | Norte | movement"."""
    if noun.lemma_.lower() not in _GROUPS:
        return None
    drafts = [casting.at_head.get(c.i) for c in children(noun, "compound", "nmod")]
    bodies = (ActorKind.BODY, ActorKind.ORGANIZATION)
    return next((d for d in drafts if d is not None and d.kind in bodies), None)


def is_role(noun: Token) -> bool:
    """Whether a noun only says as what somebody acts: "elected | as president"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "as" and not is_plural(noun)


def _is_counted_already(casting: Casting, noun: Token) -> bool:
    """Whether a noun is the rest of a group already drafted: "hundreds of | demonstrators"."""
    of = noun.head
    counted = noun.dep_ == "pobj" and of.lower_ == "of" and of.head.i in casting.at_head
    return counted and of.head.lemma_.lower() in _COUNTS


def _is_referring(noun: Token) -> bool:
    """Whether a noun can mean somebody: "the army", "analysts"; not "army", "a source of pride"."""
    if noun.lemma_.lower() == "source" and any(c.lower_ == "of" for c in children(noun, "prep")):
        return False
    if is_plural(noun) or noun.lower_ in _BARE:
        return True
    return bool(children(noun, "det", "poss", "nummod"))


def _is_definite(noun: Token) -> bool:
    determiners = [d.lower_ for d in children(noun, "det")]
    return bool(_DEFINITE & set(determiners)) or bool(children(noun, "poss"))


def _is_other_sense(noun: Token) -> bool:
    """Whether a noun for a government means another thing: "the smaller state", "his cabinet"."""
    if noun.lemma_.lower() == "state":
        return is_plural(noun) or bool(children(noun, "amod", "compound", "nmod"))
    owned = any(is_third_person(owner) for owner in children(noun, "poss"))
    return noun.lemma_.lower() == "cabinet" and owned


# --- governments ------------------------------------------------------------------------------


def _cast_government(casting: Casting, noun: Token) -> None:
    country = country_beside(casting, noun) or _country_of_namesake(casting, noun)
    country = country or _country_of_its_seat(casting, noun)
    state = casting.authority.state(country) if country else None
    if state is not None:
        draft = casting.draft(state.id, ActorKind.STATE, state)
        mark_noun(casting, draft, noun, "actors.government_of", BY_TITLE)
    elif _is_definite(noun) and not children(noun, "poss"):
        last = _last_government(casting, noun) or main_state(casting)
        other = last is not None and (_may_be_a_part(noun, last) or _faces(casting, noun, last))
        if last is not None and not other:
            mark_noun(casting, last, noun, "actors.the_government", BY_NOUN)


def _country_of_namesake(casting: Casting, noun: Token) -> str | None:
    """Read "the Lima government" by its compound: a person's country or a capital's."""
    drafts = [casting.at_head.get(c.i) for c in (*children(noun, "compound"), *possessors(noun))]
    return next((d.country for d in drafts if d is not None and d.country), None)


def _country_of_its_seat(casting: Casting, noun: Token) -> str | None:
    """Read "the government in Lima" by the state or capital that it sits in."""
    drafts = [casting.at_head.get(seat.i) for seat in governed_by(noun, ("in",))]
    return next((d.country for d in drafts if d is not None and d.kind is ActorKind.STATE), None)


def _faces(casting: Casting, noun: Token, state: Draft) -> bool:
    """Whether a state stands on the other side of a government's verb: "the government declined
    | Peru's offer" is hardly Peru's."""
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass", "dobj"} or not is_verb(verb):
        return False
    others = (t for c in children(verb, *_ARGUMENTS) if c != noun for t in c.subtree)
    named = (token for token in others if casting.at_head.get(token.i) is state)
    return any(token.head.lower_ not in _WHERE for token in named)


def _last_government(casting: Casting, noun: Token) -> Draft | None:
    """Return the state last called a government before, in the same words if possible."""
    rules = {"actors.government_of", "actors.the_government", "actors.regime"}
    spots = [
        (spot.head, draft)
        for draft in casting.drafts
        if draft.kind is ActorKind.STATE
        for spot in draft.spots
        if spot.head < noun.i and spot.rule in rules
    ]
    alike = [(at, d) for at, d in spots if casting.parse.doc[at].lemma_ == noun.lemma_]
    return max(alike or spots, key=lambda pair: pair[0])[1] if spots else None


def _may_be_a_part(noun: Token, whole: Draft) -> bool:
    """Whether "the state" may be Ohio or Kano and not the federation."""
    return noun.lemma_.lower() == "state" and whole.country in _OF_STATES


# --- bodies by noun ------------------------------------------------------------------------------


def _cast_body_noun(casting: Casting, noun: Token, words: str) -> None:
    country = country_beside(casting, noun)
    phrase = _specified(casting, noun)
    draft = casting.known(body_key(phrase, country))
    if draft is None:
        draft = casting.draft(body_key(phrase, country), ActorKind.BODY)
        draft.country = country
        draft.add_sectors(casting.authority.agent(words) or ())
    draft.names[words] += 1
    mark_noun(casting, draft, noun, "actors.body_noun", BY_NOUN)


def _specified(casting: Casting, noun: Token) -> str:
    """Return a body's noun with its field, without its country: "ministry of defence"."""
    governed = governed_by(noun, ("of",))
    fields = [_bare_phrase(casting, o) for o in governed if o.i not in casting.at_head]
    return " of ".join((_bare_phrase(casting, noun), *fields))


def _bare_phrase(casting: Casting, noun: Token) -> str:
    """Return the noun with what specifies it, without article, owner or nationality."""
    kept = [
        t.text
        for t in (*noun.lefts, noun)
        if t == noun
        or (t.dep_ in {"amod", "compound"} and not casting.authority.adjective_country(t.text))
    ]
    return " ".join(kept)


# --- persons and groups by noun ------------------------------------------------------------------


def _cast_person_noun(casting: Casting, noun: Token, words: str, kind: ActorKind) -> None:
    named = person_beside(casting, noun)
    if named is not None:
        mark_noun(casting, named, noun, "actors.title", BY_TITLE)
        return
    if noun.dep_ in {"attr", "oprd", "appos"} or is_role(noun):
        return  # it says what somebody is; it brings nobody new in
    country = country_beside(casting, noun)
    sectors = casting.authority.agent(words) or ()
    if not sectors:
        sectors, lent = spoken_for(casting, noun)
        country = country or lent
    if not is_plural(noun) and _is_definite(noun):
        known = _holder(casting, noun, country) or described_person(casting, noun, country)
        known = known or _only_one_like(casting, noun, country, sectors)
        known = known or _unnamed_holder(casting, noun, country)
        if known is not None:
            mark_noun(casting, known, noun, "actors.nominal_title", BY_NOUN)
            return
    _draft_stranger(casting, noun, country, sectors, kind)


def _holder(casting: Casting, noun: Token, country: str | None) -> Draft | None:
    """Return who held the highest office of a country on the article's day, if it is named."""
    drafts = (casting.known(entry.id) for entry in _holders(casting, noun, country))
    return next((draft for draft in drafts if draft is not None), None)


def _unnamed_holder(casting: Casting, noun: Token, country: str | None) -> Draft | None:
    """Return the one whom the tables vouch for that day, where the article names nobody."""
    entries = _holders(casting, noun, country)
    if len(entries) != 1 or casting.day is None or casting.day > _TABLES_KNOW_UNTIL:
        return None
    return casting.draft(entries[0].id, ActorKind.PERSON, entries[0])


def _holders(casting: Casting, noun: Token, country: str | None) -> tuple[Entry, ...]:
    wanted = _LEADERS.get(noun.lemma_.lower())
    highest = _bare_phrase(casting, noun).lower().removeprefix("prime ") in _LEADERS
    prime = noun.lemma_.lower() != "minister" or any(c.lower_ == "prime" for c in noun.lefts)
    if wanted is None or country is None or not highest or not prime:
        return ()
    return casting.authority.office_holders(country, wanted, casting.day)


def _only_one_like(
    casting: Casting, noun: Token, country: str | None, sectors: tuple[str, ...]
) -> Draft | None:
    """Return the one person of that country and those sectors, when the article has just one."""
    if country is None or not sectors:
        return None
    owners = [casting.at_head.get(owner.i) for owner in possessors(noun)]
    alike = [
        d
        for d in casting.drafts
        if d.kind is ActorKind.PERSON and d.country == country and set(sectors) <= set(d.sectors)
        if all(d is not owner for owner in owners) and _may_be_called(casting, d, noun)
    ]
    earlier = [d for d in alike if any(s.head < noun.i for s in d.spots)]
    return alike[0] if len(alike) == 1 and earlier else None


def _may_be_called(casting: Casting, draft: Draft, noun: Token) -> bool:
    """Whether no post of a person speaks against a noun; "official" fits every post."""
    if noun.lemma_.lower() in _GENERAL or is_called(casting, draft, noun):
        return True
    return not draft.offices and not (draft.entry and draft.entry.roles)


def _is_another(noun: Token) -> bool:
    """Whether a noun brings in others than those told by the same words before: "a minister"."""
    determiners = {d.lower_ for d in children(noun, "det")}
    return bool(determiners & _INDEFINITE) or bool(children(noun, "nummod"))


def _is_armed_forces(casting: Casting, noun: Token, country: str | None) -> bool:
    """Whether a noun means all a state's forces ("US forces"), the same in every article."""
    if country is None or noun.lemma_.lower() not in _ARMED_FORCES:
        return False
    first = phrase_bounds(noun)[0]
    before = casting.parse.doc[first.i : noun.i]
    return all(t.i in casting.at_head or t.lower_ in {"the", "armed", "'s", "’s"} for t in before)


def _draft_stranger(
    casting: Casting,
    noun: Token,
    country: str | None,
    sectors: tuple[str, ...],
    kind: ActorKind,
) -> None:
    first, last = phrase_bounds(noun)
    words = casting.parse.doc[first.i : last.i + 1].text
    if noun.lemma_.lower() == "source":
        kind = ActorKind.UNNAMED
    elif kind is ActorKind.PERSON:
        source = noun.lemma_.lower() in _SOURCES
        kind = ActorKind.UNNAMED if source or not is_plural(noun) else ActorKind.GROUP
    local = casting.parse.article.id
    key = f"{kind.value}:{local}:{_bare_phrase(casting, noun).lower()}:{country}"
    if _is_armed_forces(casting, noun, country):
        key = f"group:{country}:armed_forces"
    elif casting.known(key) is not None and _is_another(noun):
        key = f"{key}:{noun.i}"
    draft = casting.draft(key, kind)
    draft.country = draft.country or country
    draft.add_sectors(sectors)
    draft.names[words.removeprefix("the ").removeprefix("The ")] += 1
    mark_noun(casting, draft, noun, "actors.noun", BY_NOUN)
