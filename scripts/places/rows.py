"""One row of the place table for each name of each place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.language.places.naming import place_key
from places.sources import City, Division, curated

_LATIN_NAME = re.compile(r"[A-Z][a-zA-Z]+(?:[ '\-][a-zA-Z]+)*")
_GENERIC = frozenset(
    "state province region governorate department district county prefecture municipality oblast "
    "oblast' krai kray okrug republic territory canton parish emirate division voivodeship shire "
    "autonomous special administrative city capital borough unitary authority community "
    "community-of wilaya sheng shi zizhiqu respublika muhafazat ostan-e ostan vilayat vilayeti "
    "viloyati il ili provincia departamento estado comunidad provinsi daerah changwat tinh "
    "regione land kommune fylke lan maakunta apskritis novads raionul raion judetul megye kraj "
    "federal union of de del la du da the ar avtonomnyy oblysy wojewodztwo region- metropolitan "
    "periphery governate".split()
)
_ENGLISH = frozenset(
    "state province region governorate department district county prefecture oblast krai okrug "
    "republic territory canton voivodeship emirate division".split()
)


@dataclass(frozen=True)
class Row:
    """A place under one of its names. Kinds: T town, K capital, D, E division, C country, R other.

    `rank` is 0 for a name of its own, 1 for a further name, 2 for a short form.
    """

    key: str
    kind: str
    name: str
    country: str
    division: str
    lat: float
    lon: float
    population: int
    rank: int
    label: str = ""


def towns(
    found: list[City],
    codes: dict[int, tuple[str, str]],
    parts: dict[int, Division],
    further: dict[str, tuple[str, ...]],
    capitals: set[tuple[str, str]],
) -> Iterator[Row]:
    largest: dict[tuple[str, str], City] = {}
    for city in sorted(found, key=lambda c: c.population):
        largest[place_key(city.name), codes[city.country][1]] = city
    for city in found:
        country = codes[city.country][1]
        named = (place_key(city.name), country)
        kind = "K" if named in capitals and largest[named] is city else "T"
        first = next(
            (parts[n] for n in city.divisions if parts.get(n) and parts[n].level == 1), None
        )
        code = first.code.split(".")[1] if first else ""
        row = Row(place_key(city.name), kind, city.name, country, code, city.lat, city.lon,
                  city.population, 0)  # fmt: skip
        yield row
        others = {place_key(n) for n in further.get(city.geoname, ()) if _LATIN_NAME.fullmatch(n)}
        for key in sorted(others - {row.key}):
            if len(key) > 3:
                yield replace(row, key=key, rank=1)


def divided(found: Iterable[Division], members: dict[int, list[City]], codes: dict[str, str],
            kept: set[tuple[str, str, str]]) -> Iterator[Row]:  # fmt: skip
    """Rows of divisions that hold a town; their point is the middle of their towns' extent.

    A second-level division is not named like a town in it: the town is as good a point.
    """
    centres = {code: (float(lat), float(lon)) for _, (code, lat, lon) in curated("centres.txt")}
    short = {code: forms.split(", ") for _, (code, forms) in curated("divisions.txt")}
    for part in found:
        inside = members.get(part.number, [])
        cells = part.code.split(".")
        if not inside or cells[0] not in codes or part.level > 2:
            continue
        country, code = codes[cells[0]], cells[1]
        lat, lon = centres.get(part.code) or middle(inside)
        kind = "D" if part.level == 1 else "E"
        population = sum(city.population for city in inside)
        label = english(part)
        names = {place_key(n) for n in (part.name, *part.names) if n.isascii() or n == part.name}
        bare = {stripped(n) for n in (part.name, *part.names) if n.isascii() or n == part.name}
        own = place_key(label)
        for key in sorted((names | bare | {own}) - {""}):
            if kind == "E" and (key not in bare | {own} or (key, country, code) in kept):
                continue
            if len(key) > 2:
                yield Row(key, kind, label, country, code, lat, lon, population,
                          0 if key in (own, place_key(part.name)) else 1)  # fmt: skip
        for form in short.get(part.code, ()):
            yield Row(place_key(form), kind, label, country, code, lat, lon, population, 2)


def stripped(name: str) -> str:
    words = [w for w in place_key(name.replace(",", " ")).split() if w not in _GENERIC]
    return " ".join(words)


def english(part: Division) -> str:
    """The name to show: what stands before an English noun ("Nineveh Governorate")."""
    for name in (part.name, *part.names):
        words = name.split()
        if name.isascii() and len(words) > 1 and words[-1].lower() in _ENGLISH and part.level == 1:
            return " ".join(words[:-1])
    return part.name


def middle(inside: list[City]) -> tuple[float, float]:
    """The middle of the extent of some towns; across the date line it is that of the most."""
    lons = [c.lon for c in inside]
    if max(lons) - min(lons) > 180:
        east = sum(lon > 0 for lon in lons) * 2 > len(lons)
        lons = [lon for lon in lons if (lon > 0) is east]
    lats = [c.lat for c in inside]
    return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2


def regions() -> Iterator[Row]:
    for heading, (names, country, lat, lon) in curated("regions.txt"):
        first, *others = names.split(" = ")
        for rank, name in ((0, first), *((0, other) for other in others)):
            yield Row(place_key(name), "R", first, country, "", float(lat), float(lon), 0, rank,
                      heading)  # fmt: skip


def renamed(rows: list[Row]) -> Iterator[Row]:
    """The further names that English uses first, from the town's own row."""
    by_name: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.kind in "TK":
            by_name[row.key, row.country].append(row)
    for _, (name, form, known, country, *code) in curated("names.txt"):
        named = by_name[place_key(known), country]
        found = [row for row in named if row.division in code or not any(code)]
        if not found:
            raise ValueError(f"names.txt: no town {known} in {country}")
        largest = max(found, key=lambda row: row.population)
        yield replace(largest, key=place_key(name), rank=0 if form == "name" else 2)


def states(names: list[dict[str, str]], entries: list[dict[str, str]],
           members: dict[str, list[City]]) -> Iterator[Row]:  # fmt: skip
    """Countries under every name, adjective and demonym of the authority tables."""
    own = {row["id"]: row for row in entries}
    population = {iso: sum(c.population for c in inside) for iso, inside in members.items()}
    named = [(row["name"], row["form"], row["id"]) for row in names if row["id"] in own]
    named += [(row["name"], "own", row["id"]) for row in entries]
    for name, form, key in named:
        iso = own[key]["country"]
        if form not in ("own", "name", "adjective", "demonym") or not members.get(iso):
            continue
        lat, lon = middle(members[iso])
        yield Row(place_key(name), "C", own[key]["name"], iso, "", lat, lon, population[iso],
                  0 if form == "own" else 1, form)  # fmt: skip


def domains(countries: dict[str, dict[str, str]]) -> Iterator[Row]:
    """Countries by the ending of their web addresses, under the key "tld ca"."""
    for country in countries.values():
        ending = country["tld"].strip(". ")
        if ending:
            yield Row(f"tld {ending}", "C", country["name"], country["iso3"], "", 0.0, 0.0, 0, 2,
                      "tld")  # fmt: skip
