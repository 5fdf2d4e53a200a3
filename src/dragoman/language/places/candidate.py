"""Candidate: a place that a name can mean."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

_EARTH_KM = 6371.0


class PlaceKind(StrEnum):
    """What sort of place, by its letter in the table."""

    COUNTRY = "C"
    DIVISION = "D"
    DISTRICT = "E"
    CAPITAL = "K"
    TOWN = "T"
    REGION = "R"


# The words of `Place.precision`.
PRECISION = {
    PlaceKind.COUNTRY: "country",
    PlaceKind.DIVISION: "province",
    PlaceKind.DISTRICT: "district",
    PlaceKind.CAPITAL: "city",
    PlaceKind.TOWN: "city",
    PlaceKind.REGION: "region",
}
# The rank of a short form: "Tex." names a state only beside a place in it.
SHORT_FORM = 2
_SITES = frozenset({"site", "airport"})


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A place of the table: ISO 3166-1 alpha-3 country, degrees (WGS 84), inhabitants.

    ``division`` is GeoNames' code of the first-level division it lies in ("TX" in USA).
    ``country`` is empty for what lies in several, ``population`` 0 where no number is known.
    ``rank`` is 0 under a name of its own, 1 under a further name, 2 under a short form ("Tex.").
    ``label`` says more of regions ("sea") and of countries' names ("adjective").
    """

    kind: PlaceKind
    name: str
    country: str
    division: str
    lat: float
    lon: float
    population: int
    rank: int = 0
    label: str = ""

    @property
    def precision(self) -> str:
        """How fine the place is: "city", "district", "province", "country" or "region".

        A square or an airport is named for where in a city something is: "city".
        """
        return "city" if self.label in _SITES else PRECISION[self.kind]

    def holds(self, other: Candidate) -> bool:
        """Whether another place lies in this country or first-level division."""
        if self.kind is PlaceKind.COUNTRY:
            return other.country == self.country and other.kind is not PlaceKind.COUNTRY
        same = other.country == self.country and other.division == self.division
        inner = other.kind not in (PlaceKind.COUNTRY, PlaceKind.DIVISION)
        return self.kind is PlaceKind.DIVISION and same and inner


def distance_km(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Return the great-circle distance in kilometres of two points (latitude, longitude)."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*here, *there))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))
