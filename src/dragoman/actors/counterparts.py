"""Counterparts: "his Cuban counterpart" holds the same office, or is the same body, elsewhere."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.beside import mark_noun, person_beside
from dragoman.actors.bodies import body_key, normal_name
from dragoman.actors.descriptions import titles_of
from dragoman.actors.drafts import BY_NOUN, BY_TITLE, Casting, Draft
from dragoman.actors.offices import counterpart_office
from dragoman.actors.pronouns import is_third_person, resolve_pronoun
from dragoman.language.syntax import children, phrase_bounds, possessors
from dragoman.model.actor import ActorKind


def cast_counterpart(casting: Casting, noun: Token) -> None:
    """Give "his Cuban counterpart" the same office, or the same sort of body, in that country."""
    named = person_beside(casting, noun)
    owner = next((casting.at_head.get(p.i) for p in possessors(noun)), None)
    if owner is None:
        resolved = [resolve_pronoun(casting, p) for p in possessors(noun) if is_third_person(p)]
        owner = next((draft for draft in resolved if draft is not None), None)
        owner = owner or _joined_before(casting, noun)
    country = country_beside_adjective(casting, noun)
    if named is not None:
        _share_office(casting, owner, named, country, noun)
        mark_noun(casting, named, noun, "actors.title", BY_TITLE)
    elif owner is not None and owner.kind is ActorKind.BODY and country:
        draft = _counterpart_body(casting, owner, country)
        mark_noun(casting, draft, noun, "actors.counterpart", BY_TITLE)
    elif owner is not None and country:
        person = _same_office(casting, owner, country) or _unnamed(casting, owner, country)
        mark_noun(casting, person, noun, "actors.counterpart", BY_NOUN)


def _joined_before(casting: Casting, noun: Token) -> Draft | None:
    """Return who stands before "and its Peruvian counterpart" in the same sentence."""
    first = phrase_bounds(noun)[0]
    if first.i == 0 or first.nbor(-1).lower_ != "and":
        return None
    earlier = [casting.at_head[t.i] for t in noun.sent if t.i < first.i and t.i in casting.at_head]
    bodies = [d for d in earlier if d.kind in (ActorKind.BODY, ActorKind.STATE)]
    return bodies[-1] if bodies else None


def country_beside_adjective(casting: Casting, noun: Token) -> str | None:
    """Return the country of the adjective before a noun, whatever its possessor is."""
    for child in children(noun, "amod", "compound", "nmod"):
        country = casting.authority.adjective_country(child.text)
        if country:
            return country
    return None


def _counterpart_body(casting: Casting, owner: Draft, country: str) -> Draft:
    wanted = {normal_name(name) for name in owner.names}
    for draft in casting.drafts:
        if draft.country == country and wanted & {normal_name(name) for name in draft.names}:
            return draft
    plain = [name for name in owner.names if not casting.authority.find(name)]
    name = max(plain, key=len, default=owner.key.rpartition(":")[2])
    draft = casting.draft(body_key(name, country), owner.kind)
    draft.country = country
    draft.add_sectors(owner.sectors)
    draft.notes.append(f"the counterpart of {owner.name} in {country}")
    draft.names[name] += 1
    return draft


def _same_office(casting: Casting, owner: Draft, country: str) -> Draft | None:
    titles = {office.title.lower() for office in owner.offices}
    fits = [
        d
        for d in casting.drafts
        if d.country == country and titles & {office.title.lower() for office in d.offices}
    ]
    return fits[0] if len(fits) == 1 else None


def _unnamed(casting: Casting, owner: Draft, country: str) -> Draft:
    """Draft a counterpart whom the article does not name: called and coded as the owner is."""
    key = f"unnamed:{casting.parse.article.id}:counterpart of {owner.key}:{country}"
    draft = casting.draft(key, ActorKind.UNNAMED)
    draft.country = country
    draft.add_sectors(owner.sectors)
    draft.called += [" ".join(title) for title in titles_of(casting, owner)]
    state = casting.authority.state(country)
    draft.names[f"counterpart of {owner.name} in {state.name if state else country}"] += 1
    return draft


def _share_office(
    casting: Casting, owner: Draft | None, named: Draft, country: str | None, noun: Token
) -> None:
    if country and named.country is None:
        named.country = country
    if owner is None:
        return
    named.add_sectors(owner.sectors)
    named.notes.append(
        f"counterpart of {owner.name}: {casting.parse.sentence_of(noun).quote.words}"
    )
    quote = casting.parse.quote_tokens(*phrase_bounds(noun))
    for office in owner.offices:
        if office.until is None and all(o.title != office.title for o in named.offices):
            named.offices.append(counterpart_office(office, country, quote))
