"""Parties: those the table knows, and the short names of their families ("the Liberals").

``data/names/parties.tsv`` holds names that one country's party alone bears; "Labour Party" or
"Greens" are many countries' and get theirs from the text. Written by ``scripts/build_parties.py``.
"""

from __future__ import annotations

from functools import lru_cache

from dragoman.actors.folding import fold
from dragoman.actors.heads import PARTY, read_names_table

Row = dict[str, str]


def party_rows() -> tuple[list[Row], list[Row]]:
    """Return the known parties as rows of the authority's tables: entries, and further names."""
    entries: list[Row] = []
    names: list[Row] = []
    for key, name, aliases, country, source in read_names_table("parties"):
        entry = {"id": key, "name": name, "kind": "body", "country": country}
        entries.append({**entry, "sectors": PARTY[0], "family": "", "roles": "", "source": source})
        names.extend(
            {"name": alias, "form": "name", "id": key, "source": source}
            for alias in aliases.split("|")
            if alias
        )
    return entries, names


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    return {fold(name): form for name, form in read_names_table("families")}


@lru_cache(maxsize=1)
def _family_starts() -> frozenset[str]:
    return frozenset(name.split()[0] for name in _families())


def may_start_family(word: str) -> bool:
    """Whether a family's name can begin with this word; a quick look before a longer one."""
    return word in _family_starts()


def is_family(words: str) -> bool:
    """Whether words in capitals name a party by its family: "Labour", "the Social Democrats"."""
    return _families().get(fold(words)) == "name"


def is_family_adjective(words: str) -> bool:
    """Whether words in capitals say of somebody which party is theirs: "the Liberal candidate"."""
    return fold(words) in _families()
