"""Which names of an article are places' names, and what place each of them is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Span

from dragoman.actors.authority import Authority, NameForm
from dragoman.actors.name import Name, NameKind
from dragoman.actors.votes import BY_LABEL
from dragoman.language.parser import Parse
from dragoman.language.places import (
    APART_KM,
    SHORT_FORM,
    Candidate,
    PlaceKind,
    PlaceTable,
    Toponym,
    distance_km,
    held_before,
    holder_after,
    resolve,
)
from dragoman.model.actor import Place

# A town of a country that the article does not name is believed from this size on: there,
# the name alone mostly means the city.
KNOWN_ABROAD = 500_000
TOWNS = frozenset({PlaceKind.TOWN, PlaceKind.CAPITAL})
# Letters of a name that is still read as initials.
_LONGEST_ACRONYM = 4
# Prepositions that put things inside a place; one is also "at" or "from" a team or a firm.
_INSIDE = frozenset("across in inside near outside throughout".split())
# Forms that name the place itself; "the Kremlin" and "the Castro regime" only stand for a state.
_NAMING = frozenset({NameForm.NAME, NameForm.CAPITAL, NameForm.ADJECTIVE, NameForm.DEMONYM})
# Forms that a place of the same name can be mistaken for: Georgia, and Georgetown in Guyana.
_MISTAKABLE = frozenset({NameForm.NAME, NameForm.CAPITAL})
# Said by the words beside a name, not by its size or the rest of the article.
SAID_OUTRIGHT = frozenset({"places.contained", "places.noun"})
# Four to one: so sure must a place be for a country's or capital's name not to mean that country.
SURE = 0.8

# Of such kinds the middle says something; of a sea or a country it does not.
_POINTED = frozenset({"city", "district", "province"})

Toponyms = dict[int, Toponym]
"""Places by the first token of the name that names them."""


def find_toponyms(
    parse: Parse, names: Iterable[Name], authority: Authority, table: PlaceTable
) -> Toponyms:
    """Return the places that an article's names can mean, resolved together.

    A name that the vote gives to a person or a body (a team, a firm) is no candidate, and no
    evidence for others. A country or capital that acts is evidence as much as one that is visited,
    and so is the place that a public body is named after ("Lima City Council").
    """
    spans: dict[tuple[int, int], int] = {}
    for name in names:
        span = _naming_part(parse, name, authority, table)
        if span is not None:
            spans[span.start_char, span.end_char] = name.first
    article = parse.article
    found = resolve(article.text, spans, table, table.home_of(article.url))
    return {spans[toponym.start, toponym.end]: toponym for toponym in found}


def _naming_part(parse: Parse, name: Name, authority: Authority, table: PlaceTable) -> Span | None:
    """The part of a name that can name a place: all of it, a body's first words, or nothing."""
    span = parse.doc[name.first : name.last + 1]
    if name.entry is not None:
        naming = name.kind is NameKind.STATE and name.form in _NAMING
        return span if naming else None
    if name.kind is NameKind.UNKNOWN:
        return span
    if name.kind is NameKind.BODY and authority.body(span.text) is not None:
        parts = (span[:size] for size in range(len(span) - 1, 0, -1))
        return next((part for part in parts if table.find(part.text)), None)
    return None


def with_places(parse: Parse, names: tuple[Name, ...], table: PlaceTable) -> tuple[Name, ...]:
    """Return the names, with those taken back from the bodies that the text treats as places.

    The pipeline's label and capital letters are weak signs of a body. A name that a place bears is
    no body where the article says "in" before it or names its country or state after it, where
    it is the state that stands after a town ("Albany, N.Y."), or where it is a city or province
    that everybody knows.
    """
    labelled = [n for n in names if n.kind is NameKind.BODY and n.entry is None]
    labelled = [n for n in labelled if n.title is None and n.votes == BY_LABEL]
    placed = {n.words for n in labelled if _is_treated_as_place(parse, n, table)}
    return tuple(
        replace(name, kind=NameKind.UNKNOWN, votes=())
        if name.words in placed and name in labelled
        else name
        for name in names
    )


def _is_treated_as_place(parse: Parse, name: Name, table: PlaceTable) -> bool:
    first, last = parse.doc[name.first], parse.doc[name.last]
    places = table.find(name.words)
    if not places:
        return False
    start, end = first.idx, last.idx + len(last)
    if holder_after(parse.article.text, end, places, table):
        return True
    if held_before(parse.article.text, start, places, table):
        return True
    own = [place for place in places if place.rank < SHORT_FORM]
    if own and name.first > 0 and parse.doc[name.first - 1].lower_ in _INSIDE:
        return True
    return len(name.words) > _LONGEST_ACRONYM and any(_is_well_known(place) for place in own)


def _is_well_known(place: Candidate) -> bool:
    if place.kind is PlaceKind.DIVISION:
        return place.rank == 0 and place.population >= KNOWN_ABROAD
    return place.kind in TOWNS and place.population >= KNOWN_ABROAD


def without_mistaken(
    names: tuple[Name, ...], toponyms: Toponyms, authority: Authority
) -> tuple[Name, ...]:
    """Return the names, less the authority's word for those that mean another place.

    "Atlanta, Georgia" names no country, "London, Ontario" no capital of Britain.
    """
    return tuple(
        replace(name, entry=None, form=None, kind=NameKind.UNKNOWN, votes=())
        if _means_another(name, toponyms.get(name.first), authority)
        else name
        for name in names
    )


def place_of(candidate: Candidate, name: str = "") -> Place:
    """Return the place as records hold it, under its own or another name.

    The point of a division or district is its middle; countries, and regions and seas, have none.
    """
    pointed = candidate.precision in _POINTED
    return Place(
        name or candidate.name,
        candidate.country or None,
        candidate.lat if pointed else None,
        candidate.lon if pointed else None,
        candidate.precision,
    )


def _means_another(name: Name, toponym: Toponym | None, authority: Authority) -> bool:
    if name.entry is None or name.entry.country is None or name.form not in _MISTAKABLE:
        return False
    if toponym is None or not (toponym.rule in SAID_OUTRIGHT or toponym.confidence >= SURE):
        return False
    place = toponym.place
    if place.kind is PlaceKind.COUNTRY or place.precision == "region":
        return False
    if name.form is NameForm.NAME:
        return place.country != name.entry.country
    centre = authority.centre(name.entry.country)
    if centre is None or centre.lat is None or centre.lon is None:
        return False
    return distance_km((centre.lat, centre.lon), (place.lat, place.lon)) > APART_KM
