"""Places: names of places -> the places they mean, by GeoNames' table and the article's words."""

from dragoman.language.places.candidate import Candidate, PlaceKind, distance_km
from dragoman.language.places.resolve import APART_KM, Toponym, resolve
from dragoman.language.places.table import PlaceTable, load_places

__all__ = [
    "APART_KM",
    "Candidate",
    "PlaceKind",
    "PlaceTable",
    "Toponym",
    "distance_km",
    "load_places",
    "resolve",
]
