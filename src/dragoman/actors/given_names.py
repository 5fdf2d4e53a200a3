"""Given names: which words are one, and whose it is, for the agreement of pronouns only."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from dragoman.actors.folding import fold
from dragoman.actors.heads import read_names_table
from dragoman.actors.short_forms import name_parts


def is_given_name(word: str) -> bool:
    """Whether a word is a given name of ``data/names/given.tsv``; accents do not matter."""
    return fold(word) in _given_names()


def given_gender(name: str) -> str | None:
    """Return "female" or "male" for a full name whose first part is always the one; None else.

    A hint that lets "she" pass over "Juan Lima". It is no fact about anybody: it is never stored,
    and no two actors are joined or kept apart by it.
    """
    parts = name_parts(name)
    return _genders().get(parts[0]) if len(parts) > 1 else None


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return frozenset(row[0] for row in read_names_table("given"))


@lru_cache(maxsize=1)
def _genders() -> dict[str, str]:
    text = files("dragoman").joinpath("data/language/given_names.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    return {name: gender for gender, names in rows for name in names.split()}
