"""Places that are no country or capital: names that stand where a place stands."""

from __future__ import annotations

from dragoman.actors.authority import NameForm
from dragoman.actors.drafts import BY_NAME, BY_NOUN, Casting, Spot
from dragoman.actors.names import Name, NameKind
from dragoman.actors.states import is_place
from dragoman.actors.toponyms import KNOWN_ABROAD, SAID_OUTRIGHT, TOWNS, Toponyms, place_of
from dragoman.language.places import SHORT_FORM, PlaceKind, Toponym
from dragoman.model.actor import ActorKind, MentionForm, MentionKind

# GeoNames' own cut for "cities15000". Smaller towns bring more false places than true ones while
# nothing but the name and the country speaks for them.
KNOWN_AT_HOME = 15_000


def cast_places(casting: Casting, names: tuple[Name, ...], toponyms: Toponyms) -> None:
    """Mark names no table of actors knows that stand where a place stands ("in Guayaquil").

    The place stands for its state where a host is wanted, and never acts itself; one that lies in
    several states stands for none.
    """
    countries = {draft.country for draft in casting.drafts if draft.kind is ActorKind.STATE}
    for name in names:
        toponym = toponyms.get(name.first)
        if name.entry is not None or name.kind is not NameKind.UNKNOWN or toponym is None:
            continue
        head = casting.parse.doc[name.first : name.last + 1].root
        named = toponym.place.country in countries
        if is_place(head, NameForm.CAPITAL) and _is_believed(toponym, named=named):
            _mark(casting, name, head.i, toponym, BY_NAME if named else BY_NOUN)


def _is_believed(toponym: Toponym, *, named: bool) -> bool:
    """Whether a name in a place's position is that place; ``named``: the article has its country.

    Short forms ("Tex.") are not. Nor are sites: the town beside one says where it is, not what.
    """
    place = toponym.place
    if place.kind is PlaceKind.COUNTRY or place.rank == SHORT_FORM:
        return False
    if toponym.rule == "places.site":
        return False
    if toponym.rule in SAID_OUTRIGHT or place.kind not in TOWNS:
        return True
    return place.population >= (KNOWN_AT_HOME if named else KNOWN_ABROAD)


def _mark(casting: Casting, name: Name, head: int, toponym: Toponym, confidence: float) -> None:
    spot = Spot(
        head=head,
        first=name.first,
        last=name.last,
        kind=MentionKind.PLACE,
        form=MentionForm.NAME,
        rule=toponym.rule,
        confidence=min(confidence, toponym.confidence),
        place=place_of(toponym.place),
        detail=toponym.detail,
    )
    state = casting.authority.state(toponym.place.country)
    if state is None:
        casting.mark_place(spot)
    else:
        casting.mark(casting.draft(state.id, state.kind, state), spot)
