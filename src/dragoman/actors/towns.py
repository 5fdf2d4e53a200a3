"""Towns that are no capital: places by their position in the sentence and GeoNames' word."""

from __future__ import annotations

from dragoman.actors.authority import NameForm
from dragoman.actors.drafts import BY_NAME, BY_NOUN, Casting, Spot
from dragoman.actors.names import Name, NameKind
from dragoman.actors.states import is_place
from dragoman.language.gazetteer import Gazetteer, Town
from dragoman.model.actor import ActorKind, MentionForm, MentionKind, Place

# A town of a country that the article does not name is believed from this size on: there,
# the name alone mostly means the city.
KNOWN_ABROAD = 500_000


def cast_towns(casting: Casting, names: tuple[Name, ...], gazetteer: Gazetteer) -> None:
    """Mark names no table knows that stand where a place stands ("in Guayaquil").

    The town stands for its state where a host is wanted, and never acts itself. Of namesakes the
    one in a country of the article is meant.
    """
    countries = {draft.country for draft in casting.drafts if draft.kind is ActorKind.STATE}
    for name in names:
        if name.entry is not None or name.kind is not NameKind.UNKNOWN:
            continue
        head = casting.parse.doc[name.first : name.last + 1].root
        if not is_place(head, NameForm.CAPITAL):
            continue
        town = gazetteer.find(name.words, {c for c in countries if c})
        if town is not None and (town.country in countries or town.population >= KNOWN_ABROAD):
            _mark(casting, name, head.i, town, BY_NAME if town.country in countries else BY_NOUN)


def _mark(casting: Casting, name: Name, head: int, town: Town, confidence: float) -> None:
    state = casting.authority.state(town.country)
    if state is None:
        return
    casting.mark(
        casting.draft(state.id, state.kind, state),
        Spot(
            head=head,
            first=name.first,
            last=name.last,
            kind=MentionKind.PLACE,
            form=MentionForm.NAME,
            rule="actors.town",
            confidence=confidence,
            place=Place(town.name, town.country, town.lat, town.lon, "city"),
            detail=(f"{town.name}, {town.country}: {town.population} inhabitants (GeoNames)",),
        ),
    )
