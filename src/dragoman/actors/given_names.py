"""Given names: words that are mostly somebody's first name."""

from __future__ import annotations

from functools import lru_cache

from dragoman.actors.folding import fold
from dragoman.actors.heads import read_names_table


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return frozenset(row[0] for row in read_names_table("given"))


def is_given_name(word: str) -> bool:
    """Whether a word is a given name of ``data/names/given.tsv``; accents do not matter."""
    return fold(word) in _given_names()
