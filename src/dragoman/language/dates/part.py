"""Part: a date expression on the way, while words around it still change what it means."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.language.dates.expression import Anchor, DateKind, NamedTime
from dragoman.model.dates import NewsDate

# How far left the words that shade or bound a time can begin, in characters: the longest such
# phrase, with room for a verb of moving ("moved the vote from …").
LOOK_BACK = 48


@dataclass(frozen=True, slots=True)
class Part:
    """An expression on the way: its span, its meaning, and whether its year was only inferred.

    ``floor`` is where the expression before it ends: no further left can it grow.
    """

    start: int
    end: int
    kind: DateKind
    date: NewsDate | None
    rule: str
    anchor: Anchor
    is_yearless: bool
    floor: int
    times: tuple[NamedTime, ...]

    def head(self, text: str) -> str:
        """The words before it, as far as they can belong to it."""
        return text[max(self.floor, self.start - LOOK_BACK) : self.start]
