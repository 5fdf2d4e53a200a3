"""Which names of an article are places' names, and what place each of them is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.actors.authority import Authority, NameForm
from dragoman.actors.names import Name, NameKind
from dragoman.language.parser import Parse
from dragoman.language.places import (
    APART_KM,
    Candidate,
    PlaceKind,
    PlaceTable,
    Toponym,
    distance_km,
    resolve,
)
from dragoman.model.actor import Place

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


def find_toponyms(parse: Parse, names: Iterable[Name], table: PlaceTable) -> Toponyms:
    """Return the places that an article's names can mean, resolved together.

    A name that the vote gives to a person or a body (a team, a firm) is no candidate, and no
    evidence for others; a country or capital that acts is evidence as much as one that is visited.
    """
    spans: dict[tuple[int, int], int] = {}
    for name in names:
        if name.entry is None and name.kind is not NameKind.UNKNOWN:
            continue
        if name.entry is not None and (name.kind is not NameKind.STATE or name.form not in _NAMING):
            continue
        last = parse.doc[name.last]
        spans[parse.doc[name.first].idx, last.idx + len(last)] = name.first
    article = parse.article
    found = resolve(article.text, spans, table, table.home_of(article.url))
    return {spans[toponym.start, toponym.end]: toponym for toponym in found}


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
