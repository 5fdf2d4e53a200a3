"""Regions: which states "the Baltic state", "the kingdom" or "the island" can mean."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


def region_members(word: str) -> frozenset[str] | None:
    """Return the ISO 3166-1 alpha-3 codes that a word fits ("Nordic"); None for another word."""
    return _regions().get(word.lower())


@lru_cache(maxsize=1)
def _regions() -> dict[str, frozenset[str]]:
    text = files("dragoman").joinpath("data/language/regions.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    return {word: frozenset(members.split()) for word, members in rows}
