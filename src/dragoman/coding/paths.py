"""Paths: the way through the parse from the word of an act to somebody named in its sentence.

A path says how likely that somebody is to be a side, and which: "dobj poss" from "denounced" leads
to whom it was done in "denounced Peru's closure of …". How often each path led to an actor, to a
recipient or to neither in our corpus is data (``data/paths.tsv``, written by ``training.paths``).
After Gildea and Jurafsky (2002), "Automatic Labeling of Semantic Roles", who found the path the
best sign of a role. A long way is rare, and is also counted by how it begins and ends ("dobj …
prep:with pobj"), as they back off to less of the path where the whole was not met.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice

from spacy.tokens import Token

# Longer ways are too rare to count.
LONGEST = 7
# From how many steps on a way is also known by its outline, and how many of its last steps that
# keeps beside the first.
_OUTLINED = 4
_LAST = 2
ROLES = ("actor", "recipient", "neither")
_NAMED = frozenset({"prep", "agent", "dative"})


@dataclass(frozen=True, slots=True)
class Led:
    """How often a path led to an actor, to a recipient, and to whoever is neither."""

    actor: int
    recipient: int
    neither: int

    @property
    def total(self) -> int:
        """How often the path was met."""
        return self.actor + self.recipient + self.neither

    def share(self, role: str) -> float:
        """Return how likely the path leads to a role, with one more that is neither (Laplace)."""
        return float(getattr(self, role)) / (self.total + 1)


def path(start: Token, end: Token) -> str | None:
    """Return the labels on the way, those upwards with "^"; None where there is no short way.

    Prepositions are named ("prep:on pobj"); a conjunct is a step of its own ("dobj conj").
    """
    above = {token.i: step for step, token in enumerate(_upwards(start))}
    down: list[str] = []
    for token in _upwards(end):
        if token.i in above:
            up = [f"^{_label(t)}" for t in islice(_upwards(start), above[token.i])]
            steps = [*up, *reversed(down)]
            return " ".join(steps) if 0 < len(steps) <= LONGEST else None
        down.append(_label(token))
    return None


def outline(way: str) -> str | None:
    """Return how a long way begins and ends; None for a short one, or one that leads upwards."""
    steps = way.split()
    if len(steps) < _OUTLINED or any(step.startswith("^") for step in steps):
        return None
    return " ".join((steps[0], "…", *steps[-_LAST:]))


def _upwards(token: Token) -> Iterator[Token]:
    yield token
    yield from token.ancestors


def _label(token: Token) -> str:
    return f"{token.dep_}:{token.lower_}" if token.dep_ in _NAMED else token.dep_


@cache
def load_paths() -> Mapping[tuple[str, str], Led]:
    """Return where each path led in our corpus, by type and path; by "" and path for all types."""
    text = files("dragoman").joinpath("data/paths.tsv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return {(row["type"], row["path"]): Led(*(int(row[role]) for role in ROLES)) for row in rows}


def led(type_name: str, way: str) -> Led | None:
    """Return where a path led from acts of a type; from acts of all types where those are few.

    Where the whole way was not met often enough, its outline is looked up in the same order.
    """
    table = load_paths()
    ways = [own for own in (way, outline(way)) if own is not None]
    keys = [(kind, own) for own in ways for kind in (type_name, "")]
    return next((table[key] for key in keys if key in table), None)


def likeliest(
    head: Token, others: Iterable[Token], type_name: str, role: str
) -> tuple[Token, str, float] | None:
    """Return whom a path makes likeliest to play a role in an act, with the path and its share."""
    told = []
    for other in others:
        way = path(head, other)
        found = led(type_name, way) if way is not None else None
        if way is not None and found is not None:
            told.append((other, way, found.share(role)))
    return max(told, key=lambda one: one[2], default=None)
