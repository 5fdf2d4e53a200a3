"""Alike: the words of every state have, for the parser, the features of one state's words.

The parser has met "Iran" a thousand times and "Lesotho" hardly ever, and may read a sentence
about the one otherwise than the same sentence about the other. What it sees of a word is its norm,
its shape, and how it begins and ends; these are set here, for one-word names, adjectives, peoples
and capitals, to those of a word that it knows well. The words themselves, their lemmas and their
offsets stay as they are. (docs/decisions/022-alike.md)
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from importlib.resources import files

from spacy.vocab import Vocab

# Any frequent state would do: what counts is that it is one for all. Of five, this one's words left
# the floors of benchmarks/floors.py best.
_READ_LIKE = {"name": "Iran", "capital": "Tehran", "adjective": "Iranian", "demonym": "Iranian"}
_PEOPLE = "Iranians"
# What a person is as often called is left as it is.
_PERSONS_TOO = frozenset("Chad Douglas Hamilton Jordan Santiago Sofia Stanley Victoria".split())
_ONE_WORD = re.compile(r"[A-Z][a-zà-ÿ]{2,}")
_TABLES = "data/authority"


def read_alike(vocab: Vocab) -> None:
    """Give the words of all states in a vocabulary the features of the words they are read like."""
    for word, known in stand_ins():
        lexeme, model = vocab[word], vocab[known]
        lexeme.norm_, lexeme.shape_ = model.norm_, model.shape_
        lexeme.prefix_, lexeme.suffix_ = model.prefix_, model.suffix_


def stand_ins() -> Iterator[tuple[str, str]]:
    """Yield each one-word name, adjective, people and capital of a state once, with the word that
    it is read like."""
    seen = set(_PERSONS_TOO)
    for word, form in sorted(_words(), key=lambda told: list(_READ_LIKE).index(told[1])):
        if word not in seen and _ONE_WORD.fullmatch(word):
            seen.add(word)
            yield word, _like(word, form)


def _like(word: str, form: str) -> str:
    several = form == "demonym" and word.endswith("s") and not word.endswith("ss")
    return _PEOPLE if several else _READ_LIKE[form]


def _words() -> Iterator[tuple[str, str]]:
    for row in _rows("states.tsv"):
        yield row["name"], "name"
    for row in _rows("names.tsv"):
        if row["id"].startswith("state:") and row["form"] in _READ_LIKE:
            yield row["name"], row["form"]


def _rows(table: str) -> Iterator[dict[str, str]]:
    text = files("dragoman").joinpath(_TABLES, table).read_text("utf-8")
    yield from csv.DictReader(text.splitlines(), delimiter="\t")
