"""Heads of names: the noun in a name that says what bears it ("X Party", "University of Y").

``data/names/heads.tsv`` lists them. English heads stand last, or first before "of" and "for";
those of Romance names stand first ("Partido X"); German and Nordic ones end a compound.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from dragoman.actors.folding import fold


class HeadClass(StrEnum):
    """What sort of thing a head names.

    A grouping (front, alliance) or association (union, league) is a party where another word of
    the name is one of politics ("Liberal Union"), and an organization where not.
    """

    PARTY = "party"
    LEGISLATURE = "legislature"
    COURT = "court"
    AGENCY = "agency"
    FORCES = "forces"
    UNION = "union"
    ORGANIZATION = "organization"
    GROUPING = "grouping"
    ASSOCIATION = "association"
    PLACE = "place"
    REALM = "realm"
    WORK = "work"


# Classes of which a name means somebody who can act.
PLACES = frozenset({HeadClass.PLACE, HeadClass.REALM})
BODIES = frozenset(HeadClass) - PLACES - {HeadClass.WORK}
# What joins a head to the rest of its name.
JOINERS = frozenset({"of", "for", "on", "against", "in", "at"})
PARTY = ("PTY",)


@dataclass(frozen=True, slots=True)
class Head:
    """What a name's head says: its word, its class and PLOVER's sectors of the bearer."""

    word: str
    of: HeadClass
    sectors: tuple[str, ...]


@dataclass(frozen=True)
class Heads:
    """The table of heads; get it with ``load_heads``."""

    anywhere: dict[str, Head]
    first: dict[str, Head]
    suffixes: dict[str, Head]
    political: frozenset[str]
    half_political: frozenset[str]
    surnames: frozenset[str]

    def head(self, words: Sequence[str]) -> Head | None:
        """Return the head of a name given as its words, or None where no word is one."""
        lowered = [fold(word).lower() for word in words]
        joined = next((i for i, word in enumerate(lowered) if word in JOINERS and i), len(lowered))
        foreign = self.first.get(lowered[0]) if len(lowered) > 1 else None
        found = self.anywhere.get(lowered[joined - 1]) or foreign or self._by_suffix(lowered)
        return self._as_party(found, lowered) if found else None

    def is_shared(self, head: Head) -> bool:
        """Whether the head is a common surname too ("Park", "Church"), so that it proves little."""
        return head.word in self.surnames

    def _by_suffix(self, lowered: list[str]) -> Head | None:
        words = (w for w in lowered if len(w) > _SHORTEST_COMPOUND)
        found = (h for w in words for end, h in self.suffixes.items() if w.endswith(end))
        return next(found, None)

    def _as_party(self, head: Head, lowered: list[str]) -> Head:
        words = set(lowered) - {head.word}
        political = bool(words & self.political)
        if head.of is HeadClass.GROUPING and not political:
            political = bool(words & self.half_political)
        if political and head.of in (HeadClass.GROUPING, HeadClass.ASSOCIATION):
            return Head(head.word, HeadClass.PARTY, PARTY)
        return head


# "Volkspartei" is a compound, "Bund" alone is not.
_SHORTEST_COMPOUND = 6


def read_names_table(name: str) -> list[list[str]]:
    """Return the rows of a table of ``data/names``, the column names left off."""
    text = files("dragoman").joinpath(f"data/names/{name}.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]


@lru_cache(maxsize=1)
def load_heads() -> Heads:
    """Return the heads that ship with dragoman, read once per process."""
    rows = read_names_table("heads")

    def at(place: str) -> dict[str, Head]:
        of = (row for row in rows if row[1] == place)
        return {fold(w): Head(fold(w), HeadClass(c), tuple(s.split())) for w, _, c, s in of}

    def words(place: str) -> frozenset[str]:
        return frozenset(fold(row[0]) for row in rows if row[1] == place)

    return Heads(
        at("any"), at("first"), at("suffix"), words("strong"), words("weak"), words("surname")
    )
