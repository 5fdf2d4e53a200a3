"""Bodies: ministries, police, courts and the like, told apart by the country they serve."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.drafts import BY_NAME, Casting, Draft, Spot
from dragoman.actors.folding import fold
from dragoman.actors.heads import PARTY
from dragoman.actors.names import Name, NameKind
from dragoman.language.syntax import clause_head, possessors, subjects
from dragoman.model.actor import ActorKind, MentionForm, MentionKind

_IDLE_WORDS = frozenset({"of", "the", "for", "and", "&", "a"})
# Verbs that say whose head somebody is ("she has led the ministry").
LEADING = frozenset("chair command direct govern head lead oversee preside run".split())


def cast_bodies(casting: Casting, names: tuple[Name, ...]) -> None:
    """Draft bodies that the tables do not know and to which the text gives a country."""
    for name in _unknown_bodies(names):
        country = country_beside(casting, _head(casting, name)) or _country_in(casting, name)
        if country is not None:
            _cast_body(casting, name, country, name.words)
    casting.reserved = frozenset(_head(casting, name).i for name in _unknown_bodies(names))


def cast_bare_bodies(casting: Casting, names: tuple[Name, ...]) -> None:
    """Draft the bodies left over, once people and pronouns are known.

    "The Ministry of the Interior" alone joins the one already named, when there is one only, or
    the one of the country whose official is said to lead it; "the Ministry" that its minister
    leads is the ministry of that office.
    """
    for name in _unknown_bodies(names):
        head = _head(casting, name)
        if head.i in casting.at_head:
            continue
        leader = _leader(casting, head)
        words = _led_body(leader, name.words) if leader else name.words
        _cast_body(casting, name, leader.country if leader else None, words)


def _unknown_bodies(names: tuple[Name, ...]) -> list[Name]:
    return [name for name in names if name.kind is NameKind.BODY and name.entry is None]


def country_beside(casting: Casting, head: Token) -> str | None:
    """Return the country that a possessive, an adjective or an of-phrase gives a noun, or None."""
    for owner in possessors(head):
        country = _country_of(casting, owner) or _beside_in_turn(casting, owner)
        if country:
            return country
    for child in head.children:
        if child.dep_ in {"amod", "compound", "nmod", "nummod"}:
            country = casting.authority.adjective_country(child.text) or _state_at(casting, child)
            country = country or _region_at(casting, child)
            if country:
                return country
        if child.dep_ == "prep" and child.lower_ == "of":
            for governed in child.children:
                country = _state_at(casting, governed) or _region_at(casting, governed)
                country = country or _beside_in_turn(casting, governed)
                if governed.dep_ == "pobj" and country:
                    return country
    return None


def _country_in(casting: Casting, name: Name) -> str | None:
    """Return the country of a state that is part of the whole name ("Norwegian | Red Union")."""
    first, last = name.span
    states = (_state_at(casting, token) for token in casting.parse.doc[first : last + 1])
    return next((country for country in states if country), None)


def _beside_in_turn(casting: Casting, noun: Token) -> str | None:
    """ "Head of the Peruvian police", "the Peruvian ministry's spokesperson": one noun further."""
    return country_beside(casting, noun) if noun.pos_ in {"NOUN", "PROPN"} else None


def _country_of(casting: Casting, owner: Token) -> str | None:
    draft = casting.at_head.get(owner.i)
    if draft is not None:
        return draft.country
    return casting.authority.adjective_country(owner.text)


def _state_at(casting: Casting, token: Token) -> str | None:
    draft = casting.at_head.get(token.i)
    return draft.country if draft is not None and draft.kind is ActorKind.STATE else None


def _region_at(casting: Casting, token: Token) -> str | None:
    """Return the country of a first-level region: "the governor of | Texas", "Sindh | police"."""
    if token.pos_ != "PROPN":
        return None
    words = casting.parse.doc[token.left_edge.i : token.right_edge.i + 1].text
    return casting.authority.region_country(words)


def normal_name(words: str) -> str:
    """Return a body's name without articles and order: "Ministry of the Interior" and
    "Interior Ministry" are both "interior ministry".
    """
    parts = [w for w in fold(words).lower().replace("-", " ").split() if w not in _IDLE_WORDS]
    return " ".join(sorted(part.removesuffix("'s") for part in parts))


def body_key(words: str, country: str | None) -> str:
    """Return the key by which every article knows this body of this country."""
    return f"body:{country or '?'}:{normal_name(words)}"


def _cast_body(casting: Casting, name: Name, country: str | None, words: str) -> None:
    """Draft the body of a name; ``words`` are its full name where the text gives only a part."""
    draft = _known_short_form(casting, name) or _alike(casting, name, country, words)
    if draft is None:
        told = casting.authority.body(words)
        sectors = name.sectors if told is None or name.sectors == PARTY else told
        kind = ActorKind.BODY if sectors else ActorKind.ORGANIZATION
        draft = casting.draft(body_key(words, country), kind)
        draft.country = country
        draft.add_sectors(sectors or ())
        draft.notes.extend(f"{name.words}: {vote}" for vote in name.votes)
    first, last = name.span
    casting.mark(
        draft,
        Spot(
            head=_head(casting, name).i,
            first=first,
            last=last,
            kind=MentionKind.ACTOR,
            form=MentionForm.NAME,
            rule="actors.body_name",
            confidence=BY_NAME,
        ),
    )
    draft.names[name.words] += 1
    _join_short_form(casting, draft, name)


def mark_body(casting: Casting, draft: Draft, first: int, last: int, rule: str) -> None:
    """Add a mention of a body by its name."""
    head = casting.parse.doc[first : last + 1].root
    spot = Spot(head.i, first, last, MentionKind.ACTOR, MentionForm.NAME, rule, BY_NAME)
    casting.mark(draft, spot)


def _alike(casting: Casting, name: Name, country: str | None, words: str) -> Draft | None:
    """Return the body already drafted that this name means: by short form, country or leader."""
    wanted = normal_name(words)
    alike = [
        draft
        for draft in casting.drafts
        if draft.kind in (ActorKind.BODY, ActorKind.ORGANIZATION)
        and any(normal_name(n) == wanted for n in draft.names)
    ]
    if country is not None:
        return next((d for d in alike if d.country in (country, None)), None)
    leader = _country_of_leader(casting, casting.parse.doc[name.first : name.last + 1].root)
    if leader is not None:
        return next((d for d in alike if d.country == leader), None)
    return alike[0] if len(alike) == 1 else None


def _country_of_leader(casting: Casting, head: Token) -> str | None:
    people = _people_who_act(casting, clause_head(head))
    return people[0].country if people else None


def _people_who_act(casting: Casting, verb: Token) -> list[Draft]:
    drafts = [casting.at_head.get(subject.i) for subject in subjects(verb)]
    return [d for d in drafts if d is not None and d.kind is ActorKind.PERSON and d.country]


def _leader(casting: Casting, head: Token) -> Draft | None:
    """Return the person of whom the text says that he or she leads the body."""
    if head.dep_ != "dobj" or head.head.lemma_ not in LEADING:
        return None
    return next(iter(_people_who_act(casting, head.head)), None)


def _led_body(leader: Draft, words: str) -> str:
    """Return the full name of the body that a part of it means, by its leader's offices."""
    part = set(normal_name(words).split())
    bodies = [office.body for office in leader.offices if office.body]
    return next((b for b in bodies if part <= set(normal_name(b).split())), words)


def _known_short_form(casting: Casting, name: Name) -> Draft | None:
    """Return the body of the tables whose short form stands in parentheses after a full name."""
    short = _parenthesised(casting, name)
    return casting.at_head.get(short.i) if short is not None else None


def _parenthesised(casting: Casting, name: Name) -> Token | None:
    doc = casting.parse.doc
    at = name.span[1] + 1
    if at + 2 >= len(doc) or doc[at].text != "(" or doc[at + 2].text != ")":
        return None
    return doc[at + 1]


def _join_short_form(casting: Casting, draft: Draft, name: Name) -> None:
    """Join "(MININT)" after a full name, so that the short form names the same body."""
    short = _parenthesised(casting, name)
    if short is not None and short.text.isupper() and len(short.text) >= 2:
        draft.names[short.text] += 1
        mark_body(casting, draft, short.i, short.i, "actors.short_form")


def _head(casting: Casting, name: Name) -> Token:
    return casting.parse.doc[name.first : name.last + 1].root
