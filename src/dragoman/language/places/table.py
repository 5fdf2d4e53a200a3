"""The place table: who bears a name, found in a sorted file without reading all of it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

from dragoman.language.places.candidate import Candidate, PlaceKind
from dragoman.language.places.naming import bare_key, place_key


class PlaceTable:
    """Places by name. ``lines`` is ``data/places.tsv``: a key and its places a line, keys sorted.

    The bytes stay as they are and are searched by halves, so that loading costs next to nothing.
    """

    def __init__(self, lines: bytes) -> None:
        self._lines = lines
        self._found: dict[str, tuple[Candidate, ...]] = {}

    def find(self, name: str) -> tuple[Candidate, ...]:
        """Return every place that bears this name, however accents and points are written.

        An article in front may be missing on either side ("the Gambia", "Al Anbar"). Empty for a
        name that no place bears.
        """
        key = place_key(name)
        found = self.of_key(key) or self.of_key(bare_key(key))
        # "Karak" is a town of Pakistan, and Al Karak one of Jordan.
        return found + tuple(replace(c, rank=1) for c in self.of_key(f"al {key}"))

    def of_key(self, key: str) -> tuple[Candidate, ...]:
        """Return every place of exactly this key (`place_key`)."""
        if key not in self._found:
            self._found[key] = tuple(_candidate(cell, key) for cell in self._cells(key.encode()))
        return self._found[key]

    def home_of(self, url: str | None) -> str:
        """Return the country of a web address by its ending (ISO 3166-1 alpha-3), or ""."""
        host = urlsplit(url or "").hostname or ""
        found = self.of_key(f"tld {host.rpartition('.')[2]}")
        return found[0].country if found else ""

    def _cells(self, key: bytes) -> list[str]:
        low, high = 0, len(self._lines)
        while low < high:
            start = self._lines.rfind(b"\n", 0, (low + high) // 2) + 1
            end = self._lines.find(b"\n", start)
            end = len(self._lines) if end < 0 else end
            here, _, cells = self._lines[start:end].partition(b"\t")
            if here == key:
                return cells.decode().split("\t") if key else []
            if here < key:
                low = end + 1
            else:
                high = start
        return []


def _candidate(cell: str, key: str) -> Candidate:
    cells = cell.split("|")
    kind, name, country, division, lat, lon, population = cells[:7]
    rank, label = (*cells[7:], "", "")[:2]
    return Candidate(
        PlaceKind(kind),
        name or key.title(),
        country,
        division,
        float(lat),
        float(lon),
        int(population),
        int(rank or 0),
        label,
    )


@lru_cache(maxsize=1)
def load_places() -> PlaceTable:
    """Return the table that ships with dragoman, opened once per process."""
    return PlaceTable(files("dragoman").joinpath("data/places.tsv").read_bytes())
