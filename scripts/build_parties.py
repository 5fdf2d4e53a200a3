"""Builds the table of political parties from the World Factbook and `names/parties.tsv`.

    PYTHONPATH=src:scripts python scripts/build_parties.py SOURCES

SOURCES holds `factbook.json` (CC0). A name that parties of two countries bear, or that the
authority tables know already, is left out. The same sources give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from authority import states
from authority.tables import slug
from dragoman.actors.authority import TABLES, Authority, read_table
from dragoman.actors.folding import fold

HERE = Path(__file__).parent
OUT = HERE.parent / "src/dragoman/data/names/parties.tsv"
COLUMNS = ("id", "name", "aliases", "country", "source")

_OR = re.compile(r"(.+?) or (\S+?)[,;]?(?= [A-ZÀ-Þ\"'(]|$)")
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_SMALL = frozenset("of the and for de la el du des in to".split())
_LONGEST_NAME = 8
_SHORTEST_ACRONYM = 3
# Three letters with a vowel in the middle are mostly a word in capitals too ("NOW", "MAP").
_MAY_BE_A_WORD = re.compile(r"[A-Z][AEIOUY][A-Z]$")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", type=Path)
    sources: Path = parser.parse_args().sources
    factbook = json.loads((sources / "factbook.json").read_text("utf-8"))
    parties = [*_curated(), *_of_factbook(factbook)]
    lines = sorted("\t".join(row) for row in _unambiguous(parties))
    OUT.write_text("\n".join(["\t".join(COLUMNS), *lines]) + "\n", "utf-8")
    print(f"parties: {len(lines)} rows")


Party = tuple[str, str, tuple[str, ...], str]


def _curated() -> Iterator[Party]:
    for line in (HERE / "names/parties.tsv").read_text("utf-8").splitlines():
        country, name, *aliases = line.split("\t")
        yield country, name, tuple(aliases[0].split("|")) if aliases else (), "dragoman"


def _of_factbook(factbook: dict[str, Any]) -> Iterator[Party]:
    """Yield the parties that the factbook lists with a short form: "Civic Union or CU".

    Its lists have no separator, so a name is only as sure as the short form before it and its own
    initials: what stands before the name without a short form is lost.
    """
    _, _, codes = states.built(factbook)
    for key, page in factbook.items():
        country = codes.get(key)
        listed = _BRACKETS.sub("", page.get("parties") or "")
        for name, short in _OR.findall(listed) if country else ():
            whole = _whole_name(name.strip(' ,;"'), short)
            if whole is not None:
                aliases = () if _MAY_BE_A_WORD.match(short) else (short,)
                yield country, whole, aliases, "factbook"


def _whole_name(words: str, short: str) -> str | None:
    """Return the end of these words whose initials are the short form."""
    parts = words.split()
    for first in range(len(parts) - 1, -1, -1):
        tail = parts[first:]
        initials = "".join(p[0] for p in tail if p.lower() not in _SMALL)
        if fold(initials).upper() == fold(short).upper() and len(tail) <= _LONGEST_NAME:
            return " ".join(tail)
    return None


def _words(name: str) -> list[str]:
    return [fold(word).lower() for word in re.findall(r"[^\W_]+", name)]


def _unambiguous(parties: list[Party]) -> Iterator[tuple[str, ...]]:
    """Yield the rows to write, without names that could be a party's of many countries.

    Such are those of two countries' parties here, and those of which every word is in the party
    names of two countries ("Workers Party"), whoever alone may bear them today. Of those that we
    wrote, only what ends in "Party" is judged so; "Law and Justice" is one party's all the same.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    words: dict[str, set[str]] = defaultdict(set)
    for country, name, aliases, _ in parties:
        for each in (name, *aliases):
            bearers[fold(each)].add(country)
            for word in _words(each):
                words[word].add(country)
    authority = Authority({table: read_table(table) for table in TABLES})
    taken: set[str] = set()

    def is_free(name: str) -> bool:
        known = fold(name) in taken or bool(authority.lookup(name))
        short = name.isupper() and len(name) < _SHORTEST_ACRONYM
        return not known and not short and len(bearers[fold(name)]) == 1

    def is_telling(name: str) -> bool:
        return any(len(words[word]) == 1 for word in _words(name))

    def is_plain(name: str) -> bool:
        return name.endswith(" Party") and not is_telling(name)

    for country, name, aliases, source in parties:
        if source == "factbook" and not is_telling(name):
            continue
        free = [each for each in (name, *aliases) if is_free(each) and not is_plain(each)]
        taken.update(map(fold, free))
        if free:
            key = f"body:{country}:{slug(name)}"
            yield key, free[0], "|".join(free[1:]), country, source


if __name__ == "__main__":
    main()
