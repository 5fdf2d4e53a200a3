"""Places: names of places -> the places they mean, by GeoNames' table and the article's words."""

from dragoman.language.places.candidate import SHORT_FORM, Candidate, PlaceKind, distance_km
from dragoman.language.places.cues import held_before, holder_after
from dragoman.language.places.resolve import APART_KM, Toponym, resolve
from dragoman.language.places.table import PlaceTable, load_places

__all__ = [
    "APART_KM",
    "SHORT_FORM",
    "Candidate",
    "PlaceKind",
    "PlaceTable",
    "Toponym",
    "distance_km",
    "held_before",
    "holder_after",
    "load_places",
    "resolve",
]
